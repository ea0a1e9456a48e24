import { type Amount, formatAmount } from '../kernel/amount.ts'
import { type Text, verbatim } from '../kernel/text.ts'
import type { OrgNode, Tree } from '../organisation/tree.ts'
import { decisionType } from '../registers/definitions/decision-type.ts'
import { metaOf } from '../registers/field.ts'
import { limitHinders } from '../rulebook/mandate.ts'
import { Law } from '../web/components/law.tsx'
import { type Column, DataTable, Pager } from '../web/components/data-table.tsx'
import { Chosen, FilterColumn } from '../web/components/filter-column.tsx'
import { Note, PageHead, Section } from '../web/components/section.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Beside, Delegate, Point } from './scheme-store.ts'
import { words } from './words.ts'

export interface Asked {
  readonly search: string
  readonly body: OrgNode | null
  readonly amount: Amount | null
  readonly typed: { readonly amount: string; readonly day: string }
  readonly problems: readonly Text[]
}

interface Props {
  readonly view: View
  readonly tree: Tree
  readonly bodies: readonly OrgNode[]
  readonly asked: Asked
  readonly points: readonly Point[]
  readonly beside: readonly Beside[]
  readonly next: string | null
  readonly onFirstPage: boolean
}

const address = ({ search, body, typed }: Asked, after?: string): string => {
  const query = new URLSearchParams(
    Object.entries({ q: search, body: body?.slug, amount: typed.amount, day: typed.day, after }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  return query.size === 0 ? '/delegation' : `/delegation?${query}`
}

const suffices = ({ limit }: Delegate, amount: Amount | null): boolean => amount === null || limitHinders({ limit, amount }).length === 0
const choices = metaOf(decisionType.fields.shape.reporting).choices ?? {}

/** One who may decide, how far, and under what conditions; those whose limit is too low are told as such. */
const Who = ({ view, delegate, amount }: { readonly view: View; readonly delegate: Delegate; readonly amount: Amount | null }) => {
  const { t, locale } = view
  const enough = suffices(delegate, amount)
  const told = [
    delegate.limit === null ? (amount === null ? null : t(words.noLimit)) : t(words.upTo(formatAmount(delegate.limit, 'tkr', locale))),
    delegate.urgent ? t(words.urgent) : null,
    delegate.handedOn ? t(words.handedOn) : null,
    delegate.mayHandOn ? t(words.mayHandOn) : null,
    enough ? null : t(words.beyond),
  ].filter((part) => part !== null)
  return (
    <>
      {enough ? <strong>{t(delegate.post)}</strong> : t(delegate.post)}
      {told.length > 0 && `, ${told.join(', ')}`}
      <span className="sub">
        {delegate.holders.length === 0 ? t(words.vacant) : delegate.holders.join(', ')}
        {delegate.limits && `. ${delegate.limits}`}
      </span>
    </>
  )
}

/** The answer to who may decide what: points of the schemes with posts, limits and holders, nearest to the work first. */
export const DelegationPage = ({ view, tree, bodies, asked, points, beside, next, onFirstPage }: Props) => {
  const { t, locale } = view
  const nameOf = (id: string): Text => tree.get(id)?.name ?? verbatim('–')
  const { amount } = asked
  const possible = points.filter((point) => point.delegates.some((delegate) => suffices(delegate, amount))).length
  const columns: readonly Column<Point>[] = [
    {
      id: 'point',
      head: t(words.point),
      rowHead: true,
      cell: (point) => (
        <>
          <a href={`/register/${decisionType.path}/${point.id}`}>
            {point.code} {point.what}
          </a>
          <span className="sub">
            {point.area}
            {point.law && `, ${point.law}`}
          </span>
          {point.conditions && <span className="sub">{point.conditions}</span>}
        </>
      ),
    },
    { id: 'body', head: t(words.body), label: `${t(words.body)}:`, cell: (point) => tree.get(point.nodeId)?.short ?? '–' },
    {
      id: 'who',
      head: t(words.who),
      label: `${t(words.who)}:`,
      cell: (point) =>
        point.category === 'delegable' ? (
          <ul className="cell-list">
            {point.delegates.map((delegate) => (
              <li key={delegate.mandateId}>
                <Who view={view} delegate={delegate} amount={amount} />
              </li>
            ))}
            <li>
              {t(words.itself(nameOf(point.nodeId)))}
              {point.delegates.length === 0 && <span className="sub">{t(words.nobodyYet)}</span>}
            </li>
          </ul>
        ) : (
          <>
            <strong>{t(words.only(nameOf(point.nodeId)))}</strong> <Law law="KL 6:38" locale={locale} />
          </>
        ),
    },
    { id: 'told', head: t(words.told), label: `${t(words.told)}:`, cell: (point) => t(choices[point.reporting] ?? verbatim(point.reporting)) },
  ]
  return (
    <Shell view={view} title={t(words.title)} question={1} room="delegation">
      <PageHead
        title={t(words.title)}
        lead={t(next === null && onFirstPage ? words.lead(asked.body?.name ?? null, points.length) : words.more(asked.body?.name ?? null))}
      >
        {amount !== null && points.length > 0 && (
          <p className="lead lead--s">{t(words.mayFor(possible, { sv: formatAmount(amount, 'tkr', 'sv'), en: formatAmount(amount, 'tkr', 'en') }))}</p>
        )}
        <p className="ui">{t(words.about)}</p>
        {asked.problems.map((problem) => (
          <Note key={problem.sv} kind="stop">
            <p>{t(problem)}</p>
          </Note>
        ))}
      </PageHead>
      <section className="sec" aria-label={t(words.title)}>
        <FilterColumn
          locale={locale}
          action="/delegation"
          filters={[
            { kind: 'search', name: 'q', label: t(words.search), value: asked.search },
            {
              kind: 'select',
              name: 'body',
              label: t(words.body),
              options: bodies.map((b) => ({ value: b.slug, label: t(b.name), chosen: b.id === asked.body?.id })),
            },
            { kind: 'search', name: 'amount', label: t(words.amount), value: asked.typed.amount },
            { kind: 'search', name: 'day', label: t(words.day), value: asked.typed.day },
          ]}
        />
        <div className="stack">
          <Chosen
            locale={locale}
            count={t(words.counted(points.length))}
            words={t(words.byNumber)}
            clearHref={asked.search || asked.body || asked.typed.amount || asked.typed.day ? '/delegation' : null}
          />
          <DataTable
            locale={locale}
            caption={t(words.title)}
            captionHidden
            columns={columns}
            rows={points}
            rowKey={(point) => point.id}
            empty={t(words.none)}
          />
          {(next !== null || !onFirstPage) && (
            <Pager locale={locale} count={t(words.counted(points.length))} next={next ? address(asked, next) : null}>
              {!onFirstPage && <a href={address(asked)}>{t(words.firstPage)}</a>}
            </Pager>
          )}
          {points.length > 0 && <Takeout view={view} list="delegation" />}
        </div>
      </section>
      {beside.length > 0 && (
        <Section id="beside" title={t(words.beside)}>
          <ul className="cell-list">
            {beside.map((one) => (
              <li key={one.delegate.mandateId}>
                {tree.get(one.nodeId)?.short}: <a href={`/thing/${one.delegate.mandateId}`}>{one.scope}</a>
                <br />
                <Who view={view} delegate={one.delegate} amount={amount} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Shell>
  )
}
