import type { Text } from '../kernel/text.ts'

const t = (sv: string, en: string): Text => ({ sv, en })

/** What the pages of goals say. */
export const goalWords = {
  goals: t('Mål', 'Goals'),
  goal: t('Mål', 'Goal'),
  lead: t(
    'Mål sätts, ändras och avslutas bara av beslut. Här står vart och ett med beslutet det kom ur och måtten som följer det.',
    'Goals are set, changed and ended by decisions only. Here each stands with the decision it came from and the measures that follow it.',
  ),
  searchGoals: t('Sök mål', 'Search goals'),
  body: t('Organ', 'Body'),
  which: t('Vilka', 'Which'),
  inForce: t('Gäller nu', 'In force now'),
  all: t('Alla', 'All'),
  area: t('Område', 'Area'),
  decided: t('Beslutat', 'Decided'),
  valid: t('Gäller', 'In force'),
  measures: t('Följs av', 'Followed by'),
  from: (day: Text): Text => t(`från ${day.sv}`, `from ${day.en}`),
  fromTo: (from: Text, to: Text): Text => t(`${from.sv} till ${to.sv}`, `${from.en} to ${to.en}`),
  noMeasure: t('Inget mått är knutet', 'No measure is tied to it'),
  noMeasureLong: t(
    'Lucka: inget mått är knutet till målet. Det går inte att säga om det nås.',
    'Gap: no measure is tied to the goal. It cannot be said whether it is reached.',
  ),
  noneFound: t('Inga mål motsvarar urvalet.', 'No goals match the selection.'),
  oneLead: (body: Text, day: Text, paragraph: string): Text =>
    t(`${body.sv} satte målet ${day.sv}, ${paragraph}.`, `${body.en} set the goal on ${day.en}, ${paragraph}.`),
  whence: t('Varifrån kommer målet?', 'Where does the goal come from?'),
  body1: t('Gäller för', 'Applies to'),
  clause: t('Att-sats', 'Clause'),
  decision: t('Beslut', 'Decision'),
  how: t('Hur det går', 'How it goes'),
  howIntro: t('Måtten som följer målet, med läget nu.', 'The measures that follow the goal, and how they stand.'),
  thread: t('Visa tråden', 'Show the thread'),
  absentTitle: t('Målet finns inte', 'There is no such goal'),
  absentLead: t('Adressen leder inte till något mål.', 'The address leads to no goal.'),
  secretTitle: t('Sekretessbelagt mål', 'Secret goal'),
  secretClause: t('Omfattas av sekretess', 'Under secrecy'),
  toList: t('Till alla mål', 'To all goals'),
} as const
