import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { refusalWords as words } from './refusal-words.ts'
import { lastVersion, type NodeLife, type Timeline, versionOn } from './timeline.ts'
import { isBody, type NodeKind } from './tree.ts'

/**
 * Why the node cannot be changed from the day: changes of a node come in the order of their days, so that what was decided for
 * later is never silently undone. A change of the day when the last one began revises that one.
 */
export const changeHindrances = (life: NodeLife, on: Day): readonly Refusal[] => {
  const last = lastVersion(life)
  if (last.to !== null) return [words.gone(last.name, last.to)]
  return on < last.from ? [on < (life.versions[0]?.from ?? on) ? words.absent('on', last.name, on) : words.laterChange(last.name, last.from)] : []
}

/** Why the node cannot end on the day. As `changeHindrances`, and it must have been what it is for at least a day. */
export const endHindrances = (life: NodeLife, on: Day): readonly Refusal[] => {
  const last = lastVersion(life)
  if (life.kind === 'municipality') return [words.municipality(last.name)]
  return last.to === null && on === last.from ? [words.sameDay(last.name, last.from)] : changeHindrances(life, on)
}

/** Why a node cannot take something over, or have something under it, from the day and for good. `field` is where it was chosen. */
export const receiveHindrances = (timeline: Timeline, nodeId: string, on: Day, field: string): readonly Refusal[] => {
  const life = timeline.get(nodeId)
  if (!life) return [words.unknown(field)]
  const last = lastVersion(life)
  if (last.to !== null) return [last.to <= on ? words.absent(field, last.name, on) : words.ends(field, last.name, last.to)]
  return versionOn(life, on) ? [] : [words.absent(field, last.name, on)]
}

/** Why a node of the kind cannot lie under the parent from the day: bodies are not parts of the administration. */
export const parentHindrances = (timeline: Timeline, kind: NodeKind, parentId: string | null, on: Day): readonly Refusal[] => {
  const root = [...timeline.values()].find((life) => life.kind === 'municipality')
  if (parentId === null) return kind === 'municipality' ? (root ? [words.rootExists(lastVersion(root).name)] : []) : [words.needsParent]
  if (kind === 'municipality' && root) return [words.rootExists(lastVersion(root).name)]
  const parent = timeline.get(parentId)
  const unfit = receiveHindrances(timeline, parentId, on, 'parentId')
  if (unfit.length > 0 || !parent) return unfit
  return isBody(kind) && (parent.kind === 'department' || parent.kind === 'unit') ? [words.bodyUnderUnit(lastVersion(parent).name)] : []
}
