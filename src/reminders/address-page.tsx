import { Acts, Button } from '../web/components/button.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { addressWords as words } from './address-words.ts'

interface AddressPageProps {
  readonly view: View
  readonly token: string
  readonly standing: { readonly email: string } | 'done' | 'unknown'
}

/** The answer to the letter that confirms an address. Asks first: programs that look at links in letters must not confirm it. */
export const AddressPage = ({ view, token, standing }: AddressPageProps) => (
  <Shell view={view} title={view.t(words.title)}>
    <PageHead
      title={view.t(words.title)}
      lead={view.t(standing === 'done' ? words.done : standing === 'unknown' ? words.unknown : words.asked(standing.email))}
    >
      {typeof standing === 'object' && (
        <form method="post" action={`/address/${token}`}>
          <Csrf view={view} />
          <Acts>
            <Button>{view.t(words.act)}</Button>
          </Acts>
        </form>
      )}
    </PageHead>
  </Shell>
)
