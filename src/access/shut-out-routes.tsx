import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { verbatim } from '../kernel/text.ts'
import { loadTree } from '../organisation/tree.ts'
import { may } from '../rulebook/policy.ts'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, first, page, readFields, seeOther } from '../web/view.ts'
import type { WaysIn } from './config.ts'
import { RefusedPage } from './refused-page.tsx'
import { shutOut, subjectOfPerson } from './shut-out.ts'
import { ShutOutPage, type WayIn } from './shut-out-page.tsx'
import { shutOutWords as words } from './shut-out-words.ts'

/** The page of somebody's sign-in: for those who may switch it off. */
export const shutOutRoutes = (app: App, deps: Deps, waysIn: WaysIn): void => {
  const show = async (c: Ctx, tried: FormState | null): Promise<Response> => {
    const { who, today, locale } = c.get('view')
    const id = c.req.param('id') ?? ''
    const person = isId(id) ? await deps.store.selectFrom('person').select(['given_name', 'family_name']).where('id', '=', id).executeTakeFirst() : undefined
    if (!person) return c.notFound()
    const barred = may(who, 'access.shut', await subjectOfPerson(deps.store, id, await loadTree(deps.store, today)), today)
    if (barred[0]) return page(c, <RefusedPage view={c.get('view')} text={barred[0].text} />, 403)
    return page(
      c,
      <ShutOutPage
        view={c.get('view')}
        person={{ id, name: `${person.given_name} ${person.family_name}` }}
        ways={await waysOf(deps, waysIn, id)}
        sessions={await sessionsOf(deps, id)}
        barred={id === who.personId ? [{ code: 'shut.self', text: words.notOneself }] : []}
        form={tried ?? newForm(locale)}
      />,
      tried ? 422 : 200,
    )
  }
  app.get('/people/:id/sign-in', (c) => show(c, null))
  app.post('/people/:id/sign-in', async (c) => {
    const fields = await readFields(c)
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const done = await shutOut(deps, c.get('who'), { personId: id, shut: first(fields, 'shut') !== 'no' })
    if (!done.ok) return show(c, refusedForm(c.get('view').locale, fields, done.refusals))
    flash(c, 'saved')
    return seeOther(c, `/people/${id}/sign-in`)
  })
}

const waysOf = async ({ store }: Deps, { providers }: WaysIn, personId: string): Promise<readonly WayIn[]> => {
  const [accounts, identities] = await Promise.all([
    store.selectFrom('account').select(['username', 'disabled']).where('person_id', '=', personId).execute(),
    store.selectFrom('identity').select(['provider', 'subject', 'linked_on', 'disabled']).where('person_id', '=', personId).orderBy('provider').execute(),
  ])
  return [
    ...accounts.map((a) => ({ name: words.local, as: a.username, since: null, disabled: a.disabled })),
    ...identities.map((i) => ({
      name: providers.find(({ config }) => config.id === i.provider)?.config.name ?? verbatim(i.provider),
      as: i.subject,
      since: i.linked_on as Day,
      disabled: i.disabled,
    })),
  ]
}

const sessionsOf = async ({ store, clock }: Deps, personId: string): Promise<number> => {
  const { n } = await store
    .selectFrom('session')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('expires_at', '>', clock.now())
    .executeTakeFirstOrThrow()
  return n
}
