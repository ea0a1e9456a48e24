import { formatNumber } from '../kernel/number.ts'
import type { Text } from '../kernel/text.ts'
import type { LinkKind, ThingTable } from '../database/schema.ts'
import type { AnyDefinition } from './define.ts'

const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)
const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)
const days = (n: number, locale: 'sv' | 'en'): string =>
  `${formatNumber(n, 0, locale)} ${locale === 'sv' ? (n === 1 ? 'dag' : 'dagar') : n === 1 ? 'day' : 'days'}`

const down: Record<LinkKind, Text> = {
  decides: { sv: 'Beslutar', en: 'Decides' },
  gives_rise_to: { sv: 'Ger upphov till', en: 'Gives rise to' },
  part: { sv: 'Delar', en: 'Parts' },
  reported_by: { sv: 'Rapporter', en: 'Reports' },
  measured_by: { sv: 'Mått på effekten', en: 'Measures of effect' },
  continued_by: { sv: 'Fortsätter i', en: 'Continues in' },
  answered_by: { sv: 'Besvaras av', en: 'Answered by' },
  replaced_by: { sv: 'Ersätts av', en: 'Replaced by' },
  encloses: { sv: 'Bilagor', en: 'Enclosures' },
}
const up: Record<LinkKind, Text> = {
  decides: { sv: 'Beslut', en: 'Decisions' },
  gives_rise_to: { sv: 'Kommer ur', en: 'Arises from' },
  part: { sv: 'Del av', en: 'Part of' },
  reported_by: { sv: 'Rapporterar om', en: 'Reports on' },
  measured_by: { sv: 'Mäter', en: 'Measures' },
  continued_by: { sv: 'Fortsätter', en: 'Continues' },
  answered_by: { sv: 'Besvarar', en: 'Answers' },
  replaced_by: { sv: 'Ersätter', en: 'Replaces' },
  encloses: { sv: 'Bilaga till', en: 'Enclosed with' },
}

/** Texts of an entry's page, its forms and its drafts. */
export const entryWords = {
  secrecyLink: { sv: 'Sekretess', en: 'Secrecy' },
  secretField: (section: string): Text => ({ sv: `Sekretess (${section})`, en: `Secret (${section})` }),
  follow: { sv: 'Bevaka', en: 'Follow' },
  unfollow: { sv: 'Sluta bevaka', en: 'Stop following' },
  followed: { sv: 'Du får brev när något händer här.', en: 'You get a letter when something happens here.' },
  number: { sv: 'Nummer', en: 'Number' },
  day: { sv: 'Dag', en: 'Day' },
  missing: { sv: 'saknas', en: 'missing' },
  nextDay: (label: Text, day: { sv: string; en: string }, left: number): Text => ({
    sv: `${label.sv}: ${left < 0 ? `sista dag var ${day.sv}` : `senast ${day.sv}, ${left === 0 ? 'i dag' : `om ${days(left, 'sv')}`}`}.`,
    en: `${label.en}: ${left < 0 ? `it was due ${day.en}` : `due ${day.en}, ${left === 0 ? 'today' : `in ${days(left, 'en')}`}`}.`,
  }),
  brokenHere: { sv: 'Här är tråden av', en: 'Here the thread is broken' },
  factsTitle: { sv: 'Uppgifter', en: 'Particulars' },
  factsIntro: (the: Text, steering: boolean): Text =>
    steering
      ? { sv: 'Som beslutet gav dem. Bara ett nytt beslut ändrar dem.', en: 'As the decision gave them. Only a new decision changes them.' }
      : { sv: `Vad som är känt om ${the.sv}.`, en: `What is known of ${the.en}.` },
  actsTitle: { sv: 'Vad som kan göras', en: 'What can be done' },
  actsIntro: { sv: 'Samma regler gäller här som i API:et. Det som inte går säger varför.', en: 'The same rules as in the API. What cannot be done says why.' },
  noActs: { sv: 'Inget mer kan göras här.', en: 'Nothing more can be done here.' },
  comment: { sv: 'Varför', en: 'Why' },
  commentHint: { sv: 'Minst en mening. Det blir kvar i historiken.', en: 'At least one sentence. It stays in the history.' },
  proposeInDecision: (act: Text): Text => ({ sv: `${act.sv}: föreslå i ett beslut`, en: `${act.en}: propose in a decision` }),
  freeTitle: { sv: 'Uppgifter som inte kräver beslut', en: 'Particulars that need no decision' },
  save: { sv: 'Spara', en: 'Save' },
  deadlinesTitle: { sv: 'Dagar att hålla', en: 'Days to keep' },
  deadlinesIntro: { sv: 'Räknas ut ur uppgifterna varje gång de ändras.', en: 'Worked out from the particulars each time they change.' },
  what: { sv: 'Vad', en: 'What' },
  noDeadlines: { sv: 'Inga dagar att hålla.', en: 'No days to keep.' },
  done: (day: { sv: string; en: string }): Text => ({ sv: `klart ${day.sv}`, en: `done ${day.en}` }),
  late: (n: number): Text => ({ sv: `${days(n, 'sv')} sedan`, en: `${days(n, 'en')} ago` }),
  left: (n: number): Text => (n === 0 ? { sv: 'i dag', en: 'today' } : { sv: `om ${days(n, 'sv')}`, en: `in ${days(n, 'en')}` }),
  linksTitle: { sv: 'Samband', en: 'Links' },
  linksIntro: { sv: 'Vad det kommer ur, och vad det har lett till.', en: 'What it comes from, and what it has led to.' },
  linkDown: (kind: LinkKind): Text => down[kind],
  linkUp: (kind: LinkKind): Text => up[kind],
  thingKind: (kind: ThingTable['kind']): Text => kinds[kind],
  secretThing: (number: string): Text => ({ sv: `${number || 'Utan nummer'}, sekretessbelagt`, en: `${number || 'Without number'}, secret` }),
  moreLinks: { sv: 'Fler samband finns på tråden.', en: 'More links are on the thread.' },
  noMeasure: { sv: 'Inget mått är knutet hit.', en: 'No measure is tied to this.' },
  noReport: { sv: 'Ingen rapport har lämnats.', en: 'No report has been handed in.' },
  thread: { sv: 'Visa tråden', en: 'Show the thread' },
  eventsTitle: { sv: 'Vad som har hänt', en: 'What has happened' },
  history: { sv: 'Varje ändring, i historiken', en: 'Every change, in the history' },
  created: (the: Text): Text => ({ sv: `${capital(the.sv)} kom till`, en: `${capital(the.en)} came into being` }),
  wrote: { sv: 'Ändrade uppgifter', en: 'Changed particulars' },
  noted: { sv: 'Antecknade', en: 'Noted' },
  byDecision: { sv: 'genom beslut', en: 'by a decision' },
  bySystem: { sv: 'systemet', en: 'the system' },
  anybody: { sv: 'någon som inte är inloggad', en: 'somebody not signed in' },
  lifecycleTitle: { sv: 'Livsloppet', en: 'The lifecycle' },
  lifecycleIntro: {
    sv: 'Alla lägen och vad som leder mellan dem. Bilden ritas ur samma tabell som reglerna.',
    en: 'All states and what leads between them. The picture is drawn from the table that the rules read.',
  },
  lifecycleName: (one: Text): Text => ({ sv: `Livsloppet för ${lower(one.sv)}`, en: `The lifecycle of ${lower(one.en)}` }),
  needs: {
    clause: { sv: 'ett beslut', en: 'a decision' },
    comment: { sv: 'en kommentar', en: 'a comment' },
    report: { sv: 'en rapport', en: 'a report' },
    final_report: { sv: 'en slutrapport', en: 'a final report' },
  },

  // Conflict
  conflictTitle: { sv: 'Någon annan hann före', en: 'Somebody else was first' },
  conflictIntro: {
    sv: 'Det här ändrades medan du skrev. Det du skrev finns kvar nedanför: läs, och spara igen om det fortfarande stämmer.',
    en: 'This changed while you wrote. What you wrote is kept below: read, and save again if it still holds.',
  },
  conflictNothing: { sv: 'Inga uppgifter har ändrats, bara dagarna att hålla.', en: 'No particulars have changed, only the days to keep.' },
  fromTo: (before: string | null, after: string | null): Text => ({
    sv: `från ”${before ?? 'tomt'}” till ”${after ?? 'tomt'}”`,
    en: `from “${before ?? 'empty'}” to “${after ?? 'empty'}”`,
  }),
  stateLabel: { sv: 'Läge', en: 'State' },
  clock: (time: string): Text => ({ sv: `kl. ${time}`, en: `at ${time}` }),

  // Secrecy
  secretTitle: (number: string): Text => ({ sv: `${number}: sekretessbelagt`, en: `${number}: secret` }),

  // New entries and drafts
  newByDecision: (definition: Pick<AnyDefinition, 'words'>): Text => ({
    sv: `${definition.words.many.sv} skapas, ändras och avslutas bara genom beslut. Så går det alltid att följa varför de finns.`,
    en: `${definition.words.many.en} are created, changed and ended only by decisions. So it can always be followed why they exist.`,
  }),
  newByDecisionHow: {
    sv: 'Börja med ett utkast till beslut. Att-satsen har samma fält som här nedanför.',
    en: 'Begin with a draft of a decision. Its clause has the fields below.',
  },
  newByDecisionWho: {
    sv: 'Nämndens sekreterare och registratorn skriver beslutet. Att-satsen anger det här.',
    en: "The board's secretary and the registrar draft the decision. Its clause states this.",
  },
  asksFor: { sv: 'Vad beslutet anger', en: 'What the decision states' },
  draftDecision: (clause: Text): Text => ({ sv: `Skriv ett beslut: ${lower(clause.sv)}`, en: `Draft a decision: ${lower(clause.en)}` }),
  body: { sv: 'Organ', en: 'Body' },
  handIn: { sv: 'Spara', en: 'Save' },
  saveDraft: { sv: 'Spara som utkast', en: 'Save as draft' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  problems: (n: number, the: Text): Text => ({
    sv: n === 1 ? `En sak hindrar att ${the.sv} sparas` : `${formatNumber(n, 0, 'sv')} saker hindrar att ${the.sv} sparas`,
    en: n === 1 ? `One thing hinders ${the.en} from being saved` : `${formatNumber(n, 0, 'en')} things hinder ${the.en} from being saved`,
  }),
  draftsTitle: { sv: 'Dina utkast', en: 'Your drafts' },
  draftsLead: (n: number): Text =>
    n === 0
      ? {
          sv: 'Du har inga utkast. Det du börjar skriva sparas här tills du lämnar in det.',
          en: 'You have no drafts. What you begin to write is kept here until you hand it in.',
        }
      : {
          sv: `Du har ${n === 1 ? 'ett' : formatNumber(n, 0, 'sv')} utkast. Bara du ser dem.`,
          en: `You have ${n === 1 ? 'one draft' : `${formatNumber(n, 0, 'en')} drafts`}. Only you see them.`,
        },
  draft: { sv: 'Utkast', en: 'Draft' },
  untitled: { sv: 'Utan namn', en: 'Untitled' },
  savedAt: { sv: 'Sparat', en: 'Saved' },
  dropDraft: { sv: 'Släng', en: 'Throw away' },
  signInFirst: { sv: 'Logga in för att spara utkast.', en: 'Sign in to save drafts.' },
  draftRefused: {
    sv: 'Utkastet kunde inte sparas: det är för långt, eller så har du redan 200 utkast. Släng några först.',
    en: 'The draft could not be saved: it is too long, or you have 200 drafts already. Throw some away first.',
  },
} as const

const kinds: Record<ThingTable['kind'], Text> = {
  case: { sv: 'Ärende', en: 'Case' },
  document: { sv: 'Handling', en: 'Document' },
  decision: { sv: 'Beslut', en: 'Decision' },
  clause: { sv: 'Att-sats', en: 'Clause' },
  entry: { sv: 'Post', en: 'Entry' },
  report: { sv: 'Rapport', en: 'Report' },
  series: { sv: 'Mått', en: 'Measure' },
  goal: { sv: 'Mål', en: 'Goal' },
  target: { sv: 'Målvärde', en: 'Target' },
  frame: { sv: 'Ram', en: 'Frame' },
  mandate: { sv: 'Delegation', en: 'Mandate' },
  meeting: { sv: 'Sammanträde', en: 'Meeting' },
  appointment: { sv: 'Förtroendeuppdrag', en: 'Elected post' },
  rule_choice: { sv: 'Tillämpning av lagen', en: 'How the law is applied' },
}
