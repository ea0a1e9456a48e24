import { type Day, longDay } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import type { Text } from '../kernel/text.ts'
import { lastVersion, type Timeline, versionOn } from '../organisation/timeline.ts'
import { DataTable } from '../web/components/data-table.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Brk } from '../web/components/status.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { PassedOn } from './reorganisation-store.ts'
import { reorganisationWords as words } from './reorganisation-words.ts'

/** Every day on which the organisation was made over. */
export const ReorganisationsPage = ({ view, days }: { readonly view: View; readonly days: readonly { readonly day: Day; readonly count: number }[] }) => (
  <Shell view={view} title={view.t(words.title)}>
    <PageHead title={view.t(words.title)} lead={view.t(words.lead)} />
    <Section id="days" kind="wide" title={view.t(words.title)}>
      <DataTable
        locale={view.locale}
        kind="fit"
        caption={view.t(words.title)}
        captionHidden
        rows={days}
        rowKey={(d) => d.day}
        empty={view.t(words.none)}
        columns={[
          { id: 'day', head: view.t(words.day), rowHead: true, cell: (d) => <a href={`/organisation/changes/${d.day}`}>{longDay(d.day, view.locale)}</a> },
          { id: 'count', head: view.t(words.changes), numeric: true, cell: (d) => formatNumber(d.count, 0, view.locale) },
        ]}
      />
    </Section>
  </Shell>
)

/** What a body or unit was called on the day of its passing on. */
export const calledOn = (timeline: Timeline, id: string, day: Day): Text => {
  const life = timeline.get(id)
  return life ? (versionOn(life, day) ?? lastVersion(life)).name : { sv: '?', en: '?' }
}

interface ReorganisationProps {
  readonly view: View
  readonly day: Day
  readonly timeline: Timeline
  readonly passed: readonly PassedOn[]
}

/** One reorganisation: who passed into whom with what share, and the figures, assignments and posts that this is about. */
export const ReorganisationPage = ({ view, day, timeline, passed }: ReorganisationProps) => {
  const { t, locale } = view
  const nameOf = (id: string): Text => calledOn(timeline, id, day)
  const link = (id: string) => <a href={`/bodies/${timeline.get(id)?.slug}/history`}>{t(nameOf(id))}</a>
  const receivers = [...new Set(passed.map((p) => p.toId))]
  return (
    <Shell view={view} title={t(words.on(day))}>
      <PageHead
        kicker={<a href="/organisation/changes">{t(words.title)}</a>}
        title={t(words.on(day))}
        lead={t(words.onLead(new Set(passed.map((p) => p.fromId)).size, receivers.length))}
      />
      <Section id="passed" kind="wide" title={t(words.caption)}>
        <DataTable
          locale={locale}
          caption={t(words.caption)}
          captionHidden
          rows={passed}
          rowKey={(p) => p.id}
          columns={[
            {
              id: 'from',
              head: t(words.from),
              rowHead: true,
              cell: (p) => (
                <>
                  {link(p.fromId)}
                  <span className="sub">{t(words.kind[p.kind])}</span>
                </>
              ),
            },
            { id: 'to', head: t(words.to), label: `${t(words.to)}:`, cell: (p) => link(p.toId) },
            {
              id: 'share',
              head: t(words.share),
              label: `${t(words.share)}:`,
              numeric: true,
              cell: (p) => (p.share === null ? <Brk>{t(words.unknownShare)}</Brk> : t(words.percent(p.share))),
            },
            {
              id: 'measures',
              head: t(words.measures),
              label: `${t(words.measures)}:`,
              numeric: true,
              cell: (p) => (p.measures === 0 ? '–' : formatNumber(p.measures, 0, locale)),
            },
            { id: 'entries', head: t(words.entries), label: `${t(words.entries)}:`, cell: (p) => t(words.entriesOf(p.entries, p.open)) },
            { id: 'posts', head: t(words.posts), label: `${t(words.posts)}:`, cell: (p) => t(words.postsOf(p.posts, p.left)) },
          ]}
        />
        <Takeout view={view} list={`organisation/changes/${day}`} />
      </Section>
      <Section id="here" title={t(words.here)} intro={t(words.hereIntro)}>
        <ul>
          {receivers.map((id) => (
            <li key={id}>
              <a href={`/register/assignments?recipient=${id}&units=today`}>{t(words.assignmentsOf(nameOf(id)))}</a>
            </li>
          ))}
        </ul>
      </Section>
    </Shell>
  )
}
