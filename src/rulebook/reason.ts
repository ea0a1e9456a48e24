import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'

/** One step of why a rule came out as it did: the section it rests on, and a sentence with the numbers used. */
export interface Reason {
  readonly law: string
  readonly text: Text
}

/**
 * What a rule answers: a `Verdict` that explains itself. `value` holds the numbers also when the act is refused, so that they can
 * be shown; it is null only where the facts contradict themselves and nothing can be computed from them.
 */
export type Ruling<T> =
  | { readonly ok: true; readonly value: T; readonly reasons: readonly Reason[] }
  | { readonly ok: false; readonly value: T | null; readonly refusals: readonly Refusal[]; readonly reasons: readonly Reason[] }

/** A reason. */
export const because = (law: string, sv: string, en: string): Reason => ({ law, text: { sv, en } })

/** A refusal with its section; `field` is the path of the fact to mend. */
export const refusal = (code: string, law: string, sv: string, en: string, field?: string): Refusal =>
  field === undefined ? { code, law, text: { sv, en } } : { code, field, law, text: { sv, en } }

/** The ruling: allowed when nothing is refused. */
export const ruling = <T>(value: T, refusals: readonly Refusal[], reasons: readonly Reason[]): Ruling<T> =>
  refusals.length === 0 ? { ok: true, value, reasons } : { ok: false, value, refusals, reasons }

/** As `ruling`, where the reasons are many: they are written only when somebody reads them. */
export const rulingToldLater = <T>(value: T, refusals: readonly Refusal[], write: () => readonly Reason[]): Ruling<T> => {
  let written: readonly Reason[] | null = null
  const reasons = (): readonly Reason[] => {
    written ??= write()
    return written
  }
  if (refusals.length === 0)
    return {
      ok: true,
      value,
      get reasons() {
        return reasons()
      },
    }
  return {
    ok: false,
    value,
    refusals,
    get reasons() {
      return reasons()
    },
  }
}

/** The facts cannot all be true: nothing to compute. */
export const contradiction = (refusals: readonly Refusal[]): Ruling<never> => ({ ok: false, value: null, refusals, reasons: [] })

/** The thing when it holds, as a list to spread; else nothing. */
export const when = <T>(holds: boolean, thing: () => T): readonly T[] => (holds ? [thing()] : [])
