import type { Text } from '../../kernel/text.ts'

export const sheetWords = {
  tooLarge: (bytes: number): Text => ({
    sv: `Filen är större än ${Math.round(bytes / 2 ** 20)} MB. Dela den i flera.`,
    en: `The file is larger than ${Math.round(bytes / 2 ** 20)} MB. Divide it into several.`,
  }),
  tooMuch: {
    sv: 'Filen rymmer mer än en lista: högst 200 000 rader och 256 kolumner, och inte mer text än att den går att läsa. Dela den i flera.',
    en: 'The file holds more than a list: at most 200 000 rows and 256 columns, and no more text than can be read. Divide it into several.',
  },
  brokenLine: (line: number): Text => ({
    sv: `Rad ${line}: ett citattecken öppnar mitt i en cell, eller stängs aldrig. Skriv citattecken i text dubbelt ("") eller ta bort dem.`,
    en: `Line ${line}: a quotation mark opens in the middle of a cell, or never closes. Double quotation marks within text ("") or take them away.`,
  }),
  merged: (cells: string): Text => ({
    sv: `Cellerna ${cells} är sammanfogade, så det går inte att säga vad varje rad innehåller. Dela upp dem (Start, Sammanfoga och centrera) och fyll i varje cell.`,
    en: `The cells ${cells} are merged, so that it cannot be told what each row says. Unmerge them and fill in each cell.`,
  }),
  empty: { sv: 'Filen är tom.', en: 'The file is empty.' },
  oldFormat: {
    sv: 'Filen är i Excels äldre format. Spara den som .xlsx eller .csv.',
    en: 'The file is in the older format of Excel. Save it as .xlsx or .csv.',
  },
  unreadable: {
    sv: 'Filen går inte att läsa. Den ska vara ett kalkylblad (.xlsx) eller text med semikolon emellan (.csv), med högst 200 000 rader.',
    en: 'The file cannot be read. It must be a spreadsheet (.xlsx) or text with semicolons between (.csv), of at most 200 000 rows.',
  },
} as const
