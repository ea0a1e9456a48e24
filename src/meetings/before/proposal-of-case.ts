import type { Store } from '../../database/connection.ts'
import type { Tx } from '../../database/transact.ts'
import type { Proposal } from '../agenda/proposal.ts'

/** The clauses of a paper, without the word "att". */
const clausesIn = (parts: Readonly<Record<string, unknown>>): readonly string[] => {
  const lines = parts['decision'] ?? parts['proposal']
  return Array.isArray(lines)
    ? lines.filter((line) => typeof line === 'string' && line.trim() !== '').map((line: string) => line.replace(/^att\s+/i, '').trim())
    : []
}

/**
 * What is proposed in a case: the clauses of its latest board paper or official opinion, each noted as it is worded, and those whom the
 * paper would tell. What a clause is to do is chosen when it is decided, or taken from a draft.
 */
export const proposalOfCase = async (store: Store | Tx, caseId: string): Promise<Proposal | null> => {
  const rows = await store
    .selectFrom('document')
    .innerJoin('thing', 'thing.id', 'document.id')
    .leftJoin('post', 'post.id', 'document.author_id')
    .leftJoin('node_version', (join) => join.onRef('node_version.node_id', '=', 'post.node_id'))
    .select(['document.parts', 'document.kind', 'node_version.name_sv'])
    .where('document.case_id', '=', caseId)
    .where('document.kind', 'in', ['board_paper', 'official_opinion'])
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('link').select('link.id').whereRef('link.from_id', '=', 'document.id').where('link.kind', '=', 'replaced_by'))),
    )
    .orderBy('thing.day', 'desc')
    .orderBy('document.id', 'desc')
    .limit(8)
    .execute()
  const paper = rows.find((row) => clausesIn(row.parts).length > 0)
  if (!paper) return null
  const texts = clausesIn(paper.parts)
  return { from: paper.name_sv ?? '', text: '', clauses: texts.map((text, i) => ({ no: i + 1, kind: 'note', text, data: {} })), receivers: [] }
}
