import { ButtonLink } from '../../src/web/components/button.tsx'
import { DataTable, Pager } from '../../src/web/components/data-table.tsx'
import { Chosen, FilterColumn } from '../../src/web/components/filter-column.tsx'
import type { MarkName } from '../../src/web/components/mark.tsx'
import { Empty, PageHead } from '../../src/web/components/section.tsx'
import { Brk, Status } from '../../src/web/components/status.tsx'
import { Shell } from '../../src/web/shell.tsx'
import { galleryView as view } from './view.ts'

type Row = readonly [string, string, string, string, MarkName, string]
const rows: readonly Row[] = [
  ['Stadsdelsvärdar i fem områden inkl. Centrum', 'KF 2021-06-23 § 120', 'Enhetschef, Integration', '2022-05-13', 'gap', '4 dagar sen'],
  ['Lärdomar av boendeprocessen, med IFO-nämnden', 'ALN 2022-01-25 § 6', 'Avdelningschef', '2022-05-31', 'half', 'Utkast finns'],
  ['Feriearbete eller sommarlovsentreprenör till åk 9, gy 1 och gy 2', 'KF budget 2022', 'Enhetschef, Jobb Borås', '2022-09-14', 'half', '1 310 platser'],
  ['Jämförbara arbetsvillkor i upphandlad verksamhet', 'KF budget 2022', '', '2022-09-14', 'gap', 'Ingen ansvarig'],
  ['Långsiktigt partnerskap med Kvinnojouren', 'KF budget 2022', 'Enhetschef, Relationsvåld', '2022-09-30', 'done', 'Avtal tecknat'],
  ['100 % kännedom om unga i aktivitetsansvaret', 'ALN 2022-01-25 § 4', 'Avdelningschef', '2022-12-16', 'open', 'Inte påbörjat'],
]
const columns = (empty: boolean): Parameters<typeof DataTable<Row>>[0]['columns'] => [
  {
    id: 'name',
    head: 'Uppdrag',
    rowHead: true,
    sortHref: '#',
    cell: (r) => (
      <>
        <a href="#list">{r[0]}</a>
        <span className="sub">{r[1]}</span>
      </>
    ),
  },
  { id: 'owner', head: 'Ansvarig', sortHref: '#', label: 'Ansvarig:', cell: (r) => r[2] || <Brk>ingen utsedd</Brk> },
  {
    id: 'due',
    head: 'Rapporteras',
    sortHref: '#',
    sorted: empty ? 'descending' : 'ascending',
    nowrap: true,
    label: 'Rapporteras:',
    cell: (r) => <span className="num">{r[3]}</span>,
  },
  { id: 'state', head: 'Läge', sortHref: '#', cell: (r) => <Status mark={r[4]}>{r[5]}</Status> },
]

/** A register: filters, list, one primary act; and an empty one under it. */
export const RegisterPage = () => (
  <Shell view={view} title="Uppdrag" question={2} room="assignments">
    <PageHead
      kicker="Register"
      title="Uppdrag"
      lead={
        <>
          Nämnden har 14 uppdrag. <Brk>På två är tråden av</Brk>: ett är sent och ett saknar ansvarig.
        </>
      }
    />
    <section className="sec" aria-label="Uppdrag">
      <FilterColumn
        locale="sv"
        action="#"
        keep={{ sort: 'due' }}
        apply="Visa 12"
        filters={[
          { kind: 'search', name: 'q', value: '' },
          {
            kind: 'checks',
            name: 'state',
            label: 'Läge',
            options: [
              { value: 'gap', label: 'Lucka', count: 2, chosen: true },
              { value: 'half', label: 'Pågår', count: 6, chosen: true },
              { value: 'done', label: 'Klart', count: 3, chosen: true },
              { value: 'stop', label: 'Avslutat', count: 2, chosen: false },
            ],
          },
          { kind: 'select', name: 'owner', label: 'Ansvarig', options: [{ value: '1', label: 'Enhetschef, Integration', count: 3, chosen: false }] },
        ]}
      />
      <div className="stack">
        <Chosen locale="sv" count="12 av 14 uppdrag" words="utan avslutade, äldsta dag först" clearHref="#">
          <ButtonLink href="#new">Nytt uppdrag</ButtonLink>
        </Chosen>
        <DataTable
          locale="sv"
          caption="Uppdrag, sorterade efter när de ska återrapporteras"
          captionHidden
          columns={columns(false)}
          rows={rows}
          rowKey={(r) => r[0]}
          rowClass={(r) => (r[4] === 'half' && r[3] === '2022-05-31' ? 'here' : undefined)}
        />
        <Pager locale="sv" count="1–6 av 12" next="#next">
          <a href="#excel">Hämta som Excel</a>
          <a href="#ics">Kalender</a>
        </Pager>
        <Empty>
          <strong>Inga uppdrag passar urvalet.</strong> Ta bort ett val till vänster, eller sök på ett annat ord.
        </Empty>
      </div>
    </section>
  </Shell>
)
