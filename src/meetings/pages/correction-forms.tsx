import type { ReactNode } from 'react'
import { Checkbox, Checkboxes, Select } from '../../web/components/choices.tsx'
import { type FormState, valueOf } from '../../web/components/form-state.ts'
import { TextArea, TextField } from '../../web/components/inputs.tsx'
import { Details } from '../../web/components/section.tsx'
import { nameOf } from '../attendance/there.ts'
import { clockTime } from '../documents/telling.ts'
import { isListVote } from '../election/round.ts'
import { fieldOf } from '../field-of.ts'
import { correctionWords as words } from '../record/correction-words.ts'
import type { Fact } from '../record/fact.ts'
import { adjustedOn, type ItemRecord } from '../record/record.ts'
import { motionName, movers } from '../voting/sentences.ts'
import { settledIn, withoutVote } from '../voting/would-have-voted.ts'
import { wouldHave } from '../voting/would-have-voted-words.ts'
import { ActForm, isRefused, peopleChoices } from './act-form.tsx'
import type { DeskProps } from './desk-page.tsx'
import { deskWords } from './desk-words.ts'

interface CorrectProps extends DeskProps {
  readonly act: string
  readonly about: string
  readonly name: string
  readonly children: ReactNode
}

/** The form of one correction: what shall stand, why, and what whoever corrects must have read. */
const CorrectForm = ({ act, about, name, children, ...props }: CorrectProps) => {
  const { view, record, item, form } = props
  const { t } = view
  const asked = form.refusals.some((r) => r.field === fieldOf(act, 'stands', about)) || valueOf(form, fieldOf(act, 'stands', about)) !== ''
  return (
    <Details summary={name} open={isRefused(form, act, about)}>
      <ActForm {...props} act={act} itemId={item?.id ?? null} about={about} buttons={[{ label: t(words.save) }]}>
        {children}
        <TextField form={form} name={fieldOf(act, 'why', about)} label={t(deskWords.reason)} />
        {adjustedOn(record, item) !== null && <Checkbox form={form} name={fieldOf(act, 'obvious', about)} label={t(words.obvious)} />}
        {asked && <Checkbox form={form} name={fieldOf(act, 'stands', about)} label={t(words.stands)} />}
      </ActForm>
    </Details>
  )
}

/** The form's value where it has been sent, else what stands. */
const standing = (form: FormState, name: string, value: string | readonly string[]): FormState => ({
  ...form,
  values: { [name]: typeof value === 'string' ? [value] : value, ...form.values },
})

/** Everything of an item that is settled which can be corrected: the decision's wording, how somebody voted, motions, remarks, conflicts, who asked for a vote. */
export const ItemCorrections = (props: DeskProps & { readonly item: ItemRecord }) => {
  const { view, record, item } = props
  const { t } = view
  const and = t({ sv: 'och', en: 'and' })
  const votes = item.votes.filter((v) => v.result && v.state === 'closed' && !isListVote(item, v))
  const requests = record.journal.filter((f) => f.itemId === item.id && f.kind === 'vote_requested' && f.personId)
  return (
    <Details summary={t(words.head)} open={['correct', 'correct_clause', 'correct_ballot'].some((act) => isRefused(props.form, act))}>
      <p className="hint">{t(words.intro)}</p>
      {item.decision?.clauses.map((clause) => (
        <CorrectForm key={clause.id} {...props} act="correct_clause" about={clause.id} name={t(words.clause(clause.no))}>
          <TextArea
            form={standing(props.form, fieldOf('correct_clause', 'text', clause.id), clause.text)}
            name={fieldOf('correct_clause', 'text', clause.id)}
            label={t(words.wording)}
            rows={2}
          />
        </CorrectForm>
      ))}
      {votes.map((vote, i) =>
        vote.secret ? (
          <p key={vote.id} className="hint">
            {t(words.closedVote)}
          </p>
        ) : (
          <CorrectForm key={vote.id} {...props} act="correct_ballot" about={vote.id} name={t(words.voteHead(i + 1))}>
            <Select
              form={props.form}
              name={fieldOf('correct_ballot', 'person', vote.id)}
              label={t(deskWords.who)}
              choices={peopleChoices(record, vote.voters)}
            />
            <Select
              form={props.form}
              name={fieldOf('correct_ballot', 'choice', vote.id)}
              label={t(words.voted)}
              choices={(['yes', 'no', 'abstain', 'absent'] as const).map((value) => ({ value, label: t(words.ballot[value]) }))}
            />
          </CorrectForm>
        ),
      )}
      {item.motions.map((m) => (
        <CorrectSaid key={m.id} {...props} factId={m.id} name={`${t(motionName[m.kind])}, ${movers(record, m, and)}`} personIds={m.personIds} text={m.text} />
      ))}
      {[...item.reservations, ...item.notes, ...item.statements].map((r) => (
        <CorrectSaid key={r.factId} {...props} factId={r.factId} name={movers(record, r, and)} personIds={r.personIds} text={r.text} />
      ))}
      {item.wouldHaveVoted.map((w) => (
        <CorrectWould key={w.factId} {...props} would={w} />
      ))}
      {item.conflicts.map((c) => (
        <CorrectForm key={c.factId} {...props} act="correct" about={c.factId} name={`${t(deskWords.conflict)}, ${nameOf(record, c.personId)}`}>
          <TextField
            form={standing(props.form, fieldOf('correct', 'ground', c.factId), c.ground)}
            name={fieldOf('correct', 'ground', c.factId)}
            label={t(deskWords.ground)}
          />
        </CorrectForm>
      ))}
      {requests.map((f) => (
        <CorrectPerson key={f.id} {...props} fact={f} name={`${t(deskWords.requestVote)}: ${nameOf(record, f.personId ?? '')}`} />
      ))}
    </Details>
  )
}

const CorrectSaid = ({
  factId,
  name,
  personIds,
  text,
  ...props
}: DeskProps & { readonly factId: string; readonly name: string; readonly personIds: readonly string[]; readonly text: string }) => {
  const { view, record, item, form } = props
  const there = [...new Set([...(item?.participants.map((p) => p.personId) ?? []), ...personIds])]
  return (
    <CorrectForm {...props} act="correct" about={factId} name={name}>
      <Checkboxes
        form={standing(form, fieldOf('correct', 'personIds', factId), personIds)}
        name={fieldOf('correct', 'personIds', factId)}
        label={view.t(deskWords.who)}
        choices={peopleChoices(record, there)}
      />
      <TextArea
        form={standing(form, fieldOf('correct', 'text', factId), text)}
        name={fieldOf('correct', 'text', factId)}
        label={view.t(deskWords.remarkText)}
        required={false}
        rows={2}
      />
    </CorrectForm>
  )
}

const CorrectWould = ({ would, ...props }: DeskProps & { readonly item: ItemRecord; readonly would: ItemRecord['wouldHaveVoted'][number] }) => {
  const { view, record, item, form } = props
  const settled = settledIn(record, item).find((one) => one.id === would.aboutId)
  if (!settled) return null
  const [person, alternative] = [fieldOf('correct', 'person', would.factId), fieldOf('correct', 'alternative', would.factId)]
  return (
    <CorrectForm {...props} act="correct" about={would.factId} name={`${view.t(deskWords.wouldHead)}: ${nameOf(record, would.personId)}`}>
      <Select
        form={standing(form, person, would.personId)}
        name={person}
        label={view.t(deskWords.who)}
        choices={peopleChoices(record, withoutVote(record, item, settled))}
      />
      <Select
        form={standing(form, alternative, would.alternative)}
        name={alternative}
        label={view.t(deskWords.wouldFor)}
        choices={[...settled.alternatives, 'abstain'].map((one) => ({ value: one, label: view.t(wouldHave(record, item, settled, one)) }))}
      />
    </CorrectForm>
  )
}

const CorrectPerson = ({ fact, name, ...props }: DeskProps & { readonly fact: Fact; readonly name: string }) => (
  <CorrectForm {...props} act="correct" about={fact.id} name={name}>
    <Select
      form={standing(props.form, fieldOf('correct', 'person', fact.id), fact.personId ?? '')}
      name={fieldOf('correct', 'person', fact.id)}
      label={props.view.t(deskWords.who)}
      choices={peopleChoices(
        props.record,
        props.record.roster.map((s) => s.personId),
      )}
    />
  </CorrectForm>
)

/** Times and adjusters of the meeting itself, noted wrong. */
export const MeetingCorrections = (all: DeskProps) => {
  const props = { ...all, item: null }
  const { view, record } = props
  const { t } = view
  const facts = record.journal.filter((f) => f.kind === 'arrived' || f.kind === 'left' || f.kind === 'paused' || f.kind === 'resumed' || f.kind === 'adjuster')
  if (facts.length === 0) return null
  const name = (f: Fact): string =>
    [f.personId ? nameOf(record, f.personId) : null, t(words.factHead[f.kind as keyof typeof words.factHead]), clockTime(f)].filter(Boolean).join(' ')
  return (
    <Details summary={t(words.timesHead)} open={facts.some((f) => isRefused(props.form, 'correct', f.id))}>
      {facts.map((f) =>
        f.kind === 'adjuster' ? (
          <CorrectPerson key={f.id} {...props} fact={f} name={name(f)} />
        ) : (
          <CorrectForm key={f.id} {...props} act="correct" about={f.id} name={name(f)}>
            {f.personId !== null && (
              <Select
                form={standing(props.form, fieldOf('correct', 'person', f.id), f.personId)}
                name={fieldOf('correct', 'person', f.id)}
                label={t(deskWords.who)}
                choices={peopleChoices(
                  record,
                  record.roster.map((s) => s.personId),
                )}
              />
            )}
            <TextField
              form={standing(props.form, fieldOf('correct', 'time', f.id), clockTime(f).replace('.', ':'))}
              name={fieldOf('correct', 'time', f.id)}
              label={t(words.timeField)}
              hint={t(words.timeHint)}
              width="xs"
            />
          </CorrectForm>
        ),
      )}
    </Details>
  )
}
