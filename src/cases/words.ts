import { type Day, longDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { CameWith } from './came-with.ts'
import type { CaseState, PartyRole } from './case.ts'

const stateWords: Record<CaseState, Text> = {
  open: { sv: 'Öppet', en: 'Open' },
  decided: { sv: 'Beslutat', en: 'Decided' },
  closed: { sv: 'Avslutat', en: 'Closed' },
}
const roleWords: Record<PartyRole, Text> = {
  applicant: { sv: 'Sökande', en: 'Applicant' },
  counterparty: { sv: 'Motpart', en: 'Counterparty' },
  author: { sv: 'Avsändare', en: 'Sender' },
  addressee: { sv: 'Mottagare', en: 'Addressee' },
  concerned: { sv: 'Berörd', en: 'Concerned' },
}

export const words = {
  cases: { sv: 'Ärenden', en: 'Cases' },
  case: { sv: 'Ärende', en: 'Case' },
  state: (state: CaseState): Text => stateWords[state],
  role: (role: PartyRole): Text => roleWords[role],

  // refusals
  isClosed: (closed: Day): Text => ({ sv: `Ärendet avslutades ${longDay(closed, 'sv')}.`, en: `The case was closed on ${longDay(closed, 'en')}.` }),
  reopenFirst: { sv: 'Öppna ärendet igen, med skäl, så går det.', en: 'Reopen the case, with a reason, and it can be done.' },
  whyUndecided: {
    sv: 'Inget beslut är fattat i ärendet. Skriv varför det ändå avslutas.',
    en: 'No decision was made in the case. Write why it is closed all the same.',
  },
  notClosed: { sv: 'Ärendet är inte avslutat.', en: 'The case is not closed.' },
  whyReopen: { sv: 'Skriv varför ärendet öppnas igen.', en: 'Write why the case is reopened.' },
  dayNeeded: { sv: 'Skriv dagen som år-månad-dag, till exempel 2022-05-17.', en: 'Write the day as year-month-day, for example 2022-05-17.' },
  eventNeeded: { sv: 'Skriv vad som hände.', en: 'Write what happened.' },
  titleNeeded: { sv: 'Skriv i korthet vad dokumentet rör.', en: 'Write in short what the document is about.' },
  nameNeeded: { sv: 'Skriv partens namn.', en: 'Write the name of the party.' },
  roleNeeded: { sv: 'Välj partens roll.', en: 'Choose the role of the party.' },
  tooLong: (max: number): Text => ({ sv: `Texten får vara högst ${max} tecken.`, en: `The text may be at most ${max} characters.` }),
  bodyNeeded: { sv: 'Välj det organ som ärendet hör till.', en: 'Choose the body that the case belongs to.' },
  notBody: {
    sv: 'Ärenden hör till ett organ: fullmäktige, en nämnd, ett utskott eller en styrelse.',
    en: 'Cases belong to a body: the council, a board, a committee or a company board.',
  },
  sectionUnreadable: (typed: string): Text => ({
    sv: `Skriv bestämmelsen som ”OSL 26:1”. Du skrev ”${typed}”.`,
    en: `Write the section as “OSL 26:1”. You wrote “${typed}”.`,
  }),
  unknownCase: { sv: 'Ärendet finns inte.', en: 'There is no such case.' },
  unknownDocument: { sv: 'Dokumentet finns inte i ärendet.', en: 'The case has no such document.' },
  replacedAlready: {
    sv: 'Dokumentet har redan ersatts av en nyare version. Utgå från den.',
    en: 'The document has already been replaced by a newer version. Start from that one.',
  },
  otherKind: { sv: 'En ny version är av samma slag som den gamla.', en: 'A new version is of the same kind as the old one.' },
  futureDay: { sv: 'Dagen har inte varit.', en: 'The day has not been.' },

  // decisions of others
  cameWith: { sv: 'Beslut av andra', en: 'Decisions of others' },
  cameFrom: ({ sender, sent, received, receivedBy, demands, due }: CameWith): Text => ({
    sv: `Sänt ${longDay(sent, 'sv')} av ${sender.sv}.${received ? ` Mottaget ${longDay(received, 'sv')}${receivedBy ? ` av ${receivedBy}` : ''}.` : ''} ${demands === null ? 'För kännedom.' : `Kräver åtgärd${due ? ` senast ${longDay(due, 'sv')}` : ''}: ${demands}.`}`,
    en: `Sent on ${longDay(sent, 'en')} by ${sender.en}.${received ? ` Received on ${longDay(received, 'en')}${receivedBy ? ` by ${receivedBy}` : ''}.` : ''} ${demands === null ? 'For information.' : `Demands action${due ? ` by ${longDay(due, 'en')}` : ''}: ${demands}.`}`,
  }),
  seeDispatch: { sv: 'Se anmälan', en: 'See the notification' },

  // list page
  listSentence: (n: string, open: string): Text => ({
    sv: `${n} ${n === '1' ? 'ärende' : 'ärenden'}, ${open} ${open === '1' ? 'öppet' : 'öppna'}.`,
    en: `${n} ${n === '1' ? 'case' : 'cases'}, ${open} of them open.`,
  }),
  moreThan: { sv: 'fler än', en: 'more than' },
  counted: (n: string): Text => ({ sv: `${n} ${n === '1' ? 'ärende' : 'ärenden'}`, en: `${n} ${n === '1' ? 'case' : 'cases'}` }),
  onPage: (n: number): Text => ({ sv: `${n} på sidan`, en: `${n} on this page` }),
  noneMatch: { sv: 'Inga ärenden stämmer med urvalet.', en: 'No cases match.' },
  listCaption: { sv: 'Ärenden, nyast först om inget annat valts', en: 'Cases, newest first unless chosen otherwise' },
  open: { sv: 'Öppna ett ärende', en: 'Open a case' },
  search: { sv: 'Sök i nummer och rubrik', en: 'Search number and title' },
  body: { sv: 'Organ', en: 'Body' },
  year: { sv: 'År', en: 'Year' },
  stateLabel: { sv: 'Läge', en: 'State' },
  sorts: {
    newest: { sv: 'Nyast först', en: 'Newest first' },
    oldest: { sv: 'Äldst först', en: 'Oldest first' },
    title: { sv: 'Rubrik', en: 'Title' },
  },
  number: { sv: 'Nummer', en: 'Number' },
  title: { sv: 'Rubrik', en: 'Title' },
  openedDay: { sv: 'Öppnat', en: 'Opened' },
  closedDay: { sv: 'Avslutat', en: 'Closed' },
  firstPage: { sv: 'Till början', en: 'To the start' },

  // case page
  sentence: (s: { readonly body: string; readonly opened: Day; readonly state: CaseState; readonly decisions: number; readonly closed: Day | null }): Text => ({
    sv: `${s.body} öppnade ärendet ${longDay(s.opened, 'sv')}. ${s.decisions === 0 ? 'Inget beslut är fattat än' : s.decisions === 1 ? 'Ett beslut är fattat' : `${s.decisions} beslut är fattade`}${s.closed ? `, och ärendet avslutades ${longDay(s.closed, 'sv')}` : ''}.`,
    en: `${s.body} opened the case on ${longDay(s.opened, 'en')}. ${s.decisions === 0 ? 'No decision has been made yet' : s.decisions === 1 ? 'One decision has been made' : `${s.decisions} decisions have been made`}${s.closed ? `, and the case was closed on ${longDay(s.closed, 'en')}` : ''}.`,
  }),
  facts: { sv: 'Uppgifter', en: 'Facts' },
  parties: { sv: 'Parter', en: 'Parties' },
  noParties: { sv: 'Inga parter är antecknade.', en: 'No parties are noted.' },
  documents: { sv: 'Handlingar', en: 'Documents' },
  noDocuments: { sv: 'Inga handlingar är lagda i ärendet.', en: 'No documents are filed in the case.' },
  decisions: { sv: 'Beslut', en: 'Decisions' },
  noDecisions: { sv: 'Inget beslut är fattat i ärendet.', en: 'No decision has been made in the case.' },
  events: { sv: 'Händelser', en: 'Events' },
  noEvents: { sv: 'Inga händelser är antecknade.', en: 'No events are noted.' },
  thread: { sv: 'Se ärendets röda tråd', en: 'See the red thread of the case' },
  history: { sv: 'Historiken', en: 'History' },
  draftDecision: { sv: 'Förbered beslut', en: 'Prepare a decision' },
  version: (n: number): Text => ({ sv: `version ${n}`, en: `version ${n}` }),
  remarks: (n: number): Text => ({ sv: n === 1 ? '1 anmärkning' : `${n} anmärkningar`, en: n === 1 ? '1 remark' : `${n} remarks` }),
  replacedBy: { sv: 'Ersatt av nyare version', en: 'Replaced by a newer version' },
  replacesEarlier: { sv: 'Ersätter en tidigare version', en: 'Replaces an earlier version' },
  kind: { sv: 'Slag', en: 'Kind' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  partsIntro: {
    sv: 'Delarna står i den ordning de läses. Det som lämnas tomt pekas ut, men hindrar inget.',
    en: 'The parts stand in the order they are read. What is left empty is pointed out, and hinders nothing.',
  },
  secrecyMark: (section: string, day: Day, authority: string): Text => ({
    sv: `Sekretessmarkering: ${section}. ${longDay(day, 'sv')}. ${authority}.`,
    en: `Secrecy marking: ${section}. ${longDay(day, 'en')}. ${authority}.`,
  }),
  secrecyNote: {
    sv: 'Markeringen är en påminnelse. Sekretessen prövas varje gång någon begär att få läsa.',
    en: 'The marking is a reminder. Secrecy is tried each time somebody asks to read.',
  },
  secretPage: (number: string): Text => ({ sv: `${number} är sekretessbelagt`, en: `${number} is secret` }),
  gone: { sv: 'Här finns inget ärende', en: 'There is no case here' },
  goneText: { sv: 'Adressen leder inte till något ärende. Sök i listan i stället.', en: 'The address leads to no case. Search the list instead.' },
  toList: { sv: 'Till ärendena', en: 'To the cases' },

  // forms
  openSentence: {
    sv: 'Ett ärende registreras så snart det kommer in eller upprättas: dag, nummer, part och vad det rör.',
    en: 'A case is registered as soon as it comes in or is drawn up: day, number, party and subject.',
  },
  subject: { sv: 'Vad ärendet rör', en: 'What the case is about' },
  subjectHint: {
    sv: 'Några ord som går att läsa utan att känna till ärendet. Skriv inget som är hemligt.',
    en: 'A few words that can be read without knowing the case. Write nothing that is secret.',
  },
  numberHint: { sv: 'Numret ges av registret när ärendet sparas.', en: 'The register gives the number when the case is saved.' },
  openDay: { sv: 'Kom in eller upprättades', en: 'Received or drawn up' },
  party: { sv: 'Från eller till vem', en: 'From or to whom' },
  partyRole: { sv: 'Roll', en: 'Role' },
  keeping: { sv: 'Gallring och arkivering', en: 'Destruction and archiving' },
  secrecy: { sv: 'Sekretess', en: 'Secrecy' },
  secrecyHint: {
    sv: 'Bestämmelsen, till exempel OSL 26:1. Lämna tomt när ärendet är öppet.',
    en: 'The section, for example OSL 26:1. Leave empty when the case is open.',
  },
  whyAsked: { sv: 'Frågas av registrator. Läses av alla som söker i diariet.', en: 'Asked by the registrar. Read by everybody who searches the register.' },
  addParty: { sv: 'Lägg till part', en: 'Add a party' },
  partyName: { sv: 'Namn', en: 'Name' },
  noteEvent: { sv: 'Anteckna händelse', en: 'Note an event' },
  eventDay: { sv: 'Dag', en: 'Day' },
  eventText: { sv: 'Vad som hände', en: 'What happened' },
  close: { sv: 'Avsluta ärendet', en: 'Close the case' },
  closeReason: { sv: 'Varför ärendet avslutas', en: 'Why the case is closed' },
  closeHint: { sv: 'Behövs bara när inget beslut är fattat.', en: 'Needed only when no decision has been made.' },
  reopen: { sv: 'Öppna igen', en: 'Reopen' },
  reopenReason: { sv: 'Varför ärendet öppnas igen', en: 'Why the case is reopened' },
  addDocument: { sv: 'Lägg till handling', en: 'Add a document' },
  chooseKind: { sv: 'Vilket slag av handling?', en: 'What kind of document?' },
  newVersion: { sv: 'Skriv en ny version', en: 'Write a new version' },
  documentTitle: { sv: 'Rubrik', en: 'Title' },
  documentDay: { sv: 'Kom in eller upprättades', en: 'Received or drawn up' },
  author: { sv: 'Upprättad av', en: 'Drawn up by' },
  nobody: { sv: 'Ingen angiven', en: 'Nobody named' },
  pointedOut: { sv: 'Att lägga märke till', en: 'To be noticed' },
  problems: (n: number): Text => ({
    sv: n === 1 ? 'En sak hindrar att det sparas' : `${n} saker hindrar att det sparas`,
    en: n === 1 ? 'One thing keeps it from being saved' : `${n} things keep it from being saved`,
  }),
} as const satisfies Record<string, unknown>
