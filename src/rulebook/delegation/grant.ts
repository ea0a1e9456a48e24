import { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import { type NeverDelegated, neverDelegated } from '../delegation.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { dayShape, type Of } from '../shapes.ts'
import type { Variants } from '../variants.ts'

const touchesShape = z
  .array(z.enum(Object.keys(neverDelegated) as [NeverDelegated, ...NeverDelegated[]]))
  .meta({ description: 'what may never be delegated that the matter falls in (KL 6:38)' })

/** What an automated function may not decide (KL 6:38 second paragraph). */
const neverAutomated = {
  appealable: { sv: 'beslut som kan överklagas genom laglighetsprövning', en: 'decisions that can be appealed by review of legality' },
  unappealable: { sv: 'beslut som inte kan överklagas', en: 'decisions that cannot be appealed' },
  procurement: { sv: 'beslut om upphandling', en: 'decisions on procurement' },
  authorisation: { sv: 'beslut om auktorisation och valfrihet', en: 'decisions on authorisation and freedom of choice' },
} as const satisfies Record<string, Text>
type NeverAutomated = keyof typeof neverAutomated

const factsShape = z.strictObject({
  to: z.enum(['presidium', 'committee', 'member', 'substitute', 'members_jointly', 'automated', 'employee', 'other']).meta({
    description:
      'committee: utskott; members_jointly: two or more members who are no committee; automated: an automated function; other: anyone else, such as a person outside the municipality',
  }),
  touches: touchesShape,
  automated: z
    .array(z.enum(Object.keys(neverAutomated) as [NeverAutomated, ...NeverAutomated[]]))
    .optional()
    .meta({ description: 'to an automated function: what the decision falls in' }),
  chain: z
    .array(z.enum(['department_head', 'other_employee']))
    .max(20)
    .optional()
    .meta({ description: 'to an employee: who hands on to whom, from the first the board gave it to; default one' }),
  onwardAllowed: z.boolean().optional().meta({ description: 'has the board let the department head hand it on? default false' }),
})
const valueShape = z.strictObject({
  valid: z.boolean().meta({ description: 'is it valid?' }),
  brokenAt: z.int().nullable().meta({ description: 'the step of the chain that is invalid, from 1' }),
})
type Facts = Of<typeof factsShape>

const brokenStep = (chain: readonly string[], onwardAllowed: boolean): number | null => {
  if (chain.length < 2) return null
  if (chain[0] !== 'department_head' || !onwardAllowed) return 2
  return chain.length > 2 ? 3 : null
}

/**
 * May a board hand over the right to decide like this? To presidium, committee, member, substitute or an automated function (KL 6:37), or an employee
 * (7:5); never what 6:38 forbids; onward only from the department head, one step, if the board allows it (7:6).
 */
export const delegationGrant = (
  { to, touches, automated = [], chain = [], onwardAllowed = false }: Facts,
  { membersJointly }: Pick<Variants, 'membersJointly'>,
): Ruling<Of<typeof valueShape>> => {
  const brokenAt = to === 'employee' ? brokenStep(chain, onwardAllowed) : null
  const refusals = [
    ...when(to === 'other' || (to === 'members_jointly' && !membersJointly), () =>
      refusal(
        'delegation.recipient',
        'KL 6:37, 7:5',
        'Det går inte att delegera till den: bara presidium, utskott, en ledamot eller ersättare, en automatiserad funktion eller en anställd.',
        'It cannot be delegated to them: only presidium, committee, one member or substitute, an automated function or an employee.',
        'to',
      ),
    ),
    ...touches.map((category) =>
      refusal(
        'delegation.never',
        'KL 6:38',
        `Det här får inte delegeras: ${neverDelegated[category].sv}.`,
        `This may not be delegated: ${neverDelegated[category].en}.`,
        'touches',
      ),
    ),
    ...(to === 'automated'
      ? automated.map((category) =>
          refusal(
            'delegation.never_automated',
            'KL 6:38',
            `Det här får inte beslutas automatiserat: ${neverAutomated[category].sv}.`,
            `This may not be decided automatically: ${neverAutomated[category].en}.`,
            'automated',
          ),
        )
      : []),
    ...when(brokenAt === 3, () =>
      refusal('delegation.chain', 'KL 7:6', 'Vidaredelegation får göras i ett led bara.', 'It may be handed on one step only.', 'chain[2]'),
    ),
    ...when(brokenAt === 2 && chain[0] !== 'department_head', () =>
      refusal('delegation.not_head', 'KL 7:6', 'Bara förvaltningschefen får delegera vidare.', 'Only the department head may hand it on.', 'chain[1]'),
    ),
    ...when(brokenAt === 2 && !onwardAllowed, () =>
      refusal('delegation.onward', 'KL 7:6', 'Nämnden har inte medgett vidaredelegation.', 'The board has not allowed it to be handed on.', 'onwardAllowed'),
    ),
    ...when(to !== 'employee' && chain.length > 0, () =>
      refusal('delegation.chain_of_others', 'KL 7:6', 'Bara en förvaltningschef kan delegera vidare.', 'Only a department head can hand it on.', 'chain'),
    ),
  ]
  return ruling({ valid: refusals.length === 0, brokenAt }, refusals, [
    to === 'employee'
      ? because(
          'KL 7:5–6',
          `Till anställd, ${Math.max(1, chain.length)} led.`,
          `To an employee, ${Math.max(1, chain.length)} ${chain.length > 1 ? 'steps' : 'step'}.`,
        )
      : because('KL 6:37', 'Till förtroendevald eller automatiserad funktion.', 'To elected members or an automated function.'),
  ])
}

/** The rule `delegation`: may the board delegate this, to them, in this chain? KL 6:37–38, 7:5–6. Facts: to, touches, automated, chain, onwardAllowed. Value: valid, brokenAt. */
export const delegationRule = rule({
  name: 'delegation',
  law: 'KL 6:37–38, 7:5–6',
  words: { sv: 'får nämnden delegera det här, till den, i den kedjan?', en: 'may the board delegate this, to them, in this chain?' },
  okMeans: 'the delegation is valid',
  facts: factsShape,
  value: valueShape,
  variants: ['membersJointly'],
  example: { to: 'employee', touches: [], chain: ['department_head', 'other_employee'], onwardAllowed: true },
  judge: delegationGrant,
})

const urgentFacts = z.strictObject({
  urgent: z.boolean().meta({ description: 'can the board’s decision not be awaited?' }),
  by: z.enum(['chair', 'appointed_member', 'other']).meta({ description: 'appointed_member: another member the board has appointed for it' }),
  mandated: z.boolean().optional().meta({ description: 'has the board given the right to decide in urgent matters? default true' }),
  touches: touchesShape,
  taken: dayShape,
  nextMeeting: dayShape.nullable().meta({ description: 'the board’s first meeting after; null while none is set' }),
  reported: dayShape.nullable().meta({ description: 'when it was reported to the board; null when it has not been' }),
  today: dayShape,
})
const urgentValue = z.strictObject({
  reportAt: z.string().nullable().meta({ description: 'the next meeting' }),
  reportedInTime: z.boolean().nullable().meta({ description: 'null while it is not due' }),
})

/** Is an urgent decision lawful and reported? By the chair or another member the board has appointed, when the board cannot be awaited (KL 6:39); reported at the board's next meeting (6:40). Whether 6:38 binds it is a variant. */
export const urgentDecision = (
  facts: Of<typeof urgentFacts>,
  { urgentWithinDelegationBan }: Pick<Variants, 'urgentWithinDelegationBan'>,
): Ruling<Of<typeof urgentValue>> => {
  const { urgent, by, mandated = true, touches, taken, nextMeeting, reported, today } = facts
  const due = nextMeeting !== null && (reported ?? today) > nextMeeting
  const inTime = nextMeeting === null ? null : reported === null ? (due ? false : null) : !due
  return ruling(
    { reportAt: nextMeeting, reportedInTime: inTime },
    [
      ...when(!urgent, () =>
        refusal(
          'urgent.not',
          'KL 6:39',
          'Ärendet är inte så brådskande att nämnden inte kan avvaktas.',
          'The matter is not so urgent that the board cannot be awaited.',
          'urgent',
        ),
      ),
      ...when(by === 'other', () =>
        refusal(
          'urgent.by',
          'KL 6:39',
          'Bara ordföranden eller en annan ledamot som nämnden har utsett får besluta.',
          'Only the chair or another member the board has appointed may decide.',
          'by',
        ),
      ),
      ...when(!mandated, () => refusal('urgent.mandate', 'KL 6:39', 'Nämnden har inte gett den rätten.', 'The board has not given that right.', 'mandated')),
      ...(urgentWithinDelegationBan
        ? touches.map((category) =>
            refusal(
              'delegation.never',
              'KL 6:38',
              `Det här får inte delegeras: ${neverDelegated[category].sv}.`,
              `This may not be delegated: ${neverDelegated[category].en}.`,
              'touches',
            ),
          )
        : []),
      ...when(due, () =>
        refusal(
          'urgent.unreported',
          'KL 6:40',
          `Ska anmälas vid nämndens nästa sammanträde, ${nextMeeting}.`,
          `It is reported at the board’s next meeting, ${nextMeeting}.`,
          'reported',
        ),
      ),
      ...when(reported !== null && reported < taken, () =>
        refusal(
          'urgent.reported_before',
          'KL 6:40',
          'Beslutet kan inte anmälas innan det är fattat.',
          'The decision cannot be reported before it is taken.',
          'reported',
        ),
      ),
      ...when(nextMeeting !== null && nextMeeting < taken, () =>
        refusal('urgent.meeting_before', 'KL 6:40', 'Nästa sammanträde ligger före beslutet.', 'The next meeting is before the decision.', 'nextMeeting'),
      ),
    ],
    [
      nextMeeting === null
        ? because('KL 6:40', 'Anmäls vid nästa sammanträde, som inte är bestämt.', 'It is reported at the next meeting, which is not set.')
        : because('KL 6:40', `Fattat ${taken}, anmäls ${nextMeeting}.`, `Taken ${taken}, reported ${nextMeeting}.`),
    ],
  )
}

/** The rule `urgent-decision`: is the urgent decision lawful and reported? KL 6:39–40. Facts: urgent, by, mandated, touches, taken, nextMeeting, reported, today. Value: reportAt, reportedInTime. */
export const urgentDecisionRule = rule({
  name: 'urgent-decision',
  law: 'KL 6:39–40',
  words: { sv: 'är det brådskande beslutet lagligt och anmält?', en: 'is the urgent decision lawful and reported?' },
  okMeans: 'the decision was lawful, and is reported in time or not yet due',
  facts: urgentFacts,
  value: urgentValue,
  variants: ['urgentWithinDelegationBan'],
  example: { urgent: true, by: 'chair', touches: [], taken: '2026-11-03', nextMeeting: '2026-11-17', reported: '2026-11-17', today: '2026-11-17' },
  judge: urgentDecision,
})
