import type { Text } from '../../kernel/text.ts'
import { say, type Locale } from '../../kernel/text.ts'
import type { Figure } from '../../figures/figure.ts'
import { moneyUnitOf, type Series } from '../../figures/series.ts'
import type { OrgNode } from '../../organisation/tree.ts'
import { typedOf } from '../../registers/shown.ts'
import { z } from 'zod'
import { amount } from '../../registers/field.ts'
import { dayCell, numberCell, type SheetCell, textCell } from '../sheet/sheet.ts'
import { pageWords } from '../../figures/page-words.ts'
import { exchangeWords as words } from '../words.ts'

/** A column of a series' file. `form` is the field of the figure's form that it fills in; without one it is told, and not read. */
export interface FigureColumn {
  readonly id: string
  readonly head: Text
  readonly form: string | null
  cell(figure: Figure, node: OrgNode | undefined, locale: Locale): SheetCell
}

const money = (value: number, unit: 'kr' | 'tkr' | 'mnkr'): string => {
  const shape = { fields: z.object({ value: amount({ label: words.value, unit }) }) }
  return (typedOf(shape, { value })['value']?.[0] ?? '').replace(',', '.')
}

/** A value of a series as a number in the unit that the series is shown in, exact. */
export const valueCell = (value: number, series: Series): SheetCell => {
  const unit = moneyUnitOf(series)
  return unit ? { kind: 'number', digits: money(value, unit) } : numberCell(value)
}

/** The columns of a series' figures: where, when, how much with the unit stated, and what stands behind it. */
export const figureColumns = (series: Series): readonly FigureColumn[] => {
  const unit = moneyUnitOf(series)
  const shown = unit ? { sv: unit, en: unit } : series.unit
  const text = (id: keyof Figure & ('missing' | 'source' | 'basis' | 'note' | 'reason'), head: Text): FigureColumn => ({
    id,
    head,
    form: id,
    cell: (f) => textCell(f[id]),
  })
  return [
    { id: 'node', head: words.unit, form: 'node', cell: (_, node, locale) => textCell(node && say(node.name, locale)) },
    { id: 'period', head: words.period, form: 'period', cell: (f) => textCell(f.period) },
    {
      id: 'value',
      head: { sv: `${words.value.sv} (${shown.sv})`, en: `${words.value.en} (${shown.en})` },
      form: 'value',
      cell: (f) => (f.value === null ? null : valueCell(f.value, series)),
    },
    { id: 'status', head: words.status, form: 'status', cell: (f, _, locale) => textCell(say(pageWords.status[f.status], locale)) },
    text('missing', words.missing),
    text('source', words.source),
    text('basis', words.basis),
    text('note', words.note),
    text('reason', words.reason),
    { id: 'recorded', head: words.recorded, form: null, cell: (f) => dayCell(f.recordedOn) },
    { id: 'seen', head: words.seen, form: 'seen', cell: (f) => numberCell(f.version) },
  ]
}
