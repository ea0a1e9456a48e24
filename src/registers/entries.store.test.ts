import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodes, posts } from '../../test/decision-town.ts'
import { aClause, anEntry, assignmentData, personas, type RegisterWorld, registerWorld, risk, riskData } from '../../test/register-world.ts'
import { byClause, transact } from '../database/transact.ts'
import { day } from '../kernel/day.ts'
import { actOnEntry } from './act-on-entry.ts'
import { changesSince } from './changes-since.ts'
import { countMeasures, measureSlug } from './count-measures.ts'
import { createEntry } from './create-entry.ts'
import type { AnyDefinition } from './define.ts'
import { agreement } from './definitions/agreement.ts'
import { assignment } from './definitions/assignment.ts'
import { governingDocument } from './definitions/governing-document.ts'
import { doAct } from './do-act.ts'
import { loadEntry } from './entry-store.ts'
import { handInEntry } from './hand-in-entry.ts'
import { passDeadlines } from './pass-deadlines.ts'
import { writeFreeFields } from './write-free-fields.ts'

let world: RegisterWorld
beforeAll(async () => {
  world = await registerWorld()
})
afterAll(() => world.close())

const codes = (done: { ok: true } | { ok: false; refusals: readonly { code: string; field?: string }[] }): string[] =>
  done.ok ? [] : done.refusals.map((r) => (r.field ? `${r.code} ${r.field}` : r.code))
const byDecision = (entryId: string, act: string, definition: AnyDefinition, data = {}) =>
  transact(world.deps, { actor: 'system:test', act: 'decide' }, async (tx) => {
    const clauseId = await aClause(tx, world.deps)
    await byClause(tx, clauseId)
    return actOnEntry(tx, world.deps, definition, { entryId, act, who: personas.anybody, doing: { by: 'clause' }, clauseId, data })
  })
const direct = (entryId: string, change: ReturnType<typeof sql>) =>
  transact(world.deps, { actor: 'system:test', act: 'tamper' }, (tx) =>
    sql`update entry set version = version + 1, ${change} where id = ${entryId}`.execute(tx),
  )

describe('law 1: only a decision changes what is steered by', () => {
  test('the database refuses a steering entry without its clause', async () => {
    const make = transact(world.deps, { actor: 'system:test', act: 'make' }, (tx) =>
      createEntry(tx, world.deps, assignment, { data: assignmentData(), nodeId: nodes.labour, day: day('2022-05-17'), clauseId: null, who: personas.head }),
    )
    await expect(make).rejects.toThrow(/law_one/)
  })

  test('the database refuses direct changes of steering fields and of decided states, and lets free fields be written', async () => {
    const { id } = await anEntry(world.deps, assignment, assignmentData())
    await expect(direct(id, sql`data = data || '{"title": "Något annat"}'`)).rejects.toThrow(/law 1/)
    await expect(direct(id, sql`state = 'fulfilled'`)).rejects.toThrow(/law 1/)
    await direct(id, sql`data = data || ${JSON.stringify({ responsible: posts.head })}::jsonb`)
    expect((await loadEntry(world.deps.store, id))?.data['responsible']).toBe(posts.head)
  })

  test('the engine refuses them with words, before the database must', async () => {
    const { id } = await anEntry(world.deps, assignment, assignmentData())
    const write = await writeFreeFields(world.deps, personas.head, assignment, {
      entryId: id,
      seen: 1,
      data: { title: 'Något annat', responsible: posts.head },
    })
    expect(codes(write)).toEqual(['field.needs_clause title'])
    expect(codes(await doAct(world.deps, personas.secretary, assignment, { entryId: id, act: 'end', seen: 1 }))).toEqual(['act.needs_clause'])
  })

  test('a clause changes, ends and links', async () => {
    const { id } = await anEntry(world.deps, assignment, assignmentData({ financing: 'Ram' }))
    const changed = await byDecision(id, 'change', assignment, { finalReport: '2022-12-01', financing: null })
    expect(changed).toMatchObject({ ok: true, value: { version: 2, due: '2022-12-01', state: 'given' } })
    expect((await loadEntry(world.deps.store, id))?.data).toEqual(assignmentData({ finalReport: '2022-12-01' }))
    await byDecision(id, 'end', assignment)
    const links = await world.deps.store.selectFrom('link').select('kind').where('to_id', '=', id).execute()
    expect(links.map((l) => l.kind)).toEqual(['decides', 'decides', 'decides'])
    expect(await loadEntry(world.deps.store, id)).toMatchObject({ state: 'ended', due: null, version: 3 })
  })

  test('what a clause makes of the fields still follows the definition’s rules', async () => {
    const { id } = await anEntry(world.deps, governingDocument, {
      title: 'Policy',
      type: 'policy',
      scope: 'Alla',
      validFrom: '2020-01-01',
      validTo: '2022-12-31',
      revisionOwner: nodes.executive,
      followUpOwner: nodes.executive,
    })
    expect(codes(await byDecision(id, 'prolong', governingDocument, { validTo: '2019-01-01' }))).toEqual(['governing_document.valid validTo'])
    expect(await byDecision(id, 'prolong', governingDocument, { validTo: '2025-12-31' })).toMatchObject({
      ok: true,
      value: { state: 'prolonged', due: '2025-12-31' },
    })
  })
})

describe('acts by people', () => {
  test('go by the table, tell the event and name who', async () => {
    const { id } = await anEntry(world.deps, assignment, assignmentData())
    expect(codes(await doAct(world.deps, personas.stranger, assignment, { entryId: id, act: 'accept', seen: 1 }))).toEqual(['access.post'])
    expect(await doAct(world.deps, personas.head, assignment, { entryId: id, act: 'accept', seen: 1 })).toMatchObject({
      ok: true,
      value: { state: 'accepted', version: 2 },
    })
    expect(codes(await doAct(world.deps, personas.head, assignment, { entryId: id, act: 'accept', seen: 2 }))).toEqual(['act.state'])
    const events = await world.deps.store
      .selectFrom('entry_event')
      .select(['act', 'from_state', 'to_state', 'person_id'])
      .where('entry_id', '=', id)
      .orderBy('id')
      .execute()
    expect(events).toEqual([
      { act: 'create', from_state: null, to_state: 'given', person_id: null },
      { act: 'accept', from_state: 'given', to_state: 'accepted', person_id: personas.head.personId },
    ])
  })

  test('an act may ask for free fields, and for no others', async () => {
    const { id } = await anEntry(world.deps, assignment, assignmentData())
    expect(codes(await doAct(world.deps, personas.head, assignment, { entryId: id, act: 'appoint', seen: 1, data: { title: 'x' } }))).toEqual([
      'field.unknown title',
    ])
    expect(codes(await doAct(world.deps, personas.head, assignment, { entryId: id, act: 'appoint', seen: 1, data: { responsible: nodes.labour } }))).toEqual([
      'field.no_post responsible',
    ])
    expect(await doAct(world.deps, personas.head, assignment, { entryId: id, act: 'appoint', seen: 1, data: { responsible: posts.head } })).toMatchObject({
      ok: true,
    })
    const owed = await world.deps.store.selectFrom('deadline').select('post_id').where('thing_id', '=', id).execute()
    expect(owed).toEqual([{ post_id: posts.head }])
  })

  test('of two at once one wins, and the other is told what changed', async () => {
    const { id } = await anEntry(world.deps, risk as AnyDefinition, riskData())
    const write = (likelihood: number) => writeFreeFields(world.deps, personas.secretary, risk as AnyDefinition, { entryId: id, seen: 1, data: { likelihood } })
    const done = await Promise.all([write(3), write(4), write(5)])
    expect(done.filter((d) => d.ok)).toHaveLength(1)
    expect(done.filter((d) => !d.ok).map(codes)).toEqual([['entry.conflict'], ['entry.conflict']])
    const [change, ...more] = await changesSince(world.deps.store, risk as AnyDefinition, id, 1)
    expect(more).toEqual([])
    expect(change).toMatchObject({ person: 'secretary Test', state: null, fields: [{ name: 'likelihood', before: 2 }] })
  })

  test('handing in the same form twice makes one entry', async () => {
    const id = world.deps.ids.next()
    const handIn = () => handInEntry(world.deps, personas.secretary, risk as AnyDefinition, { id, data: riskData(), nodeId: nodes.labour })
    expect(await handIn()).toMatchObject({ ok: true, value: { id } })
    expect(await handIn()).toMatchObject({ ok: true, value: { id } })
    expect(
      codes(
        await handInEntry(world.deps, personas.stranger, risk as AnyDefinition, {
          id: world.deps.ids.next(),
          data: riskData({ unit: posts.head }),
          nodeId: nodes.labour,
        }),
      ),
    ).toEqual(['field.no_node unit', 'access.post'])
    expect(
      codes(await handInEntry(world.deps, personas.secretary, assignment, { id: world.deps.ids.next(), data: assignmentData(), nodeId: nodes.labour })),
    ).toEqual(['entry.needs_clause'])
  })

  test('numbers follow each other without holes, however many are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => anEntry(world.deps, risk as AnyDefinition, riskData())))
    const numbers = made.map((e) => Number(e.number.slice(2))).toSorted((a, b) => a - b)
    expect(numbers.map((n) => n - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })
})

test('days that pass by themselves are closed, and nobody is late for them', async () => {
  const { id } = await anEntry(world.deps, agreement, {
    partner: 'Kvinnojouren',
    purpose: 'Skydd.',
    yearly: 70_000_000,
    from: '2022-01-01',
    to: '2024-12-31',
    paymentDays: ['2022-06-30', '2023-01-31'],
  })
  expect((await loadEntry(world.deps.store, id))?.due).toBe('2022-06-30')
  const later = world.on(day('2022-07-01'))
  expect(await Promise.all([passDeadlines(later), passDeadlines(later)]).then((n) => n[0] + n[1])).toBe(1)
  expect(await passDeadlines(later)).toBe(0)
  expect((await loadEntry(world.deps.store, id))?.due).toBe('2023-01-31')
})

test('a day that somebody else asked for counts among those to keep', async () => {
  const { id } = await anEntry(world.deps, assignment, assignmentData())
  const asked = {
    label_sv: 'Tertialrapport',
    label_en: 'Tertial report',
    node_id: nodes.department,
    post_id: null,
    asked_by: nodes.executive,
    source: null,
    done_on: null,
  }
  await transact(world.deps, { actor: 'system:test', act: 'ask' }, (tx) =>
    tx
      .insertInto('deadline')
      .values({ id: world.deps.ids.next(), thing_id: id, kind: 'asked', due: '2022-06-15', ...asked })
      .execute(),
  )
  expect(await doAct(world.deps, personas.head, assignment, { entryId: id, act: 'accept', seen: 1 })).toMatchObject({ ok: true, value: { due: '2022-06-15' } })
})

describe('measures', () => {
  const figures = () =>
    world.deps.store
      .selectFrom('figure')
      .innerJoin('series', 'series.id', 'figure.series_id')
      .where('slug', '=', measureSlug(risk as AnyDefinition, 'open'))
      .where('node_id', '=', nodes.labour)
      .select(['figure.period', 'figure.version', 'figure.value', 'figure.status', 'figure.basis'])
      .orderBy('version')
      .execute()

  test('are figures on the spine, a new version only when the value has changed', async () => {
    const before = await world.deps.store.selectFrom('entry').select('id').where('register', '=', 'risk').execute()
    expect(await countMeasures(world.deps, risk as AnyDefinition)).toBe(1)
    expect(await countMeasures(world.deps, risk as AnyDefinition)).toBe(0)
    await anEntry(world.deps, risk as AnyDefinition, riskData())
    await Promise.all([countMeasures(world.deps, risk as AnyDefinition), countMeasures(world.deps, risk as AnyDefinition)])
    const n = before.length
    expect(await figures()).toEqual([
      { period: '2022M05', version: 1, value: n, status: 'derived', basis: 'Antal öppna risker' },
      { period: '2022M05', version: 2, value: n + 1, status: 'derived', basis: 'Antal öppna risker' },
    ])
  })
})
