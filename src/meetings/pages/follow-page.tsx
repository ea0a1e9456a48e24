import { Law } from '../../web/components/law.tsx'
import { Note } from '../../web/components/section.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { quorumNow, takingPart } from '../attendance/there.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { Heard } from './heard.tsx'
import { ItemBody, ItemHead, ItemRemarks, VoteProgress } from './item-view.tsx'
import { MyBallot } from './my-ballot.tsx'
import { AgendaList, PresenceLists } from './parts.tsx'
import { pageWords as words } from './words.ts'

interface FollowProps {
  readonly view: View
  /** As the reader may see it (`seenBy`). */
  readonly record: MeetingRecord
  readonly item: ItemRecord | null
  /** May the reader keep the meeting? */
  readonly keeps: boolean
  /** Where the page's stream begins, or null where it does not follow (an earlier item, a meeting that is over). */
  readonly stream: string | null
}

/** The clock of an instant in Sweden: '13.02'. */
export const clockOf = (iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' }).format(new Date(iso)).replace(':', '.')

/** The head of a meeting: day, and how it stands. */
export const MeetingHeading = ({ view, record, item }: { readonly view: View; readonly record: MeetingRecord; readonly item: ItemRecord | null }) => {
  const { t } = view
  const quorum = record.state === 'open' ? quorumNow(record, item) : null
  const paused = record.pauses.find((p) => p.to === null)
  return (
    <>
      <div className="live-head">
        <h1>{t(words.title(record.day))}</h1>
        {quorum && record.openedAt && (
          <dl className="now-facts">
            <div>
              <dt>{t(words.since)}</dt>
              <dd>{clockOf(record.openedAt)}</dd>
            </div>
            <div>
              <dt>{t(words.serves)}</dt>
              <dd>{t(words.of(takingPart(record, item).length, record.seats))}</dd>
            </div>
            <div>
              <dt>{t(words.quorate(quorum.value?.required ?? 0))}</dt>
              <dd>{t(quorum.ok ? words.yes : words.no)}</dd>
            </div>
          </dl>
        )}
      </div>
      <p className="kicker">
        <a href={`/bodies/${record.body.slug}`}>{t(record.body.name)}</a>, {t(words.whenWhere(record.day, record.starts, record.place, record.form))}
      </p>
      {paused && record.state === 'open' && (
        <Note>
          <p>{t(words.pausedSince(clockOf(paused.from.at)))}</p>
        </Note>
      )}
      {!record.public && (
        <Note>
          <p>
            {t(words.closedMeeting)} {record.closedReason}
            {record.closedBy && (
              <>
                {' '}
                <a href={`/decisions/${record.closedBy.id}`}>{record.closedBy.number}</a>
                {record.closedBy.until && `, ${t(words.holdsUntil(record.closedBy.until))}`}
              </>
            )}{' '}
            <Law law={record.body.kind === 'council' ? 'KL 5:42' : 'KL 6:25'} locale={view.locale} />
          </p>
        </Note>
      )}
    </>
  )
}

/** What changes while the meeting goes on: the same for everybody, so that it is drawn once for all screens. */
export const FollowNow = ({ view, record, item }: Pick<FollowProps, 'view' | 'record' | 'item'>) => (
  <div id="now">
    <Heard view={view} record={record} />
    <MeetingHeading view={view} record={record} item={item} />
    <div className="live">
      <AgendaList view={view} record={record} base={`/meetings/${record.id}`} shown={item?.id ?? null} />
      <article className="item">
        {item ? (
          <>
            <ItemHead view={view} item={item} />
            <VoteProgress view={view} record={record} item={item} />
            <ItemBody view={view} record={record} item={item} />
            <ItemRemarks view={view} record={record} item={item} />
          </>
        ) : (
          <p>{view.t(words.nothingNow)}</p>
        )}
      </article>
      <aside aria-labelledby="there-h">
        <h2 id="there-h" className="col-h">
          {view.t(words.attendance)}
        </h2>
        <PresenceLists view={view} record={record} item={item} />
      </aside>
    </div>
    <Papers view={view} record={record} />
  </div>
)

/** The summons until the meeting is over, then the minutes. */
const Papers = ({ view: { t }, record }: Pick<FollowProps, 'view' | 'record'>) => (
  <p className="acts">
    {record.closedAt === null ? (
      <>
        <a href={`/meetings/${record.id}/summons`}>{t(words.toSummons)}</a>
        <a href={`/meetings/${record.id}/agenda/pdf`} data-turbo="false">
          {t(words.agendaAsPdf)}
        </a>
      </>
    ) : (
      <a href={`/meetings/${record.id}/minutes`}>{t(words.toMinutes)}</a>
    )}
  </p>
)

/** A meeting as members and the public follow it; a member votes here. */
export const FollowPage = ({ view, record, item, keeps, stream }: FollowProps) => {
  const { t } = view
  return (
    <Shell view={view} title={t(words.title(record.day))} question={1} room="meetings">
      {stream && <turbo-stream-source src={stream} />}
      <MyBallot view={view} record={record} />
      <FollowNow view={view} record={record} item={item} />
      <p className="hint">
        {stream && <span className="js-only">{t(words.following)}</span>}
        {stream && <span className="no-js">{t(words.followingNoScript)}</span>}
      </p>
      {keeps && record.closedAt === null && (
        <p className="acts">
          {record.openedAt === null && (
            <a className="btn btn--2" href={`/meetings/${record.id}/agenda`}>
              {t(words.buildAgenda)}
            </a>
          )}
          <a className="btn btn--2" href={`/meetings/${record.id}/desk`}>
            {t(words.toDesk)}
          </a>
        </p>
      )}
    </Shell>
  )
}
