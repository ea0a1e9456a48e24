import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Deps } from '../src/database/transact.ts'
import type { Who } from '../src/kernel/who.ts'
import { markSecrecy } from '../src/retention/mark-secrecy.ts'

/** What is secret in the planted municipality, by kind. */
export interface Planted {
  readonly cases: readonly string[]
  readonly documents: readonly string[]
  readonly decisions: readonly string[]
  readonly clauses: readonly string[]
  readonly entries: readonly string[]
  readonly reports: readonly string[]
  readonly attachments: readonly string[]
  /** The items about something secret, each with its meeting. */
  readonly items: readonly { readonly id: string; readonly meetingId: string }[]
  /** An open agreement with a secret field. */
  readonly halfOpen: string
}

type Row = Readonly<Record<string, unknown>>
type Ask = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>

/** Where the word is said beside what destruction knows of: what a decision and a clause keep, and what meetings say of an item. */
const beside: readonly (readonly [relation: string, condition: string])[] = [
  ['thing', 'id = $1'],
  ['decision', 'id = $1'],
  ['clause', 'id = $1'],
  ['dispatch', 'decision_id = $1'],
  ['agenda_item', 'case_id = $1 or decision_id = $1'],
  ['meeting_fact', 'item_id in (select id from agenda_item where case_id = $1 or decision_id = $1)'],
  ['board_notice', 'item_id in (select id from agenda_item where case_id = $1 or decision_id = $1)'],
]
/** Not content: what rows are known by, and what everybody may know of something secret. */
const never = [
  'number',
  'paragraph',
  'secrecy',
  'section',
  'sha256',
  'key',
  'digest',
  'kind',
  'register',
  'state',
  'from_state',
  'to_state',
  'act',
  'occasion',
  'period',
]

/**
 * Makes things of the demonstration secret as an officer would, by marking them, and then says the word in everything that is kept of them:
 * every text and all prose in JSON, whatever the laws of the house say of writing there. `who` may mark what is of the body.
 */
export const plantSecrets = async (deps: Deps, ownerUrl: string, who: Who, bodyId: string, word: string): Promise<Planted> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const ask: Ask = async (text, values = []) => (await owner.query(text, [...values])).rows
  try {
    const { roots, halfOpen } = await choose(ask, bodyId)
    for (const thingId of roots) {
      const done = await markSecrecy(deps, who, { thingId, section: 'OSL 31:16', reason: 'Prövat.' })
      if (!done.ok) throw new Error(JSON.stringify(done.refusals))
    }
    await ask('begin')
    await ask(`select set_config('genomslag.actor', 'system:test', true), set_config('genomslag.act', 'plant', true)`)
    await keepLawsAway(ask)
    const things = await ask('select id, kind from thing where secrecy is not null and node_id = $1', [bodyId])
    const of = (kind: string): readonly string[] => things.filter((t) => t['kind'] === kind).map((t) => String(t['id']))
    const attachments = await attachSecret(ask, [...of('case'), ...of('document')], word)
    // Agendas and files hold also what is open: they are seen to by themselves.
    const parts = await ask(`select relation, condition from destruction_part where relation not in ('agenda_version', 'stored_file')`)
    for (const [relation, condition] of [...parts.map((p) => [String(p['relation']), String(p['condition'])] as const), ...beside])
      for (const { id } of things) await sayIn(ask, relation, condition, id, word)
    await ask(
      `insert into contradiction select (jsonb_populate_record(c, jsonb_build_object('id', uuidv7(), 'scope', 'planted', 'key', 'planted', 'concerns', array[$1::uuid], 'secrecy', null, 'finding', $2::jsonb))).*
         from contradiction c where gone is null order by id limit 1`,
      [of('case')[0], JSON.stringify(said((await ask('select finding from contradiction where gone is null order by id limit 1'))[0]?.['finding'], word))],
    )
    const items = await ask('select id, meeting_id, ord from agenda_item where case_id = any($1) or decision_id = any($1)', [things.map((t) => t['id'])])
    for (const item of items) await sayInMinutes(ask, item, word)
    await ask(`update entry set data = data || jsonb_build_object('partnerFinances', 'Ekonomin: ' || $2::text || '.') where id = $1`, [halfOpen, word])
    await ask('commit')
    return {
      cases: of('case'),
      documents: of('document'),
      decisions: of('decision'),
      clauses: of('clause'),
      entries: of('entry'),
      reports: of('report'),
      attachments,
      items: items.map((i) => ({ id: String(i['id']), meetingId: String(i['meeting_id']) })),
      halfOpen,
    }
  } finally {
    await owner.end()
  }
}

/** A case that ended in a decision and an agreement; one that is being dealt with; a decision by itself; an assignment with reports and parts. */
const choose = async (ask: Ask, bodyId: string) => {
  const one = async (text: string, ...more: readonly unknown[]): Promise<string> => {
    const [row] = await ask(text, [bodyId, ...more])
    if (!row) throw new Error(`the demonstration has none: ${text}`)
    return String(Object.values(row)[0])
  }
  const made = `from link l join clause c on c.id = l.from_id join entry e on e.id = l.to_id and e.register = 'agreement' where l.kind = 'decides'`
  const inMinutes = (where: string): string =>
    `select i.id from agenda_item i join meeting m on m.id = i.meeting_id where m.body_id = $1 and m.adjusted is not null and ${where} order by i.ord limit 1`
  const agreed = await one(inMinutes(`i.decision_id in (select c.decision_id ${made})`))
  const alone = await one(inMinutes(`i.decision_id is not null and i.id <> '${agreed}'`))
  const decided = await one('select decision_id from agenda_item where id = $2 and $1::uuid is not null', agreed)
  const agreement = await one(`select e.id ${made} and c.decision_id = $2 and $1::uuid is not null`, decided)
  const roots = [
    await one('select case_id from agenda_item where id = $2 and $1::uuid is not null', agreed),
    decided,
    agreement,
    await one(`select i.case_id from agenda_item i join meeting m on m.id = i.meeting_id where m.body_id = $1 and i.state = 'open' and i.case_id is not null`),
    await one('select decision_id from agenda_item where id = $2 and $1::uuid is not null', alone),
    await one(`select e.id from entry e join thing t on t.id = e.id where e.register = 'assignment' and t.node_id = $1
      order by (select count(*) from report where subject_id = e.id) desc, (select count(*) from entry p where p.parent_id = e.id) desc, e.id limit 1`),
  ]
  const halfOpen = await one(
    `select e.id from entry e join thing t on t.id = e.id where e.register = 'agreement' and t.node_id = $1 and e.id <> $2 order by t.number limit 1`,
    agreement,
  )
  return { roots, halfOpen }
}

/** For this transaction: what is told to the history and the search stays, all other rules are kept away. */
const keepLawsAway = async (ask: Ask): Promise<void> => {
  const rules = await ask(`select c.relname, t.tgname from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace where not tgisinternal and n.nspname = 'public' and p.proname !~ '^(record|search_|series_gone|organisation_changed)'`)
  for (const { relname, tgname } of rules) await ask(`alter table "${String(relname)}" disable trigger "${String(tgname)}"`)
}

/** A text file that says the word, with each of the things. */
const attachSecret = async (ask: Ask, things: readonly string[], word: string): Promise<readonly string[]> => {
  const bytes = Buffer.from(`Underlag: ${word}\n`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await ask(`insert into stored_file (sha256, size, kind, charset) values ($1, $2, 'text', 'utf-8')`, [sha256, bytes.length])
  await ask('insert into file_chunk (sha256, no, bytes) values ($1, 0, $2)', [sha256, bytes])
  const made = await ask(
    `insert into attachment (id, thing_id, sha256, name, title, day, version) select uuidv7(), unnest($1::uuid[]), $2, 'underlag.txt', 'Underlag', '2022-05-17', 1 returning id`,
    [things, sha256],
  )
  return made.map((row) => String(row['id']))
}

/** Prose with the word after it; what is no prose (a code, a day, an identity) as it was. */
const said = (value: unknown, word: string): unknown => {
  if (typeof value === 'string') return /\p{L} \p{L}/u.test(value) ? `${value} ${word}` : value
  if (Array.isArray(value)) return value.map((one) => said(one, word))
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, said(one, word)])) : value
}

/** Says the word in each text of the rows for which the condition holds, column by column, where the table's own checks let it. */
const sayIn = async (ask: Ask, relation: string, condition: string, id: unknown, word: string): Promise<void> => {
  const columns = await ask(
    `select column_name as name, data_type = 'jsonb' as json from information_schema.columns
      where table_schema = 'public' and table_name = $1 and data_type in ('text', 'jsonb') and column_name <> all($2)`,
    [relation, never],
  )
  for (const { row } of await ask(`select to_jsonb(t) as row from "${relation}" t where ${condition.replaceAll('$1', '$1::uuid')}`, [id])) {
    let now = row as Row
    for (const { name, json } of columns as readonly { name: string; json: boolean }[]) {
      const value = now[name]
      if (value === null || JSON.stringify(value).includes(word)) continue
      const next = json ? said(value, word) : `${String(value)} ${word}`
      await ask('savepoint said')
      await ask(`update "${relation}" t set "${name}" = $1 where to_jsonb(t) = $2::jsonb`, [json ? JSON.stringify(next) : next, JSON.stringify(now)]).then(
        () => (now = { ...now, [name]: next }),
        () => ask('rollback to savepoint said'),
      )
    }
  }
}

/** Says it in what the minutes have of an item, worded and frozen, and in the agendas that were sent. */
const sayInMinutes = async (ask: Ask, item: Row, word: string): Promise<void> => {
  const [minutes] = await ask('select wording, text from minutes where meeting_id = $1', [item['meeting_id']])
  const text = minutes?.['text'] as { readonly sections: readonly { readonly id: string }[] } | null | undefined
  const told = text && { ...text, sections: text.sections.map((s) => (s.id === `item-${String(item['ord'])}` ? said(s, word) : s)) }
  if (minutes)
    await ask(
      `update minutes set text = coalesce($2::jsonb, text), digest = history.content_digest(coalesce($2::jsonb, text)), wording = wording || jsonb_build_object($3::text, $4::text) where meeting_id = $1`,
      [item['meeting_id'], told ? JSON.stringify(told) : null, item['id'], `Så här löd det: ${word}.`],
    )
  for (const { id, items } of await ask('select id, items from agenda_version where meeting_id = $1', [item['meeting_id']])) {
    const lines = (items as readonly Row[]).map((line) => (line['id'] === item['id'] ? said(line, word) : line))
    await ask('update agenda_version set items = $2 where id = $1', [id, JSON.stringify(lines)])
  }
}
