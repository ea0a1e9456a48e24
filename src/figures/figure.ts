import type { Day } from '../kernel/day.ts'
import { roundTo } from '../kernel/number.ts'
import { type Period, periodLabel } from '../kernel/period.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Outcome } from '../rulebook/light.ts'
import { fits, type Series } from './series.ts'
import { words } from './words.ts'

/** How sure a figure is: derived ones are counted by the program. */
export const figureStatuses = ['preliminary', 'final', 'revised', 'derived'] as const
export type FigureStatus = (typeof figureStatuses)[number]

/** One version of the value of a series for a node and a period. Never altered; a later version supersedes it. */
export interface Figure extends Outcome {
  readonly id: string
  readonly seriesId: string
  readonly nodeId: string
  readonly period: Period
  readonly version: number
  /** Null is "no figure", with the reason in `missing`. */
  readonly value: number | null
  readonly missing: string | null
  readonly status: FigureStatus
  /** How it was counted. */
  readonly basis: string | null
  readonly source: string
  /** A remark to the reader, such as another figure for the same quantity. */
  readonly note: string | null
  /** Why a final figure was revised. */
  readonly reason: string | null
  /** 'person:<id>', 'system:<part>', or words for whoever handed it in. */
  readonly recordedBy: string
  readonly recordedOn: Day
}

/** What somebody records. */
export interface FigureInput {
  readonly seriesId: string
  readonly nodeId: string
  readonly period: Period
  readonly value: number | null
  readonly missing?: string | null
  readonly status: FigureStatus
  readonly basis?: string | null
  readonly source?: string | null
  readonly note?: string | null
  readonly reason?: string | null
}

const isFinal = (status: FigureStatus): boolean => status === 'final' || status === 'revised'

/** Everything that hinders this figure from being recorded after `latest`, the version that stands now (law 2: nothing is overwritten without a trace). */
export const figureRefusals = (series: Series, latest: Figure | null, input: FigureInput): readonly Refusal[] => {
  const refusals: Refusal[] = []
  if (!fits(input.period, series))
    refusals.push({ code: 'figure.period', field: 'period', text: words.wrongPeriod(input.period, series.kind, series.accumulated) })
  if (input.value === null && !input.missing?.trim()) refusals.push({ code: 'figure.missing_why', field: 'missing', text: words.sayWhyMissing })
  if (input.value !== null && input.missing?.trim()) refusals.push({ code: 'figure.both', field: 'missing', text: words.valueAndMissing })
  if (input.value !== null && !Number.isFinite(input.value)) refusals.push({ code: 'figure.value', field: 'value', text: words.notANumber })
  else if (input.value !== null && !precise(series, input.value))
    refusals.push({ code: 'figure.decimals', field: 'value', text: words.tooManyDecimals(series.decimals, series.money) })
  if (latest && isFinal(latest.status)) {
    if (!input.reason?.trim())
      refusals.push({ code: 'figure.reason', field: 'reason', text: words.sayWhyRevised(periodLabel(latest.period, 'sv'), periodLabel(latest.period, 'en')) })
    if (input.status !== 'revised' && input.status !== 'derived') refusals.push({ code: 'figure.status', field: 'status', text: words.finalIsRevised })
  }
  if (!latest && input.status === 'revised') refusals.push({ code: 'figure.status', field: 'status', text: words.nothingToRevise })
  return refusals
}

const precise = (series: Series, value: number): boolean => (series.money ? Number.isSafeInteger(value) : roundTo(value, series.decimals) === value)

/** The remark to the reader, unless it only repeats why the figure was revised. */
export const remarkOf = ({ note, reason, version }: Figure): string | null => (version > 1 && note === reason ? null : note)
