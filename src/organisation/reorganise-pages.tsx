import { Checkbox, Select } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField, NumberField } from '../web/components/inputs.tsx'
import { Section } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import { FormPage } from './form-page.tsx'
import { formWords as words } from './form-words.ts'
import { DraftFields, nodeOptions, NodeSelect } from './node-fields.tsx'
import { lastVersion, type NodeLife, type Timeline } from './timeline.ts'
import { isBody, nodeKinds } from './tree.ts'
import { words as pageWords } from './words.ts'

interface Common {
  readonly view: View
  readonly form: FormState
  readonly timeline: Timeline
}
interface OfNode extends Common {
  readonly node: NodeLife
}

const peoplePath = (node: NodeLife): string => `/bodies/${node.slug}/people`
const nameOfNode = (node: NodeLife) => lastVersion(node).name

/** Makes a body or unit. */
export const CreatePage = ({ view, form, timeline }: Common) => (
  <FormPage view={view} form={form} title={view.t(words.create)} lead={view.t(words.createLead)} back="/organisation">
    <Section id="what" title={view.t(words.what)}>
      <Select form={form} name="kind" label={view.t(words.kind)} choices={nodeKinds.map((kind) => ({ value: kind, label: view.t(pageWords.kind[kind]) }))} />
      <DraftFields view={view} form={form} />
    </Section>
    <Section id="where" title={view.t(words.where)}>
      <NodeSelect view={view} form={form} name="parentId" label={view.t(words.parent)} options={nodeOptions(timeline, view.today, view)} />
      <DayField form={form} name="on" label={view.t(words.from)} />
    </Section>
  </FormPage>
)

/** Another name, abbreviation or number of seats. */
export const ChangePage = ({ view, form, node }: OfNode) => (
  <FormPage view={view} form={form} title={view.t(words.change)} lead={view.t(words.changeLead(nameOfNode(node)))} back={peoplePath(node)}>
    <Section id="what" title={view.t(words.what)}>
      <DraftFields view={view} form={form} seated={isBody(node.kind)} />
    </Section>
    <Section id="when" title={view.t(words.when)}>
      <DayField form={form} name="on" label={view.t(words.from)} />
    </Section>
  </FormPage>
)

/** Another place in the tree. */
export const MovePage = ({ view, form, node, timeline }: OfNode) => (
  <FormPage
    view={view}
    form={form}
    title={view.t(words.move)}
    lead={view.t(words.moveLead(nameOfNode(node)))}
    back={peoplePath(node)}
    submit={view.t(words.move)}
  >
    <Section id="where" title={view.t(words.where)}>
      <NodeSelect view={view} form={form} name="parentId" label={view.t(words.newParent)} options={nodeOptions(timeline, view.today, view)} />
      <DayField form={form} name="on" label={view.t(words.from)} />
    </Section>
  </FormPage>
)

/** No more, without a successor. */
export const ClosePage = ({ view, form, node, timeline }: OfNode) => (
  <FormPage
    view={view}
    form={form}
    title={view.t(words.close)}
    lead={view.t(words.closeLead(nameOfNode(node)))}
    back={peoplePath(node)}
    submit={view.t(words.close)}
  >
    <Section id="when" title={view.t(words.when)}>
      <DayField form={form} name="on" label={view.t(words.firstDayWithout)} />
      <NodeSelect
        view={view}
        form={form}
        name="childrenTo"
        label={view.t(words.childrenTo)}
        options={nodeOptions(timeline, view.today, view)}
        empty={view.t(words.nothingUnder)}
        required={false}
      />
    </Section>
  </FormPage>
)

/** How many parts the form has room for; a split into more is done in two steps. */
export const partCount = 4

/** One into several. */
export const SplitPage = ({ view, form, node }: OfNode) => {
  const parts = Array.from({ length: partCount }, (_, no) => no)
  return (
    <FormPage
      view={view}
      form={form}
      title={view.t(words.split)}
      lead={view.t(words.splitLead(nameOfNode(node)))}
      back={peoplePath(node)}
      submit={view.t(words.split)}
    >
      {parts.map((no) => (
        <Section key={no} id={`part-${no}`} title={view.t(words.part(no + 1))} intro={no < 2 ? undefined : view.t(words.partIntro)}>
          <DraftFields view={view} form={form} suffix={`.${no}`} required={no < 2} seated={isBody(node.kind)} />
          <NumberField form={form} name={`share.${no}`} label={view.t(words.share)} unit="%" why={view.t(words.shareWhy)} required={false} />
          <Checkbox form={form} name={`shareUnknown.${no}`} label={view.t(words.shareUnknown)} hint={view.t(words.shareUnknownHint)} />
        </Section>
      ))}
      <Section id="when" title={view.t(words.when)}>
        <DayField form={form} name="on" label={view.t(words.from)} />
        <Select
          form={form}
          name="childrenTo"
          label={view.t(words.childrenTo)}
          choices={parts.map((no) => ({ value: String(no), label: view.t(words.part(no + 1)) }))}
          empty={view.t(words.nothingUnder)}
          required={false}
        />
      </Section>
    </FormPage>
  )
}

/** How many the form has room for; more are merged in two steps. */
export const mergeCount = 5

/** Several into one. */
export const MergePage = ({ view, form, timeline }: Common) => {
  const options = nodeOptions(timeline, view.today, view)
  return (
    <FormPage view={view} form={form} title={view.t(words.merge)} lead={view.t(words.mergeLead)} back="/organisation" submit={view.t(words.merge)}>
      <Section id="those" title={view.t(words.mergeFrom)}>
        {Array.from({ length: mergeCount }, (_, no) => (
          <NodeSelect key={no} view={view} form={form} name={`from.${no}`} label={view.t(words.mergeOne(no + 1))} options={options} required={no === 0} />
        ))}
      </Section>
      <Section id="into" title={view.t(words.mergeInto)}>
        <NodeSelect view={view} form={form} name="into" label={view.t(words.mergeInto)} options={options} empty={view.t(words.intoNew)} required={false} />
        <DayField form={form} name="on" label={view.t(words.from)} />
      </Section>
      <Section id="new" title={view.t(words.newOne)} intro={view.t(words.newOneIntro)}>
        <DraftFields view={view} form={form} required={false} />
        <NodeSelect view={view} form={form} name="parentId" label={view.t(words.parent)} options={options} required={false} />
      </Section>
    </FormPage>
  )
}
