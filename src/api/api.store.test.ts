import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import fc from 'fast-check'
import { nodes, posts } from '../../test/decision-town.ts'
import { anEntry, assignmentData, manyEntries, personas, type RegisterWorld, registerWorld, risk, riskData, secretRisk } from '../../test/register-world.ts'
import { appFor } from '../../test/room.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { assignment } from '../registers/definitions/assignment.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { registerRoutes } from '../registers/routes.tsx'
import { apiRoutes } from './routes.tsx'

let world: RegisterWorld
beforeAll(async () => {
  world = await registerWorld()
})
afterAll(() => world.close())

const register = risk as AnyDefinition
interface Told {
  readonly code: string
  readonly field?: string
  readonly text: { readonly sv: string; readonly en: string }
}
type Json = { readonly [name: string]: unknown; readonly refusals?: readonly Told[] }

const appAs = (who: keyof typeof personas) =>
  appFor(
    (app, deps) => {
      registerRoutes(app, deps, world.definitions)
      apiRoutes(app, deps, world.definitions)
    },
    world.deps,
    personas[who],
  )
const ask = async (who: keyof typeof personas, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const answer = await appAs(who).request(path, { method, headers: { 'content-type': 'application/json', ...headers }, ...sent })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: (text ? JSON.parse(text) : {}) as Json }
}
const codes = ({ body }: { body: Json }): string[] => (body.refusals ?? []).map((r) => (r.field ? `${r.code} ${r.field}` : r.code))

describe('one entry', () => {
  test('comes with what may be done, why not, and its version', async () => {
    const { id, number } = await anEntry(world.deps, assignment, assignmentData())
    const { status, headers, body } = await ask('head', 'GET', `/api/assignments/${id}`)
    expect(status).toBe(200)
    expect(headers.get('etag')).toBe('"1"')
    expect(body).toMatchObject({
      id,
      number,
      state: 'given',
      due: '2022-09-14',
      version: 1,
      fields: assignmentData(),
      freeFields: ['responsible'],
      body: { id: nodes.labour, name: { sv: 'ALN-nämnden' } },
      owner: { id: nodes.department },
      broken: [{ sv: 'Saknar ansvarig', en: 'Without anybody responsible' }],
      deadlines: [{ due: '2022-09-14', doneOn: null }],
    })
    expect((body['acts'] as { name: string; allowed: boolean }[]).map((a) => [a.name, a.allowed])).toEqual([
      ['accept', true],
      ['appoint', true],
      ['change', false],
      ['end', false],
    ])
  })

  test('a secret one is refused to those who may not see it', async () => {
    const { id } = await anEntry(world.deps, secretRisk, riskData({ title: 'Skyddad adress' }))
    const refused = await ask('stranger', 'GET', `/api/secret-risks/${id}`)
    expect([refused.status, codes(refused)]).toEqual([403, ['access.secret']])
    expect(JSON.stringify(refused.body)).not.toContain('Skyddad')
    expect(await ask('secretary', 'GET', `/api/secret-risks/${id}`)).toMatchObject({ status: 200 })
  })
})

describe('the list', () => {
  test('is walked to its end by its cursors', async () => {
    const ids = await manyEntries(
      world.deps,
      register,
      Array.from({ length: 120 }, (_, i) => riskData({ likelihood: i % 5 })),
    )
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { body } = await ask('anybody', 'GET', `/api/risks?sort=-likelihood&size=50${after}`)
      seen.push(...(body['items'] as { id: string }[]).map((e) => e.id))
      if (body['next'] === null) break
      after = `&after=${String(body['next'])}`
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(ids.every((id) => seen.includes(id))).toBe(true)
  })

  test('refuses what it cannot read, all of it', async () => {
    expect(codes(await ask('anybody', 'GET', '/api/risks?sort=colour&state=gone&size=9999&unit=x'))).toEqual([
      'list.unreadable sort',
      'list.unreadable size',
      'list.unreadable state',
      'list.unreadable unit',
    ])
  })
})

describe('writing', () => {
  test('makes an entry where no decision is needed, and only there', async () => {
    const made = await ask('secretary', 'POST', '/api/risks', { body: nodes.labour, fields: riskData() })
    expect(made).toMatchObject({ status: 201, body: { state: 'open', version: 1 } })
    expect(made.headers.get('location')).toBe(`/api/risks/${String(made.body['id'])}`)
    const steering = await ask('secretary', 'POST', '/api/assignments', { body: nodes.labour, fields: assignmentData() })
    expect([steering.status, codes(steering)]).toEqual([403, ['entry.needs_clause']])
    const wrong = await ask('secretary', 'POST', '/api/risks', { body: nodes.labour, fields: { title: '', level: 'high', likelihood: 9 } })
    expect([wrong.status, codes(wrong)]).toEqual([422, ['field.required title', 'field.too_big likelihood', 'field.required urgent', 'risk.review review']])
  })

  test('acts go by the same rules and words as the pages', async () => {
    const { id } = await anEntry(world.deps, register, riskData())
    const refused = await ask('secretary', 'POST', `/api/risks/${id}/acts`, { act: 'review', version: 1 })
    expect([refused.status, codes(refused)]).toEqual([422, ['act.comment comment']])
    const page = await appAs('secretary').request(`/register/risks/${id}/act`, { method: 'POST', body: new URLSearchParams({ act: 'review', seen: '1' }) })
    expect(await page.text()).toContain(refused.body.refusals?.[0]?.text.sv)
    expect(await ask('secretary', 'POST', `/api/risks/${id}/acts`, { act: 'review', version: 1, comment: 'Gjort.' })).toMatchObject({
      status: 200,
      body: { version: 2 },
    })
    expect(await ask('stranger', 'POST', `/api/risks/${id}/acts`, { act: 'close', version: 2 })).toMatchObject({ status: 403 })
  })

  test('needs the version seen, and at a conflict gives the entry as it is now', async () => {
    const { id } = await anEntry(world.deps, assignment, assignmentData())
    const patch = (body: unknown, headers = {}) => ask('head', 'PATCH', `/api/assignments/${id}`, body, headers)
    expect(codes(await patch({ fields: { responsible: posts.head } }))).toEqual(['version.required version'])
    expect(await patch({ fields: { responsible: posts.head } }, { 'if-match': '"1"' })).toMatchObject({
      status: 200,
      body: { version: 2, fields: { responsible: posts.head } },
    })
    const conflict = await patch({ version: 1, fields: { responsible: null } })
    expect(conflict).toMatchObject({ status: 409, body: { entry: { version: 2, fields: { responsible: posts.head } } } })
    expect(codes(await patch({ version: 2, fields: { title: 'Nytt', colour: 'red' } }))).toEqual(['field.needs_clause title', 'field.unknown colour'])
    expect(await patch({ version: 2, fields: { responsible: null } })).toMatchObject({ status: 200 })
    expect((await loadEntry(world.deps.store, id))?.data['responsible']).toBeUndefined()
  })

  test('what names nothing is refused, and null clears', async () => {
    const { id } = await anEntry(world.deps, register, riskData({ responsible: posts.head }))
    for (const responsible of ['x', 5, [], nodes.labour.toUpperCase()]) {
      const refused = await ask('secretary', 'POST', `/api/risks/${id}/acts`, { act: 'handle', version: 1, fields: { responsible } })
      expect([refused.status, codes(refused)]).toEqual([422, ['field.no_post responsible']])
      expect(await ask('secretary', 'PATCH', `/api/risks/${id}`, { version: 1, fields: { unit: responsible } })).toMatchObject({ status: 422 })
    }
    expect(await ask('secretary', 'POST', `/api/risks/${id}/acts`, { act: 'handle', version: 1, fields: { responsible: null } })).toMatchObject({
      status: 200,
      body: { version: 2 },
    })
  })

  test('whatever is sent, the answer is in words and never a failure', async () => {
    const { id } = await anEntry(world.deps, register, riskData())
    const bodies = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record(
          {
            version: fc.constantFrom(1, -1, 1.5, 1e99, null),
            act: fc.constantFrom('handle', 'review', 'nothing', '__proto__', 5),
            comment: anyText(),
            fields: fc.oneof(fc.object(), fc.record({ responsible: fc.oneof(fc.anything(), fc.constantFrom('x', nodes.labour, null)) })),
          },
          { requiredKeys: [] },
        )
        .map((b) => JSON.stringify(b)),
      fc
        .record({
          version: fc.constant(1),
          fields: fc.dictionary(
            fc.constantFrom(...Object.keys(register.fields.shape), '__proto__'),
            fc.oneof(fc.anything(), fc.constantFrom('\ud800', '\u0000', '9999-99-99', nodes.labour)),
          ),
        })
        .map((b) => JSON.stringify(b) ?? ''),
    )
    await fc.assert(
      fc.asyncProperty(
        bodies,
        fc.constantFrom('POST /api/risks', `POST /api/risks/${id}/acts`, `PATCH /api/risks/${id}`, 'POST /api/assignments'),
        async (body, to) => {
          const [method = '', path = ''] = to.split(' ')
          const { status, body: told } = await ask('secretary', method, path, body)
          expect([200, 201, 403, 404, 409, 422]).toContain(status)
          if (status >= 400) expect(told.refusals?.every((r) => r.code !== '' && r.text.sv !== '' && r.text.en !== '')).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the description', () => {
  interface Operation {
    readonly operationId: string
    readonly parameters?: readonly { readonly name: string; readonly in: string }[]
    readonly responses: Readonly<Record<string, { readonly description: string }>>
    readonly requestBody?: unknown
  }

  test('is OpenAPI 3.1 with unique operations, each path parameter told and each refusal described', async () => {
    const { body } = await ask('anybody', 'GET', '/api/openapi.json')
    expect(body['openapi']).toBe('3.1.0')
    const paths = Object.entries(body['paths'] as Record<string, Record<string, Operation>>)
    const operations = paths.flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })))
    expect(new Set(operations.map((o) => o.operationId)).size).toBe(operations.length)
    for (const { path, method, parameters = [], responses, requestBody } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1])
      expect(parameters.filter((p) => p.in === 'path').map((p) => p.name)).toEqual(named)
      for (const response of Object.values(responses)) expect(response.description).not.toBe('')
      if (method !== 'get') expect(requestBody).toBeDefined()
    }
    expect(operations.some((o) => o.path === '/api/assignments' && o.method === 'post')).toBe(false)
  })

  test('every operation in it answers, with a status that it tells of', async () => {
    const { body } = await ask('anybody', 'GET', '/api/openapi.json')
    const { id } = await anEntry(world.deps, register, riskData())
    for (const [path, item] of Object.entries(body['paths'] as Record<string, Record<string, Operation>>)) {
      for (const [method, { responses }] of Object.entries(item)) {
        const { status } = await ask('secretary', method.toUpperCase(), path.replace('{id}', id), method === 'get' ? undefined : {})
        expect(Object.keys(responses), `${method} ${path}`).toContain(String(status))
      }
    }
  })

  test('is told to people too', async () => {
    const page = await appAs('anybody').request('/api')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('/api/assignments/{id}/acts')
  })

  test('what is not there is answered in words', async () => {
    const { status, body } = await ask('anybody', 'GET', '/api/nothing')
    expect([status, codes({ body })]).toEqual([404, ['entry.unknown']])
    expect(await ask('anybody', 'GET', '/api/nodes?day=2018-06-01')).toMatchObject({ status: 200, body: { day: '2018-06-01' } })
    expect(await ask('anybody', 'GET', '/api/nodes?day=i%20dag')).toMatchObject({ status: 422 })
  })
})
