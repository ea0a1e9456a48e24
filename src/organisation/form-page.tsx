import type { ReactNode } from 'react'
import { Acts, Button } from '../web/components/button.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { Problems } from '../web/components/problems.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { formWords as words } from './form-words.ts'

interface FormPageProps {
  readonly view: View
  readonly form: FormState
  readonly title: string
  readonly lead: string
  /** Where the reader came from, and goes back to by Avbryt. */
  readonly back: string
  /** Words of the button; 'Spara' without. */
  readonly submit?: string | undefined
  /** Between the head and the form: a search that the form depends on. */
  readonly before?: ReactNode
  readonly children: ReactNode
}

/** A page that is one form: it posts to its own address. */
export const FormPage = ({ view, form, title, lead, back, submit, before, children }: FormPageProps) => (
  <Shell view={view} title={title} room="organisation">
    <PageHead title={title} lead={lead} />
    <Problems form={form} title={(n) => view.t(words.hinders(n))} />
    {before}
    <form method="post">
      <Csrf view={view} />
      {children}
      <Acts>
        <Button>{submit ?? view.t(words.save)}</Button>
        <a href={back}>{view.t(words.cancel)}</a>
      </Acts>
    </form>
  </Shell>
)
