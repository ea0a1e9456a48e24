import { granted, type Verdict } from '../kernel/refusal.ts'
import { type Checked, findContradictions } from '../rulebook/contradictions/find-contradictions.ts'
import { readCheckFile } from './read-file.ts'

export interface CheckAnswer extends Checked {
  /** Are there neither errors nor contradictions? Questions do not fail. */
  readonly ok: boolean
  /** Fields of the file that nobody knows and that were not read. */
  readonly unknown: readonly string[]
}

/** Checks the text of a file of printed tables and facts; refused where it cannot be read. */
export const check = (text: string): Verdict<CheckAnswer> => {
  const opened = readCheckFile(text)
  if (!opened.ok) return opened
  const checked = findContradictions(opened.value.material)
  return granted({ ok: checked.findings.every(({ sureness }) => sureness === 'ask'), ...checked, unknown: opened.value.unknown })
}
