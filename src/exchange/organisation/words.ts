import type { Text } from '../../kernel/text.ts'

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

  otherwise: { sv: 'Något har ändrats sedan du såg det. Se efter igen.', en: 'Something has changed since you saw it. Look again.' },
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
