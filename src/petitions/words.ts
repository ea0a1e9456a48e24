import type { Text } from '../kernel/text.ts'

/** What is said of what members and residents put to the council. */
export const words = {
  title: { sv: 'Obesvarat i fullmäktige', en: 'Unanswered by the council' },
  lead: (all: number, late: number): Text => {
    if (all === 0) return { sv: 'Ingen motion, fråga eller annat förslag väntar på svar.', en: 'No bill, question or other proposal waits for an answer.' }
    const lateSv = late === 0 ? 'Ingen dag har passerat.' : `${late} av dem ${late === 1 ? 'har' : 'har'} passerat sin dag.`
    const lateEn = late === 0 ? 'No day has passed.' : `${late} of them ${late === 1 ? 'is' : 'are'} past the day.`
    return { sv: `${all} väntar på svar. ${lateSv}`, en: `${all} ${all === 1 ? 'waits' : 'wait'} for an answer. ${lateEn}` }
  },
  about: {
    sv: 'Motioner och medborgarförslag ska om möjligt avgöras inom ett år. Annars ska fullmäktige få veta varför, och kan då avskriva dem.',
    en: 'Members’ bills and citizen proposals shall if possible be decided within a year. Otherwise the council is told why, and may then write them off.',
  },
  law: 'KL 5:35',
  what: { sv: 'Ärende', en: 'Matter' },
  kind: { sv: 'Slag', en: 'Kind' },
  body: { sv: 'Organ', en: 'Body' },
  filed: { sv: 'Lämnad', en: 'Filed' },
  due: { sv: 'Besvaras senast', en: 'Answer by' },
  state: { sv: 'Läge', en: 'State' },
  late: { sv: 'försenad', en: 'late' },
  noDay: { sv: 'ingen dag satt', en: 'no day set' },
  counted: (n: number): Text => ({ sv: `${n} på sidan`, en: `${n} on this page` }),
  urgentFirst: { sv: 'Det mest brådskande först', en: 'The most urgent first' },
  none: { sv: 'Inget väntar på svar.', en: 'Nothing waits for an answer.' },
  firstPage: { sv: 'Till första sidan', en: 'To the first page' },
  registers: { sv: 'Alla, också de besvarade', en: 'All, the answered ones too' },
  file: { sv: 'Registrera ny', en: 'Register a new one' },
} as const
