import type { Deps, Tx } from '../../database/transact.ts'
import type { Amount } from '../../kernel/amount.ts'
import type { Period } from '../../kernel/period.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { amount, line, period, thing } from '../../registers/field.ts'
import type { EnactContext } from '../enactment.ts'
import { words } from '../words.ts'
import { linkThings, makeThing, thingExists } from './numbered-thing.ts'

const sum = amount({ label: { sv: 'Belopp', en: 'Amount' }, hint: { sv: 'I tkr, till exempel 2 500.', en: 'In tkr, for example 2 500.' } })
const series = thing(['series'], { label: { sv: 'Utfallet följs i måttet', en: 'The outcome is followed in' } }).optional()

/** What every clause about money asks for; those of a period of its own also `periodFields`. */
export const moneyFields = { amount: sum, series }

/** The period, purpose and financing of money that a clause gives out or sets aside. */
export const periodFields = {
  period: period({ label: { sv: 'Period', en: 'Period' }, hint: { sv: 'Till exempel 2022.', en: 'For example 2022.' } }),
  purpose: line({ label: { sv: 'Ändamål', en: 'Purpose' } }),
  financing: line({
    label: { sv: 'Finansiering', en: 'Financing' },
    hint: {
      sv: 'Krävs när perioden har börjat, till exempel ”kommunstyrelsens buffert”.',
      en: 'Required when the period has begun, for example “the reserve of the executive board”.',
    },
  }).optional(),
}

/** What hinders the body from giving a node money of its own: there is no such node, it lies above the body (KL 5:1), or the measure is unknown. */
export const moneyHinders = async (tx: Tx, { decision: { body }, tree }: EnactContext, nodeId: string, seriesId?: string): Promise<readonly Refusal[]> => {
  const over = body.kind === 'council' || body.kind === 'executive_board' || tree.below(body.id).includes(nodeId)
  return [
    ...(tree.get(nodeId) ? [] : [{ code: 'frame.node', field: 'node', text: words.unknownNode }]),
    ...(tree.get(nodeId) && !over ? [{ code: 'frame.above', field: 'node', law: 'KL 5:1', text: words.frameAbove }] : []),
    ...(await seriesHinders(tx, seriesId)),
  ]
}

/** What hinders the outcome from being followed in the measure: that there is none such. */
export const seriesHinders = async (tx: Tx, seriesId?: string): Promise<readonly Refusal[]> =>
  !seriesId || (await thingExists(tx, seriesId, ['series'])) ? [] : [{ code: 'frame.series', field: 'series', text: words.unknownThing }]

export interface Money {
  readonly title: string
  readonly nodeId: string
  readonly period: Period
  readonly amount: Amount
  readonly purpose: string
  readonly financing: string | undefined
  readonly series: string | undefined
}

/** Makes the frame that a clause brings about, with its link to the measure that its outcome is followed in. */
export const makeFrame = async (tx: Tx, deps: Deps, context: EnactContext, { title, nodeId, series: measure, financing, ...money }: Money): Promise<void> => {
  await makeThing(tx, deps, context, 'frame', title)
  await tx
    .insertInto('frame')
    .values({ id: context.creates, node_id: nodeId, ...money, financing: financing ?? null, clause_id: context.clause.id })
    .execute()
  if (measure) await linkThings(tx, deps, context.creates, measure, 'measured_by')
}
