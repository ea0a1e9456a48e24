import { longDay, type Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'

export const words = {
  title: { sv: 'Gallring och bevarande', en: 'Destruction and preservation' },
  lead: (n: number, late: number): Text => ({
    sv:
      n === 0
        ? 'Inget väntar på gallring.'
        : `${n} ${n === 1 ? 'väntar' : 'väntar'} på beslut om gallring${late > 0 ? `, ${late} har passerat sista dagen` : ''}.`,
    en: n === 0 ? 'Nothing awaits destruction.' : `${n} ${n === 1 ? 'awaits' : 'await'} a decision to destroy${late > 0 ? `, ${late} past the last day` : ''}.`,
  }),
  due: { sv: 'Får gallras', en: 'May be destroyed' },
  dueIntro: {
    sv: 'Bara ett beslut gallrar: en att-sats av slaget Gallra, för varje ärende eller post. Pröva först undantagen, till exempel faderskap, adoption, placeringar och forskningsurval (SoL 16:2–4).',
    en: 'Only a decision destroys: a clause of the kind Destroy, for each case or entry. Try the exceptions first: paternity, adoption, placements and the research sample (SoL 16:2–4).',
  },
  noneDue: { sv: 'Inget av det du får läsa har nått sin dag.', en: 'Nothing that you may read has reached its day.' },
  destroyed: { sv: 'Har gallrats', en: 'Has been destroyed' },
  destroyedIntro: {
    sv: 'Kvar finns numret, dagen, beslutet och en kontrollsumma av det som fanns.',
    en: 'What remains is the number, the day, the decision and a digest of what there was.',
  },
  noneDestroyed: { sv: 'Inget har gallrats.', en: 'Nothing has been destroyed.' },
  rules: { sv: 'Regler', en: 'Rules' },
  what: { sv: 'Vad', en: 'What' },
  last: { sv: 'Sista anteckning', en: 'Last entry' },
  from: { sv: 'Från', en: 'From' },
  by: { sv: 'Senast', en: 'At the latest' },
  rule: { sv: 'Regel', en: 'Rule' },
  day: { sv: 'Gallrad', en: 'Destroyed' },
  decision: { sv: 'Beslut', en: 'Decision' },
  digest: { sv: 'Kontrollsumma', en: 'Digest' },
  years: (years: number, law: string): Text => ({ sv: `${years} år efter sista anteckning (${law})`, en: `${years} years after the last entry (${law})` }),
  draft: { sv: 'Upprätta beslut', en: 'Draft a decision' },
  gone: (number: string | null): Text => ({
    sv: number ? `${number} är gallrat` : 'Handlingen är gallrad',
    en: number ? `${number} has been destroyed` : 'The document has been destroyed',
  }),
  goneText: (day: Day): Text => ({
    sv: `Innehållet gallrades ${longDay(day, 'sv')} genom ett beslut och finns inte kvar någonstans, inte heller i historiken.`,
    en: `The content was destroyed on ${longDay(day, 'en')} by a decision. It is nowhere left, not in the history either.`,
  }),
  toDecision: { sv: 'Beslutet om gallring', en: 'The decision to destroy' },
  toList: { sv: 'Allt som gallrats', en: 'All that has been destroyed' },
  secrecy: { sv: 'Sekretess', en: 'Secrecy' },
  secrecyOf: (name: string): Text => ({ sv: `Sekretess för ${name}`, en: `Secrecy of ${name}` }),
  nowOpen: { sv: 'Det är inte markerat som sekretessbelagt.', en: 'It is not marked as secret.' },
  nowSecret: (section: string): Text => ({ sv: `Det är markerat enligt ${section}.`, en: `It is marked by ${section}.` }),
  change: { sv: 'Ändra markeringen', en: 'Change the marking' },
  section: { sv: 'Paragraf', en: 'Section' },
  sectionHint: {
    sv: 'Till exempel OSL 26:1. Tomt tar bort markeringen. En markering är en påminnelse, ingen prövning: den görs när någon begär ut handlingen.',
    en: 'For example OSL 26:1. Empty takes the marking away. A marking is a reminder: the trial comes when somebody asks for the document.',
  },
  reason: { sv: 'Varför', en: 'Why' },
  save: { sv: 'Spara markeringen', en: 'Save the marking' },
  markedOn: { sv: 'Dag', en: 'Day' },
  marks: { sv: 'Markeringar', en: 'Markings' },
  noMarks: { sv: 'Inga markeringar har ändrats här.', en: 'No markings have been changed here.' },
  lifted: { sv: 'Borttagen', en: 'Taken away' },
  authority: { sv: 'Myndighet', en: 'Authority' },
  who: { sv: 'Av', en: 'By' },
  reasonNeeded: { sv: 'Skriv varför markeringen ändras.', en: 'Write why the marking is changed.' },
  unreadable: (typed: string): Text => ({ sv: `”${typed}” är ingen paragraf. Skriv som OSL 26:1.`, en: `“${typed}” is no section. Write as OSL 26:1.` }),
  same: { sv: 'Så är det redan markerat.', en: 'It is marked so already.' },
  unknown: { sv: 'Det finns inte.', en: 'There is none.' },
  problems: (n: number): Text => ({ sv: n === 1 ? 'Ett hinder' : `${n} hinder`, en: n === 1 ? 'One hindrance' : `${n} hindrances` }),
  kindOf: (kind: string): Text => kinds[kind] ?? { sv: kind, en: kind },
}

const kinds: Readonly<Record<string, Text>> = {
  case: { sv: 'Ärende', en: 'Case' },
  document: { sv: 'Handling', en: 'Document' },
  report: { sv: 'Rapport', en: 'Report' },
  agreement: { sv: 'Överenskommelse', en: 'Agreement' },
}
