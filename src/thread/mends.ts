import { may, type PolicyAct, type Subject } from '../access/policy.ts'
import type { Day } from '../kernel/day.ts'
import type { Who } from '../kernel/who.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import type { Mend } from '../rulebook/gaps.ts'
import type { Facts } from './facts.ts'
import type { Scene } from './scene.ts'
import type { WalkedThing } from './walk.ts'
import { words } from './words.ts'

/** Who may mend each gap: the same policy that guards the act behind the link. */
const asks: Readonly<Record<Mend, PolicyAct>> = {
  add_preparation: 'case.write',
  fill_field: 'entry.write',
  ask_receiver: 'dispatch.handle',
  follow_money: 'figure.record',
  renew_document: 'decision.register',
  do_act: 'entry.write',
  write_report: 'entry.carry_out',
  own_continuation: 'entry.write',
  choose_measure: 'decision.register',
}

/** Where a gap of the thing is mended, or null when nowhere. */
const addressOf = (mend: Mend, thing: WalkedThing, facts: Facts): string | null => {
  const path = definitionOf(thing.register ?? '')?.path
  const own = path ? `/register/${path}/${thing.id}` : `/thing/${thing.id}`
  const caseId = facts.decisions.get(thing.id)?.caseId ?? null
  switch (mend) {
    case 'add_preparation':
      return caseId && `/cases/${caseId}`
    case 'ask_receiver':
      return `/decisions/${thing.id}`
    case 'write_report':
      return `${own}/report`
    case 'own_continuation':
      return `/reports/${thing.id}`
    case 'choose_measure':
      return `/decisions/new?kind=set_target&of=${thing.id}`
    case 'renew_document':
      return `/decisions/new?kind=prolong_document&entry=${thing.id}`
    case 'follow_money':
      return '/series'
    default:
      return own
  }
}

/** What this reader can do about a gap: the link that mends it, and for a missing measure the note that none is needed. */
export const mendsFor =
  (who: Who, subjectOf: (thing: WalkedThing) => Subject, facts: Facts, today: Day): Scene['mends'] =>
  (mend, thing) => {
    const allowed = (act: PolicyAct): boolean => may(who, act, subjectOf(thing), today).length === 0
    const href = allowed(asks[mend]) ? addressOf(mend, thing, facts) : null
    return [
      ...(href ? [{ words: words.mend[mend], href }] : []),
      ...(mend === 'choose_measure' && allowed('entry.follow') ? [{ words: words.noteNoMeasure, href: `/thread/${thing.id}/no-measure` }] : []),
    ]
  }
