import type { ThingKind } from '../database/schema.ts'
import type { Question } from './thread.ts'

/** Which of the four questions a thing of each kind helps to answer. */
export const questionOf: Readonly<Record<ThingKind, Question>> = {
  case: 1,
  document: 1,
  decision: 1,
  clause: 1,
  meeting: 1,
  entry: 2,
  goal: 2,
  frame: 2,
  mandate: 2,
  appointment: 2,
  rule_choice: 2,
  report: 3,
  series: 4,
  target: 4,
}
