import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { Law } from '../web/components/law.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import { type Ctx, page, type View } from '../web/view.ts'
import { words } from './words.ts'

const MessagePage = ({ view, title, text, law }: { readonly view: View; readonly title: Text; readonly text: Text; readonly law?: string | undefined }) => (
  <Shell view={view} title={view.t(title)} room="organisation">
    <PageHead title={view.t(title)} lead={view.t(text)}>
      {law && (
        <p>
          <Law law={law} locale={view.locale} />
        </p>
      )}
    </PageHead>
  </Shell>
)

/** Says that there is no such body, unit, post or person. */
export const notFound = (c: Ctx, text: Text): Response => page(c, <MessagePage view={c.get('view')} title={words.notFound} text={text} />, 404)

/** Says why the reader may not. */
export const notAllowed = (c: Ctx, [refusal]: readonly Refusal[]): Response =>
  page(c, <MessagePage view={c.get('view')} title={words.notAllowed} text={refusal?.text ?? words.notAllowed} law={refusal?.law} />, 403)
