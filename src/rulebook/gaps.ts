import { addDays, type Day, daysBetween, shortDay } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import type { Locale, Text } from '../kernel/text.ts'

/** The gaps of the red thread: what should be there and is not. One rule a code; each asks for facts and `today`, and reads no clock. */
export const gapCodes = [
  'preparation_missing',
  'field_missing',
  'dispatch_unreceived',
  'money_untraceable',
  'document_outdated',
  'act_late',
  'report_late',
  'continuation_unowned',
  'measure_missing',
] as const
/** What can be missing from an entry. */
export type GapCode = (typeof gapCodes)[number]

/** What would mend a gap. The room that draws it knows the address. */
export type Mend =
  | 'add_preparation'
  | 'fill_field'
  | 'ask_receiver'
  | 'follow_money'
  | 'renew_document'
  | 'do_act'
  | 'write_report'
  | 'own_continuation'
  | 'choose_measure'

/** Something missing: in words, long and short, why it matters, and what act mends it. */
export interface Gap {
  readonly code: GapCode
  readonly question: 1 | 2 | 3 | 4
  /** As part of a sentence: 'beredningen är inte inlagd'. */
  readonly words: Text
  /** Under the station in the picture: 'inte inlagd', '4 dagar sen'. */
  readonly short: Text
  /** Why it matters, or what was found: a sentence of its own. */
  readonly why: Text
  readonly mend: Mend
}

const both = (make: (locale: Locale) => string): Text => ({ sv: make('sv'), en: make('en') })
const days = (n: number, locale: Locale): string => {
  const unit = locale === 'sv' ? (n === 1 ? 'dag' : 'dagar') : n === 1 ? 'day' : 'days'
  return `${formatNumber(n, 0, locale)}\u00a0${unit}`
}
const upper = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)
const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)

/** A decision in a case has a preparation that can be read: at least one document (KL 5:26, 6:5). A post's decision needs none. */
export const preparationMissing = (decision: { readonly byPost: boolean; readonly documents: number }): Gap | null =>
  decision.byPost || decision.documents > 0
    ? null
    : {
        code: 'preparation_missing',
        question: 1,
        words: { sv: 'beredningen är inte inlagd', en: 'the preparation is not entered' },
        short: { sv: 'inte inlagd', en: 'not entered' },
        why: { sv: 'Ingen skrivelse och inget utlåtande finns i ärendet.', en: 'The case holds no board paper and no opinion.' },
        mend: 'add_preparation',
      }

/** What still runs has the fields whose absence its register calls a gap: somebody responsible, an end date. `words` follow the thing: 'saknar ansvarig'. */
export const fieldMissing = (entry: { readonly open: boolean; readonly filled: boolean; readonly the: Text; readonly words: Text }): Gap | null =>
  !entry.open || entry.filled
    ? null
    : {
        code: 'field_missing',
        question: 2,
        words: { sv: `${entry.the.sv} ${entry.words.sv}`, en: `${entry.the.en} is ${entry.words.en}` },
        short: entry.words,
        why: both((l) => `${upper(l === 'sv' ? `${entry.the.sv} ${entry.words.sv}` : `${entry.the.en} is ${entry.words.en}`)}.`),
        mend: 'fill_field',
      }

/** Days that a receiver has before silence counts as a gap. */
export const receiptDays = 14

/** A decision that demands action is received within fourteen days of being sent (a rule of the house). */
export const dispatchUnreceived = (
  dispatch: { readonly demandsAction: boolean; readonly sent: Day; readonly received: Day | null; readonly receiver: Text },
  today: Day,
): Gap | null =>
  !dispatch.demandsAction || dispatch.received !== null || today <= addDays(dispatch.sent, receiptDays)
    ? null
    : {
        code: 'dispatch_unreceived',
        question: 2,
        words: both((l) => (l === 'sv' ? `${dispatch.receiver.sv} har inte tagit emot beslutet` : `${dispatch.receiver.en} has not received the decision`)),
        short: both((l) =>
          l === 'sv' ? `inte mottaget på ${days(daysBetween(dispatch.sent, today), l)}` : `not received in ${days(daysBetween(dispatch.sent, today), l)}`,
        ),
        why: both((l) =>
          l === 'sv'
            ? `Beslutet sändes ${shortDay(dispatch.sent, today, l)} och kräver att mottagaren gör något.`
            : `The decision was sent ${shortDay(dispatch.sent, today, l)} and demands action of the receiver.`,
        ),
        mend: 'ask_receiver',
      }

/** Money that was decided can be followed: some series with at least one figure is tied to the frame. */
export const moneyUntraceable = (frame: { readonly figures: number }): Gap | null =>
  frame.figures > 0
    ? null
    : {
        code: 'money_untraceable',
        question: 2,
        words: { sv: 'pengarna går inte att följa', en: 'the money cannot be followed' },
        short: { sv: 'går inte att följa', en: 'cannot be followed' },
        why: { sv: 'Inget utfall är knutet till beloppet.', en: 'No outcome is tied to the amount.' },
        mend: 'follow_money',
      }

/** A governing document that is still in force has not passed its last day. */
export const documentOutdated = (entry: { readonly open: boolean; readonly validTo: Day | null }, today: Day): Gap | null => {
  const { validTo } = entry
  if (!entry.open || validTo === null || validTo >= today) return null
  return {
    code: 'document_outdated',
    question: 2,
    words: both((l) => (l === 'sv' ? `giltighetstiden gick ut ${shortDay(validTo, today, l)}` : `it ceased to be valid ${shortDay(validTo, today, l)}`)),
    short: both((l) => (l === 'sv' ? `gällde till ${shortDay(validTo, today, l)}` : `valid to ${shortDay(validTo, today, l)}`)),
    why: {
      sv: 'Det gäller fortfarande i registret men dess sista dag har passerat. Förläng det eller ersätt det.',
      en: 'It is still in force in the register but its last day has passed. Prolong or replace it.',
    },
    mend: 'renew_document',
  }
}

/** A date to keep, of a thing on the thread. */
export interface Due {
  readonly label: Text
  readonly due: Day
  readonly doneOn: Day | null
  /** Is it a report that fulfils it? Otherwise some other act. */
  readonly byReport: boolean
}

/** A date that an act or a report was to keep has not passed unkept. The day itself is still in time. */
export const late = (deadline: Due, today: Day): Gap | null => {
  if (deadline.doneOn !== null || deadline.due >= today) return null
  const n = daysBetween(deadline.due, today)
  return {
    code: deadline.byReport ? 'report_late' : 'act_late',
    question: deadline.byReport ? 3 : 2,
    words: both((l) => {
      const label = lower(deadline.label[l])
      if (deadline.byReport) return l === 'sv' ? `${label} saknas` : `${label} is missing`
      return l === 'sv' ? `${label} passerade ${shortDay(deadline.due, today, l)}` : `${label} passed on ${shortDay(deadline.due, today, l)}`
    }),
    short: both((l) => (l === 'sv' ? `${days(n, l)} sen` : `${days(n, l)} late`)),
    why: both((l) =>
      l === 'sv' ? `Skulle ${deadline.byReport ? 'lämnats' : 'gjorts'} ${shortDay(deadline.due, today, l)}.` : `Was due ${shortDay(deadline.due, today, l)}.`,
    ),
    mend: deadline.byReport ? 'write_report' : 'do_act',
  }
}

/** What goes on after a final report, as the report tells it. */
export interface Continuing {
  readonly what: string
  readonly owned: boolean
  readonly due: Day | null
  readonly dropped: boolean
}

/** What continues after a final report has an owner and a date, or is expressly dropped. */
export const continuationUnowned = (parts: readonly Continuing[]): Gap | null => {
  const loose = parts.filter((p) => !p.dropped && (!p.owned || p.due === null))
  const n = loose.length
  if (n === 0) return null
  const names = loose.map((p) => p.what).join('; ')
  return {
    code: 'continuation_unowned',
    question: 3,
    words: both((l) =>
      l === 'sv'
        ? `${counted(n, l, 'del', 'delar')} av det som skulle fortsätta saknar ägare`
        : `${counted(n, l, 'part', 'parts')} of what was to go on ${n === 1 ? 'has' : 'have'} no owner`,
    ),
    short: both((l) => (l === 'sv' ? `${counted(n, l, 'del', 'delar')} utan ägare` : `${counted(n, l, 'part', 'parts')} without owner`)),
    why: both((l) => (l === 'sv' ? `Ingen ägare och ingen dag är satt för: ${names}.` : `No owner and no day is set for: ${names}.`)),
    mend: 'own_continuation',
  }
}

/** A decision with intended effect has chosen how the effect is to be seen, or has noted why no measure is needed. `of`: what lacks one, where others of the thread are measured. */
export const measureMissing = (entry: {
  readonly effectIntended: boolean
  readonly series: number
  readonly waived: boolean
  readonly of: string | null
}): Gap | null =>
  !entry.effectIntended || entry.series > 0 || entry.waived
    ? null
    : {
        code: 'measure_missing',
        question: 4,
        words:
          entry.of === null
            ? { sv: 'inget mått är valt', en: 'no measure is chosen' }
            : { sv: `inget mått är valt för ”${entry.of}”`, en: `no measure is chosen for “${entry.of}”` },
        short: { sv: 'inget mått är valt', en: 'no measure is chosen' },
        why: {
          sv: `${entry.of === null ? '' : `”${entry.of}” har inget. `}Utan ett mått som följs före och efter kan ingen visa om det har gjort skillnad.`,
          en: `${entry.of === null ? '' : `“${entry.of}” has none. `}Without a measure followed before and after, nobody can show whether it made a difference.`,
        },
        mend: 'choose_measure',
      }

const numerals = {
  sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const

/** A small number as it is read aloud: 'sex'; digits from thirteen. `neuter` gives 'ett' in Swedish. */
export const numeral = (n: number, locale: Locale, neuter = false): string =>
  n === 1 && neuter && locale === 'sv' ? 'ett' : (numerals[locale][n] ?? formatNumber(n, 0, locale))

const counted = (n: number, locale: Locale, one: string, many: string): string => `${numeral(n, locale)} ${n === 1 ? one : many}`
