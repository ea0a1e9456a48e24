import type { ProposedClause } from '../agenda/proposal.ts'

/**
 * Reads clauses as the secretary types them in the debate, one a line: '2. avsätta 3 mnkr' stands in the place of clause 2, a line
 * without a number comes after the others; '3. utgår' strikes clause 3 out. The word "att" at the beginning is the form's, not the clause's.
 */
export const readClauses = (typed: string): readonly ProposedClause[] => {
  const lines = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  let free = Math.max(0, ...lines.flatMap((line) => Number(/^(\d{1,3})[.)]?\s/.exec(line)?.[1] ?? 0)))
  const floor = free === 0 ? 100 : free
  free = floor
  return lines.map((line) => {
    const [, no, rest] = /^(\d{1,3})[.)]?\s+(.*)$/.exec(line) ?? []
    const text = (rest ?? line).replace(/^att\s+/i, '')
    if (no !== undefined && /^(utgår|stryks|struck out|[-–])\.?$/i.test(text))
      return { no: Number(no), kind: 'strike', text: `att-sats ${no} i förslaget utgår`, data: {} }
    return { no: no === undefined ? ++free : Number(no), kind: 'note', text, data: {} }
  })
}
