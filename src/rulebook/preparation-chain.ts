import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'

/** What is done in a step of preparation, in order. */
export const stepKinds = ['draft', 'review', 'decide'] as const
/** One of the kinds of step. */
export type StepKind = (typeof stepKinds)[number]

/** One step of a planned chain: what is done, by a node of which kind, by when. */
export interface PlannedStep {
  readonly kind: StepKind
  /** Kind of the node: 'unit', 'department', 'board', 'executive_board', 'council' … ; null where it does not exist on the day. */
  readonly nodeKind: string | null
  readonly due: Day | null
}

const rank: Readonly<Record<string, number>> = {
  unit: 0,
  department: 1,
  committee: 2,
  board: 3,
  company: 3,
  joint_authority: 3,
  executive_board: 4,
  council: 5,
}
const refuse = (code: string, no: number, text: Text, law?: string): Refusal => ({
  code: `preparation.${code}`,
  field: `step.${no}`,
  text,
  ...(law ? { law } : {}),
})

/**
 * Everything that is wrong with the chain a case is to pass. It goes upwards, is drafted and reviewed by officials and decided by
 * bodies; what ends in the council passes an affected board or committee and the executive board (KL 5:26–28). `exempt` says why it
 * need not be prepared (KL 5:29–33): then only its order is tried.
 */
export const chainProblems = (steps: readonly PlannedStep[], today: Day, exempt: boolean): readonly Refusal[] => {
  const problems: Refusal[] = []
  if (steps.length === 0) return [refuse('empty', 1, { sv: 'Ange minst ett steg.', en: 'State at least one step.' })]
  for (const [i, { kind, nodeKind, due }] of steps.entries()) {
    const no = i + 1
    const before = steps[i - 1]
    if (nodeKind === null || rank[nodeKind] === undefined) {
      problems.push(refuse('node', no, { sv: 'Välj en enhet eller ett organ i kommunen.', en: 'Choose a unit or body of the municipality.' }))
      continue
    }
    const body = rank[nodeKind] >= 2
    if (kind === 'decide' && !body)
      problems.push(refuse('decides', no, { sv: 'Bara organ beslutar; en enhet bereder eller granskar.', en: 'Only bodies decide; a unit drafts or reviews.' }))
    if (kind !== 'decide' && body)
      problems.push(
        refuse('officials', no, {
          sv: 'Organ beslutar; att skriva och granska gör förvaltningen.',
          en: 'Bodies decide; drafting and reviewing is done by the administration.',
        }),
      )
    if (before?.nodeKind && (rank[before.nodeKind] ?? 0) > (rank[nodeKind] ?? 0))
      problems.push(
        refuse('downwards', no, {
          sv: 'Kedjan går uppåt: enhet, nämnd, styrelse, fullmäktige.',
          en: 'The chain goes upwards: unit, board, executive board, council.',
        }),
      )
    if (before?.kind === 'decide' && kind !== 'decide' && before.nodeKind !== 'board')
      problems.push(
        refuse('after', no, {
          sv: 'Efter styrelsens beslut skrivs och granskas ärendet inte på nytt.',
          en: 'After the executive board has decided the case is not drafted anew.',
        }),
      )
    if (due !== null && due < today) problems.push(refuse('past', no, { sv: 'Dagen har redan varit.', en: 'The day has passed already.' }))
    if (due !== null && before?.due && due < before.due)
      problems.push(refuse('order', no, { sv: 'Dagen kommer före föregående stegs dag.', en: 'The day comes before that of the step before.' }))
  }
  const last = steps.at(-1)
  if (last?.nodeKind === 'council' && !exempt) {
    const deciding = steps.filter((s) => s.kind === 'decide').map((s) => s.nodeKind)
    if (!deciding.includes('executive_board'))
      problems.push(
        refuse(
          'unheard',
          steps.length,
          { sv: 'Styrelsen ska alltid få yttra sig innan fullmäktige beslutar.', en: 'The executive board must always be heard before the council decides.' },
          'KL 5:28',
        ),
      )
    if (!deciding.some((kind) => kind === 'board' || kind === 'committee' || kind === 'executive_board'))
      problems.push(
        refuse(
          'unprepared',
          steps.length,
          {
            sv: 'Ärendet ska beredas av en berörd nämnd eller en fullmäktigeberedning.',
            en: 'The item must be prepared by an affected board or a committee of the council.',
          },
          'KL 5:26',
        ),
      )
  }
  return problems
}

/** Why an opinion may not be asked of somebody: secrecy holds between authorities, also within a municipality (OSL 8:1–2). */
export const referralProblems = ({
  due,
  today,
  asks,
  secretElsewhere,
}: {
  readonly due: Day | null
  readonly today: Day
  readonly asks: string
  readonly secretElsewhere: boolean
}): readonly Refusal[] => [
  ...(asks.trim() === ''
    ? [{ code: 'referral.asks', field: 'asks', text: { sv: 'Skriv vad yttrandet ska gälla.', en: 'Write what the opinion is to be about.' } }]
    : []),
  ...(due === null ? [{ code: 'referral.due', field: 'due', text: { sv: 'Ange vilken dag svaret ska finnas.', en: 'State the day the answer is due.' } }] : []),
  ...(due !== null && due < today ? [{ code: 'referral.past', field: 'due', text: { sv: 'Dagen har redan varit.', en: 'The day has passed already.' } }] : []),
  ...(secretElsewhere
    ? [
        {
          code: 'referral.secret',
          field: 'node',
          law: 'OSL 8:1',
          text: {
            sv: 'Ärendet är sekretessbelagt, och sekretessen gäller också mot kommunens andra nämnder.',
            en: 'The case is secret, and secrecy holds towards the municipality’s other boards too.',
          },
        },
      ]
    : []),
]
