import type { Text } from '../../kernel/text.ts'

export const sheetWords = {
  tooLarge: { sv: 'Filen är större än 20 MB. Dela den i flera.', en: 'The file is larger than 20 MB. Divide it into several.' },
  empty: { sv: 'Filen är tom.', en: 'The file is empty.' },
  oldFormat: {
    sv: 'Filen är i Excels äldre format. Spara den som .xlsx eller .csv.',
    en: 'The file is in the older format of Excel. Save it as .xlsx or .csv.',
  },
  unreadable: {
    sv: 'Filen går inte att läsa. Den ska vara ett kalkylblad (.xlsx) eller text med semikolon emellan (.csv), med högst 200 000 rader.',
    en: 'The file cannot be read. It must be a spreadsheet (.xlsx) or text with semicolons between (.csv), of at most 200 000 rows.',
  },
} as const satisfies Record<string, Text>
