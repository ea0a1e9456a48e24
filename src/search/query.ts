/** One thing that is asked for: a word, several in their order, or a word that is still being typed. `not` excludes. */
export interface Term {
  readonly text: string
  readonly way: 'word' | 'prefix' | 'phrase'
  readonly not: boolean
}

/** What somebody asks for, as it was read. Reading never fails: whatever is typed is some question. */
export interface Query {
  /** As typed, within bounds. */
  readonly typed: string
  readonly terms: readonly Term[]
  /** The whole as a number is written in the index ('aln2022-00041', '§24'), when there is a figure in it. */
  readonly number: string | null
}

const longest = 200
const most = 12

const parts = /(?<not>-?)(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu

/** Reads what is typed: words, "phrases in quotes", -excluded. '§ 24' is one word. The last word is taken to be still under way. */
export const readQuery = (asked: string): Query => {
  const typed = asked.replaceAll('\u0000', '').toWellFormed().replaceAll(/[”“„]/g, '"').slice(0, longest)
  const joined = typed.replaceAll(/§\s+(?=\d)/g, '§').replaceAll(/(?<=^|\s)[–−](?=\S)/g, '-')
  const terms: Term[] = []
  for (const { groups, index, 0: whole } of joined.matchAll(parts)) {
    const { not = '', phrase, word } = groups ?? {}
    const text = (phrase ?? word ?? '').trim()
    if (!/[\p{L}\p{N}]/u.test(text) || terms.length === most) continue
    const last = index + whole.length === joined.length
    const way = phrase !== undefined ? 'phrase' : last && not === '' && /^\p{L}{2,}$/u.test(text) ? 'prefix' : 'word'
    terms.push({ text, way, not: not === '-' })
  }
  return { typed: typed.trim(), terms, number: asNumber(joined) }
}

/** A number as the index has it: in lower case, without blanks and commas. Null when there is no figure in it. */
export const asNumber = (text: string): string | null => {
  const bare = text.toLowerCase().replaceAll(/[\s,"]+/g, '')
  return /\p{N}/u.test(bare) && bare.length <= 80 ? bare : null
}

/** The words that something shall hold. */
export const wanted = ({ terms }: Query): readonly Term[] => terms.filter((t) => !t.not)

/** The query with other words in place of some: what the reader may have meant. */
export const withWords = ({ typed }: Query, other: ReadonlyMap<string, string>): string =>
  typed.replaceAll(/\p{L}+/gu, (word) => other.get(word.toLowerCase()) ?? word)
