import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisionTown, nodes, posts, type Town, who } from '../../test/decision-town.ts'
import { closeCase } from '../cases/close-case.ts'
import { openCase } from '../cases/open-case.ts'
import { transact } from '../database/transact.ts'
import { day } from '../kernel/day.ts'
import type { Verdict } from '../kernel/refusal.ts'
import { actOnEntry } from '../registers/act-on-entry.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { definitions } from '../registers/definitions/index.ts'
import type { DecisionInput } from './decision.ts'
import { isLate, suggestReceivers } from './dispatch.ts'
import { listDispatch, loadDispatches } from './dispatch-store.ts'
import { fileDispatch } from './file-dispatch.ts'
import { receiveDispatch, takeUpDispatch } from './receive-dispatch.ts'
import { registerDecision } from './register-decision.ts'
import { readCursor } from '../kernel/cursor.ts'

let town: Town
beforeAll(async () => {
  town = await decisionTown()
})
afterAll(() => town.close())

const codes = (v: Verdict<unknown>) => (v.ok ? [] : v.refusals.map((r) => r.code))
let paragraphs = 0

/** A decision of the council sent to the labour board; the id of the dispatch. */
const sent = async (demandsAction: boolean, more: Partial<DecisionInput> = {}): Promise<{ readonly decisionId: string; readonly dispatchId: string }> => {
  const dispatchId = town.deps.ids.next()
  const made = await registerDecision(
    town.deps,
    who.system,
    {
      bodyId: nodes.council,
      day: day('2022-04-20'),
      paragraph: String(++paragraphs),
      title: 'Ett beslut',
      text: '',
      caseId: null,
      adjusted: null,
      announced: null,
      delegation: null,
      clauses: [{ kind: 'note', text: 'anteckna', data: {} }],
      dispatch: [{ id: dispatchId, receiverId: nodes.labour, demandsAction, what: demandsAction ? 'svara' : null }],
      ...more,
    },
    { bySystem: true },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return { decisionId: made.value.id, dispatchId }
}

const receive = (dispatchSent: string, demandsAction: boolean) =>
  sent(demandsAction, { dispatch: [{ receiverId: nodes.executive, demandsAction, what: demandsAction ? 'x' : null, sent: day(dispatchSent) }] })

describe('a dispatch', () => {
  it('for information: received, then filed; the sender sees both', async () => {
    const { decisionId, dispatchId } = await sent(false)
    expect(codes(await fileDispatch(town.deps, who.secretary, { dispatchId }))).toEqual(['dispatch.not_received'])
    expect(codes(await receiveDispatch(town.deps, who.culture, { dispatchId, handling: { as: 'note' } }))).toEqual(['access.post'])
    expect(codes(await receiveDispatch(town.deps, who.secretary, { dispatchId, handling: { as: 'note' } }))).toEqual([])
    expect(codes(await receiveDispatch(town.deps, who.secretary, { dispatchId, handling: { as: 'note' } }))).toEqual(['dispatch.received'])
    expect(codes(await fileDispatch(town.deps, who.secretary, { dispatchId }))).toEqual([])
    expect(codes(await fileDispatch(town.deps, who.secretary, { dispatchId }))).toEqual(['dispatch.filed'])
    expect(await loadDispatches(town.deps.store, decisionId)).toMatchObject([{ received: '2022-05-17', receivedBy: 'Sekreterare', filed: '2022-05-17' }])
  })

  it('that demands action is not filed until a case is opened for it, which the thread then shows', async () => {
    const { decisionId, dispatchId } = await sent(true)
    await receiveDispatch(town.deps, who.secretary, { dispatchId, handling: { as: 'note' } })
    const refused = await fileDispatch(town.deps, who.secretary, { dispatchId })
    expect(codes(refused)).toEqual(['dispatch.demands_action'])
    const taken = await takeUpDispatch(town.deps, who.secretary, { dispatchId, handling: { as: 'open', title: 'Svar till fullmäktige' } })
    if (!taken.ok || !taken.value.caseId) throw new Error('not taken up')
    const opened = await town.deps.store.selectFrom('thing').select(['number', 'node_id']).where('id', '=', taken.value.caseId).executeTakeFirstOrThrow()
    expect(opened).toMatchObject({ node_id: nodes.labour })
    expect(opened.number).toMatch(/^ALN 2022-0000\d$/)
    const link = await town.deps.store
      .selectFrom('link')
      .select('kind')
      .where('from_id', '=', decisionId)
      .where('to_id', '=', taken.value.caseId)
      .executeTakeFirst()
    expect(link?.kind).toBe('gives_rise_to')
    expect(codes(await fileDispatch(town.deps, who.secretary, { dispatchId }))).toEqual([])
  })

  it('is linked to a case of the receiver only', async () => {
    const { dispatchId } = await sent(true)
    const other = await openCase(
      town.deps,
      who.system,
      { nodeId: nodes.culture, title: 'Annat', opened: day('2022-05-02'), party: { name: 'KF', role: 'author' }, secrecy: null },
      { bySystem: true },
    )
    if (!other.ok) throw new Error('no case')
    expect(codes(await receiveDispatch(town.deps, who.secretary, { dispatchId, handling: { as: 'link', caseId: other.value.id } }))).toEqual(['dispatch.case'])
  })

  it('counts the assignment that the receiver accepted as the action demanded', async () => {
    const entryId = town.deps.ids.next()
    const { dispatchId } = await sent(true, {
      clauses: [
        {
          kind: 'give_assignment',
          text: 'ge',
          creates: entryId,
          data: { title: 'T', purpose: 'P', deliverable: 'D', finalReport: day('2022-12-31'), recipient: nodes.labour, origin: 'budget', kind: 'other' },
        },
      ],
    })
    await receiveDispatch(town.deps, who.secretary, { dispatchId, handling: { as: 'note' } })
    expect(codes(await fileDispatch(town.deps, who.secretary, { dispatchId }))).toEqual(['dispatch.demands_action'])
    const head = { ...who.secretary, posts: [{ ...who.secretary.posts[0]!, role: 'department_head' as const, postId: posts.head, nodeId: nodes.labour }] }
    const accepted = await transact(town.deps, { actor: 'system:test', act: 'accept' }, (tx) =>
      actOnEntry(tx, town.deps, definitions.assignment as unknown as AnyDefinition, { entryId, act: 'accept', who: head, doing: { by: 'person' } }),
    )
    expect(codes(accepted)).toEqual([])
    expect(codes(await fileDispatch(town.deps, who.secretary, { dispatchId }))).toEqual([])
  })

  it('two who receive it at once: one does, the other is told', async () => {
    const { dispatchId } = await sent(false)
    const both = await Promise.all([who.secretary, who.other].map((w) => receiveDispatch(town.deps, w, { dispatchId, handling: { as: 'note' } })))
    expect(both.flatMap(codes)).toEqual(['dispatch.received'])
  })

  it('is late when two weeks have passed, and stands first when it demands action', async () => {
    const today = day('2022-05-17')
    expect(isLate({ sent: day('2022-05-03'), received: null }, today)).toBe(false)
    expect(isLate({ sent: day('2022-05-02'), received: null }, today)).toBe(true)
    expect(isLate({ sent: day('2022-05-02'), received: day('2022-05-17') }, today)).toBe(false)
    const made: string[] = []
    for (const [d, demands] of [
      ['2022-05-16', false],
      ['2022-04-25', false],
      ['2022-05-10', true],
      ['2022-05-12', true],
    ] as const)
      made.push((await receive(d, demands)).decisionId)
    const { rows } = await listDispatch(town.deps.store, [nodes.executive], 'in', today, null)
    expect(rows.map((r) => r.decisionId)).toEqual([made[3], made[2], made[1], made[0]])
  })

  it('is paged without loss over hundreds', async () => {
    const decisionId = (await sent(false, { dispatch: [] })).decisionId
    await transact(town.deps, { actor: 'system:test', act: 'fill' }, async (tx) => {
      const made = await tx.selectFrom('decision').selectAll().where('id', '=', decisionId).executeTakeFirstOrThrow()
      for (let i = 0; i < 130; i++) {
        const id = town.deps.ids.next()
        await tx
          .insertInto('thing')
          .values({ id, kind: 'decision', register: null, number: null, title: 'Kopia', node_id: nodes.council, day: '2022-04-20', secrecy: null })
          .execute()
        await tx
          .insertInto('decision')
          .values({ ...made, id, paragraph: `k${i}` })
          .execute()
        await tx
          .insertInto('dispatch')
          .values({
            id: town.deps.ids.next(),
            decision_id: id,
            receiver_id: nodes.culture,
            demands_action: i % 3 === 0,
            what: i % 3 === 0 ? 'x' : null,
            sent: `2022-0${(i % 5) + 1}-10`,
            received: null,
            received_by: null,
            case_id: null,
            filed: null,
          })
          .execute()
      }
    })
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const found: Awaited<ReturnType<typeof listDispatch>> = await listDispatch(town.deps.store, [nodes.culture], 'in', day('2022-05-17'), readCursor(after))
      seen.push(...found.rows.map((r) => r.id))
      after = found.next
    }
    expect(new Set(seen).size).toBe(130)
    expect(seen).toHaveLength(130)
  })
})

const give = (recipient: string, title: string, dates: Readonly<Record<string, string>>) => ({
  kind: 'give_assignment' as const,
  owner: null,
  data: { fields: { title, recipient, ...dates }, continued: [] },
})

describe('suggested receivers', () => {
  it('are those who get money, duty or ownership, each once, not the sender', () => {
    expect(
      suggestReceivers(
        [
          give(nodes.labour, 'Ett', { finalReport: '2022-12-15' }),
          { kind: 'set_budget_frame', owner: null, data: { node: nodes.labour } },
          give(nodes.labour, 'Två', { interimReport: '2022-06-30', finalReport: '2023-01-31' }),
          { kind: 'end_assignment', owner: nodes.culture, data: { fields: {}, continued: [] } },
          { kind: 'send_on', owner: null, data: { receiver: nodes.council } },
          { kind: 'note', owner: null, data: {} },
        ],
        nodes.council,
      ),
    ).toEqual([
      { nodeId: nodes.labour, demandsAction: true, what: 'Ett; Två', due: '2022-06-30' },
      { nodeId: nodes.culture, demandsAction: false, what: '' },
    ])
  })
})

it('a closed case takes no decision', async () => {
  const opened = await openCase(
    town.deps,
    who.system,
    { nodeId: nodes.council, title: 'Stängt', opened: day('2022-04-01'), party: { name: 'N', role: 'author' }, secrecy: null },
    { bySystem: true },
  )
  if (!opened.ok) throw new Error('no case')
  await closeCase(town.deps, who.system, { caseId: opened.value.id, reason: 'Återtaget' }, { bySystem: true })
  await expect(sent(false, { caseId: opened.value.id })).rejects.toThrow('case.closed')
})
