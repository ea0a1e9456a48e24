import { Law } from '../../web/components/law.tsx'
import { DataTable } from '../../web/components/data-table.tsx'
import { Details } from '../../web/components/section.tsx'
import { Hemicycle, type HemicycleSeat } from '../../web/charts/hemicycle.tsx'
import type { View } from '../../web/view.ts'
import { seatOf } from '../attendance/there.ts'
import type { ItemRecord, MeetingRecord, Vote } from '../record/record.ts'
import { namesIn } from '../voting/count-vote.ts'
import { explainVote, outcomeOf } from '../voting/explain-vote.ts'
import { meaningOf, pointsOf } from '../voting/sentences.ts'
import { words as meetingWords } from '../words.ts'
import { pageWords as words } from './words.ts'

/** From left to right as parties are used to sit; others come after. */
const order = ['V', 'S', 'MP', 'FI', 'C', 'L', 'KD', 'M', 'D', 'SD']
const place = (party: string): number => (order.includes(party) ? order.indexOf(party) : order.length)

interface VoteProps {
  readonly view: View
  readonly record: MeetingRecord
  readonly item: ItemRecord
  readonly vote: Vote
}

/** The parties of the seats that nobody voted from, where it is known whose all of them are: of members for whom nobody served. */
const partiesAway = (record: MeetingRecord, item: ItemRecord, vote: Vote, empty: number): readonly string[] => {
  const filled = new Set([...vote.voters, ...item.participants.flatMap((p) => (vote.voters.includes(p.personId) && p.forId ? [p.forId] : []))])
  const away = record.roster.filter((seat) => seat.place === 'member' && !filled.has(seat.personId))
  return away.length === empty ? away.map((seat) => seat.party ?? '–') : []
}

/** Each seat of the body with how it voted; seats that nobody voted from are absent. */
export const seatsOf = (
  record: MeetingRecord,
  item: ItemRecord,
  vote: Vote,
): readonly (HemicycleSeat & { readonly name: string; readonly reason?: string | null })[] => {
  const voted = vote.voters.map((personId) => {
    const ballot = vote.ballots.find((b) => b.personId === personId)
    return {
      party: seatOf(record, personId)?.party ?? '–',
      name: record.names[personId] ?? '',
      choice: ballot?.choice ?? ('absent' as const),
      reason: ballot?.reason ?? null,
    }
  })
  const empty = Math.max(0, record.seats - voted.length)
  const parties = partiesAway(record, item, vote, empty)
  const away = Array.from({ length: empty }, (_, i) => ({ party: parties[i] ?? '', name: '', choice: 'absent' as const }))
  return [...voted, ...away].toSorted(
    (a, b) => Number(a.party === '') - Number(b.party === '') || place(a.party) - place(b.party) || a.party.localeCompare(b.party),
  )
}

/** What a vote came to: the sentence, the picture with its table, and why. */
export const VoteResult = ({ view, record, item, vote }: VoteProps) => {
  const { t } = view
  const number = item.votes.filter((v) => v.state !== 'void').indexOf(vote) + 1
  const outcome = outcomeOf(record, item, vote)
  const id = `vote-${vote.id}`
  if (!vote.result || !outcome) return null
  const points = pointsOf(item, vote)
  const meaning = vote.candidates ? null : t(words.meaning(t(meaningOf(record, item, vote.yes, points)), t(meaningOf(record, item, vote.no, points))))
  return (
    <section className="result" aria-labelledby={id}>
      <p className="kicker" id={id}>
        {t(words.vote(number))}
        {meaning && `. ${meaning}`}
      </p>
      <p className="out">{t(outcome)}</p>
      {vote.secret ? <SecretTally view={view} vote={vote} /> : <OpenTally view={view} record={record} item={item} vote={vote} />}
      <h3>{t(words.why)}</h3>
      <ol className="because">
        {explainVote(record, item, vote).map((b) => (
          <li key={b.text.sv}>
            {t(b.text)} <Law law={b.law} locale={view.locale} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const OpenTally = ({ view, record, item, vote }: VoteProps) => {
  const { t } = view
  const seats = seatsOf(record, item, vote)
  const parties = [...new Set(seats.map((s) => s.party).filter(Boolean))]
  const count = (party: string | null, choice: HemicycleSeat['choice']) =>
    seats.filter((s) => (party === null || s.party === party) && s.choice === choice).length
  const rows = [...parties.map((party) => ({ party, key: party })), { party: null, key: 'sum' }]
  const { yes = 0, no = 0, abstain = 0, absent = 0 } = vote.result ?? {}
  const told = { yes: words.yesCap, no: words.noCap, abstain: words.abstainCap, absent: words.absentCap }
  const choices = ['yes', 'no', 'abstain', 'absent'] as const
  return (
    <>
      <div className="vote">
        <figure className="pic">
          <Hemicycle seats={seats} label={t(words.hemicycle(yes, no, abstain, absent))} middle={`${yes}–${no}`} />
          <ul className="seat-key">
            {choices
              .filter((choice) => count(null, choice) > 0)
              .map((choice) => (
                <li key={choice}>
                  <svg className="hemicycle" viewBox="0 0 20 20" aria-hidden="true">
                    <g className={`seat seat--${choice}`}>
                      <circle cx="10" cy="10" r="8" />
                      {choice === 'abstain' && <path d="M10 2a8 8 0 0 1 0 16z" />}
                    </g>
                  </svg>
                  {t(told[choice])}
                </li>
              ))}
          </ul>
        </figure>
        <DataTable
          locale={view.locale}
          kind="fit"
          caption={t(words.perParty)}
          captionHidden
          rows={rows}
          rowKey={(r) => r.key}
          rowClass={(r) => (r.party === null ? 'sum' : undefined)}
          columns={[
            { id: 'party', head: t(words.party), rowHead: true, cell: (r) => r.party ?? t(words.sum) },
            ...choices
              .filter((choice) => choice === 'yes' || choice === 'no' || count(null, choice) > 0)
              .map((choice) => ({ id: choice, head: t(told[choice]), numeric: true, cell: (r: { readonly party: string | null }) => count(r.party, choice) })),
          ]}
        />
      </div>
      <Details summary={t(words.howVoted)}>
        <DataTable
          locale={view.locale}
          kind="list"
          caption={t(words.howVoted)}
          captionHidden
          rows={seats.filter((s) => s.name)}
          rowKey={(s) => s.name}
          columns={[
            { id: 'name', head: t(words.name), rowHead: true, cell: (s) => s.name },
            { id: 'party', head: t(words.party), label: `${t(words.party)}: `, cell: (s) => s.party },
            {
              id: 'choice',
              head: t(words.ballot),
              cell: (s) => (
                <>
                  {s.choice === 'none' ? '' : t(told[s.choice])}
                  {s.reason && <span className="sub">{s.reason}</span>}
                </>
              ),
            },
          ]}
        />
      </Details>
    </>
  )
}

const SecretTally = ({ view, vote }: { readonly view: View; readonly vote: Vote }) => {
  const { t } = view
  const urn = vote.result?.urn ?? []
  const names = [...(vote.candidates ? namesIn(vote.candidates, urn) : ['yes', 'no']), 'abstain']
  const say = (name: string): string =>
    name === 'abstain' ? t(words.blank) : name === 'yes' && !vote.candidates ? t(words.yesCap) : name === 'no' && !vote.candidates ? t(words.noCap) : name
  return (
    <DataTable
      locale={view.locale}
      kind="fit"
      caption={t(words.votes)}
      captionHidden
      rows={[
        ...names.map((name) => ({ name: say(name), votes: urn.filter((b) => b === name).length })),
        ...(vote.result?.invalid ?? []).map(({ why, count }) => ({ name: t(words.invalidSlip(t(meetingWords.slipFault[why]))), votes: count })),
      ]}
      rowKey={(r) => r.name}
      columns={[
        { id: 'name', head: t(words.candidate), rowHead: true, cell: (r) => r.name },
        { id: 'votes', head: t(words.votes), numeric: true, cell: (r) => r.votes },
      ]}
    />
  )
}
