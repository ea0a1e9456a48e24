import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'

const socialFacts = z.strictObject({
  matter: z.enum(['lvu_application', 'lvm_application', 'immediate_care', 'committee_only', 'board_only', 'other']).meta({
    description:
      'immediate_care: taking into care at once by LVU, LVM or the law on sheltered housing; committee_only: another of SoL 30:6–10; board_only: SoL 30:11',
  }),
  decider: z
    .enum(['board', 'committee', 'chair', 'employee'])
    .meta({ description: 'committee: an utskott of members; chair: the chair alone, or another member whom the board has appointed for it' }),
  cannotWait: z.boolean().optional().meta({ description: 'immediate_care by the chair alone: can the decision of the board not be awaited? default false' }),
})
/** Where it stands: care of the young, of addicts, the other matters for a committee, those that go no further than the board. */
const socialLaw = {
  lvu_application: 'SoL 30:7',
  lvm_application: 'SoL 30:9',
  immediate_care: 'SoL 30:7–9',
  committee_only: 'SoL 30:6–10',
  board_only: 'SoL 30:11',
  other: 'SoL 30:5',
} as const
const socialValue = z.strictObject({
  lowest: z.enum(['board', 'committee', 'employee']).meta({ description: 'the lowest that may decide by delegation' }),
  chairAlone: z
    .boolean()
    .meta({ description: 'may the chair, or another appointed member, decide alone in the board’s place, because it cannot wait (SoL 30:12)?' }),
})

/** Who may decide in the social services? Certain decisions go to a committee of members only (SoL 2025:400 30:6–10), such as applying for care under LVU (30:7) or LVM (30:9); some not at all (30:11). Taking into care at once may be decided by the chair, or another member appointed for it, when the board cannot be awaited (30:12, LVU 6 §, LVM 13 §). */
export const socialDelegation = ({ matter, decider, cannotWait = false }: Of<typeof socialFacts>): Ruling<Of<typeof socialValue>> => {
  const lowest = matter === 'board_only' ? 'board' : matter === 'other' ? 'employee' : 'committee'
  const rank = { employee: 0, chair: 0, committee: 1, board: 2 }
  const chairAlone = matter === 'immediate_care' && cannotWait
  const law = socialLaw[matter]
  const named = {
    board: { sv: 'nämnden', en: 'the board' },
    committee: { sv: 'ett utskott av ledamöter', en: 'a committee of members' },
    employee: { sv: 'en anställd', en: 'an employee' },
  }[lowest]
  return ruling(
    { lowest, chairAlone },
    when(rank[decider] < rank[lowest] && !(decider === 'chair' && chairAlone), () =>
      refusal('social.decider', law, `Det får inte delegeras längre än till ${named.sv}.`, `It may be delegated no further than to ${named.en}.`, 'decider'),
    ),
    [
      because(law, `Lägst ${named.sv} får besluta.`, `The lowest that may decide is ${named.en}.`),
      ...when(chairAlone, () =>
        because(
          'SoL 30:12',
          'Kan nämndens beslut inte avvaktas får ordföranden, eller en annan ledamot som nämnden har utsett, besluta.',
          'Where the board cannot be awaited the chair, or another member whom it has appointed, may decide.',
        ),
      ),
    ],
  )
}

/** The rule `social-delegation`: may they decide in the social services? SoL (2025:400) 30:5–12. Facts: matter, decider, cannotWait. Value: lowest, chairAlone. */
export const socialDelegationRule = rule({
  name: 'social-delegation',
  law: 'SoL (2025:400) 30:5–12',
  words: { sv: 'får den här besluta i socialtjänsten?', en: 'may they decide in the social services?' },
  okMeans: 'the decider may decide',
  facts: socialFacts,
  value: socialValue,
  example: { matter: 'lvu_application', decider: 'committee' },
  judge: socialDelegation,
})
