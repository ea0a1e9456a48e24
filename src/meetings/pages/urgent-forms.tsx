import { Checkbox, Select } from '../../web/components/choices.tsx'
import { TextArea, TextField } from '../../web/components/inputs.tsx'
import { Law } from '../../web/components/law.tsx'
import { Details } from '../../web/components/section.tsx'
import { asksToBeAdmitted } from '../agenda/admit-urgent.ts'
import { ruledAs } from '../attendance/there.ts'
import { lacksPreparation } from '../preparation/item-preparation.ts'
import { itemKinds, type ItemRecord } from '../record/record.ts'
import { ActForm, isRefused } from './act-form.tsx'
import type { DeskProps } from './desk-page.tsx'
import { deskWords as words } from './desk-words.ts'
import { pageWords } from './words.ts'

/** An item that nobody was told of: put on the agenda while the meeting goes on, and taken up only by its decision. */
export const NewItemForm = (props: DeskProps) => {
  const { view, record, form } = props
  const { t, locale } = view
  const council = ruledAs(record) === 'council'
  return (
    <Details summary={t(words.newItem)} open={isRefused(form, 'new_item')}>
      <ActForm {...props} act="new_item" itemId={null} buttons={[{ label: t(words.addItem) }]}>
        <p className="hint">
          {t(council ? words.newItemCouncil : words.newItemBoard)} {council && <Law law="KL 5:52" locale={locale} />}
        </p>
        <TextField form={form} name="new_item.title" label={t(words.itemTitle)} />
        <TextField form={form} name="new_item.case" label={t(words.itemCase)} hint={t(words.itemCaseHint)} required={false} width="m" />
        <Select
          form={{ ...form, values: { 'new_item.kind': ['urgent'], ...form.values } }}
          name="new_item.kind"
          empty={null}
          label={t(words.itemKind)}
          choices={itemKinds.map((kind) => ({ value: kind, label: t(pageWords.kind[kind]) }))}
        />
        <TextField form={form} name="new_item.from" label={t(words.itemFrom)} required={false} />
        <TextArea form={form} name="new_item.clauses" label={t(words.itemClauses)} required={false} />
        {council && <Checkbox form={form} name="new_item.prepared" label={t(words.itemPrepared)} hint={t(words.itemPreparedHint)} />}
      </ActForm>
    </Details>
  )
}

/** What the meeting decides before an item that was not announced, or in the council not prepared, is taken up. */
export const AdmitForm = ({ item, ...props }: DeskProps & { readonly item: ItemRecord }) => {
  const { view, record, form } = props
  const { t, locale } = view
  if (!asksToBeAdmitted(record, item) || item.urgent) return null
  const council = ruledAs(record) === 'council'
  return (
    <ActForm
      {...props}
      act="admit"
      itemId={item.id}
      buttons={[
        { value: 'yes', label: t(council ? words.admit : words.admitBoard) },
        { value: 'no', label: t(council ? words.notAdmit : words.notAdmitBoard) },
      ]}
    >
      <p>
        {t(item.announced ? words.admitUnprepared : council ? words.admitCouncil : words.admitOther)}{' '}
        {council && <Law law={item.announced ? 'KL 5:33' : 'KL 5:52'} locale={locale} />}
      </p>
      {!item.announced && lacksPreparation(record, item) && (
        <p>
          {t(words.admitUnprepared)} <Law law="KL 5:33" locale={locale} />
        </p>
      )}
      <TextField form={form} name="admit.why" label={t(words.urgentWhy)} required={council} />
    </ActForm>
  )
}
