import { type Day, longDay, shortDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { type Hint, hintsFor, type ReviewState } from '../rulebook/access-review.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { Select } from '../web/components/choices.tsx'
import { DataTable, Pager } from '../web/components/data-table.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField, NumberField, TextArea } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { Note, PageHead, Section } from '../web/components/section.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Look, NamedReader, Review } from './review-store.ts'
import { words } from './review-words.ts'
import { Interval, Reviews } from './review-parts.tsx'

interface ReviewProps {
  readonly view: View
  /** The bodies and units that the reader reviews, by slug. */
  readonly bodies: readonly { readonly value: string; readonly label: string }[]
  readonly body: { readonly slug: string; readonly name: Text }
  readonly from: Day
  readonly to: Day
  /** The period's form, the review's and the interval's: only one of them may have been refused. */
  readonly asked: FormState
  readonly form: FormState
  readonly interval: FormState | null
  readonly months: number
  readonly state: ReviewState
  readonly readers: readonly NamedReader[]
  readonly looks: readonly Look[]
  readonly onFirstPage: boolean
  readonly next: string | null
  readonly reviews: readonly Review[]
  readonly nameOf: (nodeId: string) => Text
}

/** Who has read what is secret, what in it to ask about, and the note that somebody has gone through it. */
export const ReviewPage = (props: ReviewProps) => {
  const { view, from, to, months, state, readers, form, asked, interval } = props
  const { t, locale } = view
  const looks = readers.reduce((n, r) => n + r.looks, 0)
  const gap = state.since ? words.gap(longDay(state.since, locale), state.late, months) : words.allReviewed
  return (
    <Shell view={view} title={t(words.title)}>
      <PageHead title={t(words.title)} lead={t(words.lead(looks, readers.filter((r) => r.looks > 0).length, longDay(from, locale), longDay(to, locale)))}>
        {state.late ? <Note kind="gap">{t(gap)}</Note> : <p className="prose">{t(gap)}</p>}
      </PageHead>
      <Problems form={asked} after={null} />
      <Problems form={form} title={() => t(words.problems)} />
      {interval && <Problems form={interval} />}
      <Which {...props} />
      <Section id="readers" title={t(words.readers)} intro={t(words.readersIntro)} kind="wide">
        <Readers {...props} />
      </Section>
      <Section id="looks" title={t(words.list)} intro={t(words.listIntro)} kind="wide">
        <Looks {...props} />
      </Section>
      <Noting {...props} />
      <Section id="earlier" title={t(words.earlier)} kind="wide">
        <Reviews {...props} />
      </Section>
      {interval && <Interval view={view} interval={interval} />}
    </Shell>
  )
}

const Which = ({ view: { t }, bodies, asked }: ReviewProps) => (
  <Section id="which" title={t(words.which)}>
    <form method="get" action="/access-log" className="stack">
      <Select form={asked} name="body" label={t(words.body)} choices={bodies} empty={null} />
      <div className="field-row">
        <DayField form={asked} name="from" label={t(words.from)} hint={null} />
        <DayField form={asked} name="to" label={t(words.to)} hint={null} />
      </div>
      <Acts>
        <Button kind="second">{t(words.show)}</Button>
      </Acts>
    </form>
  </Section>
)

const Hints = ({ view, hints }: { readonly view: View; readonly hints: readonly Hint[] }) =>
  hints.length === 0 ? (
    <span className="q3">–</span>
  ) : (
    <ul className="bare">
      {hints.map(({ kind, n }) => (
        <li key={kind}>{view.t(words.hint[kind](n))}</li>
      ))}
    </ul>
  )

const Readers = ({ view, readers }: ReviewProps) => (
  <DataTable
    locale={view.locale}
    caption={view.t(words.readers)}
    captionHidden
    rows={readers}
    rowKey={(r) => r.personId}
    empty={view.t(words.none)}
    columns={[
      { id: 'person', head: view.t(words.person), rowHead: true, cell: (r) => <a href={`/people/${r.personId}`}>{r.name}</a> },
      { id: 'looks', head: view.t(words.looks), numeric: true, label: `${view.t(words.looks)}:`, cell: (r) => r.looks },
      { id: 'things', head: view.t(words.things), numeric: true, label: `${view.t(words.things)}:`, cell: (r) => r.things },
      { id: 'ask', head: view.t(words.toAsk), label: `${view.t(words.toAsk)}:`, cell: (r) => <Hints view={view} hints={hintsFor(r, readers)} /> },
    ]}
  />
)

const Looks = ({ view, body, from, to, looks, next, onFirstPage, nameOf }: ReviewProps) => (
  <>
    <DataTable
      locale={view.locale}
      caption={view.t(words.list)}
      captionHidden
      rows={looks}
      rowKey={(l) => l.id}
      empty={view.t(words.none)}
      columns={[
        { id: 'when', head: view.t(words.when), nowrap: true, cell: (l) => `${shortDay(l.day, view.today, view.locale)} ${l.time}` },
        { id: 'thing', head: view.t(words.thing), rowHead: true, cell: (l) => <a href={`/thing/${l.thingId}`}>{l.number ?? view.t(words.unnumbered)}</a> },
        { id: 'person', head: view.t(words.person), cell: (l) => l.person },
        { id: 'how', head: view.t(words.how), cell: (l) => view.t(words.hows[l.how]) },
        { id: 'where', head: view.t(words.where), label: `${view.t(words.where)}:`, cell: (l) => view.t(nameOf(l.nodeId)) },
        { id: 'section', head: view.t(words.section), nowrap: true, label: `${view.t(words.section)}:`, cell: (l) => l.section },
      ]}
    />
    {looks.length > 0 && <Takeout view={view} list="access-log" more={{ body: body.slug, from, to }} />}
    {looks.length > 0 && <Pager locale={view.locale} count={view.t(words.shown(looks.length, onFirstPage))} next={next} />}
  </>
)

const Noting = ({ view, form, body, from, to }: ReviewProps) => (
  <Section id="review" title={view.t(words.review)} intro={view.t(words.reviewIntro(body.name, longDay(from, view.locale), longDay(to, view.locale)))}>
    <form method="post" action="/access-log" className="stack">
      <Csrf view={view} />
      <input type="hidden" name="body" value={body.slug} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <TextArea form={form} name="comment" label={view.t(words.comment)} />
      <NumberField form={form} name="remarks" label={view.t(words.remarks)} hint={view.t(words.remarksHint)} />
      <Acts>
        <Button>{view.t(words.review)}</Button>
      </Acts>
    </form>
  </Section>
)
