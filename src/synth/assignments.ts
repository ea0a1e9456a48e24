import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import { amountOf } from '../kernel/amount.ts'
import { carrier, type Chronicle } from './chronicle.ts'
import type { ClauseInput } from '../decisions/clause.ts'
import type { Crew } from './crew.ts'
import { type Organisation, type SectorPlace, spellOn } from './organisation.ts'
import type { Chance } from './random.ts'
import { type MadeSeries, periodIn } from './series.ts'
import { conclude, giveUp } from './outcomes.ts'
import { paper } from './papers.ts'

export interface Matter {
  readonly key: string
  readonly on: Day
  readonly organisation: Organisation
  readonly crew: Crew
  readonly place: SectorPlace
  readonly chronicle: Chronicle
  readonly chance: Chance
  /** What the sector's units count, to measure effects by. */
  readonly series: readonly MadeSeries[]
}

const years = ['under mandatperioden', 'i hela kommunen', 'i ett första steg', 'tillsammans med civilsamhället', 'med brukarna', 'på prov']

/** An assignment from the case where it was thought of until it is declared fulfilled, or to wherever it stuck on the way. */
export const assignmentMatter = (matter: Matter): void => {
  const { key, on, place, chronicle, chance, crew } = matter
  const board = spellOn(place.boards, on)?.id as string
  const subject = chance.pick(place.sector.subjects)
  const title = chance.happens(0.5) ? subject.title : `${subject.title} ${chance.pick(years)}`
  const caseId = chronicle.id(key, on)
  chronicle.open(key, on, { id: caseId, nodeId: board, title, party: { name: place.sector.department.sv, role: 'author' }, secrecy: null })
  chronicle.file(
    `${key}/paper`,
    addDays(on, 9),
    paper(chance, { caseId, id: chronicle.id(`${key}/paper`, on), title, matter: subject.purpose, proposal: subject.deliverable }),
  )
  const given = chronicle.meeting(board, on, 18)
  const decider = spellOn(place.boards, given)?.id as string
  const department = spellOn(place.departments, given)?.id as string
  const responsible = chance.happens(0.85) ? crew.postsOf(department).find((p) => p.role === 'department_head')?.id : undefined
  const final = addDays(given, chance.whole(200, 520))
  const interim = chance.happens(0.6) ? addDays(given, Math.floor(daysBetween(given, final) / 2)) : undefined
  const entry = { id: chronicle.id(`${key}/entry`, given), register: 'assignment' }
  const money = chance.happens(0.4) ? chance.whole(1, 40) * 50 : 0
  const give: ClauseInput = {
    id: chronicle.id(`${key}/clause`, given),
    kind: 'give_assignment',
    text: `ge ${place.sector.department.sv} i uppdrag: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    creates: entry.id,
    data: {
      title,
      purpose: subject.purpose,
      deliverable: subject.deliverable,
      finalReport: final,
      ...(interim && { interimReport: interim }),
      recipient: department,
      ...(responsible && { responsible }),
      origin: 'ongoing',
      kind: chance.weighted([
        ['development', 3],
        ['basic', 2],
        ['other', 1],
      ] as const),
      resources: amountOf(money, 'tkr'),
      financing: money > 0 ? 'Nämndens utvecklingsmedel' : 'Inom ramen för förvaltningens budget',
    },
  }
  chronicle.decide(`${key}/decision`, given, { bodyId: decider, title, caseId, clauses: [give, ...effectOf(matter, given, department, entry.id)] })
  follow(matter, { entry, given, final, interim, department, title, caseId })
}

/** In one of three, what shall show its effect: a measure of the sector that is to go the right way. */
const effectOf = ({ key, chronicle, chance, series }: Matter, given: Day, department: string, of: string): readonly ClauseInput[] => {
  const measure = series.find((s) => s.direction !== null && s.direction !== 'hold')
  if (!measure || !chance.happens(0.35)) return []
  const rule = measure.direction === 'up' ? 'increase' : 'decrease'
  const id = chronicle.id(`${key}/effect`, given)
  return [
    {
      id,
      kind: 'set_target',
      text: `följa effekten i måttet ”${measure.name.sv}”`,
      data: { series: measure.id, node: department, period: periodIn(measure, Number(given.slice(0, 4)) + 2), rule, of },
    },
  ]
}

/** An assignment that has been given. */
export interface Followed {
  readonly entry: { readonly id: string; readonly register: string }
  readonly given: Day
  readonly final: Day
  readonly interim: Day | undefined
  readonly department: string
  readonly title: string
  readonly caseId: string
}

const said = [
  'Arbetet följer planen.',
  'Rekryteringen är klar och arbetet har börjat.',
  'De första enheterna är i gång, resten följer efter sommaren.',
  'Det har tagit längre tid än väntat att hitta lokaler.',
]
const finished = [
  'Uppdraget är genomfört. Arbetssättet är infört i alla berörda enheter.',
  'Uppdraget är genomfört i det som förvaltningen råder över. Erfarenheterna är goda.',
  'Målet är nått i de flesta enheter. Det som återstår tas om hand i den ordinarie verksamheten.',
]

const follow = (matter: Matter, { entry, given, final, interim, department, title, caseId }: Followed): void => {
  const { key, chronicle, chance, crew, place } = matter
  let owner = department
  /** After a reform the board gives what is under way to the department that has taken over; nothing is done before. */
  const settled = (day: Day): Day => {
    const then = spellOn(place.departments, day)
    if (!then || then.id === owner) return day
    const board = spellOn(place.boards, then.from)?.id as string
    const moved = chronicle.meeting(board, then.from, 7)
    const clause: ClauseInput = {
      id: chronicle.id(`${key}/moved/clause`, moved),
      kind: 'change_assignment',
      text: 'uppdraget efter omorganisationen utförs av den förvaltning som tagit över',
      target: entry.id,
      data: { recipient: then.id, responsible: crew.postsOf(then.id).find((p) => p.role === 'department_head')?.id ?? null },
    }
    chronicle.decide(`${key}/moved`, moved, { bodyId: board, title: `Uppdrag efter omorganisationen: ${title}`.slice(0, 300), caseId: null, clauses: [clause] })
    owner = then.id
    return day > moved ? day : addDays(moved, 3)
  }
  const doneBy = (day: Day): string | null => carrier(crew, owner, day)
  if (chance.happens(0.03)) {
    giveUp(matter, { entry, title, final })
    return
  }
  const accepted = addDays(given, chance.whole(4, 25))
  const taker = doneBy(settled(accepted))
  if (!taker || owner !== department) return
  chronicle.act(`${key}/accept`, accepted, taker, entry, 'accept')
  if (interim && chance.happens(0.88)) {
    const day = settled(addDays(interim, chance.whole(-12, 20)))
    const by = doneBy(day)
    const stance = chance.weighted([
      ['on_track', 6],
      ['at_risk', 2],
      ['late', 1],
    ] as const)
    if (by && day > accepted)
      chronicle.report(`${key}/interim`, day, by, {
        id: chronicle.id(`${key}/interim`, day),
        entryId: entry.id,
        kind: 'interim',
        stance,
        text: chance.pick(said),
        continuation: [],
      })
  }
  if (chance.happens(0.1)) {
    giveUp(matter, { entry, title, final })
    return
  }
  const reported = settled(addDays(final, chance.whole(-20, 35)))
  const reporter = doneBy(reported)
  if (!reporter || reported <= addDays(interim ?? accepted, 45)) return
  const continuation = chance.happens(0.3)
    ? [{ what: 'Arbetssättet hålls levande i den ordinarie verksamheten.', ...(chance.happens(0.8) ? { nodeId: owner, due: addDays(reported, 365) } : {}) }]
    : []
  chronicle.report(`${key}/final`, reported, reporter, {
    id: chronicle.id(`${key}/final`, reported),
    entryId: entry.id,
    kind: 'final',
    stance: 'done',
    text: chance.pick(finished),
    continuation,
    asWritten: true,
  })
  conclude(matter, { entry, title, caseId, owner, reported })
}
