import { sql } from 'kysely'
import { mayPropose } from '../access/propose.ts'
import { seesSecretsOf, visibleThing } from '../access/visible.ts'
import { SecretPage } from '../cases/missing-page.tsx'
import { loadMortal } from '../decisions/own/retention-facts.ts'
import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { loadTree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import { may } from '../rulebook/policy.ts'
import { destructionDays, destructionHinders } from '../rulebook/retention.ts'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { PageHead } from '../web/components/section.tsx'
import { flash } from '../web/flash.ts'
import { Shell } from '../web/shell.tsx'
import { type App, type Ctx, first, page, readFields, seeOther, type View } from '../web/view.ts'
import { keepRoutes } from './keep-routes.tsx'
import { markSecrecy } from './mark-secrecy.ts'
import { type Coded, type Due, RetentionPage } from './retention-page.tsx'
import { type Mark, SecrecyPage } from './secrecy-page.tsx'
import { listTombstones, loadTombstone } from './tombstones.ts'
import { words } from './words.ts'

const uuid = /\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\/|$)/

/** Destruction and secrecy. Mounted before the rooms, so that the address of what was destroyed answers so in all of them. */
export const retentionRoutes = (app: App, deps: Deps): void => {
  app.use(async (c, next) => {
    const id = uuid.exec(c.req.path)?.[1]
    const gone = id ? await loadTombstone(deps.store, id) : undefined
    if (!gone) return next()
    const view = c.get('view')
    const [title, text] = [words.gone(gone.number), words.goneText(gone.destroyed)]
    if (c.req.path.startsWith('/api/')) return c.json({ refusals: [{ code: 'destroyed', text: title }] }, 410)
    return page(
      c,
      <Shell view={view} title={view.t(title)}>
        <PageHead title={view.t(title)} lead={view.t(text)}>
          <p>
            <a href={`/thing/${gone.clauseId}`}>{view.t(words.toDecision)}</a> · <a href="/retention#destroyed">{view.t(words.toList)}</a>
          </p>
        </PageHead>
      </Shell>,
      410,
    )
  })
  app.get('/retention', (c) => showRetention(c, deps))
  keepRoutes(app, deps)
  app.get('/secrecy/:id', (c) => showSecrecy(c, deps, c.req.param('id'), null))
  app.post('/secrecy/:id', async (c) => {
    const fields = await readFields(c)
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const done = await markSecrecy(deps, c.get('who'), { thingId: id, section: first(fields, 'section').trim() || null, reason: first(fields, 'reason') })
    if (!done.ok) {
      const status = done.refusals.some((r) => r.code.startsWith('access.')) ? 403 : 422
      return showSecrecy(c, deps, id, refusedForm(c.get('view').locale, fields, done.refusals), status)
    }
    flash(c, 'saved')
    return seeOther(c, `/secrecy/${id}`)
  })
}

/** What the reader may see and whose time has come. */
export const dueForDestruction = async (c: Ctx, { store }: Deps): Promise<readonly Due[]> => {
  const { who, today } = c.get('view')
  const secrets = seesSecretsOf(who, await loadTree(store, today), today)
  return (await loadMortal(store, sql`${visibleThing(secrets, 't')}`)).flatMap((kept) => {
    const days = destructionDays(kept, today)
    return days && days.from <= today ? [{ ...kept, days, hinders: destructionHinders(kept, today) }] : []
  })
}

const loadCoded = async (c: Ctx, { store }: Deps): Promise<readonly Coded[]> => {
  const { who, today } = c.get('view')
  const tree = await loadTree(store, today)
  const codes = new Map((await store.selectFrom('municipality_code').selectAll().execute()).map((r) => [r.node_id, r.code]))
  const mayTell = (id: string): boolean => may(who, 'organisation.change', { belongsTo: [id], secrecy: null }, today).length === 0
  return tree.nodes.filter((n) => n.kind === 'municipality').map((n) => ({ id: n.id, name: n.name, code: codes.get(n.id) ?? null, mayTell: mayTell(n.id) }))
}

/** The first of what is ready that the reader may draft a decision about. */
const firstProposed = async ({ store }: Deps, { who, today }: View, due: readonly Due[]): Promise<string | null> => {
  const tree = await loadTree(store, today)
  for (const { id, nodeId, hinders } of due) if (hinders.length === 0 && (await mayPropose(store, who, nodeId, tree))) return id
  return null
}

const showRetention = async (c: Ctx, deps: Deps): Promise<Response> => {
  const view = c.get('view')
  const [due, tombstones, municipalities] = await Promise.all([dueForDestruction(c, deps), listTombstones(deps.store), loadCoded(c, deps)])
  const proposed = await firstProposed(deps, view, due)
  return page(
    c,
    <RetentionPage view={view} due={due} tombstones={tombstones} municipalities={municipalities} typed={c.req.query('code') ?? null} proposed={proposed} />,
  )
}

const showSecrecy = async (c: Ctx, { store }: Deps, id: string, tried: FormState | null, status: 200 | 403 | 422 = 200): Promise<Response> => {
  const view = c.get('view')
  const thing = isId(id) ? await store.selectFrom('thing').selectAll().where('id', '=', id).executeTakeFirst() : undefined
  if (!thing) return c.notFound()
  const tree = await loadTree(store, view.today)
  const subject = subjectOf({ nodeId: thing.node_id, secrecy: thing.secrecy }, tree)
  const [hidden] = may(view.who, 'see', subject, view.today)
  if (hidden) return page(c, <SecretPage view={view} number={thing.number ?? ''} why={hidden.text} />, 403)
  return page(
    c,
    <SecrecyPage
      view={view}
      id={id}
      name={[thing.number, thing.title].filter(Boolean).join(' ')}
      secrecy={thing.secrecy}
      marks={await loadMarks(store, id, view.locale)}
      hinders={may(view.who, 'secrecy.mark', subject, view.today)}
      form={tried ?? newForm(view.locale, { section: thing.secrecy ?? '' })}
    />,
    status,
  )
}

const loadMarks = async (store: Deps['store'], id: string, locale: 'sv' | 'en'): Promise<readonly Mark[]> => {
  const { rows } = await sql<{ id: string; section: string | null; reason: string; day: Day; authority: string | null; person: string | null }>`
    select m.id, m.section, m.reason, m.day, p.given_name || ' ' || p.family_name as person,
           (select ${sql.ref(locale === 'sv' ? 'name_sv' : 'name_en')} from node_version v where v.node_id = m.node_id and v.valid @> m.day) as authority
      from secrecy_mark m left join person p on p.id = m.person_id where m.thing_id = ${id}::uuid order by m.day desc, m.id desc limit 100`.execute(store)
  return rows.map((r) => ({ ...r, authority: r.authority ?? '–', person: r.person ?? '–' }))
}
