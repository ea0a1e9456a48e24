import { Acts, Button } from '../web/components/button.tsx'
import { Checkbox, Select } from '../web/components/choices.tsx'
import { FieldGroup } from '../web/components/field.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField, TextArea, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Case } from './case.ts'
import { cooperationKinds, type DocumentKind, documentKinds, type PartSpec, partsOfKind } from './document.ts'
import { documentWords } from './document-words.ts'
import { cooperationRows } from './read-document.ts'
import { words } from './words.ts'

/** Which kind of document is to be filed: the first step. */
export const DocumentKindPage = ({ view, found }: { readonly view: View; readonly found: Case }) => (
  <Shell view={view} title={view.t(words.addDocument)} question={1} room="cases">
    <PageHead kicker={`${found.number} ${found.title}`} title={view.t(words.chooseKind)} />
    <ul className="bare stack--s">
      {documentKinds.map((kind) => (
        <li key={kind}>
          <a href={`/cases/${found.id}/documents/new?kind=${kind}`}>{view.t(documentWords.kinds[kind])}</a>
        </li>
      ))}
    </ul>
  </Shell>
)

interface DocumentFormPageProps {
  readonly view: View
  readonly found: Case
  readonly kind: DocumentKind
  readonly form: FormState
  readonly posts: readonly { readonly value: string; readonly label: string }[]
}

/** The form of a document: its parts in the order they are read. Parts may be left empty; what lacks is pointed out afterwards. */
export const DocumentFormPage = ({ view, found, kind, form, posts }: DocumentFormPageProps) => (
  <Shell view={view} title={view.t(documentWords.kinds[kind])} question={1} room="cases">
    <PageHead kicker={`${found.number} ${found.title}`} title={view.t(documentWords.kinds[kind])} />
    <Problems form={form} title={(n) => view.t(words.problems(n))} />
    <form method="post">
      <Csrf view={view} />
      <Section id="registration" title={view.t(words.facts)}>
        <TextField form={form} name="title" label={view.t(words.documentTitle)} />
        <DayField form={form} name="day" label={view.t(words.documentDay)} />
        <Select form={form} name="author" required={false} label={view.t(words.author)} empty={view.t(words.nobody)} choices={posts} />
        <TextField form={form} name="secrecy" required={false} width="m" label={view.t(words.secrecy)} hint={view.t(words.secrecyHint)} />
      </Section>
      <Section id="parts" title={view.t(documentWords.kinds[kind])} intro={view.t(words.partsIntro)}>
        {partsOfKind[kind].map((spec) => (
          <PartField key={spec.name} view={view} form={form} spec={spec} />
        ))}
        <Acts>
          <Button>{view.t(words.addDocument)}</Button>
          <a href={`/cases/${found.id}`}>{view.t(words.cancel)}</a>
        </Acts>
      </Section>
    </form>
  </Shell>
)

const PartField = ({ view, form, spec }: { readonly view: View; readonly form: FormState; readonly spec: PartSpec }) => {
  const hint = documentWords.hints[spec.input]
  const told = { form, name: spec.name, label: view.t(spec.words), required: false, ...(hint ? { hint: view.t(hint) } : {}) }
  switch (spec.input) {
    case 'day':
      return <DayField {...told} />
    case 'line':
      return <TextField {...told} />
    case 'text':
      return <TextArea {...told} rows={8} />
    case 'assessment':
      return (
        <>
          <TextArea {...told} rows={4} />
          <Checkbox
            form={form}
            name={`${spec.name}.none`}
            value="on"
            required={false}
            label={`${view.t(spec.words)}: ${view.t(documentWords.noneMade).toLowerCase()}`}
          />
        </>
      )
    case 'cooperation':
      return <CooperationField view={view} form={form} spec={spec} />
    default:
      return <TextArea {...told} rows={4} />
  }
}

const CooperationField = ({ view, form, spec }: { readonly view: View; readonly form: FormState; readonly spec: PartSpec }) => (
  <FieldGroup form={form} name={spec.name} label={view.t(spec.words)} required={false} hint={view.t(documentWords.hints.cooperation)}>
    {Array.from({ length: cooperationRows }, (_, i) => `${spec.name}.${i + 1}`).map((row) => (
      <div className="field-row" key={row}>
        <TextField form={form} name={`${row}.forum`} required={false} label={view.t(documentWords.forum)} />
        <DayField form={form} name={`${row}.day`} required={false} label={view.t(documentWords.cooperationDay)} />
        <Select
          form={form}
          name={`${row}.kind`}
          required={false}
          width="s"
          label={view.t(documentWords.cooperationKind)}
          choices={cooperationKinds.map((k) => ({ value: k, label: view.t(documentWords.cooperation[k]) }))}
        />
      </div>
    ))}
  </FieldGroup>
)
