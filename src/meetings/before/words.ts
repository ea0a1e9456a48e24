import { type Day, longDay } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import type { ItemKind } from '../record/record.ts'

const day = (on: Day): Text => ({ sv: longDay(on, 'sv'), en: longDay(on, 'en') })

const kinds: Readonly<Record<ItemKind, Text>> = {
  decision: { sv: 'Beslut', en: 'Decision' },
  election: { sv: 'Val', en: 'Election' },
  information: { sv: 'Information', en: 'Information' },
  notified: { sv: 'Anmälningsärenden', en: 'Notified matters' },
  delegated: { sv: 'Delegationsbeslut', en: 'Delegated decisions' },
  urgent: { sv: 'Brådskande ärende', en: 'Urgent item' },
  question: { sv: 'Fråga eller interpellation', en: 'Question or interpellation' },
}

/** What is said of the agenda before the meeting. */
export const words = {
  kinds,
  title: { sv: 'Föredragningslista', en: 'Agenda' },
  lead: (n: number, on: Day): Text => ({
    sv: `${n === 0 ? 'Inga ärenden' : n === 1 ? 'Ett ärende' : `${n} ärenden`} till sammanträdet ${day(on).sv}.`,
    en: `${n === 0 ? 'No items' : n === 1 ? 'One item' : `${n} items`} for the meeting of ${day(on).en}.`,
  }),
  items: { sv: 'Ärenden', en: 'Items' },
  none: { sv: 'Inget är uppsatt än. Välj bland ärendena nedan.', en: 'Nothing is on it yet. Choose among the cases below.' },
  up: (title: string): Text => ({ sv: `Flytta upp: ${title}`, en: `Move up: ${title}` }),
  down: (title: string): Text => ({ sv: `Flytta ned: ${title}`, en: `Move down: ${title}` }),
  upShort: { sv: 'Upp', en: 'Up' },
  downShort: { sv: 'Ned', en: 'Down' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  change: { sv: 'Ändra', en: 'Change' },
  save: { sv: 'Spara', en: 'Save' },
  itemTitle: { sv: 'Rubrik', en: 'Title' },
  itemKind: { sv: 'Slag', en: 'Kind' },
  cases: { sv: 'Ärenden att ta upp', en: 'Cases to take up' },
  casesIntro: { sv: 'Beredda ärenden som väntar på organet står först.', en: 'Prepared cases that wait for the body come first.' },
  ready: { sv: 'berett', en: 'prepared' },
  waitsSince: (due: Day): Text => ({ sv: `senast ${day(due).sv}`, en: `by ${day(due).en}` }),
  add: { sv: 'Sätt upp', en: 'Put on' },
  noCases: { sv: 'Inga öppna ärenden.', en: 'No open cases.' },
  election: { sv: 'Val', en: 'Election' },
  electionIntro: {
    sv: 'Säg vad valet gäller, så får de valda sina platser när valet klubbas.',
    en: 'Tell what the election concerns, and those elected get their places with the gavel.',
  },
  electionTo: { sv: 'Till vilket organ', en: 'To which body' },
  electionAs: { sv: 'Till', en: 'As' },
  nominated: { sv: 'Nominerade, en på varje rad', en: 'Nominated, one a line' },
  nominatedHint: {
    sv: 'Namn och parti: ”Asta Ek (S)”. Får lämnas tomt till mötet.',
    en: 'Name and party: “Asta Ek (S)”. May be left empty until the meeting.',
  },
  putElection: { sv: 'Sätt upp valet', en: 'Put the election on' },
  whatElection: { sv: 'Vad valet gäller', en: 'What the election concerns' },
  chooseBody: { sv: 'Välj vilket organ valet gäller.', en: 'Choose which body the election concerns.' },
  choosePlace: { sv: 'Välj vad någon ska väljas till.', en: 'Choose what somebody is to be elected as.' },
  electsNot: (by: Text, to: Text): Text => ({
    sv: `${by.sv} väljer inte till den platsen i ${to.sv}.`,
    en: `${by.en} does not elect to that place in ${to.en}.`,
  }),
  listAgain: { sv: 'Lista även det som har kommit sedan', en: 'List what has come since as well' },
  nothingNew: { sv: 'Inget nytt har kommit.', en: 'Nothing new has come.' },
  lists: (n: number, demanding: number): Text => ({
    sv: `Listar ${n}${demanding === 0 ? '' : `, varav ${demanding} kräver åtgärd`}`,
    en: `Lists ${n}${demanding === 0 ? '' : `, of which ${demanding === 1 ? '1 demands' : `${demanding} demand`} action`}`,
  }),
  other: { sv: 'Annan punkt', en: 'Another item' },
  otherIntro: { sv: 'Information, val, anmälningsärenden eller delegationsbeslut.', en: 'Information, elections, notified matters or delegated decisions.' },
  delegatedSince: {
    sv: 'Delegationsbeslut, ordförandebeslut och inkomna beslut som inget sammanträde har listat listas av sig själva.',
    en: 'Decisions by delegation, by the chair and by others that no meeting has listed are listed by themselves.',
  },
  send: { sv: 'Sänd kallelsen', en: 'Send the summons' },
  sendNew: { sv: 'Sänd komplettering', en: 'Send a supplement' },
  sendIntro: {
    sv: 'Ledamöter och ersättare får brev. Av fullmäktiges sammanträde blir det ett anslag. Handlingarna följer med som de är när kallelsen sänds; det som kommer senare sänds som komplettering.',
    en: 'Members and substitutes get a letter. Of a council meeting a notice is put up. The documents go with it as they are when it is sent; what comes later is sent as a supplement.',
  },
  why: { sv: 'Vad är nytt?', en: 'What is new?' },
  sent: { sv: 'Sända versioner', en: 'Versions sent' },
  version: (no: number, on: Day): Text => ({
    sv: no === 1 ? `Kallelsen, ${day(on).sv}` : `Version ${no}, ${day(on).sv}`,
    en: no === 1 ? `The summons, ${day(on).en}` : `Version ${no}, ${day(on).en}`,
  }),
  since: (no: number): Text => ({
    sv: no === 1 ? 'Ändrat sedan kallelsen' : `Ändrat sedan version ${no}`,
    en: no === 1 ? 'Changed since the summons' : `Changed since version ${no}`,
  }),
  same: { sv: 'Inget har ändrats.', en: 'Nothing has changed.' },
  changes: {
    added: { sv: 'Nytt', en: 'New' },
    removed: { sv: 'Borttaget', en: 'Removed' },
    moved: { sv: 'Flyttat', en: 'Moved' },
    changed: { sv: 'Ändrat', en: 'Changed' },
  },
  papers: {
    added: { sv: 'Ny handling', en: 'New document' },
    newer: { sv: 'Ny version av en handling', en: 'New version of a document' },
    withdrawn: { sv: 'Går inte längre med', en: 'No longer goes with it' },
  },
  place: (from: number | null, to: number | null): Text => {
    if (from === null) return { sv: `punkt ${to}`, en: `item ${to}` }
    if (to === null) return { sv: `var punkt ${from}`, en: `was item ${from}` }
    return from === to ? { sv: `punkt ${to}`, en: `item ${to}` } : { sv: `från punkt ${from} till ${to}`, en: `from item ${from} to ${to}` }
  },
  times: { sv: 'Lagens tider', en: 'Times of the law' },
  secretItem: (section: string): Text => ({ sv: `Ärende som omfattas av sekretess (${section})`, en: `An item under secrecy (${section})` }),
  toMeeting: { sv: 'Till sammanträdet', en: 'To the meeting' },
  hinders: (n: number): Text => ({ sv: n === 1 ? 'Ett hinder' : `${n} hinder`, en: n === 1 ? 'One hindrance' : `${n} hindrances` }),
  begun: { sv: 'Sammanträdet har börjat: föredragningslistan ändras på sammanträdet.', en: 'The meeting has begun: its agenda is changed at the meeting.' },
  summonedAlready: { sv: 'Kallelsen är sänd. Det som står i den tas inte bort.', en: 'The summons is sent. What stands in it is not removed.' },
  summonedMend: { sv: 'Bordlägg ärendet på sammanträdet.', en: 'Table the item at the meeting.' },
  chooseKind: { sv: 'Välj vad det är för slags punkt.', en: 'Choose what kind of item it is.' },
  chooseGround: { sv: 'Välj ett av skälen i listan.', en: 'Choose one of the grounds in the list.' },
  nothingOnIt: { sv: 'Sätt upp minst ett ärende först.', en: 'Put at least one item on it first.' },
  unchanged: (no: number): Text => ({
    sv: `Inget har ändrats sedan ${no === 1 ? 'kallelsen' : `version ${no}`}, varken ärenden eller handlingar.`,
    en: `Nothing has changed since ${no === 1 ? 'the summons' : `version ${no}`}, neither items nor documents.`,
  }),
  whyNeeded: { sv: 'Skriv vad som är nytt sedan förra versionen.', en: 'Write what is new since the last version.' },
  unknownCase: { sv: 'Det finns inget sådant ärende som du får se.', en: 'There is no such case that you may see.' },
  plan: { sv: 'Planera ett sammanträde', en: 'Plan a meeting' },
  body: { sv: 'Organ', en: 'Body' },
  day: { sv: 'Dag', en: 'Day' },
  starts: { sv: 'Klockan', en: 'At' },
  where: { sv: 'Plats', en: 'Place' },
  form: { sv: 'Form', en: 'Form' },
  forms: {
    physical: { sv: 'På plats', en: 'In the room' },
    digital: { sv: 'Digitalt', en: 'Digital' },
    hybrid: { sv: 'På plats och på distans', en: 'In the room and remote' },
  },
  open: { sv: 'Öppet för allmänheten', en: 'Open to the public' },
  closedReason: { sv: 'Varför det inte är öppet', en: 'Why it is not open' },
  closedReasonHint: {
    sv: 'Fullmäktiges sammanträden är offentliga: skriv varför om det här inte är det. Nämnders hålls inom stängda dörrar om inget annat är beslutat.',
    en: 'Councils sit in public: write why where this one does not. Boards sit behind closed doors unless it is decided otherwise.',
  },
  closedBy: { sv: 'Beslutet som stänger det', en: 'The decision that closes it' },
  closedByHint: { sv: 'Numret, där det finns ett beslut.', en: 'Its number, where there is a decision.' },
  closedUntil: { sv: 'Beslutet gäller till och med', en: 'The decision holds until' },
  planIt: { sv: 'Planera', en: 'Plan' },
} as const
