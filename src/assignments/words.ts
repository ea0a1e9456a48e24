import type { Text } from '../kernel/text.ts'

export const words = {
  partTitle: { sv: 'Skriv delen i en mening.', en: 'Write the part in one sentence.' },
  partDeliverable: { sv: 'Skriv vad delen ska leda till.', en: 'Write what the part is to lead to.' },
  partNode: { sv: 'Välj en enhet som hör till den som har uppdraget.', en: 'Choose a unit of whoever has the assignment.' },
  partDay: (last: string): Text => ({
    sv: `Välj en dag från i dag till och med ${last}, då hela uppdraget ska slutredovisas.`,
    en: `Choose a day from today up to ${last}, when the whole assignment is to be reported.`,
  }),
  partState: { sv: 'Bara ett uppdrag som pågår kan delas. Ta emot det först.', en: 'Only an assignment under way can be split. Accept it first.' },
  partDepth: {
    sv: 'En del delas inte en gång till. Dela uppdraget i fler delar i stället.',
    en: 'A part is not split again. Split the assignment into more parts instead.',
  },
  split: { sv: 'Dela uppdraget', en: 'Split the assignment' },
  splitLead: (title: string, last: string): Text => ({
    sv: `En del av ”${title}” ges till en enhet. Den slutredovisas till den som har hela uppdraget, senast ${last}.`,
    en: `A part of “${title}” is given to a unit. It is reported to whoever has the whole, by ${last}.`,
  }),
  title: { sv: 'Delen i en mening', en: 'The part in one sentence' },
  deliverable: { sv: 'Vad delen ska leda till', en: 'What the part is to lead to' },
  unit: { sv: 'Enhet', en: 'Unit' },
  day: { sv: 'Slutredovisas senast', en: 'Final report by' },
  badDay: (typed: string): Text => ({
    sv: `Skriv dagen som år-månad-dag, till exempel 2022-05-17. Du skrev ”${typed}”.`,
    en: `Write the day as year-month-day, for example 2022-05-17. You wrote “${typed}”.`,
  }),
  choose: { sv: 'Välj enhet', en: 'Choose a unit' },
  save: { sv: 'Dela av', en: 'Split off' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  problems: (n: number): Text => ({
    sv: n === 1 ? 'En sak hindrar att delen sparas' : `${n} saker hindrar att delen sparas`,
    en: n === 1 ? 'One thing hinders the part' : `${n} things hinder the part`,
  }),
}
