import type { OrgNode } from '../organisation/tree.ts'
import { neverDelegated } from '../rulebook/delegation.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { Checkboxes, Radios, Select } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField, TextArea, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { draftWords as words } from './draft-words.ts'

export interface HeadPageProps {
  readonly view: View
  readonly form: FormState
  readonly bodies: readonly OrgNode[]
  readonly cases: readonly string[]
  readonly mandates: readonly string[]
  /** Where giving up leads. */
  readonly back: string
  /** Carried on to the first clause: its kind and what it is about. */
  readonly carried: Readonly<Record<string, string>>
  readonly isNew: boolean
}

/** The head of a decision: who decides, when, as which paragraph, in which case. What is typed is kept even when it is not whole. */
export const HeadPage = ({ view, form, bodies, cases, mandates, back, carried, isNew }: HeadPageProps) => (
  <Shell view={view} title={view.t(isNew ? words.new : words.head)} question={1} room="decisions">
    <PageHead title={view.t(isNew ? words.new : words.head)} lead={view.t(words.newSentence)} />
    <Problems form={form} title={(n) => view.t(words.hindersHead(n))} />
    <form method="post">
      <Csrf view={view} />
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Section id="what" title={view.t(words.head)} intro={view.t(words.headIntro)}>
        <TextField form={form} name="title" label={view.t(words.title)} />
        <Select form={form} name="body" label={view.t(words.body)} choices={bodies.map((b) => ({ value: b.id, label: view.t(b.name) }))} />
        <div className="field-row">
          <DayField form={form} name="day" label={view.t(words.day)} />
          <TextField form={form} name="paragraph" width="xs" label={view.t(words.paragraph)} hint={view.t(words.paragraphHint)} />
        </div>
        <TextField form={form} name="case" required={false} label={view.t(words.case)} hint={view.t(words.caseHint)} suggestions={cases} />
        <TextArea form={form} name="text" required={false} rows={5} label={view.t(words.text)} />
      </Section>
      <Section id="who" title={view.t(words.by)}>
        <Radios
          form={form}
          name="by"
          label={view.t(words.by)}
          choices={[
            { value: 'body', label: view.t(words.byBody) },
            { value: 'post', label: view.t(words.byPost) },
          ]}
        />
        <TextField form={form} name="mandate" required={false} label={view.t(words.mandate)} hint={view.t(words.mandateHint)} suggestions={mandates} />
        <TextField form={form} name="amount" required={false} width="m" label={view.t(words.amount)} hint={view.t(words.amountHint)} />
        <TextArea form={form} name="urgentBecause" required={false} label={view.t(words.urgentBecause)} hint={view.t(words.urgentBecauseHint)} />
        <Checkboxes
          form={form}
          name="concerns"
          required={false}
          label={view.t(words.concerns)}
          hint={view.t(words.concernsHint)}
          choices={Object.entries(neverDelegated).map(([value, text]) => ({ value, label: view.t(text) }))}
        />
      </Section>
      <Section id="minutes" title={view.t(words.adjusted)}>
        <div className="field-row">
          <DayField form={form} name="adjusted" required={false} label={view.t(words.adjusted)} />
          <DayField form={form} name="announced" required={false} label={view.t(words.announced)} hint={view.t(words.announcedHint)} />
        </div>
        <TextField form={form} name="secrecy" required={false} width="m" label={view.t(words.secrecy)} hint={view.t(words.secrecyHint)} />
        <Acts>
          <Button>{view.t(words.save)}</Button>
          <a href={back}>{view.t(words.cancel)}</a>
        </Acts>
      </Section>
    </form>
  </Shell>
)
