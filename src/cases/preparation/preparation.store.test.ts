import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstration } from '../../../test/demonstration.ts'
import { loadWho } from '../../access/who.ts'
import { idOf } from '../../demo/ids.ts'
import { clockAt } from '../../kernel/clock.ts'
import { day } from '../../kernel/day.ts'
import { timeOrderedIds } from '../../kernel/identity.ts'
import type { Who } from '../../kernel/who.ts'
import { passOn, sendBack } from './pass-on.ts'
import { planPreparation } from './plan-preparation.ts'
import { loadReferrals, loadSteps } from './preparation-store.ts'
import { answerReferral, refer } from './refer.ts'

let town: Awaited<ReturnType<typeof demonstration>>
let secretary: Who
let stranger: Who
const today = day('2022-05-17')
beforeAll(async () => {
  town = await demonstration()
  secretary = await loadWho(town.store, undefined, idOf('person', 'ellen-sandqvist'), today)
  stranger = await loadWho(town.store, undefined, idOf('person', 'kajsa-lindhult'), today)
})
afterAll(() => town.drop())

const deps = () => ({ store: town.store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) })
const [caseId, node] = [idOf('thing', 'c-minoriteter'), (key: string) => idOf('node', key)]
const codes = async (done: Promise<{ ok: boolean; refusals?: readonly { code: string }[] }>) =>
  ((await done).ok ? [] : ((await done).refusals ?? [])).map((r) => r.code)
const states = async () => (await loadSteps(town.store, caseId)).map((s) => `${s.kind} ${s.state}`)
const openStep = async () => (await loadSteps(town.store, caseId)).find((s) => s.state === 'open')?.id ?? ''
const owed = async () => {
  const { rows } = await town.pool.query(`select kind, node_id from deadline where thing_id = $1 and done_on is null order by due`, [caseId])
  return rows.map((row) => row.node_id)
}

describe('the chain', () => {
  test('is planned by those who keep the case, and its first step is owed', async () => {
    const steps = [
      { kind: 'draft' as const, nodeId: node('alf-adm'), due: day('2022-05-30') },
      { kind: 'review' as const, nodeId: node('alf'), due: day('2022-06-07') },
      { kind: 'decide' as const, nodeId: node('aln'), due: day('2022-06-21') },
    ]
    expect(await codes(planPreparation(deps(), stranger, { caseId, steps, exempt: '' }))).toEqual(['access.post'])
    expect(await codes(planPreparation(deps(), secretary, { caseId, steps: [...steps, { ...steps[2]!, nodeId: node('kf') }], exempt: '' }))).toEqual([
      'preparation.unheard',
    ])
    expect(await codes(planPreparation(deps(), secretary, { caseId, steps, exempt: '' }))).toEqual([])
    expect(await states()).toEqual(['draft open', 'review waiting', 'decide waiting'])
    expect(await owed()).toEqual([node('alf-adm')])
  })

  test('is passed on once, though two do it at the same time', async () => {
    const stepId = await openStep()
    const done = await Promise.all([1, 2].map(() => codes(passOn(deps(), secretary, { caseId, stepId, note: '' }))))
    expect(done.toSorted()).toEqual([[], ['preparation.moved']])
    expect(await states()).toEqual(['draft done', 'review open', 'decide waiting'])
    expect(await owed()).toEqual([node('alf')])
  })

  test('is sent back with a reason, and nothing of what was done is lost', async () => {
    expect(await codes(sendBack(deps(), secretary, { caseId, stepId: await openStep(), note: '' }))).toEqual(['preparation.reason'])
    expect(await codes(sendBack(deps(), secretary, { caseId, stepId: await openStep(), note: 'Målen saknar mått.' }))).toEqual([])
    expect(await states()).toEqual(['draft done', 'review returned', 'draft open', 'review waiting', 'decide waiting'])
    await passOn(deps(), secretary, { caseId, stepId: await openStep(), note: '' })
    expect(await states()).toEqual(['draft done', 'review returned', 'draft done', 'review open', 'decide waiting'])
  })
})

describe('an opinion', () => {
  const asked = { caseId, nodeIds: [node('fofn'), node('kun')], asks: 'Hur tar ni emot anmälningar på finska?', due: day('2022-06-10') }
  test('is asked of each once, and answered by the one who was asked', async () => {
    expect(await codes(refer(deps(), secretary, asked))).toEqual([])
    expect(await codes(refer(deps(), secretary, asked))).toEqual([])
    const referrals = await loadReferrals(town.store, caseId)
    expect(referrals.map((r) => r.nodeId).toSorted()).toEqual([...asked.nodeIds].toSorted())
    const own = referrals.find((r) => r.nodeId === node('fofn'))?.id ?? ''
    const other = referrals.find((r) => r.nodeId === node('kun'))?.id ?? ''
    expect(await codes(answerReferral(deps(), stranger, { referralId: other, documentId: null, answer: 'Vi svarar åt dem.' }))).toEqual(['access.post'])
    expect(await codes(answerReferral(deps(), stranger, { referralId: own, documentId: null, answer: ' ' }))).toEqual(['referral.answer'])
    expect(await codes(answerReferral(deps(), stranger, { referralId: own, documentId: null, answer: 'Genom receptionen.' }))).toEqual([])
    expect(await codes(answerReferral(deps(), stranger, { referralId: own, documentId: null, answer: 'En gång till.' }))).toEqual(['referral.answered'])
    expect(await owed()).toContain(node('kun'))
    expect(await owed()).not.toContain(node('fofn'))
  })

  test('of a secret case is not asked of another board (OSL 8:1)', async () => {
    const secret = { ...asked, caseId: idOf('thing', 'c-individ') }
    expect(await codes(refer(deps(), secretary, secret))).toEqual(['referral.secret'])
  })
})
