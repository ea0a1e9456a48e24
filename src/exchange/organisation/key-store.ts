import { type Deps, transact } from '../../database/transact.ts'
import { actorOf, type Who } from '../../kernel/who.ts'

export type KeyKind = 'person' | 'node' | 'post'
const columns = { person: 'person_id', node: 'node_id', post: 'post_id' } as const

/** What a key of another system names here, or null. Units and posts may also be named by their word in the address. */
export const findByKey = async ({ store }: Deps, kind: KeyKind, external: string): Promise<string | null> => {
  const column = columns[kind]
  const row = await store.selectFrom('external_key').select(`${column} as id`).where('kind', '=', kind).where('external', '=', external).executeTakeFirst()
  if (row?.id) return row.id
  if (kind === 'person') return null
  const named = await store.selectFrom(kind).select('id').where('slug', '=', external).executeTakeFirst()
  return named?.id ?? null
}

/** Keeps the key of something. What has one already keeps that: then false. */
export const keepKey = (deps: Deps, who: Who, kind: KeyKind, external: string, id: string): Promise<boolean> =>
  transact(deps, { actor: actorOf(who), act: 'keep external key' }, async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('external_key')
      .values({ kind, external, person_id: null, node_id: null, post_id: null, [columns[kind]]: id })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  })
