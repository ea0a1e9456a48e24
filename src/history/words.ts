import type { Text } from '../kernel/text.ts'

const relations: Readonly<Record<string, Text>> = {
  thing: { sv: 'Uppgifter på tråden', en: 'Facts on the thread' },
  entry: { sv: 'Registerposten', en: 'The register entry' },
  entry_event: { sv: 'Händelse', en: 'Event' },
  case_file: { sv: 'Ärendet', en: 'The case' },
  case_party: { sv: 'Part', en: 'Party' },
  case_event: { sv: 'Händelse', en: 'Event' },
  attachment: { sv: 'Bilaga', en: 'Attachment' },
  stored_file: { sv: 'Lagrad fil', en: 'Stored file' },
  document: { sv: 'Handlingen', en: 'The document' },
  decision: { sv: 'Beslutet', en: 'The decision' },
  clause: { sv: 'Att-satsen', en: 'The clause' },
  dispatch: { sv: 'Expedieringen', en: 'The dispatch' },
  report: { sv: 'Rapporten', en: 'The report' },
  continuation: { sv: 'Fortsättningen', en: 'The continuation' },
  deadline: { sv: 'Dag att hålla', en: 'Date to keep' },
  link: { sv: 'Samband', en: 'Link' },
  series: { sv: 'Måttet', en: 'The series' },
  figure: { sv: 'Utfallet', en: 'The figure' },
  goal: { sv: 'Målet', en: 'The goal' },
  target: { sv: 'Målvärdet', en: 'The target' },
  frame: { sv: 'Ramen', en: 'The frame' },
  mandate: { sv: 'Mandatet', en: 'The mandate' },
  person: { sv: 'Personen', en: 'The person' },
  post: { sv: 'Befattningen', en: 'The post' },
  appointment: { sv: 'Förordnandet', en: 'The appointment' },
  node: { sv: 'Organet eller enheten', en: 'The body or unit' },
  node_version: { sv: 'Organet eller enheten, en tid', en: 'The body or unit, for a time' },
  setting: { sv: 'Inställning', en: 'Setting' },
}
const columns: Readonly<Record<string, Text>> = {
  title: { sv: 'Rubrik', en: 'Title' },
  number: { sv: 'Nummer', en: 'Number' },
  day: { sv: 'Dag', en: 'Day' },
  state: { sv: 'Läge', en: 'State' },
  due: { sv: 'Senast', en: 'By' },
  kind: { sv: 'Slag', en: 'Kind' },
  node_id: { sv: 'Organ', en: 'Body' },
  owner_id: { sv: 'Utförs av', en: 'Carried out by' },
  secrecy: { sv: 'Sekretess', en: 'Secrecy' },
  text: { sv: 'Text', en: 'Text' },
  value: { sv: 'Värde', en: 'Value' },
  period: { sv: 'Period', en: 'Period' },
  status: { sv: 'Status', en: 'Status' },
  stance: { sv: 'Läge', en: 'Status' },
  comment: { sv: 'Kommentar', en: 'Comment' },
  clause_id: { sv: 'Gavs av att-sats', en: 'Made by clause' },
  last_clause_id: { sv: 'Senast ändrad av att-sats', en: 'Last changed by clause' },
  received: { sv: 'Mottaget', en: 'Received' },
  done_on: { sv: 'Klart', en: 'Done' },
}

export const words = {
  relation: (name: string): Text => relations[name] ?? { sv: name, en: name },
  column: (name: string): Text => columns[name] ?? { sv: name.replaceAll('_', ' '), en: name.replaceAll('_', ' ') },
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
