import { bestReading, dashMeaning, nearestReading, type Reading, summed, type Term, tryReading, tryTerms } from './combine.ts'
import type { Draft, Found } from './finding.ts'
import { type Axis, axesOf, families, type Grid, type Line, namedLine } from './grid.ts'
import { sideIn } from './guess-roles.ts'
import { neededIn } from './misprint.ts'
import { axisPlace, differenceIn, gapWords, lineName, rootOf, told, toldPrinted } from './place.ts'
import { sentences } from './sentences.ts'

type Side = 'income' | 'cost' | 'net' | 'other'
type Signs = Readonly<Record<Side, 1 | -1>>

const isSum = ({ role }: Line): boolean => role === 'total' || role === 'subtotal'
/** The side that is stated; of a sum ('Summa kostnader') the one its label says. */
const side = (line: Line): Side =>
  line.role === 'income' || line.role === 'cost' || line.role === 'net' ? line.role : isSum(line) ? (sideIn(line.label) ?? 'other') : 'other'

/** Documents print costs below or above zero, and net costs either way. Which, the table itself shows: every convention is tried, the plain one first. */
const conventions: readonly Signs[] = [1, -1].flatMap((net) => [1, -1].flatMap((cost) => [1, -1].map((income) => ({ income, cost, net, other: 1 }) as Signs)))

/** A net of more lines than this, with other nets among them, nobody prints. */
const mostBefore = 400

/** What a net may be made of: the incomes and costs since the net before, with or without that net. */
const setsFor = (axis: Axis, family: readonly Line[], net: Line): readonly (readonly Line[])[] => {
  if (net.input.of) return [net.input.of.flatMap((name) => namedLine(axis, name, net) ?? [])]
  const sided = (lines: readonly Line[]): readonly Line[] => lines.filter((line) => (line.role === 'income' || line.role === 'cost') && line.hasCells)
  const before = family.slice(0, family.indexOf(net))
  const last = before.findLast((line) => line.role === 'net')
  const between = last ? before.slice(before.indexOf(last) + 1) : before
  const since = sided(between)
  // Lines whose side nobody says (a buffer, extraordinary items) may belong to the net as they are signed.
  const every = between.filter((line) => (line.role === 'income' || line.role === 'cost' || line.role === 'open') && line.hasCells)
  // Where income and cost have sums of their own the net is made of those.
  const sums = between.filter((line) => isSum(line) && line.hasCells && sideIn(line.label) !== null)
  const wider = [...(every.length > since.length ? [every] : []), ...(new Set(sums.map(side)).size === 2 ? [sums] : [])]
  const all = before.length <= mostBefore ? [sided(before)] : []
  if (last) return [[last, ...since], ...wider.map((lines) => [last, ...lines]), since, ...wider, ...all]
  return since.length > 0 || wider.length > 0 ? [...(since.length > 0 ? [since] : []), ...wider] : [sided(family)]
}

const readings = (axis: Axis, family: readonly Line[], net: Line): readonly Reading[] => {
  const crossings = summed(axis)
  return setsFor(axis, family, net)
    .filter((lines) => lines.length > 1 || lines[0]?.role === 'net')
    .flatMap((lines) => {
      const sides = new Set(lines.map(side))
      // A sign that no line has makes no other reading.
      const used = conventions.filter((signs) => (['income', 'cost', 'net'] as const).every((name) => sides.has(name) || signs[name] === 1))
      return used.map((signs) =>
        tryReading(
          axis,
          net,
          lines.map((line): Term => ({ line, sign: signs[side(line)] })),
          crossings,
        ),
      )
    })
}

/** With nothing to go by, the convention that misses least is the one meant. */
const nearest = (tried: readonly Reading[]): Reading | undefined => {
  const best = bestReading(tried)
  return best && best.fits === 0 && best.misses > 0 ? nearestReading(tried) : best
}

type Dash = ReturnType<typeof dashMeaning>

const judge = (axis: Axis, net: Line, tried: readonly Reading[], reading: Reading | undefined, dash: Dash): readonly Draft[] => {
  if (!reading || net.mean) return []
  // A guessed net that the numbers do not bear out is the reader's mistake; a lone one under plain words is asked about.
  if (net.guessed && reading.fits < reading.misses && (net.loose || reading.misses > 1)) return []
  return reading.trials.flatMap(({ crossing, trial }): readonly Draft[] => {
    if (trial.state !== 'miss' || (trial.assumed && !dash(reading, trial))) return []
    const otherSigns = tried.some((other) => other !== reading && tryTerms(axis, net, other.terms, crossing).state === 'fit')
    // A column of deviation may count what is better above zero, whatever signs its table uses.
    if (otherSigns && crossing.role === 'change') return []
    const places = [net, ...reading.terms.map(({ line }) => line)].map((line) => axisPlace(axis, line, crossing))
    const { printed, computed } = trial
    const [shown, sum] = [toldPrinted(printed), told(computed.mid, printed.unit, printed.decimals)]
    const difference = differenceIn(printed.value, computed, printed.unit)
    const [name, where] = [lineName(net), lineName(crossing)]
    return [
      {
        rule: 'net',
        sureness: otherSigns || (net.guessed && reading.fits < reading.misses) ? 'ask' : net.guessed || trial.assumed ? 'contradiction' : 'error',
        cells: places.map(({ place }) => place),
        keys: places.map(({ key }) => key),
        needs: neededIn(
          printed,
          computed,
          reading.terms.map(({ line, sign }) => ({ cell: axis.at(line, crossing), sign })),
        ),
        printed: shown,
        computed: sum,
        difference,
        unit: printed.unit.text,
        text: otherSigns
          ? sentences.netSigns(name, where, shown.text, sum.text)
          : sentences.net(name, where, shown.text, sum.text, gapWords(difference, printed.unit, printed.decimals)),
        root: rootOf(printed.value, computed, printed.unit),
      },
    ]
  })
}

/** Nets of one convention: the groups of a nested table share their signs, so they are read together. */
const byShape = (axis: Axis): readonly (readonly { readonly net: Line; readonly tried: readonly Reading[] }[])[] => {
  const shapes = new Map<string, { net: Line; tried: readonly Reading[] }[]>()
  for (const family of families(axis)) {
    for (const net of family.filter((line) => line.role === 'net' && line.hasCells)) {
      const tried = readings(axis, family, net)
      const shape = tried.map((reading) => reading.terms.map(({ line, sign }) => `${side(line)}${sign}`).join('+')).join('|')
      const nets = shapes.get(shape)
      if (nets) nets.push({ net, tried })
      else shapes.set(shape, [{ net, tried }])
    }
  }
  return [...shapes.values()]
}

/** Income and cost that do not make the net printed, whatever signs the table uses. */
export const netRule = (grid: Grid): Found => ({
  findings: axesOf(grid).flatMap((axis) => {
    const read = byShape(axis).flatMap((nets) => {
      // The convention that most of the like nets bear out is the table's, and each of them is judged by it.
      const fits = (nets[0]?.tried ?? []).map((_, i) => nets.reduce((sum, { tried }) => sum + (tried[i]?.fits ?? 0), 0))
      const chosen = nets.length > 1 && Math.max(0, ...fits) > 0 ? fits.indexOf(Math.max(...fits)) : null
      return nets.map(({ net, tried }) => ({ net, tried, reading: chosen === null ? nearest(tried) : tried[chosen] }))
    })
    const dash = dashMeaning(read.flatMap(({ reading }) => reading ?? []))
    return read.flatMap(({ net, tried, reading }) => judge(axis, net, tried, reading, dash))
  }),
  notes: [],
})
