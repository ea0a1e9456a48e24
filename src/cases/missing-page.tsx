import type { Text } from '../kernel/text.ts'
import { PageHead } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { words } from './words.ts'

/** Answers an address that leads nowhere, and says where to look instead. */
export const GonePage = ({
  view,
  title,
  text,
  list,
}: {
  readonly view: View
  readonly title: Text
  readonly text: Text
  readonly list: { readonly href: string; readonly words: Text }
}) => (
  <Shell view={view} title={view.t(title)} question={1}>
    <PageHead title={view.t(title)} lead={view.t(text)}>
      <p>
        <a href={list.href}>{view.t(list.words)}</a>
      </p>
    </PageHead>
  </Shell>
)

/** Answers whoever follows a link to something secret: its number and that it is secret, never its title. */
export const SecretPage = ({ view, number, why }: { readonly view: View; readonly number: string; readonly why: Text }) => (
  <Shell view={view} title={view.t(words.secretPage(number))} question={1}>
    <PageHead title={view.t(words.secretPage(number))} lead={view.t(why)}>
      <p className="prose">{view.t(words.secrecyNote)}</p>
    </PageHead>
  </Shell>
)
