import { addDays, addMonths, type Day, day } from '../kernel/day.ts'
import { amountOf } from '../kernel/amount.ts'
import type { ClauseInput } from '../decisions/clause.ts'
import { assignmentMatter, type Matter } from './assignments.ts'
import { keeper } from './chronicle.ts'
import { paper } from './papers.ts'
import { personName, placeName } from './names.ts'
import { spellOn } from './organisation.ts'

/** What comes to a board in a year, and how common it is. */
export const matterKinds: readonly (readonly [(matter: Matter) => void, number])[] = [
  [assignmentMatter, 5],
  [(matter) => opinionMatter(matter), 3],
  [(matter) => proposalMatter(matter), 4],
  [(matter) => agreementMatter(matter), 1],
  [(matter) => documentMatter(matter), 1],
]

/** The executive board sends something out for opinion; the board receives it, writes, decides and answers. */
const opinionMatter = ({ key, on, organisation, place, chronicle, chance }: Matter): void => {
  const { executive } = organisation
  const title = chance.pick(place.sector.opinions)
  const caseId = chronicle.id(key, on)
  chronicle.open(key, on, { id: caseId, nodeId: executive, title, party: { name: 'Kommunledningskontoret', role: 'author' }, secrecy: null })
  const asked = chronicle.meeting(executive, on, 10)
  const board = spellOn(place.boards, asked)?.id as string
  const dispatch = { id: chronicle.id(`${key}/dispatch`, asked), receiverId: board, demandsAction: true, what: 'Yttra sig inom tre månader' }
  const sendOn: ClauseInput = {
    id: chronicle.id(`${key}/send`, asked),
    kind: 'send_on',
    text: 'sända ärendet på remiss',
    data: { receiver: board, what: dispatch.what },
  }
  chronicle.decide(`${key}/asked`, asked, { bodyId: executive, title, caseId, clauses: [sendOn], dispatch: [dispatch] })
  if (chance.happens(0.05)) return
  const received = addDays(asked, chance.whole(2, 12))
  const own = chronicle.id(`${key}/own`, received)
  const answered = chronicle.meeting(board, received, 40)
  // A board that a reform takes away before it has answered never does.
  if (spellOn(place.boards, answered)?.id !== board) return
  chronicle.receive(`${key}/received`, received, dispatch.id, { as: 'open', title, id: own })
  const opinion = chronicle.id(`${key}/opinion`, received)
  const proposal = chance.pick(['tillstyrka förslaget', 'tillstyrka förslaget med de synpunkter som framgår av yttrandet', 'avstyrka förslaget'])
  chronicle.file(`${key}/opinion`, addDays(received, 25), {
    id: opinion,
    caseId: own,
    kind: 'official_opinion',
    title: `Yttrande: ${title}`,
    authorId: null,
    parts: {
      proposal: [proposal],
      summary: 'Förslaget berör nämndens ansvar.',
      assessment: 'Förvaltningen bedömer att förslaget går att genomföra inom ram.',
      economic: { none: true },
      ecological: { none: true },
      social: { text: 'Förslaget väntas ge mer likvärdig service.' },
    },
  })
  const back = { id: chronicle.id(`${key}/back`, answered), receiverId: executive, demandsAction: false, what: null }
  const answer: ClauseInput = {
    id: chronicle.id(`${key}/answer`, answered),
    kind: 'send_on',
    text: `${proposal} och översända yttrandet till Kommunstyrelsen`,
    data: { receiver: executive },
  }
  chronicle.decide(`${key}/answered`, answered, { bodyId: board, title: `Yttrande: ${title}`, caseId: own, clauses: [answer], dispatch: [back] })
  chronicle.laid(`${key}/laid`, addDays(answered, 1), dispatch.id)
  if (chance.happens(0.9)) chronicle.receive(`${key}/returned`, addDays(answered, 6), back.id, { as: 'note' })
  chronicle.close(`${key}/close`, addDays(answered, 30), own)
}

/** Somebody in the municipality proposes or asks for something, and gets an answer. Those of single persons are secret. */
const proposalMatter = ({ key, on, place, chronicle, chance }: Matter): void => {
  const secret = place.sector.key === 'familj' && chance.happens(0.3)
  const board = spellOn(place.boards, on)?.id as string
  const where = placeName(chance)
  const what = chance.pick([
    'Medborgarförslag om bänkar vid',
    'Fråga om öppettider i',
    'Klagomål på snöröjning vid',
    'Medborgarförslag om mötesplats i',
    'Synpunkt på maten i',
    'Begäran om dialog om',
  ])
  const title = secret ? 'Ansökan om bistånd, enskild' : `${what} ${where}`
  const { givenName, familyName } = personName(chance)
  const caseId = chronicle.id(key, on)
  chronicle.open(key, on, {
    id: caseId,
    nodeId: board,
    title,
    party: { name: `${givenName} ${familyName}`, role: 'applicant' },
    secrecy: secret ? 'OSL 26:1' : null,
  })
  if (chance.happens(0.25)) {
    chronicle.close(`${key}/close`, addDays(on, chance.whole(5, 40)), caseId, 'Besvarat av förvaltningen.')
    return
  }
  const decided = chronicle.meeting(board, on, 20)
  const body = spellOn(place.boards, decided)?.id as string
  const id = chronicle.id(`${key}/clause`, decided)
  const clause: ClauseInput = chance.happens(0.55)
    ? { id, kind: 'reject', text: 'avslå förslaget', data: { proposal: title } }
    : { id, kind: 'note', text: 'anteckna förslaget och förvaltningens svar', data: {} }
  chronicle.decide(`${key}/decision`, decided, { bodyId: body, title, caseId, clauses: [clause] })
  chronicle.close(`${key}/close`, addDays(decided, 25), caseId)
}

/** A partnership with a voluntary organisation; when its last day has passed the secretary closes it. */
const agreementMatter = ({ key, on, place, crew, chronicle, chance }: Matter): void => {
  const [partner, purpose] = chance.pick(place.sector.partners)
  const board = spellOn(place.boards, on)?.id as string
  const caseId = chronicle.id(key, on)
  const title = `Partnerskap med ${partner}`
  chronicle.open(key, on, { id: caseId, nodeId: board, title, party: { name: partner, role: 'counterparty' }, secrecy: null })
  const signed = chronicle.meeting(board, on, 25)
  const body = spellOn(place.boards, signed)?.id as string
  const from = day(`${Number(signed.slice(0, 4)) + 1}-01-01`)
  const to = addDays(addMonths(from, 12 * chance.whole(1, 4)), -1)
  const entry = { id: chronicle.id(`${key}/entry`, signed), register: 'agreement' }
  const clause: ClauseInput = {
    id: chronicle.id(`${key}/clause`, signed),
    kind: 'sign_agreement',
    text: `ingå partnerskap med ${partner}`,
    creates: entry.id,
    data: {
      partner,
      purpose,
      yearly: amountOf(chance.whole(4, 60) * 25, 'tkr'),
      from,
      ...(chance.happens(0.9) && { to }),
      noticeMonths: chance.pick([3, 6, 12]),
    },
  }
  chronicle.decide(`${key}/decision`, signed, { bodyId: body, title, caseId, clauses: [clause] })
  chronicle.close(`${key}/close`, addDays(signed, 30), caseId)
  const end = addDays(to, chance.whole(3, 60))
  const by = keeper(crew, body, end)
  if (by && 'to' in clause.data && spellOn(place.boards, end)?.id === body && chance.happens(0.9)) chronicle.act(`${key}/ended`, end, by, entry, 'close')
}

/** A document to steer by is adopted, and prolonged when its time runs out, or forgotten. */
const documentMatter = ({ key, on, place, chronicle, chance }: Matter): void => {
  const board = spellOn(place.boards, on)?.id as string
  const year = Number(on.slice(0, 4))
  const title = `${chance.pick(place.sector.documents)} ${year + 1}–${year + 4}`
  const caseId = chronicle.id(key, on)
  chronicle.open(key, on, { id: caseId, nodeId: board, title, party: { name: place.sector.department.sv, role: 'author' }, secrecy: null })
  chronicle.file(
    `${key}/paper`,
    addDays(on, 30),
    paper(chance, { caseId, id: chronicle.id(`${key}/paper`, on), title, matter: place.sector.goal, proposal: `anta ${title}` }),
  )
  const adopted = chronicle.meeting(board, on, 45)
  const body = spellOn(place.boards, adopted)?.id as string
  const department = spellOn(place.departments, adopted)?.id as string
  const target = chronicle.id(`${key}/entry`, adopted)
  const type = title.startsWith('Riktlinje') ? 'guideline' : title.startsWith('Program') ? 'programme' : title.includes('policy') ? 'policy' : 'plan'
  const adopt: ClauseInput = {
    id: chronicle.id(`${key}/clause`, adopted),
    kind: 'adopt_document',
    text: `anta ${title}`,
    creates: target,
    data: {
      title,
      type,
      scope: 'Nämnden och dess förvaltning',
      validFrom: day(`${year + 1}-01-01`),
      validTo: day(`${year + 4}-12-31`),
      revisionOwner: department,
      followUpOwner: department,
      followUpTimetable: 'Varje år i årsredovisningen',
    },
  }
  chronicle.decide(`${key}/decision`, adopted, { bodyId: body, title, caseId, clauses: [adopt] })
  if (chance.happens(0.4)) return
  const prolonged: Day = chronicle.meeting(body, day(`${year + 4}-10-01`), chance.whole(0, 120))
  const decider = spellOn(place.boards, prolonged)?.id as string
  const later = chance.happens(0.5)
    ? ({ kind: 'prolong_document', text: `förlänga ${title}`, data: { validTo: day(`${year + 6}-12-31`) } } as const)
    : ({ kind: 'repeal_document', text: `upphäva ${title}`, data: {} } as const)
  chronicle.decide(`${key}/later`, prolonged, {
    bodyId: decider,
    title: `Översyn: ${title}`,
    caseId,
    clauses: [{ ...later, id: chronicle.id(`${key}/again`, prolonged), target }],
  })
}
