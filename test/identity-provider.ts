import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Somebody as the provider knows them: the subject is the key in `accounts`. */
export type Account = Readonly<Record<string, unknown>>

/** A real provider of OpenID Connect on a port of the test's own. */
export interface IdentityProvider {
  readonly issuer: string
  readonly accounts: Map<string, Account>
  /** Who sits at the provider's sign-in page; null gives up there. */
  person: string | null
  /** Goes through the provider's pages from this address, as a browser would; gives where it sends the reader back. */
  walk(url: string): Promise<URL>
  /** Tells the client by itself that a session there has ended. */
  tellLogout(subject: string, sid: string): Promise<void>
  close(): Promise<void>
}

/** Listens on a free port of this machine. */
export const listenAt = (handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<{ server: Server; address: string }> =>
  new Promise((resolve) => {
    const server = createServer(handle).listen(0, '127.0.0.1', () => resolve({ server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }))
  })

export const closeServer = async (server: Server): Promise<void> => {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}

const clientId = 'genomslag'
export const clientSecret = 'a-long-secret-word-for-the-test'

/** Starts a provider that knows one client, Genomslag at `origin`, with the providers' ids `ids`; `endedAt` is where it tells of sessions that end. */
export const startIdentityProvider = async (origin: () => string, ids: readonly string[] = ['ad'], endedAt?: string): Promise<IdentityProvider> => {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  const { server, address } = await listenAt((request, response) => handle(request, response))
  const accounts = new Map<string, Account>()
  const opened: { provider?: Provider } = {}
  const started: IdentityProvider = {
    issuer: address,
    accounts,
    person: null,
    walk: (url) => walk(url, address),
    tellLogout: async (subject, sid) => {
      const client = (await providerOf().Client.find(clientId)) as { backchannelLogout(subject: string, sid: string): Promise<void> } | undefined
      await client?.backchannelLogout(subject, sid)
    },
    close: () => closeServer(server),
  }
  const providerOf = (): Provider => (opened.provider ??= makeProvider(address, origin(), ids, accounts, endedAt))
  handle = (request, response) => {
    const provider = providerOf()
    if (!request.url?.startsWith('/interaction/')) return void provider.callback()(request, response)
    if (request.method === 'GET') return void showForm(request, response)
    const answer = started.person === null ? { error: 'access_denied' } : { login: { accountId: started.person } }
    provider.interactionFinished(request, response, answer, { mergeWithLastSubmission: false }).catch((error: Error) => {
      response.statusCode = 500
      response.end(error.message)
    })
  }
  return started
}

const showForm = (request: IncomingMessage, response: ServerResponse): void => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(`<!doctype html><html lang="sv"><title>Prov</title><form method="post" action="${request.url}"><button>Fortsätt</button></form></html>`)
}

const makeProvider = (
  issuer: string,
  origin: string,
  ids: readonly string[],
  accounts: ReadonlyMap<string, Account>,
  endedAt: string | undefined,
): Provider => {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: ids.map((id) => `${origin}/sign-in/back/${id}`),
        post_logout_redirect_uris: [`${origin}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        ...(endedAt ? { backchannel_logout_uri: endedAt, backchannel_logout_session_required: true } : {}),
      },
    ],
    cookies: { keys: ['prov'] },
    claims: { openid: ['sub', 'groups', 'employee'], profile: ['given_name', 'family_name'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    // Its own guard lets it call no address of this machine, which is where we are.
    fetch: (url, options) => globalThis.fetch(url, { ...options, dispatcher: undefined } as RequestInit),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ accountId: context.oidc.session?.accountId ?? '', clientId: context.oidc.client?.clientId ?? '' })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
  })
  return provider
}

const walk = async (url: string, address: string): Promise<URL> => {
  const cookies = new Map<string, string>()
  let next = url
  let method = 'GET'
  for (let steps = 0; steps < 12; steps++) {
    const answer = await fetch(next, { method, redirect: 'manual', headers: { cookie: [...cookies].map(([n, v]) => `${n}=${v}`).join('; ') } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) {
      if (answer.status !== 200) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
      method = 'POST'
      continue
    }
    method = 'GET'
    next = new URL(location, next).href
    if (!next.startsWith(address)) return new URL(next)
  }
  throw new Error('the provider leads nowhere')
}
