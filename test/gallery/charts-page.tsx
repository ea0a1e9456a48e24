import { BarsCompare } from '../../src/web/charts/bars-compare.tsx'
import { Bridge } from '../../src/web/charts/bridge.tsx'
import { LifecycleDiagram } from '../../src/web/charts/lifecycle-diagram.tsx'
import { LineChart } from '../../src/web/charts/line-chart.tsx'
import { OrganisationTree } from '../../src/web/charts/organisation-tree.tsx'
import { Sparkline } from '../../src/web/charts/sparkline.tsx'
import { StackedYears } from '../../src/web/charts/stacked-years.tsx'
import { DataTable } from '../../src/web/components/data-table.tsx'
import { RemarkRef, Remarks } from '../../src/web/components/remarks.tsx'
import { Aside, Facts, Note, PageHead, Section } from '../../src/web/components/section.tsx'
import { Light } from '../../src/web/components/status.tsx'
import { Shell } from '../../src/web/shell.tsx'
import { galleryView as view } from './view.ts'

const households = [
  ['2015', 1081, 1017, 1144],
  ['2016', 1003, 896, 1077],
  ['2017', 839, 764, 911],
  ['2018', 747, 672, 819],
  ['2019', 707, 678, 732],
  ['2020', 728, 705, 747],
  ['2021', 736, 712, 767],
] as const
const municipalities = [
  ['Borås', 537, 510],
  ['Jönköping', 831, 829],
  ['Örebro', 1394, 1319],
  ['Västerås', 1448, 1400],
  ['Uppsala', 1500, 1520],
  ['Norrköping', 1580, 1858],
  ['Linköping', 1593, 1533],
  ['Helsingborg', 1721, 1563],
] as const
const steps = [
  ['Central administration', -522],
  ['Politisk verksamhet', 0],
  ['Allmän IFO-administration', 1307],
  ['Ekonomiskt bistånd', -1500],
  ['Insatser relationsvåld', -5200],
  ['Feriearbeten', 370],
  ['Arbetsförberedande åtgärder', 2083],
  ['Arbetsmarknadsinsatser', -2074],
  ['Integration', 282],
  ['Övrigt', -538],
  ['Buffert', -58],
] as const
const lights = [
  { name: 'Växla bidrag mot lön', values: [78, 75, 47] },
  { name: 'Friskvårdsbidrag', values: [53.5, 40.3, null] },
  { name: 'Hål i mitten', values: [12, null, 14, 15, null, 13] },
  { name: 'Samma', values: [4, 4, 4] },
]

/** A measure's page and every other chart. */
export const ChartsPage = () => (
  <Shell view={view} title="Hushåll med ekonomiskt bistånd" question={4} room="series">
    <PageHead
      kicker="Mått · Arbetslivsnämnden · följs av Kommunfullmäktige"
      title="Hushåll med ekonomiskt bistånd"
      aside={
        <Aside id="source" title="Varifrån kommer siffran?">
          <Facts
            facts={[
              { name: 'Källa', value: 'Verksamhetssystem, månadsstatistik' },
              { name: 'Period', value: '2021, medel av 12 månader' },
              {
                name: 'Version',
                value: (
                  <>
                    2 av 2, <a href="#v">visa version 1</a>
                  </>
                ),
              },
            ]}
          />
        </Aside>
      }
    >
      <p className="hero-n">
        <b>736</b>
        <span>
          hushåll i medel per månad 2021. Målet är högst 700.{' '}
          <Light sign="stop" locale="sv">
            36 över målet
          </Light>
        </span>
      </p>
    </PageHead>
    <Section id="time" title="Över tid" intro="Linjen är årsmedel. Fältet går från lägsta till högsta månad.">
      <LineChart
        locale="sv"
        title="Nedgången bröts 2019 och har legat still sedan dess"
        unit="Antal hushåll per månad."
        points={households.map(([label, value, low, high]) => ({ label, value, low, high }))}
        target={{ value: 700, label: 'Mål: högst 700' }}
        rangeLabel="högsta–lägsta månad"
      />
      <Note kind="gap">
        <p>
          <strong>Två uppgifter för 2020.</strong> Verksamhetsmåttet i budgeten anger 705 hushåll, månadsstatistiken 728.
        </p>
      </Note>
      <LineChart
        locale="sv"
        title="Sjukfrånvaron är tillbaka där den var"
        unit="Procent av ordinarie arbetstid."
        decimals={1}
        points={[3.5, 3.4, null, 3.5, 7.9, null, 4.1, 3.3].map((value, i) => ({
          label: `T${(i % 3) + 1} ${2019 + Math.floor(i / 3)}`,
          value,
          preliminary: i === 7,
        }))}
        others={[{ label: 'hela staden', values: [5, 5.2, 5.1, 6, 7.5, 6.4, 6, 5.8] }]}
      />
    </Section>
    <Section id="compare" title="Jämfört med andra" intro="Sju kommuner av liknande storlek.">
      <BarsCompare
        locale="sv"
        title="Borås betalar ut minst av åtta kommuner"
        unit="Bruttoutbetalt bistånd, kronor per invånare 2020."
        nameHead="Kommun"
        times={['2020', '2019']}
        bars={[...municipalities.map(([name, value, previous]) => ({ name, value, previous, mine: name === 'Borås' })), { name: 'Eskilstuna', value: null }]}
        source="Källa: SCB, räkenskapssammandrag 2019 och 2020."
      />
    </Section>
    <Section id="table" title="Nettokostnad per verksamhet" kind="wide">
      <DataTable
        locale="sv"
        caption="Nettokostnad per verksamhet"
        captionNote="Tusental kronor, tkr. Kostnad har minustecken."
        kind="numbers"
        older="2021"
        rows={steps}
        rowKey={([n]) => n}
        rowClass={([n]) => (n === 'Buffert' ? 'total' : undefined)}
        columns={[
          {
            id: 'n',
            head: 'Verksamhet',
            rowHead: true,
            cell: ([n]) => (
              <>
                {n}
                {n === 'Ekonomiskt bistånd' && <RemarkRef index={0} locale="sv" />}
              </>
            ),
          },
          { id: 'b21', head: 'Budget 2021', numeric: true, older: true, cell: () => '−14 847' },
          { id: 'b22', head: 'Budget 2022:2', numeric: true, now: true, cell: () => '−15 779' },
          { id: 'c', head: 'Förändring', numeric: true, cell: ([, c]) => c },
        ]}
      />
      <Remarks
        remarks={[
          {
            title: 'Försörjningsstöd ökar med 2 000 i texten, 1 500 i tabellen',
            text: 'Nettokostnaden för ekonomiskt bistånd går från 56 000 till 57 500 tkr. Texten räknar upp 2 000 tkr.',
          },
          { title: 'Relationsvåld ökar med 5 200, tillskotten är 5 700', text: 'Tabellen visar 5 200.' },
        ]}
      />
    </Section>
    <Section id="bridge" title="Från 2022:1 till 2022:2">
      <Bridge
        locale="sv"
        title="Relationsvåld och arbetsmarknadsinsatser ökar mest"
        unit="Nettokostnad, tkr."
        start={{ label: 'Budget 2022:1', value: -247050 }}
        steps={steps.map(([label, change]) => ({ label, change }))}
        end={{ label: 'Budget 2022:2', value: -252900 }}
      />
      <Bridge
        locale="sv"
        title="En bro från noll, med rest"
        unit="Mnkr."
        decimals={1}
        filled="plus"
        start={{ label: '2021', value: 4 }}
        steps={[
          { label: 'Fler platser', change: 3 },
          { label: 'Lägre pris', change: -1.5 },
        ]}
        end={{ label: '2022', value: 6 }}
      />
    </Section>
    <Section id="stack" title="Delarna">
      <StackedYears
        locale="sv"
        title="Avvecklade ärenden har flyttat från bidrag till arbete"
        unit="Antal avslutade ärenden."
        years={['2017', '2018', '2019', '2020', '2021', '2022']}
        parts={[
          { label: 'Till arbete', values: [210, 230, 260, 180, 240, 250] },
          { label: 'Till studier', values: [80, 90, 70, null, 95, 97] },
          { label: 'Flyttat eller annan försörjning', values: [120, 100, 110, 90, 88, 60] },
        ]}
      />
      <DataTable
        locale="sv"
        kind="fit"
        caption="Små linjer"
        rows={lights}
        rowKey={(l) => l.name}
        columns={[
          { id: 'n', head: 'Mått', rowHead: true, cell: (l) => l.name },
          { id: 's', head: 'Linje', cell: (l) => <Sparkline values={l.values} /> },
        ]}
      />
    </Section>
    <Section id="life" title="Uppdragets väg">
      <LifecycleDiagram
        locale="sv"
        title="Ett uppdrag tas emot, rapporteras och förklaras fullgjort av den som gav det"
        current="running"
        states={[
          { id: 'given', label: 'Givet', initial: true },
          { id: 'accepted', label: 'Mottaget' },
          { id: 'running', label: 'Pågår' },
          { id: 'ready', label: 'Klart att pröva' },
          { id: 'fulfilled', label: 'Fullgjort', final: true },
          { id: 'dropped', label: 'Upphävt', final: true },
        ]}
        acts={[
          { from: 'given', to: 'accepted', label: 'Ta emot' },
          { from: 'accepted', to: 'running', label: 'Börja' },
          { from: 'running', to: 'running', label: 'Rapportera', needs: 'text och läge' },
          { from: 'running', to: 'ready', label: 'Lämna slutrapport', needs: 'slutrapport' },
          { from: 'ready', to: 'running', label: 'Sända tillbaka', needs: 'beslut av den som gav uppdraget' },
          { from: 'ready', to: 'fulfilled', label: 'Förklara fullgjort', needs: 'beslut av den som gav uppdraget' },
          { from: 'running', to: 'dropped', label: 'Upphäva', needs: 'beslut' },
          { from: 'given', to: 'dropped', label: 'Upphäva', needs: 'beslut' },
        ]}
      />
    </Section>
    <Section id="tree" title="Organisationen">
      <OrganisationTree
        label="Borås Stads organisation"
        nodes={[
          {
            id: '1',
            name: 'Kommunfullmäktige',
            href: '#',
            note: '73 platser',
            children: [
              { id: '2', name: 'Kommunstyrelsen', href: '#', children: [{ id: '3', name: 'Stadsledningskansliet', href: '#' }] },
              {
                id: '4',
                name: 'Arbetslivsnämnden',
                href: '#',
                children: [
                  {
                    id: '5',
                    name: 'Arbetslivsförvaltningen',
                    href: '#',
                    children: [
                      { id: '6', name: 'Jobb Borås', href: '#' },
                      { id: '7', name: 'Integration', note: 'upphörde 2021', ended: true },
                    ],
                  },
                ],
              },
              { id: '8', name: 'Revisorerna', href: '#' },
            ],
          },
        ]}
      />
    </Section>
  </Shell>
)
