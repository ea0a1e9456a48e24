import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { say } from '../kernel/text.ts'
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
const operations = (definition: AnyDefinition): readonly Path[] => {
  const shapes = shapesOf(definition)
  const path = `/api/${definition.path}`
  const one = say(definition.words.one, 'en').toLowerCase()
  const many = say(definition.words.many, 'en').toLowerCase()
  const free = freeFields(definition)
  const tags = [say(definition.words.many, 'en')]
  const of = (operationId: string, summary: string) => ({ operationId: `${operationId}-${definition.name}`, summary, tags })
  const security = [{ session: [] }]
  return [
    {
      ...of('list', `List ${many}`),
      method: 'get',
      path,
      request: { query: shapes.query },
      responses: { 200: json(shapes.list, `A page of ${many}`), ...refusedBy(422) },
    },
    {
      ...of('get', `One ${one}, with what may be done`),
      method: 'get',
      path: `${path}/{id}`,
      request: { params: id },
      responses: { 200: json(shapes.whole, `The ${one}`), ...refusedBy(403, 404) },
    },
    ...(definition.steering
      ? []
      : [
          {
            ...of('create', `Make a new ${one}`),
            method: 'post' as const,
            path,
            security,
            request: { body: sent(createShape(definition)) },
            responses: { 201: json(shapes.whole, `The new ${one}`), ...refusedBy(403, 422) },
          },
        ]),
    {
      ...of('act', `Do an act of the lifecycle`),
      method: 'post',
      path: `${path}/{id}/acts`,
      security,
      request: { params: id, headers: matched, body: sent(shapes.act) },
      responses: { 200: json(shapes.whole, `The ${one} afterwards`), ...refusedBy(403, 404, 409, 422) },
    },
    {
      ...of('change', `Write fields that need no decision`),
      method: 'patch',
      path: `${path}/{id}`,
      security,
      request: { params: id, headers: matched, body: sent(changeShape(definition, free)) },
      responses: { 200: json(shapes.whole, `The ${one} afterwards`), ...refusedBy(403, 404, 409, 422) },
    },
  ]
}

/** The whole API as OpenAPI 3.1, generated from the shapes that the handlers check by. */
export const openApi = (definitions: readonly AnyDefinition[]) => {
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
      summary: 'The bodies and units of a day',
      tags: ['Organisation'],
      method: 'get',
      path: '/api/nodes',
      request: { query: z.object({ day: z.iso.date().optional() }) },
      responses: { 200: json(nodesShape, 'Bodies and units'), ...refusedBy(422) },
    }),
  )
  for (const operation of definitions.flatMap(operations)) openAPIRegistry.registerPath(operation)
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Genomslag', version: '1', description: words.how.map((t) => t.en).join('\n\n') },
    servers: [{ url: '/' }],
  })
}
