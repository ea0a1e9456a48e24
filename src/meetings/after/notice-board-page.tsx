import { addDays, longDay, shortDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { verbatim } from '../../kernel/text.ts'
import type { Tree } from '../../organisation/tree.ts'
import { langOf, Written } from '../../web/components/written.tsx'
import { Button } from '../../web/components/button.tsx'
import { Pager } from '../../web/components/data-table.tsx'
import { Facts, Note, PageHead, Section } from '../../web/components/section.tsx'
import { Csrf } from '../../web/csrf.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import type { Notice } from './notice-store.ts'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly tree: Tree
  readonly refusals: readonly Refusal[]
  readonly count: number
  readonly up: readonly Notice[]
  readonly next: string | null
  readonly down: readonly Notice[]
  readonly onFirstPage: boolean
  /** May the reader take this one down today? */
  readonly mayTakeDown: (notice: Notice) => boolean
}

/** The municipality's notice board (KL 8:8–13): what is announced now, with the days that count, and what was. */
export const NoticeBoardPage = ({ view, tree, refusals, count, up, next, down, onFirstPage, mayTakeDown }: Props) => {
  const { t, locale } = view
  return (
    <Shell view={view} title={t(words.board)} question={1} room="notices">
      <PageHead title={t(words.board)} lead={t(words.boardLead(count))}>
        <p className="ui">{t(words.boardAbout)}</p>
      </PageHead>
      {refusals.map((refusal) => (
        <Note key={refusal.code} kind="stop">
          <p>{t(refusal.text)}</p>
        </Note>
      ))}
      {up.map((notice) => (
        <Section key={notice.id} id={`notice-${notice.id}`} title={notice.title}>
          <p className="lines">{notice.text}</p>
          <Facts
            facts={[
              { name: t(words.body), value: t(tree.get(notice.nodeId)?.name ?? verbatim('–')) },
              { name: t(words.posted), value: longDay(notice.posted, locale) },
              notice.kind === 'adjustment' && { name: t(words.lastAppeal), value: longDay(addDays(notice.until, -1), locale) },
              notice.keptAt !== null && { name: t(words.kept), value: notice.keptAt },
              { name: t(words.until), value: longDay(notice.until, locale) },
            ]}
          />
          {notice.meetingId && (
            <p className="ui">
              {notice.kind === 'meeting' ? (
                <a href={`/meetings/${notice.meetingId}`}>{t(words.toMeeting)}</a>
              ) : (
                <a href={`/meetings/${notice.meetingId}/minutes`}>{t(words.readText)}</a>
              )}
            </p>
          )}
          {mayTakeDown(notice) && (
            <form method="post" action={`/notices/${notice.id}/remove`}>
              <Csrf view={view} />
              <Button kind="second">{t(words.takeDown)}</Button>
            </form>
          )}
        </Section>
      ))}
      {(next !== null || !onFirstPage) && (
        <Pager locale={locale} count={t(words.counted(up.length))} next={next ? `/notices?after=${next}` : null}>
          {!onFirstPage && <a href="/notices">{t(words.firstPage)}</a>}
        </Pager>
      )}
      {down.length > 0 && (
        <Section id="down" title={t(words.takenDown)}>
          <ul className="prose">
            {down.map((notice) => (
              <li key={notice.id}>
                {notice.meetingId ? (
                  <a href={`/meetings/${notice.meetingId}/minutes`} lang={langOf(view.locale)}>
                    {notice.title}
                  </a>
                ) : (
                  <Written locale={view.locale}>{notice.title}</Written>
                )}
                , {t(words.posted).toLowerCase()} {shortDay(notice.posted, view.today, locale)}
                {notice.removed && `, ${t(words.removedOn(notice.removed))}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Shell>
  )
}
