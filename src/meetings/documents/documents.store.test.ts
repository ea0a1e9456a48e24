import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keeper, type MeetingWorld, meetingWorld, nodes, noting, proposing } from '../../../test/meeting-world.ts'
import { readPdf } from '../../../test/pdf.ts'
import type { Doc } from '../../documents/doc.ts'
import { openRenderer } from '../../documents/renderer.ts'
import { closeItem } from '../agenda/close-item.ts'
import { takeUpItem } from '../agenda/open-item.ts'
import { declareConflict } from '../attendance/declare-conflict.ts'
import { closeDebate } from '../debate/close-debate.ts'
import { makeMotion } from '../debate/make-motion.ts'
import { addRemark } from '../record/add-remark.ts'
import type { MeetingRecord, Vote } from '../record/record.ts'
import { approveOrder } from '../voting/approve-order.ts'
import { closeVote } from '../voting/close-vote.ts'
import { noteBallots } from '../voting/note-ballots.ts'
import { openVote } from '../voting/open-vote.ts'
import { putQuestion } from '../voting/put-question.ts'
import { requestVote } from '../voting/request-vote.ts'
import { hemicycle } from './hemicycle.ts'
import { agendaDoc, attendanceDoc, extractDoc, noticeDoc, votesDoc } from './meeting-docs.ts'
import { minutesDoc } from './minutes-doc.ts'

let world: MeetingWorld
let record: MeetingRecord
const renderer = openRenderer({ own: null })
beforeAll(async () => {
  world = await meetingWorld()
  record = await held()
})
afterAll(() => Promise.all([world.close(), renderer.close()]))

/** A board of five: a vote three to two with a reservation, somebody away for conflict, and a secret item. */
const held = async (): Promise<MeetingRecord> => {
  const { deps } = world
  const body = await world.seat(nodes.labour, 5, 2)
  const who = keeper(nodes.labour)
  const next = () => deps.ids.next()
  const item = (title: string, secrecy: string | null, ...texts: string[]) => ({
    caseId: null,
    title,
    kind: 'decision' as const,
    proposal: proposing(...texts),
    secrecy,
  })
  const met = await world.meet(body, [item('Fritidsbank', null, 'anta planen', 'avsätta 2 mnkr'), item('Familjen Hemligsson', 'OSL 26:1', 'bevilja bidrag')])
  const [first, second] = met.items
  const at = { meetingId: met.id, itemId: first?.id ?? '' }
  await declareConflict(deps, who, {
    id: next(),
    meetingId: met.id,
    itemId: second?.id ?? '',
    personId: body.members[1] ?? '',
    ground: 'släkting till sökanden',
    by: 'self',
  })
  await takeUpItem(deps, who, { id: next(), ...at })
  await makeMotion(deps, who, {
    id: next(),
    ...at,
    kind: 'amend',
    personIds: [body.members[2] ?? ''],
    text: '',
    clauses: [noting('avsätta 3 mnkr', 2)],
    otherwiseApprove: true,
  })
  await closeDebate(deps, who, { id: next(), ...at })
  const motion = (await world.read(met.id)).items[0]?.motions[0]?.id ?? ''
  await approveOrder(deps, who, { id: next(), ...at, alternatives: ['proposal', motion] })
  await putQuestion(deps, who, { id: next(), ...at, found: 'proposal' })
  await requestVote(deps, who, { id: next(), ...at, personId: body.members[2] ?? '' })
  await openVote(deps, who, { id: next(), ...at, way: 'roll_call' })
  const ballots = body.members.map((personId, i) => ({ personId, choice: i < 3 ? ('yes' as const) : ('no' as const) }))
  await noteBallots(deps, who, { id: next(), ...at, ballots })
  await closeVote(deps, who, { id: next(), ...at })
  await closeItem(deps, who, { id: next(), ...at })
  const done = await addRemark(deps, who, { id: next(), ...at, kind: 'reservation', personIds: [body.members[4] ?? ''], text: 'För att pengarna inte räcker.' })
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  return world.read(met.id)
}

const telling = () => ({ record, locale: 'sv' as const })
const asText = (doc: Doc): string => JSON.stringify(doc).replaceAll('\u00a0', ' ')
const vote = (): Vote => record.items[0]?.votes[0] as Vote
const withVote = (changed: Vote): MeetingRecord => ({ ...record, items: record.items.map((i, n) => (n === 0 ? { ...i, votes: [changed] } : i)) })

describe('the minutes', () => {
  it('tell what the law demands: who served, what was moved, put, voted and decided, and who reserved', () => {
    const text = asText(minutesDoc(telling()))
    for (const words of [
      'anta planen',
      'ändringsyrkande',
      'Proposition ställs på',
      'Ja för',
      '3 ja mot 2 nej',
      'Så röstade var och en',
      'reserverar sig',
      'För att pengarna inte räcker.',
    ])
      expect(text).toContain(words)
    const table = minutesDoc(telling())
      .sections.flatMap((s) => s.blocks)
      .find((b) => b.kind === 'table')
    expect(table?.kind === 'table' && table.rows.map((r) => r.cells[2])).toEqual(['Ja', 'Ja', 'Ja', 'Nej', 'Nej', '3 ja, 2 nej'])
  })

  it('never tell how anybody voted in a closed vote, also when the ballots are in the record', () => {
    const closed = withVote({ ...vote(), secret: true })
    const text = asText(minutesDoc({ ...telling(), record: closed })) + asText(votesDoc({ ...telling(), record: closed }))
    expect(text).not.toContain('Så röstade var och en')
    expect(text).toContain('Omröstningen är sluten')
    expect(text).toContain('3 ja mot 2 nej')
  })

  it('tell a secret item that the reader may not see by its section alone', () => {
    const masked = { ...record, items: record.items.map((i) => (i.secrecy ? { ...i, title: '' } : i)) }
    for (const doc of [minutesDoc, agendaDoc, votesDoc]) {
      const text = asText(doc({ ...telling(), record: masked }))
      expect([text.includes('Hemligsson'), text.includes('bevilja bidrag'), text.includes('släkting')]).toEqual([false, false, false])
    }
    expect(asText(agendaDoc({ ...telling(), record: masked }))).toContain('Sekretessbelagt ärende (OSL 26:1)')
    expect(asText(agendaDoc(telling()))).toContain('Hemligsson')
  })

  it('are tagged PDF with the paragraphs as bookmarks, as is every other document of the meeting', async () => {
    const item = record.items[0]
    if (!item) throw new Error('no item')
    const docs = {
      minutes: minutesDoc({ ...telling(), wording: { meeting: 'Mötet hölls med publik.' }, digest: 'abc' }),
      extract: extractDoc(telling(), item),
      notice: noticeDoc({ ...telling(), record: { ...record, adjusted: record.day, announced: record.day }, keptAt: 'Registraturet' }),
      votes: votesDoc(telling()),
      agenda: agendaDoc(telling()),
      attendance: attendanceDoc({ ...telling(), locale: 'en' }),
    }
    for (const [kind, doc] of Object.entries(docs)) {
      const made = await renderer.pdf(doc)
      if (!made.ok) throw new Error(JSON.stringify(made.refusals))
      const pdf = await readPdf(made.value.bytes)
      expect([kind, pdf.ua, pdf.title]).toEqual([kind, '1', doc.title])
      if (kind === 'minutes' || kind === 'votes') expect(pdf.outline).toContain('Fritidsbank')
      if (kind === 'notice') expect(pdf.text).toContain('senast 7')
      if (kind === 'votes') expect(pdf.alts).toEqual(['Halvcirkel med en plats för var och en: 3 ja, 2 nej, 0 avstår, 0 frånvarande.'])
    }
  })
})

describe('the half circle', () => {
  it.each([[1], [5], [13], [61], [81], [101]])('has a place for each of %i seats', (seats) => {
    const yes = Math.floor(seats / 2)
    const drawn = hemicycle({ yes, no: seats - yes, abstain: 0, absent: 0 })
    expect([...drawn.matchAll(/<circle/g)]).toHaveLength(seats)
    expect(new Set([...drawn.matchAll(/cx="[^"]+" cy="[^"]+"/g)].map((m) => m[0])).size).toBe(seats)
  })
})
