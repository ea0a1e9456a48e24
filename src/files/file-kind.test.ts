import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { cleanName, titleOf } from './attachment.ts'
import { dispositionOf } from './download.ts'
import { sniff } from './file-kind.ts'

const file = (name: string, content: Uint8Array | string) => {
  const bytes = Buffer.from(content as string)
  return { name, size: bytes.length, read: (at: number, length: number) => Promise.resolve(bytes.subarray(at, at + length)) }
}
const zip = (names: readonly string[]): Uint8Array => zipSync(Object.fromEntries(names.map((n) => [n, strToU8('x')])))
const odt = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8('<x/>') })
const word = ['[Content_Types].xml', 'word/document.xml']

describe('what a file is', () => {
  it.each([
    ['a.pdf', '%PDF-1.7\n', 'pdf'],
    ['wrong-name.txt', '%PDF-1.7\n', 'pdf'],
    ['a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'png'],
    ['a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
    ['a.docx', zip(word), 'docx'],
    ['a.xlsx', zip(['[Content_Types].xml', 'xl/workbook.xml']), 'xlsx'],
    ['a.odt', odt, 'odt'],
    ['a.txt', 'Ärendet', 'text'],
    ['a.CSV', 'a;b\n1;2\n', 'text'],
  ])('%s is told by its content', async (name, content, kind) => {
    expect((await sniff(file(name, content)))?.kind).toBe(kind)
  })

  it.each([
    ['a.exe', 'MZ\u0000'],
    ['a.html', '<script>alert(1)</script>'],
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a.txt', 'text\u0000with nul'],
    ['macros.docx', zip([...word, 'word/vbaProject.bin'])],
    ['a.docx', zip(['any.txt'])],
    ['broken.docx', zip(word).subarray(0, 60)],
    ['jar.docx', zip(['META-INF/MANIFEST.MF'])],
  ])('%s is not kept', async (name, content) => {
    expect(await sniff(file(name, content))).toBeNull()
  })

  it('reads letters as they were written', async () => {
    expect((await sniff(file('a.txt', 'Ärendet')))?.charset).toBe('utf-8')
    expect((await sniff(file('a.txt', Buffer.from([0xc4, 0x72]))))?.charset).toBe('windows-1252')
  })

  it('never fails on what it cannot read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.docx', 'a.txt', 'a'), async (bytes, name) => {
        await sniff(file(name, Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), bytes])))
      }),
    )
  })
})

describe('the name of a file', () => {
  it('loses folders and what no system takes', () => {
    expect(cleanName('C:\\Users\\x\\Risk\u202Eanalys.pdf')).toBe('Riskanalys.pdf')
    expect(cleanName('../../etc/passwd')).toBe('passwd')
    expect(cleanName(`${'å'.repeat(300)}.docx`)).toHaveLength(200)
    expect(titleOf('Risk_analys 2022.pdf')).toBe('Risk analys 2022')
  })

  it('never breaks the header it is sent in', () => {
    fc.assert(
      fc.property(anyText({ minLength: 1 }), (typed) => {
        const name = cleanName(typed).toWellFormed() || 'fil'
        const header = dispositionOf('attachment', name)
        expect(header).toMatch(/^attachment; filename="[ !#-$&-~]*"; filename\*=UTF-8''[A-Za-z0-9.%~_!-]*$/)
        expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(name)
      }),
    )
  })
})
