import type { ReactNode } from 'react'
import { type Locale, say } from '../../kernel/text.ts'
import { webWords as words } from '../words.ts'

export interface Column<Row> {
  readonly id: string
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Right aligned, tabular. */
  readonly numeric?: boolean | undefined
  /** The row header: exactly one column, usually the name with its link. */
  readonly rowHead?: boolean | undefined
  /** Never broken over lines: days, numbers with units. */
  readonly nowrap?: boolean | undefined
  /** The column that the eye should find: quiet ground. */
  readonly now?: boolean | undefined
  /** Folded away on phones until "Visa även" is ticked (see `older`). */
  readonly older?: boolean | undefined
  /** Address that sorts by this column. */
  readonly sortHref?: string | undefined
  readonly sorted?: 'ascending' | 'descending' | undefined
  /** The column's name before each value when a list folds to entries on phones: 'Ansvarig:'. */
  readonly label?: string | undefined
  /** Heard but not shown. */
  readonly headHidden?: boolean | undefined
}

interface DataTableProps<Row> {
  readonly locale: Locale
  /** Says what the table holds. Hidden (`captionHidden`) only where a heading right above says the same. */
  readonly caption: ReactNode
  readonly captionHidden?: boolean | undefined
  /** Unit and sign rule, under the caption. */
  readonly captionNote?: ReactNode | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** 'list': folds to entries on phones (registers). 'numbers': keeps its form and moves sideways. 'fit': small, always whole. */
  readonly kind?: 'list' | 'numbers' | 'fit' | undefined
  /** 'sum', 'total', 'mine', 'here' for single rows. */
  readonly rowClass?: (row: Row) => 'sum' | 'total' | 'mine' | 'here' | undefined
  /** Name of the folded columns, for "Visa även 2021". Needs columns with `older`. */
  readonly older?: string | undefined
  /** Accessible name of the region that scrolls; needed for kind 'numbers'. */
  readonly name?: string | undefined
  /** Said instead of the table when it has no rows. */
  readonly empty?: ReactNode | undefined
}

const classes = (...names: (string | false | undefined)[]): string | undefined => names.filter(Boolean).join(' ') || undefined

/** A table: caption, sortable heads, row headers, numbers to compare. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { locale, caption, captionHidden, captionNote, columns, rows, rowKey, kind = 'list', rowClass, older, name, empty } = props
  if (rows.length === 0 && empty !== undefined) return <p className="empty">{empty}</p>
  const table = (
    <table className={kind === 'numbers' ? undefined : kind}>
      <caption className={captionHidden ? 'vh' : undefined}>
        <span className="cap">
          {caption}
          {captionNote && <small>{captionNote}</small>}
        </span>
      </caption>
      <thead>
        <tr>
          {columns.map((c) => (
            <Head key={c.id} column={c} locale={locale} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={rowClass?.(row)}>
            {columns.map((c) => {
              const className = classes(c.numeric && 'n', c.now && 'now', c.nowrap && 'nb', c.older && 'opt')
              return c.rowHead ? (
                <th key={c.id} scope="row" className={className}>
                  {c.cell(row)}
                </th>
              ) : (
                <td key={c.id} className={className} data-l={kind === 'list' ? c.label : undefined}>
                  {c.cell(row)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
  // A list folds into entries where it is narrow; the others may have to move sideways.
  const scrolls = kind !== 'list'
  return (
    <div className="tbl">
      {older && (
        <label className="cols">
          <input type="checkbox" /> {say(words.showOlder(older), locale)}
        </label>
      )}
      {scrolls ? (
        // A region that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="scroll" role="region" aria-label={say(words.scrollable(name ?? (typeof caption === 'string' ? caption : '')), locale)} tabIndex={0}>
          {table}
        </div>
      ) : (
        <div className="scroll">{table}</div>
      )}
    </div>
  )
}

const Head = <Row,>({ column: c, locale }: { readonly column: Column<Row>; readonly locale: Locale }) => {
  const head = c.headHidden ? <span className="vh">{c.head}</span> : c.head
  return (
    <th scope="col" className={classes(c.numeric && 'n', c.now && 'now', c.older && 'opt', c.sortHref !== undefined && 'sortable')} aria-sort={c.sorted}>
      {c.sortHref ? (
        <a href={c.sortHref}>
          {head}
          {c.sorted && (
            <>
              <svg className="arrow" viewBox="0 0 8 10" aria-hidden="true">
                <path d={c.sorted === 'ascending' ? 'M4 10V1.5M1 4.5l3-3 3 3' : 'M4 0v8.5M1 5.5l3 3 3-3'} />
              </svg>
              <span className="vh"> {say(c.sorted === 'ascending' ? words.sortedAscending : words.sortedDescending, locale)}</span>
            </>
          )}
        </a>
      ) : (
        head
      )}
    </th>
  )
}

interface PagerProps {
  readonly locale: Locale
  /** '1–50 av 1 204', '50 av minst 10 000'. */
  readonly count: ReactNode
  readonly previous?: string | null | undefined
  readonly next?: string | null | undefined
  /** Links at the end of the line: 'Hämta som Excel'. */
  readonly children?: ReactNode | undefined
}

/** Forward and back through a long list, by address. */
export const Pager = ({ locale, count, previous, next, children }: PagerProps) => (
  <nav className="pager" aria-label={say(words.pages, locale)}>
    <span className="q2">{count}</span>
    {previous && (
      <a href={previous} rel="prev">
        {say(words.previous, locale)}
      </a>
    )}
    {next && (
      <a href={next} rel="next">
        {say(words.next, locale)}
      </a>
    )}
    {children && <span className="push acts">{children}</span>}
  </nav>
)
