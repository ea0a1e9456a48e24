import type { Text } from '../../kernel/text.ts'

export const attendanceWords = {
  why: (name: string, party: string | null, forConflict: boolean): Text => ({
    sv: `${forConflict ? `${name} är jävig i ärendet` : `${name} är inte där`}, och står först på tur${party ? ` för ${party}` : ''}.`,
    en: `${forConflict ? `${name} has a conflict of interest in the item` : `${name} is not there`}, and is first in the order${party ? ` of ${party}` : ''}.`,
  }),
  chosen: (name: string): Text => ({ sv: `Tjänstgör för ${name}.`, en: `Serves for ${name}.` }),
  vacant: { sv: 'Tjänstgör på en plats som ingen har.', en: 'Serves in a vacant seat.' },
} as const
