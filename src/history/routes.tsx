import type { Deps } from '../database/transact.ts'
import { type Day, isDay, readDay } from '../kernel/day.ts'
import type { Locale } from '../kernel/text.ts'
import { isId } from '../kernel/identity.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { type App, type Ctx, page } from '../web/view.ts'
import { touched } from './change.ts'
import { ThingHistory, WholeHistory } from './history-page.tsx'
import { actorNames, asOf, type Change, chainHead, latestChanges, namesIn, pageSize } from './history-store.ts'
import { openHistory, wholeBarred } from './open-history.ts'
import { words } from './words.ts'

const before = (typed: string | undefined): number | null => (typed && /^\d{1,15}$/.test(typed) ? Number(typed) : null)

/** The history: as a whole, and of any thing, also as it was on a day. */
export const historyRoutes = (app: App, deps: Deps): void => {
  app.get('/history', (c) => showWhole(c, deps))
  app.get('/history/:id', (c) => showThing(c, deps, c.req.param('id')))
}

const showWhole = async (c: Ctx, deps: Deps): Promise<Response> => {
  const [view, who] = [c.get('view'), c.get('who')]
  const refusals = wholeBarred(who, view.today)
  const found = refusals.length > 0 ? null : await latestChanges(deps.store, before(c.req.query('before')))
  const { shown, next } = cut(found ?? [], '/history')
  return page(
    c,
    <WholeHistory
      view={view}
      changes={found && shown}
      refusals={refusals}
      next={next}
      names={await namesOf(deps, shown, view.locale)}
      head={await chainHead(deps.store)}
    />,
  )
}

const showThing = async (c: Ctx, deps: Deps, id: string): Promise<Response> => {
  const view = c.get('view')
  const opened = await openHistory(c, deps, id)
  if (!opened) return c.notFound()
  if (!opened.ok)
    return page(c, <WholeHistory view={view} changes={null} refusals={opened.refusals} next={null} names={new Map()} head={await chainHead(deps.store)} />, 403)
  const { title, register, masked, load } = opened.value
  const { shown, next } = cut(await load(before(c.req.query('before')), pageSize + 1), `/history/${id}`)
  const typed = c.req.query('day') ?? ''
  const day = readDay(typed)
  const form =
    typed !== '' && !day
      ? refusedForm(view.locale, { day: [typed] }, [{ code: 'day', field: 'day', text: words.badDay(typed) }])
      : newForm(view.locale, { day: typed })
  const then = day && isDay(day) ? { day, fields: (await fieldsOn(deps, id, register, day)).filter((f) => !Object.hasOwn(masked, f.name)) } : null
  const names = await namesOf(deps, shown, view.locale)
  return page(
    c,
    <ThingHistory view={view} id={id} title={title} register={register} changes={shown} names={names} next={next} form={form} asOf={then} />,
    form.refusals.length > 0 ? 422 : 200,
  )
}

/** A thing's own rows as they were on a day, told as fields. */
const fieldsOn = async (deps: Deps, id: string, register: string | null, day: Day): Promise<ReturnType<typeof touched>> => {
  const tables = ['thing', 'entry', 'case_file', 'document', 'decision', 'clause', 'report', 'goal', 'series', 'mandate', 'frame', 'target']
  const rows = await Promise.all(tables.map(async (relation) => ({ relation, row: await asOf(deps.store, relation, id, day) })))
  const fields = rows.flatMap(({ relation, row }) =>
    row
      ? touched(
          {
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
          },
          register,
        )
      : [],
  )
  return [...new Map(fields.map((f) => [f.name, f])).values()]
}

const cut = (changes: readonly Change[], path: string): { shown: readonly Change[]; next: string | null } => {
  const shown = changes.slice(0, pageSize)
  const last = shown.at(-1)
  return { shown, next: changes.length > pageSize && last ? `${path}?before=${last.id}` : null }
}

/** The identities that values hold, also within lists. */
const idsIn = (...values: readonly (string | null)[]): readonly string[] =>
  values.flatMap((value) => (value?.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []).filter(isId))

/** Names of those who changed and of what the changes name. */
export const namesOf = async (deps: Deps, changes: readonly Change[], locale: Locale): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ...(await actorNames(
      deps.store,
      changes.map((c) => c.actor),
    )),
    ...(await namesIn(
      deps.store,
      changes.flatMap((c) => touched(c).flatMap((f) => idsIn(f.before, f.after))),
      locale,
    )),
  ])
