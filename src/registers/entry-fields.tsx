import type { z } from 'zod'
import { type Choice, Checkbox, Checkboxes, Radios, Select } from '../web/components/choices.tsx'
import { type FormState, refusedForm, valuesOf } from '../web/components/form-state.ts'
import { Details } from '../web/components/section.tsx'
import { AmountField, DayField, NumberField, TextArea, TextField } from '../web/components/inputs.tsx'
import type { Refusal } from '../kernel/refusal.ts'
import type { View } from '../web/view.ts'
import type { Choices } from './choices.ts'
import type { AnyDefinition } from './define.ts'
import { type FieldMeta, isOptional, metaOf } from './field.ts'
import { pageWords as words } from './page-words.ts'
import type { Typed } from './read-entry.ts'

interface EntryFieldsProps {
  /** The register, or a kind of clause that states its fields the same way. */
  readonly definition: Pick<AnyDefinition, 'fields'>
  /** What is typed so far, or stored (`typedOf`). */
  readonly typed: Typed
  readonly refusals: readonly Refusal[]
  readonly view: View
  readonly choices: Choices
  /** Only these fields, for acts and clauses that change some. */
  readonly only?: readonly string[]
  /** Put before each name, where one form holds several: 'clause-2.'. The refusals' fields carry it too. */
  readonly prefix?: string
}

/** The fields of a definition as form controls, each with its label, hint, refusals and what it is asked for. */
export const EntryFields = ({ definition, typed, refusals, view, choices, only, prefix = '' }: EntryFieldsProps) => {
  const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [prefix + name, value]))
  const form = refusedForm(view.locale, values, refusals)
  const fields = (Object.entries(definition.fields.shape) as [string, z.ZodType][]).filter(([name]) => !only || only.includes(name))
  return fields.map(([name, schema]) => (
    <EntryField key={name} form={form} view={view} name={prefix + name} meta={metaOf(schema)} required={!isOptional(schema)} options={choices[name] ?? []} />
  ))
}

interface EntryFieldProps {
  readonly form: FormState
  readonly view: View
  readonly name: string
  readonly meta: FieldMeta
  readonly required: boolean
  readonly options: Choices[string]
}

/** So many choices are still told at a glance; more fold into a list. */
const inSight = 4

const EntryField = ({ form, view, name, meta, required, options }: EntryFieldProps) => {
  const { input, label, hint, why } = meta
  const told = { form, name, required, label: view.t(label), ...(hint ? { hint: view.t(hint) } : {}), ...(why ? { why: view.t(why) } : {}) }
  switch (input) {
    case 'text':
      return <TextArea {...told} />
    case 'day':
      return <DayField {...told} />
    case 'days':
      return <TextField {...told} hint={told.hint ?? view.t(words.daysHint)} />
    case 'amount':
      return <AmountField {...told} unit={meta.unit ?? 'tkr'} />
    case 'count':
    case 'number':
      return <NumberField {...told} />
    case 'period':
      return <TextField {...told} width="s" hint={told.hint ?? view.t(words.periodHint)} />
    case 'choice': {
      const choices = Object.entries(meta.choices ?? {}).map(([value, text]) => ({ value, label: view.t(text) }) satisfies Choice)
      return required && choices.length <= inSight ? <Radios {...told} choices={choices} /> : <Select {...told} choices={choices} />
    }
    case 'node':
    case 'post':
      return <Select {...told} choices={options.map((o) => ({ value: o.value, label: view.t(o.label) }))} />
    case 'nodes':
      return (
        <Details summary={told.label} open={valuesOf(form, name).length > 0}>
          <Checkboxes {...told} choices={(options ?? []).map((o) => ({ value: o.value, label: view.t(o.label) }))} />
        </Details>
      )
    case 'flag':
      return <Checkbox {...told} required={false} />
    case 'thing':
      return <TextField {...told} suggestions={(options ?? []).map((o) => o.value)} />
    default:
      return <TextField {...told} />
  }
}
