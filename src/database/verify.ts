import type pg from 'pg'
import type { Text } from '../kernel/text.ts'
import { verifyWords as words } from './verify-words.ts'

/** A row that does not agree with the sealed history. */
export interface Break {
  readonly kind: 'altered' | 'emptied' | 'removed' | 'slipped_in' | 'chain' | 'anchor'
  /** Place in the chain, where the break lies in the history itself. */
  readonly position: number | null
  readonly relation: string
  readonly key: string
  readonly text: Text
}

/** A remembered place in the chain, kept outside the database: it also catches a tail cut off together with its seals. */
export interface Anchor {
  readonly position: number
  /** Digest in hex. */
  readonly chain: string
}

export interface Verification {
  readonly rows: number
  readonly head: Anchor
  /** The first is the earliest in the chain; at most 20 of each part are told. */
  readonly breaks: readonly Break[]
}

/**
 * A row of the history whose content is gone lawfully: noted, in the chain and after it, as destroyed by a clause of that kind which
 * names what it belonged to. Emptying anything without that is told as a break.
 */
const lawful = `(e.content is null and e.op <> 'delete' and exists (
  select from history.entry d join history.entry c on c.relation = 'clause' and c.key = d.content ->> 'clause_id' and c.op = 'insert'
   where d.relation = 'destroyed_row' and d.key = e.relation || '/' || e.key and d.op = 'insert' and d.id > e.id
     and c.content ->> 'kind' = 'destroy' and c.content -> 'data' ->> 'of' = d.content ->> 'root_id'))`
/** Is the content not what its digest says? */
const changed = `(history.content_digest(e.content) <> e.content_digest and not ${lawful})`

interface VerifyOptions {
  readonly anchors?: readonly Anchor[]
  /** Called with rows done and rows in all. */
  readonly onProgress?: (done: number, all: number) => void
  /** Stops between batches when aborted; the verification then throws the signal's reason. */
  readonly signal?: AbortSignal
}

const batch = 20_000
const told = 20

/**
 * Recomputes the whole chain, compares every tracked table with its history and every stored file with its digest, in one read-only snapshot.
 * Finds any row of the history or of a tracked table that was altered, removed or slipped in, whoever did it.
 * Not found: a tail cut off together with its seals, unless an anchor from before is given.
 */
export const verifyHistory = async (client: pg.ClientBase, options: VerifyOptions = {}): Promise<Verification> => {
  await client.query('begin isolation level repeatable read read only')
  try {
    await client.query('set local statement_timeout = 0')
    return await verifyWithin(client, options)
  } finally {
    await client.query('rollback')
  }
}

/** The same within the transaction that the client is in, whatever it has done. */
export const verifyWithin = async (client: pg.ClientBase, { anchors = [], onProgress = () => {}, signal }: VerifyOptions = {}): Promise<Verification> => {
  const { rows: heads } = await client.query<{ position: string; chain: string }>(
    `select position, encode(chain, 'hex') as chain from history.seal order by position desc limit 1`,
  )
  const head: Anchor = { position: Number(heads[0]?.position ?? 0), chain: heads[0]?.chain ?? '' }
  const breaks: Break[] = []
  for (let from = 0; from < head.position; from += batch) {
    signal?.throwIfAborted()
    breaks.push(...(await chainBreaks(client, from, from + batch)))
    onProgress(Math.min(from + batch, head.position), head.position)
  }
  breaks.push(...(await unsealed(client)), ...(await anchorBreaks(client, anchors)))
  const { rows: tracked } = await client.query<{ relation: string; key_columns: string[] }>(
    'select relation, key_columns from history.tracked order by relation',
  )
  for (const { relation, key_columns } of tracked) {
    signal?.throwIfAborted()
    breaks.push(...(await currentBreaks(client, relation, key_columns)))
  }
  breaks.push(...(await fileBreaks(client)))
  return { rows: head.position, head, breaks }
}

const chainBreaks = async (client: pg.ClientBase, from: number, to: number): Promise<Break[]> => {
  const { rows } = await client.query<{
    position: string
    relation: string | null
    key: string | null
    removed: boolean
    altered: boolean
    emptied: boolean
    gap: boolean
  }>(
    `with s as (
       select position, entry_id, digest, chain, lag(chain) over w as prev_chain, lag(position) over w as prev
       from history.seal where position >= $1 and position <= $2 window w as (order by position))
     select s.position, e.relation, e.key, e.id is null as removed,
            coalesce(history.digest(e) <> s.digest or ${changed}, false) as altered,
            coalesce(e.content is null and e.op <> 'delete', false) as emptied,
            s.position <> coalesce(s.prev, 0) + 1 as gap
     from s left join history.entry e on e.id = s.entry_id
     where s.position > $1
       and (e.id is null or history.digest(e) <> s.digest or ${changed}
            or s.position <> coalesce(s.prev, 0) + 1 or sha256(coalesce(s.prev_chain, sha256('genomslag')) || s.digest) <> s.chain)
     order by s.position limit ${told}`,
    [from, to],
  )
  return rows.map((r) => {
    const position = Number(r.position)
    const kind = r.removed || r.gap ? 'removed' : r.altered ? (r.emptied ? 'emptied' : 'altered') : 'chain'
    return { kind, position, relation: r.relation ?? 'history', key: r.key ?? '', text: words[kind](position, r.relation ?? '', r.key ?? '') }
  })
}

const unsealed = async (client: pg.ClientBase): Promise<Break[]> => {
  const { rows } = await client.query<{ relation: string; key: string }>(
    `select e.relation, e.key from history.entry e where not exists (select from history.seal s where s.entry_id = e.id) order by e.id limit ${told}`,
  )
  return rows.map((r) => ({ kind: 'slipped_in', position: null, ...r, text: words.slippedIntoHistory(r.relation, r.key) }))
}

const anchorBreaks = async (client: pg.ClientBase, anchors: readonly Anchor[]): Promise<Break[]> => {
  const out: Break[] = []
  for (const { position, chain } of anchors) {
    const { rows } = await client.query(`select from history.seal where position = $1 and encode(chain, 'hex') = $2`, [position, chain])
    if (rows.length === 0) out.push({ kind: 'anchor', position, relation: 'history', key: '', text: words.anchor(position) })
  }
  return out
}

/** Stored files whose content no longer has the digest that the history knows. */
const fileBreaks = async (client: pg.ClientBase): Promise<Break[]> => {
  const { rows } = await client.query<{ sha256: string }>(`select sha256 from stored_file where not file_is_whole(sha256) order by 1 limit ${told}`)
  return rows.map((r) => ({ kind: 'altered', position: null, relation: 'file_chunk', key: r.sha256, text: words.file(r.sha256) }))
}

/** A row whose key holds a time is the same row when that time comes to an end: what begins it tells it from others. */
const identity = (key: string): string => `regexp_replace(${key}, '\\[(\\d{4}-\\d{2}-\\d{2}),[^)]*\\)', '[\\1,')`

const currentBreaks = async (client: pg.ClientBase, relation: string, keyColumns: readonly string[]): Promise<Break[]> => {
  const key = keyColumns.map((c) => `coalesce(to_jsonb(t) ->> ${client.escapeLiteral(c)}, '')`).join(` || '/' || `)
  const { rows } = await client.query<{ key: string; is_here: boolean; should_be: boolean }>(
    `with t as (select ${identity(key)} as key, to_jsonb(t) as content from ${client.escapeIdentifier(relation)} t),
          h as (select distinct on (1) ${identity('key')} as key, op, content from history.entry where relation = $1 order by 1, id desc)
     select coalesce(t.key, h.key) as key, t.key is not null as is_here, coalesce(h.op <> 'delete', false) as should_be
     from t full join h on h.key = t.key
     where (t.key is null and h.op <> 'delete') or (t.key is not null and (h.key is null or h.op = 'delete'))
        or (t.key is not null and h.op <> 'delete' and jsonb_strip_nulls(t.content) <> jsonb_strip_nulls(h.content))
     order by 1 limit ${told}`,
    [relation],
  )
  return rows.map((r) => {
    const kind = !r.is_here ? 'removed' : r.should_be ? 'altered' : 'slipped_in'
    return { kind, position: null, relation, key: r.key, text: words.current(kind, relation, r.key) }
  })
}
