import { formatAmount, sumAmounts } from '../kernel/amount.ts'
import { shortDay } from '../kernel/day.ts'
import { periodLabel } from '../kernel/period.ts'
import type { Locale } from '../kernel/text.ts'
import type { DecisionThread } from '../thread/load-threads.ts'
import type { Station } from '../thread/thread.ts'
import { both } from '../thread/words.ts'
import type { ThreadCell, ThreadRow } from '../web/thread/thread-rows.tsx'
import { cellWords as words } from './cell-words.ts'

type Content = Omit<ThreadCell, 'line'>

/** Where a decision stands in each question, in a few words, and the line between: what a row of the home page shows of its thread. */
export const cellsOf = (row: DecisionThread, locale: Locale): ThreadRow['cells'] => {
  const own = (q: Station['question']): readonly Station[] => row.thread.stations.filter((s) => s.question === q)
  const contents = [decided(row, locale), carriedOut(row, own(2), locale), reported(row, own(3), locale), measured(row, own(4), locale)] as const
  const cell = (i: 0 | 1 | 2 | 3): ThreadCell => ({ ...contents[i], line: lineBetween(contents[i], contents[i + 1]) })
  return [cell(0), cell(1), cell(2), cell(3)]
}

const happened = (c: Content): boolean => ['decision', 'done', 'half', 'stop'].includes(c.mark)

/** Solid between what has happened, dotted to what will come, cut where the next is missing, nothing where nothing is expected. */
const lineBetween = (from: Content, to: Content | undefined): ThreadCell['line'] => {
  if (!to || to === nothing) return 'none'
  if (to.mark === 'open') return 'dotted'
  if (!happened(from)) return 'none'
  return happened(to) ? 'solid' : 'cut'
}

const nothing: Content = { mark: 'none', strong: '–' }

const decided = ({ decision, scene, thread }: DecisionThread, locale: Locale): Content => {
  const made = thread.stations.flatMap((s) => (s.from.includes(decision.id) ? (scene.facts.frames.get(s.id) ?? []) : []))
  const money = made.length > 0 ? formatAmount(sumAmounts(made.map((f) => f.amount)), 'tkr', locale) : undefined
  return { mark: 'decision', strong: shortDay(decision.day, thread.day, locale), text: money ?? words.decided[locale] }
}

const carriedOut = ({ scene }: DecisionThread, stations: readonly Station[], locale: Locale): Content => {
  const entries = stations.filter((s) => scene.facts.entries.get(s.id)?.parentId === null)
  const gap = stations.find((s) => s.gap !== null)?.gap
  const broken = gap ? gap.words[locale] : undefined
  const [only] = entries
  if (entries.length === 1 && only) return { mark: only.mark, strong: lower(only.note?.[locale] ?? ''), text: broken ?? only.when?.[locale] }
  if (entries.length > 1) {
    const done = entries.filter((s) => s.mark === 'done' || s.mark === 'stop').length
    const mark = done === entries.length ? 'done' : entries.some((s) => s.mark !== 'open') ? 'half' : 'open'
    return { mark, strong: words.doneOf(done, entries.length)[locale], text: broken ?? words.partsDone[locale] }
  }
  const [first] = stations.filter((s) => s.gap === null)
  if (first) return { mark: first.mark, strong: lower((first.note ?? first.title)[locale]), text: broken ?? (first.note ? first.title[locale] : undefined) }
  return gap ? { mark: 'gap', strong: words.gap[locale], text: gap.words[locale], broken: true } : nothing
}

const reported = ({ scene, thread }: DecisionThread, stations: readonly Station[], locale: Locale): Content => {
  const missing = stations.find((s) => s.gap !== null)
  if (missing?.gap)
    return {
      mark: 'gap',
      strong: words.gap[locale],
      text: missing.gap.code === 'report_late' ? words.lateReport(missing)[locale] : missing.gap.short[locale],
      broken: true,
    }
  const latest = stations.findLast((s) => scene.facts.reports.has(s.id) || scene.facts.decisions.has(s.id))
  if (latest?.day) return { mark: latest.mark, strong: shortDay(latest.day, thread.day, locale), text: latest.title[locale] }
  const next = stations.find((s) => s.planned)
  return next?.day ? { mark: 'open', strong: shortDay(next.day, thread.day, locale), text: next.title[locale] } : nothing
}

const measured = ({ scene, thread }: DecisionThread, stations: readonly Station[], locale: Locale): Content => {
  const seen = stations.filter((s) => s.light !== null)
  const worst = (['red', 'yellow', 'green', 'unknown'] as const).map((light) => seen.find((s) => s.light === light)).find((s) => s !== undefined)
  if (worst) {
    const outcome = scene.facts.series.get(worst.id)?.outcome
    return {
      mark: 'done',
      strong: outcome ? periodLabel(outcome.period, locale) : words.measured[locale],
      text: both((l) => `${worst.title[l]}: ${lower(worst.note?.[l] ?? '')}`)[locale],
    }
  }
  const coming = stations.filter((s) => s.planned)
  if (coming.length > 0) return { mark: 'open', strong: words.measures(coming.length)[locale], text: words.noOutcome[locale] }
  if (stations.some((s) => s.gap?.code === 'measure_missing')) return { mark: 'none', strong: words.noMeasure[locale], text: words.chosen[locale] }
  const over = thread.stations.filter((s) => s.question === 2 && scene.facts.entries.has(s.id))
  if (over.length > 0 && over.every((s) => s.mark === 'stop')) return { mark: 'stop', strong: words.closed[locale], text: words.notFollowed[locale] }
  const noted = stations.find((s) => s.mark === 'stop')
  return noted ? { mark: 'stop', strong: noted.title[locale], text: noted.note?.[locale] } : nothing
}

const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)
