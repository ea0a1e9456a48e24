import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import type { Tree } from '../organisation/tree.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import { metaOf } from './field.ts'
import { fieldOf } from './shown.ts'
import { words } from './words.ts'

export interface Option {
  readonly value: string
  readonly label: Text
}

/** What can be chosen in the fields that name a node or a post, by field. */
export type Choices = Readonly<Record<string, readonly Option[]>>

type Fielded = Pick<AnyDefinition, 'fields'>
const namesOf = (definition: Fielded): readonly string[] => Object.keys(definition.fields.shape)

/**
 * Loads what can be chosen: the nodes of the tree (of the kinds that the field allows), and the posts of its nodes, told by node. Of all
 * fields, or of those named.
 */
export const choicesFor = async (store: Store | Tx, definition: Fielded, tree: Tree, names = namesOf(definition)): Promise<Choices> => {
  const asksPosts = names.some((name) => fieldOf(definition, name)?.input === 'post')
  const posts = asksPosts ? await postOptions(store, tree) : []
  return Object.fromEntries(
    names.flatMap((name) => {
      const meta = metaOf(definition.fields.shape[name] as never)
      if (meta.input === 'post') return [[name, posts]]
      if (meta.input !== 'node' && meta.input !== 'nodes') return []
      const nodes = tree.nodes.filter((n) => !meta.nodes || meta.nodes.includes(n.kind))
      return [[name, nodes.map((n) => ({ value: n.id, label: n.name }))]]
    }),
  )
}

const postOptions = async (store: Store | Tx, tree: Tree): Promise<readonly Option[]> => {
  const rows = await store.selectFrom('post').select(['id', 'node_id', 'title_sv', 'title_en']).where('seat', 'is', null).execute()
  const there = rows.filter((r) => tree.get(r.node_id))
  // Thousands of posts have some hundred titles: those are compared as words, the posts by their places.
  const titles = placesOf(there.map((r) => r.title_sv))
  const nodes = namePlaces(tree)
  const place = (of: ReadonlyMap<string, number>, name: string): number => of.get(name) ?? 0
  return there
    .toSorted((a, b) => place(titles, a.title_sv) - place(titles, b.title_sv) || place(nodes, a.node_id) - place(nodes, b.node_id))
    .map((r) => {
      const node = tree.get(r.node_id)?.name ?? { sv: '', en: '' }
      return { value: r.id, label: { sv: `${r.title_sv}, ${node.sv}`, en: `${r.title_en}, ${node.en}` } }
    })
}

const swedish = new Intl.Collator('sv')
const placesOf = (words: readonly string[]): ReadonlyMap<string, number> => new Map([...new Set(words)].toSorted(swedish.compare).map((word, i) => [word, i]))

/** Each node's place by Swedish name, kept for as long as its tree is. */
const namePlaces = ({ nodes }: Tree): ReadonlyMap<string, number> => {
  const known = keptPlaces.get(nodes)
  if (known) return known
  const names = placesOf(nodes.map((n) => n.name.sv))
  const places = new Map(nodes.map((n) => [n.id, names.get(n.name.sv) ?? 0]))
  keptPlaces.set(nodes, places)
  return places
}
const keptPlaces = new WeakMap<Tree['nodes'], ReadonlyMap<string, number>>()

/** A refusal for each field in `data` that names a node or post that is not there, or a node of a kind that the field does not allow. */
export const unknownReferences = async (store: Store | Tx, definition: Fielded, data: EntryData, tree: Tree): Promise<readonly Refusal[]> =>
  referenceProblems(definition, data, tree, await postsThere(store, definition, [data]))

/** The posts that fields name and that are there. */
export const postsThere = async (store: Store | Tx, definition: Fielded, all: readonly EntryData[]): Promise<ReadonlySet<string>> => {
  const fields = namesOf(definition).filter((name) => metaOf(definition.fields.shape[name] as never).input === 'post')
  const ids = [...new Set(all.flatMap((data) => fields.map((name) => String(data[name] ?? ''))))].filter(isId)
  const rows = ids.length === 0 ? [] : await store.selectFrom('post').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map((r) => r.id))
}

/** The same, with the posts that are there already asked for. */
export const referenceProblems = (definition: Fielded, data: EntryData, tree: Tree, posts: ReadonlySet<string>): readonly Refusal[] => {
  const refusals: Refusal[] = []
  for (const name of namesOf(definition).filter((n) => data[n] !== undefined && data[n] !== null)) {
    const meta = metaOf(definition.fields.shape[name] as never)
    if (meta.input === 'node' || meta.input === 'nodes') {
      const allowed = (id: unknown): boolean => {
        const node = tree.get(String(id))
        return node !== undefined && (!meta.nodes || meta.nodes.includes(node.kind))
      }
      if (![data[name]].flat().every(allowed)) refusals.push({ code: 'field.no_node', field: name, text: words.noSuchNode(meta.label) })
    }
    if (meta.input === 'post' && !posts.has(String(data[name]).toLowerCase()))
      refusals.push({ code: 'field.no_post', field: name, text: words.noSuchPost(meta.label) })
  }
  return refusals
}
