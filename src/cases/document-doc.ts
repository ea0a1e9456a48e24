import { type Block, type Doc, paragraphs, type Section } from '../documents/doc.ts'
import type { Attachment } from '../files/attachment.ts'
import { kindName } from '../files/file-kind.ts'
import { sizeText, words as fileWords } from '../files/words.ts'
import { type Day, longDay } from '../kernel/day.ts'
import { type Locale, say, type Text } from '../kernel/text.ts'
import type { Case } from './case.ts'
import type { FiledDocument } from './case-store.ts'
import { type Assessment, type Cooperation, type PartSpec, partsOfKind } from './document.ts'
import { documentWords } from './document-words.ts'
import { words } from './words.ts'

export interface DocumentTold {
  readonly document: FiledDocument
  readonly home: Case
  readonly attachments: readonly Attachment[]
  readonly authority: string
  readonly author: string | null
  readonly municipality: string
  readonly locale: Locale
}

/** A filed document, board paper or opinion or any other, as it is set on paper. Pure. */
export const documentDoc = ({ document, home, attachments, authority, author, municipality, locale }: DocumentTold): Doc => {
  const t = (text: Text): string => say(text, locale)
  const current = attachments.filter((a) => a.supersededBy === null)
  return {
    kind: 'document',
    language: locale,
    title: document.title,
    sort: t(documentWords.kinds[document.kind]),
    authority,
    municipality,
    margin: [home.number, longDay(document.day, locale), ...(document.version > 1 ? [t(words.version(document.version))] : [])],
    ...(document.secrecy ? { secrecy: t(words.secrecyMark(document.secrecy, document.day, authority)) } : {}),
    blocks: author ? [{ kind: 'facts', rows: [{ name: t(words.author), value: author }] }] : [],
    sections: [
      ...partsOfKind[document.kind]
        .filter((spec) => document.parts[spec.name] !== undefined)
        .map((spec): Section => ({ id: spec.name, title: t(spec.words), blocks: partBlocks(spec, document.parts[spec.name], locale) })),
      ...(current.length === 0
        ? []
        : [
            {
              id: 'files',
              title: t(fileWords.attachments),
              blocks: [
                { kind: 'list' as const, ordered: true, items: current.map((a) => `${a.title} (${kindName(a.kind, a.name)}, ${sizeText(a.size, locale)})`) },
              ],
            },
          ]),
    ],
  }
}

const partBlocks = (spec: PartSpec, value: unknown, locale: Locale): readonly Block[] => {
  switch (spec.input) {
    case 'clauses':
      return [{ kind: 'clauses', items: value as readonly string[] }]
    case 'lines':
      return spec.name === 'signatures'
        ? [{ kind: 'signatures', rows: (value as readonly string[]).map(signature) }]
        : [{ kind: 'list', ordered: true, items: value as readonly string[] }]
    case 'day':
      return [{ kind: 'paragraph', text: longDay(value as Day, locale) }]
    case 'assessment':
      return 'none' in (value as Assessment)
        ? [{ kind: 'paragraph', text: `${say(documentWords.noneMade, locale)}.` }]
        : paragraphs((value as { text: string }).text)
    case 'cooperation':
      return [{ kind: 'list', items: (value as readonly Cooperation[]).map((c) => cooperationLine(c, locale)) }]
    default:
      return paragraphs(String(value))
  }
}

/** 'Förvaltningschef Anna Ek' or 'Anna Ek, förvaltningschef': what stands after a comma is the role. */
const signature = (line: string): { readonly name: string; readonly role: string } => {
  const [name = line, ...role] = line.split(', ')
  return { name, role: role.join(', ') }
}

const cooperationLine = ({ forum, day, kind }: Cooperation, locale: Locale): string =>
  `${forum}, ${day ? longDay(day, locale) : say(documentWords.undatedShort, locale)} (${say(documentWords.cooperation[kind], locale)})`
