import pg from 'pg'
import { openStore } from '../src/database/connection.ts'
import { type Deps, transact } from '../src/database/transact.ts'
import { ensureClauseKinds } from '../src/decisions/clause-kinds.ts'
import { clockAt } from '../src/kernel/clock.ts'
import { type Day, day } from '../src/kernel/day.ts'
import { timeOrderedIds } from '../src/kernel/identity.ts'
import type { Role, Who } from '../src/kernel/who.ts'
import { ensureRegisters } from '../src/registers/ensure-registers.ts'
import { freshDatabase } from './database.ts'

const id = (n: number): string => `0190b0b0-0000-7000-8000-${String(n).padStart(12, '0')}`

/** A small municipality for decisions: a council, its executive board, two boards, one with a department, and a few posts. */
export const nodes = { council: id(1), executive: id(2), labour: id(3), culture: id(4), department: id(5), old: id(6) } as const
export const posts = { secretary: id(11), head: id(12), chair: id(13), cultureSecretary: id(14), councilSecretary: id(15) } as const
export const series = id(21)
const persons = { secretary: id(31), other: id(32), culture: id(33), council: id(34) } as const

const today = day('2022-05-17')
const at = (personId: string, name: string, postId: string, nodeId: string, role: Role): Who => ({
  personId,
  name,
  posts: [{ postId, nodeId, chain: [nodeId], role, title: { sv: name, en: name }, from: day('2019-01-01'), to: null }],
})

export const who = {
  secretary: at(persons.secretary, 'Sekreterare', posts.secretary, nodes.labour, 'secretary'),
  other: at(persons.other, 'Registrator', posts.secretary, nodes.labour, 'registrar'),
  culture: at(persons.culture, 'Kultursekreterare', posts.cultureSecretary, nodes.culture, 'secretary'),
  council: at(persons.council, 'Fullmäktigesekreterare', posts.councilSecretary, nodes.council, 'secretary'),
  member: at(persons.other, 'Ledamot', posts.chair, nodes.labour, 'member'),
  system: { personId: null, name: 'test', posts: [] } satisfies Who,
} as const

export interface Town {
  readonly deps: Deps
  readonly ownerUrl: string
  /** For processes of their own, which take the program's role. */
  readonly url: string
  /** The same municipality on another civil day. */
  on(day: Day): Deps
  close(): Promise<void>
}

/** Lays out the municipality in a database of the test's own, on 17 May 2022. */
export const decisionTown = async (): Promise<Town> => {
  const database = await freshDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await ensureRegisters(owner)
  await ensureClauseKinds(owner)
  await owner.end()
  const connection = openStore(database.url)
  const deps: Deps = { store: connection.store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) }
  await transact(deps, { actor: 'system:test', act: 'lay out' }, async (tx) => {
    const kinds = { council: 'council', executive: 'executive_board', labour: 'board', culture: 'board', department: 'department', old: 'board' } as const
    for (const [name, nodeId] of Object.entries(nodes))
      await tx
        .insertInto('node')
        .values({ id: nodeId, slug: name, kind: kinds[name as keyof typeof kinds] })
        .execute()
    const version = (nodeId: string, short: string, valid: string, parent: string | null) =>
      tx
        .insertInto('node_version')
        .values({ node_id: nodeId, valid, name_sv: `${short}-nämnden`, name_en: `Board ${short}`, short, parent_id: parent, seats: 11 })
        .execute()
    await version(nodes.council, 'KF', '[2015-01-01,)', null)
    await version(nodes.executive, 'KS', '[2015-01-01,)', nodes.council)
    await version(nodes.labour, 'ALN', '[2019-01-01,)', nodes.council)
    await version(nodes.culture, 'KUN', '[2019-01-01,)', nodes.council)
    await version(nodes.department, 'ALF', '[2019-01-01,)', nodes.labour)
    await version(nodes.old, 'GMN', '[2015-01-01,2019-01-01)', nodes.council)
    // Its tree has no municipality on top: the council's is the root.
    await tx.insertInto('municipality_code').values({ node_id: nodes.council, code: '1490' }).execute()
    const postRows = [
      [posts.secretary, nodes.labour, 'secretary'],
      [posts.head, nodes.department, 'department_head'],
      [posts.chair, nodes.labour, 'chair'],
      [posts.cultureSecretary, nodes.culture, 'secretary'],
      [posts.councilSecretary, nodes.council, 'secretary'],
    ] as const
    for (const [postId, nodeId, role] of postRows)
      await tx
        .insertInto('post')
        .values({ id: postId, slug: postId, node_id: nodeId, role, title_sv: 'Förvaltningschef', title_en: 'Head', seat: null })
        .execute()
    for (const [name, personId] of Object.entries(persons))
      await tx.insertInto('person').values({ id: personId, given_name: name, family_name: 'Test', party: null, email: null }).execute()
    await tx
      .insertInto('thing')
      .values({
        id: series,
        kind: 'series',
        register: null,
        number: null,
        title: 'Hushåll med bistånd',
        node_id: nodes.labour,
        day: '2022-01-01',
        secrecy: null,
      })
      .execute()
    await tx
      .insertInto('series')
      .values({
        id: series,
        slug: 'hushall',
        name_sv: 'Hushåll med bistånd',
        name_en: 'Households',
        unit_sv: 'hushåll',
        unit_en: 'households',
        money: false,
        decimals: 0,
        direction: 'down',
        over_time: 'mean',
        over_tree: 'sum',
        numerator_id: null,
        denominator_id: null,
        low_id: null,
        high_id: null,
        asked_by: null,
        purpose_sv: null,
        purpose_en: null,
        source: 'test',
        missing: null,
        readers_sv: null,
        readers_en: null,
      })
      .execute()
  })
  return {
    deps,
    ownerUrl: database.ownerUrl,
    url: database.url,
    on: (d) => ({ ...deps, clock: clockAt(d) }),
    close: async () => {
      await connection.close()
      await database.drop()
    },
  }
}
