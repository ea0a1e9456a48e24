import type { Text } from '../../kernel/text.ts'

/** What the charts say beside their own numbers. */
export const chartWords = {
  noFigures: { sv: 'Inga siffror ännu.', en: 'No figures yet.' },
  broken: (at: string): Text => ({ sv: `Skalan börjar vid ${at}.`, en: `The scale begins at ${at}.` }),
  ringPreliminary: { sv: 'Ringen är preliminär (*).', en: 'The ring is preliminary (*).' },
  ringBefore: (when: string): Text => ({ sv: `Ringen är ${when}.`, en: `The ring is ${when}.` }),
  hole: { sv: 'Där linjen är bruten saknas uppgift (..).', en: 'Where the line is broken, there is no figure (..).' },
  inTable: { sv: 'Alla värden finns i tabellen under bilden.', en: 'All values are in the table below the picture.' },
  period: { sv: 'Period', en: 'Period' },
  low: { sv: 'Lägsta', en: 'Lowest' },
  high: { sv: 'Högsta', en: 'Highest' },
  value: { sv: 'Värde', en: 'Value' },
  change: { sv: 'Förändring', en: 'Change' },
  missing: { sv: 'saknas', en: 'missing' },
  step: { sv: 'Post', en: 'Item' },
  amount: { sv: 'Belopp', en: 'Amount' },
  unexplained: { sv: 'Oförklarad skillnad', en: 'Unexplained difference' },
  otherSteps: (n: number): Text => ({ sv: `${n} mindre poster`, en: `${n} smaller items` }),
  filledMinus: { sv: 'Fyllt är minus, ofyllt är plus.', en: 'Filled is minus, hollow is plus.' },
  filledPlus: { sv: 'Fyllt är plus, ofyllt är minus.', en: 'Filled is plus, hollow is minus.' },
  total: { sv: 'Summa', en: 'Total' },
  act: { sv: 'Handling', en: 'Act' },
  from: { sv: 'Från', en: 'From' },
  to: { sv: 'Till', en: 'To' },
  needs: { sv: 'Kräver', en: 'Requires' },
  requires: (what: string): Text => ({ sv: `kräver ${what}`, en: `requires ${what}` }),
  nowIn: (state: string): Text => ({ sv: `Röd ring: nu, ${state.toLowerCase()}.`, en: `Red ring: now, ${state.toLowerCase()}.` }),
  lifecycleNote: {
    sv: 'Varje pil är en handling. Ringen med prick är början, tvärstrecket är slut.',
    en: 'Every arrow is an act. The ring with a dot is the beginning, the cross-bar an end.',
  },
} as const
