import type { Draft, Sureness } from './finding.ts'
import { axesOf, families, type Grid, type Line, namedLine, turnedGrid } from './grid.ts'
import { apart, type Interval, ratio, sumOf, times } from './interval.ts'
import { axisPlace, differenceIn, lineName, rootOf, told, toldPrinted } from './place.ts'
import type { Printed } from './printed.ts'
import { sentences } from './sentences.ts'

type Value = Extract<Printed, { state: 'value' }>

/** One printed share beside what it would be. */
interface Compared {
  readonly line: Line
  readonly of: Line
  readonly printed: Value
  readonly part: Value
  readonly whole: Interval
  /** The line whose printed number the whole is; null where it is added up here. */
  readonly total: Line | null
  /** The column whose number in the same row the whole is; null where it is the total of the column. */
  readonly beside: Line | null
  readonly computed: Interval
}

/** A way to read a column of shares: of the column's whole, or of another column in the same row. */
interface Reading {
  readonly along: boolean
  readonly fits: number
  readonly misses: readonly Compared[]
}

export interface ShareReading {
  readonly share: Line
  /** Is it a share of another column's number in its row, so that the column makes no whole? */
  readonly along: boolean
  readonly drafts: readonly Draft[]
}

const apartFrom: readonly string[] = ['total', 'subtotal', 'of-which', 'text', 'info', 'net', 'change', 'rate']
const compare = (
  line: Line,
  of: Line,
  printed: Printed,
  part: Printed,
  whole: Interval,
  total: Line | null = null,
  beside: Line | null = null,
): Compared | null => {
  const fraction = printed.state === 'value' && part.state === 'value' ? ratio(part.value, whole) : null
  if (printed.state !== 'value' || part.state !== 'value' || fraction === null) return null
  return { line, of, printed, part, whole, total, beside, computed: times(fraction, printed.unit.dimension === '%' || printed.value.mid > 1 ? 100 : 1) }
}

const readingOf = (along: boolean, compared: readonly (Compared | null)[]): Reading => {
  const known = compared.filter((it) => it !== null)
  const misses = known.filter(({ printed, computed }) => apart(printed.value, computed))
  // Nothing of something is so whatever it is a share of.
  const telling = known.filter(({ printed, computed }) => !apart(printed.value, computed) && printed.value.mid !== 0)
  return { along, fits: telling.length, misses }
}

/** Is the share printed for the total what the shares as printed make, 99,9 or 101? */
const isMade = (grid: Grid, share: Line, total: Line, parts: readonly { readonly line: Line }[]): boolean => {
  const [own, shares] = [grid.cell(total, share), parts.map(({ line }) => grid.cell(line, share))]
  const values = shares.flatMap((cell) => (cell.state === 'value' ? [cell.value] : []))
  return own.state !== 'value' || (values.length === shares.length && !apart(own.value, sumOf(values)))
}

/** Each line's number against the printed total of its column, or against the sum of the lines. */
const ofColumn = (grid: Grid, share: Line, of: Line): Reading => {
  const [rows] = axesOf(grid)
  return readingOf(
    false,
    families(rows).flatMap((family) => {
      const total = family.findLast((line) => line.role === 'total')
      const parts = family.filter((line) => line.hasCells && !apartFrom.includes(line.role)).map((line) => ({ line, cell: grid.cell(line, of) }))
      const printed = total ? grid.cell(total, of) : undefined
      const known = parts.flatMap(({ cell }) => (cell.state === 'value' ? [cell] : []))
      const whole = printed?.state === 'value' ? printed.value : known.length === parts.length ? sumOf(known.map(({ value }) => value)) : null
      if (whole === null) return []
      const at = printed?.state === 'value' ? (total ?? null) : null
      const compared = parts.map(({ line, cell }) => compare(line, of, grid.cell(line, share), cell, whole, at))
      return total && printed && share.input.of !== undefined && !isMade(grid, share, total, parts)
        ? [...compared, compare(total, of, grid.cell(total, share), printed, whole, total)]
        : compared
    }),
  )
}

/** Each line's number against another column's in the same row. */
const ofRow = (grid: Grid, share: Line, part: Line, whole: Line, rows = grid.rows): Reading =>
  readingOf(
    true,
    rows
      .filter((line) => line.hasCells && line.role !== 'text' && line.role !== 'info')
      .map((line) => {
        const [own, all] = [grid.cell(line, part), grid.cell(line, whole)]
        const alike =
          own.state === 'value' &&
          all.state === 'value' &&
          (own.unit.dimension !== '%' || share.input.of !== undefined) &&
          (own.unit.dimension === all.unit.dimension || (own.unit.count !== null && all.unit.count !== null))
        return alike ? compare(line, part, grid.cell(line, share), own, all.value, null, whole) : null
      }),
  )

const most = 8
const headedShare = /(^|[^a-zåäö])(andel(en)?|procent|share)(?![a-zåäö])|%/i
const numeric = (column: Line): boolean =>
  !column.mean && column.role !== 'change' && column.role !== 'share' && column.role !== 'text' && column.role !== 'info'

const sample = 300
/** In a long table a few hundred rows tell which pairs of columns are worth trying in all of them. */
const likeliest = (grid: Grid, pairs: readonly ((rows?: readonly Line[]) => Reading)[]): readonly Reading[] => {
  if (grid.rows.length <= sample) return pairs.map((read) => read())
  const few = grid.rows.slice(0, sample)
  const tried = pairs
    .map((read) => ({ read, reading: read(few) }))
    .toSorted((a, b) => b.reading.fits - a.reading.fits || a.reading.misses.length - b.reading.misses.length)
  return tried.slice(0, 2).map(({ read }) => read())
}

const readingsFor = (grid: Grid, share: Line, of: readonly Line[]): readonly Reading[] => {
  // A row of shares stands below what it is of.
  const columns = grid.turned ? grid.columns.filter(({ at, hasCells }) => hasCells && at < share.at).slice(-most) : grid.columns
  const near = columns.filter((column) => numeric(column) && column.family === share.family)
  const counted = (near.length > 0 ? near : columns.filter(numeric)).slice(0, most)
  // Shares below several rows of amounts are of the sums among them, or of the row just above.
  const wholes = grid.turned ? counted.filter((it) => it.role === 'total' || it.role === 'subtotal' || it === counted.at(-1)) : counted
  const [first, second] = of
  if (first && second) return [ofRow(grid, share, first, second)]
  if (first)
    return [
      ofColumn(grid, share, first),
      ...counted.filter((it) => it !== first).flatMap((it) => [ofRow(grid, share, it, first), ofRow(grid, share, first, it)]),
    ]
  const pairs = likeliest(
    grid,
    counted.flatMap((part) => counted.filter((whole) => whole !== part).map((whole) => (rows?: readonly Line[]) => ofRow(grid, share, part, whole, rows))),
  )
  return share.role === 'share' || headedShare.test(share.label) ? [...wholes.map((it) => ofColumn(grid, share, it)), ...pairs] : pairs
}

const draftOf = (grid: Grid, share: Line, { line, of, printed, part, whole, total, beside, computed }: Compared, sureness: Sureness): Draft => {
  const [rows] = axesOf(grid)
  const places = [...[share, of, ...(beside ? [beside] : [])].map((column) => axisPlace(rows, line, column)), ...(total ? [axisPlace(rows, total, of)] : [])]
  const [shown, real] = [toldPrinted(printed), told(computed.mid, printed.unit, Math.max(1, printed.decimals))]
  return {
    rule: 'share',
    sureness,
    cells: places.map(({ place }) => place),
    keys: places.map(({ key }) => key),
    needs: [{ printed, needed: computed }],
    printed: shown,
    computed: real,
    difference: differenceIn(printed.value, computed, printed.unit),
    unit: '%',
    text: sentences.shareOf(lineName(line), toldPrinted(part).text, told(whole.mid, part.unit, part.decimals).text, shown.text, real.text),
    root: rootOf(printed.value, computed, printed.unit),
  }
}

const read = (grid: Grid, share: Line, of: readonly Line[]): ShareReading => {
  const readings = readingsFor(grid, share, of)
  const best = readings.reduce<Reading | undefined>((a, b) => (!a || b.fits - b.misses.length > a.fits - a.misses.length ? b : a), undefined)
  const called = share.role === 'share' || headedShare.test(share.label)
  const enough = called ? 2 : 3
  const clear = best !== undefined && best.along && best.fits > 0 && best.misses.length === 0 && share.role === 'share'
  const borne = clear || (best !== undefined && best.fits >= enough && best.fits > best.misses.length * (called ? 1 : 2))
  // What a share is of, where it is not said, the other shares must bear out.
  if (!best || (of.length === 0 && !borne)) return { share, along: false, drafts: [] }
  if (borne || best.fits > best.misses.length || best.misses.length === 1)
    return { share, along: best.along && borne, drafts: best.misses.map((miss) => draftOf(grid, share, miss, 'contradiction')) }
  // Hardly any fits what is stated: it may be a share of something else, and is asked about once.
  const [first, ...rest] = best.misses.map((miss) => draftOf(grid, share, miss, 'ask'))
  const consequences = rest.map(({ rule, cells, difference, text }) => ({ rule, cells, difference, text }))
  return { share, along: false, drafts: first ? [{ ...first, consequences }] : [] }
}

const inPercent = (grid: Grid, column: Line): boolean => {
  const cells = grid.rows.map((row) => grid.cell(row, column)).filter((cell) => cell.state === 'value')
  return cells.length >= 3 && cells.every((cell) => cell.state === 'value' && cell.unit.dimension === '%')
}

/** A row that its label calls a share: 'Förändring, %' and 'Resultat i %' are others. */
const rowOfShares = /(^|[^a-zåäö])(andel(en|ar)?|share)(?![a-zåäö])|^(i )?(%|procent)( av .*)?$/i

/** Rows of per cent below amounts ('Andel', under 'Summa'; 'Andel kvinnor (%)'), each cell the share of another row's number or of the row's whole. */
export const sharesInRows = (grid: Grid): readonly Draft[] => {
  const turned = turnedGrid(grid)
  return grid.rows.flatMap((row) =>
    row.at > 0 && (row.role === 'open' || row.role === 'rate') && row.hasCells && rowOfShares.test(row.label.trim()) && inPercent(turned, row)
      ? read(turned, row, []).drafts
      : [],
  )
}

/** How every column of shares is best read, and the shares that are not their part of the whole. */
export const shareReadings = (grid: Grid): readonly ShareReading[] => {
  const [, columns] = axesOf(grid)
  return grid.columns.flatMap((share): readonly ShareReading[] => {
    if (share.role === 'share')
      return [
        read(
          grid,
          share,
          (share.input.of ?? []).flatMap((name) => namedLine(columns, name, share) ?? []),
        ),
      ]
    return (share.role === 'rate' || share.role === 'open' || share.role === 'value') && inPercent(grid, share) ? [read(grid, share, [])] : []
  })
}
