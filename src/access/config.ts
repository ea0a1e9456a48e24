import type { NavRoom } from '../web/view.ts'

/** What the surroundings decide about access. Assembled once, in app.ts. */
export interface AccessConfig {
  /** Is this the demonstration municipality? Stepping into roles also asks the database itself and needs a loopback address. */
  readonly demo: boolean
  /** Is the program reached by https? Then cookies are for https only and browsers are told to stay there. */
  readonly secureCookies: boolean
  /** Does a proxy of our own stand in front, so that its X-Forwarded-For may be believed for the rate limit? Never for stepping into roles. */
  readonly trustProxy: boolean
  readonly assets: { readonly css: string; readonly js: string }
  readonly nav: readonly NavRoom[]
}
