import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { NaiveOrganisation } from '../../test/naive-organisation.ts'
import { freshDatabase } from '../../test/database.ts'
import { openStore } from '../database/connection.ts'
import { type Deps, transact } from '../database/transact.ts'
import { clockAt } from '../kernel/clock.ts'
import { addDays, type Day, day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import type { Verdict } from '../kernel/refusal.ts'
import { verbatim } from '../kernel/text.ts'
import type { Who } from '../kernel/who.ts'
import { appoint } from './appoint.ts'
import { changeNode } from './change-node.ts'
import { closeNode } from './close-node.ts'
import { createNode } from './create-node.ts'
import { createPost } from './create-post.ts'
import { endAppointment } from './end-appointment.ts'
import { mergeNodes } from './merge-nodes.ts'
import { moveNode } from './move-node.ts'
import { loadSuccessions, loadTimeline } from './node-store.ts'
import { splitNode } from './split-node.ts'
import { sumToOne } from './succession.ts'
import { treeOn } from './timeline.ts'
import { loadTree, type Tree } from './tree.ts'

const length = 12
const zero = day('2022-01-01')
const dayNo = (no: number): Day => addDays(zero, no)
const people = ['p0', 'p1', 'p2']

/** What to do, with numbers that choose among what there is by then. */
const steps = fc.array(
  fc.record({
    op: fc.constantFrom('create', 'rename', 'move', 'move', 'close', 'merge', 'mergeToNew', 'split', 'appoint', 'appoint', 'leave'),
    a: fc.nat(20),
    b: fc.nat(20),
    c: fc.nat(20),
    on: fc.integer({ min: 1, max: length - 1 }),
  }),
  { minLength: 5, maxLength: 20 },
)
type Step = (typeof steps extends fc.Arbitrary<infer T> ? T : never)[number]

const chief: Who = {
  personId: '018f0000-0000-7000-8000-000000000001',
  name: 'Ulla Chef',
  posts: [{ postId: 'x', nodeId: 'x', chain: ['x'], role: 'chief_executive', title: verbatim('Kommundirektör'), from: zero, to: null }],
}

/** The real organisation beside the model: nodes are called 'n0', 'n1', … in both, by name in the model and by id in the database. */
class Both {
  readonly model = new NaiveOrganisation(length, 'n0')
  readonly ids = new Map<string, string>()
  readonly posts = new Map<string, string>()
  readonly persons = new Map<string, string>()
  readonly appointments: string[] = []
  readonly deps: Deps
  private count = 0

  constructor(deps: Deps) {
    this.deps = deps
  }

  async found(): Promise<void> {
    await transact(this.deps, { actor: 'system:test', act: 'prepare' }, async (tx) => {
      for (const name of people) {
        const id = this.deps.ids.next()
        this.persons.set(name, id)
        await tx.insertInto('person').values({ id, given_name: name, family_name: 'Prov' }).execute()
      }
    })
    const root = this.fresh()
    await this.learn([root], await createNode(this.deps, chief, { ...this.draft(root), kind: 'municipality', parentId: null, on: zero }))
    // Something to change from the beginning: n1 and n2 under the root, n3 under n1, n4 under n2, n5 under n3.
    for (const parent of ['n0', 'n0', 'n1', 'n2', 'n3']) {
      const name = this.fresh()
      const made = await createNode(this.deps, chief, { ...this.draft(name), kind: 'unit', parentId: this.ids.get(parent) ?? null, on: zero })
      await this.learn([name], made)
      this.model.create(name, parent, 0)
    }
  }

  private fresh(): string {
    return `n${this.count++}`
  }

  private draft(name: string) {
    return { name: verbatim(name), short: name.slice(0, 12), seats: null }
  }

  private async learn(names: readonly string[], verdict: Verdict<{ id: string } | readonly { id: string }[]>): Promise<boolean> {
    if (!verdict.ok) return false
    for (const [no, { id }] of [verdict.value].flat().entries()) {
      const name = names[no] as string
      this.ids.set(name, id)
      const post = await createPost(this.deps, chief, { nodeId: id, role: 'officer', title: verbatim('Handläggare'), seat: null })
      if (post.ok) this.posts.set(name, post.value.id)
    }
    return true
  }

  /** Does the step in both; returns what each says to it. */
  async take({ op, a, b, c, on }: Step): Promise<{ said: boolean; expected: boolean }> {
    const { deps, model } = this
    const names = [...this.ids.keys()]
    const pick = (no: number): string => (no === 7 || names.length === 1 ? this.model.root : names[1 + (no % (names.length - 1))]) as string
    const id = (name: string): string => this.ids.get(name) as string
    const when = dayNo(on)
    switch (op) {
      case 'create': {
        const name = this.fresh()
        const said = await this.learn([name], await createNode(deps, chief, { ...this.draft(name), kind: 'unit', parentId: id(pick(a)), on: when }))
        return { said, expected: model.create(name, pick(a), on) }
      }
      case 'rename': {
        const name = `${pick(a)}-${this.count++}`
        const { ok } = await changeNode(deps, chief, { nodeId: id(pick(a)), ...this.draft(name), on: when })
        return { said: ok, expected: model.rename(pick(a), name, on) }
      }
      case 'move': {
        const { ok } = await moveNode(deps, chief, { nodeId: id(pick(a)), parentId: id(pick(b)), on: when })
        return { said: ok, expected: model.move(pick(a), pick(b), on) }
      }
      case 'close': {
        const taker = c % 3 === 0 ? null : pick(b)
        const { ok } = await closeNode(deps, chief, { nodeId: id(pick(a)), on: when, childrenTo: taker && id(taker) })
        return { said: ok, expected: model.close(pick(a), taker, on) }
      }
      case 'merge': {
        const { ok } = await mergeNodes(deps, chief, { fromIds: [id(pick(a)), id(pick(b))], into: { nodeId: id(pick(c)) }, on: when })
        return { said: ok, expected: model.merge([...new Set([pick(a), pick(b)])], pick(c), on) }
      }
      case 'mergeToNew': {
        const name = this.fresh()
        const verdict = await mergeNodes(deps, chief, { fromIds: [id(pick(a)), id(pick(b))], into: { ...this.draft(name), parentId: id(pick(c)) }, on: when })
        const said = await this.learn([name], verdict)
        return { said, expected: model.mergeToNew([...new Set([pick(a), pick(b)])], name, pick(c), on) }
      }
      case 'split': {
        const parts = [0.6, 0.4].map((share) => ({ share, name: this.fresh() }))
        const heir = b % 3 === 2 ? null : b % 3
        const verdict = await splitNode(deps, chief, {
          nodeId: id(pick(a)),
          parts: parts.map(({ share, name }) => ({ ...this.draft(name), share })),
          childrenTo: heir,
          on: when,
        })
        const made = parts.map(({ name }) => name)
        return { said: await this.learn(made, verdict), expected: model.split(pick(a), made, heir, on) }
      }
      case 'appoint': {
        const person = people[b % people.length] as string
        const verdict = await appoint(deps, chief, {
          postId: this.posts.get(pick(a)) as string,
          personId: this.persons.get(person) as string,
          from: when,
          to: null,
        })
        if (verdict.ok) this.appointments.push(verdict.value.id)
        return { said: verdict.ok, expected: model.appoint(verdict.ok ? verdict.value.id : '', pick(a), person, on) }
      }
      case 'leave': {
        const appointmentId = this.appointments[a % Math.max(1, this.appointments.length)]
        if (!appointmentId) return { said: true, expected: true }
        const { ok } = await endAppointment(deps, chief, { appointmentId, on: when })
        return { said: ok, expected: model.leave(appointmentId, on) }
      }
    }
  }

  nameOfId(id: string | null): string | null {
    return id === null ? null : ([...this.ids].find(([, own]) => own === id)?.[0] ?? '?')
  }

  drawn(tree: Tree): Record<string, string> {
    return Object.fromEntries(tree.nodes.map((n) => [this.nameOfId(n.id), `${n.name.sv} under ${this.nameOfId(n.parentId)}`]))
  }

  async holders(on: Day): Promise<Record<string, string>> {
    const rows = await this.deps.store
      .selectFrom('appointment')
      .innerJoin('post', 'post.id', 'post_id')
      .innerJoin('person', 'person.id', 'person_id')
      .where(sql<boolean>`appointment.valid @> ${on}::date`)
      .select(['node_id', 'given_name'])
      .execute()
    return Object.fromEntries(rows.map((row) => [this.nameOfId(row.node_id), row.given_name]))
  }
}

it('answers as a naive model does, for every day, whatever was changed in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const database = await freshDatabase()
      const connection = openStore(database.url, { max: 2 })
      try {
        const clock = clockAt(dayNo(0))
        const both = new Both({ store: connection.store, clock, ids: timeOrderedIds(() => clock.now()) })
        await both.found()
        for (const step of sequence) {
          const { said, expected } = await both.take(step)
          expect({ step, said }).toEqual({ step, said: expected })
        }
        const timeline = await loadTimeline(connection.store)
        for (let no = 0; no < length; no++) {
          const expected = Object.fromEntries([...(both.model.days[no] ?? [])].map(([node, { name, parent }]) => [node, `${name} under ${parent}`]))
          expect(both.drawn(await loadTree(connection.store, dayNo(no)))).toEqual(expected)
          expect(both.drawn(treeOn(timeline, dayNo(no)))).toEqual(expected)
          expect(await both.holders(dayNo(no))).toEqual(Object.fromEntries(both.model.holders(no)))
        }
        const successions = await loadSuccessions(connection.store)
        for (const [, given] of Map.groupBy(successions, (s) => s.fromId)) expect(sumToOne(given.flatMap((s) => s.share ?? []))).toBe(true)
      } finally {
        await connection.close()
        await database.drop()
      }
    }),
    { numRuns: 15 },
  )
})
