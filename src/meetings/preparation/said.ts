import { type Exempt, exemptWords } from '../../rulebook/meeting/preparation.ts'
import { asksPreparation } from './item-preparation.ts'

/** The grounds on which an item need not be prepared, in the order of the law (KL 5:29–32). */
export const grounds = Object.keys(exemptWords) as readonly Exempt[]
/** Is the text the code of a ground? Before there were codes, grounds were written in free words, which stand. */
export const isGround = (text: string): text is Exempt => Object.hasOwn(exemptWords, text)

/** What is to be kept of an item's preparation: of a case that is asked, not whether it is prepared, which it tells itself until the meeting opens. */
interface ToKeep {
  readonly prepared?: boolean
  readonly exempt: string | null
}

/** What is said of an item that has no case, where nothing is kept that tells it: prepared, instead of ''. */
export const saidPrepared = 'prepared'

/**
 * What a form of the agenda says of an item's preparation as the item keeps it; null where it cannot be said. '': as the case tells, or not
 * prepared where there is none; `saidPrepared`: of an item without case; else a ground, or the old free words that the item has already.
 */
export const readSaid = (
  said: string,
  { kind, hasCase, before }: { readonly kind: string; readonly hasCase: boolean; readonly before: string | null },
): ToKeep | null => {
  const asked = asksPreparation(kind)
  const unsaid = hasCase && asked ? {} : { prepared: !asked }
  if (said === '') return { ...unsaid, exempt: kind === 'election' ? 'election' : null }
  if (said === saidPrepared) return hasCase ? null : { prepared: true, exempt: null }
  return isGround(said) || said === before ? { ...unsaid, exempt: said } : null
}

interface Item {
  readonly prepared: boolean
  readonly exempt: string | null
  readonly caseId: string | null
  readonly kind: string
}

/** What the form of an item shows as said. */
export const saidOf = ({ prepared, exempt, caseId, kind }: Item): string => exempt ?? (caseId === null && prepared && asksPreparation(kind) ? saidPrepared : '')
