import { type Day, longDay } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import type { Locale, Text } from '../kernel/text.ts'
import { numeral } from '../rulebook/gaps.ts'
import type { SuccessionKind } from '../organisation/succession.ts'

const both = (make: (l: Locale) => string): Text => ({ sv: make('sv'), en: make('en') })
const upper = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)

/** Texts of what a reorganisation took where. */
export const reorganisationWords = {
  title: { sv: 'Omorganisationer', en: 'Reorganisations' },
  lead: {
    sv: 'Vad som gick vart när organ och enheter slogs ihop, delades eller flyttades. Det som beslutades står kvar som det beslutades.',
    en: 'What went where when bodies and units were merged, split or moved. What was decided stands as it was decided.',
  },
  none: { sv: 'Inga organ eller enheter har slagits ihop, delats eller flyttats.', en: 'No bodies or units have been merged, split or moved.' },
  day: { sv: 'Dag', en: 'Day' },
  changes: { sv: 'Övergångar', en: 'Passings-on' },
  on: (day: Day): Text => both((l) => (l === 'sv' ? `Omorganisationen ${longDay(day, l)}` : `The reorganisation of ${longDay(day, l)}`)),
  onLead: (from: number, to: number): Text =>
    both((l) =>
      l === 'sv'
        ? `${upper(numeral(from, l))} ${from === 1 ? 'enhet' : 'enheter'} gick över i ${numeral(to, l)}. Siffror från tiden före räknas om efter andelarna, i hela tal.`
        : `${upper(numeral(from, l))} ${from === 1 ? 'unit' : 'units'} passed into ${numeral(to, l)}. Figures from before are restated by the shares, in whole numbers.`,
    ),
  caption: { sv: 'Vad som gick vart', en: 'What went where' },
  from: { sv: 'Från', en: 'From' },
  to: { sv: 'Till', en: 'To' },
  kind: { merge: { sv: 'slogs ihop', en: 'merged' }, split: { sv: 'delades', en: 'split' }, move: { sv: 'flyttades', en: 'moved' } } satisfies Record<
    SuccessionKind,
    Text
  >,
  share: { sv: 'Andel', en: 'Share' },
  unknownShare: { sv: 'Okänd', en: 'Unknown' },
  percent: (share: number): Text => both((l) => `${formatNumber(share * 100, Number.isInteger(Math.round(share * 1e6) / 1e4) ? 0 : 1, l)}\u00a0%`),
  measures: { sv: 'Mått med utfall', en: 'Measures with figures' },
  entries: { sv: 'Uppdrag och annat', en: 'Assignments and other' },
  entriesOf: (all: number, open: number): Text =>
    both((l) =>
      all === 0
        ? '–'
        : l === 'sv'
          ? `${formatNumber(all, 0, l)}, ${formatNumber(open, 0, l)} pågår`
          : `${formatNumber(all, 0, l)}, ${formatNumber(open, 0, l)} open`,
    ),
  posts: { sv: 'Befattningar', en: 'Posts' },
  postsOf: (all: number, left: number): Text =>
    both((l) =>
      all === 0
        ? '–'
        : l === 'sv'
          ? `${formatNumber(all, 0, l)}, ${formatNumber(left, 0, l)} lämnades`
          : `${formatNumber(all, 0, l)}, ${formatNumber(left, 0, l)} left`,
    ),
  here: { sv: 'Här finns det i dag', en: 'Where it is today' },
  hereIntro: { sv: 'Listor och mått, räknade i dagens enheter.', en: 'Lists and measures, told in the units of today.' },
  assignmentsOf: (name: Text): Text => ({ sv: `Uppdrag hos ${name.sv} och dess föregångare`, en: `Assignments with ${name.en} and its predecessors` }),
  unknown: { sv: 'Ingen omorganisation den dagen', en: 'No reorganisation on that day' },
  unknownLead: { sv: 'Den dagen slogs inget organ ihop, delades eller flyttades.', en: 'No body or unit was merged, split or moved on that day.' },
}
