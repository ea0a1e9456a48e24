import type { Term } from './combine.ts'
import { type Axis, type Line, families, namedLine } from './grid.ts'
import { isOpening, sideIn } from './guess-roles.ts'
import { isYearOnYear, normalLabel } from './label.ts'

/** A printed total and the ways its parts may be meant, the likeliest first. */
export interface SumTask {
  readonly total: Line
  /** Made when they are tried: in a long table the first mostly fits. */
  readonly candidates: readonly (() => readonly Term[])[]
  readonly stated: boolean
  /** Are the parts the rows under a heading? They may be some of them only. */
  readonly nested: boolean
  /** Lines on the other side of the total, which may be broken down there in another way. */
  readonly beside?: () => readonly Term[]
  /** Told only where other crossings bear it out: 'varav' lines mostly are some of the parts. */
  readonly onlyBorne?: boolean
  /** Does nothing in the words say that it is a total? */
  readonly unsaid?: boolean
}

export const isTotal = ({ role }: Line): boolean => role === 'total' || role === 'subtotal'

/** A part along this axis: stated, or left open. Columns that have a period of their own are not parts of each other unless they say so. */
export const isPart = (line: Line, axis: Axis): boolean => {
  if (line.role === 'part' || line.role === 'count' || (line.guessed && (line.role === 'income' || line.role === 'cost'))) return true
  // A mean age or a year-on-year change stands under the parts, not among them.
  if (line.role !== 'open' || line.mean || (axis.way === 'rows' && isYearOnYear(line.label))) return false
  return axis.way === 'rows' || line.input.period === undefined
}

const plus = (lines: readonly Line[]): readonly Term[] => lines.map((line) => ({ line, sign: 1 }))

/** Income and cost above a net, or their sums, that are all printed above zero: one side is taken from the other. */
const sidesApart = (family: readonly Line[], at: number, far: boolean): readonly (() => readonly Term[])[] => {
  const last = (side: 'income' | 'cost'): Line | undefined =>
    family[lastIndex(family, at, (line) => line.hasCells && isTotal(line) && sideIn(line.label) === side)]
  if (!far) return []
  const [income, cost] = [last('income'), last('cost')]
  const summed = income && cost ? [{ line: income, side: 'income' } as const, { line: cost, side: 'cost' } as const] : []
  const lines = run(family, at, -1).filter(({ hasCells, role }) => hasCells && role !== 'of-which')
  const sided = lines.flatMap((line) => {
    const side = sideIn(line.label) ?? (isOpening(line.label) ? 'income' : null)
    return side ? [{ line, side }] : []
  })
  const both = sided.length === lines.length && new Set(sided.map(({ side }) => side)).size === 2 ? sided : []
  if (sideIn((family[at] as Line).label) !== null) return []
  const less = (of: readonly { readonly line: Line; readonly side: 'income' | 'cost' }[], from: 'income' | 'cost') => (): readonly Term[] =>
    of.map(({ line, side }) => ({ line, sign: side === from ? 1 : -1 }))
  // A net cost is what the costs are more than the incomes; a result the other way.
  const order = /kostnad/i.test((family[at] as Line).label) ? (['cost', 'income'] as const) : (['income', 'cost'] as const)
  return [summed, both].flatMap((of) => (of.length > 0 ? order.map((from) => less(of, from)) : []))
}

/** The lines beside a place, outwards until the next total. */
const run = (family: readonly Line[], at: number, step: 1 | -1): readonly Line[] => {
  const out: Line[] = []
  for (let i = at + step; i >= 0 && i < family.length && !isTotal(family[i] as Line); i += step) out.push(family[i] as Line)
  return step === 1 ? out : out.toReversed()
}

/** The last few sums above a place, the nearest two first: a total of subtotals, or of the parts of a balance. */
const lastSums = (family: readonly Line[], at: number): readonly (readonly Line[])[] => {
  const sums: Line[] = []
  for (let i = at - 1; i >= 0 && sums.length < 7; i--) if (isTotal(family[i] as Line) && (family[i] as Line).hasCells) sums.unshift(family[i] as Line)
  return Array.from({ length: Math.min(6, sums.length - 1) }, (_, i) => sums.slice(sums.length - 2 - i))
}

/** The last place before `at` whose line is such; -1 where there is none. */
const lastIndex = (family: readonly Line[], at: number, such: (line: Line) => boolean): number => {
  let i = at - 1
  while (i >= 0 && !such(family[i] as Line)) i--
  return i
}

/** Lines looked at by all the sums of a family together, when each looks at the whole of it: more than this no printed table has. */
export const mostLooked = 3_000_000

/** `far`: may the total be made of lines beyond the sums beside it? */
const among = (family: readonly Line[], at: number, axis: Axis, far: boolean): readonly (() => readonly Term[])[] => {
  const total = family[at] as Line
  const parts = (lines: readonly Line[]): readonly Line[] => lines.filter((line) => isPart(line, axis) && line.hasCells)
  const sided =
    (...roles: readonly Line['role'][]) =>
    () =>
      run(family, at, -1).filter((line) => roles.includes(line.role))
  const before = (): readonly Line[] => parts(family.slice(0, at))
  const above = (): readonly Line[] => parts(run(family, at, -1))
  // What is only loosely read as a sum may be a part like the rest.
  const firm = lastIndex(family, at, (line) => isTotal(line) && !line.loose)
  const between = family.slice(firm + 1, at)
  const loosely = (): readonly Line[] => between.filter((line) => line.hasCells && (isPart(line, axis) || (isTotal(line) && !line.mean)))
  // What reads like a mean may be an amount all the same, where it is needed to make the total.
  const doubtful = between.some((line) => line.role === 'open' && line.mean)
  const everything = (): readonly Line[] => between.filter((line) => line.hasCells && (isPart(line, axis) || (line.role === 'open' && line.mean)))
  const runs = [above, () => parts(run(family, at, 1)), ...(between.some(isTotal) ? [loosely] : []), ...(doubtful ? [everything] : [])]
  // 'Summa kostnader' has none of the incomes above it.
  const side = sideIn(total.label)
  const other = side === 'cost' ? 'income' : 'cost'
  const ofSide = (): readonly Line[] => above().filter((line) => sideIn(line.label) !== other)
  const sides = [sided('cost'), sided('income'), sided('income', 'cost'), ...(side === null ? [] : [ofSide])]
  const sums = lastSums(family, at)
  const last = family[lastIndex(family, at, isTotal)]
  const carried = [() => (last ? [last, ...above()] : []), ...sums.flatMap((some) => [() => some, () => [...some, ...above()]])]
  const apart = sidesApart(family, at, far)
  const added = (...ways: readonly (() => readonly Line[])[]): readonly (() => readonly Term[])[] => ways.map((lines) => () => plus(lines()))
  if (total.role === 'subtotal' || total.loose) return [...added(...runs, ...carried, ...(far ? [before] : [])), ...apart, ...added(...sides)]
  const started = lastIndex(family, at, ({ role }) => role === 'total') + 1
  const since = (): readonly Line[] => (started > 0 ? parts(family.slice(started, at)) : [])
  const subtotals = (): readonly Line[] => family.slice(started > at ? 0 : started).filter((line) => line.role === 'subtotal')
  // Where sums stand below their parts, what follows the last of them belongs to none.
  const loose = (): readonly Line[] => parts(family.slice(family.findLastIndex((line) => line.role === 'subtotal') + 1))
  const whole = [
    () => (before().length > 0 ? before() : parts(family)),
    () => parts(family),
    subtotals,
    () => (subtotals().length > 0 ? [...subtotals(), ...loose()] : []),
  ]
  const wide = far ? whole : []
  const ways = started > 0 ? [since, ...carried, ...runs, ...wide] : [...wide, ...runs, ...carried]
  return [...added(...ways), ...apart, ...added(...sides)]
}

/** The children of a total that itself has rows (income, cost, net): each is the sum of its namesakes under the other headings. */
const namesakes = (family: readonly Line[], total: Line): readonly SumTask[] =>
  total.children.flatMap((child) => {
    const same = (other: Line): boolean =>
      child.role === 'income' || child.role === 'cost' || child.role === 'net'
        ? other.role === child.role
        : normalLabel(other.label) === normalLabel(child.label)
    const groups = family.filter((line) => line !== total && line.children.length > 0 && !isTotal(line))
    const terms = groups.flatMap((group) => group.children.find(same) ?? [])
    return terms.length > 1 ? [{ total: child, candidates: [() => plus(terms)], stated: true, nested: false }] : []
  })

/** A heading with a number of its own is the sum of the rows under it. */
const ofChildren = (line: Line): readonly SumTask[] => {
  const parts = line.children.filter(
    (child) => (child.role === 'part' || (child.role === 'open' && !child.mean) || child.role === 'subtotal' || child.role === 'count') && child.hasCells,
  )
  const closed = line.children.some((child) => child.role === 'total')
  return line.hasCells && parts.length > 1 && !closed && line.role !== 'info'
    ? [{ total: line, candidates: [() => plus(parts)], stated: true, nested: true }]
    : []
}

/** 'Varav' lines below a number that make it together: 'därav kvinnor', 'därav män'. */
const ofWhichLines = (family: readonly Line[], at: number): readonly SumTask[] => {
  const line = family[at] as Line
  if (line.role === 'of-which') return []
  const parts: Line[] = []
  for (let i = at + 1; family[i]?.role === 'of-which'; i++) if (family[i]?.hasCells) parts.push(family[i] as Line)
  return line.hasCells && parts.length > 1 ? [{ total: line, candidates: [() => plus(parts)], stated: false, nested: false, onlyBorne: true }] : []
}

/** Every printed total along an axis, with the ways its parts may be read. */
export const sumTasks = (axis: Axis): readonly SumTask[] =>
  families(axis).flatMap((family) => {
    const sums = family.filter(isTotal)
    const few = sums.length * family.length <= mostLooked
    return family.flatMap((line, at): readonly SumTask[] => {
      const nested = [...ofChildren(line), ...ofWhichLines(family, at)]
      if (line.role === 'net' || line.role === 'change') return nested
      if (line.input.of && line.role !== 'share') {
        const terms = line.input.of.flatMap((name) => namedLine(axis, name, line) ?? [])
        return [{ total: line, candidates: [() => plus(terms)], stated: true, nested: false }, ...nested]
      }
      if (!isTotal(line)) return nested
      if (line.children.length > 0 && !line.hasCells) return namesakes(family, line)
      const beside = (): readonly Term[] => plus(run(family, at, 1).filter((other) => isPart(other, axis) && other.hasCells))
      return [{ total: line, candidates: among(family, at, axis, few || line === sums.at(-1)), stated: !line.guessed, nested: false, beside }, ...nested]
    })
  })
