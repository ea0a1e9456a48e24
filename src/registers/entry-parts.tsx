import { DocLinks } from '../files/send-document.tsx'
import { daysBetween, longDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import { type Fact, Facts, Section } from '../web/components/section.tsx'
import { Brk, Status } from '../web/components/status.tsx'
import { langOf } from '../web/components/written.tsx'
import type { View } from '../web/view.ts'
import { entryWords as words } from './entry-words.ts'
import type { DeadlineRow, EventRow, LinkRow, LoadedEntry } from './load-entry-page.ts'
import { mostRows } from './load-entry-page.ts'
import { pageWords } from './page-words.ts'
import { fieldOf, shownValue } from './shown.ts'

interface Props {
  readonly view: View
  readonly loaded: LoadedEntry
}

/** The fields with their labels. Names of bodies, units and posts are those of the entry's own day. */
export const EntryFacts = ({ view, loaded: { definition, entry, names, hidden } }: Props) => {
  const open = definition.lifecycle.states[entry.state]?.open ?? true
  const facts: Fact[] = [
    { name: view.t(definition.words.by), value: view.t(names.node(entry.nodeId, entry.day) ?? pageWords.unknownNode) },
    { name: view.t(words.day), value: longDay(entry.day, view.locale) },
    { name: view.t(words.number), value: entry.number },
    ...Object.keys(definition.fields.shape).map((name): Fact => {
      const meta = fieldOf(definition, name)
      const shown = meta && shownValue(meta, entry.data[name], { names, day: entry.day, locale: view.locale })
      const section = hidden[name]
      if (meta && section) return { name: view.t(meta.label), value: <span className="q3">{view.t(words.secretField(section))}</span> }
      const gap = open && definition.gaps.some((g) => g.field === name)
      const missing = gap ? <Brk>{view.t(words.missing)}</Brk> : <span className="q3">–</span>
      return {
        name: meta ? view.t(meta.label) : name,
        value:
          shown === null || shown === undefined ? (
            missing
          ) : (
            <span className="lines" lang={meta?.input === 'text' || meta?.input === 'line' ? langOf(view.locale) : undefined}>
              {shown}
            </span>
          ),
      }
    }),
  ]
  return (
    <Section id="facts" title={view.t(words.factsTitle)} intro={view.t(words.factsIntro(definition.words.the, definition.steering))}>
      <Facts facts={facts} />
    </Section>
  )
}

/** The days to keep, the nearest first; those that passed unkept are breaks of the thread. */
export const EntryDeadlines = ({ view, loaded: { deadlines } }: Props) => (
  <Section id="deadlines" title={view.t(words.deadlinesTitle)} intro={view.t(words.deadlinesIntro)}>
    <DataTable<DeadlineRow>
      locale={view.locale}
      kind="fit"
      caption={view.t(words.deadlinesTitle)}
      captionHidden
      empty={view.t(words.noDeadlines)}
      rows={deadlines}
      rowKey={(d) => d.id}
      columns={deadlineColumns(view)}
    />
  </Section>
)

const deadlineColumns = (view: View): readonly Column<DeadlineRow>[] => [
  {
    id: 'what',
    head: view.t(words.what),
    rowHead: true,
    cell: (d) => (
      <>
        {view.t(d.label)}
        {d.source && <span className="sub">{d.source}</span>}
      </>
    ),
  },
  { id: 'day', head: view.t(words.day), nowrap: true, cell: (d) => longDay(d.due, view.locale) },
  { id: 'standing', head: view.t(pageWords.state), cell: (d) => <DeadlineStatus view={view} deadline={d} /> },
]

const DeadlineStatus = ({ view, deadline: { due, doneOn } }: { readonly view: View; readonly deadline: DeadlineRow }) => {
  if (doneOn !== null) return <Status mark="done">{view.t(words.done({ sv: longDay(doneOn, 'sv'), en: longDay(doneOn, 'en') }))}</Status>
  const left = daysBetween(view.today, due)
  return left < 0 ? <Status mark="gap">{view.t(words.late(-left))}</Status> : <Status mark="open">{view.t(words.left(left))}</Status>
}

/** Upstream first: what it comes from; then what it has led to. A process that expects effect shows that no measure is tied to it. */
export const EntryLinks = ({ view, loaded: { definition, entry, links } }: Props) => {
  const groups = [...Map.groupBy(links, (l) => `${l.downstream} ${l.kind}`).values()]
  const reports = Object.values(definition.lifecycle.acts).some((a) => a.needs === 'report' || a.needs === 'final_report')
  const has = (kind: LinkRow['kind']): boolean => links.some((l) => l.downstream && l.kind === kind)
  const open = definition.lifecycle.states[entry.state]?.open ?? true
  return (
    <Section id="links" title={view.t(words.linksTitle)} intro={view.t(words.linksIntro)}>
      <p className="acts">
        <a href={`/thread/${entry.id}`}>{view.t(words.thread)}</a> · <a href={`/secrecy/${entry.id}`}>{view.t(words.secrecyLink)}</a>
        <DocLinks view={view} href={`/register/${definition.path}/${entry.id}`} />
      </p>
      {groups.map((group) => (
        <LinkGroup key={`${group[0]?.downstream} ${group[0]?.kind}`} view={view} links={group} />
      ))}
      {reports && !has('reported_by') && <Status mark={open ? 'open' : 'none'}>{view.t(words.noReport)}</Status>}
      {definition.effect && !has('measured_by') && (
        <p>
          <Status mark="gap">{view.t(words.noMeasure)}</Status>
        </p>
      )}
      {links.length === mostRows && <p className="q2">{view.t(words.moreLinks)}</p>}
    </Section>
  )
}

const LinkGroup = ({ view, links }: { readonly view: View; readonly links: readonly LinkRow[] }) => {
  const [first] = links
  if (!first) return null
  return (
    <div className="stack--s">
      <h3>{view.t(first.downstream ? words.linkDown(first.kind) : words.linkUp(first.kind))}</h3>
      <ul className="bare">
        {links.map((l) => (
          <li key={l.id}>
            {l.thing.title === null ? <span>{view.t(words.secretThing(l.thing.number))}</span> : <a href={`/thing/${l.id}`}>{l.thing.title}</a>}
            <span className="sub">
              {[view.t(words.thingKind(l.thing.kind)), l.thing.number, longDay(l.thing.day, view.locale)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What was done with it, latest first: by whom, when, and by which decision. */
export const EntryEvents = ({ view, loaded }: Props) => {
  const { definition, entry, events } = loaded
  const act = (e: EventRow): Text =>
    e.act === 'create' ? words.created(definition.words.the) : e.act === 'write' ? words.wrote : (definition.lifecycle.acts[e.act]?.words ?? words.noted)
  return (
    <Section id="events" title={view.t(words.eventsTitle)}>
      <ol className="bare stack--s">
        {events.map((e) => (
          <li key={e.id}>
            <strong>{view.t(act(e))}</strong>
            {e.changed && e.act !== 'create' && ` → ${view.t(definition.lifecycle.states[e.to]?.words ?? words.noted)}`}
            <span className="sub">
              {longDay(e.day, view.locale)}
              {e.person && ` · ${e.person}`}
              {e.clause && (
                <>
                  {` · ${view.t(words.byDecision)} `}
                  <a href={`/thing/${e.clause.id}`}>{e.clause.decision}</a>
                </>
              )}
            </span>
            {e.comment && <blockquote className="lines">{e.comment}</blockquote>}
          </li>
        ))}
      </ol>
      <p>
        <a href={`/history/${entry.id}`}>{view.t(words.history)}</a>
      </p>
    </Section>
  )
}
