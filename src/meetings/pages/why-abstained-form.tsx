import { Select } from '../../web/components/choices.tsx'
import { TextField } from '../../web/components/inputs.tsx'
import { Details } from '../../web/components/section.tsx'
import { fieldOf } from '../field-of.ts'
import type { ItemRecord } from '../record/record.ts'
import { ActForm, isRefused, peopleChoices } from './act-form.tsx'
import type { DeskProps } from './desk-page.tsx'
import { deskWords as words } from './desk-words.ts'

/** Why somebody abstained, for each open vote of the item in which somebody has, until the meeting ends. */
export const WhyAbstainedForms = (props: DeskProps & { readonly item: ItemRecord }) => {
  const { view, record, item, form } = props
  const { t } = view
  if (record.state !== 'open') return null
  const votes = item.votes.filter((vote) => vote.state !== 'void' && !vote.secret)
  return votes.map((vote, i) => {
    const abstained = vote.ballots.filter((b) => b.choice === 'abstain').map((b) => b.personId)
    if (abstained.length === 0) return null
    return (
      <Details key={vote.id} summary={t(words.whyAbstained(votes.length > 1 ? i + 1 : null))} open={isRefused(form, 'why_abstained', vote.id)}>
        <ActForm {...props} act="why_abstained" itemId={item.id} about={vote.id} buttons={[{ label: t(words.note) }]}>
          <Select form={form} name={fieldOf('why_abstained', 'personId', vote.id)} label={t(words.who)} choices={peopleChoices(record, abstained)} />
          <TextField form={form} name={fieldOf('why_abstained', 'reason', vote.id)} required={false} label={t(words.reason)} hint={t(words.whyAbstainedHint)} />
        </ActForm>
      </Details>
    )
  })
}
