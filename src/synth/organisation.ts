import { type Day, day } from '../kernel/day.ts'
import { type Text, verbatim } from '../kernel/text.ts'
import { slugOf } from '../organisation/slug.ts'
import type { NodeLife } from '../organisation/timeline.ts'
import { municipalityName } from './names.ts'
import { chanceOf, idsOf } from './random.ts'
import { reorganise } from './reorganise.ts'
import type { Sector } from './sector.ts'
import { formerSchools, laterLeisure, text } from './sector.ts'
import { sectorsOf } from './sectors.ts'
import type { Size } from './size.ts'
import { type Sketch, sketchFrom } from './sketch.ts'
import { makeUnits } from './units.ts'

/** Something that holds from a day until another (null: still). */
export interface Spell {
  readonly id: string
  readonly from: Day
  to: Day | null
}

/** A sector's board and department through the years, and its areas and units that there are now or have been. */
export interface SectorPlace {
  readonly sector: Sector
  readonly boards: Spell[]
  readonly departments: Spell[]
  readonly areas: string[]
  readonly units: Set<string>
}

/** The drawn-up organisation. */
export interface Organisation {
  readonly seed: number
  readonly size: Size
  readonly from: Day
  readonly today: Day
  readonly name: Text
  readonly sketch: Sketch
  readonly municipality: string
  readonly council: string
  readonly executive: string
  readonly auditors: string
  readonly office: string
  readonly officeUnits: readonly string[]
  readonly places: readonly SectorPlace[]
}

/** The spell that holds on a day; undefined between them. */
export const spellOn = (spells: readonly Spell[], on: Day): Spell | undefined => spells.find((s) => s.from <= on && (s.to === null || on < s.to))

const officeUnits: readonly (readonly [Text, string])[] = [
  [text('Ekonomiavdelningen', 'Finance Division'), 'Ekonomi'],
  [text('Personalavdelningen', 'Personnel Division'), 'Personal'],
  [text('Kansliavdelningen', 'Secretariat'), 'Kansli'],
  [text('Digitaliseringsavdelningen', 'Digitalisation Division'), 'Digital'],
]

/** Draws up the organisation from its first day to today, with all that became of it on the way. */
export const drawOrganisation = (seed: number, size: Size, from: Day, today: Day): Organisation => {
  const name = municipalityName(chanceOf(seed, 'name'))
  const municipality = idsOf(seed, 'found', from).next()
  const root: NodeLife = {
    id: municipality,
    slug: slugOf(name.sv, new Set()),
    kind: 'municipality',
    versions: [{ nodeId: municipality, from, to: null, name: verbatim(name.sv), short: name.sv, parentId: null, seats: null }],
  }
  const sketch = sketchFrom(seed, size.voters, root)
  const make = (
    key: string,
    kind: Parameters<Sketch['create']>[1]['kind'],
    named: Text,
    short: string,
    parentId: string,
    seats: number | null = null,
  ): string => sketch.create(key, { kind, name: named, short, seats, parentId, on: from })
  const council = make('kf', 'council', text('Kommunfullmäktige', 'Municipal Council'), 'KF', municipality, size.councilSeats)
  const executive = make('ks', 'executive_board', text('Kommunstyrelsen', 'Executive Board'), 'KS', municipality, 15)
  make('ksau', 'committee', text('Kommunstyrelsens arbetsutskott', 'Executive Board Working Committee'), 'KSAU', executive, 5)
  const auditors = make('revision', 'auditors', text('Kommunrevisionen', 'Municipal Auditors'), 'REV', municipality, 7)
  const office = make('klk', 'department', text('Kommunledningskontoret', 'Municipal Executive Office'), 'KLK', executive)
  const offices = officeUnits.map(([named, short]) => make(`klk/${short}`, 'unit', named, short, office))
  const sectors = sectorsOf(size)
  const joined = { board: '', department: '' }
  const places = sectors.map((sector): SectorPlace => {
    const schools = sector.key === 'forskola' || sector.key === 'grundskola'
    if (schools && joined.board === '') {
      joined.board = make('bun', 'board', formerSchools.board, formerSchools.short, municipality, size.boardSeats)
      joined.department = make('buf', 'department', formerSchools.department, formerSchools.departmentShort, joined.board)
    }
    const board = schools ? joined.board : make(`${sector.key}/board`, 'board', sector.board, sector.short, municipality, size.boardSeats)
    const department = schools ? joined.department : make(`${sector.key}/department`, 'department', sector.department, sector.departmentShort, board)
    return { sector, boards: [{ id: board, from, to: null }], departments: [{ id: department, from, to: null }], areas: [], units: new Set() }
  })
  makeUnits(seed, size, sketch, places, from)
  const organisation: Organisation = { seed, size, from, today, name, sketch, municipality, council, executive, auditors, office, officeUnits: offices, places }
  reorganise(organisation, { splitOn: newYear(from, today, 0.4), mergeOn: newYear(from, today, 0.8), formerSchools, laterLeisure })
  return organisation
}

/** The first of January that lies this share of the way between two days. */
const newYear = (from: Day, today: Day, share: number): Day =>
  day(`${Number(from.slice(0, 4)) + Math.max(1, Math.round((Number(today.slice(0, 4)) - Number(from.slice(0, 4))) * share))}-01-01`)
