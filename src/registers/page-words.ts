import { formatNumber } from '../kernel/number.ts'
import type { Locale, Text } from '../kernel/text.ts'
import type { AnyDefinition } from './define.ts'
import { countCap } from './list-query.ts'

type Told = Pick<AnyDefinition, 'words'>

/** Is the Swedish word neuter, so that 'ett är sent' and not 'en är sen'? Told by its definite form: 'uppdraget', 'överenskommelsen'. */
export const isNeuter = ({ words: { the } }: Told): boolean => the.sv.endsWith('t')

const numerals = {
  sv: ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const
const small = (n: number, locale: Locale, neuter: boolean): string =>
  n === 1 && locale === 'sv' && !neuter ? 'en' : (numerals[locale][n] ?? counted(n, locale))
const counted = (n: number, locale: Locale): string =>
  n > countCap ? `${locale === 'sv' ? 'fler än' : 'more than'} ${formatNumber(countCap, 0, locale)}` : formatNumber(n, 0, locale)
const both = (make: (locale: Locale) => string): Text => ({ sv: make('sv'), en: make('en') })
const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)
const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)
const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`

/** One way in which threads are broken, and on how many. */
export interface Break {
  readonly n: number
  /** Absent for being late; else the gap's words. */
  readonly gap?: Text
}

const late = { sv: { one: { neuter: 'är sent', common: 'är sen' }, many: 'är sena' }, en: { one: { neuter: 'is late', common: 'is late' }, many: 'are late' } }
/** 'är sent', 'är sena', 'saknar ansvarig'; 'is late', 'are without anybody responsible'. */
const verb = ({ n, gap }: Break, locale: Locale, neuter: boolean): string => {
  if (!gap) return n === 1 ? late[locale].one[neuter ? 'neuter' : 'common'] : late[locale].many
  return locale === 'sv' ? gap.sv : `${n === 1 ? 'is' : 'are'} ${gap.en}`
}

export const pageWords = {
  unitsFilter: { sv: 'Organ och enheter', en: 'Bodies and units' },
  today: (head: Text): Text => ({ sv: `${head.sv} i dag`, en: `${head.en} today` }),
  sameToday: { sv: 'samma', en: 'the same' },
  asDecided: { sv: 'som beslutat', en: 'as decided' },
  asToday: { sv: 'som i dag, med det som getts till föregångare', en: 'as today, with what was given to predecessors' },
  register: { sv: 'Register', en: 'Register' },
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
  unknownNode: { sv: 'okänd enhet', en: 'unknown unit' },
  unknownPost: { sv: 'okänd befattning', en: 'unknown post' },
  daysHint: { sv: 'En eller flera dagar, med komma emellan: 2022-04-30, 2023-01-31.', en: 'One or more days, with commas between: 2022-04-30, 2023-01-31.' },
  periodHint: { sv: 'Till exempel 2022, 2022T2 eller 2022M03.', en: 'For example 2022, 2022T2 or 2022M03.' },
  daysLate: (n: number, neuter: boolean): Text => ({
    sv: `${n} ${n === 1 ? 'dag' : 'dagar'} ${neuter ? 'sent' : 'sen'}`,
    en: `${n} ${n === 1 ? 'day' : 'days'} late`,
  }),
  daysLeft: (n: number): Text =>
    n === 0 ? { sv: 'i dag', en: 'today' } : { sv: `om ${n} ${n === 1 ? 'dag' : 'dagar'}`, en: `in ${n} ${n === 1 ? 'day' : 'days'}` },

  // The list
  /** 'Arbetslivsnämnden har 14 uppdrag.' */
  has: (definition: Told, subject: string, n: number, neuter: boolean): Text => {
    const { one, many } = definition.words
    if (n === 0) return { sv: `${subject} har inga ${lower(many.sv)}.`, en: `${subject} has no ${lower(many.en)}.` }
    return both((l) => `${subject} ${l === 'sv' ? 'har' : 'has'} ${n === 1 ? small(1, l, neuter) : counted(n, l)} ${lower((n === 1 ? one : many)[l])}.`)
  },
  /** 'På två är tråden av' */
  brokenOn: (n: number, neuter: boolean): Text => ({
    sv: `På ${small(n, 'sv', neuter)} är tråden av`,
    en: `On ${small(n, 'en', neuter)} the thread is broken`,
  }),
  /** 'ett är sent och ett saknar ansvarig'; 'de är sena' where all are broken in one way. */
  breaks: (breaks: readonly Break[], total: number, neuter: boolean): Text =>
    both((l) => {
      const [only] = breaks
      if (breaks.length === 1 && only && only.n === total) {
        const it = l === 'sv' ? (neuter ? 'det' : 'den') : 'it'
        return `${total === 1 ? it : l === 'sv' ? 'de' : 'they'} ${verb(only, l, neuter)}`
      }
      return listed(
        breaks.map((b) => `${small(b.n, l, neuter)} ${verb(b, l, neuter)}`),
        l === 'sv' ? 'och' : 'and',
      )
    }),
  /** 'Inget är sent och inget saknar ansvarig.' */
  whole: (gaps: readonly Text[], neuter: boolean): Text =>
    both((l) => {
      const none = l === 'sv' ? (neuter ? 'inget' : 'ingen') : 'none'
      const one = [{ n: 1 }, ...gaps.map((gap) => ({ n: 1, gap }))].map((b) => `${none} ${verb(b, l, neuter)}`)
      return `${capital(listed(one, l === 'sv' ? 'och' : 'and'))}.`
    }),
  state: { sv: 'Läge', en: 'State' },
  number: { sv: 'Nummer', en: 'Number' },
  missing: { sv: 'saknas', en: 'missing' },
  nextDay: { sv: 'Nästa dag', en: 'Next day' },
  brokenFilter: { sv: 'Tråden', en: 'The thread' },
  brokenChoice: { sv: 'Där tråden är av', en: 'Where the thread is broken' },
  searchLabel: { sv: 'Sök på namn eller nummer', en: 'Search by name or number' },
  /** '12 av 14 uppdrag' */
  shownOf: (definition: Told, shown: number, total: number): Text =>
    both((l) => {
      const name = lower((total === 1 ? definition.words.one : definition.words.many)[l])
      return shown === total ? `${counted(total, l)} ${name}` : `${counted(shown, l)} ${l === 'sv' ? 'av' : 'of'} ${counted(total, l)} ${name}`
    }),
  rows: (n: number, of: number): Text => both((l) => `${n} ${l === 'sv' ? 'visas av' : 'shown of'} ${counted(of, l)}`),
  firstPage: { sv: 'Från början', en: 'From the beginning' },
  sortedBy: (key: Text, descending: boolean): Text => ({
    sv: `efter ${lower(key.sv)}${descending ? ', fallande' : ''}`,
    en: `by ${lower(key.en)}${descending ? ', descending' : ''}`,
  }),
  caption: (definition: Told, key: Text): Text => ({
    sv: `${definition.words.many.sv}, sorterade efter ${lower(key.sv)}`,
    en: `${definition.words.many.en}, sorted by ${lower(key.en)}`,
  }),
  near: { sv: 'inget innehåller orden, men de här liknar dem', en: 'nothing holds the words, but these are near' },
  noneChosen: { sv: 'Inget motsvarar urvalet.', en: 'Nothing answers to the selection.' },
  noneYet: (definition: Told): Text => ({ sv: `Här kommer ${lower(definition.words.many.sv)} att stå.`, en: `${definition.words.many.en} will stand here.` }),
  howMade: (definition: Told): Text => ({
    sv: `Hur ${definition.words.many.sv.toLowerCase()} beslutas`,
    en: `How ${definition.words.many.en.toLowerCase()} are decided`,
  }),
  new: (definition: Told): Text => ({
    sv: `${isNeuter(definition) ? 'Nytt' : 'Ny'} ${lower(definition.words.one.sv)}`,
    en: `New ${lower(definition.words.one.en)}`,
  }),
  /** Beside a choice, where there is little room: '10 000+'. */
  count: (n: number): Text => both((l) => `${formatNumber(Math.min(n, countCap), 0, l)}${n > countCap ? '+' : ''}`),
} as const
