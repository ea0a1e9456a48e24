import { type Day, longDay } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'

export const words = {
  title: { sv: 'Så tillämpas lagen', en: 'How the law is applied' },
  titleOf: (body: Text): Text => ({ sv: `Så tillämpas lagen i ${body.sv}`, en: `How the law is applied in ${body.en}` }),
  lead: (chosen: number, all: number): Text => ({
    sv: `Lagen lämnar ${all} frågor öppna. ${chosen === 0 ? 'Ingen är avgjord här: standardläsningen gäller.' : `${chosen === 1 ? 'En är avgjord' : `${chosen} är avgjorda`} genom beslut, för resten gäller standardläsningen.`}`,
    en: `The law leaves ${all} questions open. ${chosen === 0 ? 'None is chosen here: the default reading holds.' : `${chosen === 1 ? 'One is' : `${chosen} are`} chosen by decisions, for the rest the default reading holds.`}`,
  }),
  about: {
    sv: 'Fullmäktige väljer i sin arbetsordning och i nämndernas reglementen. Organets eget val går före kommunens. Mötena, kallelserna och protokollen följer det som gäller på mötesdagen.',
    en: 'The council chooses in its rules of procedure and in those of its boards. The body’s own choice goes before the municipality’s. Meetings, summonses and minutes follow what holds on the day of the meeting.',
  },
  body: { sv: 'Organ', en: 'Body' },
  question: { sv: 'Fråga', en: 'Question' },
  holds: { sv: 'Gäller här', en: 'Holds here' },
  byDefault: { sv: 'Standardläsning', en: 'Default reading' },
  defaultIs: (answer: Text): Text => ({ sv: `Standard: ${answer.sv}.`, en: `Default: ${answer.en}.` }),
  chosenBy: { sv: 'Bestämt genom', en: 'Chosen by' },
  since: (from: Day, of: Text): Text => ({ sv: `${of.sv}, från ${longDay(from, 'sv')}`, en: `${of.en}, from ${longDay(from, 'en')}` }),
  secret: { sv: 'ett beslut med sekretess', en: 'a secret decision' },
  other: { sv: 'Tidigare och kommande val', en: 'Earlier and coming choices' },
  none: { sv: 'Inga.', en: 'None.' },
  span: (from: Day, to: Day | null): Text => ({
    sv: to ? `${longDay(from, 'sv')} – före ${longDay(to, 'sv')}` : `från ${longDay(from, 'sv')}`,
    en: to ? `${longDay(from, 'en')} – before ${longDay(to, 'en')}` : `from ${longDay(from, 'en')}`,
  }),
  propose: { sv: 'Föreslå ett val i ett beslut', en: 'Propose a choice in a decision' },
  askedBy: (questions: Text): Text => ({ sv: `Påverkar svaret på: ${questions.sv}`, en: `Has a say in: ${questions.en}` }),
} as const
