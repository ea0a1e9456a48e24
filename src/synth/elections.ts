import { addDays, type Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Role } from '../kernel/who.ts'
import { lastVersion, type NodeLife } from '../organisation/timeline.ts'
import { termOf } from '../rulebook/terms.ts'
import type { Crew, MadePost } from './crew.ts'
import type { Organisation } from './organisation.ts'
import { type Chance, chanceOf } from './random.ts'
import { text } from './sector.ts'

const parties: readonly (readonly [string, number])[] = [
  ['S', 30],
  ['M', 21],
  ['SD', 15],
  ['C', 9],
  ['V', 8],
  ['KD', 6],
  ['L', 6],
  ['MP', 5],
]

const titles: Readonly<Record<string, Text>> = {
  chair: text('Ordförande', 'Chair'),
  vice_chair: text('Förste vice ordförande', 'First vice chair'),
  second_vice_chair: text('Andre vice ordförande', 'Second vice chair'),
  member: text('Ledamot', 'Member'),
  substitute: text('Ersättare', 'Substitute'),
  auditor: text('Förtroendevald revisor', 'Elected auditor'),
}

/** Elects everybody who sits in a body, term by term: by party, many of them again, some leaving on the way. */
export const elect = (organisation: Organisation, crew: Crew): void => {
  const { sketch, council, executive, places, auditors, from } = organisation
  const bodies = new Set([council, executive, ...places.flatMap((p) => p.boards.map((b) => b.id))])
  for (const id of bodies) {
    const node = sketch.timeline.get(id) as NodeLife
    electBody(organisation, crew, node, seatsOf(crew, node, from))
  }
  const office = sketch.timeline.get(auditors) as NodeLife
  const chance = chanceOf(organisation.seed, 'auditors')
  for (let i = 0; i < 7; i++) {
    const post = crew.post(`auditor/${i}`, from, office.id, 'auditor', titles['auditor'] as Text)
    crew.appoint(post, crew.person(`auditor/${i}`, from, chance, chance.weighted(parties)).id, from, null)
  }
}

/** The posts of the seats and of half as many substitutes. */
const seatsOf = (crew: Crew, node: NodeLife, from: Day): readonly MadePost[] => {
  const seats = lastVersion(node).seats ?? 0
  const since = node.versions[0]?.from ?? from
  const leading: readonly Role[] = ['chair', 'vice_chair', 'second_vice_chair']
  const seated = Array.from({ length: seats }, (_, i) => {
    const role = leading[i] ?? 'member'
    return crew.post(`${node.id}/seat/${i + 1}`, since, node.id, role, titles[role] as Text, i + 1)
  })
  const substitutes = Array.from({ length: Math.floor(seats / 2) }, (_, i) =>
    crew.post(`${node.id}/substitute/${i + 1}`, since, node.id, 'substitute', titles['substitute'] as Text, i + 1),
  )
  return [...seated, ...substitutes]
}

const electBody = ({ seed, today, from }: Organisation, crew: Crew, node: NodeLife, posts: readonly MadePost[]): void => {
  const chance = chanceOf(seed, `election ${node.id}`)
  const end = lastVersion(node).to
  let before: readonly Sitting[] = []
  const over = (at: Day): boolean => at > today || (end !== null && at >= end)
  for (let at = node.versions[0]?.from ?? from; !over(at); ) {
    const term = termOf(node.kind, at)
    const to = term && (end === null || term.to < end) ? term.to : (end as Day)
    before = electTerm(crew, chance, { posts, from: at, to, before })
    at = to
  }
}

interface Sitting {
  readonly personId: string
  readonly party: string
}

interface TermOfBody {
  readonly posts: readonly MadePost[]
  readonly from: Day
  readonly to: Day
  readonly before: readonly Sitting[]
}

/** One term: two of three seats go to somebody of the same party who sat before, and one in eight is left early and filled anew. */
const electTerm = (crew: Crew, chance: Chance, { posts, from, to, before }: TermOfBody): readonly Sitting[] => {
  const left = [...before]
  return posts.flatMap((post): Sitting[] => {
    const party = chance.weighted(parties)
    const again = chance.happens(0.65) ? left.findIndex((s) => s.party === party) : -1
    const sitting = again >= 0 ? (left.splice(again, 1)[0] as Sitting) : { personId: crew.person(`elected/${post.key}/${from}`, from, chance, party).id, party }
    const early = chance.happens(0.12) ? addDays(from, chance.whole(120, 1200)) : to
    crew.appoint(post, sitting.personId, from, early < to ? early : to)
    if (early >= to) return [sitting]
    const successor = { personId: crew.person(`elected/${post.key}/${early}`, early, chance, party).id, party }
    const since = addDays(early, chance.whole(0, 60))
    if (since < to) crew.appoint(post, successor.personId, since, to)
    return since < to ? [successor] : []
  })
}
