import type { Deps } from '../database/transact.ts'
import type { App } from '../web/view.ts'
import type { AccessConfig } from './config.ts'
import { identify } from './middleware.tsx'
import { ownFormsOnly, secureHeaders, sizeLimit } from './protect.tsx'

/** Everything that stands before the pages, in its order: headers on every answer, then what is refused unread, then who asks. */
export const door = (app: App, deps: Deps, config: AccessConfig): void => {
  app.use(secureHeaders(config))
  app.use(ownFormsOnly(config))
  app.use(sizeLimit)
  app.use(identify(deps, config))
}
