/** What a unit measures. Numbers compare only within a dimension; `factor` brings them to its base. */
export interface Unit {
  readonly text: string
  readonly dimension: string
  readonly factor: number
  /** May parts in this unit be added to a total? Per cent, kr per head, means and indexes may not. */
  readonly additive: boolean
  /** Counts of things: never below zero. 'hard' ones (votes, seats) are never rounded; 'soft' ones may be means over a year. */
  readonly count: 'hard' | 'soft' | null
}

const money: Readonly<Record<string, number>> = {
  kr: 1,
  kronor: 1,
  sek: 1,
  tkr: 1e3,
  kkr: 1e3,
  ksek: 1e3,
  tsek: 1e3,
  sekk: 1e3,
  sekthousand: 1e3,
  sekthousands: 1e3,
  'thousands of sek': 1e3,
  'thousand sek': 1e3,
  'thousand kronor': 1e3,
  'tusen kronor': 1e3,
  'tusental kronor': 1e3,
  'tusen kr': 1e3,
  '1000 kr': 1e3,
  '1000-tal kr': 1e3,
  '1000-tals kr': 1e3,
  '1000-tal kronor': 1e3,
  'tusentals kronor': 1e3,
  'tusentals kr': 1e3,
  mkr: 1e6,
  mnkr: 1e6,
  msek: 1e6,
  mnsek: 1e6,
  sekm: 1e6,
  sekmillion: 1e6,
  sekmillions: 1e6,
  'million sek': 1e6,
  'millions of sek': 1e6,
  'million kronor': 1e6,
  'mn kr': 1e6,
  'miljontals kronor': 1e6,
  mijkr: 1e6,
  'milj kr': 1e6,
  'miljoner kronor': 1e6,
  'miljoner kr': 1e6,
  'miljon kronor': 1e6,
  mdkr: 1e9,
  mdr: 1e9,
  mdsek: 1e9,
  sekbn: 1e9,
  sekbillion: 1e9,
  'billion sek': 1e9,
  'md kr': 1e9,
  'miljard kronor': 1e9,
  'miljarder kronor': 1e9,
  'miljarder kr': 1e9,
}
const hard = /^(röst(er)?|ledam[oö]t(er)?|ledamöter|mandat|ersättare|votes?|seats?|members?)$/
const soft =
  /^(st|stycken|antal|personer|person|hushåll|elever|barn|invånare|anställda|medarbetare|ungdomar|brukare|ärenden|deltagare|flyktingar|platser|enheter|bostäder|lägenheter|kommuner|förvaltningar|mål|besök|beslut|bygglov|patienter|motioner|projekt|åtgärder|fordon|people|persons|households|pupils|cases|items|pieces)$/
const notAdditive = /[%‰/]|procent|per |kr per|index|poäng|betyg|kvot|grad|andel|°|ålder|nki|nmi|per cent|percent/

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0\u2009\u202f]+/g, ' ')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^(andel|share) \(%\)$/, '%')
    .replace(/\((.*?)\)/g, '')
    .replace(/\b(ca|cirka|milj|tkr|mkr|mnkr)\./g, '$1')
    .replace(/\bca\b|\bcirka\b/g, '')
    .replace(/^(alla )?(belopp|amounts?|andel|share) (anges )?(i|in) |^(i|in) /, '')
    .trim()

/** The same unit per head or per thing, however it is written: 'kronor per invånare' is 'kr/inv'. */
const perWords = (name: string): string =>
  name
    .replace(/ ?(\bper\b|\/) ?/g, '/')
    .replace(/^kronor/, 'kr')
    .replace(/\/(invånare|inhabitant|capita)$/, '/inv')
    .replace(/\/(elever|elev|pupil)$/, '/elev')

const seen = new Map<string, Unit>()

const unitOf = (text: string): Unit => {
  const name = tidy(text)
  const [first = ''] = name.split(', ')
  const amount = money[name.replaceAll(' ', '')] ?? money[name] ?? money[first]
  if (amount !== undefined) return { text, dimension: 'kr', factor: amount, additive: true, count: null }
  if (/^(%|procent|per ?cent|pct)(?![a-zåäö-])/.test(name)) return { text, dimension: '%', factor: 1, additive: false, count: null }
  if (/^(procentenhet(er)?|percentage points?|%-?enhet(er)?|pp|p\.?p\.?|p\.?e\.?)$/.test(name))
    return { text, dimension: 'points', factor: 1, additive: false, count: null }
  const per = /^([^/]+)\/(.+)$/.exec(perWords(name))
  const shared = per ? money[per[1] as string] : undefined
  // An amount a year adds up as amounts do; one a month is mostly a wage.
  if (per && shared !== undefined) return { text, dimension: `kr/${per[2]}`, factor: shared, additive: per[2] === 'år', count: null }
  const thousands = /^(tusen|tusental|1000|1 000) (\S.*)$/.exec(name)
  const millions = /^(miljoner|miljon) (\S.*)$/.exec(name)
  const counted = name.replace(/^(antal|tusental|tusen|1000|1 000|miljoner|miljon) /, '')
  return {
    text,
    dimension: /^(st|stycken|antal)$/.test(counted) ? 'st' : counted,
    factor: thousands ? 1e3 : millions ? 1e6 : 1,
    additive: !notAdditive.test(name),
    count: hard.test(counted) ? 'hard' : soft.test(counted) ? 'soft' : null,
  }
}

/** Reads a printed unit: 'tkr', 'Mnkr', '%', 'antal hushåll', 'kr/inv'. Without one the dimension is ''. */
export const readUnit = (text: string | undefined): Unit => {
  const wanted = text ?? ''
  let unit = seen.get(wanted)
  if (!unit) {
    unit = unitOf(wanted)
    if (seen.size < 1000) seen.set(wanted, unit)
  }
  return unit
}
