import { Acts, Button } from '../web/components/button.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { WaysIn } from './config.ts'
import { words as identityWords } from './identity-words.ts'
import { words } from './words.ts'

interface SignInProps {
  readonly view: View
  readonly form: FormState
  /** Where the reader wanted to go. */
  readonly back: string
  readonly waysIn: Pick<WaysIn, 'localAccounts' | 'providers'>
}

/** The ways in: the providers' first, then by username and password. */
export const SignInPage = ({ view, form, back, waysIn: { localAccounts, providers } }: SignInProps) => (
  <Shell view={view} title={view.t(words.signIn)}>
    <PageHead title={view.t(words.signIn)} lead={view.t(words.signInLead)} />
    <Problems form={form} title={() => view.t(words.signInProblems)} after={null} />
    {providers.length > 0 && (
      <Section id="providers" title={view.t(identityWords.ways)} intro={view.t(identityWords.waysIntro)}>
        <ul className="bare stack">
          {providers.map(({ config }) => (
            <li key={config.id}>
              {/* Another site follows, which only the browser itself may go to. */}
              <a className="btn" href={`/sign-in/with/${config.id}?back=${encodeURIComponent(back)}`} data-turbo="false" rel="nofollow">
                {view.t(identityWords.onwardTo(config.name))}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    )}
    {localAccounts &&
      (providers.length > 0 ? (
        <Section id="local" title={view.t(identityWords.local)} intro={view.t(identityWords.localIntro)}>
          <LocalForm view={view} form={form} back={back} kind="second" />
        </Section>
      ) : (
        <LocalForm view={view} form={form} back={back} kind="first" />
      ))}
  </Shell>
)

const LocalForm = ({ view, form, back, kind }: Omit<SignInProps, 'waysIn'> & { readonly kind: 'first' | 'second' }) => (
  // The whole page is new after signing in, so the enhancement stands aside.
  <form method="post" action="/sign-in" className="stack" data-turbo="false">
    <Csrf view={view} />
    <input type="hidden" name="back" value={back} />
    <TextField form={form} name="username" label={view.t(words.username)} width="m" autoComplete="username" />
    <TextField form={form} name="password" label={view.t(words.password)} width="m" type="password" autoComplete="current-password" />
    <Acts>
      <Button kind={kind}>{view.t(words.signIn)}</Button>
    </Acts>
  </form>
)
