import { DataTable } from '../../src/web/components/data-table.tsx'
import { Aside, Facts, PageHead, Section } from '../../src/web/components/section.tsx'
import { Brk, Legend, Light, Status } from '../../src/web/components/status.tsx'
import type { LightSign, MarkName } from '../../src/web/components/mark.tsx'
import { Shell } from '../../src/web/shell.tsx'
import { type ThreadCell, type ThreadRow, ThreadRows } from '../../src/web/thread/thread-rows.tsx'
import { galleryView as view } from './view.ts'

const cell = (mark: MarkName, strong: string, text: string, line: ThreadCell['line'], broken = false): ThreadCell => ({ mark, strong, text, line, broken })
const row = (title: string, sub: string, ...cells: ThreadRow['cells']): ThreadRow => ({ id: title, title, href: '#', sub, cells })

const rows: readonly ThreadRow[] = [
  row(
    'Budget 2022:2',
    'ALN 25 jan § 4',
    cell('decision', '25 jan', 'fastställd', 'solid'),
    cell('half', 'pågår', '252,9 mnkr', 'cut'),
    cell('gap', 'Lucka', 'tertial 1 skulle lämnats 13 maj', 'dotted', true),
    cell('open', 'dec', '6 mått knutna', 'none'),
  ),
  row(
    'Stadsdelsvärdar i fem områden, med Centrum',
    'KF 23 juni 2021 § 120',
    cell('decision', '23 juni 2021', '2 500 tkr', 'solid'),
    cell('half', 'pågår', 'pengarna saknar egen rad', 'cut'),
    cell('gap', 'Lucka', 'ingen rapport ännu', 'none', true),
    cell('none', 'Inget mått', 'knutet till beslutet', 'none'),
  ),
  row(
    'Partnerskap med Kvinnojouren 2022–2024',
    'KF budget 2022',
    cell('decision', 'nov 2021', '700 tkr per år', 'solid'),
    cell('done', '1 jan', 'avtal tecknat', 'dotted'),
    cell('open', '30 sep', 'halvårsrapport', 'dotted'),
    cell('open', '2024', 'utvärderas', 'none'),
  ),
  row(
    'Fler ungdomsanställningar',
    'ALN 25 jan § 4',
    cell('decision', '25 jan', '500 tkr', 'solid'),
    cell('half', '12 av 30', 'unga anställda', 'solid'),
    cell('done', '2 maj', 'månadsrapport april', 'dotted'),
    cell('open', 'dec', 'arbete efter 6 mån', 'none'),
  ),
  row(
    'Lokalbehovsplan 2023–2025',
    'ALN 25 jan § 7',
    cell('decision', '25 jan', 'godkänd', 'solid'),
    cell('done', '3 feb', 'översänd', 'solid'),
    cell('done', '3 feb', 'inga nya behov', 'none'),
    cell('stop', 'Avslutad', 'följs inte vidare', 'none'),
  ),
]

interface Due {
  readonly when: string
  readonly late: boolean
  readonly what: string
  readonly who: string
  readonly law: string
  readonly mark: MarkName
  readonly state: string
}
const due: readonly Due[] = [
  {
    when: 'Fre 13 maj',
    late: true,
    what: 'Tertialrapport 1: utfall för två mått',
    who: 'Kommunstyrelsen, för uppsikt',
    law: '6 kap. 1 § kommunallagen',
    mark: 'gap',
    state: '4 dagar sen',
  },
  {
    when: 'Tors 19 maj',
    late: false,
    what: 'Kallelse till sammanträdet 31 maj',
    who: 'Nämndens reglemente',
    law: '',
    mark: 'half',
    state: '9 av 11 ärenden klara',
  },
  {
    when: 'Fre 20 maj',
    late: false,
    what: 'Slutredovisning av avtalet med Spira',
    who: 'Nämnden',
    law: 'ALN 25 januari § 8',
    mark: 'open',
    state: 'Inte påbörjad',
  },
]

const lights: readonly (readonly [string, string, LightSign, string, string, string, string, string])[] = [
  ['Barn och unga som inte lever i hushåll med försörjningsstöd', '%', 'warn', '1 procentenhet under målet', '99', '99', '98', '99'],
  ['Hushåll med försörjningsstöd mer än tio månader', 'hushåll', 'stop', 'Ökar, ska minska', '399', '407', '436', 'minska'],
  ['Sjukfrånvaro av ordinarie arbetstid', '%', 'ok', 'Minskar som tänkt', '3,5', '7,9', '3,3', 'minska'],
  ['Anställda som nyttjar friskvårdsbidrag', '%', 'unknown', 'Utfall 2021 saknas', '53,5', '40,3', 'saknas', 'öka'],
]

/** The desk of a board, as its secretary meets it in the morning. */
export const Home = () => (
  <Shell view={view} title="Läget i dag">
    <PageHead
      kicker="Tisdag 17 maj 2022"
      title="Arbetslivsnämnden"
      lead={
        <>
          Nämnden följer 31 beslut i år. 22 genomförs, 14 har återrapporterats och för 5 går effekten att se. <Brk>På sex ställen är tråden av.</Brk> Tre saker
          ska lämnas den här veckan.
        </>
      }
      aside={
        <Aside id="next" title="Nästa sammanträde" when="31 maj kl. 13.00">
          <Facts
            facts={[
              { name: 'Plats', value: 'Stadshuset, sal 3, med distansdeltagande' },
              { name: 'Ärenden', value: '11, varav 2 utan färdigt förslag' },
              { name: 'Kallelse', value: 'ska ut senast torsdag 19 maj' },
            ]}
          />
          <p>
            <a href="#next">Öppna föredragningslistan</a>
          </p>
        </Aside>
      }
    />
    <Section id="todo" title="Att göra" intro="Ordnat efter dag. Varje rad säger vem som frågar och varför.">
      <DataTable
        locale="sv"
        caption="Det som ska göras, efter dag"
        captionHidden
        rows={due}
        rowKey={(d) => d.what}
        columns={[
          { id: 'when', head: 'Senast', nowrap: true, cell: (d) => (d.late ? <b className="brk">{d.when}</b> : d.when) },
          { id: 'what', head: 'Vad', rowHead: true, cell: (d) => <a href="#todo">{d.what}</a> },
          {
            id: 'who',
            head: 'Begärs av',
            cell: (d) => (
              <>
                {d.who}
                <span className="sub">{d.law}</span>
              </>
            ),
          },
          { id: 'state', head: 'Läge', cell: (d) => <Status mark={d.mark}>{d.state}</Status> },
        ]}
      />
    </Section>
    <Section id="decisions" title="Årets beslut, fråga för fråga" kind="band">
      <ThreadRows
        locale="sv"
        caption="Fem av 31 beslut och deras röda tråd genom de fyra frågorna"
        captionHidden
        subject="Beslut"
        subjectNote="fem senast ändrade av 31"
        rows={rows}
        totals={{ 1: 31, 2: 22, 3: 14, 4: 5 }}
      />
      <Legend locale="sv" marks={['decision', 'done', 'half', 'open', 'gap', 'none', 'stop']}>
        <a href="#decisions">Alla 31 beslut</a>
      </Legend>
    </Section>
    <Section id="measures" title="Nämndens mått" intro="Sex indikatorer i budget 2022:2. Läget är utfallet 2021 mot riktningen som fullmäktige satt.">
      <DataTable
        locale="sv"
        caption="Indikatorer 2019–2021 med läge"
        captionHidden
        kind="numbers"
        name="Indikatorer"
        rows={lights}
        rowKey={(m) => m[0]}
        columns={[
          {
            id: 'name',
            head: 'Mått',
            rowHead: true,
            cell: (m) => (
              <>
                <a href="#measures">{m[0]}</a> <span className="sub">{m[1]}</span>
              </>
            ),
          },
          {
            id: 'light',
            head: 'Läge',
            cell: (m) => (
              <Light sign={m[2]} locale="sv">
                {m[3]}
              </Light>
            ),
          },
          { id: '2019', head: '2019', numeric: true, cell: (m) => m[4] },
          { id: '2020', head: '2020', numeric: true, cell: (m) => m[5] },
          { id: '2021', head: '2021', numeric: true, now: true, cell: (m) => m[6] },
          { id: 'aim', head: 'Mål 2022', numeric: true, cell: (m) => m[7] },
        ]}
      />
    </Section>
  </Shell>
)
