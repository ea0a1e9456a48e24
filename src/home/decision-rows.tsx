import { shortDay } from '../kernel/day.ts'
import type { DecisionThread } from '../thread/load-threads.ts'
import { ThreadRows } from '../web/thread/thread-rows.tsx'
import type { View } from '../web/view.ts'
import { cellsOf } from './cells.ts'
import type { Standing } from './standing.ts'
import { words } from './words.ts'

interface DecisionRowsProps {
  readonly view: View
  readonly rows: readonly DecisionThread[]
  readonly caption: string
  /** Under the head of the first column: how many of how many. */
  readonly note?: string
  /** Set over each question where the rows are part of a whole. */
  readonly standing?: Standing
}

/** Decisions as rows, each with its own red thread through the four questions. */
export const DecisionRows = ({ view, rows, caption, note, standing }: DecisionRowsProps) => (
  <ThreadRows
    locale={view.locale}
    caption={caption}
    captionHidden
    subject={view.t(words.decision)}
    subjectNote={note}
    totals={standing && { 1: standing.decisions, 2: standing.carriedOut, 3: standing.reported, 4: standing.measured }}
    rows={rows.map((row) => ({
      id: row.decision.id,
      title: row.decision.title,
      href: `/thread/${row.decision.id}`,
      sub: row.decision.number ?? shortDay(row.decision.day, view.today, view.locale),
      cells: cellsOf(row, view.locale),
    }))}
  />
)
