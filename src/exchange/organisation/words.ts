import type { Text } from '../../kernel/text.ts'

const people = (n: number, sv: readonly [string, string], en: readonly [string, string]): Text => ({
  sv: `${n} ${n === 1 ? sv[0] : sv[1]}`,
  en: `${n} ${n === 1 ? en[0] : en[1]}`,
})

/** Texts of the import of persons, units, posts and appointments. */
export const words = {
  title: { sv: 'Importera personer och enheter', en: 'Import people and units' },
  lead: {
    sv: 'Ur personalsystemet eller ett kalkylblad, som Excel eller CSV. Först visas vad som skulle ändras; sedan görs allt, eller inget.',
    en: 'From the staff system or a spreadsheet, as Excel or CSV. First you see what would change; then all of it is done, or nothing.',
  },
  templates: { sv: 'Mallar', en: 'Templates' },
  templatesIntro: { sv: 'En lista i varje fil. Den känns igen på sina rubriker.', en: 'One list in each file. It is known by its heads.' },
  columns: { sv: 'Kolumner', en: 'Columns' },
  list: { sv: 'Lista', en: 'List' },
  get: { sv: 'Hämta', en: 'Get' },
  neededMark: { sv: 'behövs', en: 'needed' },
  file: { sv: 'Skicka in', en: 'Send in' },
  fileIntro: {
    sv: 'Flera filer görs som en: enheter först, sedan personer, uppdrag och tillsättningar.',
    en: 'Several files are done as one: units first, then people, posts and appointments.',
  },
  files: { sv: 'Filer', en: 'Files' },
  filesHint: { sv: 'Excel (.xlsx) eller CSV, högst 20 megabyte.', en: 'Excel (.xlsx) or CSV, at most 20 megabytes.' },
  preview: { sv: 'Visa vad som skulle ändras', en: 'Show what would change' },
  noFile: { sv: 'Välj minst en fil.', en: 'Choose at least one file.' },
  broken: { sv: 'Filerna kom inte fram hela. Skicka dem igen.', en: 'The files did not arrive whole. Send them again.' },
  problems: { sv: 'Inget är skickat', en: 'Nothing has been sent' },

  previewTitle: { sv: 'Vad importen skulle ändra', en: 'What the import would change' },
  previewLead: (changed: number, same: number): Text => ({
    sv:
      changed === 0
        ? `Allt står redan så här: ${people(same, ['rad', 'rader'], ['row', 'rows']).sv} utan ändring.`
        : `${people(changed, ['rad', 'rader'], ['row', 'rows']).sv} ändrar något${same === 0 ? '' : `, ${same} gör det inte`}. Inget är sparat än.`,
    en:
      changed === 0
        ? `Everything stands like this already: ${people(same, ['rad', 'rader'], ['row', 'rows']).en} without change.`
        : `${people(changed, ['rad', 'rader'], ['row', 'rows']).en} would change something${same === 0 ? '' : `, ${same} would not`}. Nothing has been saved yet.`,
  }),
  badLead: (n: number): Text => ({
    sv: n === 1 ? 'En cell behöver rättas. Inget är sparat.' : `${n} celler behöver rättas. Inget är sparat.`,
    en: n === 1 ? 'One cell needs to be mended. Nothing has been saved.' : `${n} cells need to be mended. Nothing has been saved.`,
  }),
  badCells: { sv: 'Att rätta', en: 'To mend' },
  badCellsIntro: { sv: 'Rätta i filen och skicka in den igen.', en: 'Mend the file and send it in again.' },
  cell: { sv: 'Cell', en: 'Cell' },
  stood: { sv: 'Där stod', en: 'It said' },
  why: { sv: 'Varför det inte går', en: 'Why it cannot be' },
  more: (n: number): Text => ({ sv: `och ${n} till`, en: `and ${n} more` }),
  changes: { sv: 'Ändringar', en: 'Changes' },
  row: { sv: 'Rad', en: 'Row' },
  what: { sv: 'Vad', en: 'What' },
  change: { sv: 'Ändring', en: 'Change' },
  isNew: { sv: 'ny', en: 'new' },
  apply: { sv: 'Gör allt detta', en: 'Do all of this' },
  otherFile: { sv: 'Skicka in en annan fil', en: 'Send in another file' },
  otherwise: { sv: 'Något har ändrats sedan du såg det. Se efter igen.', en: 'Something has changed since you saw it. Look again.' },
  gone: { sv: 'Den filen väntar inte längre. Skicka in den igen.', en: 'That file waits no more. Send it in again.' },
  notYours: { sv: 'Import av personer och enheter görs av dem som tillsätter uppdrag.', en: 'People and units are imported by those who appoint.' },

  unknownList: {
    sv: 'Rubrikerna är inte någon av listornas. Utgå från en mall.',
    en: 'The heads are not those of any of the lists. Begin with a template.',
  },
  unknownColumn: (list: Text): Text => ({ sv: `Listan ${list.sv} har ingen sådan kolumn.`, en: `The list ${list.en} has no such column.` }),
  formula: { sv: 'En formel eller ett fel räknas inte ut här. Skriv värdet.', en: 'A formula or an error is not worked out here. Write the value.' },
  needed: (head: Text): Text => ({ sv: `${head.sv} behövs.`, en: `${head.en} is needed.` }),
  tooLong: { sv: 'Högst 200 tecken.', en: 'At most 200 characters.' },
  badDay: (typed: string): Text => ({ sv: `”${typed}” är ingen dag.`, en: `“${typed}” is no day.` }),
  badCount: (typed: string): Text => ({ sv: `”${typed}” är inget antal.`, en: `“${typed}” is no number.` }),
  badChoice: (typed: string, all: readonly Text[]): Text => ({
    sv: `”${typed}” är inte något av ${all.map((t) => t.sv.toLowerCase()).join(', ')}.`,
    en: `“${typed}” is none of ${all.map((t) => t.en.toLowerCase()).join(', ')}.`,
  }),
  twice: (row: number): Text => ({ sv: `Samma id står redan på rad ${row}.`, en: `The same id stands on row ${row} already.` }),
  noUnit: (key: string): Text => ({
    sv: `Det finns ingen enhet ”${key}”, varken här eller i filen.`,
    en: `There is no unit “${key}”, neither here nor in the file.`,
  }),
  noPerson: (key: string): Text => ({
    sv: `Det finns ingen person ”${key}”, varken här eller i filen.`,
    en: `There is no person “${key}”, neither here nor in the file.`,
  }),
  noPost: (key: string): Text => ({
    sv: `Det finns inget uppdrag ”${key}”, varken här eller i filen.`,
    en: `There is no post “${key}”, neither here nor in the file.`,
  }),
  kindStays: {
    sv: 'Slaget kan inte ändras på det som finns. Avsluta enheten och gör en ny.',
    en: 'The kind of what exists cannot be changed. End the unit and make a new one.',
  },
  postStays: { sv: 'Enhet, roll och plats kan inte ändras på ett uppdrag som finns.', en: 'The unit, role and seat of a post that exists cannot be changed.' },
  gap: { sv: 'Uppdraget innehas redan från en annan dag av samma person.', en: 'The post is held already from another day by the same person.' },
} as const
