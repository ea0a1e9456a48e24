import { Checkboxes, Select } from '../../web/components/choices.tsx'
import { DayField, TextArea, TextField } from '../../web/components/inputs.tsx'
import { Details } from '../../web/components/section.tsx'
import { isPaused } from '../act.ts'
import { awayFrom, nameOf, servingProposed, takingPart } from '../attendance/there.ts'
import type { ItemRecord } from '../record/record.ts'
import { pointNumbers, standing } from '../voting/parts.ts'
import { motionName, movers } from '../voting/sentences.ts'
import { fieldOf } from '../field-of.ts'
import { ActForm, peopleChoices } from './act-form.tsx'
import { ItemCorrections } from './correction-forms.tsx'
import type { DeskProps } from './desk-page.tsx'
import { deskWords as words } from './desk-words.ts'
import { WhyAbstainedForms } from './why-abstained-form.tsx'
import { WouldForm } from './would-form.tsx'
import { pageWords } from './words.ts'
import { MotionForms } from './motion-forms.tsx'

type WithItem = DeskProps & { readonly item: ItemRecord }

const people = ({ record }: Pick<DeskProps, 'record'>, ids: readonly string[]) => peopleChoices(record, ids)

/** While the item is debated: motions come and go, and conflicts of interest are told. */
export const DebateForms = (props: WithItem) => {
  const { view, record, item, form } = props
  const { t } = view
  const part = takingPart(record, item).map((p) => p.personId)
  const open = (act: string): boolean => form.refusals.some((r) => r.field?.startsWith(`${act}.`))
  return (
    <>
      <MotionForms {...props} />
      <WhyAbstainedForms {...props} />
      <WouldForm {...props} />
      <Details summary={t(words.conflict)} open={open('conflict')}>
        <ActForm {...props} act="conflict" itemId={item.id} buttons={[{ label: t(words.note) }]}>
          <Select
            form={form}
            name="conflict.personId"
            label={t(words.who)}
            choices={people(
              props,
              part.filter((id) => !awayFrom(item).has(id)),
            )}
          />
          <TextField form={form} name="conflict.ground" label={t(words.ground)} />
        </ActForm>
        {item.conflicts
          .filter((c) => c.outcome === null)
          .map((c) => (
            <ActForm
              key={c.factId}
              {...props}
              act="no_conflict"
              itemId={item.id}
              about={c.factId}
              buttons={[{ label: `${nameOf(record, c.personId)}: ${t(words.noConflict)}` }]}
            />
          ))}
      </Details>
    </>
  )
}

/** Who may be heard in the minutes: those who took part, then others with a seat who are there, who may note and state but not reserve. */
const heardOf = (record: DeskProps['record'], item: ItemRecord): readonly string[] => {
  const part = item.participants.map((p) => p.personId)
  const there = new Set(record.presence.map((p) => p.personId))
  return [...part, ...record.roster.map((s) => s.personId).filter((id) => there.has(id) && !part.includes(id))]
}

/** Until the meeting ends: reservations, notes and statements. */
const RemarkForm = (props: WithItem) => {
  const { view, item, form } = props
  const { t } = view
  const kinds = { reservation: words.reservation, note: words.noteWord, statement: words.statement } as const
  return (
    <Details summary={t(words.remarkHead)} open={form.refusals.some((r) => r.field?.startsWith('remark.'))}>
      <ActForm {...props} act="remark" itemId={item.id} buttons={[{ label: t(words.note) }]}>
        <Select
          form={form}
          name="remark.kind"
          label={t(words.remarkKind)}
          choices={Object.entries(kinds).map(([value, label]) => ({ value, label: t(label) }))}
        />
        <Checkboxes form={form} name="remark.personIds" label={t(words.who)} choices={people(props, heardOf(props.record, item))} />
        {standing(item).length > 0 && (
          <Select
            form={form}
            name="remark.motionId"
            label={t(words.reserveFor)}
            hint={t(words.reserveHint)}
            empty={t(words.reserveForNone)}
            required={false}
            choices={standing(item).map((m) => ({ value: m.id, label: `${t(motionName[m.kind])}, ${movers(props.record, m, t({ sv: 'och', en: 'and' }))}` }))}
          />
        )}
        {pointNumbers(item).length > 1 && (
          <Checkboxes
            form={form}
            name="remark.points"
            label={t(words.reservePoints)}
            hint={t(words.reservePointsHint)}
            required={false}
            choices={pointNumbers(item).map((no) => ({ value: String(no), label: t(words.pointNo(no)) }))}
          />
        )}
        <TextArea form={form} name="remark.text" label={t(words.remarkText)} required={false} />
        <DayField form={form} name="remark.dated" label={t(words.statementDay)} hint={t(words.statementDayHint)} required={false} />
      </ActForm>
    </Details>
  )
}

/** After the gavel: remarks while the meeting goes on, then motivations and corrections. */
export const AfterForms = (props: WithItem) => {
  const { view, record, item, form } = props
  const { t } = view
  return (
    <>
      {record.state === 'open' && <RemarkForm {...props} />}
      <WhyAbstainedForms {...props} />
      <WouldForm {...props} />
      {record.adjusted === null &&
        item.reservations
          .filter((r) => r.motivation === null)
          .map((r) => (
            <Details key={r.factId} summary={`${t(words.motivation)}, ${movers(record, r, t({ sv: 'och', en: 'and' }))}`}>
              <ActForm {...props} act="motivate" itemId={item.id} about={r.factId} buttons={[{ label: t(words.note) }]}>
                <TextArea form={form} name={fieldOf('motivate', 'text', r.factId)} label={t(words.motivation)} hint={t(words.motivationHint)} />
              </ActForm>
            </Details>
          ))}
      <ItemCorrections {...props} />
      {record.adjusted === null && !item.immediate && (
        <p>
          <a href={`/meetings/${record.id}/items/${item.id}/minutes`}>{t(pageWords.adjustAtOnce)}</a>
        </p>
      )}
    </>
  )
}

/** Who comes and goes, who ought to serve, who takes the chair. */
export const AttendanceForms = (props: DeskProps) => {
  const { view, record, item, form } = props
  const { t } = view
  const proposed = servingProposed(record, item?.state === 'open' ? item : null)
  const paused = isPaused(record)
  return (
    <>
      {proposed.length > 0 && (
        <div className="note note--gap">
          <h3>{t(words.shouldServe)}</h3>
          <ul>
            {proposed.map((p) => (
              <li key={p.forId}>{t(words.forWhom(nameOf(record, p.personId), nameOf(record, p.forId)))}</li>
            ))}
          </ul>
          <ActForm {...props} act="substitutes" itemId={item?.id ?? null} buttons={[{ label: t(words.letServe) }]} />
        </div>
      )}
      <Details summary={t(words.comings)} open={form.refusals.some((r) => r.field?.startsWith('comings.'))}>
        <ActForm {...props} act="comings" itemId={item?.id ?? null} buttons={[{ label: t(words.note) }]}>
          <Select
            form={form}
            name="comings.personId"
            label={t(words.who)}
            choices={people(
              props,
              record.roster.map((s) => s.personId),
            )}
          />
          <Select
            form={form}
            name="comings.what"
            label={t(words.what)}
            choices={[
              { value: 'room', label: t(words.arrivesRoom) },
              ...(record.form === 'physical' ? [] : [{ value: 'remote', label: t(words.arrivesRemote) }]),
              { value: 'left', label: t(words.leaves) },
              { value: 'conflict', label: t(words.leavesConflict) },
              ...(record.form === 'physical'
                ? []
                : [
                    { value: 'lost', label: t(words.pictureLost) },
                    { value: 'back', label: t(words.pictureBack) },
                  ]),
              { value: 'presides', label: t(words.presidesNow) },
              { value: 'adjuster', label: t(words.adjuster) },
            ]}
          />
          <TextField form={form} name="comings.why" label={t(words.reason)} required={false} />
        </ActForm>
      </Details>
      <Details summary={t(words.serveOther)} open={form.refusals.some((r) => r.field?.startsWith('serve.'))}>
        <ActForm {...props} act="serve" itemId={item?.id ?? null} buttons={[{ label: t(words.note) }]}>
          <Select
            form={form}
            name="serve.personId"
            label={t(words.who)}
            choices={people(
              props,
              record.roster.filter((s) => s.place === 'substitute').map((s) => s.personId),
            )}
          />
          <Select
            form={form}
            name="serve.forId"
            label={t(words.serveFor)}
            empty={t(words.serveVacant)}
            choices={people(
              props,
              record.roster.filter((s) => s.place === 'member').map((s) => s.personId),
            )}
          />
        </ActForm>
      </Details>
      {!paused && <PauseForm {...props} />}
    </>
  )
}

/** Adjourns the meeting, or takes it up again. */
export const PauseForm = (props: DeskProps) => {
  const { view, record, item } = props
  const paused = isPaused(record)
  const button = paused ? { label: view.t(words.resumeNow), value: 'resumed', key: 'k' } : { label: view.t(words.pauseNow), value: 'paused' }
  return <ActForm {...props} act="pause" itemId={item?.id ?? null} buttons={[button]} first={paused} />
}
