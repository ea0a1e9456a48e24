import { formatNumber } from '../kernel/number.ts'
import type { Locale, Text } from '../kernel/text.ts'

const megabyte = 1024 * 1024

/** '312 kB', '4,2 MB'. */
export const sizeText = (bytes: number, locale: Locale): string =>
  bytes < megabyte ? `${formatNumber(Math.max(1, bytes / 1024), 0, locale)}\u00a0kB` : `${formatNumber(bytes / megabyte, 1, locale)}\u00a0MB`

export const words = {
  attachments: { sv: 'Bilagor', en: 'Attachments' },
  attachment: { sv: 'Bilaga:', en: 'Attachment:' },
  none: { sv: 'Inga filer är bilagda.', en: 'No files are attached.' },
  attach: { sv: 'Bifoga filer', en: 'Attach files' },
  newVersion: { sv: 'Ny version', en: 'New version' },
  newVersionOf: (title: string): Text => ({ sv: `Ny version av ${title}`, en: `New version of ${title}` }),
  name: { sv: 'Benämning', en: 'Name' },
  kind: { sv: 'Slag', en: 'Kind' },
  size: { sv: 'Storlek', en: 'Size' },
  day: { sv: 'Dag', en: 'Day' },
  version: (n: number): Text => ({ sv: `version ${n}`, en: `version ${n}` }),
  earlier: { sv: 'ersatt', en: 'superseded' },
  earlierVersions: (n: number): Text => ({
    sv: n === 1 ? '1 ersatt version' : `${n} ersatta versioner`,
    en: n === 1 ? '1 superseded version' : `${n} superseded versions`,
  }),
  acts: { sv: 'Åtgärder', en: 'Acts' },
  files: { sv: 'Filer', en: 'Files' },
  file: { sv: 'Fil', en: 'File' },
  filesHint: {
    sv: 'PDF, Word (docx), Excel (xlsx), OpenDocument (odt), PNG, JPEG, TXT eller CSV. Högst 50 MB per fil och 20 filer åt gången.',
    en: 'PDF, Word (docx), Excel (xlsx), OpenDocument (odt), PNG, JPEG, TXT or CSV. At most 50 MB a file and 20 files at a time.',
  },
  again: {
    sv: 'Webbläsaren glömmer valda filer när ett formulär kommer tillbaka: välj dem igen.',
    en: 'The browser forgets chosen files when a form comes back: choose them again.',
  },
  titleHint: {
    sv: 'Lämna tomt, så används filens namn. Gäller när en fil väljs.',
    en: 'Leave empty to use the name of the file. Counts when one file is chosen.',
  },
  secrecyHint: { sv: 'Bilagan får samma sekretess som det den bifogas till.', en: 'The attachment has the same secrecy as what it is attached to.' },
  problems: (n: number): Text => ({
    sv: n === 1 ? 'En sak behöver ändras' : `${n} saker behöver ändras`,
    en: n === 1 ? 'One thing needs to be changed' : `${n} things need to be changed`,
  }),
  cancel: { sv: 'Avbryt', en: 'Cancel' },

  noFile: { sv: 'Välj en fil.', en: 'Choose a file.' },
  oneFile: { sv: 'En ny version är en enda fil.', en: 'A new version is one file.' },
  broken: {
    sv: 'Överföringen avbröts, var för stor eller hade för många filer. Ingenting är sparat.',
    en: 'The transfer broke off, was too large or had too many files. Nothing is saved.',
  },
  brokenMend: { sv: 'Försök igen, med färre eller mindre filer.', en: 'Try again, with fewer or smaller files.' },
  empty: (name: string): Text => ({ sv: `${name} är tom.`, en: `${name} is empty.` }),
  tooLarge: (name: string): Text => ({ sv: `${name} är större än 50 MB.`, en: `${name} is larger than 50 MB.` }),
  unknownKind: (name: string): Text => ({
    sv: `${name} är inte en PDF-, DOCX-, XLSX-, ODT-, PNG-, JPEG-, TXT- eller CSV-fil.`,
    en: `${name} is not a PDF, DOCX, XLSX, ODT, PNG, JPEG, TXT or CSV file.`,
  }),
  unknownKindMend: {
    sv: 'Filens innehåll avgör, inte dess namn. Filer med makron tas inte emot. Spara som PDF, så går det.',
    en: 'The content of the file decides, not its name. Files with macros are not accepted. Save it as PDF and it can be done.',
  },
  same: (name: string): Text => ({ sv: `${name} är redan bifogad, med samma innehåll.`, en: `${name} is attached already, with the same content.` }),
  titleTooLong: { sv: 'Benämningen får vara högst 300 tecken.', en: 'The name may be at most 300 characters.' },
  unknownVersion: { sv: 'Bilagan som skulle ersättas finns inte här.', en: 'The attachment to be superseded is not here.' },
  supersededAlready: {
    sv: 'Bilagan har redan en nyare version. Utgå från den.',
    en: 'The attachment already has a newer version. Start from that one.',
  },
  formats: { pdf: { sv: 'Som PDF', en: 'As PDF' }, docx: { sv: 'Som Word', en: 'As Word' } },
  notMade: { sv: 'Dokumentet gick inte att göra', en: 'The document could not be made' },

  gone: { sv: 'Här finns ingen fil', en: 'There is no file here' },
  goneText: { sv: 'Adressen leder inte till någon fil.', en: 'The address leads to no file.' },
  secret: { sv: 'Filen är sekretessbelagd', en: 'The file is secret' },
}
