import { longDay } from '../kernel/day.ts'
import type { MailState } from '../database/tables/jobs.ts'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import { Status } from '../web/components/status.tsx'
import type { View } from '../web/view.ts'
import type { MailRow } from './mail-list.ts'
import { reminderWords as words } from './words.ts'

const marks = { waiting: 'open', sending: 'half', handing: 'half', sent: 'done', unsure: 'gap', refused: 'stop', dropped: 'none' } as const satisfies Record<
  MailState,
  string
>

/** How a letter goes. */
export const MailStatus = ({ view, state }: { readonly view: View; readonly state: MailState }) => (
  <Status mark={marks[state]}>{view.t(words.states[state])}</Status>
)

interface MailTableProps {
  readonly view: View
  readonly rows: readonly MailRow[]
  readonly caption: string
  /** Links each letter to itself: for those whose letters they are. */
  readonly own?: boolean
  readonly empty: string
  readonly more?: readonly Column<MailRow>[]
}

/** Letters with their day and how they go. */
export const MailList = ({ view, rows, caption, own = false, empty, more = [] }: MailTableProps) => (
  <DataTable
    locale={view.locale}
    kind={own ? 'fit' : 'list'}
    caption={caption}
    captionHidden
    rows={rows}
    rowKey={(r) => r.id}
    empty={empty}
    columns={[
      {
        id: 'letter',
        head: view.t(own ? words.letter : words.person),
        rowHead: true,
        cell: (r) =>
          own ? (
            <a href={`/account/letters/${r.id}`}>{view.t(words.letterOf(r.day))}</a>
          ) : (
            <>
              {r.person}
              <span className="sub">{`${view.t(words.cadence[r.cadence])} · ${longDay(r.day, view.locale)}`}</span>
            </>
          ),
      },
      { id: 'state', head: view.t(words.state), label: `${view.t(words.state)}:`, cell: (r) => <MailStatus view={view} state={r.state} /> },
      ...more,
    ]}
  />
)
