export const words = {
  index: { sv: 'Ärenden och handlingar', en: 'Items and documents' },
  lead: {
    sv: 'Föredragningslistan och handlingarna till varje ärende, så som de är nu.',
    en: 'The agenda and the documents of each item, as they are now.',
  },
  asOne: { sv: 'Allt som en PDF', en: 'All as one PDF' },
  none: { sv: 'Inga handlingar.', en: 'No documents.' },
  apart: {
    kind: { sv: 'hämtas för sig: bara PDF-filer ingår i den samlade filen', en: 'fetched apart: only PDF files are in the one file' },
    large: { sv: 'hämtas för sig: den ryms inte i den samlade filen', en: 'fetched apart: there is no room for it in the one file' },
  },
} as const
