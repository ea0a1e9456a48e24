import type { Text } from './text.ts'

/**
 * Why an act is not allowed, or a field not accepted: data, never an exception.
 * `field` is the name of the form field to mend, `law` the section it rests on ("KL 5:45"), `mend` what to do instead.
 */
export interface Refusal {
  readonly code: string
  readonly field?: string
  readonly text: Text
  readonly law?: string
  readonly mend?: Text
}

/** A result, or the list of everything that is wrong. */
export type Verdict<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal[] }

/** The good outcome. */
export const granted = <T>(value: T): Verdict<T> => ({ ok: true, value })

/** The refused outcome, with every reason at once. */
export const refused = (...refusals: readonly Refusal[]): Verdict<never> => ({ ok: false, refusals })

/** Granted when nothing is wrong, else refused with all that is. */
export const unless = <T>(refusals: readonly Refusal[], value: T): Verdict<T> => (refusals.length === 0 ? granted(value) : refused(...refusals))
