import { Acts, Button } from '../web/components/button.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { reminderWords as words } from './words.ts'

interface UnsubscribeProps {
  readonly view: View
  readonly token: string
  readonly standing: 'asked' | 'ended' | 'unknown'
}

/** The end of letters, for whoever has one in hand. Asks first: programs that look at links in letters must not end them. */
export const UnsubscribePage = ({ view, token, standing }: UnsubscribeProps) => (
  <Shell view={view} title={view.t(words.unsubscribe)}>
    <PageHead
      title={view.t(words.unsubscribe)}
      lead={view.t(standing === 'asked' ? words.unsubscribeLead : standing === 'ended' ? words.unsubscribeDone : words.unsubscribeUnknown)}
    >
      {standing === 'asked' && (
        <form method="post" action={`/unsubscribe/${token}`}>
          <Acts>
            <Button>{view.t(words.unsubscribeAct)}</Button>
          </Acts>
        </form>
      )}
    </PageHead>
  </Shell>
)
