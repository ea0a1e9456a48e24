import type { Store } from '../../database/connection.ts'
import { say, type Locale } from '../../kernel/text.ts'
import type { AnyDefinition } from '../../registers/define.ts'
import type { ListQuery } from '../../registers/list-query.ts'
import { listEntries } from '../../registers/list-store.ts'
import { loadNames } from '../../registers/names.ts'
import { nextDays } from '../../registers/load-list.ts'
import type { Looking } from '../../registers/looking.ts'
import type { UnitsToday } from '../../registers/units-today.ts'
import { namedIn } from '../../registers/shown.ts'
import type { Sheet, SheetCell } from '../sheet/sheet.ts'
import { columnsOf } from './columns.ts'

const size = 500

/** The register as the list shows it with this query: the same rows in the same order, all pages of it, as they are read; in today's units where `unitsToday` tells them. */
export const registerSheet = (
  store: Store,
  definition: AnyDefinition,
  query: ListQuery,
  looking: Looking,
  locale: Locale,
  about: Sheet['about'],
  unitsToday: UnitsToday | null = null,
): Sheet => {
  const columns = columnsOf(definition, { restated: unitsToday !== null })
  const rows = async function* (): AsyncGenerator<readonly SheetCell[]> {
    let after: ListQuery['after'] = null
    do {
      const page = await listEntries(store, definition, { ...query, after, size }, looking)
      const ids = namedIn(
        definition,
        page.entries.map((e) => e.data),
      )
      const names = await loadNames(store, { ...ids, nodes: [...ids.nodes, ...page.entries.map((e) => e.nodeId)] })
      const next = await nextDays(
        store,
        page.entries.map((e) => e.id),
      )
      const showing = { definition, names, next, today: looking.today, locale, unitsToday }
      for (const entry of page.entries) yield columns.map((c) => c.cell(entry, showing))
      after = page.next
    } while (after)
  }
  return { name: say(definition.words.many, locale), heads: columns.map((c) => say(c.head, locale)), rows: rows(), about }
}
