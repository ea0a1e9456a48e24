import { may } from '../access/policy.ts'
import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Series } from './series.ts'

/** `bySystem`: a loader acts, who holds no post. The policy and law 4's questions are skipped, the rules of figures are not. */
export interface ActOptions {
  readonly bySystem?: boolean
}

/** May this person do it for this node's figures? Whoever answers for the node may, and whoever answers for the series. */
export const mayWithFigures = (
  who: Who,
  act: 'figure.record' | 'light.override',
  series: Series,
  nodeId: string,
  tree: Tree,
  today: Day,
): readonly Refusal[] => {
  const asked = [nodeId, series.nodeId].map((id) => may(who, act, { belongsTo: tree.chain(id), secrecy: series.secrecy }, today))
  return asked.find((refusals) => refusals.length === 0) ?? asked[0] ?? []
}
