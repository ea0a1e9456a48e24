import pg from 'pg'
import type { Store } from '../database/connection.ts'
import { type Deps, transact } from '../database/transact.ts'
import { refreshStandings } from '../figures/standing-store.ts'
import { clockAt } from '../kernel/clock.ts'
import { type Day, day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { loadTree } from '../organisation/tree.ts'
import { countMeasures } from '../registers/count-measures.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import { passDeadlines } from '../registers/pass-deadlines.ts'
import { catchUp } from '../reminders/catch-up.ts'
import type { Happening } from './event.ts'
import { attachmentHappenings } from './load-attachments.ts'
import { caseHappenings } from './load-cases.ts'
import { decisionHappenings } from './load-decisions.ts'
import { loadCompositions } from './load-compositions.ts'
import { followUpHappenings, loadLinks, meetingHappenings } from './load-followup.ts'
import { loadLooks } from './load-looks.ts'
import { gatheringHappenings } from './load-meetings.ts'
import { loadOrganisation } from './load-organisation.ts'
import { preparationHappenings } from './load-preparation.ts'
import { petitionHappenings } from './load-petitions.ts'
import { loadSeries } from './load-series.ts'

/** The day that the demonstration municipality stands at: half-way through its year. */
export const demonstrationDay = day('2022-05-17')

interface Loading {
  readonly store: Store
  /** Address as owner: for the lock that lets one process load. */
  readonly ownerUrl: string
  readonly progress: (done: number, all: number, what: string) => void
  readonly signal?: AbortSignal
}

/** What is in the database: nothing, a whole municipality, or a demonstration whose loading was cut off. */
export const contentOf = async (store: Store): Promise<'nothing' | 'whole' | 'cut off'> => {
  const demo = (await store.selectFrom('setting').select('value').where('name', '=', 'demo').executeTakeFirst())?.value as { complete: boolean } | undefined
  if (demo) return demo.complete ? 'whole' : 'cut off'
  return (await store.selectFrom('node').select('id').limit(1).executeTakeFirst()) ? 'whole' : 'nothing'
}

const lock = 717_172

/**
 * Loads the demonstration municipality into an empty database: its organisation and figures, then its years day by day, each act
 * done through the rooms' own acts. One process loads; others that come at the same time wait and find it loaded.
 * Returns how many things there are. Throws when a record of the data is refused, which is a defect of the data.
 */
export const loadDemonstration = async ({ store, ownerUrl, progress, signal }: Loading): Promise<number> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock($1)', [lock])
    if ((await contentOf(store)) === 'nothing') {
      await replay(store, progress, signal)
      await owner.query('analyze') // so that the first lists are planned by what there is
    }
  } finally {
    await owner.end()
  }
  const { n } = await store
    .selectFrom('thing')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

const replay = async (store: Store, progress: Loading['progress'], signal?: AbortSignal): Promise<void> => {
  const on = (today: Day): Deps => ({ store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) })
  const deps = on(demonstrationDay)
  await mark(deps, false)
  const happenings = [
    ...caseHappenings(demonstrationDay),
    ...attachmentHappenings(demonstrationDay),
    ...decisionHappenings(demonstrationDay),
    ...followUpHappenings(demonstrationDay),
    ...petitionHappenings(demonstrationDay),
    ...preparationHappenings(demonstrationDay),
    ...gatheringHappenings(demonstrationDay),
  ].toSorted(inTime)
  const all = happenings.length + 3
  progress(0, all, 'organisation')
  await loadOrganisation(on(day('2017-01-01')))
  progress(1, all, 'series')
  await loadSeries(on(day('2022-01-25')))
  for (const [i, happening] of happenings.entries()) {
    signal?.throwIfAborted()
    await happening.run(on(happening.day))
    if (i % 25 === 0) progress(2 + i, all, happening.day)
  }
  // Each meeting that is noted lets the next year's be foreseen: until all that have been are noted.
  for (let meetings = await meetingHappenings(deps, demonstrationDay); meetings.length > 0; meetings = await meetingHappenings(deps, demonstrationDay)) {
    for (const meeting of meetings) await meeting.run(on(meeting.day))
  }
  await loadLinks(deps)
  await loadLooks(deps)
  await passDeadlines(deps)
  for (const definition of allDefinitions) await countMeasures(deps, definition)
  await catchUp(deps)
  await refreshStandings(deps, await loadTree(store, demonstrationDay), Number.POSITIVE_INFINITY)
  await loadCompositions(deps)
  await mark(deps, true)
  progress(all, all, demonstrationDay)
}

const inTime = (a: Happening, b: Happening): number => (a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1)

/** Notes that the demonstration is here, and whether it is whole: a load that was cut off begins again at the next start. */
const mark = (deps: Deps, complete: boolean): Promise<unknown> =>
  transact(deps, { actor: 'system:demonstration', act: 'mark demonstration' }, (tx) => {
    const value = JSON.stringify({ day: demonstrationDay, complete })
    return tx
      .insertInto('setting')
      .values({ name: 'demo', value })
      .onConflict((oc) => oc.column('name').doUpdateSet({ value }))
      .execute()
  })
