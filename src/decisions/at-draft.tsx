import { may } from '../access/policy.ts'
import { seesSecretsOf, visibleThing } from '../access/visible.ts'
import { bodiesOf } from '../cases/find-case.tsx'
import { GonePage } from '../cases/missing-page.tsx'
import type { Deps } from '../database/transact.ts'
import { readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import type { Text } from '../kernel/text.ts'
import { loadTree, type OrgNode, type Tree } from '../organisation/tree.ts'
import { type Ctx, page, seeOther } from '../web/view.ts'
import { loadDecisionDraft } from './change-draft.ts'
import type { DecisionDraft } from './draft.ts'
import { draftWords as words } from './draft-words.ts'
import { pageWords } from './page-words.ts'
import type { Reading } from './read-draft.ts'

/** The bodies whose decisions the reader may register today, or why there are none. */
export const ownBodies = (c: Ctx, tree: Tree): { readonly bodies: readonly OrgNode[]; readonly why: Text | null } => {
  const { who, today } = c.get('view')
  const judged = bodiesOf(tree).map((body) => ({ body, hinders: may(who, 'decision.register', { belongsTo: [body.id], secrecy: null }, today) }))
  const bodies = judged.filter((j) => j.hinders.length === 0).map((j) => j.body)
  return { bodies, why: bodies.length > 0 ? null : (judged[0]?.hinders[0]?.text ?? words.notYours) }
}

/** Asks whoever drafts to sign in first; then to be somebody who registers decisions. */
export const asDrafter = async (
  c: Ctx,
  deps: Deps,
  show: (personId: string, bodies: readonly OrgNode[], tree: Tree) => Promise<Response>,
): Promise<Response> => {
  const view = c.get('view')
  const { personId } = view.who
  if (!personId) return seeOther(c, `/sign-in?back=${encodeURIComponent(view.path)}`)
  const tree = await loadTree(deps.store, view.today)
  const { bodies, why } = ownBodies(c, tree)
  if (why) return page(c, <GonePage view={view} title={words.notYours} text={why} list={{ href: '/decisions', words: pageWords.toList }} />, 403)
  return show(personId, bodies, tree)
}

/** What a draft's page knows: the draft, whose it is, and what reading it needs. */
export interface AtDraft {
  readonly personId: string
  readonly draft: DecisionDraft
  readonly reading: Reading
  readonly bodies: readonly OrgNode[]
}

/** What reading a draft needs: the organisation of its day of decision, or of today while it has none. */
export const readingOf = async (c: Ctx, deps: Deps, draft: DecisionDraft, today: Tree): Promise<Reading> => {
  const view = c.get('view')
  const day = readDay(draft.head['day']?.[0] ?? '')
  const tree = day && day !== view.today ? await loadTree(deps.store, day) : today
  return { store: deps.store, tree, today: view.today, secrets: seesSecretsOf(view.who, today, view.today) }
}

/** Says that there is no such draft: registered, thrown away, or somebody else's. A registered one leads to the decision. */
export const draftGone = async (c: Ctx, deps: Deps, id: string): Promise<Response> => {
  const made = isId(id) ? await deps.store.selectFrom('decision').select('id').where('id', '=', id).executeTakeFirst() : undefined
  if (made) return seeOther(c, `/decisions/${made.id}`)
  return page(c, <GonePage view={c.get('view')} title={words.gone} text={words.goneText} list={{ href: '/decisions', words: pageWords.toList }} />, 404)
}

/** The draft without what its clauses are about where that has become secret to whoever drafts: nothing of it is then told. */
const withSeenTargets = async ({ store, secrets }: Reading, draft: DecisionDraft): Promise<DecisionDraft> => {
  const ids = draft.clauses.flatMap((clause) => clause.target ?? [])
  if (ids.length === 0) return draft
  const seen = await store.selectFrom('thing').select('id').where('id', 'in', ids).where(visibleThing(secrets)).execute()
  return { ...draft, clauses: draft.clauses.map((clause) => (seen.some((thing) => thing.id === clause.target) ? clause : { ...clause, target: null })) }
}

/** Lets a page work with the reader's own draft. */
export const atDraft = async (c: Ctx, deps: Deps, id: string, show: (at: AtDraft) => Promise<Response>): Promise<Response> =>
  asDrafter(c, deps, async (personId, bodies, tree) => {
    const draft = isId(id) ? await loadDecisionDraft(deps, personId, id) : null
    if (!draft) return draftGone(c, deps, id)
    const reading = await readingOf(c, deps, draft, tree)
    return show({ personId, draft: await withSeenTargets(reading, draft), bodies, reading })
  })
