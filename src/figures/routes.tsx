import type { Deps } from '../database/transact.ts'
import type { App } from '../web/view.ts'
import { composeRoutes } from './compose-routes.tsx'
import { goalRoutes } from './goal-routes.tsx'
import { figureActRoutes } from './series-act-routes.tsx'
import { seriesListRoutes } from './series-list-routes.tsx'
import { seriesPageRoutes } from './series-page-routes.tsx'

/** The pages and acts of the room: measures, their figures, and goals. */
export const figureRoutes = (app: App, deps: Deps): void => {
  seriesListRoutes(app, deps)
  figureActRoutes(app, deps)
  composeRoutes(app, deps)
  seriesPageRoutes(app, deps)
  goalRoutes(app, deps)
}
