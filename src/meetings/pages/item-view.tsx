import { longDay } from '../../kernel/day.ts'
import type { ReactNode } from 'react'
import { DataTable } from '../../web/components/data-table.tsx'
import { Status } from '../../web/components/status.tsx'
import type { View } from '../../web/view.ts'
import type { ItemRecord, MeetingRecord, Motion, Remark } from '../record/record.ts'
import { putAs } from '../debate/stands-after-conflict.ts'
import { ListedMatter } from './listed-matter.tsx'
import { RoundResult } from '../election/round-result.tsx'
import { isListVote } from '../election/round.ts'
import { wouldHaveVotedLines } from '../voting/would-have-voted-words.ts'
import { openVoteOf } from '../voting/procedure.ts'
import { partsOf, samePoints } from '../voting/parts.ts'
import { meaningOf, meaningsOf, motionName, movers, pointsNamed } from '../voting/sentences.ts'
import { Difference, goingWords, titleOf } from './parts.tsx'
import { VoteResult } from './vote-result.tsx'
import { pageWords as words } from './words.ts'

interface ItemProps {
  readonly view: View
  readonly record: MeetingRecord
  readonly item: ItemRecord
}

/** The head of an item: its case, its title. */
export const ItemHead = ({ view, item }: Pick<ItemProps, 'view' | 'item'>) => (
  <header>
    <p className="kicker">
      {item.paragraph && `§\u00a0${item.paragraph} · `}
      {view.t(words.kind[item.kind])}
      {item.case && (
        <>
          {' · '}
          <a href={`/cases/${item.case.id}`}>{item.case.number}</a>
        </>
      )}
    </p>
    <h2>{titleOf(item, view)}</h2>
    {item.secrecy && !item.title && <p>{view.t(words.closedItem)}</p>}
  </header>
)

/** What is proposed, or what was decided. */
export const ItemBody = ({ view, record, item }: ItemProps) => {
  const { t } = view
  return (
    <>
      {item.decision ? (
        <section aria-labelledby="decided-h">
          <h3 id="decided-h">{t(words.decided)}</h3>
          {item.decision.text && <p>{item.decision.text}</p>}
          <ol className="points">
            {item.decision.clauses.map((c) => (
              <li key={c.id}>{c.text}</li>
            ))}
          </ol>
          <p>
            <a href={`/decisions/${item.decision.id}`}>{t(words.decisionLink)}</a>
          </p>
        </section>
      ) : (
        item.proposal.clauses.length > 0 && (
          <section aria-labelledby="proposal-h">
            <h3 id="proposal-h">{t(words.proposal(item.proposal.from))}</h3>
            {item.proposal.text && <p>{item.proposal.text}</p>}
            <ol className="points">
              {item.proposal.clauses.map((c) => (
                <li key={c.no}>{c.text}</li>
              ))}
            </ol>
          </section>
        )
      )}
      {item.immediate && (
        <p>
          <a href={`/meetings/${record.id}/items/${item.id}/minutes`}>{t(words.atOnce(item.immediate.adjusted))}</a>
        </p>
      )}
      {item.listed.length > 0 && (
        <ol className="points">
          {item.listed.map((l, i) => (
            <li key={i}>
              <ListedMatter view={view} listed={l} />
            </li>
          ))}
        </ol>
      )}
      {item.motions.length > 0 && <Motions view={view} record={record} item={item} />}
      {item.rounds.map((round) => (
        <RoundResult key={round.id} view={view} record={record} item={item} round={round} />
      ))}
      {item.votes
        .filter((v) => v.result && !isListVote(item, v))
        .map((vote) => (
          <VoteResult key={vote.id} view={view} record={record} item={item} vote={vote} />
        ))}
    </>
  )
}

type Outcome = { readonly mark: 'done' | 'half' | 'open' | 'none'; readonly words: (typeof words)['carried' | 'lost' | 'pending' | 'carriedPartly'] }

/** How it went for a motion in one set of questions: of the whole, or of the clauses of a part. */
const wonIn = (item: ItemRecord, target: string, questions: ItemRecord['questions']): 'carried' | 'lost' | 'pending' => {
  const vote = item.votes.findLast((v) => v.result && questions.some((q) => q.id === v.questionId) && (v.yes === target || v.no === target))
  const postponing = vote?.yes === 'today' ? vote.no : vote?.yes
  const won = vote?.result ? (vote.result.outcome === 'yes' ? vote.yes : vote.result.outcome === 'no' ? vote.no : postponing) : null
  const question = questions.findLast((q) => q.alternatives.includes(target) && q.found !== null)
  const outcome = won ?? (question && !question.voteRequested ? question.found : null)
  return outcome === null ? 'pending' : outcome === target ? 'carried' : 'lost'
}

const outcomeOf = (item: ItemRecord, motion: Motion): Outcome => {
  const target = putAs(motion)
  const parts = partsOf(item)?.filter((part) => part.alternatives.includes(target))
  const ways = parts?.length
    ? parts.map((part) =>
        wonIn(
          item,
          target,
          item.questions.filter((q) => samePoints(q.points, part.points) && q.alternatives.some((a) => part.alternatives.includes(a))),
        ),
      )
    : [wonIn(item, target, item.questions)]
  if (ways.includes('pending')) return { mark: 'open', words: words.pending }
  if (ways.every((way) => way === 'lost')) return { mark: 'none', words: words.lost }
  return ways.includes('lost') ? { mark: 'half', words: words.carriedPartly } : { mark: 'done', words: words.carried }
}

/** The motions that stand, what each would change, and how it went. */
const Motions = ({ view, record, item }: ItemProps) => {
  const { t } = view
  const and = t({ sv: 'och', en: 'and' })
  return (
    <DataTable
      locale={view.locale}
      kind="list"
      caption={t(words.motions)}
      rows={item.motions}
      rowKey={(m) => m.id}
      columns={[
        {
          id: 'motion',
          head: t(words.motion),
          rowHead: true,
          cell: (m) => (
            <>
              {t(motionName[m.kind])}
              <MotionText view={view} item={item} motion={m} />
            </>
          ),
        },
        { id: 'by', head: t(words.mover), label: `${t(words.mover)}: `, cell: (m) => movers(record, m, and) },
        {
          id: 'outcome',
          head: t(words.standing),
          cell: (m) => {
            if (m.withdrawn) return <Status mark="none">{t(words.withdrawn)}</Status>
            if (m.ruling?.ruling === 'refused') return <Status mark="stop">{t(words.refusedByChair)}</Status>
            if (m.fallen) return <Status mark="none">{t(words.fallen)}</Status>
            const { mark, words: told } = outcomeOf(item, m)
            return <Status mark={mark}>{t(told)}</Status>
          },
        },
      ]}
    />
  )
}

const MotionText = ({ view, item, motion }: { readonly view: View; readonly item: ItemRecord; readonly motion: Motion }) => (
  <>
    {motion.text && <span className="sub">{motion.text}</span>}
    {motion.clauses.map((clause) => {
      const before = motion.kind === 'amend' && motion.otherwiseApprove ? item.proposal.clauses.find((c) => c.no === clause.no) : undefined
      if (before && clause.kind === 'strike')
        return (
          <span className="sub" key={`${clause.no} ${clause.text}`}>
            {view.t(words.clauseStruck(clause.no))}: <Difference view={view} before={before.text} after="" />
          </span>
        )
      return (
        <span className="sub" key={`${clause.no} ${clause.text}`}>
          {before ? `${view.t(words.clauseChanged(clause.no))}: ` : motion.kind === 'amend' && motion.otherwiseApprove ? `${view.t(words.clauseNew)}: ` : ''}
          {before ? <Difference view={view} before={before.text} after={clause.text} /> : clause.text}
        </span>
      )
    })}
    {motion.otherwiseApprove && motion.kind === 'amend' && <span className="sub">{view.t(words.otherwise)}</span>}
  </>
)

/** What is said to the minutes after the decision. */
export const ItemRemarks = ({ view, record, item }: ItemProps) => (
  <>
    <Remarks view={view} record={record} item={item} title={view.t(words.reservations)} remarks={item.reservations} id="reservations" />
    <Remarks view={view} record={record} item={item} title={view.t(words.notes)} remarks={item.notes} id="notes" />
    <Remarks view={view} record={record} item={item} title={view.t(words.statements)} remarks={item.statements} id="statements" />
    {item.wouldHaveVoted.length > 0 && (
      <section aria-labelledby="would-h">
        <h3 id="would-h">{view.t(words.wouldHaveVoted)}</h3>
        <ul>
          {wouldHaveVotedLines(record, item).map((line) => (
            <li key={line.sv}>{view.t(line)}</li>
          ))}
        </ul>
      </section>
    )}
  </>
)

const Remarks = ({
  view,
  record,
  item,
  title,
  remarks,
  id,
}: {
  readonly view: View
  readonly record: MeetingRecord
  readonly item: ItemRecord
  readonly title: string
  readonly remarks: readonly Remark[]
  readonly id: string
}): ReactNode =>
  remarks.length === 0 ? null : (
    <section aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`}>{title}</h3>
      <ul>
        {remarks.map((r) => (
          <li key={r.factId}>
            {movers(record, r, view.t({ sv: 'och', en: 'and' }))}
            {r.motionId && ` ${view.t(words.inFavourOf(view.t(meaningOf(record, item, r.motionId))))}`}
            {r.points.length > 0 && ` (${view.t(pointsNamed(r.points))})`}
            {r.dated && `, ${longDay(r.dated, view.locale)}`}
            {r.text && <span className="sub">{r.text}</span>}
            {r.motivation && <span className="sub">{r.motivation}</span>}
          </li>
        ))}
      </ul>
    </section>
  )

/** How far a vote that is going on has come: how many have voted, never how. */
export const VoteProgress = ({ view, record, item }: ItemProps) => {
  const vote = openVoteOf(item)
  const { t } = view
  if (!vote) return null
  const meaning = meaningsOf(record, item, vote)
  return (
    <section className="result" aria-labelledby="going-h">
      <h3 id="going-h">{t(goingWords(vote))}</h3>
      {!vote.candidates && <p>{t(words.meaning(t(meaning.yes), t(meaning.no)))}</p>}
      {vote.way === 'slips' ? (
        <p>{t(words.slipsSoFar(vote.voters.length))}</p>
      ) : (
        <>
          <p className="out">{t(words.castSoFar(vote.cast.length, vote.voters.length))}</p>
          <progress max={vote.voters.length} value={vote.cast.length} aria-label={t(words.castSoFar(vote.cast.length, vote.voters.length))} />
        </>
      )}
    </section>
  )
}
