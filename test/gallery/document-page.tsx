import { Clauses } from '../../src/web/components/remarks.tsx'
import { Facts } from '../../src/web/components/section.tsx'
import { Shell } from '../../src/web/shell.tsx'
import { galleryView as view } from './view.ts'

/** What is read as a document: the protocol's voice. */
export const DocumentPage = () => (
  <Shell view={view} title="§ 4 Budget 2022:2" question={1} room="decisions">
    <article className="protocol">
      <div className="par par--title">
        <p className="marg">
          <span className="sign">§ 4</span> Arbetslivsnämnden
          <br />
          25 januari 2022
        </p>
        <div className="in">
          <h1>Budget 2022:2 fastställs</h1>
          <p className="lead">
            Nämnden får 252 900 tkr, 5 850 tkr mer än i den första versionen. Nästan hela förstärkningen går till insatser mot relationsvåld.
          </p>
        </div>
      </div>
      <section className="par" aria-labelledby="wording">
        <p className="marg">Protokollets lydelse</p>
        <div className="in">
          <h2 id="wording">Arbetslivsnämnden beslutar</h2>
          <Clauses
            locale="sv"
            clauses={[
              { id: 'k1', text: 'fastställa Budget 2022:2 för Arbetslivsnämnden,' },
              { id: 'k2', text: 'översända budgeten till Kommunstyrelsen, och' },
              { id: 'k3', text: 'stadsdelsvärdar ska finnas i fem områden, inklusive Centrum.' },
            ]}
          />
        </div>
      </section>
      <section className="par" aria-labelledby="reason">
        <p className="marg">Skälen</p>
        <div className="in">
          <h2 id="reason">Sammanfattning av ärendet</h2>
          <p className="read">
            Kommunfullmäktige fastställde i november nämndens kommunbidrag till 252 900 tkr. Tillskottet avser insatser mot relationsvåld, partnerskapet med
            Kvinnojouren och indexuppräkning.
          </p>
          <p className="read">Buffertens storlek är en procent av kommunbidraget.</p>
          <Facts
            facts={[
              { name: 'Dnr', value: 'ALN 2021-00212 1.1.3.1' },
              { name: 'Justerat', value: '1 februari 2022' },
            ]}
          />
        </div>
      </section>
    </article>
  </Shell>
)
