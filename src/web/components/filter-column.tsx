import type { ReactNode } from 'react'
import { type Locale, say } from '../../kernel/text.ts'
import { webWords as words } from '../words.ts'

export interface FilterOption {
  readonly value: string
  readonly label: string
  /** How many there are; null where counting would cost too much. */
  readonly count?: number | string | null | undefined
  readonly chosen: boolean
}
/** One question of the column: free text, one of many, or any of few. `name` is the parameter of the address. */
export type Filter =
  | { readonly kind: 'search'; readonly name: string; readonly label?: string | undefined; readonly value: string }
  | { readonly kind: 'select'; readonly name: string; readonly label: string; readonly options: readonly FilterOption[]; readonly all?: string | undefined }
  | { readonly kind: 'checks'; readonly name: string; readonly label: string; readonly options: readonly FilterOption[] }

interface FilterColumnProps {
  readonly locale: Locale
  /** Where the GET form leads: the list's own path. */
  readonly action: string
  readonly filters: readonly Filter[]
  /** Parameters that must stay as they are: the sort order. */
  readonly keep?: Readonly<Record<string, string>> | undefined
  /** Words of the button; default "Visa". */
  readonly apply?: ReactNode | undefined
}

/** The side column that narrows a register: a plain GET form, first in a `.sec`. */
export const FilterColumn = ({ locale, action, filters, keep = {}, apply }: FilterColumnProps) => (
  <form className="filters" action={action} method="get" aria-label={say(words.filter, locale)}>
    <label className="fold">
      <input type="checkbox" /> {say(words.showFilters, locale)}
    </label>
    {Object.entries(keep).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {/* A heading over nothing says nothing. */}
    {filters
      .filter((f) => f.kind !== 'checks' || f.options.length > 0)
      .map((f) => (
        <FilterField key={f.name} filter={f} locale={locale} />
      ))}
    <button type="submit" className="btn btn--2">
      {apply ?? say(words.apply, locale)}
    </button>
  </form>
)

const FilterField = ({ filter: f, locale }: { readonly filter: Filter; readonly locale: Locale }) => {
  const id = `filter-${f.name}`
  if (f.kind === 'checks') {
    return (
      <fieldset>
        <legend>{f.label}</legend>
        {f.options.map((o) => (
          <label className="pick" key={o.value}>
            <input type="checkbox" name={f.name} value={o.value} defaultChecked={o.chosen} />
            <span>{o.label}</span>
            {o.count !== undefined && o.count !== null && <span className="count">{o.count}</span>}
          </label>
        ))}
      </fieldset>
    )
  }
  if (f.kind === 'search') {
    return (
      <div className="filter">
        <label htmlFor={id}>{f.label ?? say(words.search, locale)}</label>
        <input id={id} name={f.name} type="search" defaultValue={f.value} />
      </div>
    )
  }
  return (
    <div className="filter">
      <label htmlFor={id}>{f.label}</label>
      <select id={id} name={f.name} defaultValue={f.options.find((o) => o.chosen)?.value ?? ''}>
        <option value="">{f.all ?? say(words.all, locale)}</option>
        {f.options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
            {o.count !== undefined && o.count !== null ? ` (${o.count})` : ''}
          </option>
        ))}
      </select>
    </div>
  )
}

interface ChosenProps {
  readonly locale: Locale
  /** '12 av 14 uppdrag'. */
  readonly count: ReactNode
  /** 'utan avslutade, äldsta dag först'. */
  readonly words?: ReactNode | undefined
  /** Address of the list without its filters, when there are any. */
  readonly clearHref?: string | null | undefined
  /** The one primary act: 'Nytt uppdrag'. */
  readonly children?: ReactNode | undefined
}

/** The line over a list: how many, by what, and the act. */
export const Chosen = ({ locale, count, words: text, clearHref, children }: ChosenProps) => (
  <div className="chosen">
    <strong>{count}</strong>
    {text && <span className="q2">{text}</span>}
    {clearHref && <a href={clearHref}>{say(words.clear, locale)}</a>}
    {children && <span className="push">{children}</span>}
  </div>
)
