import { type Deps, inBatch, transact, type Tx } from '../database/transact.ts'
import { must } from '../demo/event.ts'
import { clockAt } from '../kernel/clock.ts'
import type { Day } from '../kernel/day.ts'
import { personRow } from '../organisation/add-person.ts'
import { appointmentRow } from '../organisation/appoint.ts'
import { postRow } from '../organisation/create-post.ts'
import { foundMunicipality } from '../organisation/found-municipality.ts'
import { saveChanges } from '../organisation/node-store.ts'
import type { Crew, MadePerson } from './crew.ts'
import type { Organisation } from './organisation.ts'
import { idsOf } from './random.ts'

/** What long work is given: to tell how far it has come, and to be stopped by. */
export interface Work {
  readonly done: (what: string, share: number) => void
  readonly signal: AbortSignal
}

export const actor = 'system:synth'
const [rowsOfInsert, rowsOfCommit, stepsOfCommit] = [1000, 10_000, 500]

/** Founds the municipality with its chief executive and its number of voters, by the act that founds any. */
export const found = async (deps: Deps, { seed, from, name, size }: Organisation, chief: MadePerson): Promise<void> => {
  const on = { ...deps, clock: clockAt(from), ids: idsOf(seed, 'found', from) }
  await transact(on, { actor, act: 'add person' }, async (tx) => {
    await tx.insertInto('person').values(personRow(chief.id, chief)).execute()
    await tx
      .insertInto('setting')
      .values({ name: 'voters', value: JSON.stringify(size.voters) })
      .execute()
  })
  must('found', await foundMunicipality(on, { name: name.sv, personId: chief.id }))
}

/** Writes the tree, step by step as its acts planned it, and the people with their posts, many rows at a time as the acts make them. */
export const writeOrganisation = async (deps: Deps, { sketch }: Organisation, crew: Crew, chief: MadePerson, { done, signal }: Work): Promise<void> => {
  for (let i = 0; i < sketch.steps.length; i += stepsOfCommit) {
    signal.throwIfAborted()
    await inBatch(deps, async (batch) => {
      for (const { on, act, changes, ids } of sketch.steps.slice(i, i + stepsOfCommit))
        await transact({ ...batch, clock: clockAt(on) }, { actor, act }, (tx) => saveChanges(tx, ids, changes))
    })
    done('units', i / sketch.steps.length)
  }
  const people = crew.persons.filter((person) => person !== chief)
  await inChunks(deps, 'add person', people, { done, signal }, (tx, rows) =>
    tx
      .insertInto('person')
      .values(rows.map((person) => personRow(person.id, person)))
      .execute(),
  )
  await inChunks(deps, 'create post', crew.posts, { done, signal }, (tx, rows) =>
    tx
      .insertInto('post')
      .values(rows.map((post) => postRow(post, post)))
      .execute(),
  )
  await inChunks(deps, 'appoint', crew.appointments, { done, signal }, (tx, rows) =>
    tx
      .insertInto('appointment')
      .values(rows.map((a) => appointmentRow({ ...a, postId: a.post.id })))
      .execute(),
  )
}

/** In the order of their days; each insert is told to the history with the day of its first row. */
const inChunks = async <T extends { readonly from: Day }>(
  deps: Deps,
  act: string,
  rows: readonly T[],
  { done, signal }: Work,
  insert: (tx: Tx, rows: readonly T[]) => Promise<unknown>,
): Promise<void> => {
  const inTime = rows.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  for (let i = 0; i < inTime.length; i += rowsOfCommit) {
    signal.throwIfAborted()
    await inBatch(deps, async (batch) => {
      for (let j = i; j < Math.min(i + rowsOfCommit, inTime.length); j += rowsOfInsert) {
        const some = inTime.slice(j, Math.min(j + rowsOfInsert, i + rowsOfCommit))
        await transact({ ...batch, clock: clockAt((some[0] as T).from) }, { actor, act }, (tx) => insert(tx, some))
      }
    })
    done(act, i / inTime.length)
  }
}
