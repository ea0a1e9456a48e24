import { refreshAll } from '../contradictions/refresh.ts'
import type { Deps } from '../database/transact.ts'
import { composeSeries } from '../figures/compose-series.ts'
import { loader, must } from './event.ts'
import { readData } from './files.ts'
import { idOf } from './ids.ts'

interface CompositionFile {
  readonly compositions: readonly { readonly whole: string; readonly parts: readonly string[] }[]
}

/** Says what the budget's lines are made of, and looks for what does not add up in the whole municipality. Returns how much does not. */
export const loadCompositions = async (deps: Deps): Promise<number> => {
  for (const { whole, parts } of readData<CompositionFile>('composition.json').compositions) {
    const told = parts.map((part) => ({ seriesId: idOf('thing', part.replace(/^- /, '')), sign: part.startsWith('- ') ? (-1 as const) : (1 as const) }))
    must(whole, await composeSeries(deps, loader, { wholeId: idOf('thing', whole), parts: told }, { bySystem: true }))
  }
  return refreshAll(deps)
}
