import { addDays, type Day, longDay } from '../kernel/day.ts'
import { Mark, type MarkName } from '../web/components/mark.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import { ThreadHead } from '../web/thread/thread-head.tsx'
import type { View } from '../web/view.ts'
import { spelled } from './as-of.tsx'
import type { NodeEvent } from './node-history.ts'
import { lastVersion, type NodeLife } from './timeline.ts'
import { words } from './words.ts'

interface NodeProps {
  readonly view: View
  readonly node: NodeLife
  readonly events: readonly NodeEvent[]
}

/** How a body or unit came to be what it is: what it was made of, how it changed, what it became. Drawn as a small thread. */
export const NodePage = ({ view, node, events }: NodeProps) => {
  const { name } = lastVersion(node)
  const title = view.t(words.historyOf(name))
  const days = [...Map.groupBy(events, (event) => event.day)]
  return (
    <Shell view={view} title={title} room="organisation">
      <PageHead kicker={<a href={`/bodies/${node.slug}/people`}>{view.t(words.peopleOf(name))}</a>} title={title} lead={view.t(sentence(node, view.today))}>
        <Succession view={view} node={node} events={events} />
      </PageHead>
      <Section id="changes" title={view.t(words.thread)} intro={view.t(words.threadIntro)}>
        <ol className="walk">
          {days.map(([day, happened], no) => (
            <li key={day} className={lineAfter(days[no + 1]?.[0], view.today)}>
              <Mark name={markOf(day, happened, view.today)} />
              <h3>
                <a href={`/organisation?day=${day}`}>{longDay(day, view.locale)}</a>
              </h3>
              {happened.flatMap((event) =>
                event.texts.map((text) => (
                  <p key={text.sv}>{event.other ? <a href={`/bodies/${event.other.slug}/history`}>{view.t(text)}</a> : view.t(text)}</p>
                )),
              )}
            </li>
          ))}
        </ol>
      </Section>
    </Shell>
  )
}

const markOf = (day: Day, happened: readonly NodeEvent[], today: Day): MarkName => {
  if (day > today) return 'open'
  return happened.some((event) => event.kind === 'end') ? 'stop' : 'done'
}

const lineAfter = (next: Day | undefined, today: Day): string | undefined => {
  if (next === undefined) return undefined
  return next > today ? 'to-dotted' : 'to-solid'
}

/** Before, now, after: three stations at most, each with all its bodies or units. Nothing when there is only the one. */
const Succession = ({ view, node, events }: NodeProps) => {
  const { name, to } = lastVersion(node)
  const before = events.filter((event) => event.kind === 'before')
  const after = events.filter((event) => event.kind === 'after')
  if (before.length + after.length === 0) return null
  const names = (those: readonly NodeEvent[]) =>
    those.map((event) => (
      <span key={event.other?.slug} className="sub">
        <a href={`/bodies/${event.other?.slug}/history`}>{event.other && view.t(event.other.name)}</a>
      </span>
    ))
  const ended = to !== null && to <= view.today
  return (
    <ThreadHead
      locale={view.locale}
      stations={[
        ...(before.length > 0 ? [{ id: 'before', mark: 'done' as const, title: view.t(words.before), sub: names(before) }] : []),
        { id: 'now', mark: ended ? ('done' as const) : ('half' as const), title: view.t(name), current: true },
        ...(after.length > 0 ? [{ id: 'after', mark: ended ? ('done' as const) : ('open' as const), title: view.t(words.after), sub: names(after) }] : []),
      ]}
    />
  )
}

const sentence = (node: NodeLife, today: Day) => {
  const { name, to } = lastVersion(node)
  const from = node.versions[0]?.from ?? today
  const kind = words.kind[node.kind]
  if (to !== null && to <= today) return words.existed(name, ...spelled(from), ...spelled(addDays(to, -1)), kind)
  return from > today ? words.existsFrom(name, ...spelled(from), kind) : words.existsSince(name, ...spelled(from), kind)
}
