import { changeRule } from './change-rule.ts'
import { claimRule } from './claim-rule.ts'
import { countRule } from './count-rule.ts'
import { dateRule } from './date-rule.ts'
import { decidedRule } from './decided-rule.ts'
import { statementFacts, tableFacts } from './facts.ts'
import type { Finding, Found, Note } from './finding.ts'
import { gather } from './gather.ts'
import { readGrid } from './grid.ts'
import type { Material } from './material.ts'
import { netRule } from './net-rule.ts'
import { orderRule } from './order-rule.ts'
import { atlasOf } from './point.ts'
import { sameRule } from './same-rule.ts'
import { shareRule } from './share-rule.ts'
import { sumRule } from './sum-rule.ts'
import { summaryRule } from './summary-rule.ts'

export interface Checked {
  /** What the documents and tables that findings name are called, by the id they are named with. */
  readonly names: { readonly documents: Readonly<Record<string, string>>; readonly tables: Readonly<Record<string, string>> }
  readonly findings: readonly Finding[]
  readonly notes: readonly Note[]
  /** How much was looked at: cells and statements with a number, and cells whose words could not be read as one. */
  readonly looked: { readonly documents: number; readonly tables: number; readonly numbers: number; readonly unread: number }
}

/** Finds what cannot be, and what disagrees, in documents as printed. Pure: the same material gives the same findings, in the same order. */
export const findContradictions = ({ documents }: Material): Checked => {
  const grids = documents.flatMap((document) => (document.tables ?? []).map((table, at) => readGrid(document, table, at)))
  const stated = documents.some(({ statements }) => (statements?.length ?? 0) > 0)
  // One table alone has nothing to be set against.
  const facts = grids.length > 1 || stated ? [...grids.flatMap(tableFacts), ...documents.flatMap(statementFacts)] : []
  const found: readonly Found[] = [
    ...grids.flatMap((grid) => [sumRule(grid), netRule(grid), changeRule(grid), shareRule(grid)]),
    summaryRule(grids),
    sameRule(facts),
    ...(stated ? [claimRule(documents, atlasOf(grids, facts))] : []),
    countRule(documents),
    decidedRule(documents),
    dateRule(documents),
    orderRule(documents),
  ]
  const findings = gather(found.flatMap(({ findings }) => findings))
  return {
    findings,
    names: namesIn(findings, documents, grids),
    notes: found.flatMap(({ notes }) => notes),
    looked: { documents: documents.length, tables: grids.length, ...numbers(grids, documents) },
  }
}

const namesIn = (findings: readonly Finding[], documents: Material['documents'], grids: readonly ReturnType<typeof readGrid>[]): Checked['names'] => {
  const told = new Set(findings.flatMap(({ cells }) => cells.flatMap(({ document, table }) => (table === undefined ? [document] : [document, table]))))
  return {
    documents: Object.fromEntries(documents.flatMap(({ id, title }) => (told.has(id) && title !== undefined ? [[id, title]] : []))),
    tables: Object.fromEntries(grids.flatMap(({ table }) => (told.has(table.id ?? table.title) ? [[table.id ?? table.title, table.title]] : []))),
  }
}

const numbers = (grids: readonly ReturnType<typeof readGrid>[], documents: Material['documents']): { numbers: number; unread: number } => {
  let [count, unread] = [documents.reduce((sum, { statements }) => sum + (statements?.filter(({ value }) => value !== undefined).length ?? 0), 0), 0]
  for (const grid of grids) {
    for (const row of grid.rows) {
      for (const column of grid.columns) {
        const cell = grid.cell(row, column)
        if (cell.state === 'value') count++
        else if (cell.state === 'unread' && cell.text !== '') unread++
      }
    }
  }
  return { numbers: count, unread }
}
