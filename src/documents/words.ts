import type { Text } from '../kernel/text.ts'

export const words = {
  that: { sv: 'att', en: 'that' },
  page: { sv: 'sida', en: 'page' },
  of: { sv: 'av', en: 'of' },
  template: (file: string, line: number | null, message: string): Text => ({
    sv: `Mallen ${file} går inte att använda${line === null ? '' : `: fel på rad ${line}`}: ${message}.`,
    en: `The template ${file} cannot be used${line === null ? '' : `: wrong on line ${line}`}: ${message}.`,
  }),
  templateMend: {
    sv: 'Den som sköter systemet rättar mallen eller tar bort den, så används husets egen.',
    en: 'Whoever runs the system corrects the template, or removes it so that the house’s own is used.',
  },
  noFolder: (folder: string): Text => ({
    sv: `Mappen för egna mallar, ${folder}, går inte att läsa.`,
    en: `The folder of own templates, ${folder}, cannot be read.`,
  }),
  tooSlow: (seconds: number): Text => ({
    sv: `Dokumentet blev inte klart på ${seconds} sekunder och avbröts.`,
    en: `The document was not done in ${seconds} seconds and was stopped.`,
  }),
  left: { sv: 'Dokumentet avbröts: ingen väntade längre på det.', en: 'The document was stopped: nobody waited for it any longer.' },
  tooSlowMend: { sv: 'Försök igen om en stund, eller dela upp det.', en: 'Try again in a while, or divide it.' },
}
