import type { Store } from '../../database/connection.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { MeetingHead } from '../record/record.ts'
import { asksPreparation } from './item-preparation.ts'
import { preparationOfCases, rulingOf } from './preparation-of-cases.ts'
import type { Prepared } from './prepared-by.ts'
import { words } from './words.ts'

/** How an item stands while the agenda is built: of its case, or as was said of one that has none. */
export type Standing =
  | { readonly is: 'exempt'; readonly ground: string }
  | { readonly is: 'prepared'; readonly prepared: Prepared | null }
  | { readonly is: 'lacking'; readonly prepared: Prepared | null; readonly lacks: readonly Refusal[] }

interface Row {
  readonly id: string
  readonly kind: string
  readonly caseId: string | null
  readonly prepared: boolean
  readonly exempt: string | null
}

/**
 * How the items of a council's agenda are prepared now, by the item; those that decide nothing are left out, and so are all of a board's
 * and all of a meeting that has begun, where the record tells it.
 */
export const preparationOnAgenda = async (
  store: Store,
  meeting: Pick<MeetingHead, 'body' | 'day' | 'state'>,
  items: readonly Row[],
): Promise<ReadonlyMap<string, Standing>> => {
  if (meeting.body.kind !== 'council' || !['planned', 'summoned'].includes(meeting.state)) return new Map()
  const asked = items.filter((item) => asksPreparation(item.kind) || item.exempt !== null)
  const found = await preparationOfCases(
    store,
    meeting,
    asked.flatMap((item) => (item.exempt === null ? (item.caseId ?? []) : [])),
  )
  return new Map(asked.map((item) => [item.id, standingOf(item, found.get(item.caseId ?? '') ?? null)]))
}

const standingOf = ({ prepared: said, exempt }: Row, prepared: Prepared | null): Standing => {
  if (exempt !== null) return { is: 'exempt', ground: exempt }
  if (prepared === null)
    return said ? { is: 'prepared', prepared } : { is: 'lacking', prepared, lacks: [{ code: 'preparation.unsaid', law: 'KL 5:26–28', text: words.unsaid }] }
  const ruled = rulingOf(prepared)
  return ruled.ok ? { is: 'prepared', prepared } : { is: 'lacking', prepared, lacks: ruled.refusals.map((refusal) => wordedFor(refusal, prepared)) }
}

/** The rule's refusal in the words of who prepares: what has not been done, not what ought to be. */
const wordedFor = (refusal: Refusal, { executiveBoardUntil }: Prepared): Refusal => {
  if (refusal.code === 'preparation.none') return { ...refusal, text: words.none }
  if (refusal.code === 'preparation.board_unheard') return { ...refusal, text: words.boardUnheard }
  return { ...refusal, text: executiveBoardUntil === null ? words.unheard : words.mayAnswer(executiveBoardUntil) }
}
