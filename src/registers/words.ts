import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import type { Need } from './define.ts'

const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)
const join = (texts: readonly Text[], locale: 'sv' | 'en', or: string): string => texts.map((t) => `”${lower(t[locale])}”`).join(` ${or} `)

export const words = {
  unknownAct: (one: Text): Text => ({ sv: `Det finns ingen sådan åtgärd för ${lower(one.sv)}.`, en: `There is no such act for ${lower(one.en)}.` }),
  unknownEntry: (one: Text): Text => ({ sv: `Det finns ingen sådan post: ${lower(one.sv)}.`, en: `There is no such entry: ${lower(one.en)}.` }),
  steered: (label: Text): Text => ({ sv: `Bara ett beslut kan ändra ”${lower(label.sv)}”.`, en: `Only a decision can change “${lower(label.en)}”.` }),
  proposeClause: { sv: 'Föreslå det som en att-sats i ett beslut.', en: 'Propose it as a clause of a decision.' } satisfies Text,
  wrongState: (act: Text, state: Text, from: readonly Text[]): Text => ({
    sv: `”${act.sv}” går bara när läget är ${join(from, 'sv', 'eller')}. Nu är läget ”${lower(state.sv)}”.`,
    en: `“${act.en}” is possible only when the state is ${join(from, 'en', 'or')}. It is now “${lower(state.en)}”.`,
  }),
  needed: (need: Need | undefined, act: Text): Refusal => {
    if (need === 'clause') {
      return {
        code: 'act.needs_clause',
        text: { sv: `Bara ett beslut kan göra det här: ”${act.sv}”.`, en: `Only a decision can do this: “${act.en}”.` },
        law: 'KL 5:1',
        mend: { sv: 'Föreslå det som en att-sats i ett beslut.', en: 'Propose it as a clause of a decision.' },
      }
    }
    if (need === 'report' || need === 'final_report')
      return { code: 'act.needs_report', text: { sv: `”${act.sv}” görs genom att rapporten lämnas.`, en: `“${act.en}” is done by handing in the report.` } }
    return { code: 'act.own_form', text: { sv: `”${act.sv}” görs inte genom en rapport.`, en: `“${act.en}” is not done by a report.` } }
  },
  commentNeeded: { sv: 'Skriv varför, minst en mening. Det blir kvar i historiken.', en: 'Write why, at least one sentence. It stays in the history.' },
  required: (label: Text): Text => ({ sv: `Fyll i ”${lower(label.sv)}”.`, en: `Fill in “${lower(label.en)}”.` }),
  unreadable: (label: Text, typed: string): Text => ({
    sv: `”${label.sv}” går inte att läsa. Du skrev ”${typed}”.`,
    en: `“${label.en}” cannot be read. You wrote “${typed}”.`,
  }),
  badDay: (typed: string): Text => ({
    sv: `Skriv dagen som år-månad-dag, till exempel 2022-05-17. Du skrev ”${typed}”.`,
    en: `Write the day as year-month-day, for example 2022-05-17. You wrote “${typed}”.`,
  }),
  badCount: (typed: string): Text => ({
    sv: `Skriv ett heltal, 0 eller mer. Du skrev ”${typed}”.`,
    en: `Write a whole number, 0 or more. You wrote “${typed}”.`,
  }),
  badChoice: (label: Text): Text => ({ sv: `Välj ett av alternativen för ”${lower(label.sv)}”.`, en: `Choose one of the options for “${lower(label.en)}”.` }),
  atMost: (label: Text, max: number): Text => ({ sv: `”${label.sv}” får vara högst ${max}.`, en: `“${label.en}” may be at most ${max}.` }),
  noSuchNode: (label: Text): Text => ({
    sv: `Välj ett organ eller en enhet som finns för ”${lower(label.sv)}”.`,
    en: `Choose a body or unit that exists for “${lower(label.en)}”.`,
  }),
  noSuchPost: (label: Text): Text => ({
    sv: `Välj en befattning som finns för ”${lower(label.sv)}”.`,
    en: `Choose a post that exists for “${lower(label.en)}”.`,
  }),
  commentUnreadable: {
    sv: 'Kommentaren innehåller tecken som inte går att spara. Skriv den på nytt.',
    en: 'The comment holds characters that cannot be stored. Write it again.',
  } satisfies Text,
  noneFree: { sv: 'Inget fält här kan ändras utan ett beslut.', en: 'No field here can be changed without a decision.' } satisfies Text,
  over: { sv: 'Det som är avslutat ändras inte mer.', en: 'What is over is not changed any more.' } satisfies Text,
  idTaken: { sv: 'Formuläret är redan använt. Öppna ett nytt.', en: 'The form has been used already. Open a new one.' } satisfies Text,
  createdByClause: (one: Text): Text => ({ sv: `Bara ett beslut kan skapa ”${lower(one.sv)}”.`, en: `Only a decision can create “${lower(one.en)}”.` }),
  commentTooLong: { sv: 'Skriv högst 5 000 tecken.', en: 'Write at most 5 000 characters.' } satisfies Text,
  tooLong: (label: Text, max: number): Text => ({ sv: `”${label.sv}” får vara högst ${max} tecken.`, en: `“${label.en}” may be at most ${max} characters.` }),
  unknownField: (name: string): Text => ({ sv: `Fältet ”${name}” finns inte här.`, en: `There is no field “${name}” here.` }),
  badQuery: (name: string, value: string): Text => ({
    sv: `Listan kan inte visas efter ${name} = ”${value}”.`,
    en: `The list cannot be shown by ${name} = “${value}”.`,
  }),
  conflict: {
    sv: 'Någon annan hann före. Se vad som har ändrats och gör sedan om det du ville.',
    en: 'Somebody else was first. See what changed, then do again what you meant to do.',
  } satisfies Text,
}
