import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { largestSheet, readTable } from './read-table.ts'
import { cellText, emptyCell, type Sheet, type SheetCell } from './sheet.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const texts = ['=1+1', '+46 33', '-5', '@a', "'=x", '_x0041_', 'a;b"c', 'rad\nrad', ']]> & <b>', 'åäö 😀']
const rows: SheetCell[][] = texts.map((text) => [
  { kind: 'text', text },
  { kind: 'day', day: day('2022-05-17') },
  { kind: 'number', digits: '-2500.5' },
])
const sheet = (): Sheet => ({ name: 'Lista: 1/2', heads: ['A', 'B', 'C'], rows: Readable.from(rows), about: { name: 'Om filen', lines: [['Innehåll', 'x']] } })
const bytesOf = (pieces: AsyncGenerator<Buffer>): Promise<Buffer> => buffer(Readable.from(pieces))

describe('spreadsheets', () => {
  it('come back as they were written, formulas and separators among their texts', async () => {
    for (const write of [writeXlsx, writeCsv]) {
      const read = readTable(await bytesOf(write(sheet())))
      expect(read.ok && read.value.rows.map(({ cells }) => [0, 1, 2].map((i) => cellText(cells[i] ?? emptyCell)))).toEqual(
        texts.map((text) => [text, '2022-05-17', '-2500,5']),
      )
    }
  })

  it('refuse what is no spreadsheet, and never throw, whatever bytes come', async () => {
    expect(readTable(Buffer.alloc(largestSheet + 1, 65))).toMatchObject({ ok: false, refusals: [{ code: 'sheet.too_large' }] })
    expect(readTable(Buffer.from('Namn;Värde\r\nÅsa;1,5\r\n', 'latin1'))).toMatchObject({ ok: true, value: { heads: ['Namn', 'Värde'] } })
    const samples = [await bytesOf(writeXlsx(sheet())), await bytesOf(writeCsv(sheet()))]
    let state = 7
    const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below
    for (let i = 0; i < 3000; i++) {
      const bytes = Buffer.from(samples[i % 2] as Buffer)
      for (let n = random(8); n >= 0; n--) bytes[random(bytes.length)] = random(256)
      expect(typeof readTable(bytes.subarray(0, random(4) === 0 ? random(bytes.length) : bytes.length)).ok).toBe('boolean')
    }
  })
})
