import { rollCall } from '../../rulebook/voting/roll-call.ts'
import { Radios } from '../../web/components/choices.tsx'
import { valueOf } from '../../web/components/form-state.ts'
import { TextArea, TextField } from '../../web/components/inputs.tsx'
import { Details } from '../../web/components/section.tsx'
import { presidingNow } from '../attendance/there.ts'
import { composeDecision } from '../debate/compose-decision.ts'
import { choices } from '../record/fact.ts'
import { CountForms, DemandForm } from '../election/election-forms.tsx'
import { electionWords } from '../election/words.ts'
import type { ItemRecord, Vote } from '../record/record.ts'
import { lotsOf } from '../voting/draw-lot.ts'
import { mayDivide } from '../voting/put-one-by-one.ts'
import { nextStep, type Step, votableQuestion } from '../voting/procedure.ts'
import { meaningOf, sentenceOf } from '../voting/sentences.ts'
import { ActForm } from './act-form.tsx'
import type { DeskProps } from './desk-page.tsx'
import { deskWords as words } from './desk-words.ts'
import { Becomes } from './foreseen.tsx'
import { DivideForm, OrderTold, OtherOrderForm } from './order-forms.tsx'
import { VoteProgress } from './item-view.tsx'
import { pageWords } from './words.ts'

type StepProps = DeskProps & { readonly item: ItemRecord }

/** What comes next in the item: the chair's sentence as the rules propose it, and the act that follows on it. */
export const StepForm = (props: StepProps) => {
  const { view, record, item } = props
  const { t } = view
  const step = nextStep(item)
  const votable = votableQuestion(item)
  return (
    <section className="step" id="next" aria-label={t(words.say)} aria-live="polite">
      <blockquote className="say">
        <cite>{t(words.say)}</cite>
        {t(sentenceOf(record, item, step))}
      </blockquote>
      <Act {...props} step={step} />
      {votable && (
        <ActForm {...props} act="request_vote" itemId={item.id} buttons={[{ label: t(words.requestVote), key: 'o' }]}>
          <p className="hint">{t(words.requestVoteHint(meaningOf(record, item, votable.found ?? '', votable.points)))}</p>
        </ActForm>
      )}
      {mayDivide(item) && <DivideForm {...props} />}
      {item.kind === 'election' && item.rounds.length === 0 && !item.votes.some((v) => v.state !== 'void') && <ElectionForm {...props} />}
      {item.kind === 'election' && <DemandForm {...props} />}
      <OrderTold view={view} record={record} item={item} />
    </section>
  )
}

const Act = ({ step, ...props }: StepProps & { readonly step: Step }) => {
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
          first
        />
      )
    case 'find':
      return (
        <ActForm
          {...props}
          act="find"
          itemId={item.id}
          buttons={step.question.alternatives.map((a) => ({ value: a, label: t(words.finds(t(meaningOf(record, item, a, step.question.points)))) }))}
          first
        />
      )
    case 'open_vote':
      return <OpenVoteForm {...props} />
    case 'close_vote':
      return <GoingVote {...props} vote={step.vote} />
    case 'lot':
      return <ActForm {...props} act="lot" itemId={item.id} buttons={lotsOf(step.vote).map((name) => ({ value: name, label: t(words.drawLot(name)) }))} first />
    case 'count':
      return <CountForms {...props} round={step.round} />
    case 'election_lot':
      return (
        <ActForm
          {...props}
          act="election_lot"
          itemId={item.id}
          buttons={step.among.map((name) => ({ value: name, label: t(electionWords.lotGave(name)) }))}
          first
        />
      )
    case 'postpone':
      return one('close', t(words.gavel))
    case 'decide': {
      const decides = composeDecision(item, step.winner, step.additions).length > 0
      return (
        <>
          {foreseen && <Becomes {...props} foreseen={foreseen} />}
          {one('close', t(decides ? words.gavel : words.settle))}
        </>
      )
    }
  }
}

const OpenVoteForm = (props: StepProps) => {
  const { view, item, form } = props
  const { t } = view
  const chosen = { ...form, values: { 'open_vote.way': ['device'], ...form.values } }
  return (
    <ActForm {...props} act="open_vote" itemId={item.id} buttons={[{ label: t(words.openVote), key: 'k' }]} first>
      {item.kind !== 'election' && (
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
    <Details summary={view.t(words.electionVote)}>
      <ActForm {...props} act="open_election" itemId={item.id} buttons={[{ label: view.t(words.openVote) }]}>
        <TextArea form={form} name="open_election.candidates" label={view.t(words.candidates)} rows={3} />
      </ActForm>
    </Details>
  )
}

/** A vote that is going on: how many have voted; by name where the secretary notes it, always as a way out when devices fail. */
const GoingVote = ({ vote, ...props }: StepProps & { readonly vote: Vote }) => {
  const { view, record, item } = props
  const { t } = view
  const waiting = vote.voters.filter((id) => !vote.cast.includes(id))
  return (
    <>
      <VoteProgress view={view} record={record} item={item} />
      {waiting.length > 0 && waiting.length <= 15 && (
        <p className="hint">
          {t(pageWords.notVotedYet)}: {waiting.map((id) => record.names[id]).join(', ')}
        </p>
      )}
      {vote.way === 'device' ? (
        <ActForm {...props} act="close_vote" itemId={item.id} buttons={[{ label: t(words.closeVote), key: 'k' }]} first />
      ) : (
        <Ballots {...props} vote={vote} first />
      )}
      {vote.way === 'device' && !vote.secret && (
        <Details summary={t(words.noteByName)}>
          <Ballots {...props} vote={vote} />
        </Details>
      )}
      <Details summary={t(words.voidVote)}>
        <ActForm {...props} act="void_vote" itemId={item.id} buttons={[{ label: t(words.voidVote) }]}>
          <TextField form={props.form} name="void_vote.why" label={t(words.reason)} />
        </ActForm>
      </Details>
    </>
  )
}

const Ballots = ({ vote, first = false, ...props }: StepProps & { readonly vote: Vote; readonly first?: boolean }) => {
  const { view, record, item, form } = props
  const { t } = view
  const told = { yes: pageWords.yesCap, no: pageWords.noCap, abstain: pageWords.abstainCap } as const
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
            {rollCall(vote.voters, presidingNow(record), record.variants).map((id) => (
              <tr key={id}>
                <th scope="row">
                  {record.names[id]} ({record.roster.find((s) => s.personId === id)?.party ?? '–'})
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
