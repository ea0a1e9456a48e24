import { longDay } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import { Pager } from '../web/components/data-table.tsx'
import { Chosen, type Filter, FilterColumn } from '../web/components/filter-column.tsx'
import { Note, PageHead } from '../web/components/section.tsx'
import { langOf } from '../web/components/written.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { countCap } from './counts.ts'
import type { Piece, Shown } from './excerpt.ts'
import { type Hit, type Sort, sorts } from './find.ts'
import { words } from './words.ts'

interface SearchPageProps {
  readonly view: View
  readonly typed: string
  /** Was there anything to search for in what was typed? */
  readonly asked: boolean
  readonly total: number
  readonly hits: readonly Hit[]
  readonly shown: readonly Shown[]
  readonly filters: readonly Filter[]
  readonly narrowed: boolean
  readonly counted: boolean
  readonly sort: Sort
  readonly cut: boolean
  readonly meant: string | null
  readonly nodeName: (id: string) => string
  /** The address with some parameters changed; null takes one away. */
  readonly address: (change: Readonly<Record<string, string | null>>) => string
  readonly next: string | null
  readonly onFirstPage: boolean
}

/** One box over everything the reader may see: what was found, why, and how to narrow it. */
export const SearchPage = (props: SearchPageProps) => {
  const { view, typed, asked, total, hits, filters } = props
  const { t } = view
  const n = total > countCap ? `${t(words.moreThan)} ${formatNumber(countCap, 0, view.locale)}` : formatNumber(total, 0, view.locale)
  const lead = !asked
    ? words.lead
    : total > 0
      ? words.sentence(n.charAt(0).toUpperCase() + n.slice(1), total === 1, typed)
      : props.narrowed
        ? words.noneNarrowed
        : words.none(typed)
  return (
    <Shell view={view} title={typed === '' ? t(words.search) : `${typed} · ${t(words.search)}`}>
      <PageHead title={t(words.search)} lead={t(lead)}>
        {props.meant && (
          <p>
            {t(words.meant)} <a href={props.address({ q: props.meant, after: null })}>{props.meant}</a>?
          </p>
        )}
        {typed !== '' && !asked && <Note>{t(words.small)}</Note>}
      </PageHead>
      <section className="sec" aria-label={t(words.results)}>
        <FilterColumn
          locale={view.locale}
          action="/search"
          filters={filters}
          keep={props.sort === 'newest' ? { sort: 'newest' } : {}}
          apply={t(words.search)}
        />
        <div className="stack">
          {hits.length === 0 ? (
            <Help view={view} />
          ) : (
            <>
              <Chosen
                locale={view.locale}
                count={t(words.onPage(hits.length))}
                words={<Order {...props} />}
                clearHref={props.narrowed ? props.address({ kind: null, body: null, year: null, after: null }) : null}
              />
              <ol className="hits">
                {hits.map((hit, i) => (
                  <li key={hit.id}>
                    <HitItem view={view} nodeName={props.nodeName} hit={hit} shown={props.shown[i] as Shown} />
                  </li>
                ))}
              </ol>
              {!props.counted && <p className="hint">{t(words.uncounted)}</p>}
              {props.cut && <p className="hint">{t(words.cut)}</p>}
              {(props.next !== null || !props.onFirstPage) && (
                <Pager locale={view.locale} count={t(words.onPage(hits.length))} next={props.next}>
                  {!props.onFirstPage && <a href={props.address({ after: null })}>{t(words.firstPage)}</a>}
                </Pager>
              )}
            </>
          )}
        </div>
      </section>
    </Shell>
  )
}

const Order = ({ view, sort, address }: Pick<SearchPageProps, 'view' | 'sort' | 'address'>) => (
  <>
    {sorts.map((s) => (
      <a key={s} className="order" href={address({ sort: s === 'relevance' ? null : s, after: null })} aria-current={s === sort ? 'true' : undefined}>
        {view.t(words.sorts[s])}
      </a>
    ))}
  </>
)

const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }) => pieces.map((p, i) => (p.marked ? <mark key={i}>{p.text}</mark> : p.text))

const HitItem = ({ view, hit, shown, nodeName }: Pick<SearchPageProps, 'view' | 'nodeName'> & { readonly hit: Hit; readonly shown: Shown }) => (
  <article>
    <p className="hit-kind">
      {view.t(words.kindOne(hit.kind))}
      {hit.number && ` · ${hit.number}`}
      {hit.secrecy && <strong className="hit-secret"> · {view.t(words.secret(hit.secrecy))}</strong>}
    </p>
    <h2>
      <a href={hit.path} lang={langOf(view.locale, shown.titleLanguage)}>
        <Pieces pieces={shown.title} />
      </a>
    </h2>
    {shown.excerpt.length > 0 && (
      <p className="hit-text" lang={langOf(view.locale, shown.excerptLanguage)}>
        <Pieces pieces={shown.excerpt} />
      </p>
    )}
    <p className="hit-why">
      {view.t(hit.part === 'secret' ? words.secretPart : words.reason(hit.reason))} · {hit.kind !== 'node' && `${nodeName(hit.nodeId)} · `}
      <time dateTime={hit.day}>{longDay(hit.day, view.locale)}</time>
    </p>
  </article>
)

const Help = ({ view }: { readonly view: View }) => (
  <div>
    <h2>{view.t(words.help)}</h2>
    <dl className="facts">
      {words.helpRows.map((row) => (
        <div key={row.typed}>
          <dt>
            <a href={`/search?q=${encodeURIComponent(row.typed)}`}>{row.typed}</a>
          </dt>
          <dd>{view.t(row)}</dd>
        </div>
      ))}
    </dl>
  </div>
)
