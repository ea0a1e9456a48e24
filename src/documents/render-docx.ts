import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx'
import { say } from '../kernel/text.ts'
import type { Block, Doc, Rich, Section } from './doc.ts'
import { runsOf, safeHref } from './doc.ts'
import { bookmarkOf, figureOf, tableOf } from './docx-parts.ts'
import { faces, styles, tabs } from './docx-styles.ts'
import { words } from './words.ts'

/** Characters that XML 1.0 cannot hold are left out. */
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const clean = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

const children = (text: Rich): readonly ParagraphChild[] =>
  runsOf(text)
    .map((run) => {
      const lines = clean(run.text).split('\n')
      const made = lines.map(
        (line, i) =>
          new TextRun({ text: line, ...(run.strong ? { bold: true } : {}), ...(run.emphasis ? { italics: true } : {}), ...(i > 0 ? { break: 1 } : {}) }),
      )
      const href = safeHref(run.href)
      if (!href) return made
      return href.startsWith('#')
        ? [new InternalHyperlink({ anchor: bookmarkOf(href.slice(1)), children: made })]
        : [new ExternalHyperlink({ link: href, children: made })]
    })
    .flat()

const paragraph = (text: Rich, style?: string): Paragraph => new Paragraph({ children: [...children(text)], ...(style ? { style } : {}) })

/** Lists are numbered anew each: `instance` tells them apart. */
const listed = (items: readonly Rich[], reference: string, instance: number): readonly Paragraph[] =>
  items.map((item) => new Paragraph({ children: [...children(item)], numbering: { reference, level: 0, instance } }))

const clausesOf = (items: readonly Rich[], { language }: Doc, instance: number): readonly Paragraph[] => {
  const that = new TextRun({ text: `${say(words.that, language)} `, italics: true })
  return items.map(
    (item) => new Paragraph({ children: [that, ...children(item)], ...(items.length > 1 ? { numbering: { reference: 'numbers', level: 0, instance } } : {}) }),
  )
}

type Part = Paragraph | Table

const partsOf = (block: Block, doc: Doc, level: 'section' | 'inside', instance: number): readonly Part[] => {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: clean(block.text), heading: level === 'section' ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3 })]
    case 'paragraph':
      return [paragraph(block.text, block.tone === 'lead' ? 'Lead' : block.tone === 'quiet' ? 'Quiet' : undefined)]
    case 'note':
      return [paragraph(block.text, 'Note')]
    case 'clauses':
      return clausesOf(block.items, doc, instance)
    case 'list':
      return listed(block.items, block.ordered ? 'numbers' : 'dots', instance)
    case 'facts':
      return block.rows.map(
        (row) => new Paragraph({ style: 'Fact', ...tabs.fact, children: [new TextRun({ text: `${clean(row.name)}\t` }), ...children(row.value)] }),
      )
    case 'table':
      return [paragraph([{ text: block.caption }, ...(block.note ? [{ text: ` ${block.note}` }] : [])], 'Caption'), tableOf(block, clean), new Paragraph({})]
    case 'figure':
      return [figureOf(block, clean), paragraph(block.caption, 'Caption')]
    case 'signatures':
      return block.rows.map(
        (row) =>
          new Paragraph({
            style: 'Signature',
            children: [
              new TextRun({ text: clean(row.name), bold: true }),
              new TextRun({ text: clean(row.note ? `${row.role}. ${row.note}` : row.role), break: 1 }),
            ],
          }),
      )
  }
}

const sectionParts = (section: Section, doc: Doc, number: number): readonly Part[] => {
  const sign = section.margin?.sign
  const lines = section.margin?.lines ?? []
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [bookmarkOf(section.id, `${sign ? `${clean(sign)}  ` : ''}${clean(section.title)}`)] }),
    ...(lines.length > 0 ? [paragraph(lines.join(' · '), 'Quiet')] : []),
    ...section.blocks.flatMap((block, i) => partsOf(block, doc, 'inside', number * 1000 + i)),
  ]
}

const footerOf = (doc: Doc): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        ...tabs.end,
        children: [
          new TextRun({
            children: [
              `${clean(doc.municipality)} · ${clean(doc.sort)}\t${say(words.page, doc.language)} `,
              PageNumber.CURRENT,
              ` (`,
              PageNumber.TOTAL_PAGES,
              ')',
            ],
          }),
        ],
      }),
    ],
  })

/** The document for Word, with real headings, table heads, lists and its language: to be worked on, and read by those who hear it. */
export const renderDocx = (doc: Doc): Promise<Uint8Array> => {
  const language = doc.language === 'sv' ? 'sv-SE' : 'en-GB'
  const file = new Document({
    title: clean(doc.title),
    creator: clean(doc.authority),
    description: clean(doc.sort),
    features: { updateFields: false },
    styles: styles(language),
    numbering: {
      config: [
        { reference: 'numbers', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: hanging }] },
        { reference: 'dots', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START, style: hanging }] },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1500, bottom: 1300, left: 1700, right: 1250 } } },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                style: 'Head',
                ...tabs.end,
                border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '17212B', space: 4 } },
                children: [new TextRun({ text: clean(doc.authority), font: faces.serif, bold: true }), new TextRun({ text: `\t${clean(doc.municipality)}` })],
              }),
            ],
          }),
        },
        footers: { default: footerOf(doc) },
        children: [
          paragraph([doc.sort, ...doc.margin].join(' · '), 'Quiet'),
          new Paragraph({ text: clean(doc.title), heading: HeadingLevel.HEADING_1 }),
          ...(doc.secrecy ? [paragraph([{ text: doc.secrecy, strong: true }], 'Note')] : []),
          ...doc.blocks.flatMap((block, i) => partsOf(block, doc, 'section', i)),
          ...doc.sections.flatMap((section, i) => sectionParts(section, doc, i + 1)),
        ],
      },
    ],
  })
  return Packer.toBuffer(file).then((buffer) => new Uint8Array(buffer))
}

const hanging = { paragraph: { indent: { left: 500, hanging: 400 } } }
