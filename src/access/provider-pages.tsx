import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { Acts, ButtonLink } from '../web/components/button.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { words } from './identity-words.ts'

/** Signed in, but with less than the sign-in points to: what was not given, and why. */
export const SignedInPage = ({ view, notGiven, back }: { readonly view: View; readonly notGiven: readonly Refusal[]; readonly back: string }) => (
  <Shell view={view} title={view.t(words.signedIn)}>
    <PageHead title={view.t(words.signedIn)} lead={view.t(words.notGivenLead(notGiven.length))} />
    <Section id="not-given" title={view.t(words.notGiven(notGiven.length))}>
      <ul className="stack">
        {notGiven.map((refusal) => (
          <li key={refusal.code + refusal.text.sv}>
            {view.t(refusal.text)} {refusal.mend && <span className="hint">{view.t(refusal.mend)}</span>}
          </li>
        ))}
      </ul>
      <Acts>
        <ButtonLink href={back}>{view.t(words.goOn)}</ButtonLink>
      </Acts>
    </Section>
  </Shell>
)

/** Signed out here, and on the way to be so where one signed in. */
export const SignedOutPage = ({ view, name, onward }: { readonly view: View; readonly name: Text; readonly onward: string }) => (
  <Shell view={view} title={view.t(words.signedOut)}>
    <PageHead title={view.t(words.signedOut)} lead={view.t(words.signOutAtLead(name))}>
      <p className="acts">
        <a className="btn" href={onward} data-turbo="false">
          {view.t(words.signOutAt(name))}
        </a>
        <a href="/">{view.t(words.toStart)}</a>
      </p>
    </PageHead>
  </Shell>
)
