import { rollCall } from '../../rulebook/voting/roll-call.ts'
import type { Text } from '../../kernel/text.ts'
import { Law } from '../../web/components/law.tsx'
import { Radios } from '../../web/components/choices.tsx'
import { valueOf } from '../../web/components/form-state.ts'
import { TextArea, TextField } from '../../web/components/inputs.tsx'
import { Details } from '../../web/components/section.tsx'
import { awayFrom, presidingNow } from '../attendance/there.ts'
import { composeDecision } from '../debate/compose-decision.ts'
import { choices } from '../record/fact.ts'
import { CountForms, DemandForm } from '../election/election-forms.tsx'
import { electionWords } from '../election/words.ts'
import type { ItemRecord, MeetingRecord, Vote } from '../record/record.ts'
import { countOf } from '../voting/close-vote.ts'
import { countVote } from '../voting/count-vote.ts'
import { lotsOf } from '../voting/draw-lot.ts'
import { votingHinders } from '../voting/may-vote.ts'
import { mayDivide } from '../voting/put-one-by-one.ts'
import { nextStep, openVoteOf, type Step, votableQuestion } from '../voting/procedure.ts'
import { stepKey } from '../voting/step-key.ts'
import { meaningOf, sentenceOf } from '../voting/sentences.ts'
import { findingOf } from '../voting/settles.ts'
import { words as meetingWords } from '../words.ts'
import { ActForm, isRefused } from './act-form.tsx'
import type { View } from '../../web/view.ts'
import type { DeskProps } from './desk-page.tsx'
import { deskWords as words } from './desk-words.ts'
import { Becomes } from './foreseen.tsx'
import { DivideForm, OrderTold, OtherOrderForm } from './order-forms.tsx'
import { ClosedWay, SlipsForm } from './slips-forms.tsx'
import { VoteProgress } from './item-view.tsx'
import { pageWords } from './words.ts'

type StepProps = DeskProps & { readonly item: ItemRecord }

/** What comes next in the item: the chair's sentence as the rules propose it, and the act that follows on it. */
export const StepForm = (props: StepProps) => {
  const { view, record, item } = props
  const { t } = view
  const step = nextStep(item)
  const seen = stepKey(item)
  const votable = votableQuestion(item)
  return (
    <section className="step" id="next" aria-label={t(words.say)} aria-live="polite">
      <blockquote className="say">
        <cite>{t(words.say)}</cite>
        {t(sentenceOf(record, item, step))}
      </blockquote>
      <Act {...props} step={step} seen={seen} />
      {votable && (
        <ActForm {...props} act="request_vote" itemId={item.id} seen={seen} buttons={[{ label: t(words.requestVote), key: 'o' }]}>
          <p className="hint">{t(words.requestVoteHint(findingOf(record, item, votable, votable.found ?? '')))}</p>
        </ActForm>
      )}
      {mayDivide(item) && step.do !== 'postpone' && openVoteOf(item) === null && <DivideForm {...props} />}
      {item.kind === 'election' && item.rounds.length === 0 && !item.votes.some((v) => v.state !== 'void') && <ElectionForm {...props} />}
      {item.kind === 'election' && <DemandForm {...props} />}
      <OrderTold view={view} record={record} item={item} />
    </section>
  )
}

const Act = ({ step, ...props }: StepProps & { readonly step: Step; readonly seen: string }) => {
  const { view, record, item } = props
  const { t } = view
  const [foreseen] = props.foreseen
  const one = (act: string, label: string, hidden: Readonly<Record<string, string>> = {}) => (
    <ActForm {...props} act={act} itemId={item.id} hidden={hidden} buttons={[{ label, key: 'k' }]} first />
  )
  switch (step.do) {
    case 'close_debate':
      return one('close_debate', t(words.closeDebate))
    case 'order':
      return (
        <>
          {one('order', t(words.approveOrder), { alternatives: step.alternatives.join(' ') })}
          <OtherOrderForm {...props} alternatives={step.alternatives} points={step.points} />
        </>
      )
    case 'ask':
      return step.stage === 'main' && step.points === null && step.alternatives.length === 1 ? (
        <>
          {foreseen && <Becomes {...props} foreseen={foreseen} />}
          {one('carry', t(words.carryClose))}
        </>
      ) : (
        <ActForm
          {...props}
          act="ask"
          itemId={item.id}
          buttons={step.alternatives.map((a) => ({ value: a, label: t(words.finds(t(meaningOf(record, item, a, step.points)))) }))}
          first={inReach(step.alternatives)}
        />
      )
    case 'find':
      return (
        <ActForm
          {...props}
          act="find"
          itemId={item.id}
          buttons={step.question.alternatives.map((a) => ({ value: a, label: t(words.finds(t(meaningOf(record, item, a, step.question.points)))) }))}
          first={inReach(step.question.alternatives)}
        />
      )
    case 'open_vote':
      return <OpenVoteForm {...props} />
    case 'close_vote':
      return <GoingVote {...props} vote={step.vote} />
    case 'lot':
      // None of the buttons is filled: what the lot gave is not for the page to suggest.
      return (
        <ActForm
          {...props}
          act="lot"
          itemId={item.id}
          buttons={lotsOf(step.vote).map((name) => ({ value: name, label: t(words.drawLot(lotName(props, step.vote, name))) }))}
        />
      )
    case 'count':
      return <CountForms {...props} round={step.round} />
    case 'election_lot':
      return (
        <ActForm {...props} act="election_lot" itemId={item.id} buttons={step.among.map((name) => ({ value: name, label: t(electionWords.lotGave(name)) }))} />
      )
    case 'postpone':
      return one('close', t(words.gavel))
    case 'decide': {
      const decides = composeDecision(item, step.winner, step.additions).length > 0
      return (
        <>
          {foreseen && <Becomes {...props} foreseen={foreseen} />}
          {one('close', t(decides ? words.gavel : item.kind === 'election' ? words.settleUnelected : words.settle))}
        </>
      )
    }
  }
}

const OpenVoteForm = (props: StepProps & { readonly seen: string }) => {
  const { view, item, form } = props
  const { t } = view
  const chosen = { ...form, values: { 'open_vote.way': ['device'], ...form.values } }
  return (
    <ActForm {...props} act="open_vote" itemId={item.id} buttons={[{ label: t(words.openVote), key: 'k' }]} first>
      {item.kind === 'election' ? (
        <ClosedWay {...props} act="open_vote" />
      ) : (
        <Radios
          form={chosen}
          name="open_vote.way"
          label={t(words.way)}
          choices={[
            { value: 'device', label: t(words.device) },
            { value: 'roll_call', label: t(words.rollCallWay) },
            { value: 'hands', label: t(words.hands) },
          ]}
        />
      )}
    </ActForm>
  )
}

const ElectionForm = (props: StepProps) => {
  const { view, item, form } = props
  return (
    <Details summary={view.t(words.electionVote)} open={isRefused(form, 'open_election')}>
      <ActForm {...props} act="open_election" itemId={item.id} buttons={[{ label: view.t(words.openVote) }]}>
        <TextArea form={form} name="open_election.candidates" label={view.t(words.candidates)} rows={3} />
        <ClosedWay {...props} act="open_election" />
      </ActForm>
    </Details>
  )
}

/** Few answers stay in reach at the bottom of the page; many would cover it. What the chair finds is not for the page to suggest. */
const inReach = (answers: readonly unknown[]): 'even' | false => (answers.length > 3 ? false : 'even')

/** Whom or what a lot fell on, in words: a candidate, or what yes or no stood for. */
const lotName = ({ view, record, item }: StepProps, vote: Vote, drawn: string): string => {
  const side = vote.candidates ? null : drawn === 'yes' ? vote.yes : vote.no
  return side === null ? drawn : view.t(meaningOf(record, item, side))
}

/** Why a voter does not vote now, in a word or two. */
const whyAway = (record: MeetingRecord, item: ItemRecord, id: string): Text => {
  const code = votingHinders(record, item, id)[0]?.code
  return code === 'vote.conflict' ? pageWords.awayConflict : code === 'vote.no_picture' ? pageWords.pictureLost : pageWords.absent
}

/** Who presides, where all others have voted and it is a tie that only that vote can settle (KL 4:25, 5:56); else null. */
const castingVoter = ({ record, item }: StepProps, vote: Vote, waiting: readonly string[]): string | null => {
  const chair = presidingNow(record)
  if (vote.secret || !chair || !vote.voters.includes(chair) || votingHinders(record, item, chair).length > 0) return null
  if (vote.ballots.length === 0 || waiting.some((id) => id !== chair)) return null
  return countVote(countOf(record, item, vote)).outcome === 'tie' ? chair : null
}

/** The vote that settles a tie, in one press: noted, and the vote closed. */
const CastingVote = ({ chairId, ...props }: StepProps & { readonly chairId: string; readonly seen: string }) => {
  const { view, record, item } = props
  const { t } = view
  return (
    <ActForm
      {...props}
      act="casting"
      itemId={item.id}
      hidden={{ personId: chairId }}
      buttons={(['yes', 'no'] as const).map((choice) => ({
        value: choice,
        label: t(words.casts(t(choice === 'yes' ? pageWords.yesCap : pageWords.noCap))),
      }))}
    >
      <p>
        {t(words.castingVote(record.names[chairId] ?? ''))} <Law law="KL 4:25, 5:56" locale={view.locale} />
      </p>
    </ActForm>
  )
}

/** A vote that is going on: how many have voted; by name where the secretary notes it, always as a way out when devices fail. */
const GoingVote = ({ vote, ...props }: StepProps & { readonly vote: Vote; readonly seen: string }) => {
  const { view, record, item } = props
  const { t } = view
  const waits = vote.voters.filter((id) => !vote.cast.includes(id))
  const waiting = waits.filter((id) => votingHinders(record, item, id).length === 0)
  const away = waits.filter((id) => !waiting.includes(id))
  const casts = castingVoter(props, vote, waiting)
  // Of slips nobody knows whose are in the urn: whoever may have left one is named.
  const conflicted = (vote.way === 'slips' ? vote.voters : vote.cast).filter((id) => awayFrom(item).has(id))
  return (
    <>
      <VoteProgress view={view} record={record} item={item} />
      {/* Who has left a slip in the urn is not known. */}
      {vote.way !== 'slips' && waiting.length > 0 && waiting.length <= 15 && (
        <p className="hint">
          {t(pageWords.notVotedYet)}: {waiting.map((id) => record.names[id]).join(', ')}
        </p>
      )}
      {away.length > 0 && (
        <p className="hint">
          {t(words.votersAway)}: {away.map((id) => `${record.names[id]} (${t(whyAway(record, item, id))})`).join(', ')}
        </p>
      )}
      {conflicted.length > 0 && (
        <ul className="warns">
          {conflicted.map((id) => (
            <li key={id}>
              {t((vote.way === 'slips' ? meetingWords.conflictMayHaveVoted : meetingWords.conflictVoted)(record.names[id] ?? ''))}{' '}
              <Law law={record.body.kind === 'council' ? 'KL 5:47' : 'KL 6:30'} locale={view.locale} />
            </li>
          ))}
        </ul>
      )}
      {casts && <CastingVote {...props} chairId={casts} />}
      {vote.way === 'slips' && <SlipsForm {...props} vote={vote} />}
      {(vote.way === 'roll_call' || vote.way === 'hands') && <Ballots {...props} vote={vote} first />}
      {vote.way === 'device' && !casts && <ActForm {...props} act="close_vote" itemId={item.id} buttons={[closing(view, waiting.length)]} first />}
      {vote.way === 'device' && !vote.secret && (
        <Details summary={t(words.noteByName)} open={isRefused(props.form, 'ballots')}>
          <Ballots {...props} vote={vote} />
        </Details>
      )}
      <Details summary={t(words.voidVote)} open={isRefused(props.form, 'void_vote')}>
        <ActForm {...props} act="void_vote" itemId={item.id} buttons={[{ label: t(words.voidVote) }]}>
          <TextField form={props.form} name="void_vote.why" label={t(words.reason)} />
        </ActForm>
      </Details>
    </>
  )
}

/** The gavel key does not end a vote that somebody in the room has yet to answer: a key pressed once too often would. */
const closing = ({ t }: View, waiting: number) => (waiting === 0 ? { label: t(words.closeVote), key: 'k' } : { label: t(words.closeVoteThough(waiting)) })

const Ballots = ({ vote, first = false, ...props }: StepProps & { readonly vote: Vote; readonly seen: string; readonly first?: boolean }) => {
  const { view, record, item, form } = props
  const { t } = view
  const told = { yes: pageWords.yesCap, no: pageWords.noCap, abstain: pageWords.abstainCap } as const
  const voters = vote.voters.filter((id) => !awayFrom(item).has(id))
  const noted = (id: string): string => valueOf(form, `ballots.${id}`) || (vote.ballots.find((b) => b.personId === id)?.choice ?? '')
  return (
    <ActForm
      {...props}
      act="ballots"
      itemId={item.id}
      buttons={[
        { value: 'close', label: t(words.closeVote), key: 'k' },
        { value: 'save', label: t(words.saveBallots) },
      ]}
      first={first}
    >
      <div className="scroll">
        <table className="ballots fit">
          <caption className="vh">{t(words.noteByName)}</caption>
          <tbody>
            {rollCall(voters, presidingNow(record), record.variants).map((id) => (
              <tr key={id}>
                <th scope="row">
                  {record.names[id]} ({record.roster.find((s) => s.personId === id)?.party ?? '–'})
                  {votingHinders(record, item, id).length > 0 && <span className="sub">{t(whyAway(record, item, id))}</span>}
                </th>
                {choices.map((choice) => (
                  <td key={choice}>
                    <label>
                      <input type="radio" name={`ballots.${id}`} value={choice} defaultChecked={noted(id) === choice} />
                      {t(told[choice])}
                      <span className="vh">, {record.names[id]}</span>
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ActForm>
  )
}
