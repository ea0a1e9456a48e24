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
  tooMuchMemory: (file: string): Text => ({
    sv: file
      ? `Filen ”${file}” tog för mycket minne när den öppnades: den är skadad eller packad för att ta det.`
      : 'Dokumentet tog för mycket minne och avbröts.',
    en: file
      ? `The file “${file}” took too much memory when it was opened: it is damaged, or packed in order to.`
      : 'The document took too much memory and was stopped.',
  }),
  fileMend: {
    sv: 'Spara om den som PDF i programmet som den kommer från och bifoga den nya, eller ta bort den.',
    en: 'Save it anew as PDF from the program that it comes from and attach the new one, or remove it.',
  },
  left: { sv: 'Dokumentet avbröts: ingen väntade längre på det.', en: 'The document was stopped: nobody waited for it any longer.' },
  tooSlowMend: { sv: 'Försök igen om en stund, eller dela upp det.', en: 'Try again in a while, or divide it.' },
}
