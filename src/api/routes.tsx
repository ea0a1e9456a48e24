import type { Deps } from '../database/transact.ts'
import type { Locale } from '../kernel/text.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import { type App, page } from '../web/view.ts'
import { notFound } from './answers.ts'
import { ApiPage, type Operation } from './api-page.tsx'
import { listNodes } from './nodes.ts'
import { openApi } from './openapi.ts'
import { registerApi } from './register-api.ts'

/** The machine's door: every register as JSON, its description, and a page about it for people. */
export const apiRoutes = (app: App, deps: Deps, definitions: readonly AnyDefinition[] = allDefinitions): void => {
  const described = new Map<Locale, ReturnType<typeof openApi>>()
  const document = (locale: Locale): ReturnType<typeof openApi> => {
    const told = described.get(locale) ?? openApi(definitions, locale)
    described.set(locale, told)
    return told
  }
  app.get('/api', (c) => page(c, <ApiPage view={c.get('view')} operations={operationsOf(document(c.get('view').locale))} />))
  app.get('/api/openapi.json', (c) => c.json(document('en')))
  app.get('/api/nodes', (c) => listNodes(c, deps))
  for (const definition of definitions) {
    const api = registerApi(deps, definition)
    const path = `/api/${definition.path}`
    app.get(path, api.list)
    app.post(path, api.create)
    app.get(`${path}/:id`, api.one)
    app.patch(`${path}/:id`, api.change)
    app.post(`${path}/:id/acts`, api.act)
  }
  app.all('/api/*', notFound)
}

const operationsOf = ({ paths = {} }: ReturnType<typeof openApi>): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { summary?: string; tags?: string[] }>).map(([method, { summary = '', tags = [] }]) => ({
      method,
      path,
      summary,
      tag: tags[0] ?? '',
    })),
  )
