import type { Store } from '../database/connection.ts'
import { moneyUnits } from '../kernel/amount.ts'
import { isId } from '../kernel/identity.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { directions } from '../rulebook/light.ts'
import { rollRules } from '../rulebook/rollup.ts'
import type { Fields } from '../web/view.ts'
import type { SeriesInput } from './define-series.ts'
import { tooLong, typed } from './figure-form.ts'
import { words } from './words.ts'

/** The lengths of period that a series may be reported for. */
export const periodKinds = ['year', 'tertial', 'quarter', 'month', 'day'] as const
const partFields = ['numerator', 'denominator', 'low', 'high'] as const

/** Reads the form for a new series. Other measures are told by name or address word, and looked up. The rules come after (`seriesRefusals`). */
export const readSeriesForm = async (store: Store, fields: Fields): Promise<Verdict<SeriesInput>> => {
  const refusals: Refusal[] = [...tooLong(fields, ['name', 'nameEn', 'unit', 'unitEn', 'purpose', 'readers', 'source', 'missing'])]
  const choice = <T extends string>(field: string, of: readonly T[]): T | undefined => {
    const found = of.find((o) => o === typed(fields, field))
    if (!found) refusals.push({ code: 'series.choice', field, text: words.choose })
    return found
  }
  const nodeId = typed(fields, 'node')
  if (!isId(nodeId)) refusals.push({ code: 'series.node', field: 'node', text: words.unknownNode })
  const askedBy = typed(fields, 'askedBy')
  const direction = choice('direction', [...directions, 'none'] as const)
  const overTime = choice('overTime', rollRules)
  const overTree = choice('overTree', rollRules)
  const kind = choice('kind', periodKinds)
  const parts: Partial<Record<(typeof partFields)[number], string>> = {}
  for (const field of partFields) {
    const name = typed(fields, field)
    const found = name === '' ? undefined : await seriesNamed(store, name)
    if (found) parts[field] = found
    else if (name !== '') refusals.push({ code: 'series.part', field, text: words.noSuchSeries(name) })
  }
  const unit = typed(fields, 'unit')
  const decimals = /^[0-6]$/.test(typed(fields, 'decimals')) ? Number(typed(fields, 'decimals')) : Number.NaN
  if (!direction || !overTime || !overTree || !kind || refusals.length > 0) {
    return refused(...refusals, ...lacking(fields, decimals))
  }
  return granted({
    nodeId,
    name: inBoth(typed(fields, 'name'), typed(fields, 'nameEn')),
    unit: inBoth(unit, typed(fields, 'unitEn')),
    money: moneyUnits.some((u) => u === unit),
    decimals,
    direction: direction === 'none' ? null : direction,
    overTime,
    overTree,
    kind,
    accumulated: typed(fields, 'accumulated') !== '' && kind !== 'year' && kind !== 'day',
    numeratorId: parts.numerator ?? null,
    denominatorId: parts.denominator ?? null,
    lowId: parts.low ?? null,
    highId: parts.high ?? null,
    askedBy: isId(askedBy) ? askedBy : null,
    purpose: textOr(typed(fields, 'purpose')),
    readers: textOr(typed(fields, 'readers')),
    source: typed(fields, 'source'),
    missing: typed(fields, 'missing') || null,
  })
}

/** What the rules would say of empty fields, so that everything wrong is told at once. */
const lacking = (fields: Fields, decimals: number): readonly Refusal[] => [
  ...(['name', 'unit', 'source', 'askedBy', 'purpose', 'readers'] as const)
    .filter((field) => typed(fields, field) === '')
    .map((field) => ({ code: `series.${field}`, field, text: words.needs[field] })),
  ...(Number.isNaN(decimals) ? [{ code: 'series.decimals', field: 'decimals', text: words.decimals }] : []),
]

const inBoth = (sv: string, en: string): Text => ({ sv, en: en || sv })
const textOr = (sv: string): Text | null => (sv === '' ? null : { sv, en: sv })

/** The series with this name or address word. */
export const seriesNamed = async (store: Store, name: string): Promise<string | undefined> => {
  const row = await store
    .selectFrom('series')
    .select('id')
    .where((eb) => eb.or([eb('slug', '=', name), eb('name_sv', '=', name)]))
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}
