import type { Deps } from '../database/transact.ts'
import { closeItem } from '../meetings/agenda/close-item.ts'
import { takeUpItem } from '../meetings/agenda/open-item.ts'
import type { Listed } from '../meetings/agenda/proposal.ts'
import { nameAdjuster } from '../meetings/attendance/name-adjuster.ts'
import { closeDebate } from '../meetings/debate/close-debate.ts'
import { makeMotion } from '../meetings/debate/make-motion.ts'
import { addRemark } from '../meetings/record/add-remark.ts'
import type { MotionKind } from '../meetings/record/fact.ts'
import { loadRecord } from '../meetings/record/record-store.ts'
import type { ItemKind } from '../meetings/record/record.ts'
import { approveOrder } from '../meetings/voting/approve-order.ts'
import { closeVote } from '../meetings/voting/close-vote.ts'
import { noteBallots } from '../meetings/voting/note-ballots.ts'
import { tellWhyAbstained } from '../meetings/voting/tell-why-abstained.ts'
import { noteWouldHaveVoted } from '../meetings/voting/would-have-voted.ts'
import { openVote } from '../meetings/voting/open-vote.ts'
import { putQuestion } from '../meetings/voting/put-question.ts'
import { requestVote } from '../meetings/voting/request-vote.ts'
import { loader, must } from './event.ts'
import { type ElectStep, runElection, runSlips, type SlipsStep } from './run-election.ts'
import { idOf } from './ids.ts'

export interface ClauseText {
  readonly no?: number
  readonly kind: string
  readonly text: string
}

interface Said {
  /** Keys of people. */
  readonly by?: readonly string[]
  readonly parties?: readonly string[]
  readonly text?: string
  /** What a written statement is dated. */
  readonly dated?: string
}

type StepRow =
  | ({ readonly do: 'motion'; readonly key: string; readonly kind: MotionKind; readonly clauses?: readonly ClauseText[]; readonly otherwise?: boolean } & Said)
  | { readonly do: 'close_debate' | 'carry' | 'close' }
  | { readonly do: 'order'; readonly alternatives: readonly string[] }
  | { readonly do: 'ask'; readonly found: string }
  | { readonly do: 'request_vote'; readonly by?: string }
  /** By party; `open` leaves the vote going on. */
  | {
      readonly do: 'vote'
      readonly way: 'device' | 'roll_call'
      readonly yes: readonly string[]
      readonly no: readonly string[]
      readonly abstain?: readonly string[]
      /** Why those abstained. */
      readonly because?: string
      readonly open?: boolean
    }
  | ElectStep
  | SlipsStep
  | ({ readonly do: 'reservation' | 'note' | 'statement' } & Said)
  /** How those without vote would have voted in the item's nth vote. */
  | { readonly do: 'would_have_voted'; readonly by: readonly string[]; readonly vote: number; readonly for: string }
  | { readonly do: 'adjuster'; readonly by: readonly string[] }

export interface ItemRow {
  readonly key?: string
  /** The decision that was made, already registered: its title, case and clauses are the item's. */
  readonly decision?: string
  readonly from?: string
  readonly title?: string
  readonly kind?: ItemKind
  readonly case?: string
  /** Why it need not be prepared. */
  readonly exempt?: string
  readonly proposal?: { readonly from: string; readonly text: string; readonly clauses: readonly ClauseText[] }
  /** Notified and delegated matters; `decision` is the key of one that the demonstration has. */
  readonly listed?: readonly (Omit<Listed, 'decisionId'> & { readonly decision?: string })[]
  /** What happened in it; left out while it waits. */
  readonly steps?: readonly StepRow[]
}

interface Run {
  readonly meetingId: string
  readonly itemId: string
  readonly key: string
  readonly item: ItemRow
  readonly at: () => { readonly bySystem: true; readonly at: Date }
}

/** Takes an item up and does again what happened in it, act by act. */
export const runItem = async (deps: Deps, { meetingId, itemId, key, item, at }: Run): Promise<void> => {
  const on = (name: string) => ({ id: idOf('fact', `${key}/${name}`), meetingId, itemId })
  const people = (keys: readonly string[] = []) => keys.map((k) => idOf('person', k))
  const alternative = (name: string): string => (['proposal', 'reject', 'today'].includes(name) ? name : on(`motion/${name}`).id)
  const close = (name: string, carry: boolean) =>
    closeItem(deps, loader, { ...on(name), carry, ...(item.decision ? { decisionId: idOf('thing', item.decision) } : {}) }, at())
  must(key, await takeUpItem(deps, loader, on('open'), at()))
  for (const [i, step] of (item.steps ?? []).entries()) {
    const here = `${key} ${i} ${step.do}`
    switch (step.do) {
      case 'motion':
        must(
          here,
          await makeMotion(
            deps,
            loader,
            {
              ...on(`motion/${step.key}`),
              kind: step.kind,
              personIds: people(step.by),
              parties: step.parties ?? [],
              text: step.text ?? '',
              clauses: (step.clauses ?? []).map((c, n) => ({ no: c.no ?? n + 1, kind: c.kind, text: c.text, data: {} })),
              otherwiseApprove: step.otherwise ?? false,
            },
            at(),
          ),
        )
        break
      case 'close_debate':
        must(here, await closeDebate(deps, loader, on(`${i}`), at()))
        break
      case 'order':
        must(here, await approveOrder(deps, loader, { ...on(`${i}`), alternatives: step.alternatives.map(alternative) }, at()))
        break
      case 'ask':
        must(here, await putQuestion(deps, loader, { ...on(`${i}`), found: alternative(step.found) }, at()))
        break
      case 'request_vote':
        must(here, await requestVote(deps, loader, { ...on(`${i}`), personId: step.by ? idOf('person', step.by) : null }, at()))
        break
      case 'vote': {
        must(here, await openVote(deps, loader, { ...on(`${i}`), way: step.way }, at()))
        const record = await loadRecord(deps.store, meetingId)
        const voters = record?.items.find((it) => it.id === itemId)?.votes.at(-1)?.voters ?? []
        const party = (id: string): string => record?.roster.find((s) => s.personId === id)?.party ?? ''
        const choice = (id: string) =>
          step.yes.includes(party(id)) ? 'yes' : step.no.includes(party(id)) ? 'no' : step.abstain?.includes(party(id)) ? 'abstain' : null
        const ballots = voters.flatMap((personId) => {
          const chosen = choice(personId)
          return chosen ? [{ personId, choice: chosen } as const] : []
        })
        must(here, await noteBallots(deps, loader, { ...on(`${i}/ballots`), ballots }, at()))
        for (const { personId } of step.because ? ballots.filter((b) => b.choice === 'abstain') : []) {
          const told = { ...on(`${i}/why/${personId}`), voteId: on(`${i}`).id, personId, reason: step.because ?? '' }
          must(here, await tellWhyAbstained(deps, loader, told, at()))
        }
        if (!step.open) must(here, await closeVote(deps, loader, on(`${i}/count`), at()))
        break
      }
      case 'would_have_voted': {
        const votes = (await loadRecord(deps.store, meetingId))?.items.find((it) => it.id === itemId)?.votes ?? []
        for (const [n, personId] of people(step.by).entries()) {
          const noted = { ...on(`${i}/${n}`), personId, aboutId: votes[step.vote - 1]?.id ?? '', alternative: alternative(step.for) }
          must(here, await noteWouldHaveVoted(deps, loader, noted, at()))
        }
        break
      }
      case 'proportional':
        await runElection(deps, step, on(`${i}`), at)
        break
      case 'slips':
        await runSlips(deps, step, on(`${i}`), at)
        break
      case 'carry':
      case 'close':
        must(here, await close(`${i}`, step.do === 'carry'))
        break
      case 'adjuster':
        for (const personId of people(step.by)) must(here, await nameAdjuster(deps, loader, { ...on(`${i}`), personId, place: 'regular' }, at()))
        break
      default:
        must(
          here,
          await addRemark(
            deps,
            loader,
            { ...on(`${i}`), kind: step.do, personIds: people(step.by), parties: step.parties ?? [], text: step.text ?? '', dated: step.dated ?? '' },
            at(),
          ),
        )
    }
  }
}
