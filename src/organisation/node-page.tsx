import { addDays, type Day, longDay } from '../kernel/day.ts'
import { Mark, type MarkName } from '../web/components/mark.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
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
  return (
    <Shell view={view} title={title} room="organisation">
      <PageHead kicker={<a href={`/bodies/${node.slug}/people`}>{view.t(words.peopleOf(name))}</a>} title={title} lead={view.t(sentence(node, view.today))} />
      <Section id="changes" title={view.t(words.thread)} intro={view.t(words.threadIntro)}>
        <ol className="walk">
          {events.map((event, no) => (
            <li key={`${event.day} ${event.kind} ${event.other?.slug ?? ''}`} className={lineAfter(events[no + 1], view.today)}>
              <Mark name={markOf(event, view.today)} />
              <h3>
                <a href={`/organisation?day=${event.day}`}>{longDay(event.day, view.locale)}</a>
              </h3>
              {event.texts.map((text) => (
                <p key={text.sv}>{event.other ? <a href={`/bodies/${event.other.slug}/history`}>{view.t(text)}</a> : view.t(text)}</p>
              ))}
            </li>
          ))}
        </ol>
      </Section>
    </Shell>
  )
}

const markOf = ({ kind, day }: NodeEvent, today: Day): MarkName => {
  if (day > today) return 'open'
  return kind === 'end' ? 'stop' : 'done'
}

const lineAfter = (next: NodeEvent | undefined, today: Day): string | undefined => {
  if (!next) return undefined
  return next.day > today ? 'to-dotted' : 'to-solid'
}

const sentence = (node: NodeLife, today: Day) => {
  const { name, to } = lastVersion(node)
  const from = node.versions[0]?.from ?? today
  const kind = words.kind[node.kind]
  if (to !== null && to <= today) return words.existed(name, ...spelled(from), ...spelled(addDays(to, -1)), kind)
  return from > today ? words.existsFrom(name, ...spelled(from), kind) : words.existsSince(name, ...spelled(from), kind)
}
