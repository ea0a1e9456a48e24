import type { Deps } from '../../database/transact.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Who } from '../../kernel/who.ts'
import { definitionAt } from '../../registers/definitions/index.ts'
import { importRegister } from '../register/import-register.ts'
import { importSeries, openSeries } from '../series/import-series.ts'
import type { ImportOutcome } from './problem.ts'
import { readTable } from '../sheet/read-table.ts'
import { organisationLists, organisationTarget } from '../organisation/organisation-target.ts'
import type { How, Run } from './run.ts'
import type { WaitingFile } from './waiting-files.ts'

/** A list that can be read in: its name in addresses and files ('register/agreements'), its words and page, and what reading in does. */
export interface Target {
  readonly name: string
  readonly title: Text
  readonly href: string
  /** Where a file for it is sent from. */
  readonly upload: string
  /** Looks at files, or reads them in: one, or several that are done as one where the list takes that. */
  run(deps: Deps, who: Who, files: readonly WaitingFile[], how: How): Promise<ImportOutcome>
}

/** The list that may be read in under this name, or null where there is none, or where this reader may not see it. */
export const targetOf = async (deps: Deps, who: Who, name: string): Promise<Target | null> => {
  if (name === organisationLists) return organisationTarget(deps, who)
  const [kind = '', part = ''] = name.split('/')
  const upload = `/import/${name}/upload`
  const definition = kind === 'register' ? definitionAt(part) : undefined
  if (definition) {
    return {
      name,
      title: definition.words.many,
      href: `/register/${part}`,
      upload,
      run: ofTable((inside, by, asked) => importRegister(inside, by, definition, asked)),
    }
  }
  const series = kind === 'series' ? await openSeries(deps, who, part) : null
  return (
    series && {
      name,
      title: series.name,
      href: `/series/${series.slug}`,
      upload,
      run: ofTable((inside, by, asked) => importSeries(inside, by, series, asked)),
    }
  )
}

/** A list that is one table in one file. */
const ofTable =
  (work: (deps: Deps, who: Who, run: Run) => Promise<ImportOutcome>): Target['run'] =>
  async (deps, who, files, how) => {
    const read = await readTable(files[0]?.content ?? Buffer.alloc(0))
    return read.ok ? work(deps, who, { table: read.value, ...how }) : unreadable(read.refusals)
  }

/** A file that could not be read at all, as an outcome. */
export const unreadable = (refusals: readonly Refusal[]): ImportOutcome => ({
  rows: [],
  unchanged: 0,
  problems: refusals.map((refusal) => ({ cell: '', stood: '', refusal })),
  applied: false,
})
