import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { type Refusal, refused, unless, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { changedFrom } from './change.ts'
import { changeOrganisation, type Facts, type Plan } from './change-organisation.ts'
import { draftHindrances, keptDraft, type NodeDraft } from './draft.ts'
import { changeHindrances } from './hindrances.ts'
import { refusalWords as words } from './refusal-words.ts'
import { lastVersion } from './timeline.ts'

export interface ChangeNode extends NodeDraft {
  readonly nodeId: string
  readonly on: Day
}

/** Gives a body or unit another name, abbreviation or number of seats from a day on. What it was before stays as it was. */
export const changeNode = (deps: Deps, who: Who, input: ChangeNode, unread: readonly Refusal[] = []): Promise<Verdict<null>> =>
  changeOrganisation(deps, who, { act: 'change node', on: input.on, touches: [input.nodeId], unread, plan: (facts) => planChange(facts, input) })

const planChange = ({ timeline, voters }: Facts, { nodeId, on, ...draft }: ChangeNode): Verdict<Plan<null>> => {
  const life = timeline.get(nodeId)
  if (!life) return refused(words.unknown('nodeId'))
  const last = lastVersion(life)
  const kept = keptDraft(draft, life.kind)
  const same = kept.name.sv === last.name.sv && kept.name.en === last.name.en && kept.short === last.short && kept.seats === last.seats
  const refusals = [...changeHindrances(life, on), ...draftHindrances(draft, life.kind, voters), ...(same ? [words.unchanged] : [])]
  return unless(refusals, { changes: changedFrom(last, on, kept), value: null })
}
