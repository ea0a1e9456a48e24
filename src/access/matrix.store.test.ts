import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demonstration } from '../../test/demonstration.ts'
import { type Reader, type Trial, tryRegister } from '../../test/rights-matrix.ts'
import type { Deps } from '../database/transact.ts'
import { demonstrationDay } from '../demo/load-demonstration.ts'
import { clockAt } from '../kernel/clock.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { type Role, roles } from '../kernel/who.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import { type Grant, policy, type PolicyAct } from '../rulebook/policy.ts'

let drop: () => Promise<void>
let deps: Deps
let personId: string
beforeAll(async () => {
  const town = await demonstration()
  drop = town.drop
  deps = { store: town.store, clock: clockAt(demonstrationDay), ids: timeOrderedIds(() => new Date()) }
  // The entries are put in every state without a clause.
  const owner = new pg.Client({ connectionString: town.url })
  await owner.connect()
  await owner.query('alter table entry disable trigger law_one')
  await owner.end()
  personId = (await deps.store.selectFrom('person').select('id').orderBy('id').executeTakeFirstOrThrow()).id
})
afterAll(() => drop())

const tried = async <T>(definition: AnyDefinition, work: (trial: Trial) => Promise<T>): Promise<T> => {
  const trial = await tryRegister(deps, definition, personId)
  try {
    return await work(trial)
  } finally {
    await trial.end()
  }
}

it.each(allDefinitions.map((d) => [d.name, d] as const))(
  '%s: every act sent by each role in each state, by API and by page, goes as the table says, and changes nothing else',
  (_, definition) => tried(definition, async (trial) => expect(await trial.deviations()).toEqual([])),
  120_000,
)

/** Where an answer of the policy is put to the test in the registers: a state in which an act goes by it, and nothing but rights hinders. */
const where = {
  'entry.carry_out': ['assignment', 'given'],
  'entry.follow': ['assignment', 'reported'],
  'entry.write': ['citizen-proposal', 'handed_over'],
  'secrecy.mark': ['assignment', 'given'],
  see: ['agreement', 'active'],
} as const satisfies Partial<Record<PolicyAct, readonly [string, string]>>

/** Runs it while the policy answers the opposite for this role: who may not may anywhere, who may does not. */
const whileBroken = async <T>(act: PolicyAct, role: Role, work: () => Promise<T>): Promise<T> => {
  const table = policy as Record<PolicyAct, readonly Grant[]>
  const whole = table[act]
  const granted = whole.some((grant) => grant.roles.includes(role))
  const without = whole.map((grant) => ({ ...grant, roles: grant.roles.filter((r) => r !== role) }))
  table[act] = granted ? without : [...whole, { roles: [role], of: 'anywhere' }]
  try {
    return await work()
  } finally {
    table[act] = whole
  }
}

it.each(Object.entries(where))('would be noticed, were the policy broken for any one role: %s', async (act, [register, state]) => {
  const definition = allDefinitions.find((d) => d.name === register) as AnyDefinition
  await tried(definition, async (trial) => {
    const readerOf = (role: Role) => trial.readers.find((r) => r.name === role) as Reader
    const unnoticed: Role[] = []
    for (const role of roles) {
      const found = await whileBroken(act as PolicyAct, role, () => trial.deviations({ states: [state], readers: [readerOf(role)], onlyFirst: true }))
      if (found.length === 0) unnoticed.push(role)
    }
    expect(unnoticed).toEqual([])
  })
})
