import type { Day } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import type { Role } from '../../kernel/who.ts'
import type { NodeKind } from '../../organisation/tree.ts'
import { words as organisationWords } from '../../organisation/words.ts'
import { type ListKind, listKinds, lists } from './lists.ts'
import type { ReadList, Row } from './read-list.ts'
import { words } from './words.ts'

/** What a row of units says. Null is what is not written, and what has been told as wrong. */
export interface UnitRow {
  readonly row: Row
  readonly key: string
  readonly name: Text
  readonly short: string
  readonly kind: NodeKind | null
  readonly parent: string
  readonly seats: number | null
  readonly on: Day | null
  readonly ends: Day | null
}

export interface PersonRow {
  readonly row: Row
  readonly key: string
  readonly givenName: string
  readonly familyName: string
  readonly party: string
  readonly email: string
}

export interface PostRow {
  readonly row: Row
  readonly key: string
  readonly unit: string
  readonly role: Role | null
  readonly title: Text
  readonly seat: number | null
}

export interface AppointmentRow {
  readonly row: Row
  readonly post: string
  readonly person: string
  readonly from: Day | null
  readonly to: Day | null
}

/**
 * The lists as their rows, every cell read. What is wrong is told in the list's problems. Rows that lack what they must have or stand
 * twice are left out; those with a cell that cannot be read are there, so that what else is wrong with them can be told at once.
 */
export interface ReadRows {
  readonly units: readonly UnitRow[]
  readonly people: readonly PersonRow[]
  readonly posts: readonly PostRow[]
  readonly appointments: readonly AppointmentRow[]
  /** Of all lists, those with something wrong too. */
  readonly count: number
  /** Does a list of the files say something about what has this key? Then a row that names it is not wrong when that other row is. */
  named(kind: ListKind, key: string): boolean
}

/** Reads every cell of some lists, whatever they hold: all that can be told without asking what is there already. Asks no store. */
export const readRows = (read: readonly ReadList[]): ReadRows => {
  const of = (kind: ListKind): readonly Row[] => read.filter((list) => list.kind === kind).flatMap((list) => list.rows)
  const rows = { units: of('units'), people: of('people'), posts: of('posts'), appointments: of('appointments') }
  for (const kind of listKinds) tellTwice(kind, rows[kind])
  const keys = new Map(listKinds.map((kind) => [kind, new Set(rows[kind].map((row) => row.text('key')))] as const))
  const good = (kind: ListKind): readonly Row[] => rows[kind].filter((row) => !row.bad)
  return {
    units: good('units').map(readUnit),
    people: good('people').map(readPerson),
    posts: good('posts').map(readPost),
    appointments: good('appointments').map(readAppointment),
    count: listKinds.reduce((n, kind) => n + rows[kind].length, 0),
    named: (kind, key) => keys.get(kind)?.has(key) === true,
  }
}

const identify = (kind: ListKind, row: Row): string => (kind === 'appointments' ? `${row.text('post')}\u0000${row.text('from')}` : row.text('key'))

/** Rows that say something about what an earlier row has said already. */
const tellTwice = (kind: ListKind, rows: readonly Row[]): void => {
  const seen = new Map<string, number>()
  for (const row of rows) {
    const id = identify(kind, row)
    const earlier = seen.get(id)
    if (earlier !== undefined) row.wrong(lists[kind].columns[0]?.id ?? '', { code: 'import.twice', text: words.twice(earlier) })
    else seen.set(id, row.no)
  }
}

const readUnit = (row: Row): UnitRow => ({
  row,
  key: row.text('key'),
  name: { sv: row.text('name'), en: row.text('en') },
  short: row.text('short'),
  kind: row.oneOf('kind', organisationWords.kind),
  parent: row.text('parent'),
  seats: row.count('seats'),
  on: row.day('from'),
  ends: row.day('ends'),
})

const readPerson = (row: Row): PersonRow => ({
  row,
  key: row.text('key'),
  givenName: row.text('given'),
  familyName: row.text('family'),
  party: row.text('party'),
  email: row.text('email'),
})

const readPost = (row: Row): PostRow => ({
  row,
  key: row.text('key'),
  unit: row.text('unit'),
  role: row.oneOf('role', organisationWords.role),
  title: { sv: row.text('title'), en: row.text('en') },
  seat: row.count('seat'),
})

const readAppointment = (row: Row): AppointmentRow => ({
  row,
  post: row.text('post'),
  person: row.text('person'),
  from: row.day('from'),
  to: row.day('to'),
})
