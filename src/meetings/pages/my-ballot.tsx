import { Button } from '../../web/components/button.tsx'
import type { Refusal } from '../../kernel/refusal.ts'
import { Law } from '../../web/components/law.tsx'
import { newForm } from '../../web/components/form-state.ts'
import { TextArea } from '../../web/components/inputs.tsx'
import { Details } from '../../web/components/section.tsx'
import { Csrf } from '../../web/csrf.tsx'
import type { View } from '../../web/view.ts'
import { takingPart } from '../attendance/there.ts'
import { choices } from '../record/fact.ts'
import type { ItemRecord, MeetingRecord, Vote } from '../record/record.ts'
import { votingHinders } from '../voting/may-vote.ts'
import { meaningsOf } from '../voting/sentences.ts'
import { openVoteOf } from '../voting/procedure.ts'
import { pageWords as words } from './words.ts'

interface MyBallotProps {
  readonly view: View
  /** Unmasked as to the reader's own ballot: `own` is read beside the record that everybody sees. */
  readonly record: MeetingRecord
}

const told = { yes: words.yesCap, no: words.noCap, abstain: words.abstainCap } as const

/** The reader's own ballot while a vote goes on: three large buttons, or a closed one; and that it is stored. */
export const MyBallot = ({ view, record }: MyBallotProps) => {
  const item = record.items.find((i) => i.state === 'open')
  const vote = item ? openVoteOf(item) : null
  const me = view.who.personId
  const mine = item && vote && me && vote.voters.includes(me) ? { view, record, item, vote, me } : null
  const [hinder] = mine && !mine.vote.cast.includes(mine.me) ? votingHinders(record, mine.item, mine.me) : []
  return <div id="mine">{hinder ? <Hindered view={view} hinder={hinder} /> : mine && (mine.vote.secret ? <Secret {...mine} /> : <Open {...mine} />)}</div>
}

/** Why the reader does not vote now: no buttons that would only be refused. */
const Hindered = ({ view, hinder }: { readonly view: View; readonly hinder: Refusal }) => (
  <section id="my-ballot" className="step" aria-labelledby="my-ballot-h">
    <h2 id="my-ballot-h">{view.t(words.yourVote)}</h2>
    <p role="status">
      {view.t(hinder.text)} {hinder.law && <Law law={hinder.law} locale={view.locale} />}
    </p>
  </section>
)

interface Mine extends MyBallotProps {
  readonly item: ItemRecord
  readonly vote: Vote
  readonly me: string
}

const Open = ({ view, record, item, vote, me }: Mine) => {
  const { t } = view
  const { yes, no } = meaningsOf(record, item, vote)
  const ballot = vote.ballots.find((b) => b.personId === me)
  const mine = ballot?.choice
  const meaning = { yes: t(yes), no: t(no), abstain: '' }
  return (
    <section id="my-ballot" className="step" aria-labelledby="my-ballot-h">
      <h2 id="my-ballot-h">{t(words.yourVote)}</h2>
      <p>{t(words.meaning(t(yes), t(no)))}</p>
      <form method="post" action={`/meetings/${record.id}/vote`} id={`ballot-${vote.id}`} data-lapses>
        <Csrf view={view} />
        <input type="hidden" name="vote" value={vote.id} />
        <div className="cast">
          {choices.map((choice) => (
            <button
              key={choice}
              type="submit"
              className={choice === 'yes' ? 'btn' : 'btn btn--2'}
              name="choice"
              value={choice}
              aria-pressed={mine === choice}
              aria-label={meaning[choice] ? `${t(told[choice])}, ${meaning[choice]}` : undefined}
            >
              {t(told[choice])}
            </button>
          ))}
        </div>
        {/* Of several lines, since the enter key in a field of one line would press the first button: a vote for yes. */}
        <Details summary={t(words.abstainWhy)} open={Boolean(ballot?.reason)}>
          <TextArea
            form={newForm(view.locale, { reason: ballot?.reason ?? '' })}
            name="reason"
            rows={2}
            required={false}
            label={t(words.reason)}
            hint={t(words.abstainWhyHint)}
          />
        </Details>
      </form>
      <p role="status">
        {mine ? `${t(words.yourVoteStored(t(told[mine])))} ` : ''}
        {t(vote.changeable ? words.mayChange : words.mayNotChange)}
      </p>
    </section>
  )
}

const Secret = ({ view, record, item, vote, me }: Mine) => {
  const { t } = view
  const { yes, no } = meaningsOf(record, item, vote)
  const cast = vote.cast.includes(me)
  const inRoom = takingPart(record, item).every((p) => p.personId !== me || p.mode === 'room')
  const names = vote.candidates ?? ['yes', 'no']
  const say = (name: string): string => (vote.candidates ? name : name === 'yes' ? `${t(words.yesCap)}, ${t(yes)}` : `${t(words.noCap)}, ${t(no)}`)
  return (
    <section id="my-ballot" className="step" aria-labelledby="my-ballot-h">
      <h2 id="my-ballot-h">{t(words.yourVote)}</h2>
      {vote.way === 'slips' ? (
        <p role="status">{t(inRoom ? words.slipYours : words.slipYoursRemote)}</p>
      ) : cast ? (
        <p role="status">{t(words.yourVoteStoredSecret)}</p>
      ) : (
        <form method="post" action={`/meetings/${record.id}/vote`} className="stack" id={`ballot-${vote.id}`} data-lapses>
          <Csrf view={view} />
          <input type="hidden" name="vote" value={vote.id} />
          <fieldset>
            <legend className="vh">{t(words.yourVote)}</legend>
            {names.map((name) => (
              <label className="choice" key={name}>
                <input type="radio" name="choice" value={name} />
                <span>{say(name)}</span>
              </label>
            ))}
            <label className="choice">
              <input type="radio" name="choice" value="abstain" />
              <span>{t(words.blank)}</span>
            </label>
          </fieldset>
          <Button>{t(words.dropBallot)}</Button>
          <p className="hint">{t(words.secretHow)}</p>
        </form>
      )}
    </section>
  )
}
