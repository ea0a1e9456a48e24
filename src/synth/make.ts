import { type Deps, inBatch, transact } from '../database/transact.ts'
import type { Happening } from '../demo/event.ts'
import { refreshStandings } from '../figures/standing-store.ts'
import { clockAt } from '../kernel/clock.ts'
import { type Day, day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { loadTree } from '../organisation/tree.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import { countMeasures } from '../registers/count-measures.ts'
import { passDeadlines } from '../registers/pass-deadlines.ts'
import { type Chronicle, chronicleOf } from './chronicle.ts'
import { type Crew, type MadePerson } from './crew.ts'
import { defineAll, recordAll } from './figures.ts'
import { matterKinds } from './matters.ts'
import { drawOrganisation, type Organisation, spellOn } from './organisation.ts'
import { makePeople } from './people.ts'
import { chanceOf, idsOf } from './random.ts'
import { type MadeSeries, makeSeries } from './series.ts'
import { sizes, type SizeName } from './size.ts'
import { actor, found, type Work, writeOrganisation } from './write-organisation.ts'
import { yearlyMatters } from './yearly.ts'

/** The day a synthetic municipality stands at, a Monday: the same for all, so that the same seed makes the same whenever it is made. */
export const synthDay = day('2026-05-18')

export interface Asked {
  readonly seed: number
  readonly size: SizeName
  readonly years: number
}

/** A municipality thought out, nothing of it written yet. */
export interface Plan {
  readonly asked: Asked
  readonly organisation: Organisation
  readonly crew: Crew
  readonly chief: MadePerson
  readonly series: readonly MadeSeries[]
  readonly happenings: readonly Happening[]
}

/** Thinks out a municipality: the same for the same seed, size and years. */
export const planOf = (asked: Asked): Plan => {
  const from = day(`${Number(synthDay.slice(0, 4)) - asked.years}-01-01`)
  const organisation = drawOrganisation(asked.seed, sizes[asked.size], from, synthDay)
  const crew = makePeople(organisation)
  const chief = crew.person('chief executive', from, chanceOf(asked.seed, 'chief executive'))
  const series = makeSeries(organisation)
  const chronicle = chronicleOf(organisation)
  for (let year = Number(from.slice(0, 4)); year <= Number(synthDay.slice(0, 4)); year++) {
    yearlyMatters(organisation, chronicle, series, year)
    for (const place of organisation.places) ofYear({ organisation, crew, chronicle, place, series }, year)
  }
  return { asked, organisation, crew, chief, series, happenings: chronicle.happenings() }
}

interface Of {
  readonly organisation: Organisation
  readonly crew: Crew
  readonly chronicle: Chronicle
  readonly place: Organisation['places'][number]
  readonly series: readonly MadeSeries[]
}

/** The matters that come to one board in one year. */
const ofYear = ({ organisation, crew, chronicle, place, series }: Of, year: number): void => {
  const chance = chanceOf(organisation.seed, `matters ${place.sector.key} ${year}`)
  const own = series.filter((s) => s.sector === place.sector)
  for (let i = 0; i < organisation.size.matters; i++) {
    const on = day(`${year}-${String(chance.whole(1, 12)).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}`)
    const kind = chance.weighted(matterKinds)
    if (spellOn(place.boards, on)) kind({ key: `${place.sector.key}/${year}/${i}`, on, organisation, crew, place, chronicle, chance, series: own })
  }
}

/** How many acts are committed together. */
export const batchOfActs = 150

/** Writes the municipality into an empty database, through the rooms' own acts and what they are made of. Answers how many acts were done and figures recorded. */
export const make = async (store: Deps['store'], plan: Plan, work: Work): Promise<{ readonly acts: number; readonly figures: number }> => {
  const { organisation, crew, chief, series, happenings } = plan
  const deps: Deps = { store, clock: clockAt(synthDay), ids: timeOrderedIds(() => new Date()) }
  await tell(deps, plan, false)
  await found(deps, organisation, chief)
  await writeOrganisation(deps, organisation, crew, chief, work)
  await defineAll(deps, organisation, series)
  const figures = await recordAll(deps, organisation, series, work)
  for (let i = 0; i < happenings.length; i += batchOfActs) {
    work.signal.throwIfAborted()
    await inBatch(deps, async (batch) => {
      for (const happening of happenings.slice(i, i + batchOfActs)) await happening.run(onItsDay(batch, plan.asked.seed, happening))
    })
    work.done(happenings[i]?.day ?? '', i / happenings.length)
  }
  await finish(deps, plan)
  return { acts: happenings.length, figures }
}

/** The act as it was done: on its day, with identities of its own. */
export const onItsDay = (deps: Deps, seed: number, { key, day: on }: Happening): Deps => ({ ...deps, clock: clockAt(on), ids: idsOf(seed, `act/${key}`, on) })

/** What the nights since have done: days that pass by themselves, measures counted, standings brought up to date. */
export const finish = async (deps: Deps, plan: Plan): Promise<void> => {
  const counting = { ...deps, ids: idsOf(plan.asked.seed, 'finish', synthDay) }
  await passDeadlines(counting)
  for (const definition of allDefinitions) await countMeasures(counting, definition)
  await refreshStandings(deps, await loadTree(deps.store, synthDay), Number.POSITIVE_INFINITY)
  await tell(deps, plan, true)
}

/** Says in the settings what it is, whether it is whole, whose desk visitors meet, and who may be tried out. */
export const tell = (deps: Deps, { asked, organisation, crew }: Plan, complete: boolean): Promise<unknown> =>
  transact(deps, { actor, act: 'mark synthetic municipality' }, async (tx) => {
    const settings = {
      demo: { day: synthDay, complete, synthetic: asked },
      desk: deskOf(organisation),
      demo_roles: rolesOf(organisation, crew, synthDay),
    }
    for (const [name, content] of Object.entries(settings)) {
      const value = JSON.stringify(content)
      await tx
        .insertInto('setting')
        .values({ name, value })
        .onConflict((oc) => oc.column('name').doUpdateSet({ value }))
        .execute()
    }
  })

const first = ({ places }: Organisation): Organisation['places'][number] => places[0] as Organisation['places'][number]

const deskOf = (organisation: Organisation): string => organisation.sketch.timeline.get(spellOn(first(organisation).boards, synthDay)?.id as string)?.slug ?? ''

const rolesOf = (organisation: Organisation, crew: Crew, on: Day) => {
  const [board, department] = [first(organisation).boards, first(organisation).departments].map((s) => spellOn(s, on)?.id as string) as [string, string]
  const holder = (nodeId: string, role: string): string | null =>
    crew
      .postsOf(nodeId)
      .filter((p) => p.role === role)
      .map((p) => crew.holder(p.id, on))
      .find((id) => id !== null) ?? null
  const roles = {
    resident: { person: null, name: { sv: 'Invånare', en: 'Resident' } },
    member: { person: holder(board, 'member'), name: { sv: 'Ledamot', en: 'Member' } },
    chair: { person: holder(board, 'chair'), name: { sv: 'Ordförande', en: 'Chair' } },
    board_secretary: { person: holder(board, 'secretary'), name: { sv: 'Nämndsekreterare', en: 'Board secretary' } },
    department_head: { person: holder(department, 'department_head'), name: { sv: 'Förvaltningschef', en: 'Department head' } },
    controller: { person: holder(department, 'controller'), name: { sv: 'Controller', en: 'Controller' } },
    auditor: { person: holder(organisation.auditors, 'auditor'), name: { sv: 'Revisor', en: 'Auditor' } },
  }
  return Object.fromEntries(Object.entries(roles).filter(([role, { person }]) => role === 'resident' || person !== null))
}
