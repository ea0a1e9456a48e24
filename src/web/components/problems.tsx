import type { ReactNode } from 'react'
import { say } from '../../kernel/text.ts'
import { webWords as words } from '../words.ts'
import { type FormState, fieldId } from './form-state.ts'
import { Law } from './law.tsx'

interface ProblemsProps {
  readonly form: FormState
  /** Instead of "Fyra saker behöver ändras": 'Fyra saker hindrar att uppdraget sparas'. */
  readonly title?: ((count: number) => string) | undefined
  /** Under the list; by default that what was written is kept. null leaves it out (for acts without fields). */
  readonly after?: ReactNode | undefined
}

/**
 * Everything that is wrong, first on the page: counted heading, a link to each field, and the section of law.
 * Draws nothing when nothing is wrong. A refusal without a field stands as plain words.
 */
export const Problems = ({ form, title, after }: ProblemsProps) => {
  const { refusals, locale } = form
  if (refusals.length === 0) return null
  return (
    <div className="problems" id="problems" role="alert" aria-labelledby="problems-h" tabIndex={-1} data-problems="">
      <h2 id="problems-h">{title ? title(refusals.length) : say(words.problems(refusals.length), locale)}</h2>
      <ol>
        {refusals.map((r) => (
          <li key={`${r.code} ${r.field ?? ''} ${r.text.sv}`}>
            {r.field ? <a href={`#${fieldId(r.field)}`}>{say(r.text, locale)}</a> : <strong>{say(r.text, locale)}</strong>}
            {r.law && (
              <>
                {' '}
                <Law law={r.law} locale={locale} />
              </>
            )}
            {r.mend && <span className="mend">{say(r.mend, locale)}</span>}
          </li>
        ))}
      </ol>
      {after !== null && <p>{after ?? say(words.problemsKept, locale)}</p>}
    </div>
  )
}
