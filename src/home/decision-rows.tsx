import { shortDay } from '../kernel/day.ts'
import type { DecisionThread } from '../thread/load-threads.ts'
import { drawn } from '../thread/draw.ts'
import { cellsOf } from '../web/thread/cells.ts'
import { ThreadRows } from '../web/thread/thread-rows.tsx'
import type { View } from '../web/view.ts'
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
    subject={
      <>
        {view.t(words.decision)}
        {note && <span className="sub">{note}</span>}
      </>
    }
    totals={standing && [standing.decisions, standing.carriedOut, standing.reported, standing.measured]}
    rows={rows.map(({ decision, thread }) => ({
      id: decision.id,
      title: decision.title,
      href: `/thread/${decision.id}`,
      sub: decision.number ?? shortDay(decision.day, view.today, view.locale),
      cells: cellsOf(drawn(thread, decision.title, view.locale), view.locale),
    }))}
  />
)
