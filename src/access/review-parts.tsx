import { longDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { DataTable } from '../web/components/data-table.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { NumberField } from '../web/components/inputs.tsx'
import { Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import type { View } from '../web/view.ts'
import type { Review } from './review-store.ts'
import { words } from './review-words.ts'

interface ReviewsProps {
  readonly view: View
  readonly reviews: readonly Review[]
  readonly nameOf: (nodeId: string) => Text
}

/** The reviews that have been noted, latest first. */
export const Reviews = ({ view, reviews, nameOf }: ReviewsProps) => (
  <DataTable
    locale={view.locale}
    caption={view.t(words.earlier)}
    captionHidden
    rows={reviews}
    rowKey={(r) => r.id}
    empty={view.t(words.neverReviewed)}
    columns={[
      {
        id: 'period',
        head: view.t(words.period),
        rowHead: true,
        cell: (r) => (
          <>
            <span className="nb">{longDay(r.from, view.locale)}</span> – <span className="nb">{longDay(r.to, view.locale)}</span>
            <span className="sub">{view.t(nameOf(r.nodeId))}</span>
          </>
        ),
      },
      {
        id: 'found',
        head: view.t(words.found),
        cell: (r) => (
          <>
            {r.comment}
            <span className="sub">{view.t(words.foundLine(r.looks, r.remarks))}</span>
          </>
        ),
      },
      {
        id: 'by',
        head: view.t(words.by),
        cell: (r) => (
          <>
            {r.person}
            <span className="sub">{longDay(r.reviewed, view.locale)}</span>
          </>
        ),
      },
    ]}
  />
)

/** How often the looks are to be gone through. */
export const Interval = ({ view, interval }: { readonly view: View; readonly interval: FormState }) => (
  <Section id="interval" title={view.t(words.interval)} intro={view.t(words.intervalIntro)}>
    <form method="post" action="/access-log/interval" className="stack">
      <Csrf view={view} />
      <NumberField form={interval} name="months" label={view.t(words.months)} />
      <Acts>
        <Button kind="second">{view.t(words.save)}</Button>
      </Acts>
    </form>
  </Section>
)
