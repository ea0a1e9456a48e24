import { day, daysBetween, longDay } from '../../kernel/day.ts'
import { adjustment } from '../../rulebook/minutes/adjustment.ts'
import { DataTable } from '../../web/components/data-table.tsx'
import { PageHead, Section } from '../../web/components/section.tsx'
import { Status } from '../../web/components/status.tsx'
import { Takeout } from '../../web/components/takeout.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import type { MeetingRow } from '../list-meetings.ts'
import { words as meetingWords } from '../words.ts'
import { pageWords as words } from './words.ts'

interface ListProps {
  readonly view: View
  readonly going: readonly MeetingRow[]
  readonly coming: readonly MeetingRow[]
  readonly past: readonly MeetingRow[]
  /** Address of the next page of those held. */
  readonly older: string | null
  /** May the reader plan meetings of some body? */
  readonly plans: boolean
}

/** All meetings: those in session, those coming, those held. */
export const MeetingListPage = ({ view, going, coming, past, older, plans }: ListProps) => {
  const { t } = view
  return (
    <Shell view={view} title={t(words.meetings)} question={1} room="meetings">
      <PageHead title={t(words.meetings)} lead={t(words.listLead(going.length))}>
        {plans && (
          <p className="acts">
            <a className="btn btn--2" href="/meetings/new">
              {t(words.planMeeting)}
            </a>
          </p>
        )}
      </PageHead>
      {going.length > 0 && (
        <Section id="going" kind="wide" title={t(words.going)}>
          <Rows view={view} rows={going} caption={t(words.going)} />
        </Section>
      )}
      <Section id="coming" kind="wide" title={t(words.coming)}>
        <Rows view={view} rows={coming} caption={t(words.coming)} />
      </Section>
      <Section id="past" kind="wide" title={t(words.past)}>
        <Rows view={view} rows={past} caption={t(words.past)} held />
        {older && (
          <p>
            <a href={older}>{t(words.older)}</a>
          </p>
        )}
        <Takeout view={view} list="meetings" />
      </Section>
    </Shell>
  )
}

/** When a held meeting's minutes were adjusted and how many days that took, or by when they are to be (KL 5:69, 6:35). */
const Adjusted = ({ view, row }: { readonly view: View; readonly row: MeetingRow }) => {
  const { t, today } = view
  if (row.adjusted) return <>{t(words.adjustedAfter(row.adjusted, daysBetween(row.day, row.adjusted)))}</>
  const { value } = adjustment({ meeting: row.day, adjusted: null, today })
  if (!value) return null
  const latest = day(value.latest)
  return value.inTime === false ? <Status mark="gap">{t(words.adjustLate(latest))}</Status> : <>{t(words.adjustBy(latest))}</>
}

interface RowsProps {
  readonly view: View
  readonly rows: readonly MeetingRow[]
  readonly caption: string
  /** Are these meetings held, so that their minutes are to be adjusted? */
  readonly held?: boolean
}
const Rows = ({ view, rows, caption, held = false }: RowsProps) => {
  const { t, locale } = view
  return (
    <DataTable
      locale={locale}
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(r) => r.id}
      empty={t(words.none)}
      columns={[
        {
          id: 'body',
          head: t(words.body),
          rowHead: true,
          cell: (r) => (
            <a href={`/meetings/${r.id}`}>
              {t(r.body)} {longDay(r.day, locale)}
            </a>
          ),
        },
        { id: 'when', head: t(words.day), label: `${t(words.day)}: `, nowrap: true, cell: (r) => `${longDay(r.day, locale)} ${r.starts.replace(':', '.')}` },
        { id: 'where', head: t(words.where), label: `${t(words.where)}: `, cell: (r) => r.place },
        { id: 'items', head: t(words.items), label: `${t(words.items)}: `, numeric: true, cell: (r) => r.items },
        ...(held
          ? [{ id: 'adjusted', head: t(words.adjustedHead), label: `${t(words.adjustedHead)}: `, cell: (r: MeetingRow) => <Adjusted view={view} row={r} /> }]
          : []),
        {
          id: 'state',
          head: t(words.stateHead),
          cell: (r) => (
            <Status mark={r.state === 'open' ? 'half' : r.state === 'planned' || r.state === 'summoned' ? 'open' : 'done'}>
              {t(meetingWords.meetingState[r.state])}
            </Status>
          ),
        },
      ]}
    />
  )
}
