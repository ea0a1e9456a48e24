import type { Refusal } from '../../kernel/refusal.ts'
import type { Locale } from '../../kernel/text.ts'

/**
 * What a form shows: what is typed (or stored), and what is wrong with it. Every field picks its own by name, so that a
 * refused form keeps all that was written and says all that is wrong at once.
 */
export interface FormState {
  readonly locale: Locale
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly refusals: readonly Refusal[]
}

type Initial = Readonly<Record<string, string | readonly string[] | number | null | undefined>>

/** The form as it is first shown, filled with what is known. null and undefined leave a field empty. */
export const newForm = (locale: Locale, initial: Initial = {}): FormState => ({
  locale,
  values: Object.fromEntries(
    Object.entries(initial).map(([name, value]) => [
      name,
      value === null || value === undefined ? [] : Array.isArray(value) ? (value as readonly string[]) : [String(value)],
    ]),
  ),
  refusals: [],
})

/** The form as it comes back: typed values and every reason why it was refused. */
export const refusedForm = (locale: Locale, values: FormState['values'], refusals: readonly Refusal[]): FormState => ({ locale, values, refusals })

/** The one value of a field; '' when nothing is written. */
export const valueOf = (form: FormState, name: string): string => form.values[name]?.[0] ?? ''

/** All values of a field that may have several. */
export const valuesOf = (form: FormState, name: string): readonly string[] => form.values[name] ?? []

/** What is wrong with one field. */
export const refusalsOf = (form: FormState, name: string): readonly Refusal[] => form.refusals.filter((r) => r.field === name)

/** The id of a field's control: what the summary of problems links to. */
export const fieldId = (name: string): string => `field-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`
