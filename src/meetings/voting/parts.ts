import { clauseByClause, type ClauseByClauseFacts, type Part } from '../../rulebook/voting/clause-by-clause.ts'
import type { Alternative, ItemRecord, Motion } from '../record/record.ts'

type Item = Pick<ItemRecord, 'motions' | 'proposal' | 'oneByOne'>

const facts = (item: Item, separately: readonly number[]): ClauseByClauseFacts => ({
  clauses: [...new Set(item.proposal.clauses.map((c) => c.no))],
  separately: [...separately],
  motions: standing(item).flatMap(({ id, kind, clauses, otherwiseApprove }) =>
    kind === 'amend' || kind === 'reject' ? [{ id, kind, points: clauses.map((c) => c.no), otherwise: otherwiseApprove }] : [],
  ),
})

/** Motions that stand: neither withdrawn, nor refused by the chair, nor fallen with the conflict of interest of their mover. */
export const standing = (item: Pick<ItemRecord, 'motions'>): readonly Motion[] =>
  item.motions.filter((m) => !m.withdrawn && !m.fallen && m.ruling?.ruling !== 'refused')

/** Can the proposal be put with these clauses one by one? The rulebook's answer, with the parts it would be put in. */
export const putSeparately = (item: Item, separately: readonly number[]) => clauseByClause(facts(item, separately))

/** In what parts the proposal is put, where its clauses are put one by one; null where it is put as a whole. */
export const partsOf = (item: Item): readonly Part[] | null => (item.oneByOne === null ? null : (putSeparately(item, item.oneByOne).value?.parts ?? null))

/** Which clauses stand, by whose they are, when something has carried in each part. */
export const clausesStanding = (item: Item, carried: readonly Alternative[]): readonly { readonly point: number; readonly of: string }[] =>
  clauseByClause({ ...facts(item, item.oneByOne ?? []), carried: [...carried] }).value?.stands ?? []

/** Are two questions about the same clauses? Null is the whole. */
export const samePoints = (a: readonly number[] | null | undefined, b: readonly number[] | null | undefined): boolean =>
  (a ?? null) === null || (b ?? null) === null ? (a ?? null) === (b ?? null) : a?.join() === b?.join()

/** The numbers of everything that was proposed in an item: the proposal's clauses, and new ones of its amendments. */
export const pointNumbers = (item: Pick<ItemRecord, 'motions' | 'proposal'>): readonly number[] =>
  [...new Set([...item.proposal.clauses, ...standing(item).flatMap((m) => (m.kind === 'amend' ? m.clauses : []))].map((c) => c.no))].toSorted((a, b) => a - b)
