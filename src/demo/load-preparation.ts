import { loadSteps } from '../cases/preparation/preparation-store.ts'
import { passOn, sendBack } from '../cases/preparation/pass-on.ts'
import { planPreparation } from '../cases/preparation/plan-preparation.ts'
import { answerReferral, refer } from '../cases/preparation/refer.ts'
import type { Deps } from '../database/transact.ts'
import { type Day, day } from '../kernel/day.ts'
import type { StepKind } from '../rulebook/preparation-chain.ts'
import { type Happening, loader, must, order } from './event.ts'
import { readData } from './files.ts'
import { idOf } from './ids.ts'

interface StepRow {
  readonly kind: StepKind
  readonly node: string
  readonly due?: string
  readonly done?: string
  readonly returned?: boolean
  readonly note?: string
}

interface ReferralRow {
  readonly node: string
  readonly sent: string
  readonly due: string
  readonly asks: string
  readonly answered?: string
  readonly answer?: string
}

interface PreparationRow {
  readonly case: string
  readonly day: string
  readonly steps: readonly StepRow[]
  readonly referrals: readonly ReferralRow[]
}

const bySystem = { bySystem: true } as const

/** How the open cases are being prepared: each chain planned, its steps done or sent back on their days, and opinions asked and given. */
export const preparationHappenings = (today: Day): readonly Happening[] =>
  readData<{ readonly preparations: readonly PreparationRow[] }>('preparation.json')
    .preparations.flatMap((row) => [planned(row), ...row.steps.flatMap((step) => stepDone(row, step)), ...row.referrals.flatMap((r) => referred(row, r))])
    .filter((h) => h.day <= today)

const planned = (row: PreparationRow): Happening => ({
  day: day(row.day),
  order: order.noted,
  key: row.case,
  run: async (deps) => {
    const steps = row.steps.map((step) => ({ kind: step.kind, nodeId: idOf('node', step.node), due: step.due ? day(step.due) : null }))
    must(row.case, await planPreparation(deps, loader, { caseId: idOf('thing', row.case), steps, exempt: '' }, bySystem))
  },
})

const stepDone = (row: PreparationRow, step: StepRow): readonly Happening[] =>
  step.done
    ? [
        {
          day: day(step.done),
          order: order.carried,
          key: row.case,
          run: async (deps: Deps) => {
            const caseId = idOf('thing', row.case)
            const open = (await loadSteps(deps.store, caseId)).find((s) => s.state === 'open')
            const act = step.returned ? sendBack : passOn
            must(row.case, await act(deps, loader, { caseId, stepId: open?.id ?? '', note: step.note ?? '' }, bySystem))
          },
        },
      ]
    : []

const referred = (row: PreparationRow, asked: ReferralRow): readonly Happening[] => {
  const caseId = idOf('thing', row.case)
  const nodeId = idOf('node', asked.node)
  return [
    {
      day: day(asked.sent),
      order: order.noted + 0.1,
      key: row.case,
      run: async (deps) => {
        must(row.case, await refer(deps, loader, { caseId, nodeIds: [nodeId], asks: asked.asks, due: day(asked.due) }, bySystem))
      },
    },
    ...(asked.answered
      ? [
          {
            day: day(asked.answered),
            order: order.carried,
            key: row.case,
            run: async (deps: Deps) => {
              const open = await deps.store
                .selectFrom('referral')
                .select('id')
                .where('case_id', '=', caseId)
                .where('node_id', '=', nodeId)
                .where('answered_on', 'is', null)
                .executeTakeFirstOrThrow()
              must(row.case, await answerReferral(deps, loader, { referralId: open.id, documentId: null, answer: asked.answer ?? '' }, bySystem))
            },
          },
        ]
      : []),
  ]
}
