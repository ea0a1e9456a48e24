import { formatNumber } from '../../kernel/number.ts'
import type { Text } from '../../kernel/text.ts'

const n = (value: number, locale: 'sv' | 'en'): string => formatNumber(value, 0, locale)
const rows = (value: number, locale: 'sv' | 'en'): string =>
  `${n(value, locale)} ${locale === 'sv' ? (value === 1 ? 'rad' : 'rader') : value === 1 ? 'row' : 'rows'}`

export const importWords = {
  title: { sv: 'Läs in en ändrad fil', en: 'Read in a changed file' },
  lead: {
    sv: 'Hämta listan, ändra i kalkylbladet och läs in det här. Först visas vad som skulle ändras. Inget skrivs innan du säger ja.',
    en: 'Take the list out, change it in the spreadsheet and read it in here. First you see what would change. Nothing is written until you say yes.',
  },
  file: { sv: 'Fil', en: 'File' },
  fileHint: {
    sv: 'Excel (.xlsx) eller CSV med semikolon emellan, högst 20 MB. Id och Version ska stå kvar som de hämtades. En ny rad har inget id.',
    en: 'Excel (.xlsx) or CSV with semicolons between, at most 20 MB. Id and Version must stay as they were taken. A new row has no id.',
  },
  look: { sv: 'Visa vad som ändras', en: 'Show what changes' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  back: { sv: 'Till listan', en: 'To the list' },
  signInFirst: { sv: 'Logga in för att läsa in en fil.', en: 'Sign in to read in a file.' },
  noFile: { sv: 'Välj en fil.', en: 'Choose a file.' },
  brokeOff: { sv: 'Filen kom inte fram hel. Skicka den igen.', en: 'The file did not arrive whole. Send it again.' },

  previewTitle: { sv: 'Det här ändras', en: 'This changes' },
  wouldChange: (changed: number, unchanged: number): Text => ({
    sv:
      changed === 0
        ? `Inget ändras: ${rows(unchanged, 'sv')} stämmer redan.`
        : `${rows(changed, 'sv')} ändras${unchanged > 0 ? `, och ${n(unchanged, 'sv')} står som de är` : ''}. Inget är skrivet än.`,
    en:
      changed === 0
        ? `Nothing changes: ${rows(unchanged, 'en')} agree already.`
        : `${rows(changed, 'en')} change${unchanged > 0 ? `, and ${n(unchanged, 'en')} stay as they are` : ''}. Nothing is written yet.`,
  }),
  hindered: (count: number): Text => ({
    sv: `Filen kan inte läsas in: ${count === 1 ? 'en sak behöver rättas' : `${n(count, 'sv')} saker behöver rättas`}. Inget är skrivet.`,
    en: `The file cannot be read in: ${count === 1 ? 'one thing needs to be mended' : `${n(count, 'en')} things need to be mended`}. Nothing is written.`,
  }),
  problems: { sv: 'Rätta i filen', en: 'Mend in the file' },
  problemsCaption: { sv: 'Vad som behöver rättas i filen, cell för cell', en: 'What needs to be mended in the file, cell by cell' },
  cell: { sv: 'Cell', en: 'Cell' },
  stood: { sv: 'Där stod', en: 'It said' },
  why: { sv: 'Varför', en: 'Why' },
  whole: { sv: 'Filen', en: 'The file' },
  nothing: { sv: 'ingenting', en: 'nothing' },
  changes: { sv: 'Ändringar', en: 'Changes' },
  changesCaption: { sv: 'Vad som ändras, rad för rad', en: 'What changes, row by row' },
  row: { sv: 'Rad', en: 'Row' },
  rowIn: { sv: 'rad', en: 'row' },
  what: { sv: 'Vad', en: 'What' },
  field: { sv: 'Uppgift', en: 'Field' },
  before: { sv: 'Nu', en: 'Now' },
  after: { sv: 'Blir', en: 'Becomes' },
  new: { sv: 'ny', en: 'new' },
  firstShown: (shown: number, all: number): Text => ({
    sv: `De ${n(shown, 'sv')} första av ${n(all, 'sv')} ändringar visas.`,
    en: `The first ${n(shown, 'en')} of ${n(all, 'en')} changes are shown.`,
  }),
  going: { look: { sv: 'Filen läses', en: 'The file is being read' }, write: { sv: 'Filen skrivs in', en: 'The file is being written' } },
  goingLead: {
    look: {
      sv: 'Filen är lång. Du kan lämna sidan och komma tillbaka: arbetet fortsätter, och inget skrivs innan du säger ja.',
      en: 'The file is long. You may leave the page and come back: the work goes on, and nothing is written until you say yes.',
    },
    write: {
      sv: 'Du kan lämna sidan och komma tillbaka: arbetet fortsätter. Allt skrivs på en gång, sist, eller inget.',
      en: 'You may leave the page and come back: the work goes on. All is written at once, at the end, or nothing.',
    },
  },
  rowsOf: (done: number, of: number): Text => ({ sv: `${n(done, 'sv')} av ${rows(of, 'sv')}`, en: `${n(done, 'en')} of ${rows(of, 'en')}` }),
  follow: { sv: 'Visa löpande hur långt det har kommit', en: 'Keep showing how far it has come' },
  standStill: { sv: 'Låt sidan stå stilla', en: 'Let the page stand still' },
  stop: { sv: 'Avbryt arbetet', en: 'Stop the work' },
  ended: {
    written: { sv: 'Filen är inläst', en: 'The file has been read in' },
    stopped: { sv: 'Arbetet är avbrutet', en: 'The work is stopped' },
    failed: { sv: 'Arbetet gick inte att slutföra', en: 'The work could not be finished' },
  },
  writtenLead: (of: number): Text => ({
    sv: `${rows(of, 'sv')} är genomgångna, och det som ändrats är skrivet.`,
    en: `${rows(of, 'en')} have been gone through, and what changed is written.`,
  }),
  nothingWritten: { sv: 'Inget är skrivet. Filen finns kvar.', en: 'Nothing is written. The file is still here.' },
  onceMore: { look: { sv: 'Läs filen igen', en: 'Read the file again' }, write: { sv: 'Skriv in igen', en: 'Write again' } },
  confirm: (changed: number): Text => ({ sv: `Skriv in ${rows(changed, 'sv')}`, en: `Write ${rows(changed, 'en')}` }),
  drop: { sv: 'Kasta filen', en: 'Throw the file away' },
  another: { sv: 'Skicka en rättad fil', en: 'Send a mended file' },
} as const
