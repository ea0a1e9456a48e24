import type { ReactNode } from 'react'
import { say } from '../../kernel/text.ts'
import { webWords as words } from '../words.ts'
import { Field, FieldErrors, FieldGroup, type FieldProps, tie } from './field.tsx'
import { fieldId, refusalsOf, valueOf, valuesOf } from './form-state.ts'

export interface Choice {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode | undefined
  readonly disabled?: boolean | undefined
}
interface ChoiceProps extends FieldProps {
  readonly choices: readonly Choice[]
}

/** One of many. Begins with "Välj" unless `empty` says what no choice means; null leaves the empty choice out. */
export const Select = ({
  choices,
  empty,
  ...props
}: FieldProps & { readonly choices: readonly (Omit<Choice, 'label' | 'hint'> & { readonly label: string })[]; readonly empty?: string | null | undefined }) => (
  <Field {...props}>
    <select {...tie(props)} defaultValue={valueOf(props.form, props.name)}>
      {empty !== null && <option value="">{empty ?? say(words.choose, props.form.locale)}</option>}
      {choices.map((c) => (
        <option key={c.value} value={c.value} disabled={c.disabled}>
          {c.label}
        </option>
      ))}
    </select>
  </Field>
)

/** One of few, all in sight. */
export const Radios = ({ choices, ...props }: ChoiceProps) => (
  <FieldGroup {...props}>
    {choices.map((c) => (
      <label className="choice" key={c.value}>
        <input
          type="radio"
          name={props.name}
          value={c.value}
          defaultChecked={valueOf(props.form, props.name) === c.value}
          disabled={c.disabled || props.disabled}
        />
        <span>
          {c.label}
          {c.hint && <span className="hint">{c.hint}</span>}
        </span>
      </label>
    ))}
  </FieldGroup>
)

/** Any number of few. */
export const Checkboxes = ({ choices, ...props }: ChoiceProps) => (
  <FieldGroup {...props}>
    {choices.map((c) => (
      <label className="choice" key={c.value}>
        <input
          type="checkbox"
          name={props.name}
          value={c.value}
          defaultChecked={valuesOf(props.form, props.name).includes(c.value)}
          disabled={c.disabled || props.disabled}
        />
        <span>
          {c.label}
          {c.hint && <span className="hint">{c.hint}</span>}
        </span>
      </label>
    ))}
  </FieldGroup>
)

/** One yes or no: sends `value` (default 'yes') when ticked, nothing otherwise. */
export const Checkbox = ({ value = 'yes', ...props }: FieldProps & { readonly value?: string | undefined }) => {
  const { form, name, label, hint, disabled } = props
  const refusals = refusalsOf(form, name)
  const id = fieldId(name)
  const tied = tie({ ...props, required: false })
  return (
    <div className={refusals.length > 0 ? 'field field--bad' : 'field'}>
      <FieldErrors id={`${id}-error`} refusals={refusals} locale={form.locale} />
      <div className="choice">
        <input {...tied} type="checkbox" value={value} defaultChecked={valuesOf(form, name).includes(value)} disabled={disabled} />
        <span>
          <label htmlFor={id}>{label}</label>
          {hint && (
            <span className="hint" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </div>
    </div>
  )
}
