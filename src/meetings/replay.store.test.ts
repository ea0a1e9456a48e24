import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstration } from '../../test/demonstration.ts'
import { roomFor } from '../../test/room.ts'
import { suggestReceivers } from '../decisions/dispatch.ts'
import { idOf } from '../demo/ids.ts'
import { votesDoc } from './documents/meeting-docs.ts'
import { clockAt } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { anybody } from '../kernel/who.ts'
import { loadRecord } from './record/record-store.ts'
import { meetingRoutes } from './routes.tsx'

let municipality: Awaited<ReturnType<typeof demonstration>>
beforeAll(async () => {
  municipality = await demonstration()
})
afterAll(() => municipality.drop())
const read = async (key: string) => {
  const record = await loadRecord(municipality.store, idOf('meeting', key))
  if (!record) throw new Error(`${key} is not loaded`)
  return record
}

describe('meetings as they were', () => {
  test('the council of 22 April 2021: 55–19 with 7 abstaining, four reservations, twelve clauses to their receivers', async () => {
    const { items } = await read('gbg-kf-m-2021-04-22')
    const [item] = items
    expect(item?.votes.map((v) => v.result)).toMatchObject([{ yes: 55, no: 19, abstain: 7, absent: 0, outcome: 'yes', settledBy: 'majority' }])
    expect(item?.orders[0]?.alternatives).toHaveLength(3)
    expect(item?.reservations.flatMap((r) => r.parties)).toEqual(['V', 'SD', 'MP', 'FI'])
    expect(item?.decision?.clauses).toHaveLength(12)
    expect(item?.decision?.receivers.length).toBeGreaterThanOrEqual(10)
    expect(item?.decision?.adjusted).toBe('2021-05-05')
    // Centrum got no amount of its own, but may call off from the pot: so it follows from the clauses that it gets the extract.
    const money = await municipality.store
      .selectFrom('clause')
      .select(['kind', 'data'])
      .where('decision_id', '=', item?.decision?.id ?? '')
      .where('kind', 'in', ['set_aside', 'set_budget_frame'])
      .execute()
    const told = suggestReceivers(
      money.map((c) => ({ kind: c.kind as 'set_aside', data: c.data, owner: null })),
      idOf('node', 'gbg-kf'),
    )
    for (const key of ['gbg-sn-centrum', 'gbg-grn', 'gbg-un']) expect(told.map((r) => r.nodeId)).toContain(idOf('node', key))
  })

  test('how many days the minutes took to adjust stands beside each meeting held', async () => {
    const deaf = { subscribe: () => () => {}, mark: () => '' }
    const ids = timeOrderedIds(() => new Date())
    const deps = { store: municipality.store, clock: clockAt(day('2022-05-20')), ids }
    const listed = (await roomFor((app, d) => meetingRoutes(app, d, deaf), deps, anybody).get('/meetings')).text.replaceAll('\u00a0', ' ')
    expect(listed).toContain('19 april 2022, efter 13 dagar')
    expect(listed).toContain('senast ')
    expect(listed).not.toContain('skulle senast')
    const later = { ...deps, clock: clockAt(day('2023-01-10')) }
    const overdue = (await roomFor((app, d) => meetingRoutes(app, d, deaf), later, anybody).get('/meetings')).text.replaceAll('\u00a0', ' ')
    expect(overdue).toContain('inte än, skulle senast ')
  })

  test('the executive board of 6 April 2022: approved by acclamation, two divisions 10–3, a note and a statement, a substitute in turn', async () => {
    const record = await read('gbg-ks-m-2022-04-06')
    // Whose documents they are does not depend on where the reader is at home.
    expect(votesDoc({ record, locale: 'sv' }).municipality).toBe('Göteborgs Stad')
    const [item] = record.items
    expect(item?.questions[0]).toMatchObject({ stage: 'main', found: 'proposal', voteRequested: false })
    expect(item?.votes.map((v) => [v.yes, v.result?.yes, v.result?.no])).toEqual([
      ['reject', 10, 3],
      ['reject', 10, 3],
    ])
    // The note of one who had no vote: that she would have rejected both additions. Three to ten stand as they were.
    expect(item?.wouldHaveVoted.map((w) => [w.personId, w.alternative])).toEqual([
      [idOf('person', 'eva-hedlund'), 'reject'],
      [idOf('person', 'eva-hedlund'), 'reject'],
    ])
    expect([item?.statements[0]?.parties, item?.statements[0]?.dated, item?.reservations.length]).toEqual([['S'], '2022-04-06', 0])
    expect(record.serving).toMatchObject([{ personId: idOf('person', 'birgitta-nylander'), forId: idOf('person', 'olof-hamrin') }])
  })

  test('the board of 25 January 2022: wholly digital and closed by the chair’s urgent decision, eight cases, eight notified matters', async () => {
    const record = await read('aln-m-2022-01-25')
    expect([record.form, record.public, record.closedBy?.id]).toEqual(['digital', false, idOf('thing', 'aln-ordforande-2022-01-11')])
    expect(record.items.map((i) => i.outcome?.outcome)).toEqual(Array.from({ length: 8 }, () => 'decided'))
    expect(record.items.map((i) => i.listed.length)).toEqual([0, 0, 0, 0, 0, 0, 8, 2])
    // The chair's decision is reported with why the board could not be awaited (KL 6:39).
    expect(record.items[7]?.listed.map((l) => l.because?.slice(0, 21))).toEqual([undefined, 'Från den 12 januari s'])
    expect(record.presence.every((p) => p.mode === 'remote')).toBe(true)
  })
})
