import type { Text } from '../../kernel/text.ts'

export const packageWords = {
  noManifest: (folder: string): Text => ({
    sv: `${folder} är inget helt paket: manifest.json saknas. Det skrivs sist, så en export som har avbrutits har inget.`,
    en: `${folder} is no whole package: manifest.json is missing. It is written last, so an export that was interrupted has none.`,
  }),
  badManifest: {
    sv: 'manifest.json är inte ett manifest som det här programmet har skrivit, eller så har det ändrats.',
    en: 'manifest.json is no manifest that this program has written, or it was altered.',
  } satisfies Text,
  stranger: (name: string): Text => ({ sv: `${name} hör inte till paketet.`, en: `${name} does not belong to the package.` }),
  fileMissing: (name: string): Text => ({ sv: `${name} saknas.`, en: `${name} is missing.` }),
  altered: (name: string): Text => ({ sv: `${name} har ändrats sedan paketet skrevs.`, en: `${name} was altered after the package was written.` }),
  lineAltered: (name: string, line: number): Text => ({
    sv: `${name}, rad ${line}, har ändrats sedan paketet skrevs.`,
    en: `${name}, line ${line}, was altered after the package was written.`,
  }),
  wrongCount: (name: string, found: number, wanted: number): Text => ({
    sv: `${name} har ${found} rader, men manifestet säger ${wanted}.`,
    en: `${name} has ${found} lines, but the manifest says ${wanted}.`,
  }),
  badLine: (name: string, line: number, why: string): Text => ({
    sv: `${name}, rad ${line}, går inte att läsa in: ${why}`,
    en: `${name}, line ${line}, cannot be loaded: ${why}`,
  }),
  longLine: (name: string, line: number): Text => ({
    sv: `${name}, rad ${line}, är längre än någon rad som det här programmet skriver.`,
    en: `${name}, line ${line}, is longer than any line that this program writes.`,
  }),
  backupBomb: (file: string): Text => ({
    sv: `${file} packas upp till mångdubbelt mer än någon säkerhetskopia. Den packas inte upp. Ingenting är ändrat.`,
    en: `${file} unpacks to many times more than any backup. It is not unpacked. Nothing is changed.`,
  }),
  notTogether: (why: string): Text => ({
    sv: `Raderna hör inte ihop med varandra: ${why}`,
    en: `The rows do not belong together: ${why}`,
  }),
  noTable: (name: string): Text => ({
    sv: `Det finns ingen tabell ${name} i den databas som paketet säger sig vara skrivet ur.`,
    en: `There is no table ${name} in the database that the package says it was written from.`,
  }),
  tableMissing: (name: string): Text => ({ sv: `Paketet saknar tabellen ${name}.`, en: `The package lacks the table ${name}.` }),
  newer: (name: string): Text => ({
    sv: `Paketet är skrivet av ett nyare eller annat program: det bygger på ${name}, som inte finns här.`,
    en: `The package was written by a newer or another program: it rests on ${name}, which is not here.`,
  }),
  notEmpty: {
    sv: 'Databasen är inte tom. Ett paket läses bara in i en tom databas.',
    en: 'The database is not empty. A package is loaded only into an empty one.',
  } satisfies Text,
  otherDigest: (wanted: string, got: string): Text => ({
    sv: `Det inlästa har ett annat sigill (${got}) än paketet (${wanted}). Ingenting är ändrat.`,
    en: `What was loaded has another digest (${got}) than the package (${wanted}). Nothing is changed.`,
  }),
  folderTaken: (folder: string): Text => ({
    sv: `${folder} finns redan och är inte tom. Ange en ny mapp.`,
    en: `${folder} is there already and is not empty. Give a new folder.`,
  }),
  fileTaken: (file: string): Text => ({ sv: `${file} finns redan. Ange ett nytt namn.`, en: `${file} is there already. Give a new name.` }),
  notBackup: (file: string): Text => ({
    sv: `${file} är ingen hel säkerhetskopia: den har kortats av eller är något annat. Ingenting är ändrat.`,
    en: `${file} is no whole backup: it was cut off, or is something else. Nothing is changed.`,
  }),
  backupAltered: (file: string): Text => ({
    sv: `${file} har ändrats sedan den skrevs. Ingenting är ändrat.`,
    en: `${file} was altered after it was written. Nothing is changed.`,
  }),
} as const
