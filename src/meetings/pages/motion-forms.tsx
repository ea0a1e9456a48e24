import { Checkbox, Checkboxes, Radios, Select } from '../../web/components/choices.tsx'
import { TextArea, TextField } from '../../web/components/inputs.tsx'
import type { Text } from '../../kernel/text.ts'
import { Law } from '../../web/components/law.tsx'
import { Details } from '../../web/components/section.tsx'
import { takingPart } from '../attendance/there.ts'
import { rulingOn } from '../debate/change-motion.ts'
import { motionKinds, rulingGrounds } from '../record/fact.ts'
import type { ItemRecord, Motion } from '../record/record.ts'
import { standing } from '../voting/parts.ts'
import { motionName, movers } from '../voting/sentences.ts'
import { fieldOf } from '../field-of.ts'
import { ActForm, isRefused, peopleChoices } from './act-form.tsx'
import type { DeskProps } from './desk-page.tsx'
import { deskWords as words } from './desk-words.ts'

type WithItem = DeskProps & { readonly item: ItemRecord }

/** Motions as they come and go: a new one, those that stand, those that the chair has refused to put, and those that fell with their mover. */
export const MotionForms = (props: WithItem) => {
  const { view, item, form } = props
  const { t } = view
  const stand = standing(item)
  return (
    <>
      {!item.debateClosed && <NewMotion {...props} />}
      {stand.length > 0 && (
        <Details summary={t(words.changeMotions)} open={stand.some((m) => isRefused(form, 'refuse', m.id) || isRefused(form, 'join', m.id))}>
          {stand.map((m) => (
            <Standing key={m.id} {...props} motion={m} />
          ))}
        </Details>
      )}
      {item.motions
        .filter((m) => !m.withdrawn && m.ruling?.ruling === 'refused')
        .map((m) => (
          <Refused key={m.id} {...props} motion={m} />
        ))}
      {item.motions
        .filter((m) => !m.withdrawn && m.fallen && m.ruling?.ruling !== 'refused')
        .map((m) => (
          <Fallen key={m.id} {...props} motion={m} />
        ))}
    </>
  )
}

const NewMotion = (props: WithItem) => {
  const { view, record, item, form } = props
  const { t } = view
  const part = takingPart(record, item).map((p) => p.personId)
  return (
    <Details summary={t(words.newMotion)} open={isRefused(form, 'motion')}>
      <ActForm {...props} act="motion" itemId={item.id} buttons={[{ label: t(words.saveMotion) }]}>
        <Select form={form} name="motion.kind" label={t(words.motionKind)} choices={motionKinds.map((k) => ({ value: k, label: t(motionName[k]) }))} />
        <Checkboxes form={form} name="motion.personIds" label={t(words.motionBy)} choices={peopleChoices(record, part)} />
        <TextArea form={form} name="motion.clauses" label={t(words.motionClauses)} hint={t(words.motionClausesHint)} required={false} />
        <TextArea form={form} name="motion.text" label={t(words.motionText)} required={false} rows={2} />
        <Checkbox form={form} name="motion.otherwiseApprove" label={t(words.otherwise)} />
      </ActForm>
    </Details>
  )
}

const named = ({ view, record }: WithItem, motion: Motion): string =>
  `${view.t(motionName[motion.kind])}, ${movers(record, motion, view.t({ sv: 'och', en: 'and' }))}`

/** Somebody else stands behind it too: joins one that stands, or upholds one that fell. */
const Join = ({ motion, label, button, ...props }: WithItem & { readonly motion: Motion; readonly label: Text; readonly button: Text }) => {
  const { view, record, item, form } = props
  const { t } = view
  const others = takingPart(record, item)
    .map((p) => p.personId)
    .filter((id) => !motion.personIds.includes(id))
  if (others.length === 0) return null
  return (
    <ActForm {...props} act="join" itemId={item.id} about={motion.id} buttons={[{ label: t(button) }]}>
      <Select form={form} name={fieldOf('join', 'personIds', motion.id)} label={t(label)} choices={peopleChoices(record, others)} />
    </ActForm>
  )
}

/** One that fell with its mover's conflict of interest: it is put if somebody else upholds it (KL 5:47, 6:30). */
const Fallen = ({ motion, ...props }: WithItem & { readonly motion: Motion }) => {
  const { view, record } = props
  const { t, locale } = view
  const who = movers(record, { personIds: motion.conflicted, parties: [] }, t({ sv: 'och', en: 'and' }))
  return (
    <Details summary={`${t(words.fallenMotion)}: ${named(props, motion)}`} open>
      <p>
        {t(words.fallenHint(who))} <Law law={record.body.kind === 'council' ? 'KL 5:47' : 'KL 6:30'} locale={locale} />
      </p>
      <Join {...props} motion={motion} label={words.upholdWho} button={words.uphold} />
    </Details>
  )
}

/** One that stands: joined by others, withdrawn by its mover, or refused by the chair with what the rulebook says of it. */
const Standing = ({ motion, ...props }: WithItem & { readonly motion: Motion }) => {
  const { view, item, form } = props
  const { t, locale } = view
  return (
    <Details summary={named(props, motion)} open={isRefused(form, 'refuse', motion.id) || isRefused(form, 'join', motion.id)}>
      <Join {...props} motion={motion} label={words.joinWho} button={words.join} />
      <ActForm {...props} act="withdraw" itemId={item.id} about={motion.id} buttons={[{ label: t(words.withdraw) }]} />
      <ActForm {...props} act="refuse" itemId={item.id} about={motion.id} buttons={[{ label: t(words.refuseMotion) }]}>
        <Radios
          form={form}
          name={fieldOf('refuse', 'ground', motion.id)}
          label={t(words.ground57)}
          choices={[
            ...rulingGrounds.map((ground) => ({
              value: ground,
              label: t(words.grounds[ground]),
              hint: t(rulingOn(ground).reasons[0]?.text ?? words.ground57),
            })),
            { value: 'other', label: t(words.groundOther), hint: t(words.groundOtherHint) },
          ]}
        />
        <TextField form={form} name={fieldOf('refuse', 'why', motion.id)} label={t(words.reason)} />
        <p className="hint">
          {t(words.refuseHint)} <Law law="KL 5:57" locale={locale} />
        </p>
      </ActForm>
    </Details>
  )
}

/** One that the chair has refused: with its reason, and the body's own decision that it is put where the law gives it that. */
const Refused = ({ motion, ...props }: WithItem & { readonly motion: Motion }) => {
  const { view, item, form } = props
  const { t } = view
  const ground = motion.ruling?.ground ?? 'unlawful'
  const overruling = rulingOn(ground, true)
  return (
    <Details summary={`${t(words.refusedMotion)}: ${named(props, motion)}`} open={isRefused(form, 'overrule', motion.id)}>
      <p>
        {t(words.grounds[ground])}: {motion.ruling?.why}
      </p>
      {overruling.ok ? (
        <ActForm {...props} act="overrule" itemId={item.id} about={motion.id} buttons={[{ label: t(words.overrule) }]}>
          <TextField form={form} name={fieldOf('overrule', 'why', motion.id)} label={t(words.overruleWhy)} />
        </ActForm>
      ) : (
        <p className="hint">{t(overruling.refusals[0]?.text ?? words.refusedMotion)}</p>
      )}
    </Details>
  )
}
