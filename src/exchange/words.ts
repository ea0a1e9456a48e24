import type { Text } from '../kernel/text.ts'

const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)

export const exchangeWords = {
  // Columns
  id: { sv: 'Id', en: 'Id' },
  seen: { sv: 'Version', en: 'Version' },
  day: { sv: 'Dag', en: 'Day' },
  nextDayWhat: { sv: 'Vad nästa dag gäller', en: 'What the next day is about' },

  secrecy: { sv: 'Sekretess', en: 'Secrecy' },
  adjusted: { sv: 'Justerat', en: 'Minutes adjusted' },
  announced: { sv: 'Anslaget', en: 'Announced' },
  sent: { sv: 'Skickat', en: 'Sent' },
  received: { sv: 'Mottaget', en: 'Received' },
  receivedBy: { sv: 'Mottaget av', en: 'Received by' },
  handledIn: { sv: 'Mottagarens ärende', en: 'Case of the receiver' },
  filed: { sv: 'Lagt till handlingarna', en: 'Filed' },
  countedIn: { sv: 'Räknas i', en: 'Counted in' },
  area: { sv: 'Område', en: 'Area' },
  paragraph: { sv: 'Paragraf', en: 'Paragraph' },
  group: { sv: 'Grupp', en: 'Group' },
  from: { sv: 'Från', en: 'From' },
  through: { sv: 'Till och med', en: 'Through' },
  kind: { sv: 'Slag', en: 'Kind' },
  text: { sv: 'Text', en: 'Text' },
  reportKinds: { interim: { sv: 'Delrapport', en: 'Interim report' }, final: { sv: 'Slutrapport', en: 'Final report' } },
  reportStates: {
    handed_in: { sv: 'Lämnad', en: 'Handed in' },
    approved: { sv: 'Godkänd', en: 'Approved' },
    sent_back: { sv: 'Åter till avsändaren', en: 'Sent back' },
  },
  unit: { sv: 'Enhet', en: 'Unit' },
  period: { sv: 'Period', en: 'Period' },
  value: { sv: 'Värde', en: 'Value' },
  status: { sv: 'Status', en: 'Status' },
  missing: { sv: 'Saknas därför att', en: 'Missing because' },
  basis: { sv: 'Hur det är räknat', en: 'How it is counted' },
  note: { sv: 'Anmärkning', en: 'Remark' },
  reason: { sv: 'Skäl till revidering', en: 'Reason of revision' },
  recorded: { sv: 'Registrerat', en: 'Recorded' },

  about: { sv: 'Gäller', en: 'About' },
  ground: { sv: 'Stöd', en: 'Ground' },
  owedBy: { sv: 'Väntas av', en: 'Expected of' },
  shareUnknown: { sv: 'Andelen är okänd', en: 'The share is unknown' },
  restated: { sv: 'som beslutat och i dagens enheter', en: 'as decided and in today’s units' },
  number: { sv: 'Nummer', en: 'Number' },
  holders: { sv: 'Innehas av', en: 'Held by' },
  limit: { sv: 'Högsta belopp, kr', en: 'Highest amount, kr' },
  limits: { sv: 'Gränser', en: 'Limits' },
  urgent: { sv: 'Brådskande ärenden', en: 'Urgent matters' },
  starts: { sv: 'Börjar', en: 'Begins' },
  answer: { sv: 'Svar', en: 'Answer' },
  answeredBy: { sv: 'Besvarat av', en: 'Answered by' },
  byClause: { sv: 'Genom att-sats', en: 'By clause' },
  ofThemOpen: { sv: 'Varav pågår', en: 'Of them open' },
  ofThemLeft: { sv: 'Varav lämnades', en: 'Of them left' },
  cadence: { sv: 'Hur ofta', en: 'How often' },

  // The sheet about the file
  source: { sv: 'Källa', en: 'Source' },
  selection: { sv: 'Urval', en: 'Selection' },
  everything: { sv: 'Allt som läsaren får se', en: 'Everything that the reader may see' },
  taken: { sv: 'Hämtad', en: 'Taken' },
  takenBy: { sv: 'Av', en: 'By' },
  address: { sv: 'Adress', en: 'Address' },
  anybody: { sv: 'Någon som inte har loggat in', en: 'Somebody who is not signed in' },
  howToReturn: {
    sv: 'Ändra i kolumnerna och läs in filen igen från listan. Id och Version ska stå kvar. En ny rad har inget id. Rader som inte är med i filen ändras inte.',
    en: 'Change the columns and read the file in again from the list. Id and Version must stay. A new row has no id. Rows that are not in the file are not changed.',
  },
  back: { sv: 'Läsa in igen', en: 'Reading it in again' },

  // Problems
  formula: {
    sv: 'Cellen innehåller en formel. Formler räknas aldrig här: klistra in värdet i stället.',
    en: 'The cell holds a formula. Formulas are never worked out here: paste the value instead.',
  },
  errorCell: { sv: 'Cellen innehåller ett fel från kalkylbladet.', en: 'The cell holds an error of the spreadsheet.' },
  unknownColumn: (head: string): Text => ({
    sv: `Kolumnen ”${head}” finns inte här. Ta bort den eller rätta namnet.`,
    en: `There is no column “${head}” here. Remove it or correct its name.`,
  }),
  twiceColumn: (head: string): Text => ({ sv: `Kolumnen ”${head}” står två gånger.`, en: `The column “${head}” stands twice.` }),
  columnMissing: (head: Text): Text => ({ sv: `Kolumnen ”${head.sv}” saknas.`, en: `The column “${head.en}” is missing.` }),
  holdsOther: (holds: string): Text => ({
    sv: `Filen innehåller något annat än det här: ”${holds}”.`,
    en: `The file holds something else than this: “${holds}”.`,
  }),
  beside: { sv: 'Här står något utanför kolumnerna.', en: 'Something stands outside the columns here.' },
  badId: {
    sv: 'Det är inget id. Låt kolumnen stå som den hämtades, eller tom för en ny rad.',
    en: 'That is no id. Leave the column as it was taken, or empty for a new row.',
  },
  unknownId: { sv: 'Det finns ingen sådan här, eller så får du inte se den.', en: 'There is none such here, or you may not see it.' },
  twiceId: (row: number): Text => ({ sv: `Samma rad står redan på rad ${row}.`, en: `The same one stands on row ${row} already.` }),
  badSeen: {
    sv: 'Versionen behövs för att inget som andra har skrivit ska skrivas över. Låt kolumnen stå som den hämtades.',
    en: 'The version is needed so that nothing that others have written is written over. Leave the column as it was taken.',
  },
  raced: {
    sv: 'Någon annan skrev i samma lista medan filen lästes in. Ingenting av filen är skrivet. Läs in den igen.',
    en: 'Somebody else wrote in the same list while the file was read in. Nothing of the file is written. Read it in again.',
  },
  conflict: (fields: Text): Text => ({
    sv: `Någon annan har ändrat den sedan filen hämtades: ${fields.sv}. Hämta den på nytt och gör om din ändring.`,
    en: `Somebody else has changed it since the file was taken: ${fields.en}. Take it anew and make your change again.`,
  }),
  otherThings: { sv: 'annat än fälten', en: 'other things than its fields' },
  fixed: (label: Text): Text => ({
    sv: `”${label.sv}” ändras inte i en fil. Det ändras genom en åtgärd på sin sida.`,
    en: `“${label.en}” is not changed in a file. It is changed by an act on its page.`,
  }),
  fixedNew: (label: Text): Text => ({
    sv: `”${label.sv}” ges av systemet. Lämna cellen tom på en ny rad.`,
    en: `“${label.en}” is given by the system. Leave the cell empty on a new row.`,
  }),
  notOption: (label: Text, options: Text): Text => ({
    sv: `Det är inget av alternativen för ”${lower(label.sv)}”: ${options.sv}.`,
    en: `That is none of the options for “${lower(label.en)}”: ${options.en}.`,
  }),
  noSuchName: (label: Text): Text => ({
    sv: `Det finns inget sådant namn för ”${lower(label.sv)}”.`,
    en: `There is no such name for “${lower(label.en)}”.`,
  }),
  severalNames: (label: Text): Text => ({
    sv: `Flera heter så för ”${lower(label.sv)}”. Gör ändringen på sidan.`,
    en: `Several are called so for “${lower(label.en)}”. Make the change on its page.`,
  }),
  notFlag: (label: Text): Text => ({ sv: `Skriv Ja eller Nej för ”${lower(label.sv)}”.`, en: `Write Yes or No for “${lower(label.en)}”.` }),
  readInAlready: { sv: 'Filen är redan inläst.', en: 'The file has been read in already.' },
} as const
