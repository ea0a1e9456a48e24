import { formatNumber } from '../kernel/number.ts'
import type { Text } from '../kernel/text.ts'
import type { Station } from '../thread/thread.ts'
import { both } from '../thread/words.ts'

const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)

/** What the cells of a row say: a word or a number, and a few words under it. */
export const cellWords = {
  decided: { sv: 'beslutat', en: 'decided' },
  gap: { sv: 'Lucka', en: 'Gap' },
  doneOf: (done: number, of: number): Text =>
    both((l) => (l === 'sv' ? `${formatNumber(done, 0, l)} av ${formatNumber(of, 0, l)}` : `${formatNumber(done, 0, l)} of ${formatNumber(of, 0, l)}`)),
  partsDone: { sv: 'klara', en: 'done' },
  lateReport: (s: Station): Text => both((l) => `${lower(s.title[l])} ${s.when?.[l] ?? s.gap?.short[l] ?? ''}`),
  measured: { sv: 'mäts', en: 'measured' },
  measures: (n: number): Text => both((l) => (l === 'sv' ? `${formatNumber(n, 0, l)} mått` : `${formatNumber(n, 0, l)} ${n === 1 ? 'measure' : 'measures'}`)),
  noOutcome: { sv: 'inget utfall ännu', en: 'no outcome yet' },
  noMeasure: { sv: 'Inget mått', en: 'No measure' },
  chosen: { sv: 'är valt', en: 'is chosen' },
  closed: { sv: 'Avslutad', en: 'Closed' },
  notFollowed: { sv: 'följs inte vidare', en: 'not followed further' },
}
