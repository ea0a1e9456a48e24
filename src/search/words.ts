import { allDefinitions } from '../registers/definitions/index.ts'
import type { Text } from '../kernel/text.ts'
import type { Reason } from './find.ts'

const kinds: Readonly<Record<string, Text>> = {
  case: { sv: 'Ärenden', en: 'Cases' },
  document: { sv: 'Handlingar', en: 'Documents' },
  decision: { sv: 'Beslut', en: 'Decisions' },
  clause: { sv: 'Att-satser', en: 'Clauses' },
  report: { sv: 'Rapporter', en: 'Reports' },
  series: { sv: 'Mått', en: 'Measures' },
  goal: { sv: 'Mål', en: 'Goals' },
  target: { sv: 'Målvärden', en: 'Targets' },
  frame: { sv: 'Ramar', en: 'Frames' },
  mandate: { sv: 'Mandat', en: 'Mandates' },
  node: { sv: 'Organ och enheter', en: 'Bodies and units' },
  person: { sv: 'Personer', en: 'People' },
  meeting: { sv: 'Sammanträden', en: 'Meetings' },
  minutes: { sv: 'Protokoll', en: 'Minutes' },
  file: { sv: 'Filer', en: 'Files' },
}

const one: Readonly<Record<string, Text>> = {
  case: { sv: 'Ärende', en: 'Case' },
  document: { sv: 'Handling', en: 'Document' },
  decision: { sv: 'Beslut', en: 'Decision' },
  clause: { sv: 'Att-sats', en: 'Clause' },
  report: { sv: 'Rapport', en: 'Report' },
  series: { sv: 'Mått', en: 'Measure' },
  goal: { sv: 'Mål', en: 'Goal' },
  target: { sv: 'Målvärde', en: 'Target' },
  frame: { sv: 'Ram', en: 'Frame' },
  mandate: { sv: 'Mandat', en: 'Mandate' },
  node: { sv: 'Organ eller enhet', en: 'Body or unit' },
  person: { sv: 'Person', en: 'Person' },
  meeting: { sv: 'Sammanträde', en: 'Meeting' },
  minutes: { sv: 'Protokoll', en: 'Minutes' },
  file: { sv: 'Fil', en: 'File' },
}

const reasons: Readonly<Record<Reason, Text>> = {
  number: { sv: 'Numret är det du skrev', en: 'The number is what you wrote' },
  title: { sv: 'Orden finns i rubriken', en: 'The words are in the title' },
  title_begins: { sv: 'Ord i rubriken börjar så, eller skrivs så utan å, ä och ö', en: 'Words of the title begin so, or are written so without å, ä and ö' },
  text: { sv: 'Orden finns i texten', en: 'The words are in the text' },
  text_begins: { sv: 'Ord i texten börjar så, eller skrivs så utan å, ä och ö', en: 'Words of the text begin so, or are written so without å, ä and ö' },
  inside: { sv: 'Det du skrev är en del av ord i rubriken', en: 'What you wrote is a part of words in the title' },
}

export const words = {
  search: { sv: 'Sök', en: 'Search' },
  searchFor: { sv: 'Sök efter', en: 'Search for' },
  kind: { sv: 'Slag', en: 'Kind' },
  body: { sv: 'Organ', en: 'Body' },
  year: { sv: 'År', en: 'Year' },
  results: { sv: 'Träffar', en: 'Results' },
  sort: { sv: 'Ordning', en: 'Order' },
  sorts: { relevance: { sv: 'Bäst träff först', en: 'Best first' }, newest: { sv: 'Nyast först', en: 'Newest first' } },
  lead: {
    sv: 'Sök bland ärenden, handlingar, protokoll, beslut, register, rapporter, mått, mål, organ och personer.',
    en: 'Search cases, documents, minutes, decisions, registers, reports, measures, goals, bodies and people.',
  },
  sentence: (n: string, one: boolean, typed: string): Text => ({
    sv: `${n} ${one ? 'träff' : 'träffar'} på ”${typed}” bland det du får läsa.`,
    en: `${n} ${one ? 'result' : 'results'} for “${typed}” in what you may read.`,
  }),
  none: (typed: string): Text => ({ sv: `Inget av det du får läsa innehåller ”${typed}”.`, en: `Nothing that you may read holds “${typed}”.` }),
  noneNarrowed: { sv: 'Inget med de valen.', en: 'Nothing with those choices.' },
  small: {
    sv: 'De orden är för vanliga att söka på ensamma (att, och, som). Lägg till ett ord om saken.',
    en: 'Those words are too common to be searched alone (att, och, som). Add a word about the matter.',
  },
  meant: { sv: 'Menade du', en: 'Did you mean' },
  moreThan: { sv: 'fler än', en: 'more than' },
  cut: {
    sv: 'De tusen nyaste träffarna är ordnade efter hur väl de stämmer. Resten finns under Nyast först.',
    en: 'The newest thousand results are ranked. The rest are under Newest first.',
  },
  uncounted: { sv: 'Fler än tusen träffar räknas inte för varje val.', en: 'More than a thousand results are not counted for each choice.' },
  secret: (section: string): Text => ({ sv: `Sekretess ${section}`, en: `Secret, ${section}` }),
  onPage: (n: number): Text => ({ sv: `${n} på sidan`, en: `${n} on the page` }),
  firstPage: { sv: 'Första sidan', en: 'First page' },
  help: { sv: 'Så kan du söka', en: 'How to search' },
  helpRows: [
    { typed: 'arbetsmark', sv: 'ord som börjar så, i alla böjningar', en: 'words that begin so, in all their forms' },
    { typed: '"nya mål"', sv: 'orden i den ordningen', en: 'the words in that order' },
    { typed: 'budget -skola', sv: 'budget, men inte skola', en: 'budget, but not skola' },
    { typed: '§ 24', sv: 'paragrafer, ärendenummer och poster (U-14) kommer först', en: 'paragraphs, case numbers and entries (U-14) come first' },
    { typed: 'agare', sv: 'också ord med å, ä och ö: ägare', en: 'words with å, ä and ö too: ägare' },
  ],
  reason: (reason: Reason): Text => reasons[reason],
  secretPart: { sv: 'I sekretessbelagda uppgifter', en: 'In secret particulars' },
  kindMany: (kind: string): Text => kinds[kind] ?? allDefinitions.find((d) => d.name === kind)?.words.many ?? { sv: kind, en: kind },
  kindOne: (kind: string): Text => one[kind] ?? allDefinitions.find((d) => d.name === kind)?.words.one ?? { sv: kind, en: kind },
}
