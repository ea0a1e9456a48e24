import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { localAccountsOnly, type WaysIn } from '../../src/access/config.ts'
import type { DemoRole } from '../../src/access/step-in.ts'
import { buildApp } from '../../src/app.tsx'
import { readAssets } from '../../src/assets.ts'
import type { Deps } from '../../src/database/transact.ts'
import { openLive } from '../../src/database/live.ts'
import { clockAt } from '../../src/kernel/clock.ts'
import { timeOrderedIds } from '../../src/kernel/identity.ts'
import { demonstrationDay } from '../../src/demo/load-demonstration.ts'
import { buildAll } from '../../scripts/build.mjs'
import { demonstration } from '../demonstration.ts'

/** The demonstration municipality, served as `npm start` serves it, on a port of the test's own. */
export interface Served {
  readonly address: string
  /** Defects that the server met; a test that made none expects none. */
  readonly defects: readonly Error[]
  readonly deps: Deps
  readonly store: Awaited<ReturnType<typeof demonstration>>['store']
  /** The addresses that the program answers, as its router has them. */
  readonly routes: readonly string[]
  /** The one of them that an address leads to; undefined when it leads nowhere. */
  readonly routeOf: (address: string) => string | undefined
  close(): Promise<void>
}

/** What the address /defect falls over, so that the page that says so can be seen. */
const onPurpose = new Error('on purpose')

export const serveDemonstration = async (waysIn: WaysIn = localAccountsOnly): Promise<Served> => {
  await buildAll()
  const municipality = await demonstration()
  const defects: Error[] = []
  const deps = { store: municipality.store, clock: clockAt(demonstrationDay), ids: timeOrderedIds(() => new Date()) }
  const live = openLive(municipality.url)
  const app = buildApp({
    deps,
    live,
    demo: true,
    secureCookies: false,
    trustProxy: false,
    waysIn,
    assets: readAssets(),
    report: (error) => void (error === onPurpose || defects.push(error)),
  })
  app.get('/defect', () => {
    throw onPurpose
  })
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const opened = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => resolve({ server: opened, port: info.port }))
  })
  return {
    address: `http://127.0.0.1:${port}`,
    defects,
    deps,
    store: municipality.store,
    routes: [...new Set(app.routes.flatMap(({ method, path }) => (method === 'GET' ? [path] : [])))],
    routeOf: (asked) =>
      app.router
        .match('GET', asked.replace(/[?#].*/, ''))[0]
        .map(([[, route]]) => route)
        .find(({ method }) => method === 'GET')?.path,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      // Browsers keep their connections; nobody waits for them.
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
      await live.close()
      await municipality.drop()
    },
  }
}

/** Steps into a role by the menu, as a visitor does. */
export const stepInto = async (page: Page, role: DemoRole): Promise<void> => {
  await page.goto('/demo')
  // A visitor who has not stepped in is a resident already.
  if (role === 'resident' && (await page.locator(`button[name="role"][value="resident"]`).count()) === 0) return
  await page.locator(`button[name="role"][value="${role}"]`).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/demo'))
}
