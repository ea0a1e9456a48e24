import type { Tree } from '../organisation/tree.ts'
import { isBody } from '../organisation/tree.ts'
import { directions } from '../rulebook/light.ts'
import { rollRules } from '../rulebook/rollup.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { Checkbox, Radios, Select } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { TextArea, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { formWords } from './form-words.ts'
import { pageWords } from './page-words.ts'
import { periodKinds } from './series-form.ts'

interface Props {
  readonly view: View
  readonly tree: Tree
  /** Nodes that the reader may define measures for. */
  readonly owners: readonly string[]
  readonly form: FormState
}
const words = formWords.define

/** The form for a new measure: first why it is measured, then what. */
export const DefinePage = ({ view, tree, owners, form }: Props) => {
  const { t } = view
  const nodes = (ids: readonly string[]) => ids.flatMap((id) => ({ value: id, label: t(tree.get(id)?.name ?? pageWords.somebody) }))
  return (
    <Shell view={view} title={t(words.title)} question={4} room="series">
      <PageHead title={t(words.title)} lead={t(words.lead)} />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      <form method="post" action="/series/new">
        <Csrf view={view} />
        <Section id="why" title={t(words.why)} intro={t(words.whyIntro)}>
          <Select
            form={form}
            name="askedBy"
            label={t(words.askedBy)}
            choices={nodes(tree.nodes.filter((n) => isBody(n.kind) || n.kind === 'external').map((n) => n.id))}
          />
          <TextArea form={form} name="purpose" label={t(words.purpose)} rows={2} />
          <TextField form={form} name="readers" label={t(words.readers)} />
        </Section>
        <Section id="what" title={t(words.what)}>
          <TextField form={form} name="name" label={t(words.name)} />
          <TextField form={form} name="nameEn" label={t(words.nameEn)} required={false} />
          <Select form={form} name="node" label={t(words.owner)} choices={nodes(owners)} />
          <TextField form={form} name="unit" label={t(words.unit)} hint={t(words.unitHint)} width="m" />
          <TextField form={form} name="unitEn" label={t(words.unitEn)} required={false} width="m" />
          <Select
            form={form}
            name="decimals"
            label={t(words.decimals)}
            width="xs"
            empty={null}
            choices={['0', '1', '2', '3', '4', '5', '6'].map((n) => ({ value: n, label: n }))}
          />
          <Radios
            form={form}
            name="direction"
            label={t(words.direction)}
            choices={[
              ...directions.map((d) => ({ value: d, label: t(pageWords.direction[d]) })),
              { value: 'none', label: t(words.none), hint: t(words.noneHint) },
            ]}
          />
        </Section>
        <Section id="adding" title={t(words.adding)}>
          <Select form={form} name="kind" label={t(words.kind)} width="m" choices={periodKinds.map((k) => ({ value: k, label: t(pageWords.kind[k]) }))} />
          <Checkbox form={form} name="accumulated" label={t(words.accumulated)} required={false} />
          <Select form={form} name="overTime" label={t(words.overTime)} choices={rollRules.map((r) => ({ value: r, label: t(pageWords.roll[r]) }))} />
          <Select
            form={form}
            name="overTree"
            label={t(words.overTree)}
            choices={rollRules.filter((r) => r !== 'last').map((r) => ({ value: r, label: t(pageWords.roll[r]) }))}
          />
        </Section>
        <Section id="parts" title={t(words.parts)} intro={t(words.partsIntro)}>
          {(['numerator', 'denominator', 'low', 'high'] as const).map((name) => (
            <TextField key={name} form={form} name={name} label={t(words[name])} required={false} />
          ))}
        </Section>
        <Section id="whence" title={t(words.whence)}>
          <TextField form={form} name="source" label={t(words.source)} />
          <TextField form={form} name="missing" label={t(words.missing)} required={false} />
          <Acts>
            <Button>{t(words.save)}</Button>
            <a href="/series">{t(formWords.cancel)}</a>
          </Acts>
        </Section>
      </form>
    </Shell>
  )
}
