import type { DecisionInput } from '../decisions/decision.ts'
import { fileDispatch } from '../decisions/file-dispatch.ts'
import { receiveDispatch } from '../decisions/receive-dispatch.ts'
import { registerDecision } from '../decisions/register-decision.ts'
import { ore } from '../kernel/amount.ts'
import { type Day, day } from '../kernel/day.ts'
import { clauseDataWith, type Names } from './clause-data.ts'
import { type Happening, loader, must, order } from './event.ts'
import { type OrganisationFile, readAll, readData } from './files.ts'
import { idOf } from './ids.ts'

interface DispatchRow {
  readonly to: string
  readonly demandsAction?: boolean
  readonly what?: string
  readonly due?: string
  readonly sent: string
  readonly received?: string
  readonly receivedAs?: string
  readonly filed?: string
}

export interface ClauseRow {
  readonly key: string
  readonly kind: string
  readonly text: string
  readonly [field: string]: unknown
}

interface DecisionRow {
  readonly key: string
  readonly case: string
  readonly body: string
  readonly post?: string
  readonly mandate?: string
  readonly amountKr?: number
  readonly urgentBecause?: string
  readonly day: string
  readonly paragraph: string
  readonly title: string
  readonly text: string
  readonly adjusted?: string
  readonly announced?: string
  readonly clauses: readonly ClauseRow[]
  readonly dispatch?: readonly DispatchRow[]
}

const bySystem = { bySystem: true } as const
const optional = (text: string | undefined): Day | null => (text === undefined ? null : day(text))
const dispatchId = (row: DecisionRow, d: DispatchRow): string => idOf('dispatch', `${row.key}>${d.to}`)

/** The decisions and what became of each dispatch, as happenings. */
export const decisionHappenings = (today: Day): readonly Happening[] => {
  const names = readNames()
  return readAll<{ readonly decisions: readonly DecisionRow[] }>('decisions')
    .flatMap((f) => f.decisions)
    .flatMap((row) => [decided(row, names), ...(row.dispatch ?? []).flatMap((d) => dispatched(row, d, names))])
    .filter((h) => h.day <= today)
}

const decided = (row: DecisionRow, names: Names): Happening => ({
  day: day(row.day),
  order: order.decision,
  key: row.key,
  run: async (deps) => must(row.key, await registerDecision(deps, loader, inputOf(row, names), bySystem)),
})

const readNames = (): Names => {
  const { nodes, posts } = readData<OrganisationFile>('organisation.json')
  const nodeNames = new Map(nodes.map((n) => [n.key, n.name.sv]))
  const postTitles = new Map(posts.map((p) => [p.key, p.title.sv]))
  return { node: (key) => nodeNames.get(key), post: (key) => postTitles.get(key) }
}

const inputOf = (row: DecisionRow, names: Names): DecisionInput => ({
  id: idOf('thing', row.key),
  bodyId: idOf('node', row.body),
  day: day(row.day),
  paragraph: row.paragraph.replace(/^§\s*/, ''),
  title: row.title,
  // 'The board decides' stands before the clauses of every decision; only what says more is kept.
  text: /^\S+ beslutar$/.test(row.text) ? '' : row.text,
  caseId: idOf('thing', row.case),
  adjusted: optional(row.adjusted),
  announced: optional(row.announced),
  delegation: row.post
    ? {
        postId: idOf('post', row.post),
        mandateId: row.mandate ? idOf('thing', row.mandate) : null,
        concerns: [],
        amount: row.amountKr === undefined ? null : ore(row.amountKr * 100),
        urgentBecause: row.urgentBecause ?? null,
      }
    : null,
  clauses: row.clauses.map((c) => ({ id: idOf('thing', c.key), kind: c.kind, text: c.text.replace(/^att /, ''), ...clauseDataWith(names, c) })),
  dispatch: (row.dispatch ?? []).map((d) => ({
    id: dispatchId(row, d),
    receiverId: idOf('node', d.to),
    demandsAction: d.demandsAction ?? false,
    what: d.what ?? null,
    due: optional(d.due),
    sent: day(d.sent),
  })),
})

const dispatched = (row: DecisionRow, d: DispatchRow, names: Names): readonly Happening[] => {
  const id = dispatchId(row, d)
  const handling = d.receivedAs ? ({ as: 'link', caseId: idOf('thing', d.receivedAs) } as const) : ({ as: 'note' } as const)
  return [
    ...(d.received
      ? [
          {
            day: day(d.received),
            order: order.dispatch,
            key: `${row.key}>${d.to}`,
            run: async (deps: Parameters<Happening['run']>[0]) =>
              must(
                `${row.key}>${d.to}`,
                await receiveDispatch(deps, loader, { dispatchId: id, handling, receivedBy: `registrator, ${names.node(d.to) ?? d.to}` }, bySystem),
              ),
          },
        ]
      : []),
    ...(d.filed
      ? [
          {
            day: day(d.filed),
            order: order.carried,
            key: `${row.key}>${d.to}`,
            run: async (deps: Parameters<Happening['run']>[0]) =>
              must(`${row.key}>${d.to} filed`, await fileDispatch(deps, loader, { dispatchId: id }, bySystem)),
          },
        ]
      : []),
  ]
}
