import { withoutRate } from './label.ts'
import type { LineInput, RowInput } from './material.ts'
import type { Printable } from './printed.ts'

/** What is needed to know of a column to read its cells. */
interface Column {
  readonly at: number
  readonly id: string
  readonly label: string
  readonly input: LineInput
}

/** What stands in a row's cell of a column: by place, or by the column's id or label. */
export const rawCell = (cells: RowInput['cells'], column: Column): Printable => {
  if (cells === undefined) return undefined
  if (Array.isArray(cells)) return (cells as readonly Printable[])[column.at]
  const named = cells as Readonly<Record<string, Printable>>
  const name = [column.id, column.label].find((it) => Object.hasOwn(named, it))
  return name === undefined ? undefined : named[name]
}

/** A column headed '%' or 'Förändring i procent' is in per cent whatever the table is in; one headed 'procentenheter' in points. */
export const labelUnit = (label: string): string | undefined =>
  /(procentenhet(er)?|%-?enhet(er)?|p\.e\.)\)?$/i.test(label.trim())
    ? 'procentenheter'
    : /%|(^|[^a-zåäö])(i |förändring )procent(?![a-zåäö])/i.test(withoutRate(label))
      ? '%'
      : undefined

const ballots = /^(antal )?(röster|mandat|ledamöter|ersättare)(?![a-zåäö])(?! (av|i procent))/i

/** What is never rounded, where a title or a heading names it and no unit is stated: 'Mandat i kommunfullmäktige'. */
export const ballotUnit = (label: string): string | undefined =>
  /^(omröstning|votering)/i.test(label.trim()) ? 'röster' : ballots.exec(label.trim())?.[2]?.toLowerCase()

/** The unit that a row's label ends with: 'Förändring, %', 'Utbetalt, tkr', 'Soliditet (%)'. 'Deltid 75–99 %' names a span. */
export const tailUnit = (label: string): string | undefined => /(?:[,(] ?|[a-zåäö] )(%|procent|tkr|mnkr|mkr|kr)\)?$/i.exec(label.trim())?.[1]

/** The unit that a title ends with, where the table states none: 'Nettokostnad, tkr', 'Balansräkning (mnkr)', 'Investeringar i mnkr'. */
export const titleUnit = (title: string, labels: readonly string[]): string | undefined => {
  const unit = /(?:,|\(| i) ?(%|procent|tkr|mnkr|mkr)\)?$/i.exec(title.trim())?.[1]
  // 'Anställda, antal och andel (%)': where columns count something besides, the title speaks of some of them.
  return unit !== undefined && /^(%|procent)$/i.test(unit) && labels.some((label) => /antal|kr(onor)?(?![a-zåäö])/i.test(label)) ? undefined : unit
}

const steps: Readonly<Record<string, number>> = { tio: 10, hundra: 100, tusen: 1000 }

/** What a title says its numbers are rounded to: 'Befolkningsprognos (avrundat till tiotal)'. */
export const titleRounding = (title: string): number | undefined =>
  steps[/avrunda[dt]e? till (?:närmaste |hela |jämna )?(tio|hundra|tusen)(?:tal)?/i.exec(title)?.[1]?.toLowerCase() ?? '']

const isGroup = { '.': /^[-\u2212\u2013+(]?[1-9]\d{0,2}\.\d{3}[)-]?$/, ',': /^[-\u2212\u2013+(]?[1-9]\d{0,2},\d{3}[)-]?$/ } as const
const uses = { '.': /\d\.\d/, ',': /\d,\d/ } as const
const many = /^[-\u2212\u2013+(]?\d{1,3}([.,])\d{3}\1\d{3}/

/** The sign that parts thousands: one that stands twice in a cell, or has three digits after it in every cell that has it. */
export const groupingOf = (inputs: readonly RowInput[]): '.' | ',' | undefined => {
  const texts = inputs.flatMap(({ cells }) => (cells === undefined ? [] : Object.values(cells).filter((it) => typeof it === 'string')))
  const twice = texts.flatMap((text) => many.exec(text)?.[1] ?? [])[0]
  if (twice === '.' || twice === ',') return twice
  return (['.', ','] as const).find((sign) => {
    const having = texts.filter((text) => uses[sign].test(text))
    return having.length >= 3 && having.every((text) => isGroup[sign].test(text.trim()))
  })
}

/** Bare numbers lose their trailing zeros: those of one column, with no unit or decimals of their own, have the decimals of the most exact. */
export const decimalsOf = (inputs: readonly RowInput[], column: Column): number | undefined => {
  if (column.input.decimals !== undefined) return undefined
  const most = inputs.reduce((found, input) => {
    const raw = input.unit === undefined && input.decimals === undefined ? rawCell(input.cells, column) : undefined
    return typeof raw === 'number' ? Math.max(found, /\.(\d+)$/.exec(String(raw))?.[1]?.length ?? 0) : found
  }, 0)
  return most > 0 && most <= 4 ? most : undefined
}
