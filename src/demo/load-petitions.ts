import { transact } from '../database/transact.ts'
import { type Day, day } from '../kernel/day.ts'
import { createEntry } from '../registers/create-entry.ts'
import type { AnyDefinition, EntryData } from '../registers/define.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { readData } from '../registers/read-entry.ts'
import { type Happening, loader, must, order } from './event.ts'
import { readAll } from './files.ts'
import { idOf } from './ids.ts'
import { actAs } from './load-followup.ts'

interface ActRow {
  readonly day: string
  readonly post: string
  readonly act: string
  readonly comment?: string
  readonly data?: Readonly<Record<string, unknown>>
}

interface PetitionRow {
  readonly register: string
  readonly key: string
  readonly node: string
  readonly day: string
  readonly data: Readonly<Record<string, unknown>>
  readonly acts: readonly ActRow[]
}

/** 'node:aln' and 'post:aln-chair' name things of the organisation. */
const resolved = (data: Readonly<Record<string, unknown>>): EntryData =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const [, kind = '', key = ''] = typeof value === 'string' ? (/^(node|post):(.+)$/.exec(value) ?? []) : []
      return [name, kind === '' ? value : idOf(kind, key)]
    }),
  )

const definitionIn = (row: PetitionRow): AnyDefinition => {
  const definition = definitionOf(row.register)
  if (!definition) throw new Error(`${row.key}: no register ${row.register}`)
  return definition
}

/** What members and residents put to the council, and what was done with it, as happenings. */
export const petitionHappenings = (today: Day): readonly Happening[] =>
  readAll<{ readonly petitions: readonly PetitionRow[] }>('petitions')
    .flatMap((f) => f.petitions)
    .flatMap((row): Happening[] => [
      {
        day: day(row.day),
        order: order.noted,
        key: row.key,
        run: async (deps) => {
          const definition = definitionIn(row)
          const data = must(row.key, readData(definition, resolved(row.data), day(row.day)))
          await transact(deps, { actor: 'system:demonstration', act: 'file' }, (tx) =>
            createEntry(tx, deps, definition, {
              id: idOf('thing', row.key),
              data,
              nodeId: idOf('node', row.node),
              day: day(row.day),
              clauseId: null,
              who: loader,
            }),
          )
        },
      },
      ...row.acts.map(
        (act): Happening => ({
          day: day(act.day),
          order: order.carried,
          key: row.key,
          run: (deps) => actAs(deps, row.key, act.post, act.act, idOf('thing', row.key), { comment: act.comment, data: act.data && resolved(act.data) }),
        }),
      ),
    ])
    .filter((h) => h.day <= today)
