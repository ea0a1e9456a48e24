import type { Text } from '../../kernel/text.ts'
import type { View } from '../../web/view.ts'
import { cited } from '../../rulebook/citation.ts'
import { presentNow, presidingNow, seatOf, takingPart } from '../attendance/there.ts'
import { awayFrom } from '../attendance/there.ts'
import type { ItemRecord, MeetingRecord, Vote } from '../record/record.ts'
import { wordDiff } from '../debate/word-diff.ts'
import { pageWords as words } from './words.ts'

/** What the vote that is going on is, and how it is taken. */
export const goingWords = ({ secret, way }: Pick<Vote, 'secret' | 'way'>): Text =>
  way === 'slips' ? words.voteSlipsGoing : secret ? words.voteSecretGoing : words.voteGoing

/** The title of an item as the reader may know it. */
export const titleOf = (item: ItemRecord, view: View): string => item.title || view.t(words.secretItem)

const stateOf = (item: ItemRecord): 'done' | 'here' | 'todo' => (item.state === 'waiting' ? 'todo' : item.state === 'open' ? 'here' : 'done')

interface AgendaProps {
  readonly view: View
  readonly record: MeetingRecord
  readonly base: string
  /** The item that the page shows. */
  readonly shown: string | null
}

/** The agenda as a thread: what is dealt with, what is at hand, what waits. */
export const AgendaList = ({ view, record, base, shown }: AgendaProps) => (
  <nav aria-labelledby="agenda-h">
    <h2 id="agenda-h" className="col-h">
      {view.t(words.agenda)}
    </h2>
    <ol className="agenda">
      {record.items.map((item) => (
        <li key={item.id} className={stateOf(item)}>
          <a href={`${base}?item=${item.id}`} aria-current={item.id === shown ? 'page' : undefined}>
            {titleOf(item, view)}
          </a>
          <span className="sub">
            {item.paragraph ? cited(item.paragraph) : item.order}
            {' · '}
            {view.t(item.state === 'open' ? words.atHand : item.outcome ? words.outcome[item.outcome.outcome] : words.kind[item.kind])}
          </span>
        </li>
      ))}
    </ol>
  </nav>
)

/** Who take part and for whom, and who do not. */
export const PresenceLists = ({ view, record, item }: { readonly view: View; readonly record: MeetingRecord; readonly item: ItemRecord | null }) => {
  const part = record.openedAt === null ? [] : item?.closed ? item.participants : takingPart(record, item)
  const here = new Map(presentNow(record).map((p) => [p.personId, p]))
  const away = item ? awayFrom(item) : new Set<string>()
  const others = record.roster.filter((s) => !part.some((p) => p.personId === s.personId) && (s.place === 'member' || here.has(s.personId)))
  const chair = presidingNow(record)
  return (
    <>
      <ul className="seats">
        {part.map((p) => {
          const seat = seatOf(record, p.personId)
          const notes = [
            p.personId === chair ? view.t(words.presides) : seat?.office ? view.t(words.office[seat.office]) : null,
            p.forId === null ? null : p.forId === 'vacant' ? view.t(words.vacantSeat) : view.t(words.servesFor(record.names[p.forId] ?? '')),
            p.mode === 'remote' ? view.t(words.remote) : null,
          ].filter(Boolean)
          return (
            <li key={p.personId}>
              <span className="p">{seat?.party}</span>
              <span>{record.names[p.personId]}</span>
              {notes.length > 0 && <span className="sub">{notes.join(', ')}</span>}
            </li>
          )
        })}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{view.t(words.notServing)}</h3>
          <ul className="seats">
            {others.map((seat) => {
              const p = here.get(seat.personId)
              const why = away.has(seat.personId) ? words.awayConflict : !p ? words.absent : !p.seen ? words.remoteLost : words.substitute
              return (
                <li key={seat.personId}>
                  <span className="p">{seat.party}</span>
                  <span>{seat.name}</span>
                  <span className="sub">{view.t(why)}</span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}

/** A wording as it changes, word by word: what comes is underlined, what goes is struck out, and both are told to those who listen. */
export const Difference = ({ view, before, after }: { readonly view: View; readonly before: string; readonly after: string }) => (
  <>
    {wordDiff(before, after).map((run, i) =>
      run.kind === 'same' ? (
        run.text
      ) : run.kind === 'added' ? (
        <ins className="dif" key={i}>
          <span className="vh">{view.t(words.added)}: </span>
          {run.text}
        </ins>
      ) : (
        <del className="dif" key={i}>
          <span className="vh">{view.t(words.removed)}: </span>
          {run.text}
        </del>
      ),
    )}
  </>
)
