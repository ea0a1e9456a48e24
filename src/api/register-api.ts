import type { Deps } from '../database/transact.ts'
import { writeCursor } from '../kernel/cursor.ts'
import { isId } from '../kernel/identity.ts'
import type { Text } from '../kernel/text.ts'
import { loadTree } from '../organisation/tree.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { doAct } from '../registers/do-act.ts'
import type { Entry } from '../registers/entry.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { freeFields } from '../registers/free-fields.ts'
import { createdByClause, handInEntry } from '../registers/hand-in-entry.ts'
import { offeredActs } from '../registers/lifecycle.ts'
import { countCap, readListQuery } from '../registers/list-query.ts'
import { countEntries, settleSearch } from '../registers/list-counts.ts'
import { listEntries } from '../registers/list-store.ts'
import { maskedEntry } from '../registers/mask.ts'
import { loadDeadlines } from '../registers/load-entry-page.ts'
import { lookingOf } from '../registers/looking.ts'
import { loadNames, type Names } from '../registers/names.ts'
import { pageWords } from '../registers/page-words.ts'
import { readData } from '../registers/read-entry.ts'
import { standing } from '../registers/standing.ts'
import { subjectOf } from '../registers/subject.ts'
import { writeFreeFields } from '../registers/write-free-fields.ts'
import { may } from '../rulebook/policy.ts'
import type { Ctx } from '../web/view.ts'
import { notFound, readBody, refuse, versionSeen } from './answers.ts'
import { shapesOf } from './register-shapes.ts'
import { words } from './words.ts'

type Handler = (c: Ctx) => Promise<Response>

/** The handlers of one register: list, one, create, act, change. They call the same acts as the pages do. */
export const registerApi = (deps: Deps, definition: AnyDefinition) => {
  const shapes = shapesOf(definition)

  const list: Handler = async (c) => {
    const { today } = c.get('view')
    const { query: asked, refusals } = readListQuery(definition, new URL(c.req.url).searchParams)
    if (refusals.length > 0) return refuse(c, refusals)
    const tree = await loadTree(deps.store, today)
    const looking = lookingOf(c.get('who'), tree, today)
    const query = await settleSearch(deps.store, definition, asked, looking)
    const [page, count] = await Promise.all([listEntries(deps.store, definition, query, looking), countEntries(deps.store, definition, query, looking)])
    const names = await namesOf(deps, page.entries)
    return c.json({
      items: page.entries.map((e) => plain(c, definition, maskedEntry(definition, e, subjectOf(e, tree), c.get('who'), today), names)),
      next: page.next && writeCursor(page.next),
      count: Math.min(count, countCap),
      more: count > countCap,
    })
  }

  const one: Handler = async (c) => {
    const entry = await found(c, deps, definition)
    return entry instanceof Response ? entry : answer(c, deps, definition, entry)
  }

  const create: Handler = async (c) => {
    const steering = createdByClause(definition)
    if (steering.length > 0) return refuse(c, steering)
    const body = await readBody(c, shapes.create)
    if (!body.ok) return refuse(c, body.refusals)
    const data = readData(definition, body.value.fields, deps.clock.today())
    if (!data.ok) return refuse(c, data.refusals)
    const done = await handInEntry(deps, c.get('who'), definition, { data: data.value, nodeId: body.value.body, id: body.value.id ?? deps.ids.next() })
    if (!done.ok) return refuse(c, done.refusals)
    c.header('Location', `/api/${definition.path}/${done.value.id}`)
    return answer(c, deps, definition, done.value, 201)
  }

  const act: Handler = async (c) => {
    const entry = await found(c, deps, definition)
    if (entry instanceof Response) return entry
    const body = await readBody(c, shapes.act)
    if (!body.ok) return refuse(c, body.refusals)
    const { act, comment, fields = {} } = body.value
    const seen = versionSeen(c, body.value.version)
    if (seen === null) return refuse(c, [{ code: 'version.required', field: 'version', text: words.versionNeeded }])
    const done = await doAct(deps, c.get('who'), definition, { entryId: entry.id, act, seen, data: fields, ...(comment === undefined ? {} : { comment }) })
    return done.ok ? answer(c, deps, definition, done.value) : refused(c, deps, definition, entry, done.refusals)
  }

  const change: Handler = async (c) => {
    const entry = await found(c, deps, definition)
    if (entry instanceof Response) return entry
    const body = await readBody(c, shapes.change)
    if (!body.ok) return refuse(c, body.refusals)
    const seen = versionSeen(c, body.value.version)
    if (seen === null) return refuse(c, [{ code: 'version.required', field: 'version', text: words.versionNeeded }])
    const done = await writeFreeFields(deps, c.get('who'), definition, { entryId: entry.id, seen, data: body.value.fields })
    return done.ok ? answer(c, deps, definition, done.value) : refused(c, deps, definition, entry, done.refusals)
  }

  return { list, one, create, act, change }
}

/** The entry at the address, if the reader may see it. */
const found = async (c: Ctx, deps: Deps, definition: AnyDefinition): Promise<Entry | Response> => {
  const id = c.req.param('id') ?? ''
  const entry = isId(id) ? await loadEntry(deps.store, id) : undefined
  if (entry?.register !== definition.name) return notFound(c)
  const { today } = c.get('view')
  const hidden = entry.secrecy === null ? [] : may(c.get('who'), 'see', subjectOf(entry, await loadTree(deps.store, today)), today)
  return hidden.length > 0 ? refuse(c, hidden) : entry
}

/** At a conflict the entry as it is now goes along, so that both can be compared. */
const refused = async (c: Ctx, deps: Deps, definition: AnyDefinition, before: Entry, refusals: Parameters<typeof refuse>[1]): Promise<Response> => {
  const now = refusals.some((r) => r.code === 'entry.conflict') ? await loadEntry(deps.store, before.id) : undefined
  const { today } = c.get('view')
  const shown = now && maskedEntry(definition, now, subjectOf(now, await loadTree(deps.store, today)), c.get('who'), today)
  return refuse(c, refusals, shown ? { entry: plain(c, definition, shown, await namesOf(deps, [shown])) } : {})
}

const answer = async (c: Ctx, deps: Deps, definition: AnyDefinition, entry: Entry, status: 200 | 201 = 200): Promise<Response> => {
  const { today } = c.get('view')
  const subject = subjectOf(entry, await loadTree(deps.store, today))
  const offered = offeredActs(definition, entry, c.get('who'), subject, today)
  const deadlines = await loadDeadlines(deps.store, entry.id)
  c.header('ETag', `"${entry.version}"`)
  return c.json(
    {
      ...plain(c, definition, maskedEntry(definition, entry, subject, c.get('who'), today), await namesOf(deps, [entry])),
      acts: offered.map(({ name, act, refusals }) => ({
        name,
        words: act.words,
        ...(act.needs ? { needs: act.needs } : {}),
        asks: act.asks ?? [],
        allowed: refusals.length === 0,
        refusals,
      })),
      freeFields: freeFields(definition),
      deadlines: deadlines.map(({ label, due, doneOn, source }) => ({ label, due, doneOn, source })),
    },
    status,
  )
}

const namesOf = (deps: Deps, entries: readonly Entry[]): Promise<Names> =>
  loadNames(deps.store, { nodes: entries.flatMap((e) => [e.nodeId, ...(e.ownerId ? [e.ownerId] : [])]), posts: [] })

const plain = (c: Ctx, definition: AnyDefinition, entry: Entry, names: Names) => {
  const named = (id: string): { id: string; name: Text } => ({ id, name: names.node(id, entry.day) ?? pageWords.unknownNode })
  return {
    id: entry.id,
    register: entry.register,
    number: entry.number,
    title: entry.title,
    body: named(entry.nodeId),
    owner: entry.ownerId ? named(entry.ownerId) : null,
    state: entry.state,
    day: entry.day,
    due: entry.due,
    broken: standing(definition, entry, c.get('view').today).broken,
    version: entry.version,
    fields: entry.data,
  }
}
