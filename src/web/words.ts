import { type Text, upper } from '../kernel/text.ts'

const numerals = {
  sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const
const numeral = (n: number, language: 'sv' | 'en'): string => numerals[language][n] ?? String(n)

/** What the look itself says: names of marks, headings of refusals, labels of controls. */
export const webWords = {
  takeout: { sv: 'Hämta listan:', en: 'Take the list out:' },
  takeoutOf: { sv: 'av listan', en: 'of the list' },
  readIn: { sv: 'Läs in en ändrad fil', en: 'Read in a changed file' },
  mark: {
    decision: { sv: 'beslut', en: 'decision' },
    done: { sv: 'klart', en: 'done' },
    half: { sv: 'pågår', en: 'under way' },
    open: { sv: 'kommer', en: 'to come' },
    gap: { sv: 'lucka', en: 'gap' },
    none: { sv: 'ingen uppgift', en: 'no information' },
    stop: { sv: 'avslutad', en: 'closed' },
  },
  gapLong: { sv: 'lucka: något skulle ha funnits här', en: 'gap: something should have been here' },
  gap: { sv: 'Lucka', en: 'Gap' },
  legend: { sv: 'Teckenförklaring', en: 'Key to the signs' },
  lineSolid: { sv: 'har hänt', en: 'has happened' },
  lineDotted: { sv: 'är planerat', en: 'is planned' },
  light: {
    ok: { sv: 'grön', en: 'green' },
    warn: { sv: 'gul', en: 'yellow' },
    stop: { sv: 'röd', en: 'red' },
    unknown: { sv: 'inte bedömd', en: 'not assessed' },
  },
  error: { sv: 'Fel:', en: 'Error:' },
  optional: { sv: 'frivilligt', en: 'optional' },
  why: { sv: 'Vem frågar, och till vad?', en: 'Who asks, and what for?' },
  problems: (n: number): Text => ({
    sv: n === 1 ? 'En sak behöver ändras' : `${upper(numeral(n, 'sv'))} saker behöver ändras`,
    en: n === 1 ? 'One thing needs to be changed' : `${upper(numeral(n, 'en'))} things need to be changed`,
  }),
  problemsKept: { sv: 'Det du har skrivit finns kvar.', en: 'What you have written is kept.' },
  choose: { sv: 'Välj', en: 'Choose' },
  dayHint: { sv: 'År-månad-dag, till exempel 2022-05-17.', en: 'Year-month-day, for example 2022-05-17.' },
  previous: { sv: 'Föregående', en: 'Previous' },
  next: { sv: 'Nästa', en: 'Next' },
  pages: { sv: 'Bläddra i listan', en: 'Move through the list' },
  sortedAscending: { sv: 'stigande', en: 'ascending' },
  sortedDescending: { sv: 'fallande', en: 'descending' },
  showOlder: (what: string): Text => ({ sv: `Visa även ${what}`, en: `Show ${what} too` }),
  scrollable: (name: string): Text => ({ sv: `${name}, kan rullas i sidled`, en: `${name}, can be scrolled sideways` }),
  filter: { sv: 'Urval', en: 'Selection' },
  showFilters: { sv: 'Visa urvalet', en: 'Show the selection' },
  search: { sv: 'Sök i listan', en: 'Search the list' },
  apply: { sv: 'Visa', en: 'Show' },
  clear: { sv: 'Rensa urvalet', en: 'Clear the selection' },
  all: { sv: 'Alla', en: 'All' },
  remark: (letter: string): Text => ({ sv: `anmärkning ${letter}`, en: `remark ${letter}` }),
  asTable: { sv: 'Visa som tabell', en: 'Show as a table' },
  pictureAsTable: { sv: 'Visa bilden som tabell', en: 'Show the picture as a table' },
  missing: { sv: 'saknas', en: 'missing' },
  that: { sv: 'att', en: 'that' },
} as const

/** What is written on and around the drawn thread. */
export const threadWords = {
  question: {
    1: { sv: 'Hur fattades det?', en: 'How was it reached?' },
    2: { sv: 'Genomförs det?', en: 'Is it being carried out?' },
    3: { sv: 'Vad har återrapporterats?', en: 'What has been reported back?' },
    4: { sv: 'Fick det effekt?', en: 'Did it have effect?' },
  },
  questionShort: {
    1: { sv: 'Beslut', en: 'Decision' },
    2: { sv: 'Genomförs', en: 'Carried out' },
    3: { sv: 'Rapporter', en: 'Reports' },
    4: { sv: 'Effekt', en: 'Effect' },
  },
  today: { sv: 'i dag', en: 'today' },
  more: (n: number): Text => ({ sv: `+${n} till`, en: `+${n} more` }),
  moreGaps: (n: number): Text => ({
    sv: n === 1 ? 'varav en lucka' : `varav ${numeral(n, 'sv')} luckor`,
    en: n === 1 ? 'of which one gap' : `of which ${numeral(n, 'en')} gaps`,
  }),
  moreLanes: (n: number): Text => ({ sv: `${n} grenar till finns i listan under bilden`, en: `${n} more branches are in the list below the picture` }),
  picture: (title: string): Text => ({ sv: `Den röda tråden: ${title}`, en: `The red thread: ${title}` }),
  summary: (stations: number, gaps: number): Text => ({
    sv: `${stations} stationer${gaps === 0 ? ', inga luckor' : gaps === 1 ? ', en lucka' : `, ${numeral(gaps, 'sv')} luckor`}. Samma stationer finns som text under bilden.`,
    en: `${stations} stations${gaps === 0 ? ', no gaps' : gaps === 1 ? ', one gap' : `, ${numeral(gaps, 'en')} gaps`}. The same stations are told as text below the picture.`,
  }),
  branch: (lane: string): Text => ({ sv: `gren: ${lane}`, en: `branch: ${lane}` }),
  column: {
    question: { sv: 'Fråga', en: 'Question' },
    station: { sv: 'Station', en: 'Station' },
    day: { sv: 'Dag', en: 'Day' },
    state: { sv: 'Läge', en: 'State' },
    missing: { sv: 'Vad som saknas', en: 'What is missing' },
  },
  tableCaption: (title: string): Text => ({ sv: `Trådens stationer: ${title}`, en: `Stations of the thread: ${title}` }),
  nothingYet: { sv: 'Ingenting ännu.', en: 'Nothing yet.' },
  thread: { sv: 'Tråd', en: 'Thread' },
  nowhere: { sv: 'Ingen tråd att visa ännu.', en: 'No thread to show yet.' },
} as const
