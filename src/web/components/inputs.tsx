import { say } from '../../kernel/text.ts'
import { webWords as words } from '../words.ts'
import { Field, type FieldProps, tie } from './field.tsx'
import { valueOf } from './form-state.ts'

interface TextProps extends FieldProps {
  readonly type?: 'text' | 'search' | 'email' | 'password' | 'tel' | 'url' | undefined
  readonly autoComplete?: string | undefined
  readonly placeholder?: string | undefined
  /** Ids or words to choose from while typing: a native datalist. */
  readonly suggestions?: readonly string[] | undefined
}

/** One line of text. A password is never filled in again. */
export const TextField = ({ type = 'text', autoComplete, placeholder, suggestions, ...props }: TextProps) => {
  const tied = tie(props)
  return (
    <Field {...props}>
      <input
        {...tied}
        type={type}
        autoComplete={autoComplete}
        placeholder={placeholder}
        defaultValue={type === 'password' ? undefined : valueOf(props.form, props.name)}
        list={suggestions && `${tied.id}-list`}
      />
      {suggestions && (
        <datalist id={`${tied.id}-list`}>
          {suggestions.map((s) => (
            <option key={s} value={s}>
              {s}
            </option>
          ))}
        </datalist>
      )}
    </Field>
  )
}

/** Running text; grows with what is written. */
export const TextArea = ({ rows = 3, ...props }: FieldProps & { readonly rows?: number | undefined }) => (
  <Field {...props}>
    <textarea {...tie(props)} rows={rows} defaultValue={valueOf(props.form, props.name)} />
  </Field>
)

interface NumberProps extends FieldProps {
  /** Written after the control: 'tkr', 'hushåll', '%'. */
  readonly unit?: string | undefined
}

/** A number, written as people write it: it stays text, so that "2,5 milj" can be shown again with what is wrong. */
export const NumberField = ({ unit, width = 's', ...rest }: NumberProps) => {
  const props = { width, ...rest }
  const tied = tie(props, 'num')
  return (
    <Field {...props}>
      <span className="inline">
        <input {...tied} type="text" inputMode="decimal" autoComplete="off" defaultValue={valueOf(props.form, props.name)} />
        {unit && <span>{unit}</span>}
      </span>
    </Field>
  )
}

/** An amount of money in a stated unit ('kr', 'tkr', 'mnkr'); read it with `readAmount`. */
export const AmountField = (props: NumberProps & { readonly unit: string }) => <NumberField {...props} />

/** A day, as text: '2022-05-17' and every other way that `readDay` understands is kept as it was typed. */
export const DayField = ({ width = 's', hint, ...rest }: FieldProps) => {
  const props = { width, hint: hint ?? say(words.dayHint, rest.form.locale), ...rest }
  return (
    <Field {...props}>
      <input
        {...tie(props, 'num')}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder="ÅÅÅÅ-MM-DD"
        defaultValue={valueOf(props.form, props.name)}
      />
    </Field>
  )
}

/** A file. Browsers never fill it in again, so a refused form says so in the hint. */
export const FileField = ({ accept, multiple, ...props }: FieldProps & { readonly accept?: string | undefined; readonly multiple?: boolean | undefined }) => (
  <Field {...props}>
    <input {...tie(props)} type="file" accept={accept} multiple={multiple} />
  </Field>
)
