import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import { contentOf } from '../files/file-store.ts'
import { strToU8, Zip, ZipPassThrough } from 'fflate'

/** A file of a package: its bytes where they are made here, else the digest of a stored file. */
type Packed = { readonly path: string } & ({ readonly bytes: Uint8Array } | { readonly stored: string })

/** A package for the archive authority: its files in order, the list of them with their digests first, whose own digest is the receipt's. */
export interface ArchivePackage {
  readonly files: readonly Packed[]
  /** SHA-256 of manifest.json, which holds those of all the others: the same content always gives the same. */
  readonly digest: string
}

interface Row {
  readonly file: string
  readonly json: unknown
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const jsonOf = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`)

/** Number first, so that the order is kept; then what is safe in every file system. */
const pathOf = (folder: string, no: number, name: string): string =>
  `${folder}/${String(no).padStart(3, '0')}-${name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.-]+/gu, '-')
    .slice(0, 80)}`

/**
 * A case with all that stands in it, in open form: JSON for what is data, each attached file as it came, manifest.json with form, origin,
 * and the title, day, size and SHA-256 of every file. Undefined when there is no such case. What attached files hold is not read: their sizes and
 * digests are known.
 */
export const archivePackage = async (store: Store | Tx, caseId: string): Promise<ArchivePackage | undefined> => {
  const { rows } = await sql<Row>`${contentOfCase(caseId)}`.execute(store)
  const parts = new Map(rows.map((r) => [r.file, r.json]))
  const about = parts.get('case') as Readonly<Record<string, unknown>> | null | undefined
  if (!about) return undefined
  const files: Packed[] = []
  const told: object[] = []
  const put = (path: string, bytes: Uint8Array, more: object): void => {
    files.push({ path, bytes })
    told.push({ path, size: bytes.length, sha256: sha256(bytes), ...more })
  }
  put('case.json', jsonOf({ ...about, parties: parts.get('parties'), events: parts.get('events') }), { title: about['title'] })
  put('decisions.json', jsonOf(parts.get('decisions')), {})
  const documents = parts.get('documents') as readonly { readonly title: string; readonly day: string }[]
  for (const [i, document] of documents.entries())
    put(`${pathOf('documents', i + 1, document.title)}.json`, jsonOf(document), { title: document.title, day: document.day })
  const attached = parts.get('attachments') as readonly Attached[]
  for (const [i, { name, title, day, size, sha256: stored }] of attached.entries()) {
    const path = pathOf('files', i + 1, name)
    files.push({ path, stored })
    told.push({ path, size, sha256: stored, title, day })
  }
  const manifest = jsonOf({
    form: 'genomslag-archive/1',
    what: 'A case delivered to the archive authority (arkivlagen 1990:782, 9 §). All text is UTF-8; days are ISO 8601.',
    case: about,
    files: told,
  })
  return { files: [{ path: 'manifest.json', bytes: manifest }, ...files], digest: sha256(manifest) }
}

interface Attached {
  readonly name: string
  readonly title: string
  readonly day: string
  readonly size: number
  readonly sha256: string
}

/** A zip begins its time in 1980. */
const noTime = new Date(1980, 0, 1)

/** The package as one zip, piece by piece as it is read: no more of it is held than a piece of a file. The same content gives the same bytes. */
export async function* zippedPackage(store: Store, { files }: ArchivePackage): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const taken = (): Uint8Array[] => {
    const out = ready
    ready = []
    return out
  }
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  for (const file of files) {
    const entry = new ZipPassThrough(file.path)
    entry.mtime = noTime
    zip.add(entry)
    if ('bytes' in file) entry.push(file.bytes)
    else
      for await (const piece of contentOf(store, file.stored)) {
        entry.push(piece)
        yield* taken()
      }
    entry.push(new Uint8Array(), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}

const contentOfCase = (id: string) => sql`
  with docs as (select d.id, d.kind, d.version, d.parts, t.title, t.number, t.day, t.secrecy from document d join thing t on t.id = d.id where d.case_id = ${id}::uuid)
  select 'case' as file, (select jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title, 'opened', f.opened, 'closed', f.closed, 'secrecy', t.secrecy,
           'authority', (select name_sv from node_version v where v.node_id = t.node_id order by lower(valid) desc limit 1),
           'municipality', (select code from municipality_code where node_id = municipality_of(t.node_id)))
      from thing t join case_file f on f.id = t.id where t.id = ${id}::uuid) as json
  union all select 'parties', (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'role', role) order by id), '[]') from case_party where case_id = ${id}::uuid)
  union all select 'events', (select coalesce(jsonb_agg(jsonb_build_object('day', day, 'text', text) order by day, id), '[]') from case_event where case_id = ${id}::uuid)
  union all select 'documents', (select coalesce(jsonb_agg(to_jsonb(docs) order by day, id), '[]') from docs)
  union all select 'decisions', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'day', t.day, 'clauses',
             (select coalesce(jsonb_agg(jsonb_build_object('no', c.no, 'text', c.text) order by c.no), '[]') from clause c where c.decision_id = t.id)) order by t.day, t.id), '[]')
      from decision d join thing t on t.id = d.id where d.case_id = ${id}::uuid)
  union all select 'attachments', (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'title', title, 'day', day, 'size', size, 'sha256', sha256) order by day, id), '[]')
      from attachment join stored_file using (sha256) where thing_id = ${id}::uuid or thing_id in (select id from docs))`
