import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Locale } from '../kernel/text.ts'
import type { Hit } from './find.ts'
import { inLanguages, type Said } from './in-languages.ts'

/** A piece of text, marked where it is what was searched for. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** How a hit is shown: its title with marks, and the part of its text where most of what was searched for stands. */
export interface Shown {
  readonly title: readonly Piece[]
  readonly titleLanguage: Locale
  readonly excerpt: readonly Piece[]
  readonly excerptLanguage: Locale
}

const length = 240
const words = /[\p{L}\p{N}§][\p{L}\p{N}\-:/]*/gu
const plain = (word: string): string => word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')

interface Root {
  readonly root: string
  readonly begins: boolean
}

/** The roots that a question of the database asks for. */
const rootsOf = (tsquery: string): readonly Root[] =>
  [...tsquery.matchAll(/'((?:[^']|'')*)'(:\*)?/g)].map(([, root = '', begins]) => ({ root: root.replaceAll("''", "'"), begins: begins !== undefined }))

/** Which words of the texts are what was searched for: asked of the database, which alone knows the roots of words. */
const hitWords = async (store: Store, texts: readonly string[], positive: string): Promise<ReadonlySet<string>> => {
  const roots = rootsOf(positive)
  const beginnings = new Set(roots.map(({ root }) => plain(root.replace(/^[~#]/, '')).slice(0, 2)))
  const all = new Set(
    texts.flatMap((text) => [...text.matchAll(words)].map(([word]) => word.toLowerCase())).filter((w) => beginnings.has(plain(w).slice(0, 2))),
  )
  if (all.size === 0) return new Set()
  const { rows } = await sql<{ word: string; roots: string[] }>`
    select word, tsvector_to_array(search_vector(word, 'C')) || ('#' || word) as roots from unnest(${[...all].slice(0, 4000)}::text[]) word`.execute(store)
  return new Set(rows.filter((r) => r.roots.some((x) => roots.some(({ root, begins }) => (begins ? x.startsWith(root) : x === root)))).map((r) => r.word))
}

/** Cuts a text into pieces, those of the words marked. Pure. */
export const marked = (text: string, hits: ReadonlySet<string>): readonly Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: word, index } of text.matchAll(words)) {
    if (!hits.has(word.toLowerCase())) continue
    if (index > from) pieces.push({ text: text.slice(from, index), marked: false })
    pieces.push({ text: word, marked: true })
    from = index + word.length
  }
  return from < text.length ? [...pieces, { text: text.slice(from), marked: false }] : pieces
}

/** The stretch of a text, whole words, where most of the words stand; its beginning when none does. Pure. */
export const stretch = (text: string, hits: ReadonlySet<string>): string => {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  if (flat.length <= length) return flat
  const places = [...flat.matchAll(words)].filter(([word]) => hits.has(word.toLowerCase())).map(({ index }) => index)
  const within = (from: number): number => places.filter((p) => p >= from && p < from + length).length
  const best = places.slice(0, 200).reduce((a, b) => (within(b - 40) > within(a - 40) ? b : a), places[0] ?? 0)
  const from = best <= 40 ? 0 : flat.indexOf(' ', best - 40) + 1
  const end = from + length >= flat.length ? flat.length : Math.max(flat.lastIndexOf(' ', from + length), from + 1)
  return `${from > 0 ? '… ' : ''}${flat.slice(from, end)}${end < flat.length ? ' …' : ''}`
}

/** How each hit is shown, in the same order: in the reader's language, with what the other says of it where only there the words are. */
export const showHits = async (store: Store, hits: readonly Hit[], positive: string, locale: Locale): Promise<readonly Shown[]> => {
  const said = await inLanguages(store, hits, locale)
  const found = await hitWords(
    store,
    said.flatMap(({ own, other }) => [own.title, own.body, ...(other ? [other.title, other.body] : [])]),
    positive,
  )
  const hasMark = ({ title, body }: Said): boolean => [title, body].some((text) => marked(text, found).some((piece) => piece.marked))
  return said.map(({ own, other }) => {
    const elsewhere = other !== null && !hasMark(own) && hasMark(other) ? other : null
    const body = elsewhere && marked(elsewhere.title, found).some((piece) => piece.marked) ? elsewhere.title : (elsewhere ?? own).body
    return {
      title: marked(own.title, found),
      titleLanguage: own.language,
      excerpt: sameAs({ title: own.title, body }) ? [] : marked(stretch(body, found), found),
      excerptLanguage: (elsewhere ?? own).language,
    }
  })
}

/** Does the text say nothing more than the title? Then it is not said twice. */
const sameAs = ({ title, body }: Pick<Hit, 'title' | 'body'>): boolean => title.toLowerCase() === body.replaceAll(/\s+/g, ' ').trim().toLowerCase()
