import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { documentWords as words } from './document-words.ts'

/** The kinds of document that a case may hold. */
export const documentKinds = ['board_paper', 'official_opinion', 'report', 'annex', 'minutes_extract', 'statement', 'agreement'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** How the unions were met with (MBL 19, 11 §§): told, heard, negotiated with. */
export const cooperationKinds = ['information', 'cooperation', 'negotiation'] as const
export type CooperationKind = (typeof cooperationKinds)[number]

/** That the unions were told or heard: where, when (null when the paper does not say) and how. */
export interface Cooperation {
  readonly forum: string
  readonly day: Day | null
  readonly kind: CooperationKind
}

/** An assessment in one dimension: its text, or the express words that no in-depth analysis was made. */
export type Assessment = { readonly text: string } | { readonly none: true }

/** What a board paper says (processes A2). A part that the paper lacks is left out. */
export interface BoardPaperParts {
  readonly decision?: readonly string[]
  readonly summary?: string
  readonly matter?: string
  readonly basis?: readonly string[]
  readonly cooperation?: readonly Cooperation[]
  readonly dispatchTo?: readonly string[]
  readonly signatures?: readonly string[]
}

/** What an official opinion says (processes C2). */
export interface OfficialOpinionParts {
  readonly issued?: Day
  readonly reference?: string
  readonly officer?: string
  readonly proposal?: readonly string[]
  readonly summary?: string
  readonly economic?: Assessment
  readonly ecological?: Assessment
  readonly social?: Assessment
  readonly cooperation?: readonly Cooperation[]
  readonly attachments?: readonly string[]
  readonly matter?: string
  readonly assessment?: string
  readonly signatures?: readonly string[]
}

/** Every other kind is running text. */
export interface FreeParts {
  readonly body?: string
}

export type PartsOf<K extends DocumentKind> = K extends 'board_paper' ? BoardPaperParts : K extends 'official_opinion' ? OfficialOpinionParts : FreeParts
export type AnyParts = BoardPaperParts | OfficialOpinionParts | FreeParts

/** How a part is typed and set: a line, running text, a list with one item a line, clauses, a day, an assessment, union cooperation. */
export type PartInput = 'line' | 'text' | 'lines' | 'clauses' | 'day' | 'assessment' | 'cooperation'

/** A part of a document: its name in `parts`, its words, its input, and what is pointed out when it is missing. */
export interface PartSpec {
  readonly name: string
  readonly words: Text
  readonly input: PartInput
  readonly missing?: Text
}

type PartName = keyof typeof words.parts

const part = (name: PartName, input: PartInput): PartSpec => ({ name, words: words.parts[name], input })
/** A part that its kind of document ought to have. */
const due = (name: PartName & keyof typeof words.lacks, input: PartInput): PartSpec => ({ ...part(name, input), missing: words.lacks[name] })

const free: readonly PartSpec[] = [due('body', 'text')]

/** The parts of each kind of document in the order they are read. Those with `missing` are expected. */
export const partsOfKind: Readonly<Record<DocumentKind, readonly PartSpec[]>> = {
  board_paper: [
    due('decision', 'clauses'),
    part('summary', 'text'),
    due('matter', 'text'),
    due('basis', 'lines'),
    due('cooperation', 'cooperation'),
    due('dispatchTo', 'lines'),
    due('signatures', 'lines'),
  ],
  official_opinion: [
    due('issued', 'day'),
    due('reference', 'line'),
    due('officer', 'line'),
    due('proposal', 'clauses'),
    due('summary', 'text'),
    due('economic', 'assessment'),
    due('ecological', 'assessment'),
    due('social', 'assessment'),
    due('cooperation', 'cooperation'),
    part('attachments', 'lines'),
    due('matter', 'text'),
    due('assessment', 'text'),
    due('signatures', 'lines'),
  ],
  report: free,
  annex: free,
  minutes_extract: free,
  statement: free,
  agreement: free,
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * What a document of its kind ought to say and does not: parts left out, union cooperation without a day, assessments that
 * were expressly not made. Remarks to show beside it, never hindrances: what has been written has been written.
 */
export const documentRemarks = (kind: DocumentKind, parts: Readonly<Record<string, unknown>>): readonly Refusal[] =>
  partsOfKind[kind].flatMap((spec) => {
    const value = parts[spec.name]
    if (isEmpty(value)) return spec.missing ? [{ code: `document.lacks.${spec.name}`, field: spec.name, text: spec.missing }] : []
    if (spec.input === 'cooperation') {
      return (value as readonly Cooperation[])
        .filter((c) => c.day === null)
        .map((c) => ({ code: 'document.undated_cooperation', field: spec.name, text: words.undated(c.forum) }))
    }
    return spec.input === 'assessment' && 'none' in (value as Assessment)
      ? [{ code: 'document.no_analysis', field: spec.name, text: words.noAnalysis(spec.words) }]
      : []
  })
