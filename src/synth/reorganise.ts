import { type Day, day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { lastVersion, type NodeLife } from '../organisation/timeline.ts'
import { placeName } from './names.ts'
import type { Organisation, SectorPlace, Spell } from './organisation.ts'
import { type Chance, chanceOf } from './random.ts'
import type { formerSchools, laterLeisure } from './sector.ts'
import { shortOf } from './units.ts'

interface Reforms {
  /** When the schools' board is split in two, and when culture and leisure become one. */
  readonly splitOn: Day
  readonly mergeOn: Day
  readonly formerSchools: typeof formerSchools
  readonly laterLeisure: typeof laterLeisure
}

/** What becomes of the organisation through the years: two reforms of boards, and each new year some units that merge, split, move, open or close. */
export const reorganise = (organisation: Organisation, reforms: Reforms): void => {
  const { from, today, places, seed } = organisation
  for (let year = Number(from.slice(0, 4)) + 1; year <= Number(today.slice(0, 4)); year++) {
    const on = day(`${year}-01-01`)
    if (on === reforms.splitOn) splitSchools(organisation, on)
    if (on === reforms.mergeOn) mergeLeisure(organisation, on, reforms.laterLeisure)
    for (const place of places) reorganiseUnits(organisation, place, on, chanceOf(seed, `reorganise ${place.sector.key} ${year}`))
  }
}

const now = (spells: readonly Spell[]): string => spells.at(-1)?.id as string
const succeed = (spells: Spell[], id: string, on: Day): void => {
  const last = spells.at(-1)
  if (last) last.to = on
  spells.push({ id, from: on, to: null })
}

/** The department and its board become two each, by shares of what they had; the preschools' areas go to the new department. What lies under goes first: nothing can end on the day it was moved. */
const splitSchools = ({ sketch, places, size }: Organisation, on: Day): void => {
  const [pre, school] = ['forskola', 'grundskola'].map((key) => places.find((p) => p.sector.key === key) as SectorPlace)
  if (!pre || !school) return
  const part = (name: Text, short: string, share: number, seats: number | null = null) => ({ name, short, share, seats })
  const [preDepartment, schoolDepartment] = sketch.split('split/department', {
    nodeId: now(pre.departments),
    childrenTo: 1,
    on,
    parts: [part(pre.sector.department, pre.sector.departmentShort, 0.38), part(school.sector.department, school.sector.departmentShort, 0.62)],
  }) as [string, string]
  const [preBoard, schoolBoard] = sketch.split('split/board', {
    nodeId: now(pre.boards),
    childrenTo: 1,
    on,
    parts: [part(pre.sector.board, pre.sector.short, 0.38, size.boardSeats), part(school.sector.board, school.sector.short, 0.62, size.boardSeats)],
  }) as [string, string]
  sketch.move('split/move', { nodeId: preDepartment, parentId: preBoard, on })
  for (const area of pre.areas) sketch.move(`split/${area}`, { nodeId: area, parentId: preDepartment, on })
  succeed(pre.boards, preBoard, on)
  succeed(school.boards, schoolBoard, on)
  succeed(pre.departments, preDepartment, on)
  succeed(school.departments, schoolDepartment, on)
}

const mergeLeisure = ({ sketch, places, municipality, size }: Organisation, on: Day, later: typeof laterLeisure): void => {
  const both = ['kultur', 'fritid'].flatMap((key) => places.filter((p) => p.sector.key === key))
  if (both.length < 2) return
  const department = sketch.merge('merge/department', {
    fromIds: both.map((p) => now(p.departments)),
    into: { name: later.department, short: later.departmentShort, seats: null, parentId: now((both[0] as SectorPlace).boards) },
    on,
  })
  const board = sketch.merge('merge/board', {
    fromIds: both.map((p) => now(p.boards)),
    into: { name: later.board, short: later.short, seats: size.boardSeats, parentId: municipality },
    on,
  })
  for (const place of both) {
    succeed(place.boards, board, on)
    succeed(place.departments, department, on)
  }
}

const kinds = ['takeover', 'merge', 'split', 'move', 'open', 'close'] as const

const reorganiseUnits = ({ sketch }: Organisation, { sector, units, areas }: SectorPlace, on: Day, chance: Chance): void => {
  const times = Math.floor(units.size * 0.012 + chance.next())
  for (let i = 0; i < times; i++) {
    const key = `${sector.key}/${on}/${i}`
    const kind = chance.pick(kinds)
    const alive = [...units].filter((id) => lastVersion(sketch.timeline.get(id) as NodeLife).to === null)
    if (alive.length < 4) return
    const unit = chance.pick(alive)
    const last = lastVersion(sketch.timeline.get(unit) as NodeLife)
    const sibling = alive.find((id) => id !== unit && lastVersion(sketch.timeline.get(id) as NodeLife).parentId === last.parentId)
    const place = placeName(chance)
    // What began this very day is left in peace until next year.
    if (last.from === on || (sibling && lastVersion(sketch.timeline.get(sibling) as NodeLife).from === on)) continue
    if (kind === 'takeover' && sibling) sketch.merge(key, { fromIds: [unit], into: { nodeId: sibling }, on })
    else if (kind === 'merge' && sibling)
      units.add(
        sketch.merge(key, {
          fromIds: [unit, sibling],
          into: { name: sector.unit(place), short: shortOf(place), seats: null, parentId: last.parentId as string },
          on,
        }),
      )
    else if (kind === 'split') {
      const share = chance.pick([0.5, 0.6, 0.7])
      const parts = [
        { name: { sv: `${last.name.sv} norra`, en: `${last.name.en} North` }, short: last.short, seats: null, share },
        { name: { sv: `${last.name.sv} södra`, en: `${last.name.en} South` }, short: last.short, seats: null, share: Math.round((1 - share) * 10) / 10 },
      ]
      for (const id of sketch.split(key, { nodeId: unit, parts, childrenTo: null, on })) units.add(id)
    } else if (kind === 'move') {
      const parentId = areas.find((id) => id !== last.parentId)
      if (parentId) sketch.move(key, { nodeId: unit, parentId, on })
    } else if (kind === 'open')
      units.add(sketch.create(key, { kind: 'unit', name: sector.unit(place), short: shortOf(place), seats: null, parentId: chance.pick(areas), on }))
    else if (kind === 'close') sketch.close(key, { nodeId: unit, childrenTo: null, on })
  }
}
