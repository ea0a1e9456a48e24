import type { Text } from '../kernel/text.ts'
import { PageHead } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { words } from './words.ts'

/** Says that something was refused at the door, and what to do instead. */
export const RefusedPage = ({ view, text, mend }: { readonly view: View; readonly text: Text; readonly mend?: Text }) => (
  <Shell view={view} title={view.t(words.refusedTitle)}>
    <PageHead title={view.t(words.refusedTitle)} lead={view.t(text)}>
      {mend && <p className="prose">{view.t(mend)}</p>}
    </PageHead>
  </Shell>
)
