import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demonstration } from '../../test/demonstration.ts'
import { appFor } from '../../test/room.ts'
import { apiRoutes } from '../api/routes.tsx'
import type { Deps } from '../database/transact.ts'
import { demonstrationDay } from '../demo/load-demonstration.ts'
import { clockAt } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { anybody, type Role, type Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import type { Entry } from '../registers/entry.ts'
import { selectEntries, toEntry } from '../registers/entry-store.ts'
import { registerRoutes } from '../registers/routes.tsx'

/** Who may do what on a post of the body that the entry belongs to: told a second time and by hand, as is who reads what is secret. */
const table: Readonly<Partial<Record<Role, { readonly acts: readonly string[]; readonly secrets: boolean }>>> = {
  secretary: { acts: ['entry.follow', 'entry.write'], secrets: true },
  department_head: { acts: ['entry.carry_out', 'entry.write'], secrets: true },
  controller: { acts: ['entry.follow', 'entry.write'], secrets: false },
  chair: { acts: [], secrets: true },
  member: { acts: [], secrets: true },
  auditor: { acts: [], secrets: true },
}
const word = 'zyxbergsson'

let drop: () => Promise<void>
let owner: pg.Client
let deps: Deps
let tree: Tree
beforeAll(async () => {
  const town = await demonstration()
  drop = town.drop
  owner = new pg.Client({ connectionString: town.url })
  await owner.connect()
  deps = { store: town.store, clock: clockAt(demonstrationDay), ids: timeOrderedIds(() => new Date()) }
  tree = await loadTree(deps.store, demonstrationDay)
  await owner.query(`set genomslag.actor = 'system:test'`)
  await owner.query('alter table entry disable trigger law_one')
}, 120_000)
afterAll(async () => {
  await owner.end()
  await drop()
})

const holding = (role: Role, nodeId: string): Who => ({
  personId: '0190b0b0-0000-7000-8000-000000000099',
  name: role,
  posts: [{ postId: nodeId, nodeId, chain: [nodeId], role, title: { sv: role, en: role }, from: day('2019-01-01'), to: null }],
})
const readers = (entry: Entry) => [
  ...Object.entries(table).map(([role, may]) => ({ who: holding(role as Role, entry.nodeId), may })),
  { who: anybody, may: { acts: [], secrets: false } },
]

/** An entry of the register as the demonstration has it, or undefined where it has none. */
const anyOf = async (definition: AnyDefinition): Promise<Entry | undefined> => {
  const row = await selectEntries(deps.store)
    .where('entry.register', '=', definition.name)
    .where('thing.secrecy', 'is', null)
    .orderBy('entry.id')
    .limit(1)
    .executeTakeFirst()
  return row && toEntry(row)
}

interface Told {
  readonly acts: readonly { readonly name: string; readonly allowed: boolean }[]
}

it.each(allDefinitions.map((d) => [d.name, d] as const))('%s: each role in each state, by API and by page, as the table says', async (name, definition) => {
  const entry = await anyOf(definition)
  if (!entry) throw new Error(`${name}: the demonstration has none`)
  const carriedOutHere = entry.ownerId !== null && tree.chain(entry.ownerId).includes(entry.nodeId)
  const secret = name === 'agreement'
  const data = { ...entry.data, ...(secret ? { partnerFinances: `Ekonomin: ${word}.` } : {}) }
  for (const state of Object.keys(definition.lifecycle.states)) {
    await owner.query('update entry set state = $2, data = $3, version = version + 1 where id = $1', [entry.id, state, JSON.stringify(data)])
    for (const { who, may } of readers(entry)) {
      const app = appFor(
        (a, d) => {
          registerRoutes(a, d)
          apiRoutes(a, d)
        },
        deps,
        who,
      )
      const where = `${who.name || 'anybody'}, ${state}`
      const expected = Object.entries(definition.lifecycle.acts)
        .filter(([, act]) => act.from.includes(state))
        .map(([act, { by, needs, when }]) => ({
          act,
          report: needs === 'report' || needs === 'final_report',
          decided: needs === 'clause',
          allowed:
            needs !== 'clause' && may.acts.includes(by) && (by !== 'entry.carry_out' || carriedOutHere) && (when?.(data, demonstrationDay) ?? []).length === 0,
        }))
      const api = await (await app.request(`/api/${definition.path}/${entry.id}`)).text()
      expect(
        (JSON.parse(api) as Told).acts.map((a) => [a.name, a.allowed]),
        where,
      ).toEqual(expected.map((e) => [e.act, e.allowed]))
      const page = await (await app.request(`/register/${definition.path}/${entry.id}`)).text()
      for (const { act, allowed } of expected.filter((e) => !e.decided && !e.report)) {
        expect(page.includes(`name="act" value="${act}"`), `${act}: ${where}`).toBe(allowed)
        expect(page.includes(`id="act-${act}-why"`), `${act}, closed: ${where}`).toBe(!allowed)
      }
      if (secret) for (const text of [api, page]) expect(text.includes(word), where).toBe(may.secrets)
    }
  }
})
