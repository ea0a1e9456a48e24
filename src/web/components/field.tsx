import type { ReactNode } from 'react'
import type { Refusal } from '../../kernel/refusal.ts'
import { type Locale, say } from '../../kernel/text.ts'
import { webWords as words } from '../words.ts'
import { type FormState, fieldId, refusalsOf } from './form-state.ts'
import { Law } from './law.tsx'
import { LightMark } from './mark.tsx'

/** What every field is told by. */
export interface FieldProps {
  readonly form: FormState
  /** Name of the form field; its control gets the id `field-<name>`. */
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode | undefined
  /** Who asks, who reads it, what for: folded under the control. */
  readonly why?: ReactNode | undefined
  /** Marked "frivilligt" when false; fields are required unless said otherwise. The server decides, so no `required` attribute stops the form. */
  readonly required?: boolean | undefined
  /** Width by what is written in it. Default: the whole field. */
  readonly width?: 'xs' | 's' | 'm' | undefined
  readonly disabled?: boolean | undefined
}

/** Attributes that tie a control to its hint and its errors. */
export interface Tied {
  readonly id: string
  readonly name: string
  readonly className: string | undefined
  readonly disabled: boolean | undefined
  readonly 'aria-required': true | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

const ids = (name: string): { control: string; hint: string; error: string } => {
  const control = fieldId(name)
  return { control, hint: `${control}-hint`, error: `${control}-error` }
}

/** The attributes of a field's control. */
export const tie = ({ form, name, hint, required = true, width, disabled }: FieldProps, extra = ''): Tied => {
  const id = ids(name)
  const bad = refusalsOf(form, name).length > 0
  return {
    id: id.control,
    name,
    className: [width && `w-${width}`, extra].filter(Boolean).join(' ') || undefined,
    disabled: disabled || undefined,
    'aria-required': required || undefined,
    'aria-invalid': bad || undefined,
    'aria-describedby': [hint !== undefined && hint !== null && id.hint, bad && id.error].filter(Boolean).join(' ') || undefined,
  }
}

/** The words of what is wrong with one field, between its hint and its control. */
export const FieldErrors = ({ id, refusals, locale }: { readonly id: string; readonly refusals: readonly Refusal[]; readonly locale: Locale }) =>
  refusals.length === 0 ? null : (
    <div id={id}>
      {refusals.map((r) => (
        <p className="err" key={r.code + r.text.sv}>
          <LightMark sign="stop" />
          <span>
            <span className="vh">{say(words.error, locale)} </span>
            {say(r.text, locale)}
            {r.law && (
              <>
                {' '}
                <Law law={r.law} locale={locale} />
              </>
            )}
            {r.mend && <span className="hint"> {say(r.mend, locale)}</span>}
          </span>
        </p>
      ))}
    </div>
  )

const Optional = ({ locale }: { readonly locale: Locale }) => <span className="opt-word"> ({say(words.optional, locale)})</span>

const Why = ({ why, locale }: { readonly why: ReactNode; readonly locale: Locale }) => (
  <details className="why">
    <summary>{say(words.why, locale)}</summary>
    <div>{why}</div>
  </details>
)

/** Label, hint, errors and why around one control. For a control that this family lacks: give it `tie(props)`. */
export const Field = ({ children, ...props }: FieldProps & { readonly children: ReactNode }) => {
  const { form, name, label, hint, why, required = true } = props
  const id = ids(name)
  const refusals = refusalsOf(form, name)
  return (
    <div className={refusals.length > 0 ? 'field field--bad' : 'field'}>
      <label htmlFor={id.control}>
        {label}
        {!required && <Optional locale={form.locale} />}
      </label>
      {hint && (
        <p className="hint" id={id.hint}>
          {hint}
        </p>
      )}
      <FieldErrors id={id.error} refusals={refusals} locale={form.locale} />
      {children}
      {why && <Why why={why} locale={form.locale} />}
    </div>
  )
}

/** As `Field`, for a group of controls: radios, checkboxes, a day made of parts. The fieldset takes the id that the summary links to. */
export const FieldGroup = ({ children, ...props }: FieldProps & { readonly children: ReactNode }) => {
  const { form, name, label, hint, why, required = true } = props
  const id = ids(name)
  const refusals = refusalsOf(form, name)
  const described = [hint && id.hint, refusals.length > 0 && id.error].filter(Boolean).join(' ')
  return (
    <fieldset className={refusals.length > 0 ? 'field field--bad' : 'field'} id={id.control} tabIndex={-1} aria-describedby={described || undefined}>
      <legend>
        {label}
        {!required && <Optional locale={form.locale} />}
      </legend>
      {hint && (
        <p className="hint" id={id.hint}>
          {hint}
        </p>
      )}
      <FieldErrors id={id.error} refusals={refusals} locale={form.locale} />
      <div>{children}</div>
      {why && <Why why={why} locale={form.locale} />}
    </fieldset>
  )
}
