import type { Store } from '../database/connection.ts'
import type { Locale, Text } from '../kernel/text.ts'
import type { Hit } from './find.ts'

/** What a hit says, in a language: Swedish for what somebody wrote here, both for measures and units, which have names in both. */
export interface Said {
  readonly title: string
  readonly body: string
  readonly language: Locale
}

/** Each hit as it is said in the reader's language, and as it is said in the other where it is. */
export interface InLanguages {
  readonly own: Said
  readonly other: Said | null
}

/** In the order of the hits. What somebody wrote here is in Swedish, whoever reads. */
export const inLanguages = async (store: Store, hits: readonly Hit[], locale: Locale): Promise<readonly InLanguages[]> => {
  const [measures, units] = await Promise.all([measuresOf(store, idsOf(hits, 'series')), unitsOf(store, idsOf(hits, 'node'))])
  const otherLocale: Locale = locale === 'sv' ? 'en' : 'sv'
  return hits.map((hit): InLanguages => {
    const measure = measures.get(hit.id)
    const name = measure?.name ?? units.get(hit.id)
    if (!name) return { own: { title: hit.title, body: hit.body, language: 'sv' }, other: null }
    // The other name of a unit stands first in what is searched.
    const rest = hit.body.startsWith(name.en) ? hit.body.slice(name.en.length).trim() : hit.body
    const said = (language: Locale): Said => ({ title: name[language], body: measure ? measure.text[language] : rest, language })
    return { own: said(locale), other: said(otherLocale) }
  })
}

const idsOf = (hits: readonly Hit[], kind: string): readonly string[] => hits.flatMap((hit) => (hit.kind === kind ? [hit.id] : []))

const measuresOf = async (store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly name: Text; readonly text: Text }>> => {
  if (ids.length === 0) return new Map()
  const rows = await store
    .selectFrom('series')
    .select(['id', 'name_sv', 'name_en', 'purpose_sv', 'purpose_en'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, { name: { sv: row.name_sv, en: row.name_en }, text: { sv: row.purpose_sv ?? '', en: row.purpose_en ?? '' } }]))
}

/** By their latest names. */
const unitsOf = async (store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Text>> => {
  if (ids.length === 0) return new Map()
  const rows = await store
    .selectFrom('node_version')
    .select(['node_id', 'name_sv', 'name_en'])
    .where('node_id', 'in', [...ids])
    .orderBy('valid')
    .execute()
  return new Map(rows.map((row) => [row.node_id, { sv: row.name_sv, en: row.name_en }]))
}
