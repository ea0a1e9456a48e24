import { Select } from '../../web/components/choices.tsx'
import { Details } from '../../web/components/section.tsx'
import type { ItemRecord } from '../record/record.ts'
import { settledIn, withoutVote } from '../voting/would-have-voted.ts'
import { wouldHave } from '../voting/would-have-voted-words.ts'
import { ActForm, isRefused, peopleChoices } from './act-form.tsx'
import type { DeskProps } from './desk-page.tsx'
import { deskWords as words } from './desk-words.ts'

/** How somebody without vote would have voted in what the item has settled openly; nothing where nobody such was there, or the rules of procedure say no. */
export const WouldForm = (props: DeskProps & { readonly item: ItemRecord }) => {
  const { view, record, item, form } = props
  const { t } = view
  const settled = settledIn(record, item).filter((one) => !one.closedBallot)
  const people = [...new Set(settled.flatMap((one) => withoutVote(record, item, one)))]
  if (record.state !== 'open' || people.length === 0 || !record.variants.wouldHaveVotedNoted) return null
  return (
    <Details summary={t(words.wouldHead)} open={isRefused(form, 'would')}>
      <ActForm {...props} act="would" itemId={item.id} buttons={[{ label: t(words.note) }]}>
        <p className="hint">{t(words.wouldHint)}</p>
        <Select form={form} name="would.personId" label={t(words.who)} choices={peopleChoices(record, people)} />
        <Select
          form={form}
          name="would.for"
          label={t(words.wouldFor)}
          choices={settled.flatMap((one) =>
            [...one.alternatives, 'abstain'].map((alternative) => ({
              value: `${one.id} ${alternative}`,
              label: t(wouldHave(record, item, one, alternative)),
            })),
          )}
        />
      </ActForm>
    </Details>
  )
}
