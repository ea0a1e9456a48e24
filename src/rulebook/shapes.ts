import { z } from 'zod'
import { type Day, isDay } from '../kernel/day.ts'

/** A value as rules take it: nothing in it is changed. */
export type Frozen<T> = T extends string | number | bigint | boolean | null | undefined
  ? T
  : T extends readonly (infer U)[]
    ? readonly Frozen<U>[]
    : { readonly [K in keyof T]: Frozen<T[K]> }

/** The facts or value that a shape describes. */
export type Of<S extends z.ZodType> = Frozen<z.infer<S>>

/** What is said of a day that the calendar has not. */
export const noSuchDay = 'must be a day that exists'

/** A day 'YYYY-MM-DD' from 1910 to 2189, so that no time counted from it leaves the calendar. */
export const dayShape = z
  .string()
  .regex(/^(19[1-9]\d|20\d\d|21[0-8]\d)-\d\d-\d\d$/, { error: 'YYYY-MM-DD, 1910–2189', abort: true })
  .refine(isDay, noSuchDay)
  .meta({ description: 'YYYY-MM-DD, 1910–2189' }) as unknown as z.ZodType<Day, string>

/** A time: 'HH:MM' within one day, or ISO 8601 with a date. */
export const momentShape = z
  .string()
  .regex(
    /^((19[1-9]\d|20\d\d|21[0-8]\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T)?([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/,
    { error: 'HH:MM, or ISO 8601 with a date', abort: true },
  )
  .refine((moment) => !moment.includes('T') || isDay(moment.slice(0, 10)), noSuchDay)
  .meta({ description: 'HH:MM within one day, or ISO 8601 with date: 2026-11-30T21:40' })

/** How many there are of something. */
export const countShape = z.int().min(0).max(100_000_000)
/** As `countShape`, at least one. */
export const someShape = z.int().min(1).max(100_000_000)
/** The number of seats in a body. */
export const seatsShape = z.int().min(1).max(1001)
/** A name or identity, as the asker chooses it. */
export const nameShape = z.string().min(1).max(300)

/** The kinds of body that meet and decide. */
export const bodyKinds = ['council', 'executive_board', 'board', 'committee'] as const
/** What kind of body: council (fullmäktige), executive board (kommunstyrelse), board (nämnd), committee (utskott, beredning). */
export const bodyShape = z
  .enum(bodyKinds)
  .meta({ description: 'fullmäktige, kommunstyrelsen, another nämnd, or a utskott or beredning; all but the council follow the sections on boards' })
/** One of the kinds of body. */
export type BodyKind = (typeof bodyKinds)[number]

/** An exact fraction 'a/b' in lowest terms, with its decimals beside for reading. */
export const fractionShape = z.strictObject({ exact: z.string(), decimal: z.number() })
