import { addDays, type Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Role } from '../kernel/who.ts'
import { type NodeLife, lastVersion } from '../organisation/timeline.ts'
import { type Crew, crewOf, type MadePost, spellsOf } from './crew.ts'
import { elect } from './elections.ts'
import type { Organisation, SectorPlace } from './organisation.ts'
import { chanceOf } from './random.ts'
import { text } from './sector.ts'

/** A spell at a post, before anybody has been found for it. */
interface Opening {
  readonly post: MadePost
  readonly pool: string
  readonly from: Day
  readonly to: Day | null
  /** The post is new with its unit, which has come out of another. */
  readonly follows: boolean
}

const titles = {
  chief: text('Förvaltningschef', 'Head of department'),
  controller: text('Controller', 'Controller'),
  secretary: text('Nämndsekreterare', 'Board secretary'),
  registrar: text('Registrator', 'Registrar'),
  area: text('Områdeschef', 'Head of area'),
  officer: text('Handläggare', 'Officer'),
} as const

/** Everybody: those who are employed, at their posts through the years, and those who are elected. */
export const makePeople = (organisation: Organisation): Crew => {
  const crew = crewOf(organisation)
  const openings: Opening[] = []
  const { sketch, from, seed, today } = organisation
  const open = (pool: string, nodeId: string, role: Role, title: Text, key: string): void => {
    const node = sketch.timeline.get(nodeId) as NodeLife
    const since = node.versions[0]?.from ?? from
    const post = crew.post(`${nodeId}/${key}`, since, nodeId, role, title)
    const chance = chanceOf(seed, `spells ${nodeId}/${key}`)
    for (const spell of spellsOf(chance, since, lastVersion(node).to, today))
      openings.push({ post, pool, ...spell, follows: spell.from === since && since > from })
  }
  openOffice(organisation, open)
  for (const place of organisation.places) openSector(organisation, place, open)
  fill(organisation, crew, openings)
  elect(organisation, crew)
  return crew
}

type Open = (pool: string, nodeId: string, role: Role, title: Text, key: string) => void

const openOffice = ({ council, executive, office, officeUnits, auditors, size }: Organisation, open: Open): void => {
  open('office', council, 'secretary', text('Fullmäktigesekreterare', 'Council secretary'), 'secretary')
  open('office', executive, 'secretary', text('Kommunsekreterare', 'Municipal secretary'), 'secretary')
  open('office', executive, 'registrar', titles.registrar, 'registrar')
  open('office', office, 'controller', text('Ekonomidirektör', 'Director of finance'), 'controller')
  open('office', office, 'department_head', text('Kanslidirektör', 'Director of the secretariat'), 'head')
  open('office', auditors, 'officer', text('Revisionsassistent', 'Audit assistant'), 'assistant')
  for (const unit of officeUnits) {
    open('office', unit, 'unit_head', text('Avdelningschef', 'Head of division'), 'head')
    for (let i = 0; i < Math.max(2, Math.round((size.staff * 0.02) / officeUnits.length)); i++) open('office', unit, 'officer', titles.officer, `officer/${i}`)
  }
}

const openSector = ({ seed, size, places }: Organisation, { sector, boards, departments, areas, units }: SectorPlace, open: Open): void => {
  const pool = sector.key
  const all = places.reduce((sum, place) => sum + place.sector.staff, 0)
  const perUnit = (size.staff * sector.staff) / all / Math.max(1, units.size)
  // Two sectors may share a board and a department for some years: its posts are opened by the first of them.
  const mine = (id: string, spells: 'boards' | 'departments'): boolean => places.find((p) => p[spells].some((s) => s.id === id))?.sector.key === sector.key
  for (const { id } of boards.filter((s) => mine(s.id, 'boards'))) {
    open(pool, id, 'secretary', titles.secretary, 'secretary')
    open(pool, id, 'registrar', titles.registrar, 'registrar')
  }
  for (const { id } of departments.filter((s) => mine(s.id, 'departments'))) {
    open(pool, id, 'department_head', titles.chief, 'head')
    open(pool, id, 'controller', titles.controller, 'controller')
    open(pool, id, 'officer', text('Verksamhetsutvecklare', 'Development officer'), 'development')
  }
  for (const id of areas) open(pool, id, 'unit_head', titles.area, 'head')
  for (const id of units) {
    open(pool, id, 'unit_head', sector.unitHead, 'head')
    const chance = chanceOf(seed, `staff ${id}`)
    const count = Math.max(2, Math.round(perUnit * (0.6 + 0.8 * chance.next())) - 1)
    for (let i = 0; i < count; i++) open(pool, id, 'officer', chance.weighted(sector.titles), `staff/${i}`)
  }
}

interface Leaver {
  readonly personId: string
  readonly on: Day
}

/** Whoever has left a post within this many days may take up another. */
const between = 60

/** Finds somebody for every opening, in the order of days: people follow their unit, move within their sector, or are new. */
const fill = ({ seed }: Organisation, crew: Crew, openings: readonly Opening[]): void => {
  const chance = chanceOf(seed, 'people')
  const free = new Map<string, Leaver[]>()
  const ending = openings.filter((o) => o.to !== null).toSorted((a, b) => order(a.to as Day, b.to as Day))
  const heldBy = new Map<Opening, string>()
  let ended = 0
  for (const opening of openings.toSorted((a, b) => order(a.from, b.from))) {
    for (let o = ending[ended]; o && (o.to as Day) <= opening.from; o = ending[++ended]) {
      const waiting = free.get(o.pool) ?? []
      waiting.push({ personId: heldBy.get(o) as string, on: o.to as Day })
      free.set(o.pool, waiting)
    }
    const waiting = free.get(opening.pool) ?? []
    const limit = addDays(opening.from, -between)
    while (waiting[0] && waiting[0].on < limit) waiting.shift()
    const moves = waiting.length > 0 && chance.happens(opening.follows ? 0.95 : 0.4)
    const personId = moves ? (waiting.shift() as Leaver).personId : crew.person(opening.post.key + opening.from, opening.from, chance).id
    heldBy.set(opening, personId)
    crew.appoint(opening.post, personId, opening.from, opening.to)
  }
}

const order = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)
