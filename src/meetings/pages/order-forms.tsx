import { Checkboxes, Radios, Select } from '../../web/components/choices.tsx'
import { Law } from '../../web/components/law.tsx'
import { Details } from '../../web/components/section.tsx'
import type { View } from '../../web/view.ts'
import { orderWays } from '../record/fact.ts'
import type { Alternative, ItemRecord, MeetingRecord } from '../record/record.ts'
import { meetingPlan, orderDifferences, type OrderPlan, rulebookPlan } from '../voting/order-plan.ts'
import { approvedOrder, mainAlternatives } from '../voting/procedure.ts'
import { meaningOf } from '../voting/sentences.ts'
import { ActForm, isRefused } from './act-form.tsx'
import type { DeskProps } from './desk-page.tsx'
import { deskWords as words } from './desk-words.ts'

interface Told {
  readonly view: View
  readonly record: MeetingRecord
  readonly item: ItemRecord
}

interface OtherOrderProps extends DeskProps {
  readonly item: ItemRecord
  readonly alternatives: readonly Alternative[]
  /** The clauses that they are about, where those are put one by one. */
  readonly points: readonly number[] | null
  /** For what step the form is drawn. */
  readonly seen: string
}

/** Which clauses of the proposal are put by themselves: all, unless some are left out. */
export const DivideForm = (props: DeskProps & { readonly item: ItemRecord }) => {
  const { view, item, form } = props
  const { t } = view
  const clauses = item.proposal.clauses
  const filled = { ...form, values: { 'one_by_one.points': clauses.map((c) => String(c.no)), ...form.values } }
  return (
    <Details summary={t(words.oneByOne)} open={isRefused(form, 'one_by_one')}>
      <ActForm {...props} act="one_by_one" itemId={item.id} buttons={[{ label: t(words.divide) }]}>
        <Checkboxes
          form={filled}
          name="one_by_one.points"
          label={t(words.putSeparately)}
          hint={t(words.putSeparatelyHint)}
          choices={clauses.map((c) => ({ value: String(c.no), label: `${c.no}. ${c.text}` }))}
        />
      </ActForm>
    </Details>
  )
}

/** What the meeting may decide instead of the order that the system proposes, with the rulebook's course beside. */
export const OtherOrderForm = ({ item, alternatives: main, points, ...props }: OtherOrderProps) => {
  const { view, record, form } = props
  const { t } = view
  const filled = {
    ...form,
    values: { ...Object.fromEntries(main.map((a, i) => [`other_order.${a}`, [String(i + 1)]])), 'other_order.way': ['elimination'], ...form.values },
  }
  return (
    <>
      <Details summary={t(words.rulebookOrder)}>
        <Plan view={view} record={record} item={item} points={points} plan={rulebookPlan(main)} />
      </Details>
      <Details summary={t(words.otherOrder)} open={isRefused(form, 'other_order')}>
        <ActForm {...props} act="other_order" itemId={item.id} buttons={[{ label: t(words.approveOther) }]}>
          {main.map((a) => (
            <Select
              key={a}
              form={filled}
              name={`other_order.${a}`}
              empty={null}
              label={t(words.placeOf(t(meaningOf(record, item, a, points))))}
              choices={main.map((_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
            />
          ))}
          {main.length > 2 && (
            <Radios
              form={filled}
              name="other_order.way"
              label={t(words.orderWay)}
              choices={orderWays.map((way) => ({ value: way, label: t(words.ways[way]) }))}
            />
          )}
        </ActForm>
      </Details>
    </>
  )
}

/** In what the approved order differs from the rulebook's, and how each would go: told to the chair while the item is open. */
export const OrderTold = ({ view, record, item }: Told) => {
  const order = approvedOrder(item)
  const main = mainAlternatives(item)
  const differs = order ? orderDifferences(main, order) : []
  const { t, locale } = view
  if (!order || differs.length === 0) return null
  return (
    <Details summary={t(words.orderDiffers)}>
      <ul className="prose">
        {differs.map((d) => (
          <li key={d}>
            {t(words.differs[d])} <Law law="KL 5:53–56" locale={locale} />
          </li>
        ))}
      </ul>
      <h4>{t(words.meetingOrder)}</h4>
      <Plan view={view} record={record} item={item} plan={meetingPlan(order.alternatives, order.way ?? 'elimination')} />
      <h4>{t(words.rulebookOrder)}</h4>
      <Plan view={view} record={record} item={item} plan={rulebookPlan(main)} />
    </Details>
  )
}

const Plan = ({ view, record, item, plan, points = null }: Told & { readonly plan: OrderPlan; readonly points?: readonly number[] | null }) => {
  const { t } = view
  const one = (a: Alternative): string => t(meaningOf(record, item, a, points))
  const side = (all: readonly Alternative[]): string => (all.length === 1 ? one(all[0] ?? '') : t(words.winnerOf(all.map(one))))
  return (
    <ol className="points">
      {plan.map(({ yes, no }) => (
        <li key={`${yes.join()} ${no.join()}`}>{t(words.against(side(yes), side(no)))}</li>
      ))}
    </ol>
  )
}
