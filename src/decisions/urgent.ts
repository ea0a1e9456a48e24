import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Role } from '../kernel/who.ts'
import { loadVariants } from '../organisation/chosen-variants.ts'
import type { NeverDelegated } from '../rulebook/delegation.ts'
import { urgentDecision } from '../rulebook/delegation/grant.ts'
import { urgentBy } from '../rulebook/mandate.ts'
import { defaultVariants } from '../rulebook/variants.ts'
import { words } from './words.ts'

/** What hinders a mandate for urgent matters: it is the chair's, or another member's, and nobody else's (KL 6:39). */
export const urgentMandateHinders = (by: ReturnType<typeof urgentBy>, from: Day): readonly Refusal[] => {
  const ruled = urgentDecision({ urgent: true, by, touches: [], taken: from, nextMeeting: null, reported: null, today: from }, defaultVariants)
  return ruled.ok ? [] : ruled.refusals.map((r) => ({ ...r, field: 'post' }))
}

/** A decision by a post as the rule of urgent matters sees it: within which mandate, why it could not wait, and what never delegated it touches. */
interface UrgentFacts {
  readonly bodyId: string
  readonly day: Day
  readonly because: string
  readonly mandate: { readonly urgent: boolean; readonly role: Role; readonly postOf: string }
  readonly touches: readonly NeverDelegated[]
}

const fields: Readonly<Record<string, string>> = { urgent: 'urgentBecause', by: 'mandate', mandated: 'mandate', touches: 'concerns' }

/**
 * Asks the rule `urgent-decision` of a decision that is registered within a mandate for urgent matters, or that gives a reason as if it were
 * (KL 6:39). That it is reported is asked afterwards: a decision stands though it is reported late (6:40).
 */
export const urgentHinders = async (tx: Tx, { bodyId, day, because, mandate, touches }: UrgentFacts): Promise<readonly Refusal[]> => {
  if (!mandate.urgent && because === '') return []
  const ruled = urgentDecision(
    {
      urgent: because !== '',
      by: urgentBy(mandate.role, mandate.postOf === bodyId),
      mandated: mandate.urgent,
      touches: [...touches],
      taken: day,
      nextMeeting: null,
      reported: null,
      today: day,
    },
    await loadVariants(tx, bodyId, day),
  )
  return [
    ...(because.length > 2000 ? [{ code: 'decision.urgent_because', field: 'urgentBecause', text: words.tooLong(2000) }] : []),
    ...(ruled.ok
      ? []
      : ruled.refusals.map((r) => ({
          ...r,
          ...(r.field && fields[r.field] ? { field: fields[r.field] } : {}),
          ...(r.code === 'urgent.not' ? { mend: words.urgentMend } : r.code === 'urgent.mandate' ? { mend: words.urgentMandateMend } : {}),
        }))),
  ]
}
