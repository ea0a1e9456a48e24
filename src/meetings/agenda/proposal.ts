import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { isId } from '../../kernel/identity.ts'

/**
 * A clause that is proposed: its wording without the word "att", and what it does when decided (src/decisions/clause.ts tells the
 * kinds and their data). `no` is its number in the proposal; an amendment that bears the same number stands in its place.
 */
export const clauseShape = z.object({
  id: z.string().refine(isId).optional(),
  no: z.number().int().min(1),
  kind: z.string().min(1),
  text: z.string(),
  data: z.record(z.string(), z.unknown()),
  target: z.string().refine(isId).optional(),
  creates: z.string().refine(isId).optional(),
  continued: z.array(z.record(z.string(), z.unknown())).optional(),
})
export type ProposedClause = z.infer<typeof clauseShape>

/** What is proposed in an item before anybody has spoken: by whom it is prepared, the clauses, and who is to be told. */
export const proposalShape = z.object({
  /** 'Arbetslivsförvaltningen', 'Kommunstyrelsen': whose proposal it is; '' where there is none. */
  from: z.string(),
  text: z.string(),
  clauses: z.array(clauseShape),
  receivers: z.array(
    z.object({ nodeId: z.string().refine(isId), demandsAction: z.boolean(), what: z.string().nullable(), due: z.string().refine(isDay).optional() }),
  ),
})
export type Proposal = z.infer<typeof proposalShape>

/** No proposal: information, questions. */
export const noProposal: Proposal = { from: '', text: '', clauses: [], receivers: [] }

/** A notified matter or a delegated decision, as the item lists it. */
export const listedShape = z.object({
  text: z.string(),
  /** Who decided: 'Kommunstyrelsen', 'Ordföranden'. */
  from: z.string(),
  day: z.string().nullable(),
  number: z.string().nullable(),
  decisionId: z.string().refine(isId).optional(),
  /** It demands action of the body: what is asked, '' where that is secret. Left out of what is for information. */
  asked: z.string().optional(),
  /** By when, where that was said. */
  due: z.string().refine(isDay).optional(),
  /** Of an urgent decision: why the board's own could not be awaited (KL 6:39). */
  because: z.string().optional(),
})
export type Listed = z.infer<typeof listedShape>
