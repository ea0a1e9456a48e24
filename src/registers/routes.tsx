import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import type { Refusal, Verdict } from '../kernel/refusal.ts'
import { loadTree } from '../organisation/tree.ts'
import { may } from '../rulebook/policy.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther } from '../web/view.ts'
import { changesSince } from './changes-since.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import { allDefinitions } from './definitions/index.ts'
import { doAct } from './do-act.ts'
import { draftRoutes } from './draft-routes.tsx'
import type { Entry } from './entry.ts'
import type { Tried } from './entry-acts.tsx'
import { type DocFormat, docFormats, sendDocument } from '../files/send-document.tsx'
import { entryDoc } from './entry-doc.ts'
import { EntryPage, SecretEntry } from './entry-page.tsx'
import { loadEntry } from './entry-store.ts'
import { mayAdd } from './hand-in-entry.ts'
import { ListPage } from './list-page.tsx'
import { readListQuery } from './list-query.ts'
import { loadEntryPage } from './load-entry-page.ts'
import { loadList } from './load-list.ts'
import { lookingOf } from './looking.ts'
import { loadNames } from './names.ts'
import { newRoutes } from './new-routes.tsx'
import { readSome } from './read-entry.ts'
import { namedIn } from './shown.ts'
import { subjectOf } from './subject.ts'
import { writeFreeFields } from './write-free-fields.ts'

/** The pages of every register: list, entry, acts, fields that need no decision, new entries, drafts. */
export const registerRoutes = (app: App, deps: Deps, definitions: readonly AnyDefinition[] = allDefinitions): void => {
  for (const definition of definitions) {
    const path = `/register/${definition.path}`
    app.get(path, (c) => showList(c, deps, definition))
    newRoutes(app, deps, definition)
    app.get(`${path}/:id`, (c) => showEntry(c, deps, definition, null))
    for (const format of docFormats) app.get(`${path}/:id/${format}`, (c) => showEntry(c, deps, definition, format))
    app.post(`${path}/:id/act`, (c) => act(c, deps, definition))
    app.post(`${path}/:id/fields`, (c) => writeFields(c, deps, definition))
  }
  draftRoutes(app, deps)
}

const showList = async (c: Ctx, deps: Deps, definition: AnyDefinition): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const { query } = readListQuery(definition, new URL(c.req.url).searchParams)
  const list = await loadList(deps.store, definition, query, tree, lookingOf(c.get('who'), tree, view.today))
  return page(c, <ListPage view={view} list={list} mayAdd={mayAdd(definition, view.who, tree)} />)
}

/** The entry at the address, whoever may see it; a page that says it is secret, or that there is none. */
const found = async (c: Ctx, deps: Deps, definition: AnyDefinition): Promise<Entry | Response> => {
  const id = c.req.param('id') ?? ''
  const entry = isId(id) ? await loadEntry(deps.store, id) : undefined
  if (entry?.register !== definition.name) return c.notFound()
  const view = c.get('view')
  const hidden = entry.secrecy === null ? [] : may(c.get('who'), 'see', subjectOf(entry, await loadTree(deps.store, view.today)), view.today)
  const [why] = hidden
  return why ? page(c, <SecretEntry view={view} definition={definition} entry={entry} why={view.t(why.text)} />, 403) : entry
}

/** The entry as a page, or as a document in another form. */
const showEntry = async (c: Ctx, deps: Deps, definition: AnyDefinition, format: DocFormat | null): Promise<Response> => {
  const entry = await found(c, deps, definition)
  if (entry instanceof Response) return entry
  const view = c.get('view')
  const loaded = await loadEntryPage(deps.store, definition, entry, c.get('who'), view.today)
  return format ? sendDocument(c, entryDoc(loaded, view.locale), format) : page(c, <EntryPage view={view} loaded={loaded} />)
}

/** The fields of one of the page's forms, without the prefix that keeps the forms apart. */
const ofForm = (fields: Fields, form: string): Fields =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (name.startsWith(`${form}.`) ? [[name.slice(form.length + 1), value]] : [])))

/** The version that the form was shown with; 0, which is always a conflict, when it cannot be told. */
const seenIn = (fields: Fields): number => (/^\d{1,9}$/.test(first(fields, 'seen')) ? Number(first(fields, 'seen')) : 0)

const act = async (c: Ctx, deps: Deps, definition: AnyDefinition): Promise<Response> => {
  const entry = await found(c, deps, definition)
  if (entry instanceof Response) return entry
  const fields = await readFields(c)
  const name = first(fields, 'act')
  const typed = ofForm(fields, name)
  const asks = (Object.hasOwn(definition.lifecycle.acts, name) && definition.lifecycle.acts[name]?.asks) || []
  const read = readSome(definition, typed, asks)
  const seen = seenIn(fields)
  const done: Verdict<Entry> = read.ok
    ? await doAct(deps, c.get('who'), definition, { entryId: entry.id, act: name, seen, comment: first(typed, 'comment'), data: read.value })
    : read
  return answer(c, deps, definition, entry, seen, { form: name, typed }, done)
}

const writeFields = async (c: Ctx, deps: Deps, definition: AnyDefinition): Promise<Response> => {
  const entry = await found(c, deps, definition)
  if (entry instanceof Response) return entry
  const fields = await readFields(c)
  const typed = ofForm(fields, 'free')
  const read = readSome(definition, typed, fields['field'] ?? [])
  const seen = seenIn(fields)
  const done: Verdict<Entry> = read.ok ? await writeFreeFields(deps, c.get('who'), definition, { entryId: entry.id, seen, data: read.value }) : read
  return answer(c, deps, definition, entry, seen, { form: 'free', typed }, done)
}

/** Back to the entry when it is done; else the page again, with all that was typed and every reason. */
const answer = async (
  c: Ctx,
  deps: Deps,
  definition: AnyDefinition,
  before: Entry,
  seen: number,
  tried: Omit<Tried, 'refusals'>,
  done: Verdict<Entry>,
): Promise<Response> => {
  if (done.ok) {
    flash(c, 'saved')
    return seeOther(c, `/register/${definition.path}/${before.id}`)
  }
  const view = c.get('view')
  const entry = (await loadEntry(deps.store, before.id)) ?? before
  const loaded = await loadEntryPage(deps.store, definition, entry, c.get('who'), view.today)
  const conflict = isConflict(done.refusals) ? await loadConflict(deps, definition, entry.id, seen, loaded.hidden) : null
  const status = conflict ? 409 : done.refusals.some((r) => r.code.startsWith('access.')) ? 403 : 422
  return page(c, <EntryPage view={view} loaded={loaded} tried={{ ...tried, refusals: done.refusals }} conflict={conflict} />, status)
}

const isConflict = (refusals: readonly Refusal[]): boolean => refusals.some((r) => r.code === 'entry.conflict')

const loadConflict = async (deps: Deps, definition: AnyDefinition, entryId: string, seen: number, hidden: Readonly<Record<string, string>>) => {
  const all = await changesSince(deps.store, definition, entryId, seen)
  const changes = all.map((change) => ({ ...change, fields: change.fields.filter((f) => !Object.hasOwn(hidden, f.name)) }))
  const values = changes.flatMap((change) => change.fields.flatMap((f): EntryData[] => [{ [f.name]: f.before }, { [f.name]: f.after }]))
  return { changes, names: await loadNames(deps.store, namedIn(definition, values)) }
}
