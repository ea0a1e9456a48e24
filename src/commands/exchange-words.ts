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
  nothingWritten: { sv: 'Ingenting är inläst.', en: 'Nothing is loaded.' } satisfies Text,
} as const
