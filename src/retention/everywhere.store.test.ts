import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decisionTown, nodes, type Town, who } from '../../test/decision-town.ts'
import { roomFor } from '../../test/room.ts'
import { whereIs } from '../../test/where-is.ts'
import { addDocument } from '../cases/add-document.ts'
import { attachFile } from '../cases/attach-file.ts'
import { closeCase } from '../cases/close-case.ts'
import { openCase } from '../cases/open-case.ts'
import { planPreparation } from '../cases/preparation/plan-preparation.ts'
import { answerReferral, refer } from '../cases/preparation/refer.ts'
import { transact } from '../database/transact.ts'
import { verifyHistory } from '../database/verify.ts'
import { registerDecision } from '../decisions/register-decision.ts'
import type { CheckedFile } from '../files/attachment.ts'
import { day } from '../kernel/day.ts'
import { agendaNow } from '../meetings/before/send-agenda.ts'
import { loadRecord } from '../meetings/record/record-store.ts'
import { summonsDigest } from '../meetings/summons/paper.ts'
import { keepPapers, papersNow } from '../meetings/summons/paper-store.ts'
import { noteFile } from './note-file.ts'
import { retentionRoutes } from './routes.tsx'

const word = 'zyxbergsson'
const bySystem = { bySystem: true } as const
const given = <T>(done: { ok: true; value: T } | { ok: false; refusals: readonly unknown[] }): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  return done.value
}
const file = (content: string, name: string): CheckedFile => {
  const bytes = Buffer.from(content)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const read = (at: number, length: number) => Promise.resolve(bytes.subarray(at, at + length))
  return { name, kind: 'text', charset: 'utf-8', content: { field: 'files', name, size: bytes.length, sha256, cut: false, read } }
}

let town: Town
let owner: pg.Client
beforeAll(async () => {
  town = await decisionTown()
  owner = new pg.Client({ connectionString: town.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await town.close()
})

const closed = '2020-03-01'
const newCase = async (number: string, secrecy: string | null): Promise<string> => {
  const input = { number, nodeId: nodes.labour, title: `Bistånd åt ${secrecy ? word : 'annan'}`, opened: day(closed), secrecy }
  return given(await openCase(town.on(day(closed)), who.system, { ...input, party: { name: 'N', role: 'applicant' } }, bySystem)).id
}

/** The case on the agenda of a meeting that has been: dealt with, and so fixed for everybody but a clause that destroys. */
const onAgenda = async (caseId: string): Promise<{ readonly meetingId: string; readonly itemId: string }> => {
  const [meetingId, itemId] = [town.deps.ids.next(), town.deps.ids.next()]
  const proposal = {
    from: word,
    text: `${word} söker.`,
    receivers: [],
    clauses: [{ no: 1, kind: 'note', text: `bevilja ${word} stöd`, data: { who: word } }],
  }
  await owner.query(`set genomslag.actor = 'system:test'`)
  await owner.query(
    `insert into meeting (id, body_id, day, starts, place, form, public, seats, state, opened_at) values ($1, $2, $3, '09:00', 'Stadshuset', 'physical', true, 11, 'open', now())`,
    [meetingId, nodes.labour, closed],
  )
  await owner.query(
    `insert into agenda_item (id, meeting_id, ord, paragraph, case_id, title, kind, exempt, proposal, listed) values ($1, $2, 1, '1', $3, $4, 'decision', $7, $5, $6)`,
    [
      itemId,
      meetingId,
      caseId,
      `Bistånd åt ${word}`,
      JSON.stringify(proposal),
      JSON.stringify([{ text: word, from: 'N', day: null, number: null }]),
      `Avsägelse av ${word}`,
    ],
  )
  await owner.query(`update agenda_item set state = 'closed' where id = $1`, [itemId])
  await owner.query('reset genomslag.actor')
  // What was sent of it, before anybody thought of destroying it.
  await transact(town.on(day(closed)), { actor: 'system:test', act: 'send agenda' }, async (tx) => {
    const items = await agendaNow(tx, meetingId)
    const papers = await papersNow(tx, items)
    const version = { id: town.deps.ids.next(), meeting_id: meetingId, no: 1, items: JSON.stringify(items), made_on: closed, made_by: null, why: null }
    await tx
      .insertInto('agenda_version')
      .values({ ...version, digest: summonsDigest(items, papers) })
      .execute()
    await keepPapers(tx, version.id, papers)
  })
  return { meetingId, itemId }
}

const destroy = (of: string) =>
  registerDecision(town.on(day('2026-05-17')), who.secretary, {
    bodyId: nodes.labour,
    day: day('2026-05-17'),
    paragraph: '3',
    title: 'Gallring av personakter',
    text: '',
    caseId: null,
    adjusted: null,
    announced: null,
    delegation: null,
    clauses: [{ kind: 'destroy', text: 'gallra akten', data: { of } }],
    dispatch: [],
  })

it('goes with its files, referrals, preparation and agenda items, and what others share stays', async () => {
  const deps = town.on(day(closed))
  const [gone, other] = [await newCase('L 2020-7', 'OSL 26:1'), await newCase('L 2020-8', null)]
  const document = given(
    await addDocument(
      deps,
      who.system,
      { caseId: gone, kind: 'statement', title: `Yttrande om ${word}`, day: day(closed), parts: { body: word }, authorId: null },
      bySystem,
    ),
  ) as { id: string }
  const shared = file('Blankett.', 'blankett.txt')
  for (const [caseId, thingId, files] of [
    [gone, gone, [file(`Läkarintyg för ${word}.`, `${word}.txt`), shared]],
    [gone, document.id, [file(`Bilaga om ${word}.`, 'bilaga.txt')]],
    [other, other, [shared]],
  ] as const)
    given(await attachFile(deps, who.system, { caseId, thingId, files }, bySystem))
  given(
    await planPreparation(
      deps,
      who.system,
      {
        caseId: gone,
        exempt: '',
        steps: [
          { kind: 'draft', nodeId: nodes.department, due: null },
          { kind: 'decide', nodeId: nodes.labour, due: null },
        ],
      },
      bySystem,
    ),
  )
  given(await refer(deps, who.system, { caseId: gone, nodeIds: [nodes.department], asks: `Vad vet ni om ${word}?`, due: day('2020-04-01') }, bySystem))
  const { id: referralId } = await deps.store.selectFrom('referral').select('id').executeTakeFirstOrThrow()
  given(await answerReferral(deps, who.system, { referralId, documentId: document.id, answer: `${word} är känd.` }, bySystem))
  await owner.query(`set genomslag.actor = 'system:test'`)
  await owner.query(`update preparation_step set note = $2 where case_id = $1 and no = 1`, [gone, `${word} väntar.`])
  await owner.query('reset genomslag.actor')
  const { meetingId, itemId } = await onAgenda(gone)
  given(await closeCase(deps, who.system, { caseId: gone, reason: 'Klart.' }, bySystem))
  given(await noteFile(deps, who.system, { caseId: gone, concerns: 'assistance', born: day('1980-03-04'), inCompilation: false }, bySystem))
  for (const held of ['agenda_item', 'attachment', 'document', 'agenda_paper', 'agenda_version', 'file_chunk', 'preparation_step', 'referral', 'thing'])
    expect(await whereIs(owner, word), held).toContain(`public.${held}`)
  await expect(owner.query(`update agenda_item set title = 'x' where id = $1`, [itemId])).rejects.toThrow('dealt with')

  given(await destroy(gone))

  expect(await whereIs(owner, word)).toEqual([])
  expect((await verifyHistory(owner)).breaks).toEqual([])
  const { rows } = await owner.query(`select name from attachment join stored_file using (sha256) where thing_id = $1`, [other])
  expect(rows).toEqual([{ name: 'blankett.txt' }])
  expect((await owner.query(`select from stored_file`)).rowCount).toBe(1)
  const record = await loadRecord(town.deps.store, meetingId)
  expect(record?.items.map((item) => [item.title, item.proposal.clauses.map((c) => [c.no, c.kind, c.text])])).toEqual([['–', [[1, 'note', '–']]]])
  expect((await roomFor(retentionRoutes, town.deps, who.secretary).get(`/cases/${gone}`)).status).toBe(410)
  await expect(owner.query(`update agenda_item set title = 'x' where id = $1`, [itemId])).rejects.toThrow('dealt with')
})
