import type { Tree } from '../organisation/tree.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { Radios, Select } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { AmountField, NumberField, TextArea, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { formWords } from './form-words.ts'
import { moneyUnitOf, type Series } from './series.ts'
import { exampleOf } from './words.ts'

interface Props {
  readonly view: View
  readonly series: Series
  readonly tree: Tree
  /** Units that may be chosen. */
  readonly nodeIds: readonly string[]
  readonly form: FormState
}
const words = formWords.record

/** The form for one figure. Says who asks and what for (law 4), and keeps what was typed when it is refused. */
export const RecordPage = ({ view, series, tree, nodeIds, form }: Props) => {
  const { t } = view
  const asker = series.askedBy && tree.get(series.askedBy)?.name
  const why = asker && series.purpose && series.readers ? t(words.why(asker, series.purpose, series.readers)) : undefined
  const money = moneyUnitOf(series)
  const value = { form, name: 'value', label: t(words.value), hint: t(words.valueHint), required: false, ...(why !== undefined && { why }) }
  const example = exampleOf(series.kind, series.accumulated)
  return (
    <Shell view={view} title={`${t(words.title)}: ${t(series.name)}`} question={4} room="series">
      <PageHead kicker={t(series.name)} title={t(words.title)} lead={t(words.lead(series.name))} />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      <form method="post" action={`/series/${series.slug}/record`}>
        <Csrf view={view} />
        <input type="hidden" name="seen" value={form.values['seen']?.[0] ?? '0'} />
        <Section id="what" title={t(words.what)}>
          <Select
            form={form}
            name="node"
            label={t(words.node)}
            choices={nodeIds.flatMap((id) => {
              const node = tree.get(id)
              return node ? [{ value: id, label: t(node.name) }] : []
            })}
          />
          <TextField form={form} name="period" label={t(words.period)} hint={t(words.periodHint(example))} width="s" />
        </Section>
        <Section id="figure" title={t(words.figure)}>
          {money ? <AmountField {...value} unit={money} /> : <NumberField {...value} unit={t(series.unit)} />}
          <TextArea form={form} name="missing" label={t(words.missing)} required={false} rows={2} />
          <Radios
            form={form}
            name="status"
            label={t(words.status)}
            choices={[
              { value: 'preliminary', label: t(words.preliminary), hint: t(words.preliminaryHint) },
              { value: 'final', label: t(words.final), hint: t(words.finalHint) },
              { value: 'revised', label: t(words.revised), hint: t(words.revisedHint) },
            ]}
          />
          <TextArea form={form} name="reason" label={t(words.reason)} required={false} rows={2} />
        </Section>
        <Section id="whence" title={t(words.whence)} intro={t(words.whenceIntro)}>
          <TextField form={form} name="source" label={t(words.source)} hint={t(words.sourceHint(series.source))} required={false} />
          <TextField form={form} name="basis" label={t(words.basis)} hint={t(words.basisHint)} required={false} />
          <TextArea form={form} name="note" label={t(words.note)} hint={t(words.noteHint)} required={false} rows={2} />
          <Acts>
            <Button>{t(words.save)}</Button>
            <a href={`/series/${series.slug}`}>{t(formWords.cancel)}</a>
          </Acts>
        </Section>
      </form>
    </Shell>
  )
}
