import { mayDraft } from '../../access/propose.ts'
import { type Amount, formatAmount, formatAmountBare, ore } from '../../kernel/amount.ts'
import { longDay } from '../../kernel/day.ts'
import { periodLabel } from '../../kernel/period.ts'
import type { Text } from '../../kernel/text.ts'
import { leftOf } from '../../rulebook/pot.ts'
import { Acts, ButtonLink } from '../../web/components/button.tsx'
import { type Column, DataTable, Pager } from '../../web/components/data-table.tsx'
import { FilterColumn } from '../../web/components/filter-column.tsx'
import { Empty, Facts, PageHead, Section } from '../../web/components/section.tsx'
import { Status } from '../../web/components/status.tsx'
import { Takeout } from '../../web/components/takeout.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { pageWords } from '../page-words.ts'
import type { CalledOff, Pot } from './pot-store.ts'
import { potWords as words } from './words.ts'

type NameOf = (nodeId: string) => Text

interface PotListProps {
  readonly view: View
  readonly pots: readonly Pot[]
  readonly next: string | null
  readonly onFirstPage: boolean
  /** The body that the list is narrowed to, or null. */
  readonly body: { readonly name: Text; readonly slug: string } | null
  readonly bodies: readonly { readonly name: Text; readonly slug: string }[]
  readonly nameOf: NameOf
}

/** Where a pot stands: running with something left, used up, or over. */
const Standing = ({ view, pot }: { readonly view: View; readonly pot: Pot }) => {
  const told = !pot.hidden
  if (view.today > pot.to) return <Status mark="none">{view.t(words.over(pot.to))}</Status>
  if (told && leftOf(pot) === 0) return <Status mark="done">{view.t(words.usedUp)}</Status>
  return <Status mark={told && pot.calledOff > 0 ? 'half' : 'open'}>{view.t(words.until(pot.to))}</Status>
}

const columns = ({ view, nameOf }: PotListProps): readonly Column<Pot>[] => {
  const { t, locale } = view
  const sum = (pot: Pot, of: Amount): string => (pot.hidden ? t(words.notTold) : formatAmountBare(of, 'tkr', locale))
  return [
    {
      id: 'pot',
      head: t(words.pot),
      rowHead: true,
      cell: (pot) => (
        <>
          <a href={`/pots/${pot.id}`}>{pot.purpose}</a>
          <span className="sub">
            {pot.number}, {periodLabel(pot.period, locale)}, {t(nameOf(pot.bodyId))}
          </span>
        </>
      ),
    },
    { id: 'amount', head: t(words.amount), label: `${t(words.amount)}: `, numeric: true, cell: (pot) => formatAmountBare(pot.amount, 'tkr', locale) },
    { id: 'called', head: t(words.calledOff), label: `${t(words.calledOff)}: `, numeric: true, cell: (pot) => sum(pot, pot.calledOff) },
    { id: 'left', head: t(words.left), label: `${t(words.left)}: `, numeric: true, cell: (pot) => sum(pot, leftOf(pot)) },
    { id: 'state', head: t(pageWords.where), cell: (pot) => <Standing view={view} pot={pot} /> },
  ]
}

/** Central pots, newest first, with what is left of each. */
export const PotListPage = (props: PotListProps) => {
  const { view, pots, next, onFirstPage, body, bodies } = props
  const { t } = view
  const query = body ? `body=${body.slug}` : ''
  const here = query === '' ? '/pots' : `/pots?${query}`
  return (
    <Shell view={view} title={t(words.pots)} question={1} room="decisions">
      <PageHead
        kicker={body && <a href={`/bodies/${body.slug}/people`}>{t(body.name)}</a>}
        title={t(body ? words.of(t(body.name)) : words.pots)}
        lead={t(words.lead)}
      />
      <section className="sec" aria-label={t(words.pots)}>
        <FilterColumn
          locale={view.locale}
          action="/pots"
          filters={[
            {
              kind: 'select',
              name: 'body',
              label: t(words.concern),
              options: bodies.map((b) => ({ value: b.slug, label: t(b.name), chosen: b.slug === body?.slug })),
            },
          ]}
        />
        <div className="stack">
          <DataTable locale={view.locale} caption={t(words.caption)} columns={columns(props)} rows={pots} rowKey={(pot) => pot.id} empty={t(words.none)} />
          {(next !== null || !onFirstPage) && (
            <Pager
              locale={view.locale}
              count={t({ sv: `${pots.length} på sidan`, en: `${pots.length} on this page` })}
              next={next ? `/pots?${[query, `after=${encodeURIComponent(next)}`].filter(Boolean).join('&')}` : null}
            >
              {!onFirstPage && <a href={here}>{t(pageWords.firstPage)}</a>}
            </Pager>
          )}
          <Takeout view={view} list="pots" />
        </div>
      </section>
    </Shell>
  )
}

interface PotPageProps {
  readonly view: View
  readonly pot: Pot
  readonly callOffs: readonly CalledOff[]
  readonly nameOf: NameOf
}

/** One pot: what was set aside and by whom, what has been called off by which decisions, and what is left. */
export const PotPage = ({ view, pot, callOffs, nameOf }: PotPageProps) => {
  const told = !pot.hidden
  const { t, locale } = view
  const sum = (of: Amount): string => formatAmount(of, 'tkr', locale)
  const callers =
    pot.callers.length === 0
      ? t(words.anybody)
      : pot.callers
          .map((id) => t(nameOf(id)))
          .toSorted((a, b) => a.localeCompare(b, locale))
          .join(', ')
  const after = callOffs.map((_, i) => ore(pot.amount - callOffs.slice(0, i + 1).reduce((all, one) => all + one.amount, 0)))
  return (
    <Shell view={view} title={`${t(words.pot)} ${pot.number}`} question={1} room="decisions">
      <PageHead
        kicker={<a href="/pots">{t(words.pots)}</a>}
        title={pot.purpose}
        lead={told ? t(words.sentence(sum(leftOf(pot)), sum(pot.amount), pot.to, view.today > pot.to)) : t(words.hidden)}
      >
        <Acts>
          {mayDraft(view.who, view.today) && view.today <= pot.to && (
            <ButtonLink href={`/decisions/new?clause=call_off&of=${pot.id}`}>{t(words.propose)}</ButtonLink>
          )}
          <a href={`/thread/${pot.id}`}>{t(words.thread)}</a>
        </Acts>
      </PageHead>
      <Section id="pot" title={t(words.pot)}>
        <Facts
          facts={[
            { name: t(words.number), value: pot.number },
            { name: t(words.decidedBy), value: <a href={`/decisions/${pot.decision.id}`}>{pot.decision.number}</a> },
            { name: t(words.period), value: periodLabel(pot.period, locale) },
            { name: t(words.holder), value: t(nameOf(pot.nodeId)) },
            { name: t(words.callers), value: callers },
            { name: t(words.amount), value: sum(pot.amount) },
            ...(told
              ? [
                  { name: t(words.calledOff), value: sum(pot.calledOff) },
                  { name: t(words.left), value: sum(leftOf(pot)) },
                ]
              : []),
            { name: t(words.from), value: longDay(pot.from, locale) },
            { name: t(words.to), value: longDay(pot.to, locale) },
            ...(pot.financing ? [{ name: t(words.financing), value: pot.financing }] : []),
          ]}
        />
      </Section>
      <Section id="call-offs" title={t(words.callOffs)}>
        {callOffs.length === 0 ? (
          <Empty>{t(words.noCallOffs)}</Empty>
        ) : (
          <DataTable
            locale={locale}
            caption={t(words.callOffsCaption)}
            rows={callOffs.map((one, i) => ({ ...one, after: after[i] ?? ore(0) }))}
            rowKey={(one) => one.id}
            columns={[
              {
                id: 'receiver',
                head: t(words.receiver),
                rowHead: true,
                cell: (one) => (
                  <>
                    {t(nameOf(one.nodeId))}
                    <span className="sub">
                      {one.number}, {one.purpose}
                    </span>
                  </>
                ),
              },
              {
                id: 'decision',
                head: t(words.decidedBy),
                label: `${t(words.decidedBy)}: `,
                cell: (one) => <a href={`/decisions/${one.decision.id}`}>{one.decision.number}</a>,
              },
              {
                id: 'amount',
                head: t(words.calledOff),
                label: `${t(words.calledOff)}: `,
                numeric: true,
                cell: (one) => formatAmountBare(one.amount, 'tkr', locale),
              },
              ...(told
                ? [
                    {
                      id: 'left',
                      head: t(words.leftAfter),
                      label: `${t(words.leftAfter)}: `,
                      numeric: true,
                      cell: (one: CalledOff & { readonly after: Amount }) => formatAmountBare(one.after, 'tkr', locale),
                    },
                  ]
                : []),
            ]}
          />
        )}
        <Takeout view={view} list="pots/call-offs" more={{ pot: pot.id }} />
      </Section>
    </Shell>
  )
}
