import type { Deps } from '../database/transact.ts'
import { type Day, isDay, readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { loadTree } from '../organisation/tree.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { hiddenFields, withoutFields } from '../registers/mask.ts'
import { subjectOf } from '../registers/subject.ts'
import { may } from '../rulebook/policy.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { type App, type Ctx, page } from '../web/view.ts'
import { touched } from './change.ts'
import { ThingHistory, WholeHistory } from './history-page.tsx'
import { actorNames, asOf, type Change, chainHead, changesOf, latestChanges, namesIn, pageSize } from './history-store.ts'
import { words } from './words.ts'

const before = (typed: string | undefined): number | null => (typed && /^\d{1,15}$/.test(typed) ? Number(typed) : null)

/** The history: as a whole, and of any thing, also as it was on a day. */
export const historyRoutes = (app: App, deps: Deps): void => {
  app.get('/history', (c) => showWhole(c, deps))
  app.get('/history/:id', (c) => showThing(c, deps, c.req.param('id')))
}

const showWhole = async (c: Ctx, deps: Deps): Promise<Response> => {
  const [view, who] = [c.get('view'), c.get('who')]
  const refusals = may(who, 'history.read', { belongsTo: [], secrecy: null }, view.today)
  const found = refusals.length > 0 ? null : await latestChanges(deps.store, before(c.req.query('before')))
  const { shown, next } = cut(found ?? [], '/history')
  return page(
    c,
    <WholeHistory view={view} changes={found && shown} refusals={refusals} next={next} names={await namesOf(deps, shown)} head={await chainHead(deps.store)} />,
  )
}

const showThing = async (c: Ctx, deps: Deps, id: string): Promise<Response> => {
  const thing = isId(id) ? await deps.store.selectFrom('thing').selectAll().where('id', '=', id).executeTakeFirst() : undefined
  if (!thing) return c.notFound()
  const [view, who] = [c.get('view'), c.get('who')]
  const entry = await deps.store.selectFrom('entry').select('owner_id').where('id', '=', id).executeTakeFirst()
  const tree = await loadTree(deps.store, view.today)
  const hidden = may(who, 'see', subjectOf({ nodeId: thing.node_id, ownerId: entry?.owner_id ?? null, secrecy: thing.secrecy }, tree), view.today)
  if (hidden.length > 0)
    return page(c, <WholeHistory view={view} changes={null} refusals={hidden} next={null} names={new Map()} head={await chainHead(deps.store)} />, 403)
  const definition = thing.register ? definitionOf(thing.register) : undefined
  const subject = subjectOf({ nodeId: thing.node_id, ownerId: entry?.owner_id ?? null, secrecy: thing.secrecy }, tree)
  const masked = definition ? hiddenFields(definition, subject, who, view.today) : {}
  const { shown, next } = cut(
    (await changesOf(deps.store, id, before(c.req.query('before')))).map((change) => maskedChange(change, masked)),
    `/history/${id}`,
  )
  const typed = c.req.query('day') ?? ''
  const day = readDay(typed)
  const form =
    typed !== '' && !day
      ? refusedForm(view.locale, { day: [typed] }, [{ code: 'day', field: 'day', text: words.badDay(typed) }])
      : newForm(view.locale, { day: typed })
  const then = day && isDay(day) ? { day, fields: (await fieldsOn(deps, id, day)).filter((f) => !Object.hasOwn(masked, f.name)) } : null
  const names = await namesOf(deps, shown)
  return page(
    c,
    <ThingHistory view={view} id={id} title={thing.title} changes={shown} names={names} next={next} form={form} asOf={then} />,
    form.refusals.length > 0 ? 422 : 200,
  )
}

/** A change of an entry without the secret fields that this reader may not read. */
const maskedChange = (change: Change, hidden: Readonly<Record<string, string>>): Change => {
  const row = (r: Change['after']): Change['after'] =>
    r && typeof r['data'] === 'object' && r['data'] !== null ? { ...r, data: withoutFields(r['data'] as Readonly<Record<string, unknown>>, hidden) } : r
  return { ...change, before: row(change.before), after: row(change.after) }
}

/** A thing's own rows as they were on a day, told as fields. */
const fieldsOn = async (deps: Deps, id: string, day: Day): Promise<ReturnType<typeof touched>> => {
  const tables = ['thing', 'entry', 'case_file', 'document', 'decision', 'clause', 'report', 'goal', 'series', 'mandate', 'frame', 'target']
  const rows = await Promise.all(tables.map(async (relation) => ({ relation, row: await asOf(deps.store, relation, id, day) })))
  const fields = rows.flatMap(({ relation, row }) =>
    row
      ? touched({
          id: 0,
          relation,
          key: id,
          op: 'insert',
          before: null,
          after: row,
          actor: '',
          act: '',
          day,
          recordedAt: new Date(0),
          clauseId: null,
          position: null,
        })
      : [],
  )
  return [...new Map(fields.map((f) => [f.name, f])).values()]
}

const cut = (changes: readonly Change[], path: string): { shown: readonly Change[]; next: string | null } => {
  const shown = changes.slice(0, pageSize)
  const last = shown.at(-1)
  return { shown, next: changes.length > pageSize && last ? `${path}?before=${last.id}` : null }
}

const namesOf = async (deps: Deps, changes: readonly Change[]): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ...(await actorNames(
      deps.store,
      changes.map((c) => c.actor),
    )),
    ...(await namesIn(
      deps.store,
      changes.flatMap((c) => touched(c).flatMap((f) => [f.before, f.after])).filter((v): v is string => v !== null && isId(v)),
    )),
  ])
