import type { Text } from '../kernel/text.ts'
import { PageHead } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'

interface Props {
  readonly view: View
  readonly title: Text
  readonly lead: Text
  readonly back: { readonly href: string; readonly words: Text }
}

/** Said where an address leads to nothing, or to what the reader may not see. Never tells the title of a secret. */
export const AbsentPage = ({ view, title, lead, back }: Props) => (
  <Shell view={view} title={view.t(title)} question={4}>
    <PageHead title={view.t(title)} lead={view.t(lead)}>
      <p>
        <a href={back.href}>{view.t(back.words)}</a>
      </p>
    </PageHead>
  </Shell>
)
