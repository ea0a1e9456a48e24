import { stepKinds } from '../../rulebook/preparation-chain.ts'
import type { OrgNode } from '../../organisation/tree.ts'
import { Acts, Button } from '../../web/components/button.tsx'
import { Checkboxes, Select } from '../../web/components/choices.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { DayField, TextArea } from '../../web/components/inputs.tsx'
import { Problems } from '../../web/components/problems.tsx'
import { PageHead, Section } from '../../web/components/section.tsx'
import { Csrf } from '../../web/csrf.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import type { Case } from '../case.ts'
import type { FiledDocument } from '../case-store.ts'
import type { Referral } from './preparation-store.ts'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly found: Case
  readonly form: FormState
}

/** How many steps the form has room for; most chains have three or four. */
export const formSteps = 7

/** The form of the chain: a step a row. */
export const PlanPage = ({ view, found, form, nodes }: Props & { readonly nodes: readonly OrgNode[] }) => {
  const { t } = view
  const choices = nodes.map((node) => ({ value: node.id, label: t(node.name) }))
  return (
    <Shell view={view} title={`${t(words.plan)} · ${found.number}`} question={1} room="cases">
      <PageHead kicker={<a href={`/cases/${found.id}`}>{`${found.number} ${found.title}`}</a>} title={t(words.plan)} lead={t(words.planLead)} />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      <form method="post">
        <Csrf view={view} />
        {Array.from({ length: formSteps }, (_, i) => i + 1).map((no) => (
          <Section key={no} id={`step-${no}`} title={t(words.step(no))}>
            <Select form={form} name={`step.${no}`} label={t(words.where)} required={no === 1} choices={choices} />
            <div className="field-row">
              <Select
                form={form}
                name={`kind.${no}`}
                label={t(words.what)}
                width="m"
                empty={null}
                choices={stepKinds.map((kind) => ({ value: kind, label: t(words.kinds[kind]) }))}
              />
              <DayField form={form} name={`due.${no}`} required={false} label={t(words.by)} />
            </div>
          </Section>
        ))}
        <Section id="exempt" title={t(words.exempt)}>
          <TextArea form={form} name="exempt" required={false} rows={2} label={t(words.exempt)} hint={t(words.exemptHint)} />
          <Acts>
            <Button>{t(words.save)}</Button>
            <a href={`/cases/${found.id}`}>{t(words.back)}</a>
          </Acts>
        </Section>
      </form>
    </Shell>
  )
}

/** The form that asks others for their opinion. */
export const ReferPage = ({ view, found, form, nodes }: Props & { readonly nodes: readonly OrgNode[] }) => {
  const { t } = view
  return (
    <Shell view={view} title={`${t(words.refer)} · ${found.number}`} question={1} room="cases">
      <PageHead kicker={<a href={`/cases/${found.id}`}>{`${found.number} ${found.title}`}</a>} title={t(words.refer)} />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      <form method="post">
        <Csrf view={view} />
        <Section id="refer" title={t(words.refer)}>
          <TextArea form={form} name="asks" rows={4} label={t(words.asks)} />
          <DayField form={form} name="due" label={t(words.due)} />
          <Checkboxes form={form} name="node" label={t(words.receivers)} choices={nodes.map((node) => ({ value: node.id, label: t(node.name) }))} />
          <Acts>
            <Button>{t(words.refer)}</Button>
            <a href={`/cases/${found.id}`}>{t(words.back)}</a>
          </Acts>
        </Section>
      </form>
    </Shell>
  )
}

/** The form that answers what was asked. */
export const AnswerPage = ({
  view,
  found,
  form,
  referral,
  documents,
}: Props & { readonly referral: Referral; readonly documents: readonly FiledDocument[] }) => {
  const { t } = view
  return (
    <Shell view={view} title={`${t(words.owesAnswer)} · ${found.number}`} question={1} room="cases">
      <PageHead kicker={<a href={`/cases/${found.id}`}>{`${found.number} ${found.title}`}</a>} title={t(words.owesAnswer)} lead={referral.asks} />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      <form method="post">
        <Csrf view={view} />
        <Section id="answer" title={t(words.answer)}>
          <TextArea form={form} name="answer" required={false} rows={6} label={t(words.answerWords)} />
          <Select
            form={form}
            name="document"
            required={false}
            label={t(words.answerDocument)}
            empty={t(words.none)}
            choices={documents.map((document) => ({ value: document.id, label: document.title }))}
          />
          <Acts>
            <Button>{t(words.answer)}</Button>
            <a href={`/cases/${found.id}`}>{t(words.back)}</a>
          </Acts>
        </Section>
      </form>
    </Shell>
  )
}
