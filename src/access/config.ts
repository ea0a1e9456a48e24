import type { NavRoom } from '../web/view.ts'
import type { Provider, ProviderTrouble } from './provider.ts'

/** The ways to sign in. */
export interface WaysIn {
  /** May accounts of our own sign in, by username and password? */
  readonly localAccounts: boolean
  readonly providers: readonly Provider[]
  /** The address that readers see ('https://genomslag.example.se'), for providers to send them back to; null: as each request says. */
  readonly origin: string | null
  /** Where it is told that a provider did not vouch: its id, what kind of trouble, and a code. Never about whom. */
  readonly tell: (provider: string, trouble: ProviderTrouble) => void
}

/** Accounts of our own alone. */
export const localAccountsOnly: WaysIn = { localAccounts: true, providers: [], origin: null, tell: () => {} }

/** What the surroundings decide about access. Assembled once, in app.ts. */
export interface AccessConfig {
  /** Is this the demonstration municipality? Stepping into roles also asks the database itself and needs a loopback address. */
  readonly demo: boolean
  /** Is the program reached by https alone? Then cookies are for https only and browsers are told to stay there. Else the proxy may say so of each request. */
  readonly secureCookies: boolean
  /** Does a proxy of our own stand in front, so that its X-Forwarded-For (rate limit), -Proto and -Host may be believed? Never for stepping into roles. */
  readonly trustProxy: boolean
  readonly assets: { readonly css: string; readonly js: string }
  readonly nav: readonly NavRoom[]
  readonly waysIn: WaysIn
}
