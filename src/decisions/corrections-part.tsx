import { longDay } from '../kernel/day.ts'
import { Law } from '../web/components/law.tsx'
import type { View } from '../web/view.ts'
import type { DecisionCorrection } from './decision-store.ts'
import { pageWords as words } from './page-words.ts'

/** What was corrected of a decision, each with what stood before. */
export const Corrections = ({ view, corrections }: { readonly view: View; readonly corrections: readonly DecisionCorrection[] }) =>
  corrections.length === 0 ? null : (
    <section className="par" aria-labelledby="corrections-h">
      <h2 className="marg" id="corrections-h">
        {view.t(words.corrections)}
      </h2>
      <ul className="in">
        {corrections.map((c) => (
          <li key={c.id}>
            {view.t(c.what)}: {view.t(words.correctedTo(c.before, c.after))}{' '}
            <span className="sub">
              {view.t(words.correctedOn(longDay(c.on, view.locale), c.by, c.why))} {c.law && <Law law={c.law} locale={view.locale} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
