import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { nodes } from '../../test/decision-town.ts'
import { anEntry, personas, type RegisterWorld, registerWorld } from '../../test/register-world.ts'
import { appFor } from '../../test/room.ts'
import { transact } from '../database/transact.ts'
import type { AnyAct, AnyDefinition, Need } from '../registers/define.ts'
import { ensureRegisters } from '../registers/ensure-registers.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { line, node } from '../registers/field.ts'
import { registerRoutes } from '../registers/routes.tsx'
import type { App } from '../web/view.ts'
import { apiRoutes } from './routes.tsx'

let world: RegisterWorld
let owner: pg.Client
beforeAll(async () => {
  world = await registerWorld()
  owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

const words = (name: string) => ({ sv: name, en: name })
const needs = [undefined, undefined, 'comment', 'clause', 'report', 'final_report'] as const
type By = 'entry.carry_out' | 'entry.follow' | 'entry.write'

/** Any lifecycle: some states, some acts between them, each by somebody and demanding something. */
const lifecycle = fc.integer({ min: 2, max: 5 }).chain((n) => {
  const states = Array.from({ length: n }, (_, i) => `s${i}`)
  const act = fc.record({
    from: fc.subarray(states, { minLength: 1 }),
    to: fc.option(fc.constantFrom(...states), { nil: undefined }),
    by: fc.constantFrom<By>('entry.carry_out', 'entry.follow', 'entry.write'),
    needs: fc.constantFrom<Need | undefined>(...needs),
    asks: fc.boolean(),
  })
  return fc.record({
    states: fc.constant(states),
    open: fc.subarray(states.slice(1)),
    acts: fc.array(act, { minLength: 1, maxLength: 8 }),
    steering: fc.boolean(),
    free: fc.boolean(),
  })
})
type Made = typeof lifecycle extends fc.Arbitrary<infer T> ? T : never

let made = 0
const definitionOf = ({ states, open, acts, steering, free }: Made): AnyDefinition => {
  const name = `made${++made}`
  return {
    name,
    path: name,
    question: 2,
    prefix: 'M',
    words: { one: words('Sak'), many: words('Saker'), the: words('saken'), by: words('Av') },
    fields: z.object({
      title: line({ label: words('Namn') }),
      note: line({ label: words('Not') }).optional(),
      unit: node({ label: words('Enhet') }),
    }) as unknown as z.ZodObject,
    title: (e) => String(e['title']),
    owner: (e) => String(e['unit']),
    steering,
    free: free ? ['note'] : [],
    check: () => [],
    lifecycle: {
      initial: 's0',
      states: Object.fromEntries(states.map((s) => [s, { words: words(s), says: words(s), mark: 'half', open: s === 's0' || open.includes(s) }])),
      acts: Object.fromEntries(
        acts.map((a, i): [string, AnyAct] => [
          `a${i}`,
          {
            words: words(`a${i}`),
            from: a.from,
            by: a.by,
            ...(a.to ? { to: a.to } : {}),
            ...(a.needs ? { needs: a.needs } : {}),
            ...(a.asks && (free || !steering) ? { asks: ['note'] } : {}),
          },
        ]),
      ),
    },
    clauses: {},
    deadlines: [],
    gaps: [],
    measures: [],
    list: { columns: [], filters: [] },
    effect: false,
    secrecy: null,
    retention: words('Bevaras'),
  }
}

/** Who may do what, told a second time and by hand. */
const mayDo: Readonly<Record<keyof typeof personas, readonly By[]>> = {
  secretary: ['entry.follow', 'entry.write'],
  head: ['entry.carry_out', 'entry.write'],
  stranger: [],
  member: [],
  anybody: [],
}

const step = fc.record({
  who: fc.constantFrom(...(Object.keys(personas) as (keyof typeof personas)[])),
  by: fc.constantFrom('page', 'api'),
  what: fc.oneof(
    fc.record({
      do: fc.constant('act' as const),
      act: fc.oneof({ weight: 9, arbitrary: fc.nat(7).map((i) => `a${i}`) }, { weight: 1, arbitrary: fc.constantFrom('', 'toString', 'create', '__proto__') }),
    }),
    fc.record({ do: fc.constant('write' as const), field: fc.constantFrom('note', 'title', 'unit', 'nothing') }),
    fc.constant({ do: 'tamper' as const }),
  ),
  comment: fc.constantFrom('', '   ', 'Därför att det behövs.'),
  seen: fc.constantFrom('now', 'now', 'now', 'before', 'nonsense'),
  note: fc.option(fc.constantFrom('en not', 'en annan not'), { nil: undefined }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface Model {
  readonly state: string
  readonly version: number
  readonly data: Readonly<Record<string, unknown>>
}

/** What ought to happen, by the table alone. Null: refused. */
const expected = (definition: AnyDefinition, model: Model, { who, what, comment, seen, note }: Step): Model | null => {
  if (seen !== 'now' || what.do === 'tamper') return null
  const free = definition.steering ? definition.free : ['title', 'note', 'unit']
  if (what.do === 'write') {
    const open = definition.lifecycle.states[model.state]?.open
    if (!open || free.length === 0 || !mayDo[who].includes('entry.write')) return null
    const value = valueOf(what.field, note)
    if (model.data[what.field] === value) return model
    return free.includes(what.field) ? { ...model, version: model.version + 1, data: { ...model.data, [what.field]: value } } : null
  }
  const act = Object.hasOwn(definition.lifecycle.acts, what.act) ? definition.lifecycle.acts[what.act] : undefined
  if (!act || !act.from.includes(model.state) || !mayDo[who].includes(act.by as By)) return null
  if (act.needs && !(act.needs === 'comment' && comment.trim() !== '')) return null
  const data = act.asks && note ? { ...model.data, note } : model.data
  return { state: act.to ?? model.state, version: model.version + 1, data }
}

const valueOf = (field: string, note: string | undefined): string => (field === 'unit' ? nodes.department : (note ?? 'ny text'))

const app = (definitions: readonly AnyDefinition[], who: keyof typeof personas): App =>
  appFor(
    (app, deps) => {
      registerRoutes(app, deps, definitions)
      apiRoutes(app, deps, definitions)
    },
    world.deps,
    personas[who],
  )

/** Asks the page or the API to do the step; true when it says that it was done. */
const ask = async (definition: AnyDefinition, id: string, model: Model, { who, by, what, comment, seen, note }: Step): Promise<boolean> => {
  if (what.do === 'tamper') return tamper(definition, id)
  const version = seen === 'now' ? model.version : seen === 'before' ? model.version - 1 : -7
  const server = app([definition], who)
  const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
  const json = (method: string, body: unknown) => ({ method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const act = what.do === 'act' && Object.hasOwn(definition.lifecycle.acts, what.act) ? definition.lifecycle.acts[what.act] : undefined
  const asked = act?.asks ? { note: note ?? String(model.data['note'] ?? '') } : {}
  const answer = await (what.do === 'act'
    ? by === 'page'
      ? server.request(
          `/register/${definition.path}/${id}/act`,
          form({
            act: what.act,
            seen: String(version),
            [`${what.act}.comment`]: comment,
            ...Object.fromEntries(Object.entries(asked).map(([k, v]) => [`${what.act}.${k}`, v])),
          }),
        )
      : server.request(
          `/api/${definition.path}/${id}/acts`,
          json('POST', { act: what.act, version, comment, ...(act?.asks && note ? { fields: { note } } : {}) }),
        )
    : by === 'page'
      ? server.request(
          `/register/${definition.path}/${id}/fields`,
          form({ seen: String(version), field: what.field, [`free.${what.field}`]: valueOf(what.field, note) }),
        )
      : server.request(`/api/${definition.path}/${id}`, json('PATCH', { version, fields: { [what.field]: valueOf(what.field, note) } })))
  expect([200, 303, 403, 404, 409, 422]).toContain(answer.status)
  return answer.status === 200 || answer.status === 303
}

/** The program's own role changes the row behind the engine's back: refused wherever only a decision may. */
const tamper = async (definition: AnyDefinition, id: string): Promise<boolean> => {
  if (!definition.steering) return false
  const change = transact(world.deps, { actor: 'system:test', act: 'tamper' }, (tx) =>
    sql`update entry set version = version + 1, data = data || '{"title": "x"}' where id = ${id}`.execute(tx),
  )
  await expect(change).rejects.toThrow(/law 1/)
  return false
}

test('whatever the lifecycle, and whoever does what by page or API, only what the table lets through happens', async () => {
  let done = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(lifecycle, fc.array(step, { minLength: 12, maxLength: 25 }), async (shape, steps) => {
      const definition = definitionOf(shape)
      await ensureRegisters(owner, [definition])
      const data = { title: 'En sak', unit: nodes.department }
      const { id } = await anEntry(world.deps, definition, data)
      let model: Model = { state: 's0', version: 1, data }
      for (const one of steps) {
        const next = expected(definition, model, one)
        // A free field that is not there cannot be asked for by the page's form, which then changes nothing.
        const nothing = one.what.do === 'write' && one.what.field === 'nothing' && one.by === 'page' && one.seen === 'now'
        const said = await ask(definition, id, model, one)
        if (!nothing) expect(said).toBe(next !== null)
        model = next ?? model
        if (next) done++
        else refused++
        const now = await loadEntry(world.deps.store, id)
        expect({ state: now?.state, version: now?.version, data: now?.data }).toEqual(model)
        expect(Object.keys(definition.lifecycle.states)).toContain(now?.state)
      }
    }),
    { numRuns: 15 },
  )
  // Most random acts are refused; some must have gone through for the test to mean anything.
  expect(done).toBeGreaterThan(0)
  expect(refused).toBeGreaterThan(50)
})
