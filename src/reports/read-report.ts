import { type Day, readDay } from '../kernel/day.ts'
import { readPeriod } from '../kernel/period.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { type Fields, first } from '../web/view.ts'
import type { ContinuationInput, ReportInput, ReportKind } from './report.ts'
import { words } from './words.ts'

/** Most rows of what continues that a form may have. */
export const mostRows = 60

/** How many rows the form has: as it was sent, 3 at first, never more than 60. */
export const rowsOf = (fields: Fields): number => {
  const asked = Number(first(fields, 'more') || first(fields, 'rows') || 3)
  return Number.isSafeInteger(asked) ? Math.min(Math.max(asked, 3), mostRows) : 3
}

/** Reads the report form; what cannot be read at all is told beside what the rules find. Empty rows are left out. */
export const readReport = (fields: Fields): { readonly input: ReportInput; readonly refusals: readonly Refusal[] } => {
  const kind: ReportKind = first(fields, 'kind') === 'final' ? 'final' : 'interim'
  const refusals: Refusal[] = []
  const continuation: ContinuationInput[] = []
  const rows = kind === 'final' ? rowsOf(fields) : 0
  for (let no = 1; no <= rows; no++) {
    const [what, owner, dueTyped, dropped] = ['continuation', 'owner', 'due', 'dropped'].map((name) => first(fields, `${name}-${no}`).trim()) as [
      string,
      string,
      string,
      string,
    ]
    if (`${what}${owner}${dueTyped}${dropped}` === '') continue
    const due: Day | null = dueTyped === '' ? null : readDay(dueTyped)
    if (dueTyped !== '' && due === null) refusals.push({ code: 'continuation.day', field: `due-${no}`, text: words.badDay(no, dueTyped) })
    continuation.push({ what, ...(owner ? { nodeId: owner } : {}), ...(due ? { due } : {}), ...(dropped ? { dropped } : {}) })
  }
  const typed = first(fields, 'period').trim()
  const period = typed === '' ? null : readPeriod(typed)
  return {
    input: {
      kind,
      stance: first(fields, 'stance'),
      text: first(fields, 'text'),
      continuation,
      ...(period ? { period: period.ok ? period.value : typed } : {}),
    },
    refusals,
  }
}
