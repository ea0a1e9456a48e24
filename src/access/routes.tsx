import type { Deps } from '../database/transact.ts'
import { isLocale, verbatim } from '../kernel/text.ts'
import { loadTree } from '../organisation/tree.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, first, page, readFields, seeOther } from '../web/view.ts'
import { AccountPage } from './account-page.tsx'
import { changePassword } from './change-password.ts'
import type { AccessConfig } from './config.ts'
import { dropSessionToken, keepLanguage, keepSessionToken, sessionTokenOf } from './cookies.ts'
import { bodyOf } from './desk.ts'
import { type CastMember, DemoPage } from './demo-page.tsx'
import { RefusedPage } from './refused-page.tsx'
import { loadIdentities } from './identities.ts'
import { isHttps, ownPath, visitorAddress } from './request.ts'
import { signIn } from './sign-in.ts'
import { SignInPage } from './sign-in-page.tsx'
import { demoRoles, loadCast, stepIn } from './step-in.ts'
import { loadWho } from './who.ts'
import { providerRoutes, signOut } from './provider-routes.tsx'
import { words as identityWords } from './identity-words.ts'
import { words } from './words.ts'

/** Sign-in and out, the own account, the language and the demonstration's roles. */
export const accessRoutes = (app: App, deps: Deps, config: AccessConfig): void => {
  signInRoutes(app, deps, config)
  providerRoutes(app, deps, config)
  accountRoutes(app, deps, config)
  languageRoute(app, config)
  if (config.demo) demoRoutes(app, deps, config)
}

const signInRoutes = (app: App, deps: Deps, config: AccessConfig): void => {
  const { trustProxy, waysIn } = config
  app.get('/sign-in', (c) => {
    const view = c.get('view')
    const back = ownPath(c.req.query('back'))
    return view.who.personId ? seeOther(c, back) : page(c, <SignInPage view={view} form={newForm(view.locale)} back={back} waysIn={waysIn} />)
  })

  app.post('/sign-in', async (c) => {
    const fields = await readFields(c)
    const back = ownPath(first(fields, 'back'))
    if (!waysIn.localAccounts) return page(c, <RefusedPage view={c.get('view')} text={identityWords.onlyElsewhere} />, 403)
    const verdict = await signIn(deps, {
      username: first(fields, 'username'),
      password: first(fields, 'password'),
      address: visitorAddress(c, trustProxy),
      earlierToken: sessionTokenOf(c),
    })
    if (verdict.ok) {
      keepSessionToken(c, verdict.value.token, isHttps(c, config))
      flash(c, 'signed_in')
      return seeOther(c, back)
    }
    const view = c.get('view')
    const tooMany = verdict.refusals.some((refusal) => refusal.code === 'sign_in.too_many')
    return page(
      c,
      <SignInPage view={view} form={refusedForm(view.locale, { username: fields['username'] ?? [] }, verdict.refusals)} back={back} waysIn={waysIn} />,
      tooMany ? 429 : 422,
    )
  })

  app.post('/sign-out', (c) => signOut(c, deps, config))
}

const accountRoutes = (app: App, deps: Deps, config: AccessConfig): void => {
  const { trustProxy, waysIn } = config
  const show = async (c: Ctx, form: Parameters<typeof AccountPage>[0]['form'], status: 200 | 422 | 429) => {
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const account = await deps.store.selectFrom('account').select('id').where('person_id', '=', view.who.personId).executeTakeFirst()
    const identities = await loadIdentities(deps.store, view.who.personId ?? '', waysIn.providers)
    return page(
      c,
      <AccountPage
        view={view}
        form={form}
        nodeName={(id) => tree.get(id)?.name ?? verbatim('')}
        hasPassword={account !== undefined && waysIn.localAccounts}
        identities={identities}
      />,
      status,
    )
  }

  app.get('/account', async (c) => {
    const view = c.get('view')
    return view.who.personId ? show(c, newForm(view.locale), 200) : seeOther(c, '/sign-in?back=/account')
  })

  app.post('/account', async (c) => {
    const view = c.get('view')
    if (!view.who.personId) return page(c, <RefusedPage view={view} text={words.signInFirst} />, 403)
    const fields = await readFields(c)
    const verdict = await changePassword(deps, {
      personId: view.who.personId,
      old: first(fields, 'old'),
      wanted: first(fields, 'wanted'),
      again: first(fields, 'again'),
      address: visitorAddress(c, trustProxy),
    })
    if (!verdict.ok) {
      const tooMany = verdict.refusals.some((refusal) => refusal.code === 'sign_in.too_many')
      return show(c, refusedForm(view.locale, {}, verdict.refusals), tooMany ? 429 : 422)
    }
    keepSessionToken(c, verdict.value.token, isHttps(c, config))
    flash(c, 'password_changed')
    return seeOther(c, '/account')
  })
}

const languageRoute = (app: App, config: AccessConfig): void => {
  app.get('/language/:locale', (c) => {
    const locale = c.req.param('locale')
    if (isLocale(locale)) keepLanguage(c, locale, isHttps(c, config))
    return seeOther(c, ownPath(c.req.query('back')))
  })
}

const demoRoutes = (app: App, deps: Deps, config: AccessConfig): void => {
  app.get('/demo', async (c) => {
    const view = c.get('view')
    if (!view.mayStepIn) return page(c, <RefusedPage view={view} text={words.demoElsewhere} />, 403)
    const cast = await loadCast(deps)
    const tree = await loadTree(deps.store, view.today)
    const members: CastMember[] = []
    for (const role of demoRoles) {
      const person = cast.get(role)
      if (person === undefined) continue
      const who = person === null ? null : await loadWho(deps.store, tree, person, view.today)
      const body = who ? bodyOf(who, tree) : undefined
      members.push({ role, name: who?.name ?? null, desk: body ? view.t(body.name) : null, here: person === view.who.personId })
    }
    return page(c, <DemoPage view={view} cast={members} />)
  })

  app.post('/demo/step-in', async (c) => {
    const view = c.get('view')
    const fields = await readFields(c)
    const verdict = await stepIn(deps, { role: first(fields, 'role'), permitted: view.mayStepIn, earlierToken: sessionTokenOf(c) })
    if (!verdict.ok) return page(c, <RefusedPage view={view} text={verdict.refusals[0]?.text ?? words.demoElsewhere} />, 403)
    if (verdict.value.token === null) dropSessionToken(c, isHttps(c, config))
    else keepSessionToken(c, verdict.value.token, isHttps(c, config))
    flash(c, 'stepped_in')
    return seeOther(c, '/')
  })
}
