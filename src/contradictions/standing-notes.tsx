import { longDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { Note } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import type { Standing } from './standing-store.ts'
import { standingWords as words } from './standing-words.ts'
import { words as reportWords } from './words.ts'

const dayText = (day: Standing['found']): Text => ({ sv: longDay(day, 'sv'), en: longDay(day, 'en') })

/** Who answered and what, under a contradiction. */
export const AnswerLine = ({ view, standing: { answer } }: { readonly view: View; readonly standing: Standing }) =>
  answer && (
    <p>
      <strong>{view.t(words.answered)}.</strong> {answer.text} ({view.t(words.by(answer.by, dayText(answer.on)))})
    </p>
  )

/** The notes on a page of those whom contradictions concern; nothing where there are none. */
export const StandingNotes = ({ view, standing }: { readonly view: View; readonly standing: readonly Standing[] }) =>
  standing.length === 0 ? null : (
    <aside className="sec sec--wide" aria-labelledby="contradictions-h">
      <header>
        <h2 id="contradictions-h">{view.t(words.here(standing.length))}</h2>
      </header>
      <div className="stack">
        {standing.map((one) => (
          <Note key={one.id} kind={one.answer || one.finding.sureness === 'ask' ? undefined : 'gap'}>
            <p>
              <strong>{view.t(words.sureness[one.finding.sureness])}.</strong> {view.t(one.finding.text)}
            </p>
            {one.finding.likely && one.finding.suspect && (
              <p>{view.t(reportWords.likely(view.t(one.finding.likely.text), one.finding.suspect.printed, one.finding.likely.misprint))}</p>
            )}
            <AnswerLine view={view} standing={one} />
            <p className="ui">
              <a href={`/contradictions/${one.id}`}>{view.t(one.answer ? words.changeAnswer : words.answer)}</a>
            </p>
          </Note>
        ))}
      </div>
    </aside>
  )
