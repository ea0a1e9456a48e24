import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { readPdf } from '../../test/pdf.ts'
import type { Doc } from './doc.ts'
import { DocArticle } from './doc-html.tsx'
import { renderDocx } from './render-docx.ts'
import { openRenderer, type Renderer } from './renderer.ts'

const circle = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20"><circle cx="10" cy="10" r="8" fill="#c0152b"/></svg>'

const doc = (change: Partial<Doc> = {}): Doc => ({
  kind: 'minutes',
  language: 'sv',
  title: 'Protokoll 25 januari 2022',
  sort: 'Protokoll',
  authority: 'Arbetslivsnämnden',
  municipality: 'Borås Stad',
  margin: ['ALN 2022-00001'],
  blocks: [
    { kind: 'paragraph', tone: 'lead', text: 'Nämnden beslutade i ett ärende.' },
    { kind: 'facts', rows: [{ name: 'Plats', value: 'Digitalt' }] },
  ],
  sections: [
    {
      id: 'p1',
      title: 'Stadsdelsvärdar',
      margin: { sign: '§ 1', lines: ['ALN 2022-00012'] },
      blocks: [
        { kind: 'heading', text: 'Beslut' },
        { kind: 'clauses', items: ['godkänna rapporten', [{ text: 'översända den till ' }, { text: 'Kommunfullmäktige', strong: true }]] },
        {
          kind: 'paragraph',
          text: [{ text: 'Se ' }, { text: 'underskrifterna', href: '#sig' }, { text: ' och ' }, { text: 'lagen', href: 'https://riksdagen.se/' }],
        },
        { kind: 'list', items: ['ett', 'två'] },
        {
          kind: 'table',
          caption: 'Intäkter',
          note: 'tkr',
          columns: [{ head: 'Rad' }, { head: 'Utfall 2022', align: 'end' }],
          rows: [{ cells: ['Bidrag', '1 234'] }, { cells: ['Summa', '1 234'], kind: 'sum' }],
        },
        { kind: 'figure', svg: circle, alt: 'En röd cirkel', caption: 'Figur 1' },
        { kind: 'note', tone: 'stop', text: 'Reservation' },
      ],
    },
    { id: 'sig', title: 'Underskrifter', blocks: [{ kind: 'signatures', rows: [{ name: 'Anna Ek', role: 'Ordförande', note: 'Justerat digitalt' }] }] },
  ],
  ...change,
})

let renderer: Renderer
beforeAll(() => {
  renderer = openRenderer({ own: null })
})
afterAll(() => renderer.close())

const pdfOf = async (given: Doc, by = renderer): Promise<Uint8Array> => {
  const done = await by.pdf(given)
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  return done.value.bytes
}
const docxOf = async (given: Doc): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(Object.entries(unzipSync(await renderDocx(given))).map(([name, bytes]) => [name, strFromU8(bytes)]))

describe('a document as PDF', () => {
  it('is tagged, titled, in its language and in the faces of the house: PDF/UA-1', async () => {
    const pdf = await readPdf(await pdfOf(doc()))
    expect(pdf).toMatchObject({ title: 'Protokoll 25 januari 2022', ua: '1', labels: ['1'], pages: 1 })
    expect(pdf.language).toMatch(/^sv/)
    expect(pdf.outline).toEqual(['Protokoll 25 januari 2022', 'Stadsdelsvärdar', 'Beslut', 'Underskrifter'])
    for (const role of ['H1', 'H2', 'H3', 'L', 'LI', 'Table', 'TH', 'TD', 'Caption', 'Figure', 'Link']) expect(pdf.roles).toContain(role)
    expect(pdf.alts).toContain('En röd cirkel')
    expect(pdf.fonts.length).toBeGreaterThan(3)
    for (const font of pdf.fonts) expect(font).toMatch(/^(CrimsonPro|SourceSans3)-/)
    expect(pdf.links.map((l) => l.to)).toEqual([0, 'https://riksdagen.se/'])
    for (const words of ['att godkänna rapporten', '1 234', 'Justerat digitalt', 'sida 1 (1)']) expect(pdf.text.replaceAll('\u00a0', ' ')).toContain(words)
  })

  it('marks secrecy in words', async () => {
    expect((await readPdf(await pdfOf(doc({ secrecy: 'Sekretessmarkering: OSL 26:1.' })))).text).toContain('Sekretessmarkering: OSL 26:1.')
  })

  it('sets every text as text, never as code, and tells characters that no face has', async () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '#panic()',
        '#read("/etc/passwd")',
        '$x$',
        '*a* _b_ `c`',
        '#[',
        ']',
        '"',
        '\\',
        '\\u{0}',
        '// x',
        '@x',
        '<x>',
        '= H',
        '😀日本\u0000\u202e',
        '#let x = ',
        '\ud800',
      ),
      anyText({ maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 5, maxLength: 5 }), async ([a = '', b = '', c = '', d = '', e = '']) => {
        const given = doc({
          title: `x${a}`,
          margin: [b],
          blocks: [
            { kind: 'paragraph', text: [{ text: c, href: d }] },
            { kind: 'facts', rows: [{ name: d, value: e }] },
            { kind: 'table', caption: a, columns: [{ head: b }], rows: [{ cells: [c] }] },
            { kind: 'signatures', rows: [{ name: d, role: e, note: a }] },
          ],
        })
        await pdfOf(given)
        expect((await docxOf(given))['word/document.xml']).toContain('</w:document>')
      }),
      { numRuns: 40 },
    )
    const shown = await readPdf(await pdfOf(doc({ title: '#panic("x") $y$ *z*', blocks: [{ kind: 'paragraph', text: 'Glad 😀' }] })))
    expect(shown.outline[0]).toBe('#panic("x") $y$ *z*')
    expect(shown.text).toContain('Glad [U+1F600]')
  })
})

describe('templates of the municipality’s own', () => {
  const own = mkdtempSync(path.join(tmpdir(), 'genomslag-templates-'))
  const theirs = openRenderer({ own })
  afterAll(async () => {
    await theirs.close()
    rmSync(own, { recursive: true })
  })
  const refusal = async (by: Renderer): Promise<string> => {
    const done = await by.pdf(doc())
    return done.ok ? 'made' : done.refusals.map((r) => r.text.sv).join()
  }

  it('go before the house’s, one kind at a time', async () => {
    writeFileSync(path.join(own, 'minutes.typ'), '#import "house.typ": paper\n#let doc = json("doc.json")\n#show: paper.with(doc)\n= Vår egen mall\n')
    expect((await readPdf(await pdfOf(doc(), theirs))).text).toContain('Vår egen mall')
    expect((await readPdf(await pdfOf(doc({ kind: 'decision' }), theirs))).text).not.toContain('Vår egen mall')
  })

  it.each([
    ['#import "house.typ": paper\n\n#let x = y\n', 'Mallen minutes.typ går inte att använda: fel på rad 3: unknown variable: y.'],
    ['#set document(title: "x")\n#set text(lang: "sv", font: "Comic Sans")\n= Hej\n', 'fel på rad 2: unknown font family: comic sans.'],
    ['#set document(title: "x")\n= Hej\n#image("../../../package.json")\n', 'Mallen minutes.typ går inte att använda: fel på rad 3'],
    ['Utan titel', 'missing document title'],
  ])('are refused with file and line when they are wrong, never replaced', async (template, words) => {
    writeFileSync(path.join(own, 'minutes.typ'), template)
    expect(await refusal(theirs)).toContain(words)
  })

  it('are refused when they take more memory than they may', async () => {
    writeFileSync(path.join(own, 'minutes.typ'), '#for i in range(30000) { for j in range(30000) { let x = calc.rem(i, 7) } }\n')
    const small = openRenderer({ own, memoryLimit: 1 })
    expect(await refusal(small)).toContain('för mycket minne')
    await small.close()
  })

  it('are refused when they never end, and the next document is made all the same', async () => {
    writeFileSync(path.join(own, 'minutes.typ'), '#for i in range(30000) { for j in range(30000) { let x = calc.rem(i, 7) } }\n')
    const hurried = openRenderer({ own, timeLimit: 2000 })
    try {
      expect(await refusal(hurried)).toContain('avbröts')
      rmSync(path.join(own, 'minutes.typ'))
      // On a busy machine the first document after it may need longer than the hurried time too.
      await vi.waitFor(async () => expect(await refusal(hurried)).toBe('made'), { timeout: 120_000, interval: 100 })
    } finally {
      await hurried.close()
    }
    expect(await refusal(openRenderer({ own: path.join(own, 'finns-inte') }))).toContain('går inte att läsa')
  })
})

describe('a document for Word', () => {
  it('has real headings, table heads, lists, language and links', async () => {
    const files = await docxOf(doc())
    const body = files['word/document.xml'] ?? ''
    for (const part of ['w:val="Heading1"', 'w:val="Heading2"', 'w:val="Heading3"', '<w:tblHeader', '<w:numPr>', 'w:anchor="s_sig"', 'w:name="s_sig"'])
      expect(body).toContain(part)
    expect(files['word/styles.xml']).toContain('w:val="sv-SE"')
    expect(files['docProps/core.xml']).toContain('<dc:title>Protokoll 25 januari 2022</dc:title>')
    expect(body).toContain('descr="En röd cirkel"')
    expect(Object.keys(files).some((name) => name.endsWith('.svg'))).toBe(true)
  })
})

describe('a document as a page', () => {
  it('says the same, and leads only to safe places', () => {
    const html = renderToStaticMarkup(DocArticle({ doc: doc({ blocks: [{ kind: 'paragraph', text: [{ text: '<b>', href: 'javascript:alert(1)' }] }] }) }))
    expect(html).toContain('&lt;b&gt;')
    expect(html).not.toContain('javascript:')
    for (const part of ['<h1>', 'href="#sig"', 'id="sig"', '<th scope="row">Bidrag', 'alt="En röd cirkel"']) expect(html).toContain(part)
  })
})
