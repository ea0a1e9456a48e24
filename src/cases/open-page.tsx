import type { OrgNode } from '../organisation/tree.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { Select } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { partyRoles } from './case.ts'
import { words } from './words.ts'

/** The form that registers a new case (OSL 5:2). */
export const OpenCasePage = ({ view, form, bodies }: { readonly view: View; readonly form: FormState; readonly bodies: readonly OrgNode[] }) => (
  <Shell view={view} title={view.t(words.open)} question={1} room="cases">
    <PageHead title={view.t(words.open)} lead={view.t(words.openSentence)} />
    <Problems form={form} title={(n) => view.t(words.problems(n))} />
    <form method="post">
      <Csrf view={view} />
      <Section id="what" title={view.t(words.subject)} intro={view.t(words.numberHint)}>
        <TextField form={form} name="title" label={view.t(words.subject)} hint={view.t(words.subjectHint)} why={view.t(words.whyAsked)} />
        <Select form={form} name="nodeId" label={view.t(words.body)} choices={bodies.map((b) => ({ value: b.id, label: view.t(b.name) }))} />
        <DayField form={form} name="day" label={view.t(words.openDay)} />
        <TextField form={form} name="secrecy" required={false} width="m" label={view.t(words.secrecy)} hint={view.t(words.secrecyHint)} />
      </Section>
      <Section id="party" title={view.t(words.parties)}>
        <TextField form={form} name="party" label={view.t(words.party)} />
        <Select
          form={form}
          name="role"
          label={view.t(words.partyRole)}
          width="m"
          empty={null}
          choices={partyRoles.map((r) => ({ value: r, label: view.t(words.role(r)) }))}
        />
        <Acts>
          <Button>{view.t(words.open)}</Button>
          <a href="/cases">{view.t(words.cancel)}</a>
        </Acts>
      </Section>
    </form>
  </Shell>
)
