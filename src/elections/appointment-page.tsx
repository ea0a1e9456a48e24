import { addDays, longDay } from '../kernel/day.ts'
import type { OrgNode } from '../organisation/tree.ts'
import type { Holding } from '../organisation/post-store.ts'
import { Acts, ButtonLink } from '../web/components/button.tsx'
import { Facts, PageHead } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { ByDecision } from './appointment-store.ts'
import { named } from './vacancy-store.ts'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly held: Holding
  readonly body: Pick<OrgNode, 'slug' | 'name'> | null
  readonly electedBy: ByDecision | null
  readonly endedBy: ByDecision | null
  readonly instead: Holding | null
  readonly successor: Holding | null
  /** Is it a thing, so that the thread leads on from it? */
  readonly hasThread: boolean
}

/** An elected post: who holds it, from when to when, by which decision, after whom, and how it ended. */
export const AppointmentPage = ({ view, held, body, electedBy, endedBy, instead, successor, hasThread }: Props) => {
  const { t, locale } = view
  const last = held.to === null ? null : addDays(held.to, -1)
  return (
    <Shell view={view} title={`${named(held)}: ${t(held.post.title)}`} question={1} room="organisation">
      <PageHead
        kicker={body ? <a href={`/bodies/${body.slug}/people`}>{t(body.name)}</a> : t(words.electedPost)}
        title={`${named(held)}: ${t(held.post.title).toLowerCase()}`}
        lead={t(words.from(held.from, last))}
      />
      <div className="stack">
        <Facts
          facts={[
            { name: t(words.person), value: <a href={`/people/${held.personId}`}>{held.personName}</a> },
            { name: t(words.electedBy), value: electedBy ? <Decision view={view} by={electedBy} /> : t(words.notByDecision) },
            held.list && { name: t(words.list), value: t(words.listVotes(held.list.label, held.list.votes)) },
            instead && { name: t(words.instead), value: <a href={`/appointments/${instead.id}`}>{named(instead)}</a> },
            held.ended && {
              name: t(words.ended),
              value: (
                <>
                  {held.to ? longDay(addDays(held.to, -1), locale) : ''}, {t(words.endedWhy[held.ended.why])}
                  {endedBy && (
                    <>
                      : <Decision view={view} by={endedBy} />
                    </>
                  )}
                </>
              ),
            },
            successor && { name: t(words.succeeded), value: <a href={`/appointments/${successor.id}`}>{named(successor)}</a> },
          ]}
        />
        {hasThread && (
          <Acts>
            <ButtonLink kind="second" href={`/thread/${held.id}`}>
              {t(words.thread)}
            </ButtonLink>
          </Acts>
        )}
      </div>
    </Shell>
  )
}

const Decision = ({ view, by }: { readonly view: View; readonly by: ByDecision }) =>
  by.seen ? (
    <a href={`/decisions/${by.decisionId}#clause-${by.no}`}>
      {by.number} {by.title}
    </a>
  ) : (
    <>{view.t(words.secretDecision)}</>
  )
