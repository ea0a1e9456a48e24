import { type Day, longDay } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'

const day = (on: Day): Text => ({ sv: longDay(on, 'sv'), en: longDay(on, 'en') })

/** What is said of minutes, their adjustment and the notice board. */
export const words = {
  minutes: { sv: 'Protokoll', en: 'Minutes' },
  lead: (meeting: string, state: 'draft' | 'frozen' | 'adjusted'): Text =>
    ({
      draft: {
        sv: `Protokollet från ${meeting} är ett utkast. Uppgifterna kommer ur sammanträdet; ordalydelsen är din.`,
        en: `The minutes of ${meeting} are a draft. The facts come from the meeting; the wording is yours.`,
      },
      frozen: {
        sv: `Protokollet från ${meeting} ligger för justering. Texten är låst.`,
        en: `The minutes of ${meeting} are out for adjustment. The text is locked.`,
      },
      adjusted: { sv: `Protokollet från ${meeting} är justerat.`, en: `The minutes of ${meeting} are adjusted.` },
    })[state],
  wording: { sv: 'Ordalydelse', en: 'Wording' },
  wordingIntro: {
    sv: 'Löpande text under varje paragraf. Närvaro, yrkanden, omröstningar, beslut och reservationer skrivs av sig själva ur sammanträdet.',
    en: 'Running text under each paragraph. Attendance, motions, votes, decisions and reservations write themselves from the meeting.',
  },
  wordingOfMeeting: { sv: 'Före paragraferna', en: 'Before the paragraphs' },
  saveWording: { sv: 'Spara ordalydelsen', en: 'Save the wording' },
  complete: { sv: 'Vad lagen kräver', en: 'What the law demands' },
  completeOk: {
    sv: 'Inget saknas av det som ett protokoll ska innehålla (5 kap. 65–68 §§ kommunallagen).',
    en: 'Nothing is missing of what minutes must contain (KL 5:65–68).',
  },
  freeze: { sv: 'Lås texten och lämna till justering', en: 'Lock the text and hand it over for adjustment' },
  reopen: { sv: 'Ta tillbaka och ändra', en: 'Take back and mend' },
  why: { sv: 'Varför ändras den låsta texten?', en: 'Why is the locked text changed?' },
  adjustment: { sv: 'Justering', en: 'Adjustment' },
  latest: (latest: Day): Text => ({ sv: `Senast ${day(latest).sv}, 14 dagar efter sammanträdet.`, en: `By ${day(latest).en}, 14 days after the meeting.` }),
  late: { sv: 'Tiden har gått ut.', en: 'The time has run out.' },
  digest: { sv: 'Textens fingeravtryck', en: 'Digest of the text' },
  signed: (on: Day): Text => ({ sv: `undertecknade ${day(on).sv}`, en: `signed ${day(on).en}` }),
  signedEarlier: (on: Day): Text => ({
    sv: `har inte undertecknat den här texten, bara en tidigare som togs tillbaka, ${longDay(on, 'sv')}`,
    en: `has not signed this text, only an earlier one that was taken back, on ${longDay(on, 'en')}`,
  }),
  notSigned: { sv: 'har inte undertecknat', en: 'has not signed' },
  substitute: { sv: 'ersättare', en: 'substitute' },
  chair: { sv: 'Ordförande', en: 'Chair' },
  adjuster: { sv: 'Justerare', en: 'Adjuster' },
  sign: { sv: 'Jag har läst texten och justerar den', en: 'I have read the text and adjust it' },
  announce: { sv: 'Tillkännage på anslagstavlan', en: 'Announce on the notice board' },
  keptAt: { sv: 'Var protokollet förvaras', en: 'Where the minutes are kept' },
  announceBy: (latest: Day): Text => ({ sv: `Senast ${day(latest).sv}.`, en: `By ${day(latest).en}.` }),
  keptAtHint: { sv: 'Till exempel ”Stadskansliet, Rådhuset, plan 3”.', en: 'For example “City Secretariat, Town Hall, floor 3”.' },
  announcedOn: (on: Day, last: Day): Text => ({
    sv: `Tillkännagivet ${day(on).sv}. Sista dag att överklaga är ${day(last).sv}.`,
    en: `Announced ${day(on).en}. The last day to appeal is ${day(last).en}.`,
  }),
  readText: { sv: 'Läs protokollet', en: 'Read the minutes' },
  toMeeting: { sv: 'Till sammanträdet', en: 'To the meeting' },
  hinders: (n: number): Text => ({ sv: n === 1 ? 'Ett hinder' : `${n} hinder`, en: n === 1 ? 'One hindrance' : `${n} hindrances` }),
  unknownAct: { sv: 'Välj vad som ska göras.', en: 'Choose what is to be done.' },
  papers: { sv: 'Handlingar', en: 'Papers' },
  voteList: { sv: 'Omröstningslista', en: 'Vote list' },
  attendanceList: { sv: 'Närvarolista', en: 'Attendance list' },
  proof: { sv: 'Anslagsbevis', en: 'Proof of notice' },
  extractOf: (paragraph: string): Text => ({ sv: `Utdrag § ${paragraph}`, en: `Extract § ${paragraph}` }),
  meetingOpen: { sv: 'Protokollet skrivs när sammanträdet är avslutat.', en: 'Minutes are written when the meeting is over.' },
  conflict: {
    sv: 'Någon har ändrat protokollet under tiden. Läs det igen; det du skrev finns kvar här.',
    en: 'Somebody has changed the minutes meanwhile. Read them again; what you wrote is kept here.',
  },
  tooLong: (n: number): Text => ({ sv: `Högst ${n} tecken.`, en: `At most ${n} characters.` }),
  frozenStands: { sv: 'Texten är låst för justering. Ta tillbaka den om den ska ändras.', en: 'The text is locked for adjustment. Take it back to change it.' },
  noAdjusters: { sv: 'Ingen är utsedd att justera protokollet.', en: 'Nobody is chosen to adjust the minutes.' },
  notFrozen: { sv: 'Texten är inte låst för justering.', en: 'The text is not locked for adjustment.' },
  whyNeeded: { sv: 'Skriv varför texten tas tillbaka.', en: 'Write why the text is taken back.' },
  notSigner: { sv: 'Bara ordföranden och de som är utsedda att justera undertecknar.', en: 'Only the chair and those chosen to adjust sign.' },
  adjustedAlready: { sv: 'Protokollet är redan justerat.', en: 'The minutes are adjusted already.' },
  otherText: {
    sv: 'Texten har ändrats sedan du läste den. Läs den igen innan du undertecknar.',
    en: 'The text has changed since you read it. Read it again before you sign.',
  },
  paragraphWaits: {
    sv: 'Paragrafen väntar på justering. Sedan kan alla läsa texten här.',
    en: 'The paragraph waits to be adjusted. Then everybody can read its text here.',
  },
  notAdjusted: { sv: 'Protokollet är inte justerat än.', en: 'The minutes are not adjusted yet.' },
  announcedAlready: { sv: 'Justeringen är redan tillkännagiven.', en: 'The adjustment is announced already.' },
  keptAtNeeded: { sv: 'Skriv var protokollet förvaras: det ska stå i tillkännagivandet.', en: 'Write where the minutes are kept: the announcement must tell.' },
  noticeGone: { sv: 'Anslaget är redan nedtaget.', en: 'The notice is taken down already.' },
  tooEarly: (until: Day): Text => ({
    sv: `Anslaget ska sitta uppe tills tiden att överklaga har gått ut, till ${day(until).sv}.`,
    en: `The notice stays up until the time to appeal has ended, until ${day(until).en}.`,
  }),
  noticeTitle: (record: Pick<MeetingRecord, 'body' | 'day'>): string => `Justerat protokoll: ${record.body.name.sv} ${longDay(record.day, 'sv')}`,
  noticeText: (record: Pick<MeetingRecord, 'body' | 'day' | 'items'>, adjusted: Day): string => {
    const paragraphs = record.items.flatMap((item) => (item.paragraph ? [item.paragraph] : []))
    const span = paragraphs.length === 0 ? '' : ` Paragrafer: § ${paragraphs[0]}${paragraphs.length > 1 ? `–${paragraphs.at(-1)}` : ''}.`
    return `Protokollet från ${record.body.name.sv} ${longDay(record.day, 'sv')} justerades ${longDay(adjusted, 'sv')}.${span}`
  },
  immediate: { sv: 'Omedelbar justering', en: 'Immediate adjustment' },
  immediateLead: (immediate: ItemRecord['immediate']): Text => {
    if (!immediate)
      return {
        sv: 'Paragrafen kan justeras genast, före resten av protokollet. Då kan beslutet tillkännages och tiden att överklaga börja löpa.',
        en: 'The paragraph can be adjusted at once, before the rest of the minutes. Then the decision can be announced, and the time to appeal begins.',
      }
    return immediate.adjusted
      ? { sv: `Paragrafen justerades omedelbart ${day(immediate.adjusted).sv}.`, en: `The paragraph was adjusted at once on ${day(immediate.adjusted).en}.` }
      : { sv: 'Paragrafen ligger för omedelbar justering. Texten är låst.', en: 'The paragraph is out for immediate adjustment. The text is locked.' }
  },
  freezeItem: { sv: 'Lås paragrafens text och lämna till justering', en: 'Lock the text of the paragraph and hand it over for adjustment' },
  paragraphFrozen: { sv: 'Paragrafens text är redan låst för justering.', en: 'The text of the paragraph is locked for adjustment already.' },
  paragraphOpen: { sv: 'Ärendet är inte avgjort än.', en: 'The item is not settled yet.' },
  paragraphMinutesFrozen: { sv: 'Hela protokollet ligger redan för justering.', en: 'The whole minutes are out for adjustment already.' },
  paragraphNotAdjusted: { sv: 'Paragrafen är inte justerad än.', en: 'The paragraph is not adjusted yet.' },
  paragraphNoticeTitle: (record: Pick<MeetingRecord, 'body' | 'day'>, item: Pick<ItemRecord, 'paragraph'>): string =>
    `Omedelbart justerad paragraf: ${record.body.name.sv} ${longDay(record.day, 'sv')}${item.paragraph ? ` § ${item.paragraph}` : ''}`,
  /** A secret item is told by its paragraph alone (OSL). */
  paragraphNoticeText: (record: Pick<MeetingRecord, 'body' | 'day'>, item: Pick<ItemRecord, 'paragraph' | 'title' | 'secrecy'>, adjusted: Day): string =>
    `${item.paragraph ? `§ ${item.paragraph}` : 'En paragraf'}${item.secrecy ? '' : ` ${item.title}`} i protokollet från ${record.body.name.sv} ${longDay(record.day, 'sv')} justerades omedelbart ${longDay(adjusted, 'sv')}.`,
  secretParagraphNotice: 'Paragrafen, som omfattas av sekretess, är justerad.',
  board: { sv: 'Anslagstavla', en: 'Notice board' },
  boardLead: (up: number): Text => ({
    sv: up === 0 ? 'Inget är anslaget just nu.' : `${up} ${up === 1 ? 'anslag sitter' : 'anslag sitter'} uppe.`,
    en: up === 0 ? 'Nothing is up right now.' : `${up} ${up === 1 ? 'notice is' : 'notices are'} up.`,
  }),
  boardAbout: {
    sv: 'Här tillkännages justerade protokoll och sammanträden. Ett beslut kan överklagas av den som är medlem av kommunen, inom tre veckor från den dag då det tillkännagavs att protokollet är justerat.',
    en: 'Adjusted minutes and meetings are announced here. A decision can be appealed by a member of the municipality within three weeks from the day the adjustment was announced.',
  },
  posted: { sv: 'Anslaget', en: 'Posted' },
  until: { sv: 'Tas ned tidigast', en: 'Taken down at the earliest' },
  lastAppeal: { sv: 'Sista dag att överklaga', en: 'Last day to appeal' },
  what: { sv: 'Anslag', en: 'Notice' },
  body: { sv: 'Organ', en: 'Body' },
  kept: { sv: 'Förvaras', en: 'Kept at' },
  takeDown: { sv: 'Ta ned', en: 'Take down' },
  takenDown: { sv: 'Nedtagna anslag', en: 'Notices taken down' },
  removedOn: (on: Day): Text => ({ sv: `nedtaget ${day(on).sv}`, en: `taken down ${day(on).en}` }),
  firstPage: { sv: 'Till första sidan', en: 'To the first page' },
  counted: (n: number): Text => ({ sv: `${n} på sidan`, en: `${n} on this page` }),
} as const
