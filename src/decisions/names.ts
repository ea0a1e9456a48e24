import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { say, type Text } from '../kernel/text.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Names } from './enactment.ts'
import { seriesValue } from './series-value.ts'

const unknown: Text = { sv: 'okänd', en: 'unknown' }

const idsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return isId(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : []
}

/** Loads the names of every node, post, thing and series that the data mentions, for telling effects in words. */
export const namesFor = async (store: Store, tree: Tree, day: Day, data: unknown): Promise<Names> => {
  const ids = [...new Set(idsIn(data))]
  const some = ids.length > 0 ? ids : ['00000000-0000-0000-0000-000000000000']
  const [posts, things, units] = await Promise.all([
    store.selectFrom('post').select(['id', 'title_sv', 'title_en']).where('id', 'in', some).execute(),
    store.selectFrom('thing').select(['id', 'title']).where('id', 'in', some).execute(),
    store.selectFrom('series').select(['id', 'unit_sv', 'unit_en', 'money', 'decimals']).where('id', 'in', some).execute(),
  ])
  const titles = new Map(posts.map((p) => [p.id, { sv: p.title_sv, en: p.title_en }]))
  const names = new Map(things.map((t) => [t.id, t.title]))
  const series = new Map(units.map((u) => [u.id, u]))
  return {
    day,
    node: (id, locale) => say(tree.get(id)?.name ?? unknown, locale),
    post: (id, locale) => say(titles.get(id) ?? unknown, locale),
    thing: (id) => names.get(id) ?? unknown.sv,
    value: (id, value, locale) => {
      const unit = series.get(id)
      return unit
        ? seriesValue({ unit: locale === 'sv' ? unit.unit_sv : unit.unit_en, money: unit.money, decimals: unit.decimals }, value, locale)
        : String(value)
    },
  }
}
