import { say } from '../../kernel/text.ts'
import { loadTree } from '../../organisation/tree.ts'
import { choicesFor } from '../../registers/choices.ts'
import { definitionAt } from '../../registers/definitions/index.ts'
import { readListQuery } from '../../registers/list-query.ts'
import { settleSearch } from '../../registers/list-counts.ts'
import { lookingOf } from '../../registers/looking.ts'
import { pageWords } from '../../registers/page-words.ts'
import { restating } from '../../registers/units-today.ts'
import { fieldOf } from '../../registers/shown.ts'
import { aboutFile, type ListOut } from '../list.ts'
import { registerSheet } from '../register/export-register.ts'

/** Every register, as its list shows it. */
export const registerList: ListOut = {
  name: 'register',
  sheet: async (c, deps, part) => {
    const definition = definitionAt(part)
    if (!definition) return null
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const looking = lookingOf(c.get('who'), tree, view.today)
    const query = await settleSearch(deps.store, definition, readListQuery(definition, new URL(c.req.url).searchParams).query, looking)
    const choices = await choicesFor(deps.store, definition, tree)
    const valueWords = (name: string, value: string): string => {
      const label =
        name === 'state'
          ? definition.lifecycle.states[value]?.words
          : name === 'body'
            ? tree.get(value)?.name
            : (fieldOf(definition, name)?.choices?.[value] ?? choices[name]?.find((o) => o.value === value)?.label)
      return label ? say(label, view.locale) : value
    }
    const filters = Object.entries(query.filters).map(([name, values]) => {
      const label = name === 'state' ? pageWords.state : name === 'body' ? definition.words.by : (fieldOf(definition, name)?.label ?? pageWords.state)
      return `${view.t(label)}: ${values.map((value) => valueWords(name, value)).join(', ')}`
    })
    const selection = [
      ...(query.search ? [`${view.t(pageWords.searchLabel)}: ${query.search}`] : []),
      ...(query.restated ? [`${view.t(pageWords.unitsFilter)}: ${view.t(pageWords.asToday)}`] : []),
      ...(query.broken ? [view.t(pageWords.brokenChoice)] : []),
      ...filters,
    ]
    const path = `/register/${definition.path}`
    const about = aboutFile({ view, title: definition.words.many, path, holds: `register/${definition.path}`, selection, back: true })
    const told = query.restated ? await restating(deps.store, definition, query, tree) : null
    return registerSheet(deps.store, definition, told?.query ?? query, looking, view.locale, about, told?.unitsToday)
  },
}
