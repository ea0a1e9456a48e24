import { type Day, longDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { columns, relations } from './row-words.ts'

export const words = {
  relation: (name: string): Text => relations[name] ?? { sv: name, en: name },
  column: (relation: string, name: string): Text =>
    columns[`${relation}.${name}`] ?? columns[name] ?? { sv: name.replaceAll('_', ' '), en: name.replaceAll('_', ' ') },
  title: { sv: 'Historiken', en: 'The history' },
  historyOf: (title: string): Text => ({ sv: `Historik: ${title}`, en: `History: ${title}` }),
  lead: (rows: number): Text => ({
    sv: `Databasen har antecknat ${rows.toLocaleString('sv-SE')} ändringar, var och en med vem, när och genom vilket beslut. Ingen kan ändra dem utan att det syns.`,
    en: `The database has noted ${rows.toLocaleString('en-GB')} changes, each with who, when and by which decision. Nobody can alter them unseen.`,
  }),
  leadOf: (n: number, more: boolean, first: string): Text => ({
    sv:
      n === 0
        ? 'Inga ändringar är antecknade.'
        : n === 1 && !more
          ? `Har inte ändrats sedan ${first}.`
          : `${more ? `Fler än ${n}` : n} ändringar är antecknade. Den senaste står först.`,
    en:
      n === 0
        ? 'No changes are noted.'
        : n === 1 && !more
          ? `Not changed since ${first}.`
          : `${more ? `More than ${n}` : n} changes are noted. The latest stands first.`,
  }),
  chain: { sv: 'Kedjan', en: 'The chain' },
  chainText: {
    sv: 'Varje ändring har en plats i en kedja av sigill. Anteckna det sista sigillet på en säker plats: då syns också om slutet kapas av. Kommandot genomslag verify räknar om hela kedjan.',
    en: 'Each change has a place in a chain of seals. Note the last seal somewhere safe: then it also shows if the end is cut off. The command genomslag verify recomputes the whole chain.',
  },
  lastSeal: { sv: 'Sista sigillet', en: 'Last seal' },
  when: { sv: 'Gällde', en: 'Day' },
  recorded: { sv: 'Antecknat', en: 'Recorded' },
  who: { sv: 'Vem', en: 'Who' },
  what: { sv: 'Vad', en: 'What' },
  place: { sv: 'Plats', en: 'Place' },
  byDecision: { sv: 'genom beslut', en: 'by decision' },
  nothing: { sv: 'inget', en: 'nothing' },
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },
  unnamed: { sv: '(visas inte)', en: '(not shown)' },
  fromTo: (from: Day, to: Day | null): Text => ({
    sv: to ? `${longDay(from, 'sv')}–${longDay(to, 'sv')}` : `från ${longDay(from, 'sv')}`,
    en: to ? `${longDay(from, 'en')}–${longDay(to, 'en')}` : `from ${longDay(from, 'en')}`,
  }),
  op: (op: 'insert' | 'update' | 'delete'): Text =>
    ({ insert: { sv: 'Ny', en: 'New' }, update: { sv: 'Ändrad', en: 'Changed' }, delete: { sv: 'Borttagen', en: 'Removed' } })[op],
  asOf: { sv: 'Som det var den', en: 'As it was on' },
  asOfHint: { sv: 'År-månad-dag.', en: 'Year-month-day.' },
  show: { sv: 'Visa', en: 'Show' },
  asOfTitle: (day: string): Text => ({ sv: `Som det var ${day}`, en: `As it was on ${day}` }),
  notYet: (day: string): Text => ({ sv: `Fanns inte ${day}.`, en: `Did not exist on ${day}.` }),
  badDay: (typed: string): Text => ({ sv: `Skriv dagen som år-månad-dag. Du skrev ”${typed}”.`, en: `Write the day as year-month-day. You wrote “${typed}”.` }),
  changes: { sv: 'Ändringar', en: 'Changes' },
  older: { sv: 'Äldre ändringar', en: 'Older changes' },
  toThing: { sv: 'Tillbaka', en: 'Back' },
  system: (part: string): Text => ({ sv: `Genomslag (${part})`, en: `Genomslag (${part})` }),
  latest: { sv: 'Senaste ändringarna', en: 'Latest changes' },
  onlySome: {
    sv: 'Hela historiken läses av revisorerna, eftersom den också rör det som är sekretessbelagt. Historiken för en enskild sak når du från sakens egen sida.',
    en: 'The whole history is read by the auditors, since it also concerns what is secret. The history of one thing is reached from its own page.',
  },
}
