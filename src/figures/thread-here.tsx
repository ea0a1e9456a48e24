import { longDay } from '../kernel/day.ts'
import { nameOf } from '../organisation/timeline.ts'
import { Written } from '../web/components/written.tsx'
import { Mark } from '../web/components/mark.tsx'
import { Section } from '../web/components/section.tsx'
import { Status } from '../web/components/status.tsx'
import type { View } from '../web/view.ts'
import type { SeriesView } from './load-series.ts'
import { pageWords as words } from './page-words.ts'
import type { Wisher } from './thread-store.ts'
import { cited } from '../rulebook/citation.ts'

const marks = { goal: 'decision', target: 'decision', clause: 'decision', decision: 'decision' } as const

/** The decisions that want to change the measure, and what is measured by it; none is a gap. */
export const ThreadHere = ({ view, data: { wishers, timeline } }: { readonly view: View; readonly data: SeriesView }) => {
  const { t } = view
  return (
    <Section id="thread" title={t(words.threadHere)} intro={t(words.threadIntro)}>
      {wishers.length === 0 ? (
        <p>
          <Status mark="gap">{t(words.noWisher)}</Status>
        </p>
      ) : (
        <ol className="walk">
          {wishers.map((w, i) => (
            <li key={w.id} className={i < wishers.length - 1 ? 'to-solid' : undefined}>
              <Mark name={w.kind in marks ? 'decision' : 'half'} />
              <h3>
                <a href={w.kind === 'goal' ? `/goals/${w.id}` : `/thing/${w.id}`}>
                  <Written locale={view.locale}>{w.title}</Written>
                </a>
              </h3>
              <p className="meta">
                {t(words.wisher[w.kind])}
                {w.decision ? (
                  <Decided decision={w.decision} view={view} name={t(nameOf(timeline, w.decision.bodyId))} />
                ) : (
                  ` · ${t(nameOf(timeline, w.nodeId))}`
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

const Decided = ({ decision, view, name }: { readonly decision: NonNullable<Wisher['decision']>; readonly view: View; readonly name: string }) => (
  <>
    {' · '}
    <a href={`/decisions/${decision.id}`}>
      {name} {longDay(decision.day, view.locale)} {cited(decision.paragraph)}
    </a>
  </>
)
