import type { Deps } from '../database/transact.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { anybody } from '../kernel/who.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, page, seeOther, type View } from '../web/view.ts'
import type { AccessConfig, WaysIn } from './config.ts'
import { dropSessionToken, flowCookieOf, keepSessionToken, sessionTokenOf } from './cookies.ts'
import { keepFlow, takeFlow } from './flow-store.ts'
import { words } from './identity-words.ts'
import { type Provider, ProviderTrouble } from './provider.ts'
import { SignedInPage, SignedOutPage } from './provider-pages.tsx'
import { rateLimit } from './rate-limit.ts'
import { isHttps, ownPath, type Reached, siteOf, visitorAddress } from './request.ts'
import { closeSession, findSession } from './session-store.ts'
import { SignInPage } from './sign-in-page.tsx'
import { signInWith } from './sign-in-with.ts'
import { veiled } from './token.ts'
import { loadWho } from './who.ts'
import { words as signInWords } from './words.ts'

/** Each beginning keeps a row and asks the provider. One address may be that of all town halls on a Monday morning. */
const [most, span] = [3000, 10 * 60_000]

/** The way to a provider of sign-in and back. */
export const providerRoutes = (app: App, deps: Deps, config: AccessConfig): void => {
  const { trustProxy, waysIn } = config
  const mayBegin = rateLimit(deps, most, span)
  const providerOf = (c: Ctx): Provider | undefined => waysIn.providers.find((p) => p.config.id === c.req.param('provider'))

  app.get('/sign-in/with/:provider', async (c) => {
    const provider = providerOf(c)
    if (!provider) return c.notFound()
    const back = ownPath(c.req.query('back'))
    if (!(await mayBegin(`sign-in ${visitorAddress(c, trustProxy)}`))) {
      c.header('Retry-After', String(span / 1000))
      return refuse(c, waysIn, back, [{ code: 'sign_in.too_many', text: signInWords.tooMany(span / 60_000) }])
    }
    try {
      const { url, ...challenge } = await provider.begin(backUri(c, config, provider))
      await keepFlow(deps, flowCookieOf(c, isHttps(c, config)), { ...challenge, provider: provider.config.id, back })
      return c.redirect(url, 302)
    } catch (error) {
      return refuse(c, waysIn, back, [told(error, provider, waysIn)])
    }
  })

  app.get('/sign-in/back/:provider', async (c) => {
    const provider = providerOf(c)
    if (!provider) return c.notFound()
    const query = new URL(c.req.url).searchParams
    const flow = await takeFlow(deps, flowCookieOf(c, isHttps(c, config)), provider.config.id, query.get('state') ?? '')
    if (!flow) return refuse(c, waysIn, '/', [{ code: 'sign_in.stale', text: words.stale, mend: words.again }])
    try {
      const vouched = await provider.finish(backUri(c, config, provider), query, flow)
      const verdict = await signInWith(deps, { provider: provider.config, vouched, earlierToken: sessionTokenOf(c) })
      if (!verdict.ok) return refuse(c, waysIn, flow.back, verdict.refusals)
      const { token, notGiven } = verdict.value
      keepSessionToken(c, token, isHttps(c, config))
      if (notGiven.length > 0) return page(c, <SignedInPage view={await viewAs(c, deps, token)} notGiven={notGiven} back={flow.back} />)
      flash(c, 'signed_in')
      return seeOther(c, flow.back)
    } catch (error) {
      return refuse(c, waysIn, flow.back, [told(error, provider, waysIn)])
    }
  })
}

/** Ends the session here, and leads on to where it was signed in so that it can end there too. */
export const signOut = async (c: Ctx, deps: Deps, config: AccessConfig): Promise<Response> => {
  const token = sessionTokenOf(c)
  const signedInAt = token ? await closeSession(deps, token) : null
  dropSessionToken(c, isHttps(c, config))
  const provider = config.waysIn.providers.find((p) => p.config.id === signedInAt?.provider)
  const onward = provider && signedInAt ? await provider.endSession(signedInAt.idToken, `${siteOf(c, reachedBy(config))}/`) : null
  flash(c, 'signed_out')
  if (!provider || onward === null) return seeOther(c, '/')
  // A redirect would belong to the form, which may lead to ourselves only (content security policy): the page itself goes on.
  c.header('Refresh', `0; url=${onward}`)
  return page(c, <SignedOutPage view={{ ...c.get('view'), who: anybody, post: null }} name={provider.config.name} onward={onward} />)
}

/** The view of whoever has just been let in: the one of the request is still that of a stranger. */
const viewAs = async (c: Ctx, deps: Deps, token: string): Promise<View> => {
  const view = c.get('view')
  const session = await findSession(deps, token)
  return session ? { ...view, who: await loadWho(deps.store, undefined, session.personId, view.today), csrf: veiled(session.csrf) } : view
}

const reachedBy = ({ waysIn, secureCookies, trustProxy }: AccessConfig): Reached => ({ origin: waysIn.origin, secureCookies, trustProxy })

/** Where the provider sends the reader back to: the address that the reader typed. */
const backUri = (c: Ctx, config: AccessConfig, provider: Provider): string => `${siteOf(c, reachedBy(config))}/sign-in/back/${provider.config.id}`

/** What went wrong at the provider, in plain words; defects of our own are thrown on. */
const told = (error: unknown, { config }: Provider, waysIn: WaysIn): Refusal => {
  if (!(error instanceof ProviderTrouble)) throw error
  waysIn.tell(config.id, error)
  switch (error.kind) {
    case 'away':
      return { code: 'sign_in.away', text: words.away(config.name), mend: waysIn.localAccounts ? words.awayMendLocal : words.awayMend }
    case 'declined':
      return { code: 'sign_in.declined', text: words.declined(config.name), mend: words.again }
    default:
      return { code: 'sign_in.untrusted', text: words.wrong(config.name), mend: words.wrongMend }
  }
}

const refuse = (c: Ctx, waysIn: WaysIn, back: string, refusals: readonly Refusal[]): Response => {
  // The links of the page must not lead back here, with a code that is used.
  const view = { ...c.get('view'), path: `/sign-in?back=${encodeURIComponent(back)}` }
  // Somebody who is signed in already stays so; the sign-in page tells both kinds of reader what happened.
  const form = refusals.length > 0 ? refusedForm(view.locale, {}, refusals) : newForm(view.locale)
  return page(c, <SignInPage view={view} form={form} back={back} waysIn={waysIn} />, statusOf(refusals))
}

const statusOf = (refusals: readonly Refusal[]): 422 | 429 | 503 => {
  if (refusals.some((r) => r.code === 'sign_in.too_many')) return 429
  return refusals.some((r) => r.code === 'sign_in.away') ? 503 : 422
}
