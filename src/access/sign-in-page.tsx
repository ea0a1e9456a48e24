import { Acts, Button } from '../web/components/button.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { words } from './words.ts'

interface SignInProps {
  readonly view: View
  readonly form: FormState
  /** Where the reader wanted to go. */
  readonly back: string
}

/** The way in, by username and password. */
export const SignInPage = ({ view, form, back }: SignInProps) => (
  <Shell view={view} title={view.t(words.signIn)}>
    <PageHead title={view.t(words.signIn)} lead={view.t(words.signInLead)} />
    <Problems form={form} title={() => view.t(words.signInProblems)} after={null} />
    {/* The whole page is new after signing in, so the enhancement stands aside. */}
    <form method="post" action="/sign-in" className="stack" data-turbo="false">
      <Csrf view={view} />
      <input type="hidden" name="back" value={back} />
      <TextField form={form} name="username" label={view.t(words.username)} width="m" autoComplete="username" />
      <TextField form={form} name="password" label={view.t(words.password)} width="m" type="password" autoComplete="current-password" />
      <Acts>
        <Button>{view.t(words.signIn)}</Button>
      </Acts>
    </form>
  </Shell>
)
