import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { HeldPost, Role, Who } from '../kernel/who.ts'
import { policyWords as words } from './policy-words.ts'

/** What somebody may want to do. Pages, API and command line all ask `may` with one of these. */
export const policyActs = [
  'see',
  'case.write',
  'secrecy.mark',
  'archive.deliver',
  'archive.receive',
  'decision.register',
  'dispatch.handle',
  'entry.carry_out',
  'entry.follow',
  'entry.write',
  'figure.record',
  'light.override',
  'meeting.prepare',
  'meeting.run',
  'organisation.change',
  'organisation.appoint',
  'history.read',
  'access.review',
  'access.shut',
  'outbox.see',
] as const
export type PolicyAct = (typeof policyActs)[number]

/**
 * The thing as the policy sees it: the node it belongs to and the node that carries it out, each as the chain of
 * node ids from itself up to the nearest body (organisation's `chain`), and its secrecy (a section of OSL, or null when open).
 */
export interface Subject {
  readonly belongsTo: readonly string[]
  readonly carriedOutBy?: readonly string[]
  readonly secrecy: string | null
}

/** Posts that may, and where they must be held. */
export interface Grant {
  readonly roles: readonly Role[]
  /** Which chain the post's node must lie on. */
  readonly of: 'belongsTo' | 'carriedOutBy' | 'anywhere'
}

const office: readonly Role[] = ['secretary', 'registrar']
const management: readonly Role[] = ['department_head', 'unit_head', 'chief_executive', 'officer']

/**
 * The whole policy, one row an act. Reading open things is free; secret ones are for those who handle them (OSL 26:1).
 * The chief executive has the leading position among the employees (KL 7:1) and so keeps its tree; a registrar keeps the own body's.
 * Only `may` reads it; the test of rights breaks it on purpose, a cell at a time, to see that it would notice.
 */
export const policy: Readonly<Record<PolicyAct, readonly Grant[]>> = {
  see: [
    { roles: [...office, ...management, 'chair', 'vice_chair', 'second_vice_chair', 'member', 'substitute'], of: 'belongsTo' },
    { roles: ['auditor'], of: 'anywhere' },
  ],
  'case.write': [{ roles: [...office, ...management], of: 'belongsTo' }],
  // OSL 5:5: whoever keeps the document marks it.
  'secrecy.mark': [{ roles: [...office, ...management], of: 'belongsTo' }],
  // Arkivlagen 9 §: the authority hands over; the archive authority, whose chain the subject is then, takes over.
  'archive.deliver': [{ roles: office, of: 'belongsTo' }],
  'archive.receive': [{ roles: office, of: 'belongsTo' }],
  'decision.register': [{ roles: office, of: 'belongsTo' }],
  'dispatch.handle': [{ roles: office, of: 'belongsTo' }],
  'entry.carry_out': [{ roles: management, of: 'carriedOutBy' }],
  'entry.follow': [
    { roles: [...office, 'controller'], of: 'belongsTo' },
    { roles: [...office, 'controller'], of: 'carriedOutBy' },
  ],
  'entry.write': [
    { roles: [...office, ...management, 'controller'], of: 'belongsTo' },
    { roles: [...office, ...management, 'controller'], of: 'carriedOutBy' },
  ],
  'figure.record': [{ roles: ['controller', ...management], of: 'belongsTo' }],
  'light.override': [{ roles: ['controller', 'department_head', 'unit_head'], of: 'belongsTo' }],
  'meeting.prepare': [{ roles: [...office, 'chair', 'vice_chair', 'second_vice_chair'], of: 'belongsTo' }],
  'meeting.run': [{ roles: [...office, 'chair', 'vice_chair', 'second_vice_chair'], of: 'belongsTo' }],
  'organisation.change': [
    { roles: ['chief_executive'], of: 'anywhere' },
    { roles: ['registrar'], of: 'belongsTo' },
  ],
  'organisation.appoint': [
    { roles: ['chief_executive'], of: 'anywhere' },
    { roles: office, of: 'belongsTo' },
  ],
  'history.read': [{ roles: ['auditor'], of: 'anywhere' }],
  'access.review': [
    { roles: ['auditor', 'chief_executive'], of: 'anywhere' },
    { roles: ['registrar'], of: 'belongsTo' },
  ],
  'access.shut': [
    { roles: ['chief_executive'], of: 'anywhere' },
    { roles: ['registrar'], of: 'belongsTo' },
  ],
  'outbox.see': [{ roles: [...office, 'chief_executive', 'auditor'], of: 'anywhere' }],
}

const holds = (post: HeldPost, today: Day): boolean => post.from <= today && (post.to === null || today < post.to)

/**
 * May this person do this act to this thing on this day? The empty list means yes; otherwise why not, in plain words.
 * A department works for its board, so a post counts for the things of its own node, of the nodes above it up to its
 * body, and of the nodes below it that have the same body.
 */
export const may = (who: Who, act: PolicyAct, subject: Subject, today: Day): readonly Refusal[] => {
  if (act === 'see' && subject.secrecy === null) return []
  const grants = policy[act]
  const granted = who.posts.some((post) => holds(post, today) && grants.some((g) => g.roles.includes(post.role) && lies(post, subject, g.of)))
  if (granted) return []
  if (act === 'see') return [{ code: 'access.secret', text: words.secret(subject.secrecy ?? ''), law: 'OSL 26:1' }]
  return [{ code: 'access.post', text: words.onlyPosts(act, [...new Set(grants.flatMap((g) => g.roles))]) }]
}

const lies = (post: HeldPost, subject: Subject, of: Grant['of']): boolean => {
  if (of === 'anywhere') return true
  const chain = of === 'belongsTo' ? subject.belongsTo : (subject.carriedOutBy ?? [])
  return chain.includes(post.nodeId) || (chain[0] !== undefined && post.chain.includes(chain[0]))
}
