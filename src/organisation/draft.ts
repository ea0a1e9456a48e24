import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { seatsHindrances } from '../rulebook/seats.ts'
import type { Change } from './change.ts'
import type { Facts } from './change-organisation.ts'
import { refusalWords as words } from './refusal-words.ts'
import { slugOf } from './slug.ts'
import { isBody, type NodeKind } from './tree.ts'

/** What a body or unit is to be called, and its seats if it is a body. An empty English name means the Swedish one. */
export interface NodeDraft {
  readonly name: Text
  readonly short: string
  readonly seats: number | null
}

const longestShort = 12

/** What is wrong with a draft of a node of the kind. `suffix` tells several drafts of one form apart: field 'name.2'. */
export const draftHindrances = ({ name, short, seats }: NodeDraft, kind: NodeKind, voters: number | null, suffix = ''): readonly Refusal[] => [
  ...(name.sv.trim() === '' ? [words.nameless(`name${suffix}`)] : []),
  ...(short.trim() === '' || short.trim().length > longestShort ? [words.shortless(`short${suffix}`)] : []),
  ...(seats !== null && !(Number.isInteger(seats) && seats > 0 && seats < 1000)
    ? [words.badSeats(`seats${suffix}`)]
    : seatsHindrances(kind, seats, voters).map((refusal) => ({ ...refusal, field: `seats${suffix}` }))),
]

/** The draft as it is kept: trimmed, and seats only for bodies. */
export const keptDraft = ({ name, short, seats }: NodeDraft, kind: NodeKind): NodeDraft => ({
  name: { sv: name.sv.trim(), en: name.en.trim() || name.sv.trim() },
  short: short.trim(),
  seats: isBody(kind) ? seats : null,
})

interface Founding {
  readonly draft: NodeDraft
  readonly kind: NodeKind
  readonly parentId: string | null
  readonly from: Day
}

export interface Founded {
  readonly id: string
  readonly slug: string
}

/** The writes that make a new node. `taken` are the slugs given out in the same plan. */
export const found = (
  { timeline, newId }: Facts,
  { draft, kind, parentId, from }: Founding,
  taken: readonly string[] = [],
): { node: Founded; changes: readonly Change[] } => {
  const id = newId()
  const kept = keptDraft(draft, kind)
  const slug = slugOf(kept.name.sv, new Set([...[...timeline.values()].map((life) => life.slug), ...taken]))
  return {
    node: { id, slug },
    changes: [
      { kind: 'found', node: { id, slug, kind } },
      { kind: 'begin', version: { nodeId: id, from, to: null, ...kept, parentId } },
    ],
  }
}
