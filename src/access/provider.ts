import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as client from 'openid-client'
import type { Claims } from './claims.ts'
import type { ProviderConfig } from './identity-config.ts'

/** What a sign-in under way is recognised by: told to the provider, and kept until it answers. */
export interface Challenge {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Somebody as the provider has vouched for: signed, by the right issuer, for us, in answer to our question. */
export interface Vouched {
  readonly subject: string
  readonly claims: Claims
  readonly idToken: string
  /** The session there, where the provider tells one. */
  readonly sid: string | null
}

/** What a logout token says (OpenID Connect Back-Channel Logout 1.0): whose session has ended there, or all of whose. */
export interface LoggedOut {
  readonly subject: string | null
  readonly sid: string | null
  /** Of the token: it is taken once. */
  readonly jti: string
  readonly expires: Date
}

/**
 * Why a provider did not vouch for anybody: it could not be reached (`away`), whoever asked was refused there or turned back
 * (`declined`), or it answered something that must not be believed (`wrong`). `code` is for the log: never anything about the person.
 */
export class ProviderTrouble extends Error {
  readonly kind: 'away' | 'declined' | 'wrong'
  readonly code: string
  constructor(kind: ProviderTrouble['kind'], code: string, cause?: unknown) {
    super(`${kind}: ${code}`, { cause })
    this.kind = kind
    this.code = code
  }
}

/** A provider of sign-in, by OpenID Connect: authorization code with PKCE, state and nonce. */
export interface Provider {
  readonly config: ProviderConfig
  /** Where the reader is sent to sign in. Throws ProviderTrouble. */
  begin(redirectUri: string): Promise<Challenge & { readonly url: string }>
  /** Judges what the provider answered at `redirectUri` with this query. Throws ProviderTrouble. */
  finish(redirectUri: string, query: URLSearchParams, challenge: Challenge): Promise<Vouched>
  /** Judges a logout token. Throws ProviderTrouble when it must not be believed, or its keys cannot be had. */
  loggedOut(token: string): Promise<LoggedOut>
  /** Where the reader is sent to sign out there too; null where the provider has no such place or is away. */
  endSession(idToken: string, backTo: string): Promise<string | null>
}

const seconds = 6
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'
/** A logout token is told at once; an old one is somebody's find. */
const longestTold = '10 minutes'
/** What the provider has said about itself is asked for anew after so long. */
const fresh = 60 * 60_000

/** The provider of the configuration. Asks it nothing until somebody wants to sign in, so that a provider that is away hinders no start. */
export const openProvider = (config: ProviderConfig): Provider => {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined
  let known: { readonly at: number; readonly found: Promise<client.Configuration> } | null = null
  const discover = (): Promise<client.Configuration> => {
    const issuer = new URL(config.issuer)
    const metadata = { client_secret: config.clientSecret, [client.clockTolerance]: config.clockSkewSeconds } as Partial<client.ClientMetadata>
    return client.discovery(issuer, config.clientId, metadata, config.clientSecret ? client.ClientSecretBasic(config.clientSecret) : client.None(), {
      // The configuration lets only the machine itself be asked without https. Signatures are checked even so.
      execute: [...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []), client.enableNonRepudiationChecks],
      timeout: seconds,
    })
  }
  const configuration = (): Promise<client.Configuration> => {
    if (known && Date.now() - known.at < fresh) return known.found
    const found = discover()
    known = { at: Date.now(), found }
    found.catch(() => {
      known = null
    })
    return found
  }
  return {
    config,
    begin: (redirectUri) =>
      troubled(async () => {
        const found = await configuration()
        const challenge = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
        const url = client.buildAuthorizationUrl(found, {
          redirect_uri: redirectUri,
          scope: config.scope,
          state: challenge.state,
          nonce: challenge.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(challenge.verifier),
          code_challenge_method: 'S256',
        })
        return { ...challenge, url: url.href }
      }),
    finish: (redirectUri, query, { state, nonce, verifier }) =>
      troubled(async () => {
        const found = await configuration()
        const answer = new URL(redirectUri)
        answer.search = query.toString()
        const tokens = await client.authorizationCodeGrant(found, answer, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
        const signed = tokens.claims()
        if (!signed || !tokens.id_token) throw new ProviderTrouble('wrong', 'no id token')
        // Many providers tell groups there only. What the signed token says goes before.
        const told = found.serverMetadata().userinfo_endpoint ? await client.fetchUserInfo(found, tokens.access_token, signed.sub) : {}
        const sid = signed['sid']
        return { subject: signed.sub, claims: { ...told, ...signed }, idToken: tokens.id_token, sid: typeof sid === 'string' ? sid : null }
      }),
    loggedOut: (token) =>
      troubled(async () => {
        const { issuer, jwks_uri: keysAt } = (await configuration()).serverMetadata()
        if (!keysAt) throw new ProviderTrouble('wrong', 'no keys')
        keys ??= createRemoteJWKSet(new URL(keysAt), { timeoutDuration: seconds * 1000 })
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience: config.clientId,
          clockTolerance: config.clockSkewSeconds,
          maxTokenAge: longestTold,
          requiredClaims: ['iat', 'exp', 'jti'],
        })
        const { sub, sid, jti, exp, events, nonce } = payload
        const told = typeof events === 'object' && events !== null && typeof (events as Record<string, unknown>)[logoutEvent] === 'object'
        // A token with a nonce is an ID token that somebody sends as something else (2.4).
        if (!told || nonce !== undefined || typeof jti !== 'string' || typeof exp !== 'number') throw new ProviderTrouble('wrong', 'no logout token')
        const named = { subject: typeof sub === 'string' ? sub : null, sid: typeof sid === 'string' ? sid : null }
        if (named.subject === null && named.sid === null) throw new ProviderTrouble('wrong', 'logout of nobody')
        return { ...named, jti, expires: new Date((exp + config.clockSkewSeconds) * 1000) }
      }),
    endSession: async (idToken, backTo) => {
      try {
        const found = await configuration()
        if (!found.serverMetadata().end_session_endpoint) return null
        return client.buildEndSessionUrl(found, { id_token_hint: idToken, post_logout_redirect_uri: backTo }).href
      } catch {
        return null
      }
    },
  }
}

/** Runs it, and tells whatever goes wrong as one of the three kinds. */
const troubled = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProviderTrouble) throw error
    throw new ProviderTrouble(kindOf(error), codeOf(error), error)
  }
}

/** Refusals that are about the person's own choice or rights there (OAuth 2 4.1.2.1, OpenID Connect Core 3.1.2.6). */
const declined = ['access_denied', 'login_required', 'consent_required', 'interaction_required', 'account_selection_required']
const codeOf = (error: unknown): string => {
  const { code, error: said, name } = error as { code?: unknown; error?: unknown; name?: unknown }
  return [said, code, name, 'unknown'].find((word): word is string => typeof word === 'string' && /^[\w.-]{1,80}$/.test(word)) as string
}
const kindOf = (error: unknown): ProviderTrouble['kind'] => {
  if (error instanceof client.AuthorizationResponseError) return declined.includes(error.error) ? 'declined' : 'wrong'
  const { code, cause } = error as { code?: string; cause?: { status?: number } }
  const busy = typeof cause?.status === 'number' && cause.status >= 500
  // fetch tells of an unreachable server by a TypeError without a code of the library's.
  return busy || code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && !code?.startsWith('ERR_')) || isUnreachable(cause) ? 'away' : 'wrong'
}
const isUnreachable = (cause: unknown): boolean =>
  cause instanceof TypeError || /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|UND_ERR)/.test(String((cause as { code?: unknown } | undefined)?.code ?? ''))
