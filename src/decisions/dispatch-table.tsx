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
export const Asked = ({ view, row }: { readonly view: View; readonly row: Pick<DispatchedDecision, 'demandsAction' | 'what' | 'due'> }) => {
  const asked = view.t(words.asked(row.what ?? '', row.due))
  return row.demandsAction ? (
    <>
      <strong>{view.t(words.demandsAction)}</strong>
      {asked && `: ${asked}`}
    </>
  ) : (
    <span className="q2">{view.t(words.forInformation)}</span>
  )
}

/** May the reader see this thing? */
export type Sees = (thing: { readonly nodeId: string; readonly secrecy: string | null }) => boolean

/** What is told of it to this reader: of a decision that the reader may not see neither what is asked, by when, nor who confirmed that it came. */
export const toldOf = (row: DispatchedDecision, sees: Sees): DispatchedDecision =>
  sees(row.decision) ? row : { ...row, what: '', due: null, receivedBy: null }

/** The receiver's own case, where what was decided goes on; of one that the reader may not see, its number. Said where none is opened for what demands action. */
export const HandledIn = ({ view, row, sees }: { readonly view: View; readonly row: DispatchedDecision; readonly sees: Sees }) => {
  if (row.home) {
    return (
      <>
        {view.t(words.handledIn)} <a href={`/cases/${row.home.id}`}>{sees(row.home) ? `${row.home.number} ${row.home.title}` : row.home.number}</a>
      </>
    )
  }
  return lacksCase(row) ? <>{view.t(words.noCaseYet)}</> : null
}

const lacksCase = (row: DispatchedDecision): boolean => row.home === null && row.received !== null && row.demandsAction && row.filed === null

/** Where it is, and the case it is handled in. */
export const StandingAndCase = ({ view, row, sees }: { readonly view: View; readonly row: DispatchedDecision; readonly sees: Sees }) => (
  <>
    <DispatchStanding view={view} row={row} />
    {row.received && row.filed && <span className="sub">{view.t(words.receivedOn(row.received, row.receivedBy))}</span>}
    {(row.home || lacksCase(row)) && (
      <span className="sub">
        <HandledIn view={view} row={row} sees={sees} />
      </span>
    )}
  </>
)

const columns = (view: View, nodeName: (id: string) => string, sees: Sees): readonly Column<DispatchedDecision>[] => [
  { id: 'receiver', head: view.t(words.receiver), rowHead: true, cell: (d) => nodeName(d.receiverId) },
  { id: 'asks', head: view.t(words.asks), cell: (d) => <Asked view={view} row={d} /> },
  { id: 'state', head: view.t(words.where), cell: (d) => <StandingAndCase view={view} row={d} sees={sees} /> },
]

/** Whom a decision was sent to, what is asked of them, who of them has confirmed that it came and when, and the case that each handles it in. */
export const DispatchTable = ({
  view,
  rows,
  nodeName,
  sees,
}: {
  readonly view: View
  readonly rows: readonly DispatchedDecision[]
  readonly nodeName: (id: string) => string
  readonly sees: Sees
}) => (
  <>
    <p>{view.t(words.receipts(rows.length, rows.filter((r) => r.received !== null).length, rows.filter((r) => isLate(r, view.today)).length))}</p>
    <DataTable locale={view.locale} caption={view.t(words.dispatched)} captionHidden columns={columns(view, nodeName, sees)} rows={rows} rowKey={(d) => d.id} />
  </>
)
