import type { Tx } from '../database/transact.ts'
import { findContradictions } from '../rulebook/contradictions/find-contradictions.ts'
import type { DocumentInput } from '../rulebook/contradictions/material.ts'
import { amountsInText } from '../rulebook/contradictions/amounts-in-text.ts'
import type { Found } from './found.ts'

interface Paper {
  readonly id: string
  readonly title: string
  readonly nodeId: string
  readonly day: string
  readonly secrecy: string | null
}

/** Every piece of text in a document's parts, with the name of its part. */
const textsIn = (value: unknown, place: string): readonly { readonly text: string; readonly place: string }[] => {
  if (typeof value === 'string') return [{ text: value, place }]
  if (Array.isArray(value)) return value.flatMap((it) => textsIn(it, place))
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((it) => textsIn(it, place)) : []
}

const findIn = (scope: string, papers: readonly Paper[], documents: readonly DocumentInput[]): readonly Found[] => {
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  return findContradictions({ documents }).findings.flatMap((finding): readonly Found[] => {
    const concerned = [...new Set(finding.cells.map((cell) => cell.document))].flatMap((id) => byId.get(id) ?? [])
    const [first] = concerned
    if (!first) return []
    const named = finding.cells.map((cell) => ({ ...cell, document: byId.get(cell.document)?.title ?? cell.document }))
    return [
      {
        scope,
        concerns: concerned.map((paper) => paper.id),
        nodeId: first.nodeId,
        secrecy: concerned.find((paper) => paper.secrecy !== null)?.secrecy ?? null,
        finding: { ...finding, cells: named },
      },
    ]
  })
}

/** Finds what cannot be in the papers of a case: days no calendar has, an opinion older than what it encloses. */
export const casePapers = async (tx: Tx, caseId: string): Promise<readonly Found[]> => {
  const rows = await tx
    .selectFrom('document')
    .innerJoin('thing', 'thing.id', 'document.id')
    .select(['thing.id', 'thing.title', 'thing.node_id', 'thing.day', 'thing.secrecy', 'document.parts'])
    .where('document.case_id', '=', caseId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('link').select('link.id').whereRef('link.from_id', '=', 'thing.id').where('link.kind', '=', 'replaced_by'))))
    .execute()
  const papers = rows.map((row): Paper => ({ id: row.id, title: row.title, nodeId: row.node_id, day: row.day, secrecy: row.secrecy }))
  const documents = rows.map((row): DocumentInput => {
    const parts = row.parts as { readonly attachments?: readonly string[]; readonly issued?: string }
    const enclosed = papers.filter((paper) => paper.id !== row.id && (parts.attachments ?? []).some((line) => sameTitle(line, paper.title)))
    return {
      id: row.id,
      title: row.title,
      date: parts.issued ?? row.day,
      encloses: enclosed.map((paper) => paper.id),
      texts: textsIn(row.parts, ''),
    }
  })
  return findIn(`case/${caseId}/`, papers, documents)
}

const bare = (title: string): string => title.toLowerCase().replace(/^(bilaga\s*\d*\s*[:.–-]?\s*)/, '')
/** 'Bilaga 1: Slutredovisning av uppdraget' encloses 'Slutredovisning av uppdraget'. */
const sameTitle = (line: string, title: string): boolean => bare(line).trim() === bare(title).trim()

/** Finds what a decision says of itself that cannot be: days, and an amount in words that is not the frame the clause sets. */
export const decisionWords = async (tx: Tx, decisionId: string): Promise<readonly Found[]> => {
  const row = await tx
    .selectFrom('decision')
    .innerJoin('thing', 'thing.id', 'decision.id')
    .select(['thing.id', 'thing.title', 'thing.node_id', 'thing.day', 'thing.secrecy', 'decision.text'])
    .where('decision.id', '=', decisionId)
    .executeTakeFirst()
  if (!row) return []
  const clauses = await tx
    .selectFrom('clause')
    .leftJoin('frame', 'frame.clause_id', 'clause.id')
    .select(['clause.no', 'clause.text', 'frame.amount'])
    .where('clause.decision_id', '=', decisionId)
    .orderBy('clause.no')
    .execute()
  const paper: Paper = { id: row.id, title: row.title, nodeId: row.node_id, day: row.day, secrecy: row.secrecy }
  const frames = clauses.flatMap(({ no, text, amount }) => {
    const said = amountsInText(text)
    if (amount === null || said.length === 0 || said.some((it) => it.ore === Number(amount))) return []
    const [first] = said
    return [
      {
        what: `att-sats ${no}`,
        total: (first as (typeof said)[number]).printed,
        unit: 'kr',
        parts: [{ label: `den ram som sattes genom att-sats ${no}`, value: Number(amount) / 100 }],
      },
    ]
  })
  const texts = [{ text: row.text, place: '' }, ...clauses.map(({ no, text }) => ({ text, place: `att-sats ${no}` }))]
  return findIn(`decision/${decisionId}/`, [paper], [{ id: row.id, title: row.title, date: row.day, texts, sums: frames }])
}
