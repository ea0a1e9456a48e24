import { type Amount, formatAmount } from '../kernel/amount.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Role } from '../kernel/who.ts'

/** The limit of money of a mandate and what the decision is worth, in whole öre; null is no limit, and nothing said. */
export interface WithinLimit {
  readonly limit: Amount | null
  readonly amount: Amount | null
}

/** A mandate with a limit asks what the decision is worth, and lets no more through (KL 6:37: the board sets what is handed over). */
export const limitHinders = ({ limit, amount }: WithinLimit): readonly Refusal[] => {
  if (limit === null) return []
  const told = { sv: formatAmount(limit, 'tkr', 'sv'), en: formatAmount(limit, 'tkr', 'en') }
  if (amount === null)
    return [
      {
        code: 'delegation.amount',
        field: 'amount',
        law: 'KL 6:37',
        text: {
          sv: `Ange vad beslutet är värt: mandatet har gränsen ${told.sv}.`,
          en: `State what the decision is worth: the mandate has the limit ${told.en}.`,
        },
      },
    ]
  if (amount <= limit) return []
  return [
    {
      code: 'delegation.limit',
      field: 'amount',
      law: 'KL 6:37',
      text: {
        sv: `${formatAmount(amount, 'tkr', 'sv')} är mer än mandatets gräns, ${told.sv}.`,
        en: `${formatAmount(amount, 'tkr', 'en')} is more than the limit of the mandate, ${told.en}.`,
      },
      mend: { sv: 'Lyft beslutet till den som har högre gräns, eller till nämnden.', en: 'Bring it to whoever has a higher limit, or to the board.' },
    },
  ]
}

const members: readonly Role[] = ['vice_chair', 'second_vice_chair', 'member']

/** As whom a post decides in urgent matters: the chair of the body, another member of it, or one who may not (KL 6:39). `ofBody`: is it a post of the body itself? */
export const urgentBy = (role: Role, ofBody: boolean): 'chair' | 'appointed_member' | 'other' =>
  ofBody && role === 'chair' ? 'chair' : ofBody && members.includes(role) ? 'appointed_member' : 'other'

/** A mandate that a post hands on: from which, to whom, and how far. */
export interface Onward {
  /** The mandate handed on; null where the decider named none. `onward`: did the board allow it? `handed`: was it handed on itself? */
  readonly from: {
    readonly postId: string
    readonly role: Role
    readonly onward: boolean
    readonly handed: boolean
    readonly typeId: string | null
    readonly limit: Amount | null
  } | null
  readonly deciderPostId: string
  readonly to: { readonly role: Role; readonly typeId: string | null; readonly limit: Amount | null; readonly onward: boolean }
}

const elected: readonly Role[] = ['chair', 'vice_chair', 'second_vice_chair', 'member', 'substitute', 'auditor']

/**
 * Everything that hinders a post from handing its mandate on. Only the head of a department may, to another employee, where the
 * board allowed it, one step, no further than its own (KL 7:5–6).
 */
export const onwardHinders = ({ from, deciderPostId, to }: Onward): readonly Refusal[] => {
  const refuse = (code: string, field: string, sv: string, en: string): Refusal => ({ code: `delegation.${code}`, field, law: 'KL 7:6', text: { sv, en } })
  if (from === null) return [refuse('onward_from', 'from', 'Ange vilket mandat som delegeras vidare.', 'State which mandate is handed on.')]
  return [
    ...(from.postId === deciderPostId
      ? []
      : [refuse('onward_other', 'from', 'Bara den som har mandatet kan delegera det vidare.', 'Only whoever has the mandate can hand it on.')]),
    ...(from.role === 'department_head'
      ? []
      : [refuse('onward_role', 'from', 'Bara en förvaltningschef får delegera vidare.', 'Only the head of a department may hand a mandate on.')]),
    ...(from.handed
      ? [
          refuse(
            'onward_step',
            'from',
            'Mandatet är redan vidaredelegerat: det går bara ett steg.',
            'The mandate has been handed on already: it goes one step only.',
          ),
        ]
      : from.onward
        ? []
        : [
            refuse(
              'onward_allowed',
              'from',
              'Nämnden har inte medgett vidaredelegation av mandatet.',
              'The board has not allowed the mandate to be handed on.',
            ),
          ]),
    ...(elected.includes(to.role)
      ? [
          refuse(
            'onward_to',
            'post',
            'Vidaredelegation går till en anställd, inte till en förtroendevald.',
            'A mandate is handed on to an employee, not to an elected member.',
          ),
        ]
      : []),
    ...(to.onward
      ? [refuse('onward_twice', 'onward', 'Det som är vidaredelegerat får inte delegeras en gång till.', 'What is handed on may not be handed on again.')]
      : []),
    ...(from.typeId === to.typeId
      ? []
      : [refuse('onward_type', 'type', 'Det vidaredelegerade gäller samma beslutstyp.', 'What is handed on is of the same decision type.')]),
    ...(from.limit !== null && (to.limit === null || to.limit > from.limit)
      ? [
          refuse(
            'onward_limit',
            'limit',
            `Gränsen får vara högst den egna, ${formatAmount(from.limit, 'tkr', 'sv')}.`,
            `The limit may be at most one’s own, ${formatAmount(from.limit, 'tkr', 'en')}.`,
          ),
        ]
      : []),
  ]
}
