import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keeper, type MeetingWorld, meetingWorld, memberOf, nodes, proposing } from '../../../test/meeting-world.ts'
import type { Deps } from '../../database/transact.ts'
import { clockAt } from '../../kernel/clock.ts'
import { addDays } from '../../kernel/day.ts'
import type { Verdict } from '../../kernel/refusal.ts'
import { anybody } from '../../kernel/who.ts'
import { closeItem } from '../agenda/close-item.ts'
import { closeMeeting } from '../agenda/close-meeting.ts'
import { takeUpItem } from '../agenda/open-item.ts'
import { nameAdjuster } from '../attendance/name-adjuster.ts'
import { minutesDoc } from '../documents/minutes-doc.ts'
import { lateCorrections } from '../documents/corrections.ts'
import { correctWording } from '../record/correct-wording.ts'
import { announceAdjustment, takeDown } from './announce.ts'
import { editWording } from './edit-wording.ts'
import { type Compose, freezeMinutes, reopenMinutes } from './freeze-minutes.ts'
import { announceItem, type ComposeItem, freezeItem, signItem, takeBackItem } from './item-minutes.ts'
import { loadMinutes } from './minutes-store.ts'
import { listNotices } from './notice-store.ts'
import { signMinutes } from './sign-minutes.ts'

let world: MeetingWorld
beforeAll(async () => {
  world = await meetingWorld()
})
afterAll(() => world.close())

const next = () => world.deps.ids.next()
const codes = (done: Verdict<unknown>): readonly string[] => (done.ok ? [] : done.refusals.map((r) => `${r.code}${r.law ? ` ${r.law}` : ''}`))
const compose: Compose = (record, wording) => minutesDoc({ record, wording, locale: 'sv' })
/** What a search for the word finds of minutes: where it leads, whose secret it is, and whether it shows words of the machine's. */
const found = async (word: string) =>
  (
    await sql<{ path: string; number: string; secret_of: string[]; body: string }>`
      select path, number, secret_of, body from search_item where kind = 'minutes' and words @@ search_query(${word}, 'word')`.execute(world.deps.store)
  ).rows

/** A meeting that has decided one matter and is over, with two adjusters chosen beside a substitute. */
const held = async (at: string, secrecy: string | null = null) => {
  const { deps } = world
  const who = keeper(at)
  const body = await world.seat(at, 5, 2)
  const { id: meetingId, items } = await world.meet(body, [
    { caseId: null, title: 'Fritidsbank', kind: 'decision', secrecy, proposal: proposing('anta planen') },
  ])
  const itemId = items[0]?.id ?? ''
  const [chair = '', first = '', second = '', third = ''] = body.members
  await nameAdjuster(deps, who, { id: next(), meetingId, personId: first, place: 'regular' })
  await nameAdjuster(deps, who, { id: next(), meetingId, personId: second, place: 'substitute' })
  await takeUpItem(deps, who, { id: next(), meetingId, itemId })
  await closeItem(deps, who, { id: next(), meetingId, itemId, carry: true })
  const minutes = () => loadMinutes(deps.store, meetingId)
  const sign = async (personId: string, digest?: string, on: Deps = deps) =>
    signMinutes(on, memberOf(at, personId), { meetingId, personId, digest: digest ?? (await minutes()).digest ?? '' })
  return { who, meetingId, itemId, chair, first, second, third, minutes, sign }
}

describe('minutes', () => {
  test('are written when the meeting is over, worded by the secretary, frozen whole, signed to the very text, and adjusted by the last signature', async () => {
    const { deps } = world
    const { who, meetingId, itemId, chair, first, third, minutes, sign } = await held(nodes.labour)
    const seen = async () => (await minutes()).version
    expect(codes(await editWording(deps, who, { meetingId, seen: 0, wording: {} }))).toEqual(['minutes.meeting_open'])
    await closeMeeting(deps, who, { id: next(), meetingId })
    expect(codes(await editWording(deps, anybody, { meetingId, seen: 0, wording: { [itemId]: 'x' } }))).toEqual(['access.post'])
    expect(codes(await editWording(deps, who, { meetingId, seen: 0, wording: { [itemId]: 'Nämnden diskuterar planen.' } }))).toEqual([])
    expect(codes(await editWording(deps, who, { meetingId, seen: 0, wording: { [itemId]: 'Någon annan skrev.' } }))).toEqual(['minutes.conflict'])
    expect(codes(await editWording(deps, who, { meetingId, seen: await seen(), wording: { nowhere: 'x' } }))).toEqual(['minutes.item'])
    expect(codes(await sign(first))).toEqual(['minutes.not_frozen'])
    expect(codes(await freezeMinutes(deps, who, { meetingId, seen: await seen() }, compose))).toEqual([])
    const { digest } = await minutes()
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(codes(await editWording(deps, who, { meetingId, seen: await seen(), wording: { [itemId]: 'Senare' } }))).toEqual(['minutes.frozen'])
    await expect(sql`update minutes set text = '{"other": 1}', version = version + 1 where meeting_id = ${meetingId}`.execute(deps.store)).rejects.toThrow()
    const clauseId = (await world.read(meetingId)).items[0]?.decision?.clauses[0]?.id ?? ''
    const word = (obvious: boolean) =>
      correctWording(deps, who, { id: next(), meetingId, clauseId, text: 'anta planen för 2023', why: 'Året föll bort', obvious })
    expect(codes(await word(true))).toEqual(['correction.frozen'])
    expect(codes(await sign(third))).toEqual(['minutes.signer KL 5:69'])
    expect(codes(await sign(first, '0'.repeat(64)))).toEqual(['minutes.other_text'])
    expect(await sign(first)).toMatchObject({ ok: true, value: { adjusted: false } })
    expect(codes(await reopenMinutes(deps, who, { meetingId, seen: await seen(), why: '' }))).toEqual(['minutes.why'])
    expect(codes(await reopenMinutes(deps, who, { meetingId, seen: await seen(), why: 'Fel datum i § 1' }))).toEqual([])
    await editWording(deps, who, { meetingId, seen: await seen(), wording: { [itemId]: 'Nämnden diskuterar planen för 2023.' } })
    await freezeMinutes(deps, who, { meetingId, seen: await seen() }, compose)
    expect((await minutes()).digest).not.toBe(digest)
    expect(await minutes()).toMatchObject({ signatures: [], outdated: [{ personId: first, digest }] })
    expect(codes(await sign(first, digest ?? ''))).toEqual(['minutes.other_text'])
    expect(await sign(first)).toMatchObject({ ok: true, value: { adjusted: false } })
    expect(await found('planerna')).toEqual([])
    expect(await sign(chair)).toMatchObject({ ok: true, value: { adjusted: true } })
    const paragraphs = await found('planerna')
    expect(paragraphs).toMatchObject([{ path: `/meetings/${meetingId}/minutes#item-1`, number: expect.stringMatching(/ 2022-05-17 § 1$/), secret_of: [] }])
    expect(paragraphs[0]?.body).toMatch(/Nämnden diskuterar planen för 2023\./)
    expect(paragraphs[0]?.body).not.toMatch(/paragraph|heading/)
    const record = await world.read(meetingId)
    expect(record).toMatchObject({ state: 'adjusted', adjusted: deps.clock.today() })
    expect(record.items[0]?.decision?.adjusted).toBe(deps.clock.today())
    expect(codes(await sign(chair))).toEqual(['minutes.not_frozen'])
    // What is adjusted stands; a plain error is corrected beside it.
    const signed = await minutes()
    expect(codes(await word(false))).toEqual(['correction.obvious FL 36'])
    expect(codes(await word(true))).toEqual([])
    const after = await world.read(meetingId)
    expect(after.items[0]?.decision?.clauses[0]?.text).toBe('anta planen för 2023')
    expect((await minutes()).digest).toBe(signed.digest)
    const [late] = lateCorrections({ record: after, locale: 'sv' })
    expect(JSON.stringify(late)).toMatch(/”anta planen” rättas till ”anta planen för 2023”.*Året föll bort/)
  })

  test('are signed by a substitute in the place of an adjuster who has not', async () => {
    const { deps } = world
    const { who, meetingId, chair, second, minutes, sign } = await held(nodes.culture, 'OSL 26:1')
    await closeMeeting(deps, who, { id: next(), meetingId })
    await freezeMinutes(deps, who, { meetingId, seen: (await minutes()).version }, compose)
    expect(await sign(chair)).toMatchObject({ ok: true, value: { adjusted: false } })
    expect(await sign(second)).toMatchObject({ ok: true, value: { adjusted: true } })
    const secret = (await found('fritidsbanken')).filter((row) => row.path.includes(meetingId))
    expect(secret.map((row) => row.secret_of)).toEqual([[nodes.culture]])
  })
})

describe('a paragraph that is adjusted at once', () => {
  test('has its text frozen while the meeting goes on, its own signatures, its own notice and time to appeal; the minutes tell of it', async () => {
    const { deps } = world
    const { who, meetingId, itemId, chair, first, third, minutes, sign } = await held(nodes.council)
    const on = { meetingId, itemId }
    const text: ComposeItem = (_, item) => ({ title: item.title, decided: item.decision?.clauses.map((c) => c.text) })
    const immediate = async () => (await world.read(meetingId)).items[0]?.immediate
    const signAs = async (personId: string) =>
      signItem(deps, memberOf(nodes.council, personId), { ...on, personId, digest: (await immediate())?.digest ?? '0' })
    expect(codes(await signAs(chair))).toEqual(['paragraph.not_frozen'])
    expect(codes(await freezeItem(deps, anybody, on, text))).toEqual(['access.post'])
    expect(codes(await freezeItem(deps, who, on, text))).toEqual([])
    expect(codes(await freezeItem(deps, who, on, text))).toEqual(['paragraph.frozen'])
    expect(codes(await takeBackItem(deps, who, { ...on, why: 'Fel datum' }))).toEqual([])
    expect(codes(await freezeItem(deps, who, on, text))).toEqual([])
    expect(codes(await signAs(third))).toEqual(['minutes.signer KL 5:69'])
    expect(codes(await announceItem(deps, who, { ...on, keptAt: 'Rådhuset' }))).toEqual(['announce.not_adjusted KL 8:12'])
    expect(await signAs(chair)).toMatchObject({ ok: true, value: { adjusted: false } })
    expect(await signAs(first)).toMatchObject({ ok: true, value: { adjusted: true } })
    await expect(sql`update item_minutes set text = '{"x": 1}' where item_id = ${itemId}`.execute(deps.store)).rejects.toThrow()
    expect(codes(await takeBackItem(deps, who, { ...on, why: 'Ändrat mig' }))).toEqual(['paragraph.not_frozen'])
    expect(codes(await announceItem(deps, who, { ...on, keptAt: 'Rådhuset' }))).toEqual([])
    expect(codes(await announceItem(deps, who, { ...on, keptAt: 'Rådhuset' }))).toEqual(['announce.already'])
    const today = deps.clock.today()
    expect(await world.read(meetingId)).toMatchObject({ state: 'open', adjusted: null, items: [{ decision: { adjusted: today, announced: today } }] })
    // The rest follows in its own time, on the same board.
    const later = { ...deps, clock: clockAt(addDays(today, 5)) }
    await closeMeeting(deps, who, { id: next(), meetingId })
    await freezeMinutes(later, who, { meetingId, seen: (await minutes()).version }, (record, wording) => minutesDoc({ record, wording, locale: 'sv' }))
    expect(JSON.stringify((await minutes()).text)).toMatch(/Paragrafen justerades omedelbart/)
    await sign(chair, undefined, later)
    await sign(first, undefined, later)
    expect(codes(await announceAdjustment(later, who, { meetingId, keptAt: 'Rådhuset' }))).toEqual([])
    expect((await world.read(meetingId)).items[0]?.decision).toMatchObject({ adjusted: today, announced: today })
    const notices = (await listNotices(deps.store, { up: true, nodeId: nodes.council }, null)).rows.filter((n) => n.meetingId === meetingId)
    expect(notices.map((n) => n.posted)).toEqual([addDays(today, 5), today])
  })
})

describe('the announcement', () => {
  test('follows the adjustment, starts the time to appeal, and stays up until that has ended', async () => {
    const { deps } = world
    const { who, meetingId, chair, first, minutes, sign } = await held(nodes.executive)
    await closeMeeting(deps, who, { id: next(), meetingId })
    expect(codes(await announceAdjustment(deps, who, { meetingId, keptAt: 'Rådhuset' }))).toEqual(['announce.not_adjusted KL 8:12'])
    await freezeMinutes(deps, who, { meetingId, seen: (await minutes()).version }, compose)
    await sign(chair)
    await sign(first)
    expect(codes(await announceAdjustment(deps, who, { meetingId, keptAt: ' ' }))).toEqual(['announce.kept_at KL 8:12'])
    expect(codes(await announceAdjustment(deps, who, { meetingId, keptAt: 'Rådhuset, plan 3' }))).toEqual([])
    expect(codes(await announceAdjustment(deps, who, { meetingId, keptAt: 'Rådhuset, plan 3' }))).toEqual(['announce.already'])
    const record = await world.read(meetingId)
    expect(record.items[0]?.decision?.announced).toBe(deps.clock.today())
    const notice = (await listNotices(deps.store, { up: true, nodeId: nodes.executive }, null)).rows.find((n) => n.meetingId === meetingId)
    if (!notice) throw new Error('no notice')
    const on = (days: number): Deps => ({ ...deps, clock: clockAt(addDays(notice.until, days)) })
    expect(codes(await takeDown(on(-1), who, notice.id))).toEqual(['notice.early KL 8:12'])
    await expect(sql`update board_notice set removed = ${addDays(notice.until, -1)} where id = ${notice.id}`.execute(deps.store)).rejects.toThrow()
    expect(codes(await takeDown(on(0), anybody, notice.id))).toEqual(['access.post'])
    expect(codes(await takeDown(on(0), who, notice.id))).toEqual([])
    expect(codes(await takeDown(on(1), who, notice.id))).toEqual(['notice.gone'])
    expect((await listNotices(deps.store, { up: false, nodeId: nodes.executive }, null)).rows.map((n) => n.id)).toEqual([notice.id])
  })
})
