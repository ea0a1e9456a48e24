import { readAmount } from '../kernel/amount.ts'
import { isId } from '../kernel/identity.ts'
import { readNumber } from '../kernel/number.ts'
import { readPeriod } from '../kernel/period.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Fields } from '../web/view.ts'
import type { FigureInput } from './figure.ts'
import { fits, moneyUnitOf, type Series } from './series.ts'
import { words } from './words.ts'

const longest = 2000

/** The first value of a field as the database can hold it: no lone surrogates, no character zero. */
export const typed = (fields: Fields, name: string): string => (fields[name]?.[0] ?? '').toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim()

/** Refuses texts that are longer than anybody reads. */
export const tooLong = (fields: Fields, names: readonly string[]): readonly Refusal[] =>
  names.filter((name) => typed(fields, name).length > longest).map((field) => ({ code: 'field.too_long', field, text: words.tooLong(longest) }))

/** Reads the form for a figure: what somebody wants to record, or everything that cannot be read. The rules come after (`figureRefusals`). */
export const readFigureForm = (series: Series, fields: Fields): Verdict<FigureInput & { readonly seen: number }> => {
  const refusals: Refusal[] = [...tooLong(fields, ['missing', 'source', 'basis', 'note', 'reason'])]
  const inField =
    (field: string) =>
    (r: Refusal): Refusal => ({ ...r, field })
  const nodeId = typed(fields, 'node')
  if (!isId(nodeId)) refusals.push({ code: 'figure.node', field: 'node', text: words.unknownNode })
  const period = readPeriod(typed(fields, 'period'))
  if (!period.ok) refusals.push(...period.refusals.map(inField('period')))
  const status = (['preliminary', 'final', 'revised'] as const).find((s) => s === typed(fields, 'status'))
  if (!status) refusals.push({ code: 'figure.status', field: 'status', text: words.choose })
  const text = typed(fields, 'value')
  const money = moneyUnitOf(series)
  const value = text === '' ? granted(null) : money ? readAmount(text, money) : readNumber(text)
  if (!value.ok) refusals.push(...value.refusals.map(inField('value')))
  if (refusals.length > 0 || !period.ok || !value.ok || !status) {
    // What the rules would say of the rest, so that everything wrong is told at once.
    if (period.ok && !fits(period.value, series))
      refusals.push({ code: 'figure.period', field: 'period', text: words.wrongPeriod(period.value, series.kind, series.accumulated) })
    if (value.ok && value.value === null && typed(fields, 'missing') === '')
      refusals.push({ code: 'figure.missing_why', field: 'missing', text: words.sayWhyMissing })
    return refused(...refusals)
  }
  const seen = Number(typed(fields, 'seen'))
  return granted({
    seriesId: series.id,
    nodeId,
    period: period.value,
    value: value.value,
    missing: typed(fields, 'missing') || null,
    status,
    basis: typed(fields, 'basis') || null,
    source: typed(fields, 'source') || null,
    note: typed(fields, 'note') || null,
    reason: typed(fields, 'reason') || null,
    seen: Number.isSafeInteger(seen) ? seen : 0,
  })
}
