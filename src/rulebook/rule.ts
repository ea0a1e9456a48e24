import type { z } from 'zod'
import type { Text } from '../kernel/text.ts'
import type { Ruling } from './reason.ts'
import type { Of } from './shapes.ts'
import { defaultVariants, type Variants, variantsShape } from './variants.ts'

/** A rule as it is listed, documented and run from outside. */
export interface Rule {
  readonly name: string
  /** The sections it rests on. */
  readonly law: string
  readonly words: Text
  /** What `ok: true` says, in a line: whether something must be done, may be done, or has been done rightly. */
  readonly okMeans: string
  /** How it is worked out, where the shapes do not tell enough to do it by hand. */
  readonly note?: string
  /** The shape of the facts; what the rule has variants for, is asked for under `variants`. */
  readonly facts: z.ZodObject
  readonly value: z.ZodType
  readonly variants: readonly (keyof Variants)[]
  readonly example: Readonly<Record<string, unknown>>
  /** Judges facts that have passed the shape. */
  judge(facts: Readonly<Record<string, unknown>>): Ruling<unknown>
}

interface Definition<F extends z.ZodObject, V extends z.ZodType> {
  readonly name: string
  readonly law: string
  readonly words: Text
  readonly okMeans: string
  readonly note?: string
  readonly facts: F
  readonly value: V
  readonly variants?: readonly (keyof Variants)[]
  readonly example: z.input<F>
  readonly judge: (facts: Of<F>, variants: Variants) => Ruling<Of<V>>
}

/** Puts a rule's function and its shapes together; the compiler sees that they agree. */
export const rule = <F extends z.ZodObject, V extends z.ZodType>({ judge, facts, variants = [], ...told }: Definition<F, V>): Rule => {
  const mask = Object.fromEntries(variants.map((name) => [name, true])) as Record<keyof Variants, true>
  return {
    ...told,
    facts: variants.length === 0 ? facts : facts.extend({ variants: variantsShape.pick(mask).partial().optional() }),
    variants,
    judge: ({ variants: chosen, ...rest }) => judge(rest as Of<F>, { ...defaultVariants, ...(chosen as Partial<Variants> | undefined) }),
  }
}
