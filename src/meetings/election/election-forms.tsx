import { Checkboxes, Select } from '../../web/components/choices.tsx'
import { NumberField, TextArea, TextField } from '../../web/components/inputs.tsx'
import { Details } from '../../web/components/section.tsx'
import { nameOf, seatOf, takingPart } from '../attendance/there.ts'
import { ActForm } from '../pages/act-form.tsx'
import type { DeskProps } from '../pages/desk-page.tsx'
import type { ItemRecord } from '../record/record.ts'
import { writeLists } from './read-lists.ts'
import { listNames, type Round, roundAtHand } from './round.ts'
import { electionWords as words } from './words.ts'

type ItemProps = DeskProps & { readonly item: ItemRecord }

/** Where a proportional election may still be demanded: of members, and then of their substitutes. */
export const DemandForm = (props: ItemProps) => {
  const { view, record, item, form } = props
  const { t } = view
  const of = item.rounds.length === 0 ? 'members' : 'substitutes'
  if (roundAtHand(item) || item.rounds.some((r) => r.of === of) || (item.rounds.length === 0 && item.votes.some((v) => v.state !== 'void'))) return null
  const part = takingPart(record, item)
  return (
    <Details summary={t(words.demand)} open={form.refusals.some((r) => r.field?.startsWith('demand.'))}>
      <ActForm {...props} act="demand" itemId={item.id} buttons={[{ label: t(words.noteDemand) }]}>
        <p className="hint">{t(words.demandHint(part.length))}</p>
        <Select form={form} name="demand.of" label={t(words.ofWhat)} empty={null} choices={[{ value: of, label: t(words.of(of)) }]} />
        <NumberField form={form} name="demand.seats" label={t(words.seats)} />
        <Checkboxes
          form={form}
          name="demand.personIds"
          label={t(words.demandedBy)}
          choices={part.map(({ personId }) => ({
            value: personId,
            label: `${nameOf(record, personId)} (${seatOf(record, personId)?.party ?? '–'})`,
          }))}
        />
      </ActForm>
    </Details>
  )
}

/** The lists, and then the ballots: entered as counted, or cast from devices. */
export const CountForms = ({ round, ...props }: ItemProps & { readonly round: Round; readonly seen: string }) => {
  const { view, item, form } = props
  const { t } = view
  const names = listNames(round.lists)
  const written = { ...form, values: { 'lists.lists': [writeLists(round.lists)], ...form.values } }
  const empty = round.lists.length === 0
  const listsForm = (
    <ActForm {...props} act="lists" itemId={item.id} buttons={[{ label: t(words.saveLists) }]} first={empty}>
      <TextArea form={written} name="lists.lists" label={t(words.lists)} hint={t(words.listsHint)} rows={5} />
    </ActForm>
  )
  if (empty) return listsForm
  return (
    <>
      {names.length > 1 && <ActForm {...props} act="list_vote" itemId={item.id} buttons={[{ label: t(words.vote), key: 'k' }]} first />}
      <Details summary={t(words.ballots)} open={names.length === 1 || form.refusals.some((r) => r.field?.startsWith('count.'))}>
        <ActForm {...props} act="count" itemId={item.id} buttons={[{ label: t(words.saveBallots) }]}>
          {names.map((name, i) => (
            <NumberField key={name} form={form} name={`count.list${i}`} label={t(words.ballotsOf(name))} required={false} />
          ))}
          <TextArea form={form} name="count.other" label={t(words.otherBallots)} hint={t(words.ballotsHint)} required={false} />
          {(['not_closed', 'form', 'no_label'] as const).map((why) => (
            <NumberField key={why} form={form} name={`count.${why}`} label={t(words.fault[why])} required={false} />
          ))}
          <TextField form={form} name="count.ineligible" label={t(words.ineligible)} hint={t(words.ineligibleHint)} required={false} />
        </ActForm>
      </Details>
      <Details summary={t(words.lists)} open={form.refusals.some((r) => r.field?.startsWith('lists.'))}>
        {listsForm}
      </Details>
    </>
  )
}
