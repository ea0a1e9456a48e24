import type { OrgNode } from '../organisation/tree.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { Checkbox, Select } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { draftWords as words } from './draft-words.ts'

interface ReceiversPageProps {
  readonly view: View
  readonly draftId: string
  readonly form: FormState
  readonly nodes: readonly OrgNode[]
  readonly rows: number
}

/** Who gets the decision, and what each is asked to do. A receiver set to nobody is taken away. */
export const ReceiversPage = ({ view, draftId, form, nodes, rows }: ReceiversPageProps) => (
  <Shell view={view} title={view.t(words.receivers)} question={1} room="decisions">
    <PageHead title={view.t(words.receivers)} lead={view.t(words.receiversIntro)} />
    <Problems form={form} title={(n) => view.t(words.hindersHead(n))} />
    <form method="post">
      <Csrf view={view} />
      {Array.from({ length: rows }, (_, i) => i + 1).map((no) => (
        <Section key={no} id={`receiver-${no}`} title={view.t(words.receiver(no))}>
          <Select
            form={form}
            name={`receivers.${no}`}
            required={false}
            label={view.t(words.receiver(no))}
            empty={view.t(words.nobody)}
            choices={nodes.map((n) => ({ value: n.id, label: view.t(n.name) }))}
          />
          <Checkbox form={form} name={`receivers.${no}.demands`} required={false} label={view.t(words.demands)} />
          <TextField form={form} name={`receivers.${no}.what`} required={false} label={view.t(words.what)} />
          <DayField form={form} name={`receivers.${no}.due`} required={false} label={view.t(words.latest)} />
        </Section>
      ))}
      <Acts dock>
        <Button>{view.t(words.save)}</Button>
        <Button kind="second" name="more" value="yes">
          {view.t(words.moreReceivers)}
        </Button>
        <a href={`/decisions/drafts/${draftId}`}>{view.t(words.back)}</a>
      </Acts>
    </form>
  </Shell>
)
