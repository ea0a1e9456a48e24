import type { Deps } from '../../database/transact.ts'
import type { Who } from '../../kernel/who.ts'
import { addPersonHindrances } from '../../organisation/add-person.ts'
import { mostProblems, type ImportOutcome } from '../import/problem.ts'
import type { Target } from '../import/target.ts'
import type { WaitingFile } from '../import/waiting-files.ts'
import { largestSheet, readTable } from '../sheet/read-table.ts'
import { sheetWords } from '../sheet/words.ts'
import { importOrganisation, type Outcome } from './import-organisation.ts'
import { lists } from './lists.ts'
import { readList, type ReadList } from './read-list.ts'
import { words } from './words.ts'

/** The name of the organisation's lists among those that are read in. */
export const organisationLists = 'organisation/lists'

/** Persons, units, posts and appointments, from several files done as one; null for those who do not appoint. */
export const organisationTarget = (deps: Deps, who: Who): Target | null =>
  who.personId === null || addPersonHindrances(who, deps.clock.today()).length > 0
    ? null
    : {
        name: organisationLists,
        title: words.title,
        href: '/organisation',
        upload: '/organisation/import',
        run: async (inside, by, files, { apply, seen, ...how }) => {
          const read = await readLists(files)
          return told(await importOrganisation(inside, by, read, apply ? { digest: seen ?? '' } : null, how), apply)
        },
      }

/** What the files hold, one after the other: each may be large. */
export const readLists = async (files: readonly WaitingFile[]): Promise<readonly ReadList[]> => {
  const read: ReadList[] = []
  for (const file of files) read.push(await readFile(file))
  return read
}

const readFile = async ({ name, content }: WaitingFile): Promise<ReadList> => {
  if (content.length > largestSheet)
    return {
      kind: null,
      rows: [],
      problems: [{ file: name, cell: '', stood: '', refusal: { code: 'sheet.too_large', text: sheetWords.tooLarge(largestSheet) } }],
    }
  const table = await readTable(content)
  return table.ok
    ? readList(name, table.value)
    : { kind: null, rows: [], problems: table.refusals.map((refusal) => ({ file: name, cell: '', stood: '', refusal })) }
}

/** The outcome as every list that is read in tells it: each row with its list, each problem with its file. */
const told = ({ rows, unchanged, problems, digest, done }: Outcome, apply: boolean): ImportOutcome => ({
  rows: rows.map(({ kind, no, name, isNew, changes }) => ({
    no,
    name,
    of: lists[kind].name,
    href: null,
    isNew,
    changes: changes.map(({ label, before, after }) => ({ cell: '', label, before, after })),
  })),
  unchanged,
  problems:
    apply && !done && problems.length === 0
      ? [{ cell: '', stood: '', refusal: { code: 'import.conflict', text: words.otherwise } }]
      : problems.slice(0, mostProblems).map(({ file, cell, stood, refusal }) => ({ cell: [file, cell].filter(Boolean).join(' '), stood, refusal })),
  applied: done,
  digest,
})
