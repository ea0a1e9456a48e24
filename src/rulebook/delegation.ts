import { type Day, longDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'

/** Categories that a board may never hand over (KL 6:38 st. 1), each with its words. */
export const neverDelegated = {
  goals: { sv: 'verksamhetens mål, inriktning, omfattning eller kvalitet', en: 'the goals, direction, scope or quality of the operation' },
  submission: {
    sv: 'framställning eller yttrande till fullmäktige, eller yttrande över att ett beslut av nämnden eller fullmäktige har överklagats',
    en: 'a submission or statement to the council, or a statement on an appealed decision of the board or council',
  },
  authority: {
    sv: 'myndighetsutövning mot enskilda som är principiell eller annars av större vikt',
    en: 'authority exercised towards individuals that is of principle or otherwise of greater weight',
  },
  residents_proposal: {
    sv: 'ett medborgarförslag som fullmäktige har överlåtit till nämnden',
    en: 'a proposal by a resident that the council has handed over to the board',
  },
  other_law: { sv: 'ett ärende som enligt annan lag inte får delegeras', en: 'a matter that another law forbids to delegate' },
} as const satisfies Record<string, Text>
/** One of the categories of KL 6:38 first paragraph. */
export type NeverDelegated = keyof typeof neverDelegated

/** A mandate as the rule sees it: whose it is, which body gave it, and when it holds (`to` is the first day it no longer does). */
export interface MandateFacts {
  readonly postId: string
  readonly givenBy: string
  readonly from: Day
  readonly to: Day | null
}

/** A decision taken by a post on behalf of a body. `touches` are the never delegated categories that it falls in. */
export interface DelegatedDecision {
  readonly postId: string
  readonly bodyId: string
  readonly day: Day
  readonly touches: readonly NeverDelegated[]
}

/**
 * Everything that hinders a post from deciding for the body: no mandate, another's mandate, another body's mandate, a mandate
 * not valid on the day (KL 6:37, 7:5), and each category that may never be delegated (KL 6:38).
 * Does not read the mandate's own scope and limits: they are words, and shown to whoever registers.
 */
export const delegationHinders = (decision: DelegatedDecision, mandate: MandateFacts | null): readonly Refusal[] => [
  ...(mandate === null
    ? [
        {
          code: 'delegation.no_mandate',
          field: 'mandate',
          law: 'KL 6:37, 7:5',
          text: { sv: 'Välj det mandat som beslutet vilar på.', en: 'Choose the mandate that the decision rests on.' },
        },
      ]
    : mandateHinders(decision, mandate)),
  ...decision.touches.map((category) => ({
    code: 'delegation.never',
    field: 'concerns',
    law: 'KL 6:38',
    text: { sv: `Det här får inte delegeras: ${neverDelegated[category].sv}.`, en: `This may not be delegated: ${neverDelegated[category].en}.` },
    mend: { sv: 'Lyft beslutet till nämnden.', en: 'Bring the decision to the board.' },
  })),
]

const mandateHinders = (decision: DelegatedDecision, mandate: MandateFacts): readonly Refusal[] => [
  ...(mandate.postId !== decision.postId
    ? [
        {
          code: 'delegation.other_post',
          field: 'mandate',
          law: 'KL 7:5',
          text: { sv: 'Mandatet gäller en annan befattning.', en: 'The mandate belongs to another post.' },
        },
      ]
    : []),
  ...(mandate.givenBy !== decision.bodyId
    ? [
        {
          code: 'delegation.other_body',
          field: 'mandate',
          law: 'KL 6:37',
          text: { sv: 'Mandatet är givet av ett annat organ.', en: 'The mandate was given by another body.' },
        },
      ]
    : []),
  ...(decision.day < mandate.from || (mandate.to !== null && decision.day >= mandate.to)
    ? [
        {
          code: 'delegation.not_valid',
          field: 'mandate',
          law: 'KL 6:37',
          text: { sv: `Mandatet gällde inte ${longDay(decision.day, 'sv')}.`, en: `The mandate did not hold on ${longDay(decision.day, 'en')}.` },
        },
      ]
    : []),
]
