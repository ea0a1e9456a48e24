import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { type Locale, say } from '../kernel/text.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { freeFields } from '../registers/free-fields.ts'
import { refusalsShape } from './answers.ts'
import { nodesShape } from './nodes.ts'
import { changeShape, createShape, shapesOf } from './register-shapes.ts'
import { words } from './words.ts'

type Registry = OpenAPIHono['openAPIRegistry']
type Path = Parameters<Registry['registerPath']>[0]

const json = (schema: z.ZodType, description: string) => ({ description, content: { 'application/json': { schema } } })
const refusedBy = (...statuses: readonly number[]) => Object.fromEntries(statuses.map((status) => [status, json(refusalsShape, why[status] ?? 'Refused')]))
const why: Readonly<Record<number, string>> = {
  403: 'Not this person’s to do, or only a decision does it',
  404: 'No such thing',
  409: 'Somebody else was first; the entry as it is now goes along',
  422: 'Everything that is wrong with what was sent',
}
const id = z.object({ id: z.uuid() })
const matched = z.object({ 'If-Match': z.string().optional().meta({ description: 'The version seen, as given by ETag: "3"' }) })
const sent = (schema: z.ZodType) => ({ required: true, content: { 'application/json': { schema } } })

/** The operations of one register. Steering registers have no POST that makes an entry: only a decision does. */
const operations = (definition: AnyDefinition, locale: Locale): readonly Path[] => {
  const shapes = shapesOf(definition)
  const path = `/api/${definition.path}`
  const one = say(definition.words.one, 'en').toLowerCase()
  const many = say(definition.words.many, 'en').toLowerCase()
  const summaries = words.summaries(definition.words)
  const free = freeFields(definition)
  const tags = [say(definition.words.many, locale)]
  const of = (operationId: keyof typeof summaries) => ({ operationId: `${operationId}-${definition.name}`, summary: say(summaries[operationId], locale), tags })
  const security = [{ session: [] }]
  return [
    {
      ...of('list'),
      method: 'get',
      path,
      request: { query: shapes.query },
      responses: { 200: json(shapes.list, `A page of ${many}`), ...refusedBy(422) },
    },
    {
      ...of('get'),
      method: 'get',
      path: `${path}/{id}`,
      request: { params: id },
      responses: { 200: json(shapes.whole, `The ${one}`), ...refusedBy(403, 404) },
    },
    ...(definition.steering
      ? []
      : [
          {
            ...of('create'),
            method: 'post' as const,
            path,
            security,
            request: { body: sent(createShape(definition)) },
            responses: { 201: json(shapes.whole, `The new ${one}`), ...refusedBy(403, 422) },
          },
        ]),
    {
      ...of('act'),
      method: 'post',
      path: `${path}/{id}/acts`,
      security,
      request: { params: id, headers: matched, body: sent(shapes.act) },
      responses: { 200: json(shapes.whole, `The ${one} afterwards`), ...refusedBy(403, 404, 409, 422) },
    },
    {
      ...of('change'),
      method: 'patch',
      path: `${path}/{id}`,
      security,
      request: { params: id, headers: matched, body: sent(changeShape(definition, free)) },
      responses: { 200: json(shapes.whole, `The ${one} afterwards`), ...refusedBy(403, 404, 409, 422) },
    },
  ]
}

/** The whole API as OpenAPI 3.1, generated from the shapes that the handlers check by; its summaries in the language of whoever reads them. */
export const openApi = (definitions: readonly AnyDefinition[], locale: Locale) => {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono()
  openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'genomslag',
    description: 'The cookie of signing in; with it the header X-CSRF-Token, as given by the pages.',
  })
  openAPIRegistry.registerPath(
    createRoute({
      operationId: 'list-nodes',
      summary: say(words.nodes, locale),
      tags: ['Organisation'],
      method: 'get',
      path: '/api/nodes',
      request: { query: z.object({ day: z.iso.date().optional() }) },
      responses: { 200: json(nodesShape, 'Bodies and units'), ...refusedBy(422) },
    }),
  )
  for (const operation of definitions.flatMap((d) => operations(d, locale))) openAPIRegistry.registerPath(operation)
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Genomslag', version: '1', description: words.how.map((t) => t.en).join('\n\n') },
    servers: [{ url: '/' }],
  })
}
