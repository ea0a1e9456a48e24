import type { ReactNode } from 'react'
import { type Locale, say } from '../../kernel/text.ts'
import { Mark } from '../components/mark.tsx'
import { threadWords as words, webWords } from '../words.ts'
import { type Question, tellsLane, type Thread, withEmptyQuestions } from './model.ts'
import { type WalkItem, walkOf } from './walk-items.ts'

interface ThreadWalkProps {
  readonly thread: Thread
  readonly locale: Locale
  /** A sentence under each question: 'Beslutet har vunnit laga kraft.' */
  readonly intros?: Partial<Record<Question, ReactNode>> | undefined
  /** As given to the picture: what is missing in a question without stations. */
  readonly emptyZones?: Partial<Record<Question, string>> | undefined
  /** Said in a question without stations; default "Ingenting ännu." */
  readonly empty?: Partial<Record<Question, ReactNode>> | undefined
}

/** The thread as text, upright, through the four questions: everything that the picture shows, whole, with what can be done. */
export const ThreadWalk = ({ thread, locale, intros = {}, emptyZones = {}, empty = {} }: ThreadWalkProps) => (
  <div className="run" id="walk">
    {walkOf(withEmptyQuestions(thread, emptyZones)).map(({ question, on, items }) => (
      <section key={question} className={['sec', on && 'on', on === 'dotted' && 'on--dotted'].filter(Boolean).join(' ')} aria-labelledby={`walk-q${question}`}>
        <header>
          <h2 id={`walk-q${question}`}>{say(words.question[question], locale)}</h2>
          {intros[question] && <p>{intros[question]}</p>}
        </header>
        {items.length === 0 ? (
          <p className="empty walk-empty">{empty[question] ?? say(words.nothingYet, locale)}</p>
        ) : (
          <ol className="walk">
            {items.map((item) => (
              <Item key={item.station.id} item={item} locale={locale} />
            ))}
          </ol>
        )}
      </section>
    ))}
  </div>
)

const Item = ({ item: { station: s, below, bar, branch }, locale }: { readonly item: WalkItem; readonly locale: Locale }) => (
  <li
    id={`station-${s.id}`}
    className={[`to-${below}`, bar && 'from-bar', branch && 'branch', branch?.curve === 'dotted' && 'planned'].filter(Boolean).join(' ')}
  >
    {branch?.beside && <span className={branch.beside === 'dotted' ? 'beside beside--dotted' : 'beside'} aria-hidden="true" />}
    {branch?.curve && <span className="curve" aria-hidden="true" />}
    {bar && <span className="bar" aria-hidden="true" />}
    <Mark name={s.mark} />
    <h3>
      {branch?.name && !tellsLane(s.title, branch.name) && <span className="lane">{branch.name}: </span>}
      {s.href ? <a href={s.href}>{s.title}</a> : s.title}
      {s.title === '' && <Gap words={s.gap ?? ''} locale={locale} />}
      <span className="vh"> ({say(webWords.mark[s.mark], locale)})</span>
    </h3>
    {(s.when || s.meta) && <p className="meta">{[s.when, s.meta].filter(Boolean).join(' · ')}</p>}
    {s.gap !== undefined && s.title !== '' && (
      <p>
        <Gap words={s.gap} locale={locale} />
      </p>
    )}
    {s.text && <p>{s.text}</p>}
    {s.acts && s.acts.length > 0 && (
      <p className="acts">
        {s.acts.map((act) => (
          <a key={act.href} className="btn btn--2" href={act.href}>
            {act.label}
          </a>
        ))}
      </p>
    )}
  </li>
)

const Gap = ({ words, locale }: { readonly words: string; readonly locale: Locale }) => (
  <>
    <span className="gap-words">{say(webWords.gap, locale)}:</span> {words}
  </>
)
