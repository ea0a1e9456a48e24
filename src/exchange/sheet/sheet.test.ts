import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { largestByCommand, readTable } from './read-table.ts'
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
      const read = await readTable(await bytesOf(write(sheet())))
      expect(read.ok && read.value.rows.map(({ cells }) => [0, 1, 2].map((i) => cellText(cells[i] ?? emptyCell)))).toEqual(
        texts.map((text) => [text, '2022-05-17', '-2500,5']),
      )
    }
  })

  it('refuse what is no spreadsheet, and never throw, whatever bytes come', async () => {
    expect(await readTable(Buffer.alloc(largestByCommand + 1, 65))).toMatchObject({ ok: false, refusals: [{ code: 'sheet.too_large' }] })
    expect(await readTable(Buffer.from('Namn;Värde\r\nÅsa;1,5\r\n', 'latin1'))).toMatchObject({ ok: true, value: { heads: ['Namn', 'Värde'] } })
    expect(await readTable(Buffer.from('A;B\r\n1;2\r\n3;"öppen\r\n4;5'))).toMatchObject({ ok: false, refusals: [{ code: 'sheet.broken_line' }] })
    const samples = [await bytesOf(writeXlsx(sheet())), await bytesOf(writeCsv(sheet()))]
    let state = 7
    const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below
    for (let i = 0; i < 300; i++) {
      const bytes = Buffer.from(samples[i % 2] as Buffer)
      for (let n = random(8); n >= 0; n--) bytes[random(bytes.length)] = random(256)
      expect(typeof (await readTable(bytes.subarray(0, random(4) === 0 ? random(bytes.length) : bytes.length))).ok).toBe('boolean')
    }
  })
})

describe('what spreadsheet programs write otherwise', () => {
  const list = 'Namn;Värde\r\nÅsa ”Ö”;1,5\r\n'
  const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(list)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${list}`)],
    ['Windows-1252', Buffer.from([...list].map((c) => (c === '”' ? 0x94 : c.charCodeAt(0))))],
    ['UTF-16, little end first', utf16(list.replaceAll(';', '\t'))],
    ['UTF-16, big end first', utf16(list).swap16()],
    ['tabs', Buffer.from(list.replaceAll(';', '\t'))],
    ['commas', Buffer.from(list.replaceAll(';', ',').replace('1,5', '"1,5"'))],
    ['a line that says what stands between', Buffer.from(`sep=;\r\n${list}`)],
    ['blank lines first and last', Buffer.from(`\r\n;\r\n${list};\r\n\r\n ; \r\n`)],
  ])('is read as it is meant: text in %s', async (_, bytes) => {
    const read = await readTable(bytes)
    expect(read.ok && [read.value.heads, read.value.rows.map(({ cells }) => cells.map(cellText))]).toEqual([['Namn', 'Värde'], [['Åsa ”Ö”', '1,5']]])
  })

  it('is no text where bytes say nothing', async () => {
    expect(await readTable(Buffer.from([65, 0, 66, 0, 59]))).toMatchObject({ ok: false, refusals: [{ code: 'sheet.unreadable' }] })
  })

  /** A workbook with the list among other sheets, as Excel writes them. */
  const book = (rows: string, { after = '', names = ['Lista'], late = false } = {}): Buffer =>
    Buffer.from(
      zipSync(
        Object.fromEntries(
          Object.entries({
            'xl/workbook.xml': `<workbook><workbookPr${late ? ' date1904="1"' : ''}/><sheets>${names.map((n, i) => `<sheet name="${n}" sheetId="${i + 1}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
            'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((n, i) => `<Relationship Id="r${i}" Target="${n === 'Lista' ? 'list' : 'other'}.xml"/>`).join('')}</Relationships>`,
            'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
            'xl/list.xml': `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`,
            'xl/other.xml': '<worksheet><sheetData/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>',
          }).map(([name, text]) => [name, strToU8(text)]),
        ),
      ),
    )
  const head = '<row r="1"><c r="A1" t="inlineStr"><is><t>Dag</t></is></c><c r="B1" t="inlineStr"><is><t>Värde</t></is></c></row>'
  const cellsOf = async (bytes: Buffer): Promise<readonly (readonly string[])[] | string> => {
    const read = await readTable(bytes)
    return read.ok
      ? read.value.rows.map(({ no, cells }) => [String(no), ...cells.map((c) => (c.kind === 'formula' ? 'formula' : `${c.kind} ${cellText(c)}`))])
      : (read.refusals[0]?.code ?? '')
  }

  it('is read as it is meant: days by their number from 1900 or 1904, numbers that are text, rows with nothing in them', async () => {
    const rows = `${head}<row r="2"><c r="A2" s="1"><v>44698</v></c><c r="B2" t="inlineStr"><is><t>1 500,5</t></is></c></row><row r="3"><c r="A3"><v>44698</v></c></row><row r="900"><c r="A900" s="1"/></row>`
    expect(await cellsOf(book(rows))).toEqual([
      ['2', 'day 2022-05-17', 'text 1 500,5'],
      ['3', 'number 44698'],
    ])
    expect(await cellsOf(book(rows.replace('44698', '43236'), { late: true }))).toMatchObject([
      ['2', 'day 2022-05-17', 'text 1 500,5'],
      ['3', 'number 44698'],
    ])
    expect(await cellsOf(book(rows, { names: ['Om filen', 'Lista'] }))).toHaveLength(2)
  })

  it('is never worked out or guessed: formulas, and cells that are merged', async () => {
    expect(await cellsOf(book(`${head}<row r="2"><c r="A2"><f>NOW()</f><v>44698</v></c></row>`))).toEqual([['2', 'formula']])
    const merged = await readTable(book(head, { after: '<mergeCells count="1"><mergeCell ref="B2:B5"/></mergeCells>' }))
    expect(merged).toMatchObject({ ok: false, refusals: [{ code: 'sheet.merged', text: { sv: expect.stringContaining('B2:B5') } }] })
  })
})

describe('files that unfold', () => {
  const workbook = (list: string, shared = ''): Buffer => {
    const part = (text: string): Uint8Array => strToU8(text)
    return Buffer.from(
      zipSync(
        {
          'xl/workbook.xml': part('<workbook><sheets><sheet name="Lista" sheetId="1" r:id="a"/></sheets></workbook>'),
          'xl/_rels/workbook.xml.rels': part('<Relationships><Relationship Id="a" Target="list.xml"/></Relationships>'),
          'xl/list.xml': part(list),
          'xl/sharedStrings.xml': part(shared),
        },
        { level: 1 },
      ),
    )
  }
  /** A workbook whose list is `times` times the piece, packed: written by hand, since nobody wants it in the memory. */
  const unfolding = (start: string, piece: string, times: number): Buffer => {
    const packed = deflateRawSync(Buffer.concat([Buffer.from(start), Buffer.from(piece.repeat(times))]), { level: 9 })
    const small = workbook('LIST')
    // The directory tells where a part lies and how long it is: a new end of the file is the list's part.
    const at = small.indexOf('xl/list.xml', small.indexOf(Buffer.from([0x50, 0x4b, 1, 2])))
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50)
    const end = small.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
    const bytes = Buffer.concat([small.subarray(0, end - small.readUInt32LE(end + 12)), head, packed, small.subarray(end - small.readUInt32LE(end + 12))])
    const moved = 30 + packed.length
    bytes.writeUInt16LE(8, at + moved - 46 + 10)
    bytes.writeUInt32LE(packed.length, at + moved - 46 + 20)
    bytes.writeUInt32LE(small.readUInt32LE(end + 16), at + moved - 46 + 42)
    bytes.writeUInt32LE(small.readUInt32LE(end + 16) + moved, end + moved + 16)
    return bytes
  }

  it('are refused in plain words, and the memory stays as it was', async () => {
    const row = '<row><c t="inlineStr"><is><t>a</t></is></c></row>'
    expect(await readTable(unfolding('<sheetData>', row, 3))).toMatchObject({ ok: true, value: { heads: ['a'] } })
    const before = process.memoryUsage.rss()
    const bombs: Record<string, Buffer> = {
      'more rows than a list has': unfolding('<sheetData>', row, 200_001),
      'one row without end': unfolding('<sheetData><row>', '<c/>'.repeat(1000), 5200),
      'a cell without end': unfolding('<sheetData><row><c t="inlineStr"><is><t>', 'a'.repeat(1000), 21_000),
      'nested without end': unfolding('', '<row>'.repeat(100), 3000),
      'one shared text in every cell': workbook(
        `<sheetData>${`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(200)}</sheetData>`,
        `<sst><si><t>${'a'.repeat(32_000)}</t></si></sst>`,
      ),
      'a column far away': workbook('<sheetData><row><c r="ZZZ1"><v>1</v></c></row></sheetData>'),
      'a line without end': Buffer.from(`a;b\r\n"${'x'.repeat(21_000_000)}`),
      'a line of separators': Buffer.from(`a;b\r\n${';'.repeat(3_000_000)}`),
    }
    for (const [name, bytes] of Object.entries(bombs)) {
      const read = await readTable(bytes)
      expect({ name, code: read.ok ? 'read' : read.refusals[0]?.code }).toEqual({ name, code: 'sheet.too_much' })
    }
    expect(process.memoryUsage.rss() - before).toBeLessThan(400_000_000)
  })

  it('are not held up by what takes long to look through', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="1" formatCode="${'['.repeat(300_000)}"/></numFmts><cellXfs><xf numFmtId="1"/></cellXfs></styleSheet>`
    const bytes = Buffer.from(
      zipSync({
        'xl/workbook.xml': strToU8(`${'<workbookPr'.repeat(20_000)}<sheet name="A" id="a"/>`),
        'xl/_rels/workbook.xml.rels': strToU8('<Relationship Id="a" Target="list.xml"/>'),
        'xl/styles.xml': strToU8(styles),
        'xl/list.xml': strToU8('<row><c><v>1</v></c></row>'),
      }),
    )
    expect(typeof (await readTable(bytes)).ok).toBe('boolean')
  })
})
