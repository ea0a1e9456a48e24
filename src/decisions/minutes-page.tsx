import { Acts, Button } from '../web/components/button.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Decision } from './decision-store.ts'
import { draftWords as words } from './draft-words.ts'
import { pageWords } from './page-words.ts'

/** The form that notes when the minutes were adjusted and announced. */
export const MinutesPage = ({ view, decision, form }: { readonly view: View; readonly decision: Decision; readonly form: FormState }) => (
  <Shell view={view} title={`${view.t(pageWords.noteMinutes)} · ${decision.number}`} question={1} room="decisions">
    <PageHead kicker={`${decision.number} ${decision.title}`} title={view.t(pageWords.noteMinutes)} lead={view.t(pageWords.noteMinutesLead)} />
    <Problems form={form} title={(n) => view.t(words.hindersHead(n))} />
    <form method="post">
      <Csrf view={view} />
      <Section id="days" title={view.t(pageWords.noteMinutes)}>
        <DayField form={form} name="adjusted" label={view.t(words.adjusted)} />
        <DayField form={form} name="announced" required={false} label={view.t(words.announced)} hint={view.t(words.announcedHint)} />
        <Acts>
          <Button>{view.t(words.save)}</Button>
          <a href={`/decisions/${decision.id}`}>{view.t(words.cancel)}</a>
        </Acts>
      </Section>
    </form>
  </Shell>
)
