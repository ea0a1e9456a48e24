import { type Cursor, pageSize, readCursor, writeCursor } from '../kernel/cursor.ts'
import { isDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { AnyDefinition } from './define.ts'
import { metaOf } from './field.ts'
import { type SortKey, sortKeys } from './sort-keys.ts'
import { words } from './words.ts'

/** What part of a register is asked for, in what order. Absent filters let everything through. */
export interface ListQuery {
  readonly search: string
  /** Does the search also take words that are near enough? See `settleSearch`. */
  readonly near: boolean
  /** Values by filter: `state`, `body` (ids of those it belongs to), and the fields that the definition lets filter by. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** Only entries where the thread is broken: late, or lacking what a gap asks for. */
  readonly broken: boolean
  /** Are bodies and units asked for as they are today, with what was given to those whose work they do? Else as it was decided. */
  readonly restated?: boolean
  readonly sort: string
  readonly descending: boolean
  readonly after: Cursor | null
  readonly size: number
}

/** Counts stop here: "more than 10 000" is as honest as the number, and costs the same in any register. */
export const countCap = 10_000
/** Nothing can be asked for by name that a definition does not let filter by. */
export const filterNames = (definition: AnyDefinition): readonly string[] => ['state', 'body', ...definition.list.filters]

const fits: Readonly<Record<SortKey['type'], (value: string) => boolean>> = {
  text: (value) => !value.includes('\u0000'),
  date: isDay,
  numeric: (value) => /^-?\d{1,20}(\.\d{1,10})?$/.test(value),
}

const allowed = (definition: AnyDefinition, name: string, value: string): boolean => {
  if (name === 'state') return Object.hasOwn(definition.lifecycle.states, value)
  if (name === 'body') return isId(value)
  const meta = metaOf(definition.fields.shape[name] as never)
  return meta.input === 'choice' ? Object.hasOwn(meta.choices ?? {}, value) : isId(value)
}

/**
 * Reads a list's address: `q`, `sort` ('due', '-title'), `after`, `size` (1–200), `broken`, and the filters. What cannot be read
 * is left out and told among the refusals: a page goes on without it, the API refuses.
 */
export const readListQuery = (definition: AnyDefinition, search: URLSearchParams): { readonly query: ListQuery; readonly refusals: readonly Refusal[] } => {
  const refusals: Refusal[] = []
  const wrong = (field: string, value: string): void => void refusals.push({ code: 'list.unreadable', field, text: words.badQuery(field, value.slice(0, 100)) })
  const keys = sortKeys(definition)
  const asked = search.get('sort') ?? 'due'
  const name = asked.replace(/^-/, '')
  const sort = Object.hasOwn(keys, name) ? name : 'due'
  if (sort !== name) wrong('sort', asked)
  const after = search.get('after')
  const read = readCursor(after ?? '')
  const cursor = read && fits[(keys[sort] as SortKey).type](read.value) ? read : null
  if (after !== null && cursor === null) wrong('after', after)
  const size = Number(search.get('size') ?? pageSize)
  const sizeFits = Number.isInteger(size) && size >= 1 && size <= 200
  if (!sizeFits) wrong('size', search.get('size') ?? '')
  const filters: Record<string, string[]> = {}
  for (const filter of filterNames(definition)) {
    const values = search.getAll(filter).filter((v) => v !== '')
    for (const value of values.filter((v) => !allowed(definition, filter, v))) wrong(filter, value)
    const good = [...new Set(values)].filter((v) => allowed(definition, filter, v))
    if (good.length > 0) filters[filter] = good
  }
  const text = (search.get('q') ?? '').replaceAll('\u0000', '').trim().slice(0, 200)
  return {
    query: {
      search: text,
      near: false,
      filters,
      broken: search.get('broken') === '1',
      restated: search.get('units') === 'today',
      sort,
      descending: asked.startsWith('-') && sort === name,
      after: cursor,
      size: sizeFits ? size : pageSize,
    },
    refusals,
  }
}

/** The address of the same list with something else in it: another order, the next page, without a filter. */
export const listAddress = (query: ListQuery, change: Partial<ListQuery> = {}): string => {
  const { search, filters, broken, restated, sort, descending, after, size } = { ...query, after: null, ...change }
  const params = new URLSearchParams()
  if (search) params.set('q', search)
  for (const [name, values] of Object.entries(filters)) for (const value of values) params.append(name, value)
  if (broken) params.set('broken', '1')
  if (restated) params.set('units', 'today')
  if (sort !== 'due' || descending) params.set('sort', `${descending ? '-' : ''}${sort}`)
  if (size !== pageSize) params.set('size', String(size))
  if (after) params.set('after', writeCursor(after))
  const text = params.toString()
  return text === '' ? '?' : `?${text}`
}
