import { Acts, Button } from '../web/components/button.tsx'
import { Radios } from '../web/components/choices.tsx'
import { type Column, DataTable, Pager } from '../web/components/data-table.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { dispatchWords as words } from './dispatch-words.ts'
import { pageWords } from './page-words.ts'
import { type Box, boxes, type DispatchedDecision, type DispatchPage as Page } from './dispatch-store.ts'
import { Asked, DispatchStanding, HandledIn, type Sees, StandingAndCase, toldOf } from './dispatch-table.tsx'

interface MailPageProps {
  readonly view: View
  readonly box: Box
  readonly found: Page
  /** How many in the box ask for something, and how many are late to be received; of those on this page. */
  readonly count: { readonly demands: number; readonly late: number }
  readonly nodeName: (id: string) => string
  readonly sees: Sees
  readonly onFirstPage: boolean
}

/** A body's mail of decisions: what has come and waits, what was laid to rest, what it has sent. */
export const MailPage = ({ view, box, found, count, nodeName, sees, onFirstPage }: MailPageProps) => (
  <Shell view={view} title={view.t(words.mail)} question={1} room="dispatch">
    <PageHead title={view.t(words.mail)} lead={view.t(words.sentence(view.desk.name, box, found.rows.length, count))} />
    <nav aria-label={view.t(words.boxesLabel)}>
      <ul className="bare acts">
        {boxes.map((b) => (
          <li key={b}>
            <a href={b === 'in' ? '/dispatch' : `/dispatch?box=${b}`} aria-current={b === box ? 'page' : undefined}>
              {view.t(words.boxes[b])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <Section id="mail" kind="wide" title={view.t(words.boxes[box])}>
      <DataTable
        locale={view.locale}
        caption={view.t(words.boxes[box])}
        captionHidden
        columns={columns(view, box, nodeName, sees)}
        rows={found.rows}
        rowKey={(d) => d.id}
        empty={view.t(words.empty[box])}
      />
      {(found.next !== null || !onFirstPage) && (
        <Pager locale={view.locale} count={view.t(words.onPage(found.rows.length))} next={found.next ? `/dispatch?box=${box}&after=${found.next}` : null}>
          {!onFirstPage && <a href={`/dispatch?box=${box}`}>{view.t(words.firstPage)}</a>}
        </Pager>
      )}
      <Takeout view={view} list="dispatch" />
    </Section>
  </Shell>
)

const columns = (view: View, box: Box, nodeName: (id: string) => string, sees: Sees): readonly Column<DispatchedDecision>[] => [
  {
    id: 'title',
    head: view.t(words.decision),
    rowHead: true,
    cell: (d) => (
      <>
        <a href={box === 'out' ? `/decisions/${d.decisionId}` : `/dispatch/${d.id}`}>
          {sees(d.decision) ? d.decision.title : view.t(words.secretTitle(d.decision.number))}
        </a>
        <span className="sub">{d.decision.number}</span>
      </>
    ),
  },
  {
    id: 'party',
    head: view.t(box === 'out' ? words.to : words.from),
    label: `${view.t(box === 'out' ? words.to : words.from)}:`,
    cell: (d) => nodeName(box === 'out' ? d.receiverId : d.decision.nodeId),
  },
  {
    id: 'asks',
    head: view.t(words.asks),
    cell: (d) => <Asked view={view} row={toldOf(d, sees)} />,
  },
  { id: 'state', head: view.t(words.where), cell: (d) => <StandingAndCase view={view} row={toldOf(d, sees)} sees={sees} /> },
]

export interface HandlePageProps {
  readonly view: View
  readonly row: DispatchedDecision
  readonly form: FormState
  readonly from: string
  readonly cases: readonly string[]
  readonly sees: Sees
  /** May the reader handle the receiver's mail? */
  readonly mayHandle: boolean
}

/** One decision that has come: what is asked, and the acts of receiving it, giving it a case and laying it to rest. */
export const HandlePage = (props: HandlePageProps) => {
  const { view, form, from } = props
  const row = toldOf(props.row, props.sees)
  const sees = props.sees(row.decision)
  const title = sees ? row.decision.title : view.t(words.secretTitle(row.decision.number))
  return (
    <Shell view={view} title={title} question={1} room="dispatch">
      <PageHead kicker={row.decision.number} title={title} lead={view.t(words.lead(from, row.sent, row.demandsAction, sees ? row.what : null, row.due))}>
        <Acts>
          <a href={`/decisions/${row.decisionId}`}>{view.t(words.read)}</a>
          <DispatchStanding view={view} row={row} />
        </Acts>
        {row.home && (
          <p>
            <HandledIn view={view} row={row} sees={props.sees} />
          </p>
        )}
        {row.received && row.filed && <p className="hint">{view.t(pageWords.receivedOn(row.received, row.receivedBy))}</p>}
      </PageHead>
      <Problems form={form} title={(n) => view.t(words.hinders(n))} />
      {props.mayHandle ? <Handling {...props} /> : <p className="hint">{view.t(words.onlyOffice)}</p>}
    </Shell>
  )
}

const Handling = ({ view, row, form, cases }: HandlePageProps) => (
  <>
    {row.filed === null && row.home === null && (
      <Section id="receive" title={view.t(row.received ? words.takeUp : words.receive)} intro={view.t(words.receiveIntro)}>
        <form method="post" className="stack" action={`/dispatch/${row.id}/${row.received ? 'take-up' : 'receive'}`}>
          <Csrf view={view} />
          <Radios
            form={form}
            name="as"
            label={view.t(words.how)}
            choices={[
              { value: 'open', label: view.t(words.openCase) },
              { value: 'link', label: view.t(words.linkCase) },
              ...(row.received ? [] : [{ value: 'note', label: view.t(words.noteOnly) }]),
            ]}
          />
          <TextField form={form} name="title" required={false} label={view.t(words.caseTitle)} hint={view.t(words.caseTitleHint)} />
          <TextField form={form} name="case" required={false} label={view.t(words.caseNumber)} hint={view.t(words.caseNumberHint)} suggestions={cases} />
          <Acts>
            <Button>{view.t(row.received ? words.takeUp : words.receive)}</Button>
          </Acts>
        </form>
      </Section>
    )}
    {row.received && row.filed === null && (
      <Section id="file" title={view.t(words.file)} intro={row.demandsAction ? view.t(words.fileIntro) : undefined}>
        <form method="post" action={`/dispatch/${row.id}/file`}>
          <Csrf view={view} />
          <Acts>
            <Button kind={row.home ? 'first' : 'second'}>{view.t(words.file)}</Button>
          </Acts>
        </form>
      </Section>
    )}
  </>
)
