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
import { type ChangedRow, differing, type FieldChange, type RowAct, tellRefusals, valueOr } from './row-act.ts'
import { findByKey, keepKey } from './key-store.ts'
import { lists } from './lists.ts'
import type { Row } from './read-list.ts'
import type { ReadRows, UnitRow } from './read-rows.ts'
import { words } from './words.ts'

const label = (id: string) => lists.units.columns.find((column) => column.id === id)?.head ?? { sv: id, en: id }

/** Carries out the rows of the list of units, parents before what lies under them in whatever order they stand. */
export const importUnits = async (deps: Deps, who: Who, rows: readonly UnitRow[], named: ReadRows['named']): Promise<readonly (ChangedRow | null)[]> => {
  const done: (ChangedRow | null)[] = []
  for (let waiting = rows; waiting.length > 0; ) {
    const later: UnitRow[] = []
    for (const unit of waiting) {
      const parentId = await findByKey(deps, 'node', unit.parent)
      if (parentId === null) later.push(unit)
      else done.push(await importUnit(deps, who, unit, parentId))
    }
    if (later.length === waiting.length) {
      for (const { row, parent } of later.filter((waits) => !named('units', waits.parent) || waits.parent === waits.key))
        row.wrong('parent', { code: 'import.unit', text: words.noUnit(parent) })
      break
    }
    waiting = later
  }
  return done
}

const importUnit = async (deps: Deps, who: Who, { row, key, kind, parent, ...read }: UnitRow, parentId: string): Promise<ChangedRow | null> => {
  const on = read.on ?? deps.clock.today()
  const draft = { name: read.name, short: read.short, seats: read.seats }
  if (kind === null) return null
  const id = await findByKey(deps, 'node', key)
  if (id !== null) return changeUnit(deps, who, row, { id, kind, parentId, on, ...draft })
  const made = valueOr('units', row, await createNode(deps, who, { ...draft, kind, parentId, on }))
  if (!made) return null
  await keepKey(deps, who, 'node', key, made.id)
  const changes: FieldChange[] = [
    { label: label('kind'), before: '', after: organisationWords.kind[kind].sv },
    { label: label('parent'), before: '', after: parent },
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
export const closeUnit: RowAct<UnitRow> = async (deps, who, { row, key, ends: on }) => {
  const id = await findByKey(deps, 'node', key)
  if (on === null || id === null) return null
  const life = (await loadTimeline(deps.store)).get(id)
  if (!life || lastVersion(life).to === on) return null
  const closed = valueOr('units', row, await told(closeNode(deps, who, { nodeId: id, on, childrenTo: null })))
  return closed && { kind: 'units', no: row.no, name: lastVersion(life).name.sv, isNew: false, changes: [{ label: label('ends'), before: '', after: on }] }
}
