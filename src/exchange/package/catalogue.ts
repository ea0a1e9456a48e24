import type pg from 'pg'

/** A column as the database's own catalogue tells of it. */
export interface ColumnOf {
  readonly name: string
  /** As PostgreSQL spells it: 'uuid', 'text[]', 'timestamp with time zone'. */
  readonly type: string
  readonly required: boolean
  /** Numbered by the database itself: the number is loaded as it was. */
  readonly identity: boolean
}

/** A table of the municipality, from the catalogue: tables that rooms add come along by themselves. */
export interface TableOf {
  /** 'public.node', 'history.entry': also the name of its file. */
  readonly name: string
  readonly schema: string
  readonly relation: string
  readonly columns: readonly ColumnOf[]
  /** Columns of the primary key, in order; rows are written in this order. Empty when it has none: then by the row itself. */
  readonly key: readonly string[]
  readonly constraints: readonly { readonly name: string; readonly kind: 'foreign' | 'check' | 'unique'; readonly definition: string }[]
  /** The table holds files in pieces (their digest, number and bytes): those are written as files. */
  readonly pieces: boolean
}

/**
 * What is not the municipality's: the layout, which the migrations make, and what belongs to one running instance (who is signed in,
 * attempts to sign in, uploads that wait for a yes, files made for a reader).
 */
const leftOut = [
  'public.schema_migration',
  'history.tracked',
  'public.session',
  'public.sign_in_attempt',
  'public.sign_in_flow',
  'public.import_upload',
  'public.waiting_file',
  'public.logout_token',
  'public.address_change',
  'public.rate_count',
  'public.made_file',
  'public.made_piece',
]

/** Tables of the two schemas in the order of their names, without those of extensions and what is left out. */
export const loadCatalogue = async (client: pg.ClientBase): Promise<readonly TableOf[]> => {
  const { rows } = await client.query<TableRow>(
    `select n.nspname as schema, c.relname as relation,
            (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull, 'identity', a.attidentity <> '')
                              order by a.attnum)
               from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            coalesce((select jsonb_agg(a.attname order by k.no)
               from pg_index i, unnest(i.indkey::int2[]) with ordinality k (attnum, no) join pg_attribute a on a.attnum = k.attnum
              where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid), '[]') as key,
            coalesce((select jsonb_agg(jsonb_build_object('name', k.conname, 'kind', case k.contype when 'f' then 'foreign' when 'c' then 'check' else 'unique' end,
                                                          'definition', pg_get_constraintdef(k.oid)) order by k.conname)
               from pg_constraint k where k.conrelid = c.oid and k.contype in ('f', 'c', 'u')), '[]') as constraints
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'history') and c.relkind = 'r'
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by n.nspname collate "C", c.relname collate "C"`,
  )
  return rows.map(toTable).filter((table) => !leftOut.includes(table.name))
}

type TableRow = Pick<TableOf, 'schema' | 'relation' | 'columns' | 'key' | 'constraints'>

const toTable = (row: TableRow): TableOf => {
  const has = (name: string, type: string): boolean => row.columns.some((c) => c.name === name && c.type === type)
  const pieces = row.key.join() === 'sha256,no' && has('sha256', 'text') && has('no', 'integer') && has('bytes', 'bytea')
  return { ...row, name: `${row.schema}.${row.relation}`, pieces }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The table as SQL names it. */
export const sqlName = ({ schema, relation }: Pick<TableOf, 'schema' | 'relation'>): string => `${quoted(schema)}.${quoted(relation)}`
export const sqlColumn = quoted

/** The order of rows, the same on every server: by the key, texts by their bytes. */
export const sqlOrder = (table: TableOf): string =>
  table.key.length === 0
    ? `to_jsonb(t)::text collate "C"`
    : table.key.map((name) => `t.${quoted(name)}${table.columns.find((c) => c.name === name)?.type === 'text' ? ' collate "C"' : ''}`).join(', ')

/** The migrations that laid out the database, in order. */
export const loadLayout = async (client: pg.ClientBase): Promise<readonly { readonly name: string; readonly checksum: string }[]> =>
  (await client.query<{ name: string; checksum: string }>(`select name, checksum from schema_migration order by name collate "C"`)).rows
