import { Radios } from '../../web/components/choices.tsx'
import { NumberField, TextArea } from '../../web/components/inputs.tsx'
import { Details } from '../../web/components/section.tsx'
import { valueOf } from '../../web/components/form-state.ts'
import { takingPart } from '../attendance/there.ts'
import { slipFaults } from '../record/fact.ts'
import type { ItemRecord, Vote } from '../record/record.ts'
import { slipFields, slipNames } from '../voting/slips.ts'
import { words as meetingWords } from '../words.ts'
import { ActForm } from './act-form.tsx'
import type { DeskProps } from './desk-page.tsx'
import { deskWords as words } from './desk-words.ts'
import { pageWords } from './words.ts'

type ItemProps = DeskProps & { readonly item: ItemRecord }

/** How a closed vote is taken: from devices, or on slips; with those who are not in the room, and so can leave none. */
export const ClosedWay = ({ view, record, item, form, act }: ItemProps & { readonly act: string }) => {
  const { t } = view
  const away = takingPart(record, item).flatMap(({ personId, mode }) => (mode === 'remote' ? [record.names[personId] ?? ''] : []))
  return (
    <Radios
      form={{ ...form, values: { [`${act}.way`]: ['device'], ...form.values } }}
      name={`${act}.way`}
      label={t(words.way)}
      choices={[
        { value: 'device', label: t(words.device) },
        { value: 'slips', label: t(words.slips), ...(away.length > 0 ? { hint: t(words.slipsRemote(away)) } : {}) },
      ]}
    />
  )
}

/** What the urn in the room held: how many each name got, those written in, blank and invalid ones. It closes the vote. */
export const SlipsForm = ({ vote, ...props }: ItemProps & { readonly vote: Vote; readonly seen: string }) => {
  const { view, item, form } = props
  const { t } = view
  const sides: Readonly<Record<string, string>> = vote.candidates ? {} : { yes: t(pageWords.yesCap), no: t(pageWords.noCap) }
  // What is not in most urns stands there as none, to be changed; what each name got is for nobody to guess.
  const faults = slipFaults.map((why) => `slips.${slipFields.fault(why)}`)
  const none = Object.fromEntries(['slips.blank', ...faults].map((name) => [name, ['0']]))
  const started = { ...form, values: { ...none, ...form.values } }
  return (
    <ActForm {...props} act="slips" itemId={item.id} buttons={[{ label: t(words.countSlips), key: 'k' }]} first>
      <p className="hint">{t(words.slipsHint)}</p>
      {slipNames(vote).map((name, i) => (
        <NumberField key={name} form={started} name={`slips.${slipFields.of(i)}`} label={t(words.slipsFor(sides[name] ?? name))} />
      ))}
      {vote.candidates && (
        <TextArea form={started} name="slips.written" label={t(words.slipsWritten)} hint={t(words.slipsWrittenHint)} rows={2} required={false} />
      )}
      <NumberField form={started} name="slips.blank" label={t(words.slipsBlank)} />
      <Details summary={t(words.slipsInvalidHead)} open={faults.some((name) => valueOf(started, name) !== '0')}>
        {slipFaults.map((why, i) => (
          <NumberField key={why} form={started} name={faults[i] ?? ''} label={t(words.slipsInvalid(t(meetingWords.slipFault[why])))} />
        ))}
      </Details>
    </ActForm>
  )
}
