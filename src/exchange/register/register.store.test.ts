import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodes } from '../../../test/decision-town.ts'
import { anEntry, assignmentData, personas, registerWorld, type RegisterWorld, risk, riskData, secretRisk } from '../../../test/register-world.ts'
import type { Deps } from '../../database/transact.ts'
import type { Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { assignment } from '../../registers/definitions/assignment.ts'
import type { AnyDefinition } from '../../registers/define.ts'
import { loadEntry } from '../../registers/entry-store.ts'
import { readListQuery } from '../../registers/list-query.ts'
import { lookingOf } from '../../registers/looking.ts'
import { fieldOf } from '../../registers/shown.ts'
import { writeFreeFields } from '../../registers/write-free-fields.ts'
import { readTable } from '../sheet/read-table.ts'
import type { ReadTable } from '../sheet/sheet.ts'
import { writeCsv } from '../sheet/write-csv.ts'
import { writeXlsx } from '../sheet/write-xlsx.ts'
import { registerSheet } from './export-register.ts'
import { importRegister } from './import-register.ts'

const risks = risk as AnyDefinition
const assignments = assignment as AnyDefinition

describe('a register out and in again', () => {
  let world: RegisterWorld
  let deps: Deps
  beforeAll(async () => {
    world = await registerWorld()
    deps = world.deps
  })
  afterAll(() => world.close())

  const bytesOf = (pieces: AsyncGenerator<Buffer>): Promise<Buffer> => buffer(Readable.from(pieces))
  const out = async (definition: AnyDefinition, who: Who, kind: 'xlsx' | 'csv' = 'csv', query = ''): Promise<Buffer> => {
    const looking = lookingOf(who, await loadTree(deps.store, deps.clock.today()), deps.clock.today())
    const asked = readListQuery(definition, new URLSearchParams(query)).query
    const sheet = registerSheet(deps.store, definition, asked, looking, 'sv', { name: 'Om filen', lines: [['Innehåll', `register/${definition.path}`]] })
    return bytesOf(kind === 'csv' ? writeCsv(sheet) : writeXlsx(sheet))
  }
  const table = async (bytes: Buffer): Promise<ReadTable> => {
    const read = await readTable(bytes)
    if (!read.ok) throw new Error(JSON.stringify(read.refusals))
    return read.value
  }
  /** The file as somebody edits it: rows of cells, the heads first. */
  const edit = (bytes: Buffer, change: (rows: string[][]) => string[][]): Buffer => {
    const rows = bytes
      .toString()
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n')
      .map((l) => l.split(';'))
    return Buffer.from(
      change(rows)
        .map((r) => r.join(';'))
        .join('\r\n'),
    )
  }
  const put = (rows: string[][], row: number, head: string, value: string): string[][] => {
    const at = (rows[0] as string[]).indexOf(head)
    if (at < 0) throw new Error(`no column ${head}`)
    ;(rows[row] as string[])[at] = value
    return rows
  }
  const bring = async (definition: AnyDefinition, who: Who, bytes: Buffer, apply = true) =>
    importRegister(deps, who, definition, { table: await table(bytes), apply })
  const codes = (outcome: Awaited<ReturnType<typeof bring>>) => outcome.problems.map((p) => `${p.cell} ${p.refusal.code}`)

  it('goes out typed, in both forms, and comes in again with nothing to change', async () => {
    await anEntry(
      deps,
      risks,
      riskData({ title: '=1+1; "citat"', cost: 250_050, review: '2022-06-01', unit: nodes.department, checks: ['2022-04-30', '2023-01-31'] }),
    )
    await anEntry(deps, risks, riskData({ title: 'Rad ett\nrad två', level: 'high', review: '2022-07-01', about: "'=apostrof" }))
    for (const kind of ['csv', 'xlsx'] as const) {
      const bytes = await out(risks, personas.secretary, kind)
      const read = await table(bytes)
      const cell = (head: string) => read.rows.find((r) => r.cells.some((c) => c.kind === 'text' && c.text.startsWith('=1+1')))?.cells[read.heads.indexOf(head)]
      expect(cell('Kostnad (tkr)')).toEqual(kind === 'xlsx' ? { kind: 'number', value: 2.5005 } : { kind: 'text', text: '2,5005' })
      expect(cell('Prövas')).toEqual(kind === 'xlsx' ? { kind: 'day', day: '2022-06-01' } : { kind: 'text', text: '2022-06-01' })
      expect(await importRegister(deps, personas.secretary, risks, { table: read, apply: true })).toEqual({
        rows: [],
        unchanged: 2,
        problems: [],
        applied: true,
      })
    }
    const csv = (await out(risks, personas.secretary)).toString()
    expect(csv.startsWith('\ufeff')).toBe(true)
    expect(csv).toContain(`"'=1+1; ""citat"""`)
  })

  it('takes out what the list shows: its filter, its order, and nothing secret', async () => {
    const heads = (await table(await out(risks, personas.secretary))).heads
    const high = await table(await out(risks, personas.secretary, 'csv', 'level=high&sort=-number'))
    expect(high.rows).toHaveLength(1)
    expect(high.heads).toEqual(heads)
    await anEntry(deps, secretRisk, riskData({ title: 'Hemlig' }))
    expect((await out(secretRisk, personas.secretary)).toString()).toContain('Hemlig')
    for (const who of [personas.stranger, personas.anybody]) expect((await out(secretRisk, who)).toString()).not.toContain('Hemlig')
  })

  it('previews without writing, then writes through the acts: words of either language, decimal comma, new rows', async () => {
    const entry = await anEntry(deps, risks, riskData({ title: 'Halkrisk' }))
    const changed = edit(await out(risks, personas.secretary, 'csv', 'q=halkrisk'), (rows) => {
      put(put(put(put(rows, 1, 'Nivå', 'High'), 1, 'Prövas', '1 juni 2022'), 1, 'Kostnad (tkr)', '1 250,5'), 1, 'Enhet', 'alf')
      return [
        ...rows,
        (rows[0] as string[]).map((h) => ({ Risk: 'Ny risk', 'Bedömd av': 'ALN-nämnden', Nivå: 'Låg', Sannolikhet: '3', Brådskar: 'ja' })[h] ?? ''),
      ]
    })
    const preview = await bring(risks, personas.secretary, changed, false)
    expect(preview).toMatchObject({
      applied: false,
      problems: [],
      rows: [
        { no: 2, changes: [{ before: 'Låg', after: 'High' }, { before: '', after: '1 250,5' }, { after: '1 juni 2022' }, { after: 'alf' }] },
        { no: 3, href: null },
      ],
    })
    expect(await loadEntry(deps.store, entry.id)).toMatchObject({ version: 1, data: { level: 'low' } })
    expect((await out(risks, personas.secretary)).toString()).not.toContain('Ny risk')

    expect(await bring(risks, personas.secretary, changed)).toMatchObject({ applied: true })
    expect(await loadEntry(deps.store, entry.id)).toMatchObject({
      version: 2,
      data: { level: 'high', cost: 125_050_000, review: '2022-06-01', unit: nodes.department },
    })
    expect((await table(await out(risks, personas.secretary, 'csv', 'q=ny risk'))).rows).toHaveLength(1)
    const told = await deps.store.selectFrom('entry_event').select('act').where('entry_id', '=', entry.id).orderBy('id').execute()
    expect(told.map((t) => t.act)).toEqual(['create', 'write'])
  })

  it('tells every problem with its cell, and writes nothing of the file', async () => {
    const good = await anEntry(deps, risks, riskData({ title: 'Brandrisk' }))
    await anEntry(deps, risks, riskData({ title: 'Brandrisk två' }))
    const bad = edit(await out(risks, personas.secretary, 'csv', 'q=brandrisk&sort=number'), (rows) => {
      put(put(rows, 1, 'Sannolikhet', '4'), 1, 'Läge', 'Stängd')
      put(put(put(rows, 2, 'Nivå', 'Mellan'), 2, 'Prövas', '31 juni'), 2, 'Enhet', 'Ingenstans')
      return [...rows, [...(rows[1] as string[])], (rows[0] as string[]).map((h) => (h === 'Risk' ? 'Utan nivå' : ''))]
    })
    const outcome = await bring(risks, personas.secretary, bad)
    expect(outcome.applied).toBe(false)
    const heads = (await table(bad)).heads
    const at = (head: string): string => String.fromCharCode(65 + heads.indexOf(head))
    expect(codes(outcome)).toEqual(
      expect.arrayContaining([
        `${at('Läge')}2 import.fixed`,
        `${at('Nivå')}3 import.option`,
        `${at('Enhet')}3 import.no_such_name`,
        `${at('Id')}4 import.twice`,
        `${at('Bedömd av')}5 field.required`,
        `${at('Nivå')}5 field.required`,
      ]),
    )
    expect(outcome.problems.find((p) => p.cell === `${at('Nivå')}3`)?.stood).toBe('Mellan')
    expect(await loadEntry(deps.store, good.id)).toMatchObject({ version: 1, data: { likelihood: 2 } })
  })

  it('refuses what only a decision changes, what the reader may not change, and ids of secrets as if they were nothing', async () => {
    await anEntry(deps, assignments, assignmentData())
    const bytes = await out(assignments, personas.head)
    const named = fieldOf(assignments, 'title')?.label.sv as string
    for (const head of [named, 'Uppdrag']) {
      const steered = await bring(
        assignments,
        personas.secretary,
        edit(bytes, (rows) => put(rows, 1, head, 'Annat')),
      )
      expect(steered).toMatchObject({
        applied: false,
        rows: [],
        problems: [{ stood: 'Annat', refusal: { code: head === named ? 'field.needs_clause' : 'import.fixed' } }],
      })
    }
    const created = await bring(
      assignments,
      personas.secretary,
      edit(bytes, (rows) => [rows[0] as string[], (rows[0] as string[]).map((h) => (h === named ? 'Nytt' : ''))]),
    )
    expect(created.problems[0]?.refusal).toMatchObject({ code: 'entry.needs_clause', law: 'KL 5:1' })

    await anEntry(deps, risks, riskData({ title: 'Rörd av fel' }))
    const foreign = await bring(
      risks,
      personas.stranger,
      edit(await out(risks, personas.stranger, 'csv', 'q=fel'), (rows) => put(rows, 1, 'Sannolikhet', '5')),
    )
    expect(foreign.problems[0]?.refusal.code).toMatch(/^access\./)

    const secret = edit(await out(secretRisk, personas.secretary), (rows) => put(rows, 1, 'Sannolikhet', '5'))
    const unknown = edit(secret, (rows) => put(rows, 1, 'Id', deps.ids.next()))
    expect(codes(await bring(secretRisk, personas.stranger, secret))).toEqual(codes(await bring(secretRisk, personas.secretary, unknown)))
  })

  it('leaves alone what was not touched in the file though others changed it, and tells a conflict where both did', async () => {
    const entry = await anEntry(deps, risks, riskData({ title: 'Kapplöpning' }))
    const old = await out(risks, personas.secretary, 'csv', 'q=kapp')
    await writeFreeFields(deps, personas.secretary, risks, { entryId: entry.id, seen: 1, data: { likelihood: 4 } })
    expect(await bring(risks, personas.secretary, old)).toEqual({ rows: [], unchanged: 1, problems: [], applied: true })
    const both = await bring(
      risks,
      personas.secretary,
      edit(old, (rows) => put(rows, 1, 'Brådskar', 'Ja')),
    )
    expect(both).toMatchObject({ applied: false, problems: [{ refusal: { code: 'entry.conflict', text: { sv: expect.stringContaining('Sannolikhet') } } }] })
    expect(await loadEntry(deps.store, entry.id)).toMatchObject({ version: 2, data: { likelihood: 4, urgent: false } })
    const without = await bring(
      risks,
      personas.secretary,
      edit(old, (rows) => put(rows, 1, 'Version', '')),
    )
    expect(without.problems[0]?.refusal.code).toBe('import.seen')
  })

  it('refuses a file of something else, unknown columns, and what stands beside them', async () => {
    const other = await importRegister(deps, personas.secretary, risks, { table: await table(await out(assignments, personas.secretary, 'xlsx')), apply: true })
    expect(other.problems.map((p) => p.refusal.code)).toContain('import.other')
    const bytes = await out(risks, personas.secretary)
    expect(
      (
        await bring(
          risks,
          personas.secretary,
          edit(bytes, (rows) => rows.map((r, i) => [...r, i === 0 ? 'Humör' : 'glad'])),
        )
      ).problems[0]?.refusal.code,
    ).toBe('import.column_unknown')
    expect(
      (
        await bring(
          risks,
          personas.secretary,
          edit(bytes, (rows) => rows.map((r, i) => [...r, i === 0 ? '' : 'glad'])),
        )
      ).problems[0]?.refusal.code,
    ).toBe('import.beside')
    expect((await bring(risks, personas.secretary, Buffer.from('Risk;Nivå\nA;Låg\n'))).problems.map((p) => p.refusal.code)).toEqual([
      'import.column_missing',
      'import.column_missing',
    ])
  })
})
