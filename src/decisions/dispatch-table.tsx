import { daysBetween } from '../kernel/day.ts'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import { Brk, Status } from '../web/components/status.tsx'
import type { View } from '../web/view.ts'
import { dispatchState, isLate } from './dispatch.ts'
import type { DispatchedDecision } from './dispatch-store.ts'
import { pageWords as words } from './page-words.ts'

/** Where a dispatched decision is, in words: sent, received by whom, filed; red where nobody has received it. */
export const DispatchStanding = ({ view, row }: { readonly view: View; readonly row: DispatchedDecision }) => {
  const state = dispatchState(row)
  if (isLate(row, view.today)) {
    return (
      <Status mark="gap">
        <Brk>{view.t(words.notReceivedSince(daysBetween(row.sent, view.today)))}</Brk>
      </Status>
    )
  }
  if (state === 'sent') return <Status mark="open">{view.t(words.sentOn(row.sent))}</Status>
  if (state === 'filed' && row.filed) return <Status mark="done">{view.t(words.filedOn(row.filed))}</Status>
  return <Status mark="half">{row.received && view.t(words.receivedOn(row.received, row.receivedBy))}</Status>
}

/** What a receiver is asked to do, or that it is for information. */
export const Asked = ({ view, row }: { readonly view: View; readonly row: Pick<DispatchedDecision, 'demandsAction' | 'what'> }) =>
  row.demandsAction ? (
    <>
      <strong>{view.t(words.demandsAction)}</strong>: {row.what}
    </>
  ) : (
    <span className="q2">{view.t(words.forInformation)}</span>
  )

const columns = (view: View, nodeName: (id: string) => string): readonly Column<DispatchedDecision>[] => [
  { id: 'receiver', head: view.t(words.receiver), rowHead: true, cell: (d) => nodeName(d.receiverId) },
  { id: 'asks', head: view.t(words.asks), cell: (d) => <Asked view={view} row={d} /> },
  { id: 'state', head: view.t(words.where), cell: (d) => <DispatchStanding view={view} row={d} /> },
]

/** Whom a decision was sent to, what is asked of them, and whether it has come. */
export const DispatchTable = ({
  view,
  rows,
  nodeName,
}: {
  readonly view: View
  readonly rows: readonly DispatchedDecision[]
  readonly nodeName: (id: string) => string
}) => <DataTable locale={view.locale} caption={view.t(words.dispatched)} captionHidden columns={columns(view, nodeName)} rows={rows} rowKey={(d) => d.id} />
