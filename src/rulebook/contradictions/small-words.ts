import type { Text } from '../../kernel/text.ts'

const weekdays = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
const units = {
  tertial: { sv: 'tertial', en: 'tertial' },
  quarter: { sv: 'kvartal', en: 'quarter' },
  month: { sv: 'månad', en: 'month' },
  week: { sv: 'vecka', en: 'week' },
} as const

/** What findings on counts, dates, order and decided sums say. */
export const smallWords = {
  count: (what: string, claimed: string, listed: number): Text => ({
    sv: `”${what}” anges till ${claimed}, men ${listed} räknas upp. Saknas något i uppräkningen, eller är antalet fel?`,
    en: `“${what}” is given as ${claimed}, but ${listed} are listed. Is something missing from the list, or is the count wrong?`,
  }),
  countTwice: (what: string, claimed: string, listed: number, twice: readonly string[]): Text => ({
    sv: `”${what}” anges till ${claimed}, men ${listed} räknas upp, däribland ${twice.join(', ')} två gånger. Ska det räknas en gång?`,
    en: `“${what}” is given as ${claimed}, but ${listed} are listed, ${twice.join(', ')} among them twice. Should it be counted once?`,
  }),
  noSuchDay: (what: string, printed: string): Text => ({
    sv: `”${printed}” finns inte i kalendern (${what}). Vilken dag menas?`,
    en: `“${printed}” is not in the calendar (${what}). Which day is meant?`,
  }),
  noSuchPeriod: (what: string, printed: string, unit: keyof typeof units): Text => ({
    sv: `”${printed}” finns inte: året har ingen sådan ${units[unit].sv} (${what}). Vilken period menas?`,
    en: `“${printed}” does not exist: the year has no such ${units[unit].en} (${what}). Which period is meant?`,
  }),
  weekday: (what: string, date: string, said: number, real: number): Text => ({
    sv: `${date} är en ${weekdays.sv[real - 1]}, men ”${what}” säger ${weekdays.sv[said - 1]}. Är dagen eller datumet fel?`,
    en: `${date} is a ${weekdays.en[real - 1]}, but “${what}” says ${weekdays.en[said - 1]}. Is the weekday or the date wrong?`,
  }),
  week: (what: string, date: string, said: number, real: number): Text => ({
    sv: `${date} ligger i vecka ${real}, men ”${what}” säger vecka ${said}. Är veckan eller datumet fel?`,
    en: `${date} lies in week ${real}, but “${what}” says week ${said}. Is the week or the date wrong?`,
  }),
  endsFirst: (what: string, from: string, to: string): Text => ({
    sv: `”${what}” börjar ${from} men slutar ${to}, som är tidigare. Vilken dag är fel?`,
    en: `“${what}” begins ${from} but ends ${to}, which is earlier. Which day is wrong?`,
  }),
  days: (what: string, said: number, real: number): Text => ({
    sv: `”${what}” anges till ${said} dagar, men mellan datumen är det ${real}. Räknas dagarna på ett annat sätt?`,
    en: `“${what}” is given as ${said} days, but there are ${real} between the dates. Are the days counted in another way?`,
  }),
  encloses: (outer: string, outerDate: string, inner: string, innerDate: string): Text => ({
    sv: `”${outer}” är daterad ${outerDate} men bifogar ”${inner}”, daterad ${innerDate}. Hur kunde den bifogas innan den fanns?`,
    en: `“${outer}” is dated ${outerDate} but encloses “${inner}”, dated ${innerDate}. How could it be enclosed before it existed?`,
  }),
  answers: (answer: string, answerDate: string, question: string, questionDate: string): Text => ({
    sv: `”${answer}” är daterad ${answerDate} men svarar på ”${question}”, daterad ${questionDate}. Vilket datum är fel?`,
    en: `“${answer}” is dated ${answerDate} but answers “${question}”, dated ${questionDate}. Which date is wrong?`,
  }),
  after: (later: string, laterDate: string, earlier: string, earlierDate: string): Text => ({
    sv: `”${later}” ska följa på ”${earlier}” men är daterad ${laterDate}, före ${earlierDate}. Vilket datum är fel?`,
    en: `“${later}” should follow “${earlier}” but is dated ${laterDate}, before ${earlierDate}. Which date is wrong?`,
  }),
  decided: (what: string, n: number, total: Text, sum: Text, gap: Text): Text => ({
    sv: `”${what}” är ${total.sv}, men de ${n} delarna blir ${sum.sv}: ${gap.sv} skiljer. Saknas en del, eller är summan fel?`,
    en: `“${what}” is ${total.en}, but the ${n} parts make ${sum.en}: a difference of ${gap.en}. Is a part missing, or is the sum wrong?`,
  }),
  decidedOne: (what: string, part: string, total: Text, sum: Text, gap: Text): Text => ({
    sv: `”${what}” är ${total.sv}, men ”${part}” är ${sum.sv}: ${gap.sv} skiljer. Vilket tal gäller?`,
    en: `“${what}” is ${total.en}, but “${part}” is ${sum.en}: a difference of ${gap.en}. Which number holds?`,
  }),
  decidedPerhaps: (what: string, total: Text, sum: Text, also: readonly string[]): Text => ({
    sv: `”${what}” är ${total.sv} och delarna blir ${sum.sv}. Det stämmer om ${also.join(', ')} räknas med. Gör de det?`,
    en: `“${what}” is ${total.en} and the parts make ${sum.en}. It agrees if ${also.join(', ')} are counted. Are they?`,
  }),
} as const
