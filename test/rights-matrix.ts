import { sql, type Transaction } from 'kysely'
import { apiRoutes } from '../src/api/routes.tsx'
import type { Schema } from '../src/database/schema.ts'
import type { Deps } from '../src/database/transact.ts'
import { demonstrationDay } from '../src/demo/load-demonstration.ts'
import { type Day, day } from '../src/kernel/day.ts'
import { anybody, type HeldPost, type Role, roles, type Who } from '../src/kernel/who.ts'
import { loadTree } from '../src/organisation/tree.ts'
import type { AnyAct, AnyDefinition } from '../src/registers/define.ts'
import type { Entry } from '../src/registers/entry.ts'
import { loadEntry, selectEntries, toEntry } from '../src/registers/entry-store.ts'
import { freeFields } from '../src/registers/free-fields.ts'
import { registerRoutes } from '../src/registers/routes.tsx'
import { typedOf } from '../src/registers/shown.ts'
import { retentionRoutes } from '../src/retention/routes.tsx'
import type { PolicyAct } from '../src/rulebook/policy.ts'
import { appFor } from './room.ts'

/** What a post of a role gives in the registers, told a second time and by hand; and whether it reads what is secret of its body. */
interface Right {
  readonly acts: readonly PolicyAct[]
  readonly secrets: boolean
}
const office: Right = { acts: ['entry.follow', 'entry.write', 'secrecy.mark'], secrets: true }
const management: Right = { acts: ['entry.carry_out', 'entry.write', 'secrecy.mark'], secrets: true }
const elected: Right = { acts: [], secrets: true }
export const rights: Readonly<Record<Role, Right>> = {
  secretary: office,
  registrar: office,
  department_head: management,
  unit_head: management,
  chief_executive: management,
  officer: management,
  controller: { acts: ['entry.follow', 'entry.write'], secrets: false },
  chair: elected,
  vice_chair: elected,
  second_vice_chair: elected,
  member: elected,
  substitute: elected,
  auditor: elected,
}

/** Somebody who tries everything: by a post of the body, of who carries it out, of another body, by one that has ended, or by none. */
export interface Reader {
  readonly name: string
  readonly who: Who
  readonly right: Right
  readonly at: 'body' | 'owner' | 'nowhere'
}

/** One of each kind of right. */
const everyState: readonly string[] = ['secretary', 'department_head', 'controller', 'anybody']

/** Rights by a post that counts for nothing here. */
const none: Right = { acts: [], secrets: false }

const holding = (personId: string, name: string, role: Role, chain: readonly string[], to: Day | null = null): Who => {
  const post: HeldPost = { postId: personId, nodeId: chain[0] ?? '', chain, role, title: { sv: role, en: role }, from: day('2019-01-01'), to }
  return { personId, name, posts: [post] }
}

/** Anybody's word that nobody without right may meet. */
export const secretWord = 'zyxbergsson'

/** One register as it is tried: an entry of it, in a transaction that is undone at the end. */
export interface Trial {
  readonly definition: AnyDefinition
  readonly readers: readonly Reader[]
  /** The body that its entry belongs to. */
  readonly nodeId: string
  /**
   * What went otherwise than told, in the states given (all, when none are), for the readers given. Without any: for one of each kind of
   * right in every state, and for the others of the kind in their turn, each in some state. `onlyFirst` is content with one.
   */
  deviations(which?: { readonly states?: readonly string[]; readonly readers?: readonly Reader[]; readonly onlyFirst?: boolean }): Promise<readonly string[]>
  end(): Promise<void>
}

type Tx = Transaction<Schema>

/** Begins to try a register on an open entry of the demonstration. `personId` is somebody who exists. */
export const tryRegister = async (deps: Deps, definition: AnyDefinition, personId: string): Promise<Trial> => {
  const tx = await deps.store.startTransaction().execute()
  const inside: Deps = { ...deps, store: tx }
  const tree = await loadTree(tx, demonstrationDay)
  const row = await selectEntries(tx).where('entry.register', '=', definition.name).where('thing.secrecy', 'is', null).orderBy('entry.id').executeTakeFirst()
  if (!row) throw new Error(`${definition.name}: the demonstration has none`)
  const found = toEntry(row)
  const secret = definition.name === 'agreement'
  const entry: Entry = { ...found, data: { ...found.data, ...(secret ? { partnerFinances: `Ekonomin: ${secretWord}.` } : {}) } }
  const ownerChain = entry.ownerId ? tree.chain(entry.ownerId) : []
  const carriedOutHere = ownerChain.includes(entry.nodeId)
  const elsewhere = tree.nodes.find((n) => n.kind === 'board' && n.id !== entry.nodeId && !ownerChain.includes(n.id))?.id ?? ''
  const as = (name: string, right: Right, at: Reader['at'], who: Who): Reader => ({ name, right, at, who })
  const readers: readonly Reader[] = [
    ...roles.map((role) => as(role, rights[role], 'body', holding(personId, role, role, tree.chain(entry.nodeId)))),
    ...(entry.ownerId && !carriedOutHere
      ? (['department_head', 'secretary', 'controller', 'member'] as const).map((role) =>
          as(`${role} of who carries it out`, { ...rights[role], secrets: false }, 'owner', holding(personId, role, role, ownerChain)),
        )
      : []),
    as('secretary of another body', none, 'nowhere', holding(personId, 'x', 'secretary', tree.chain(elsewhere))),
    as('secretary until yesterday', none, 'nowhere', holding(personId, 'x', 'secretary', tree.chain(entry.nodeId), demonstrationDay)),
    as('anybody', none, 'nowhere', anybody),
  ]
  const allowed = ({ right, at }: Reader, by: PolicyAct): boolean =>
    at !== 'nowhere' && right.acts.includes(by) && (by !== 'entry.carry_out' || at === 'owner' || carriedOutHere) && (by !== 'secrecy.mark' || at === 'body')

  const deviations: Trial['deviations'] = async ({ states = Object.keys(definition.lifecycle.states), readers: asked, onlyFirst = false } = {}) => {
    const told: string[] = []
    const apps = new Map((asked ?? readers).map((reader) => [reader, appOf(inside, definition, reader.who)]))
    let turn = 0
    for (const [no, state] of states.entries()) {
      const now = await put(tx, entry, state)
      const inTurn = (i: number): boolean => (i + no) % Math.min(3, states.length) === 0
      for (const reader of asked ?? readers.filter((r, i) => everyState.includes(r.name) || r.at === 'owner' || inTurn(i))) {
        const app = apps.get(reader) as ReturnType<typeof appOf>
        const cell = `${definition.name}, ${state}, ${reader.name}`
        const deviates = (what: string): void => void told.push(`${cell}: ${what}`)
        const acts = Object.entries(definition.lifecycle.acts)
        const offered = acts.filter(([, act]) => act.from.includes(state))
        const hindered = (act: AnyAct): boolean => (act.when?.(now.data, demonstrationDay) ?? []).length > 0
        // What is offered, by both doors.
        const api = await (await app.request(`/api/${definition.path}/${entry.id}`)).text()
        const shown = (JSON.parse(api) as { acts: readonly { name: string; allowed: boolean }[] }).acts.map((a) => `${a.name} ${a.allowed}`).join()
        const expected = offered.map(([name, act]) => `${name} ${allowed(reader, act.by) && act.needs !== 'clause' && !hindered(act)}`).join()
        if (shown !== expected) deviates(`the API offers ${shown}, not ${expected}`)
        const readsPage = ++turn % 4 === 0 || reader.name === 'department_head'
        const page = readsPage ? await (await app.request(`/register/${definition.path}/${entry.id}`)).text() : ''
        for (const [name, act] of readsPage ? offered.filter(([, a]) => a.needs === undefined || a.needs === 'comment') : []) {
          const may = allowed(reader, act.by) && !hindered(act)
          if (page.includes(`name="act" value="${name}"`) !== may || page.includes(`id="act-${name}-why"`) === may)
            deviates(`the page offers ${name} otherwise`)
        }
        if (secret) for (const text of readsPage ? [api, page] : [api]) if (text.includes(secretWord) !== reader.right.secrets) deviates('the secret field')
        // Every act of the state is sent, and one in its turn that the state has not.
        const wrong = acts.filter(([, act]) => !act.from.includes(state))
        const tried = [...offered, ...wrong.slice(turn % Math.max(1, wrong.length)).slice(0, 1)]
        for (const [name, act] of tried) {
          if (onlyFirst && told.length > 0) return told
          const right = allowed(reader, act.by)
          const facts = act.from.includes(state) && (act.needs === undefined || act.needs === 'comment') && !hindered(act)
          const after = { state: act.to ?? state, right, facts }
          await sending(`${name} by API`, after, () => sendActByApi(app, now, definition, name))
          if (right && facts ? everyState.includes(reader.name) || turn % 2 === 0 : ++turn % 8 === 0)
            await sending(`${name} by page`, after, () => sendActByPage(app, now, definition, name, act))
        }
        // Fields that need no decision, a new entry, and the marking of secrecy.
        const open = definition.lifecycle.states[state]?.open !== false
        const free = freeFields(definition)
        if (turn % 2 === 0)
          await sending('fields by API', { state, right: allowed(reader, 'entry.write'), facts: open && free.length > 0, free }, () =>
            patch(app, now, definition),
          )
        if (state === states[0]) {
          const written = { state, right: allowed(reader, 'entry.write') && reader.at === 'body', facts: !definition.steering, made: true }
          await sending('a new one by API', written, () => create(app, now, definition))
          await sending('secrecy by page', { state, right: allowed(reader, 'secrecy.mark'), facts: true, marks: true }, () => mark(app, now))
        }

        async function sending(what: string, { state: to, right, facts, ...more }: Expected, send: () => Promise<Response>): Promise<void> {
          const before = await written(tx)
          await sql`savepoint cell`.execute(tx)
          const answer = await send()
          const done = answer.status < 400
          const body = done ? '' : await answer.text()
          const changes = (await written(tx)).filter((row) => !before.includes(row)).map((row) => row.split(' ')[0] as string)
          if (done !== (right && facts)) deviates(`${what} is answered ${answer.status}${done ? '' : ` ${codesIn(body)}`}`)
          // What nobody may without a decision is refused so at once, whoever asks.
          const lawOne = codesIn(body) === 'entry.needs_clause'
          if (!done && /"code"/.test(body) && !lawOne && codesIn(body).includes('access.') === right) deviates(`${what} is refused for ${codesIn(body)}`)
          if (!done && what.endsWith('by page') && (answer.status === 403) === right) deviates(`${what} is refused as ${answer.status}`)
          if (!done && changes.length > 0) deviates(`${what} is refused and yet changes ${changes.join(', ')}`)
          if (done) {
            const { made = false, marks = false, free: fields } = more
            const strange = changes.filter(
              (relation) => !touched.includes(relation) && !(marks && relation === 'secrecy_mark') && !(made && relation === 'counter'),
            )
            if (strange.length > 0) deviates(`${what} also changes ${strange.join(', ')}`)
            const next = await loadEntry(tx, entry.id)
            const moved = made || marks || (fields !== undefined && next?.version === now.version) ? now.version : now.version + 1
            if (next?.state !== to || next.version !== moved) deviates(`${what} leads to ${next?.state} ${next?.version}, not ${to} ${moved}`)
          }
          await sql`rollback to savepoint cell`.execute(tx)
        }
      }
    }
    return told
  }
  return { definition, readers, nodeId: entry.nodeId, deviations, end: () => tx.rollback().execute() }
}

interface Expected {
  readonly state: string
  readonly right: boolean
  readonly facts: boolean
  readonly free?: readonly string[]
  readonly made?: boolean
  readonly marks?: boolean
}

/** What an act on an entry may write to. */
const touched = ['entry', 'entry_event', 'thing', 'deadline', 'report', 'job', 'notice', 'search_item', 'search_word', 'link']

const appOf = (deps: Deps, definition: AnyDefinition, who: Who) =>
  appFor(
    (app, d) => {
      retentionRoutes(app, d)
      registerRoutes(app, d, [definition])
      apiRoutes(app, d, [definition])
    },
    deps,
    who,
  )
type App = ReturnType<typeof appOf>

/** Puts the entry in a state, whatever the lifecycle says. */
const put = async (tx: Tx, entry: Entry, state: string): Promise<Entry> => {
  await sql`select set_config('genomslag.actor', 'system:test', true), set_config('genomslag.act', 'put', true)`.execute(tx)
  await tx
    .updateTable('entry')
    .set((eb) => ({ state, data: JSON.stringify(entry.data), version: eb('version', '+', 1) }))
    .where('id', '=', entry.id)
    .execute()
  const now = await loadEntry(tx, entry.id)
  if (!now) throw new Error('the entry is gone')
  return now
}

/** How much has been written to each table in this transaction, undone or not: one line a table. */
const written = async (tx: Tx): Promise<readonly string[]> => {
  const { rows } = await sql<{ line: string }>`
    select relname || ' ' || n as line from (
      select relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid) as n
        from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace) written where n > 0`.execute(tx)
  return rows.map((r) => r.line)
}

const codesIn = (body: string): string => [...body.matchAll(/"code":"([^"]+)"/g)].map((m) => m[1]).join(' ')

const json = (method: string, body: unknown): RequestInit => ({ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const sendActByApi = async (app: App, { id, version }: Entry, { path }: AnyDefinition, act: string) =>
  app.request(`/api/${path}/${id}/acts`, json('POST', { act, version, comment: 'Prövat.' }))
const sendActByPage = async (app: App, entry: Entry, definition: AnyDefinition, name: string, act: AnyAct) => {
  const body = new URLSearchParams({ act: name, seen: String(entry.version), [`${name}.comment`]: 'Prövat.' })
  const typed = typedOf(definition, entry.data)
  for (const field of act.asks ?? []) for (const value of typed[field] ?? []) body.append(`${name}.${field}`, value)
  return app.request(`/register/${definition.path}/${entry.id}/act`, { method: 'POST', body })
}
const patch = async (app: App, { id, version }: Entry, { path }: AnyDefinition) => app.request(`/api/${path}/${id}`, json('PATCH', { version, fields: {} }))
const create = async (app: App, { nodeId, data }: Entry, { path }: AnyDefinition) => app.request(`/api/${path}`, json('POST', { body: nodeId, fields: data }))
const mark = async (app: App, { id }: Entry) =>
  app.request(`/secrecy/${id}`, { method: 'POST', body: new URLSearchParams({ section: 'OSL 31:16', reason: 'Prövat.' }) })
