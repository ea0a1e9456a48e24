import type { Deps } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import { granted, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { changeNode } from '../../organisation/change-node.ts'
import { closeNode } from '../../organisation/close-node.ts'
import { createNode } from '../../organisation/create-node.ts'
import { moveNode } from '../../organisation/move-node.ts'
import { loadTimeline } from '../../organisation/node-store.ts'
import { lastVersion } from '../../organisation/timeline.ts'
import type { NodeKind } from '../../organisation/tree.ts'
import { words as organisationWords } from '../../organisation/words.ts'
import { type ChangedRow, differing, type FieldChange, type Named, tellRefusals, valueOr } from './row-act.ts'
import { findByKey, keepKey } from './key-store.ts'
import { lists } from './lists.ts'
import type { Row } from './read-list.ts'
import { words } from './words.ts'

const label = (id: string) => lists.units.columns.find((column) => column.id === id)?.head ?? { sv: id, en: id }

/** Carries out the rows of the list of units, parents before what lies under them in whatever order they stand. */
export const importUnits = async (deps: Deps, who: Who, rows: readonly Row[], named: Named): Promise<readonly (ChangedRow | null)[]> => {
  const done: (ChangedRow | null)[] = []
  for (let waiting = rows; waiting.length > 0; ) {
    const later: Row[] = []
    for (const row of waiting) {
      const parentId = await findByKey(deps, 'node', row.text('parent'))
      if (parentId === null) later.push(row)
      else done.push(await importUnit(deps, who, row, parentId))
    }
    if (later.length === waiting.length) {
      for (const row of later.filter((waits) => !named('units', waits.text('parent')) || waits.text('parent') === waits.text('key')))
        row.wrong('parent', { code: 'import.unit', text: words.noUnit(row.text('parent')) })
      break
    }
    waiting = later
  }
  return done
}

const importUnit = async (deps: Deps, who: Who, row: Row, parentId: string): Promise<ChangedRow | null> => {
  const kind = row.oneOf('kind', organisationWords.kind)
  const on = row.day('from') ?? deps.clock.today()
  const draft = { name: { sv: row.text('name'), en: row.text('en') }, short: row.text('short'), seats: row.count('seats') }
  if (kind === null) return null
  const id = await findByKey(deps, 'node', row.text('key'))
  if (id !== null) return changeUnit(deps, who, row, { id, kind, parentId, on, ...draft })
  const made = valueOr('units', row, await createNode(deps, who, { ...draft, kind, parentId, on }))
  if (!made) return null
  await keepKey(deps, who, 'node', row.text('key'), made.id)
  const changes: FieldChange[] = [
    { label: label('kind'), before: '', after: organisationWords.kind[kind].sv },
    { label: label('parent'), before: '', after: row.text('parent') },
    { label: label('from'), before: '', after: on },
  ]
  return { kind: 'units', no: row.no, name: draft.name.sv, isNew: true, changes }
}

interface Unit {
  readonly id: string
  readonly kind: NodeKind
  readonly parentId: string
  readonly on: Day
  readonly name: { readonly sv: string; readonly en: string }
  readonly short: string
  readonly seats: number | null
}

const changeUnit = async (deps: Deps, who: Who, row: Row, { id, kind, parentId, on, ...draft }: Unit): Promise<ChangedRow | null> => {
  const timeline = await loadTimeline(deps.store)
  const life = timeline.get(id)
  if (!life) return null
  const last = lastVersion(life)
  if (life.kind !== kind) return tellRefusals('units', row, [{ code: 'import.kind', field: 'kind', text: words.kindStays }])
  const seats = draft.seats ?? last.seats
  const named = differing([
    { label: label('name'), before: last.name.sv, after: draft.name.sv },
    { label: label('en'), before: last.name.en, after: draft.name.en || draft.name.sv },
    { label: label('short'), before: last.short, after: draft.short },
    { label: label('seats'), before: String(last.seats ?? ''), after: String(seats ?? '') },
  ])
  if (named.length > 0 && valueOr('units', row, await told(changeNode(deps, who, { ...draft, seats, nodeId: id, on }))) === null) return null
  const nameOf = (node: string | null): string => (node ? (timeline.get(node)?.versions.at(-1)?.name.sv ?? '') : '')
  const moved: readonly FieldChange[] =
    last.parentId === parentId ? [] : [{ label: label('parent'), before: nameOf(last.parentId), after: nameOf(parentId) || row.text('parent') }]
  if (moved.length > 0 && valueOr('units', row, await told(moveNode(deps, who, { nodeId: id, parentId, on }))) === null) return null
  await keepKey(deps, who, 'node', row.text('key'), id)
  const changes = [...named, ...moved]
  return changes.length === 0 ? null : { kind: 'units', no: row.no, name: draft.name.sv, isNew: false, changes }
}

/** An act that gives nothing back has at least been done. */
const told = async (act: Promise<Verdict<null>>): Promise<Verdict<true>> => {
  const verdict = await act
  return verdict.ok ? granted(true as const) : verdict
}

/** Ends the unit of a row that says so; last of all, when what was under it has been moved. */
export const closeUnit = async (deps: Deps, who: Who, row: Row): Promise<ChangedRow | null> => {
  const on = row.day('ends')
  const id = await findByKey(deps, 'node', row.text('key'))
  if (on === null || id === null) return null
  const life = (await loadTimeline(deps.store)).get(id)
  if (!life || lastVersion(life).to === on) return null
  const closed = valueOr('units', row, await told(closeNode(deps, who, { nodeId: id, on, childrenTo: null })))
  return closed && { kind: 'units', no: row.no, name: lastVersion(life).name.sv, isNew: false, changes: [{ label: label('ends'), before: '', after: on }] }
}
