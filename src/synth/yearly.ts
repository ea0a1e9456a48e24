import { addDays, day } from '../kernel/day.ts'
import { amountOf } from '../kernel/amount.ts'
import { period } from '../kernel/period.ts'
import type { ClauseInput } from '../decisions/clause.ts'
import type { Chronicle } from './chronicle.ts'
import { type Organisation, type SectorPlace, spellOn } from './organisation.ts'
import { chanceOf } from './random.ts'
import { type MadeSeries, periodIn } from './series.ts'

/** What comes back each year: the council's budget, the boards' plans of work, and the follow-up by tertial. */
export const yearlyMatters = (organisation: Organisation, chronicle: Chronicle, series: readonly MadeSeries[], year: number): void => {
  budget(organisation, chronicle, series, year)
  const seen = new Set<string>()
  for (const place of organisation.places) {
    plan(organisation, chronicle, place, series, year)
    const board = spellOn(place.boards, day(`${year}-06-01`))?.id as string
    if (seen.has(board)) continue
    seen.add(board)
    for (const tertial of [1, 2]) followUp(organisation, chronicle, place, year, tertial)
  }
}

/** In November the council sets every board's frame for the next year, and sends it to them. */
const budget = ({ seed, size, executive, council, places }: Organisation, chronicle: Chronicle, series: readonly MadeSeries[], year: number): void => {
  const key = `budget/${year}`
  const opened = day(`${year}-03-10`)
  const title = `Budget ${year + 1} med plan för ${year + 2}–${year + 3}`
  const caseId = chronicle.id(key, opened)
  chronicle.open(key, opened, { id: caseId, nodeId: executive, title, party: { name: 'Kommunledningskontoret', role: 'author' }, secrecy: null })
  const body = 'Förslaget bygger på nämndernas underlag och prognosen för skatteunderlaget. Resultatet väntas bli två procent av skatter och bidrag.'
  chronicle.file(`${key}/paper`, day(`${year}-10-12`), {
    id: chronicle.id(`${key}/paper`, opened),
    caseId,
    kind: 'report',
    title: `Förslag till ${title.toLowerCase()}`,
    authorId: null,
    parts: { body },
  })
  const decided = chronicle.meeting(council, day(`${year}-11-01`), 0)
  const boards = [...Map.groupBy(places, (p) => spellOn(p.boards, decided)?.id as string)]
  const cost = series.find((s) => s.key === 'nettokostnad')
  const frames = boards.map(([board, of]): ClauseInput => {
    const chance = chanceOf(seed, `frame ${board} ${year}`)
    const staff = of.reduce((sum, p) => sum + p.sector.staff, 0) * size.staff
    const tkr = Math.round((staff * 640 * 1.03 ** (year - 2011) * (0.98 + 0.04 * chance.next())) / 100) * 100
    return {
      id: chronicle.id(`${key}/${board}`, decided),
      kind: 'set_budget_frame',
      text: `fastställa ram för ${year + 1}`,
      data: { node: board, period: period(String(year + 1)), amount: amountOf(tkr, 'tkr'), purpose: 'Kommunbidrag', ...(cost && { series: cost.id }) },
    }
  })
  const dispatch = boards.map(([board]) => ({ id: chronicle.id(`${key}/to/${board}`, decided), receiverId: board, demandsAction: false, what: null }))
  chronicle.decide(`${key}/decision`, decided, { bodyId: council, title, caseId, clauses: frames, dispatch })
  for (const { id, receiverId } of dispatch) {
    const received = addDays(decided, 3 + (Number.parseInt(receiverId.slice(-2), 16) % 12))
    chronicle.receive(`${key}/received/${receiverId}`, received, id, { as: 'note' })
    chronicle.laid(`${key}/laid/${receiverId}`, addDays(received, 2), id)
  }
  chronicle.close(`${key}/close`, addDays(decided, 40), caseId)
}

/** In December each board adopts its plan of work with its goal, and what its measures are to reach. */
const plan = (
  { seed, executive }: Organisation,
  chronicle: Chronicle,
  { sector, boards, departments }: SectorPlace,
  series: readonly MadeSeries[],
  year: number,
): void => {
  const key = `plan/${sector.key}/${year}`
  const chance = chanceOf(seed, key)
  const opened = day(`${year}-10-20`)
  const board = spellOn(boards, opened)?.id as string
  const title = `Verksamhetsplan ${year + 1} för ${sector.department.sv}`
  const caseId = chronicle.id(key, opened)
  chronicle.open(key, opened, { id: caseId, nodeId: board, title, party: { name: sector.department.sv, role: 'author' }, secrecy: null })
  const decided = chronicle.meeting(board, day(`${year}-11-20`), 0)
  const body = spellOn(boards, decided)?.id as string
  const department = spellOn(departments, decided)?.id as string
  const made = chronicle.id(`${key}/made`, decided)
  const goal: ClauseInput = {
    id: chronicle.id(`${key}/goal`, decided),
    kind: 'set_goal',
    text: `ha målet: ${sector.goal}`,
    creates: made,
    data: { goal: sector.goal, area: 'Verksamhet', from: day(`${year + 1}-01-01`), to: day(`${year + 1}-12-31`) },
  }
  const targets = series
    .filter((s) => s.sector === sector && s.direction !== null)
    .map((s): ClauseInput => {
      const rule = s.direction === 'up' ? 'increase' : 'decrease'
      return {
        id: chronicle.id(`${key}/${s.key}`, decided),
        kind: 'set_target',
        text: `sätta målvärde för ${s.name.sv.toLowerCase()}`,
        data: { series: s.id, node: department, period: periodIn(s, year + 1), rule, goal: made },
      }
    })
  const dispatch = [{ id: chronicle.id(`${key}/to`, decided), receiverId: executive, demandsAction: false, what: null }]
  chronicle.decide(`${key}/decision`, decided, { bodyId: body, title, caseId, clauses: [goal, ...targets], dispatch })
  if (chance.happens(0.93)) chronicle.receive(`${key}/received`, addDays(decided, 8), dispatch[0]?.id as string, { as: 'note' })
}

const followUp = ({ seed, executive }: Organisation, chronicle: Chronicle, { sector, boards }: SectorPlace, year: number, tertial: number): void => {
  const key = `tertial/${sector.key}/${year}/${tertial}`
  const chance = chanceOf(seed, key)
  const opened = day(`${year}-${tertial === 1 ? '05' : '09'}-04`)
  const board = spellOn(boards, opened)?.id as string
  const title = `Tertialuppföljning ${tertial} ${year}`
  const caseId = chronicle.id(key, opened)
  chronicle.open(key, opened, { id: caseId, nodeId: board, title, party: { name: sector.department.sv, role: 'author' }, secrecy: null })
  const outcome = chance.pick(['ett överskott', 'ett resultat i balans', 'ett mindre underskott'])
  const body = `Prognosen för helåret pekar på ${outcome}. Verksamheten följer i huvudsak planen.`
  chronicle.file(`${key}/paper`, addDays(opened, 8), {
    id: chronicle.id(`${key}/paper`, opened),
    caseId,
    kind: 'report',
    title,
    authorId: null,
    parts: { body },
  })
  const decided = chronicle.meeting(board, opened, 14)
  const clause: ClauseInput = {
    id: chronicle.id(`${key}/clause`, decided),
    kind: 'note',
    text: 'godkänna uppföljningen och översända den till Kommunstyrelsen',
    data: {},
  }
  const dispatch = [{ id: chronicle.id(`${key}/to`, decided), receiverId: executive, demandsAction: false, what: null }]
  chronicle.decide(`${key}/decision`, decided, { bodyId: board, title, caseId, clauses: [clause], dispatch })
  if (chance.happens(0.95)) chronicle.receive(`${key}/received`, addDays(decided, 7), dispatch[0]?.id as string, { as: 'note' })
  chronicle.close(`${key}/close`, addDays(decided, 30), caseId)
}
