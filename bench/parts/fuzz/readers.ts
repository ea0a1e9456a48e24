import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { strToU8, zipSync } from 'fflate'
import { PDFDocument } from '@cantoo/pdf-lib'
import { rulesThatHold } from '../../../src/access/claims.ts'
import { readIdentityConfig } from '../../../src/access/identity-config.ts'
import { check } from '../../../src/contradictions/check.ts'
import { Trouble } from '../../../src/database/trouble.ts'
import { openAttached } from '../../../src/documents/merge/attached.ts'
import { lists, listKinds } from '../../../src/exchange/organisation/lists.ts'
import { type ReadList, readList } from '../../../src/exchange/organisation/read-list.ts'
import { readRows } from '../../../src/exchange/organisation/read-rows.ts'
import { digestOf, manifestText, readManifest } from '../../../src/exchange/package/manifest.ts'
import { readTar, tarEnd, tarHeader, tarPadding } from '../../../src/exchange/package/tar.ts'
import { readTable } from '../../../src/exchange/sheet/read-table.ts'
import { writeXlsx } from '../../../src/exchange/sheet/write-xlsx.ts'
import { sniff } from '../../../src/files/file-kind.ts'
import type { Refusal } from '../../../src/kernel/refusal.ts'
import { askRule } from '../../../src/rulebook/ask-rule.ts'
import { rules } from '../../../src/rulebook/rules.ts'
import type { Chance } from './chance.ts'
import { packageReaders } from './package-files.ts'
import { registerFiles } from './register.ts'
import { spoiledBytes, spoiledJson, spoiledText, spoiledValue } from './spoil.ts'

/** What became of an input: taken, or refused with plain reasons. Anything thrown is a defect. */
export type Became = 'taken' | readonly Pick<Refusal, 'code' | 'text'>[]

/** A way that files come in: makes an input by chance, tries it, and answers what became of it. */
export interface Reader {
  readonly name: string
  /** How many of a hundred inputs are its: the slow ones get fewer. */
  readonly share: number
  attempt(chance: Chance): Promise<Became> | Became
}

const verdict = (v: { readonly ok: true } | { readonly ok: false; readonly refusals: readonly Refusal[] }): Became => (v.ok ? 'taken' : v.refusals)
const no = (code: string): Became => [{ code, text: { sv: code, en: code } }]

/** A list as people keep them: heads, and rows that mostly fit. */
export const csvOf = (chance: Chance, heads: readonly string[]): Buffer => {
  const rows = Array.from({ length: chance.below(6) }, () =>
    heads.map((head) => chance.pick(['', head, '2022-05-17', '1 234,5', 'u1', 'u2', '7', 'Åsa', 'ja', 'nämnd', 'registrator', 'Unit', '"a;b"', '0'])),
  )
  return Buffer.from([heads, ...rows].map((row) => row.join(chance.pick([';', ';', ',', '\t']))).join(chance.pick(['\r\n', '\n'])))
}

const sheetParts = (chance: Chance): Record<string, string> => {
  const cell = (): string =>
    chance.pick([
      '<c/>',
      '<c><v>1</v></c>',
      '<c t="s"><v>0</v></c>',
      '<c t="inlineStr"><is><t>a &amp; b</t></is></c>',
      '<c r="C2" s="1"><v>44698</v></c>',
      '<c><f>1+1</f><v>2</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="d"><v>2022-05-17</v></c>',
    ])
  const row = (): string => `<row r="${chance.below(20)}">${Array.from({ length: chance.below(5) }, cell).join('')}</row>`
  return {
    'xl/workbook.xml':
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="Lista" sheetId="1" r:id="a"/><sheet name="Om filen" sheetId="2" r:id="b"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Target="worksheets/1.xml"/><Relationship Id="b" Target="/xl/worksheets/2.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': '<sst><si><t>Namn</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>',
    'xl/worksheets/1.xml': `<worksheet><sheetData>${Array.from({ length: chance.below(6) }, row).join('')}</sheetData></worksheet>`,
    'xl/worksheets/2.xml':
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>Innehåll</t></is></c><c t="inlineStr"><is><t>cases</t></is></c></row></sheetData></worksheet>',
  }
}

const ours = await buffer(
  Readable.from(
    writeXlsx({
      name: 'Lista',
      heads: ['A', 'B'],
      rows: Readable.from([
        [
          { kind: 'text', text: 'åäö' },
          { kind: 'number', digits: '1.5' },
        ],
      ]),
      about: { name: 'Om filen', lines: [['Innehåll', 'cases']] },
    }),
  ),
)

const xlsx = (chance: Chance): Promise<Became> => {
  if (chance.once(3)) return readTable(spoiledBytes(ours, chance)).then(verdict)
  const parts = sheetParts(chance)
  const name = chance.pick(Object.keys(parts))
  const spoilt = { ...parts, [name]: spoiledText(parts[name] ?? '', chance) }
  if (chance.once(10)) delete spoilt[chance.pick(Object.keys(parts))]
  const zip = Buffer.from(zipSync(Object.fromEntries(Object.entries(spoilt).map(([n, text]) => [n, strToU8(text)])), { level: chance.once(2) ? 0 : 1 }))
  return readTable(chance.once(5) ? spoiledBytes(zip, chance) : zip).then(verdict)
}

/** One of the four lists, or several at once: their cells read, all of the import but its acts. */
const peopleAndUnits = async (chance: Chance): Promise<Became> => {
  const read: ReadList[] = []
  const refusals: Refusal[] = []
  for (let n = chance.below(3); n >= 0; n--) {
    const heads = lists[chance.pick(listKinds)].columns.map(({ head }) => head[chance.pick(['sv', 'en'] as const)])
    const csv = csvOf(chance, heads)
    const table = await readTable(chance.once(2) ? spoiledBytes(csv, chance) : csv)
    if (table.ok) read.push(readList(`fil${n}.csv`, table.value))
    else refusals.push(...table.refusals)
  }
  readRows(read)
  refusals.push(...read.flatMap(({ problems }) => problems.map((p) => p.refusal)))
  return refusals.length === 0 ? 'taken' : refusals
}

const document = {
  documents: [
    {
      title: 'Budget 2022',
      date: '2022-01-25',
      encloses: [],
      tables: [
        {
          id: 't',
          title: 'Driftbudget, tkr',
          columns: [
            { label: '2021', role: 'value' },
            { label: 'Förändring', role: 'change' },
          ],
          rows: [
            { label: 'Intäkter', role: 'income', cells: ['10', '1,5'] },
            { label: 'Kostnader', role: 'cost', cells: ['-20', '−2'] },
            { label: 'Netto', role: 'net', cells: [-10, -0.5] },
          ],
        },
      ],
      statements: [{ quantity: 'nettokostnad', value: '10', unit: 'tkr', period: '2022' }],
    },
  ],
}

const config = {
  localAccounts: true,
  providers: [
    {
      id: 'entra',
      name: 'Kommunens inloggning',
      issuer: 'https://login.example.org/v2.0',
      clientId: 'x',
      scope: 'openid',
      rules: [
        { claim: 'groups', value: 'registry', post: 'p1' },
        { claim: 'a.b', pattern: 'chef-.*', body: 'aln', role: 'department_head' },
      ],
    },
  ],
}
const identity = (chance: Chance): Became => {
  try {
    const read = readIdentityConfig(spoiledJson(config, chance), {})
    const claims = spoiledValue({ groups: ['registry', 'chef-1'], a: { b: 'chef-2' }, sub: 'x' }, chance)
    for (const { rules: all } of read.providers) rulesThatHold(all, (typeof claims === 'object' && claims !== null ? claims : {}) as Record<string, unknown>)
    return 'taken'
  } catch (error) {
    if (error instanceof Trouble) return [{ code: 'trouble', text: error.text }]
    throw error
  }
}

const manifest = {
  format: 'genomslag-package',
  version: 1,
  instance: '',
  layout: [{ name: '001-history.sql', checksum: 'a'.repeat(64) }],
  chain: { position: 0, digest: '' },
  tables: [{ name: 'public.node', rows: 1 }],
  files: [{ name: 'tables/public.node.jsonl', size: 2, sha256: 'b'.repeat(64) }],
} as const
const packages = async (chance: Chance): Promise<Became> => {
  const whole = manifestText({
    ...manifest,
    tables: [...manifest.tables],
    files: [...manifest.files],
    layout: [...manifest.layout],
    digest: digestOf(manifest as never),
  })
  if (chance.once(2))
    return readManifest(chance.once(2) ? spoiledJson(JSON.parse(whole), chance) : spoiledText(whole, chance)) ? 'taken' : no('package.manifest')
  const content = Buffer.from(whole)
  const tar = Buffer.concat([tarHeader('manifest.json', content.length), content, tarPadding(content.length), tarHeader('files/a', 0), tarEnd()])
  try {
    for await (const part of readTar(Readable.from([spoiledBytes(tar, chance)]))) if ('file' in part && part.file.length > 100) return no('tar.name')
    return 'taken'
  } catch (error) {
    // What is no archive of ours is told by throwing: restore takes it as altered.
    if (error instanceof Error && /tar header|cut off/.test(error.message)) return no('backup.altered')
    throw error
  }
}

const pdf = await (async () => {
  const made = await PDFDocument.create()
  made.addPage([200, 200])
  return Buffer.from(await made.save({ useObjectStreams: false }))
})()
const office = Buffer.from(zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }))
const files = async (chance: Chance): Promise<Became> => {
  const bytes = spoiledBytes(chance.pick([pdf, office, ours, Buffer.from('text å\n'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])]), chance)
  const found = await sniff({
    name: chance.pick(['a.pdf', 'a.csv', 'a.docx', 'a.html', '../a.txt']),
    size: bytes.length,
    read: (at, n) => Promise.resolve(bytes.subarray(at, at + n)),
  })
  return found ? 'taken' : no('file.kind')
}
const attachments = async (chance: Chance): Promise<Became> => ((await openAttached(spoiledBytes(pdf, chance))) ? 'taken' : no('attachment.locked'))

/** Every reader that needs no database. */
export const readers: readonly Reader[] = [
  { name: 'XLSX', share: 12, attempt: xlsx },
  { name: 'CSV', share: 12, attempt: (chance) => readTable(spoiledBytes(csvOf(chance, ['Nummer', 'Uppdrag', 'Id', 'Version']), chance)).then(verdict) },
  registerFiles,
  { name: 'people and units', share: 12, attempt: peopleAndUnits },
  { name: 'package', share: 14, attempt: packages },
  ...packageReaders,
  { name: 'check', share: 14, attempt: (chance) => verdict(check(spoiledJson(document, chance))) },
  {
    name: 'rule',
    share: 16,
    attempt: (chance) => {
      const rule = chance.pick(rules)
      const asked = askRule(rule, spoiledValue(rule.example, chance))
      return !asked.wellShaped ? asked.problems : asked.ruling.ok ? 'taken' : asked.ruling.refusals
    },
  },
  { name: 'identity', share: 10, attempt: identity },
  { name: 'files', share: 8, attempt: files },
  { name: 'PDF', share: 2, attempt: attachments },
]
