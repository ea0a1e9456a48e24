import { type Secrets, seesSecretsOf } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import type { Deps } from '../database/transact.ts'
import { isDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { isBody, loadTree, type Tree } from '../organisation/tree.ts'
import { loadNames } from '../registers/names.ts'
import type { Filter } from '../web/components/filter-column.tsx'
import { type App, type Ctx, page, type View } from '../web/view.ts'
import { type Asked, askDatabase, insideOf, type Narrowing } from './conditions.ts'
import { type Counts, countHits, isFew } from './counts.ts'
import { showHits } from './excerpt.ts'
import { type After, findHits, type Sort } from './find.ts'
import { noteParagraphs } from './note-paragraphs.ts'
import { type Query, readQuery } from './query.ts'
import { SearchPage } from './search-page.tsx'
import { suggest } from './suggest.ts'
import { words } from './words.ts'

/** The one box over everything that the reader may see. */
export const searchRoutes = (app: App, deps: Deps): void => {
  app.get('/search', (c) => showSearch(c, deps))
}

/** What is searched for, settled: parts of words are looked for too where whole words find little. Null when there is nothing to search for. */
const settle = async (store: Store, query: Query, secrets: Secrets): Promise<Asked | null> => {
  const asked = await askDatabase(store, query)
  if (!asked) return null
  const inside = insideOf(query)
  return inside.length > 0 && (await isFew(store, asked, secrets)) ? { ...asked, inside } : asked
}

const writeAfter = ({ score, day, id }: After): string => [score, day, id].join('.')

/** A cursor of an address; null when it is none, so that a mangled link gives the first page. */
const readAfter = (typed: string): After | null => {
  const [score = '', day = '', id = ''] = typed.split('.')
  return /^\d{1,9}$/.test(score) && isDay(day) && isId(id) ? { score: Number(score), day, id } : null
}

interface Choice {
  readonly kinds: readonly string[]
  readonly body: string | null
  readonly year: number | null
  readonly sort: Sort
}

const readChoice = (c: Ctx, tree: Tree): Choice => {
  const year = c.req.query('year') ?? ''
  return {
    kinds: (c.req.queries('kind') ?? []).filter((k) => /^[a-z_-]{1,60}$/.test(k)).slice(0, 40),
    body: tree.nodes.find((n) => n.id === c.req.query('body'))?.id ?? null,
    year: /^(19|20|21)\d{2}$/.test(year) ? Number(year) : null,
    sort: c.req.query('sort') === 'newest' ? 'newest' : 'relevance',
  }
}

const showSearch = async (c: Ctx, deps: Deps): Promise<Response> => {
  const view = c.get('view')
  const { store } = deps
  const tree = await loadTree(store, view.today)
  const secrets = seesSecretsOf(view.who, tree, view.today)
  const query = readQuery(c.req.query('q') ?? '')
  const choice = readChoice(c, tree)
  const after = readAfter(c.req.query('after') ?? '')
  const narrowing: Narrowing = { kinds: choice.kinds, nodes: choice.body ? tree.below(choice.body) : null, year: choice.year }
  const asked = await settle(store, query, secrets)
  const found = asked ? await findHits(store, asked, secrets, narrowing, choice.sort, after) : { hits: [], next: null, cut: false, latest: null }
  const counts = asked ? await countHits(store, asked, secrets, narrowing, found.latest) : nothing
  const narrowed = choice.kinds.length > 0 || choice.body !== null || choice.year !== null
  const [shown, names, meant] = await Promise.all([
    asked ? showHits(store, found.hits, asked.positive, view.locale) : [],
    loadNames(store, { nodes: found.hits.map((h) => h.nodeId), posts: [] }),
    asked && counts.total === 0 && !narrowed ? suggest(store, query, secrets) : null,
  ])
  const address = (change: Readonly<Record<string, string | null>>): string => addressOf(c, change)
  await noteParagraphs(deps, view.who, found.hits)
  return page(
    c,
    <SearchPage
      view={view}
      typed={query.typed}
      asked={asked !== null}
      total={counts.total}
      hits={found.hits}
      shown={shown}
      filters={filtersOf(view, query, choice, counts, tree)}
      narrowed={narrowed}
      counted={counts.byKind !== null}
      sort={choice.sort}
      cut={found.cut}
      meant={meant}
      nodeName={(id) => view.t(names.node(id, view.today) ?? { sv: '–', en: '–' })}
      address={address}
      next={found.next ? address({ after: writeAfter(found.next) }) : null}
      onFirstPage={after === null}
    />,
  )
}

const nothing: Counts = { total: 0, byKind: new Map(), byNode: new Map(), byYear: new Map() }

const addressOf = (c: Ctx, change: Readonly<Record<string, string | null>>): string => {
  const query = new URLSearchParams(new URL(c.req.url).search)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  return `/search?${query}`
}

const offered = ['case', 'document', 'minutes', 'decision', 'clause', 'report', 'series', 'goal', 'node', 'person']

/** The filters, each choice with how many it would leave; a choice that would leave nothing is left out, what is chosen stays. */
const filtersOf = (view: View, query: Query, choice: Choice, counts: Counts, tree: Tree): readonly Filter[] => {
  const kinds = [...new Set([...(counts.byKind?.keys() ?? offered), ...choice.kinds])].toSorted((a, b) =>
    view.t(words.kindMany(a)).localeCompare(view.t(words.kindMany(b)), 'sv'),
  )
  const inBody = (id: string): number | null => counts.byNode && tree.below(id).reduce((sum, node) => sum + (counts.byNode?.get(node) ?? 0), 0)
  const bodies = tree.nodes
    .filter((n) => isBody(n.kind))
    .map((n) => ({ value: n.id, label: view.t(n.name), count: inBody(n.id), chosen: n.id === choice.body }))
  const thisYear = Number(view.today.slice(0, 4))
  const years = counts.byYear ? [...counts.byYear.keys()].toSorted().toReversed() : Array.from({ length: 12 }, (_, i) => String(thisYear - i))
  return [
    { kind: 'search', name: 'q', label: view.t(words.searchFor), value: query.typed },
    {
      kind: 'checks',
      name: 'kind',
      label: view.t(words.kind),
      options: kinds.map((k) => ({
        value: k,
        label: view.t(words.kindMany(k)),
        count: counts.byKind ? (counts.byKind.get(k) ?? 0) : null,
        chosen: choice.kinds.includes(k),
      })),
    },
    { kind: 'select', name: 'body', label: view.t(words.body), options: bodies.filter((b) => b.count !== 0 || b.chosen) },
    {
      kind: 'select',
      name: 'year',
      label: view.t(words.year),
      options: years.map((y) => ({ value: y, label: y, count: counts.byYear?.get(y) ?? null, chosen: y === String(choice.year) })),
    },
  ]
}
