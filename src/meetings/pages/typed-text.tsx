import type { FormState } from '../../web/components/form-state.ts'
import { Note } from '../../web/components/section.tsx'
import type { View } from '../../web/view.ts'
import { fieldOf } from '../field-of.ts'
import { deskWords as words } from './desk-words.ts'

/** Fields of the desk's forms that somebody writes in; what they choose in the others is soon chosen again. */
const written = ['title', 'from', 'clauses', 'text', 'candidates', 'written', 'ground', 'why']

/**
 * What was written in a form that was refused for where the meeting stands and not for what it says: the form may be gone from the
 * page, as the debate was closed meanwhile, and what was written is not to go with it.
 */
export const TypedText = ({ view, form }: { readonly view: View; readonly form: FormState }) => {
  const [act = '', about] = [form.values['act']?.[0], form.values['about']?.[0]]
  if (form.refusals.length === 0 || form.refusals.every((r) => r.field !== undefined)) return null
  const texts = written.flatMap((name) => form.values[fieldOf(act, name, about)] ?? []).filter((text) => text.trim() !== '')
  return texts.length === 0 ? null : (
    <Note>
      <h2 className="col-h">{view.t(words.typed)}</h2>
      {texts.map((text) => (
        <p className="lines" key={text}>
          {text}
        </p>
      ))}
    </Note>
  )
}
