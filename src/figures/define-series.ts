import { may } from '../access/policy.ts'
import { type Deps, transact, type Tx, violates } from '../database/transact.ts'
import { moneyUnits } from '../kernel/amount.ts'
import type { Day } from '../kernel/day.ts'
import type { PeriodKind } from '../kernel/period.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { actorFor, type Who } from '../kernel/who.ts'
import { slugOf } from '../organisation/slug.ts'
import { loadTree } from '../organisation/tree.ts'
import type { Direction } from '../rulebook/light.ts'
import type { RollRule } from '../rulebook/rollup.ts'
import type { ActOptions } from './act.ts'
import type { Series } from './series.ts'
import { insertSeries, seriesByIds } from './series-store.ts'
import { words } from './words.ts'

/** What somebody says of a new series. Absent means none; `id`, `slug` and `day` are given by loaders only. */
export interface SeriesInput {
  readonly nodeId: string
  readonly name: Text
  readonly unit: Text
  /** Money is kept in whole öre; the unit is then kr, tkr or mnkr. */
  readonly money?: boolean
  readonly decimals: number
  readonly direction: Direction | null
  readonly overTime: RollRule
  readonly overTree: RollRule
  readonly kind: PeriodKind
  readonly accumulated?: boolean
  readonly numeratorId?: string | null
  readonly denominatorId?: string | null
  readonly lowId?: string | null
  readonly highId?: string | null
  readonly askedBy: string | null
  readonly purpose: Text | null
  readonly readers: Text | null
  readonly source: string
  readonly missing?: string | null
  readonly secrecy?: string | null
  readonly id?: string
  readonly slug?: string
  readonly day?: Day
}

/** Everything that is wrong with a series. `asksLaw4` is false for loaders of what was decided before the system. */
export const seriesRefusals = (input: SeriesInput, parts: ReadonlyMap<string, Series>, asksLaw4: boolean): readonly Refusal[] => {
  const wrong: Refusal[] = []
  const need = (field: keyof typeof words.needs, missing: boolean, law?: boolean): void => {
    if (missing) wrong.push({ code: `series.${field}`, field, text: words.needs[field], ...(law && { mend: words.law4 }) })
  }
  need('name', input.name.sv.trim() === '')
  need('unit', input.unit.sv.trim() === '')
  if (input.money && !moneyUnits.some((u) => u === input.unit.sv)) wrong.push({ code: 'series.money', field: 'unit', text: words.moneyUnit })
  if (!Number.isInteger(input.decimals) || input.decimals < 0 || input.decimals > 6)
    wrong.push({ code: 'series.decimals', field: 'decimals', text: words.decimals })
  if (input.overTree === 'last') wrong.push({ code: 'series.over_tree', field: 'overTree', text: words.notLastOverTree })
  if ((input.overTime === 'ratio' || input.overTree === 'ratio') && !(input.numeratorId && input.denominatorId)) {
    wrong.push({ code: 'series.ratio', field: 'numerator', text: words.ratioParts })
  }
  for (const [field, id] of Object.entries({ numerator: input.numeratorId, denominator: input.denominatorId, low: input.lowId, high: input.highId })) {
    const part = id ? parts.get(id) : undefined
    if (id && !part) wrong.push({ code: 'series.part', field, text: words.unknownSeries })
    if (part && (part.kind !== input.kind || part.accumulated !== (input.accumulated ?? false)))
      wrong.push({ code: 'series.part_period', field, text: words.otherPeriods(part.name) })
  }
  need('source', input.source.trim() === '')
  if (asksLaw4) {
    need('askedBy', !input.askedBy, true)
    need('purpose', !input.purpose?.sv.trim(), true)
    need('readers', !input.readers?.sv.trim(), true)
  }
  return wrong
}

/** Defines a series: what is measured, how it adds up, who asks, what for and who reads (law 4). Any controller or manager of its node may. */
export const defineSeries = async (deps: Deps, who: Who, input: SeriesInput, options: ActOptions = {}): Promise<Verdict<Series>> => {
  try {
    return await transact(deps, { actor: actorFor(who, options), act: 'define series' }, (tx) => defineSeriesIn(tx, deps, who, input, options))
  } catch (error) {
    if (violates(error, 'series_slug_key')) return defineSeries(deps, who, input, options) // somebody took the address word at the same moment
    throw error
  }
}

/** As `defineSeries`, in the caller's transaction. */
export const defineSeriesIn = async (tx: Tx, deps: Deps, who: Who, input: SeriesInput, { bySystem = false }: ActOptions = {}): Promise<Verdict<Series>> => {
  const today = deps.clock.today()
  const tree = await loadTree(tx, today)
  const parts = await seriesByIds(tx, [input.numeratorId ?? null, input.denominatorId ?? null, input.lowId ?? null, input.highId ?? null])
  const wrong = [
    ...(bySystem ? [] : may(who, 'figure.record', { belongsTo: tree.chain(input.nodeId), secrecy: null }, today)),
    ...(bySystem || tree.get(input.nodeId) ? [] : [{ code: 'series.node', field: 'node', text: words.unknownNode }]),
    ...seriesRefusals(input, parts, !bySystem),
  ]
  if (wrong.length > 0) return refused(...wrong)
  const series: Series = {
    id: input.id ?? deps.ids.next(),
    slug: input.slug ?? (await freeSlug(tx, input.name.sv)),
    nodeId: input.nodeId,
    name: input.name,
    unit: input.unit,
    money: input.money ?? false,
    decimals: input.decimals,
    direction: input.direction,
    overTime: input.overTime,
    overTree: input.overTree,
    kind: input.kind,
    accumulated: input.accumulated ?? false,
    numeratorId: input.numeratorId ?? null,
    denominatorId: input.denominatorId ?? null,
    lowId: input.lowId ?? null,
    highId: input.highId ?? null,
    askedBy: input.askedBy,
    purpose: input.purpose,
    readers: input.readers,
    source: input.source,
    missing: input.missing ?? null,
    secrecy: input.secrecy ?? null,
    day: input.day ?? today,
  }
  await insertSeries(tx, series)
  return granted(series)
}

/** Address words that the room itself uses. */
const reserved = ['new']

const freeSlug = async (tx: Tx, name: string): Promise<string> => {
  const base = slugOf(name, new Set(reserved))
  const taken = await tx.selectFrom('series').select('slug').where('slug', 'like', `${base}%`).execute()
  return slugOf(name, new Set([...reserved, ...taken.map((r) => r.slug)]))
}
