import { addDays, type Day, daysBetween, longDay } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import type { Locale, Text } from '../kernel/text.ts'
import type { NodeKind } from '../organisation/tree.ts'
import { numeral } from '../rulebook/gaps.ts'
import type { Standing } from './standing.ts'

const both = (make: (locale: Locale) => string): Text => ({ sv: make('sv'), en: make('en') })
const upper = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)
const count = (n: number, l: Locale): string => formatNumber(n, 0, l)

/** How the sentence calls the body. */
const bodyWords: Partial<Record<NodeKind, Text>> = {
  council: { sv: 'Fullmäktige', en: 'The council' },
  executive_board: { sv: 'Kommunstyrelsen', en: 'The executive board' },
  committee: { sv: 'Utskottet', en: 'The committee' },
  company: { sv: 'Bolaget', en: 'The company' },
  joint_authority: { sv: 'Förbundet', en: 'The authority' },
  coordination_association: { sv: 'Förbundet', en: 'The association' },
  auditors: { sv: 'Revisorerna', en: 'The auditors' },
  board: { sv: 'Nämnden', en: 'The board' },
}
const calls = (kind: NodeKind): Text => bodyWords[kind] ?? { sv: 'Enheten', en: 'The unit' }

export const words = {
  // The opening sentence of a body's home.
  follows: (kind: NodeKind, { decisions, carriedOut, reported, measured }: Standing, year: number, thisYear: boolean): Text =>
    both((l) => {
      const who = calls(kind)[l]
      const when = l === 'sv' ? (thisYear ? 'i år' : String(year)) : thisYear ? 'this year' : `in ${year}`
      if (decisions === 0) return l === 'sv' ? `${who} har inga beslut att följa ${when}.` : `${who} has no decisions to follow ${when}.`
      return l === 'sv'
        ? `${who} följer ${count(decisions, l)} beslut ${when}. ${count(carriedOut, l)} genomförs, ${count(reported, l)} har återrapporterats och för ${count(measured, l)} går effekten att se.`
        : `${who} follows ${count(decisions, l)} decisions ${when}. ${count(carriedOut, l)} are being carried out, ${count(reported, l)} have been reported back, and for ${count(measured, l)} the effect can be seen.`
    }),
  broken: (n: number): Text =>
    both((l) =>
      l === 'sv'
        ? `På ${n === 1 ? 'ett ställe' : `${numeral(n, l)} ställen`} är tråden av.`
        : `In ${n === 1 ? 'one place' : `${numeral(n, l)} places`} the thread is broken.`,
    ),
  week: (n: number): Text =>
    both((l) =>
      l === 'sv'
        ? `${n === 1 ? 'En sak' : `${upper(numeral(n, l))} saker`} ska lämnas den här veckan.`
        : `${n === 1 ? 'One thing is' : `${upper(numeral(n, l))} things are`} due this week.`,
    ),
  late: (n: number): Text =>
    both((l) =>
      l === 'sv'
        ? `${n === 1 ? 'En sak är' : `${upper(numeral(n, l))} saker är`} sen${n === 1 ? '' : 'a'}.`
        : `${n === 1 ? 'One thing is' : `${upper(numeral(n, l))} things are`} late.`,
    ),

  // To do.
  toDo: { sv: 'Att göra', en: 'To do' },
  toDoFor: (unit: string): Text => ({ sv: `Att göra i ${unit}`, en: `To do in ${unit}` }),
  toDoIntro: { sv: 'Ordnat efter dag. Varje rad säger vem som frågar och varför.', en: 'In order of day. Each row says who asks and why.' },
  toDoCaption: { sv: 'Det som ska göras, efter dag', en: 'What is to be done, by day' },
  by: { sv: 'Senast', en: 'By' },
  what: { sv: 'Vad', en: 'What' },
  asks: { sv: 'Begärs av', en: 'Asked for by' },
  state: { sv: 'Läge', en: 'Status' },
  daysLate: (due: Day, today: Day): Text =>
    both((l) => {
      const n = daysBetween(due, today)
      return l === 'sv' ? `${count(n, l)} ${n === 1 ? 'dag' : 'dagar'} sen` : `${count(n, l)} ${n === 1 ? 'day' : 'days'} late`
    }),
  today: { sv: 'i dag', en: 'today' },
  thisWeek: { sv: 'den här veckan', en: 'this week' },
  coming: { sv: 'kommer', en: 'to come' },
  sentBack: { sv: 'återsänd', en: 'sent back' },
  notReceived: { sv: 'väntar', en: 'waiting' },
  receive: (title: string): Text => ({ sv: `Ta emot beslutet: ${title}`, en: `Receive the decision: ${title}` }),
  handle: (what: string): Text => ({ sv: `Handlägg: ${what}`, en: `Handle: ${what}` }),
  writeAgain: (title: string): Text => ({ sv: `Skriv om rapporten: ${title}`, en: `Write the report again: ${title}` }),
  nothingToDo: {
    sv: 'Ingenting väntar. När en rapport begärs eller ett beslut kräver något står det här.',
    en: 'Nothing waits. When a report is asked for or a decision demands something, it stands here.',
  },
  allToDo: { sv: 'Allt som ska lämnas', en: 'Everything that is due' },

  // Decisions, question by question.
  decisionsOf: (year: number, thisYear: boolean): Text =>
    thisYear
      ? { sv: 'Årets beslut, fråga för fråga', en: 'Decisions of the year, question by question' }
      : { sv: `Beslut ${year}, fråga för fråga`, en: `Decisions ${year}, question by question` },
  decision: { sv: 'Beslut', en: 'Decision' },
  latestOf: (shown: number, all: number): Text =>
    both((l) => (l === 'sv' ? `${numeral(shown, l)} senast ändrade av ${count(all, l)}` : `the ${numeral(shown, l)} last changed of ${count(all, l)}`)),
  rowsCaption: (shown: number, all: number): Text =>
    both((l) =>
      l === 'sv'
        ? `${count(shown, l)} av ${count(all, l)} beslut och deras röda tråd genom de fyra frågorna`
        : `${count(shown, l)} of ${count(all, l)} decisions and their red thread through the four questions`,
    ),
  allDecisions: (n: number): Text => both((l) => (l === 'sv' ? `Alla ${count(n, l)} beslut` : `All ${count(n, l)} decisions`)),
  counted: (most: number): Text =>
    both((l) => (l === 'sv' ? `Räknat på de ${count(most, l)} senaste besluten.` : `Counted on the ${count(most, l)} latest decisions.`)),
  noDecisions: {
    sv: 'Inga beslut att följa än. Här visas varje beslut som ger något att genomföra, med sin röda tråd.',
    en: 'No decisions to follow yet. Every decision that gives something to carry out is shown here with its red thread.',
  },
  decisionsTitle: (body: string, year: number): Text => ({ sv: `${body}: beslut ${year}`, en: `${body}: decisions ${year}` }),
  years: { sv: 'År', en: 'Year' },
  shown: (n: number): Text => both((l) => (l === 'sv' ? `${count(n, l)} beslut på sidan` : `${count(n, l)} decisions on this page`)),

  // Measures.
  measures: (kind: NodeKind): Text => ({
    sv: `${calls(kind).sv === 'Revisorerna' ? 'Revisorernas' : `${calls(kind).sv}s`} mått`,
    en: `Measures of ${calls(kind).en.toLowerCase()}`,
  }),
  measuresIntro: {
    sv: 'Läget är det senaste utfallet mot målet, eller mot året före där bara en riktning är satt.',
    en: 'The status is the latest outcome against the target, or against the year before where only a direction is set.',
  },
  measuresCaption: { sv: 'Mått med senaste utfall, läge och mål', en: 'Measures with latest outcome, status and target' },
  measure: { sv: 'Mått', en: 'Measure' },
  before: { sv: 'Före', en: 'Before' },
  latest: { sv: 'Senast', en: 'Latest' },
  line: { sv: 'Linje', en: 'Line' },
  target: { sv: 'Mål', en: 'Target' },
  missing: { sv: 'saknas', en: 'missing' },
  noMeasures: { sv: 'Inga mått hör hit än.', en: 'No measures belong here yet.' },
  allMeasures: { sv: 'Alla mått', en: 'All measures' },
  targetRule: {
    at_least: { sv: 'minst', en: 'at least' },
    at_most: { sv: 'högst', en: 'at most' },
    increase: { sv: 'öka', en: 'increase' },
    decrease: { sv: 'minska', en: 'decrease' },
    hold: { sv: 'ligga still', en: 'hold' },
  } satisfies Record<string, Text>,

  // Beside the head.
  latestDecision: { sv: 'Senaste beslutet', en: 'Latest decision' },
  aboutBody: (kind: NodeKind): Text => ({ sv: `Om ${calls(kind).sv.toLowerCase()}`, en: `About ${calls(kind).en.toLowerCase()}` }),
  chair: { sv: 'Ordförande', en: 'Chair' },
  members: { sv: 'Ledamöter', en: 'Members' },
  membersOf: (held: number, seats: number | null): Text =>
    both((l) =>
      seats === null ? count(held, l) : l === 'sv' ? `${count(held, l)} av ${count(seats, l)} platser` : `${count(held, l)} of ${count(seats, l)} seats`,
    ),
  substitutes: { sv: 'Ersättare', en: 'Substitutes' },
  secretary: { sv: 'Sekreterare', en: 'Secretary' },
  vacant: { sv: 'vakant', en: 'vacant' },
  openDecision: { sv: 'Öppna beslutet', en: 'Open the decision' },
  decidedOn: (on: Day): Text => both((l) => longDay(on, l)),

  // For visitors.
  landingLead: (decisions: number, year: number): Text =>
    both((l) =>
      l === 'sv'
        ? `Här går det att följa varje politiskt beslut från förslag till effekt. ${decisions === 0 ? `Inga beslut är registrerade ${year}.` : `${count(decisions, l)} beslut är registrerade ${year}.`}`
        : `Here every political decision can be followed from proposal to effect. ${decisions === 0 ? `No decisions are registered in ${year}.` : `${count(decisions, l)} decisions are registered in ${year}.`}`,
    ),
  landingLate: (n: number): Text =>
    both((l) =>
      l === 'sv'
        ? `${n === 1 ? 'En dag' : `${upper(numeral(n, l))} dagar`} har passerat utan att det som skulle lämnas har kommit.`
        : `${n === 1 ? 'One date has' : `${upper(numeral(n, l))} dates have`} passed without what was due.`,
    ),
  bodies: { sv: 'Organen', en: 'The bodies' },
  bodiesIntro: {
    sv: 'Varje organ har en startsida med sina beslut genom de fyra frågorna.',
    en: 'Each body has a home page with its decisions through the four questions.',
  },
  bodiesCaption: (year: number): Text => ({ sv: `Organen och deras beslut ${year}`, en: `The bodies and their decisions ${year}` }),
  noBodies: { sv: 'Inget organ har beslutat något i år.', en: 'No body has decided anything this year.' },
  allBodies: (n: number): Text => both((l) => (l === 'sv' ? `Alla ${count(n, l)} organ` : `All ${count(n, l)} bodies`)),
  body: { sv: 'Organ', en: 'Body' },
  decisionsIn: (year: number): Text => ({ sv: `Beslut ${year}`, en: `Decisions ${year}` }),
  running: { sv: 'Uppdrag som pågår', en: 'Assignments under way' },
  lateDates: { sv: 'Sent', en: 'Late' },
  lateOf: (n: number): Text =>
    both((l) =>
      l === 'sv' ? `${count(n, l)} ${n === 1 ? 'dag' : 'dagar'} passerad${n === 1 ? '' : 'e'}` : `${count(n, l)} ${n === 1 ? 'date' : 'dates'} passed`,
    ),
  none: { sv: 'inget', en: 'none' },
  followOne: { sv: 'Vad blev det av beslutet?', en: 'What became of the decision?' },
  wholeThread: { sv: 'Följ hela tråden, steg för steg', en: 'Follow the whole thread, step by step' },
  recent: { sv: 'Senaste besluten', en: 'Latest decisions' },
  recentCaption: {
    sv: 'De senaste besluten och deras röda tråd genom de fyra frågorna',
    en: 'The latest decisions and their red thread through the four questions',
  },

  // Everyone's own list.
  dueTitle: { sv: 'Att lämna', en: 'Due' },
  dueLead: (late: number, week: number): Text =>
    both((l) => {
      if (late === 0 && week === 0)
        return l === 'sv' ? 'Ingenting är sent och ingenting ska lämnas den här veckan.' : 'Nothing is late and nothing is due this week.'
      return [late > 0 ? words.late(late)[l] : '', week > 0 ? words.week(week)[l] : ''].filter((s) => s !== '').join(' ')
    }),
  mineNamed: (post: Text): Text => ({ sv: `Du är utsedd: ${post.sv}`, en: `You are named: ${post.en}` }),
  mineWritten: { sv: 'Du skrev rapporten', en: 'You wrote the report' },
  mineAnswers: (node: Text): Text => ({ sv: `Du svarar för ${node.sv}`, en: `You answer for ${node.en}` }),
  unitOwes: (node: Text): Text => ({ sv: `Väntas av ${node.sv}`, en: `Expected of ${node.en}` }),
  whyHead: { sv: 'Varför', en: 'Why' },
  whose: { sv: 'Vems', en: 'Whose' },
  whoseMine: { sv: 'Mitt eget', en: 'My own' },
  whoseUnit: { sv: 'Mina enheters', en: 'My units’' },
  kindFilter: { sv: 'Slag', en: 'Kind' },
  kindAll: { sv: 'Allt', en: 'Everything' },
  kindDispatch: { sv: 'Beslut att ta hand om', en: 'Decisions to take care of' },
  kindSentBack: { sv: 'Återsända rapporter', en: 'Reports sent back' },
  whenFilter: { sv: 'När', en: 'When' },
  whenLate: { sv: 'Bara det som är sent', en: 'Only what is late' },
  whenWeek: { sv: 'Till och med söndag', en: 'Until Sunday' },
  whenAll: { sv: 'Alla dagar', en: 'All days' },
  dueOnPage: (n: number): Text => both((l) => (l === 'sv' ? `${count(n, l)} på sidan` : `${count(n, l)} on this page`)),
  dueNoneChosen: { sv: 'Ingenting av det slaget väntar.', en: 'Nothing of the kind waits.' },
  calendarToo: { sv: 'Få det i kalendern och som brev', en: 'Get it in your calendar and by letter' },
  dueNobody: { sv: 'Logga in för att se det som väntar på dig.', en: 'Sign in to see what waits for you.' },
  dueEmpty: {
    sv: 'Ingenting väntar på dig. Här står dagar att hålla för de befattningar du har.',
    en: 'Nothing waits for you. Dates to keep for the posts you hold stand here.',
  },
  signIn: { sv: 'Logga in', en: 'Sign in' },
  older: { sv: 'Fler', en: 'More' },
  tryTitle: { sv: 'Prova Genomslag', en: 'Try Genomslag' },
  tryText: {
    sv: 'Här läser du som invånare. Kliv in som sekreterare, ordförande, ledamot, controller eller revisor och se vad var och en kan göra.',
    en: 'Here you read as a resident. Step in as secretary, chair, member, controller or auditor and see what each can do.',
  },
  tryRole: { sv: 'Prova en roll', en: 'Try a role' },
  tryGuide: { sv: 'Läs handboken: kom igång', en: 'Read the guide: getting started' },
  unknownBody: { sv: 'Det organet finns inte', en: 'There is no such body' },
  unknownBodyLead: { sv: 'Adressen stämmer inte med något organ eller någon enhet i dag.', en: 'The address is of no body or unit today.' },
  toOrganisation: { sv: 'Till organisationen', en: 'To the organisation' },
}

/** The Sunday of the day's week. `weekday` is 1 for Monday. */
export const sundayOf = (d: Day, weekday: number): Day => addDays(d, 7 - weekday)
