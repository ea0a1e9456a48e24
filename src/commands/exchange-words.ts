import { formatNumber } from '../kernel/number.ts'
import type { Text } from '../kernel/text.ts'

const count = (n: number, locale: 'sv' | 'en'): string => formatNumber(n, 0, locale)
const megabytes = (n: number, locale: 'sv' | 'en'): string => `${formatNumber(n / 1e6, 1, locale)} MB`

export const exchangeWords = {
  export: {
    sv: 'skriver hela kommunen som ett öppet paket: genomslag export MAPP',
    en: 'writes the whole municipality as an open package: genomslag export FOLDER',
  },
  exportUsage: { sv: 'Skriv: genomslag export MAPP, med en ny eller tom mapp.', en: 'Write: genomslag export FOLDER, with a new or empty folder.' },
  backup: {
    sv: 'säkerhetskopierar hela kommunen till en fil, under drift: genomslag backup FIL',
    en: 'backs up the whole municipality to one file, while it runs: genomslag backup FILE',
  },
  backupUsage: { sv: 'Skriv: genomslag backup FIL, med ett namn som inte finns.', en: 'Write: genomslag backup FILE, with a name that is not taken.' },
  restore: {
    sv: 'återställer en säkerhetskopia i en tom databas: genomslag restore FIL',
    en: 'restores a backup into an empty database: genomslag restore FILE',
  },
  restoreUsage: { sv: 'Skriv: genomslag restore FIL.', en: 'Write: genomslag restore FILE.' },
  writing: (done: number, all: number): Text => ({
    sv: `Skriver rad ${count(done, 'sv')} av ${count(all, 'sv')}`,
    en: `Writing row ${count(done, 'en')} of ${count(all, 'en')}`,
  }),
  takingIn: (done: number, all: number, what: string): Text => ({
    sv: `Läser in ${count(done, 'sv')} av ${count(all, 'sv')} (${what})`,
    en: `Loading ${count(done, 'en')} of ${count(all, 'en')} (${what})`,
  }),
  exported: (folder: string, rows: number, digest: string): Text => ({
    sv: `Hela kommunen finns i ${folder}: ${count(rows, 'sv')} rader.\nSigill: ${digest}\nPaketet innehåller även det som är hemligt. Förvara det som databasen.`,
    en: `The whole municipality is in ${folder}: ${count(rows, 'en')} rows.\nDigest: ${digest}\nThe package holds what is secret too. Keep it as you keep the database.`,
  }),
  backedUp: (file: string, size: number, rows: number, digest: string): Text => ({
    sv: `Säkerhetskopian finns i ${file}: ${count(rows, 'sv')} rader, ${megabytes(size, 'sv')}.\nSigill: ${digest}\nDen innehåller även det som är hemligt. Förvara den som databasen.`,
    en: `The backup is in ${file}: ${count(rows, 'en')} rows, ${megabytes(size, 'en')}.\nDigest: ${digest}\nIt holds what is secret too. Keep it as you keep the database.`,
  }),
  takenIn: (from: string, rows: number, digest: string): Text => ({
    sv: `${from} är inläst: ${count(rows, 'sv')} rader.\nSigill: ${digest}`,
    en: `${from} is loaded: ${count(rows, 'en')} rows.\nDigest: ${digest}`,
  }),
  import: {
    sv: 'läser in en lista ur XLSX eller CSV: genomslag import REGISTER FIL --as ANVÄNDARNAMN, eller figures:MÅTT i stället för REGISTER',
    en: 'reads a list in from XLSX or CSV: genomslag import REGISTER FILE --as USERNAME, or figures:MEASURE in place of REGISTER',
  },
  importAs: { sv: 'den som läser in: dennes uppdrag avgör vad som får ändras', en: 'who reads it in: their posts decide what may be changed' },
  importApply: { sv: 'skriver in ändringarna, alla eller inga', en: 'writes the changes, all or none' },
  importPreview: { sv: 'visar bara vad som skulle ändras (det vanliga)', en: 'only shows what would change (the default)' },
  importUsage: {
    sv: 'Skriv: genomslag import REGISTER FIL --as ANVÄNDARNAMN, och --apply för att skriva in.',
    en: 'Write: genomslag import REGISTER FILE --as USERNAME, and --apply to write it.',
  },
  importBoth: { sv: 'Välj --preview eller --apply, inte båda.', en: 'Choose --preview or --apply, not both.' },
  importNobody: (name: string): Text => ({ sv: `Det finns inget öppet konto ”${name}”.`, en: `There is no open account “${name}”.` }),
  importNoList: (name: string): Text => ({
    sv: `Det finns ingen lista ”${name}” att läsa in, eller så får kontot inte se den.`,
    en: `There is no list “${name}” to read in, or the account may not see it.`,
  }),
  importUnreadable: (file: string, why: string): Text => ({ sv: `Filen ${file} gick inte att läsa: ${why}`, en: `The file ${file} could not be read: ${why}` }),
  importing: (done: number, all: number): Text => ({
    sv: `Prövar rad ${count(done, 'sv')} av ${count(all, 'sv')}`,
    en: `Trying row ${count(done, 'en')} of ${count(all, 'en')}`,
  }),
  importChange: (name: string, cell: string, label: Text, before: string, after: string): Text => ({
    sv: `${cell} ${name}, ${label.sv}: ${before || '–'} → ${after || '–'}`,
    en: `${cell} ${name}, ${label.en}: ${before || '–'} → ${after || '–'}`,
  }),
  imported: (changed: number, unchanged: number): Text => ({
    sv: `Inläst: ${count(changed, 'sv')} rader ändrade, ${count(unchanged, 'sv')} står som de är.`,
    en: `Read in: ${count(changed, 'en')} rows changed, ${count(unchanged, 'en')} stay as they are.`,
  }),
  importHow: { sv: 'Skriv in dem med --apply.', en: 'Write them with --apply.' },
  nothingWritten: { sv: 'Ingenting är inläst.', en: 'Nothing is loaded.' } satisfies Text,
} as const
