import { type Consequence, type Draft, type Finding, type Place, surenesses } from './finding.ts'
import { type Likely, misprintOf } from './misprint.ts'

/** More than this of one root nobody reads. */
const mostConsequences = 100

const toConsequence = ({ rule, cells, difference, text }: Draft): Consequence => ({ rule, cells, difference, text })
const rank = ({ sureness }: Draft): number => surenesses.indexOf(sureness)
const surest = (group: readonly Draft[]): number => group.reduce((least, it) => Math.min(least, rank(it)), surenesses.length - 1)

/** May the two differences be one and the same, carried from sum to sum? */
const sameRoot = (a: Draft, b: Draft): boolean => {
  if (!a.root || !b.root || a.root.dimension !== b.root.dimension) return false
  const room = a.root.room + b.root.room
  return Math.abs(Math.abs(a.root.size) - Math.abs(b.root.size)) <= room * (1 + 1e-9) + 1e-9 * Math.abs(a.root.size)
}

/** The cells that every finding of the group rests on: one wrong number shows in all of them. */
const commonKeys = (group: readonly Draft[]): readonly string[] =>
  group.slice(1).reduce<readonly string[]>((common, { keys }) => common.filter((key) => keys.includes(key)), [...new Set(group[0]?.keys)])

/** The cell to look at first: the one that all rests on, else the only one that a slip of the hand explains; with what that slip was of. */
const suspectOf = ({ cells, needs }: Draft, at: number): Pick<Finding, 'suspect' | 'likely'> => {
  const need = needs?.[at]
  if (at >= 0) {
    const likely = need ? misprintOf(need) : null
    return { suspect: cells[at] as Place, ...(likely ? { likely } : {}) }
  }
  // Another digit here or there explains nearly anything; two digits swapped, a sign or a thousand in one cell alone hardly come by chance.
  const explained = (needs ?? []).flatMap((it, i) => {
    const likely = it ? misprintOf(it, ['transposed', 'sign', 'power']) : null
    return likely ? [{ suspect: cells[i] as Place, likely }] : []
  })
  return explained.length === 1 ? (explained[0] as { suspect: Place; likely: Likely }) : {}
}

/** The finding whose printed number is the one they all share speaks for its group, else the surest and narrowest; the rest follow from the same root. */
const speak = (group: readonly Draft[]): Finding => {
  const common = commonKeys(group)
  const heads = ({ keys }: Draft): number => (group.length > 1 && common.length === 1 && keys[0] === common[0] ? 0 : 1)
  const [first, ...rest] = group.toSorted((a, b) => heads(a) - heads(b) || rank(a) - rank(b) || a.cells.length - b.cells.length) as [Draft, ...Draft[]]
  const { keys, root: _root, consequences, needs: _needs, ...finding } = first
  const { suspect, likely } = suspectOf(first, group.length > 1 && common.length === 1 ? keys.indexOf(common[0] as string) : -1)
  return {
    ...finding,
    // What two sums tell of one cell is as sure as the surer of them.
    sureness: surenesses[surest(group)] ?? finding.sureness,
    ...(suspect ? { suspect } : {}),
    ...(likely ? { likely } : {}),
    consequences: [...(consequences ?? []), ...rest.flatMap((it) => [toConsequence(it), ...(it.consequences ?? [])])].slice(0, mostConsequences),
  }
}

/** Findings that share a cell and a difference, taken together from the cell that most of them share. */
const groupsOf = (drafts: readonly Draft[]): readonly (readonly Draft[])[] => {
  const byCell = new Map<string, Draft[]>()
  for (const draft of drafts) {
    for (const key of new Set(draft.keys)) {
      const list = byCell.get(key)
      if (list) list.push(draft)
      else byCell.set(key, [draft])
    }
  }
  const taken = new Set<Draft>()
  const groups: Draft[][] = []
  const shared = [...byCell.values()].filter((list) => list.length > 1).toSorted((a, b) => b.length - a.length)
  for (const list of shared) {
    const left = list.filter((draft) => !taken.has(draft))
    for (const lead of left) {
      if (taken.has(lead)) continue
      const group = left.filter((draft) => draft === lead || (!taken.has(draft) && sameRoot(lead, draft)))
      if (group.length < 2) continue
      for (const draft of group) taken.add(draft)
      // Growth in per cent of a cell that is already suspected has the same root, in another unit.
      const suspects = group.reduce<readonly string[]>((common, { keys }) => common.filter((key) => keys.includes(key)), lead.keys)
      for (const draft of left) {
        const relative = draft.root === null || draft.root.dimension !== lead.root?.dimension
        if (
          !taken.has(draft) &&
          relative &&
          (draft.rule === 'change' || draft.rule === 'claim' || draft.rule === 'share') &&
          suspects.some((key) => draft.keys.includes(key))
        ) {
          taken.add(draft)
          group.push(draft)
        }
      }
      groups.push(group)
    }
  }
  return withRelatives([...groups, ...drafts.filter((draft) => !taken.has(draft)).map((draft) => [draft])])
}

/** A share of an amount that a sum already suspects follows from it, though it is told in per cent. */
const withRelatives = (groups: readonly (readonly Draft[])[]): readonly (readonly Draft[])[] => {
  const sums = groups.map(([lead]) => lead).filter((lead) => lead?.rule === 'sum' || lead?.rule === 'net')
  if (sums.length === 0) return groups
  const out = new Map(groups.map((group) => [group[0] as Draft, [...group]]))
  for (const group of groups) {
    const lead = group[0] as Draft
    if (lead.rule !== 'share' || group.length > 1) continue
    const cause = sums.find((sum) => sum && sum !== lead && sum.root?.dimension !== lead.root?.dimension && lead.keys.some((key) => sum.keys.includes(key)))
    if (!cause) continue
    out.get(cause)?.push(lead)
    out.delete(lead)
  }
  return [...out.values()]
}

/** Joins findings that have one root into one, with its consequences; surest first, then as they stand in the documents. */
export const gather = (drafts: readonly Draft[]): readonly Finding[] => {
  const order = new Map(drafts.map((draft, at) => [draft, at]))
  const unique = [...new Map(drafts.map((draft) => [`${draft.rule}|${draft.keys.join()}|${draft.printed.text.sv}|${draft.computed.text.sv}`, draft])).values()]
  return groupsOf(unique)
    .toSorted((a, b) => surest(a) - surest(b) || (order.get(a[0] as Draft) ?? 0) - (order.get(b[0] as Draft) ?? 0))
    .map(speak)
}
