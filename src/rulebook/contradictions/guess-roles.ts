import type { LineInput, Role } from './material.ts'

export type GuessedRole = Role | null

const says = {
  total: /^(summa|totalt?|total summa|samtliga|sum|total sum)(?![a-zåäö])/i,
  subtotal: /^(delsumma|subtotal)(?![a-zåäö])/i,
  ofWhich: /^[-–—\s]*(varav|därav|of which)(?![a-zåäö])/i,
  income: /^(verksamhetens )?(intäkt(er)?|income|revenues?)$/i,
  cost: /^(verksamhetens )?(kostnad(er)?|costs?|expenses)$/i,
  net: /^(verksamhetens )?(netto|nettokostnad(er)?|nettoresultat|net( cost)?s?)$/i,
  change: /^(förändring|förändr\.?|diff\.?|differens|skillnad|change)(?![a-zåäö])/i,
} as const

/**
 * Reads roles from labels that leave no doubt, for lines that state none. Where the writer states any role of sums among
 * the lines, only 'varav' is read: the statement is believed. Findings that rest on a guessed role only ask, unless other cells bear it out.
 */
export const guessRoles = (lines: readonly LineInput[], columns = false): readonly GuessedRole[] => {
  const open = (line: LineInput): boolean => line.role === undefined
  const label = (line: LineInput): string => line.label.trim()
  const stated = lines.some((line) => line.role !== undefined && !['value', 'text', 'period', 'count', 'rate', 'info', 'part'].includes(line.role))
  const net = !stated && [says.income, says.cost, says.net].every((word) => lines.some((line) => word.test(label(line))))
  return lines.map((line, at) => {
    if (!open(line)) return null
    if (says.ofWhich.test(label(line))) return 'of-which'
    if (columns && says.change.test(label(line)) && !lines.some((other) => other.role === 'change')) return 'change'
    if (stated) return null
    if (net) return says.income.test(label(line)) ? 'income' : says.cost.test(label(line)) ? 'cost' : says.net.test(label(line)) ? 'net' : null
    if (says.subtotal.test(label(line))) return 'subtotal'
    return at > 1 && says.total.test(label(line)) ? 'total' : null
  })
}
