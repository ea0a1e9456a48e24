import type { z } from 'zod'
import type { Deps, Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Refusal, Verdict } from '../kernel/refusal.ts'
import type { Locale, Text } from '../kernel/text.ts'
import type { Who } from '../kernel/who.ts'
import type { OrgNode, Tree } from '../organisation/tree.ts'
import type { EntryData } from '../registers/define.ts'
import type { Entry } from '../registers/entry.ts'
import { readData, readTyped, type Shape } from '../registers/read-entry.ts'
import type { NeverDelegated } from '../rulebook/delegation.ts'

/** What clauses do, in the order they are offered. */
export const clauseGroups = ['begin', 'change', 'end', 'measure', 'money', 'answer'] as const
export type ClauseGroup = (typeof clauseGroups)[number]

/** The decision that a clause belongs to, as its enactment sees it. */
export interface DecisionHead {
  readonly id: string
  readonly body: OrgNode
  readonly postId: string | null
  readonly day: Day
  readonly paragraph: string
  readonly secrecy: string | null
}

export interface EnactContext {
  readonly who: Who
  readonly decision: DecisionHead
  readonly clause: { readonly id: string; readonly no: number }
  /** The thing that the clause is about, where its kind has a target. */
  readonly target: string | null
  /** The identity that what the clause makes shall have. */
  readonly creates: string
  /** The organisation as it was on the day of decision. */
  readonly tree: Tree
}

/** Names of things, for telling an effect in words. An unknown id gives its own words for that, never the id. */
export interface Names {
  /** The day of decision, which some dates are counted from. */
  readonly day: Day
  node(id: string, locale: Locale): string
  post(id: string, locale: Locale): string
  thing(id: string): string
  /** A value of a series, in the series' own unit. */
  value(seriesId: string, value: number, locale: Locale): string
}

/** A body that ought to be told, because the clause gives it money, duty or ownership (processes C7). */
export interface Suggestion {
  readonly nodeId: string
  readonly demandsAction: boolean
  readonly what: string
  /** By when, where the clause says so. */
  readonly due?: Day | undefined
}

/** What a clause is about before its fields are filled in: an entry of a register, or a report. */
export type Target = { readonly kind: 'entry'; readonly register: string } | { readonly kind: 'report' }

/**
 * What a kind of clause is called, what it asks for, and what it does. Methods take the data that the kind's own `read` or
 * `check` let through. `enact` writes in the caller's transaction, or refuses with everything that is wrong.
 */
export interface Enactment<D> {
  readonly words: Text
  readonly group: ClauseGroup
  /** Does it change what the municipality steers by? Note, send on and reject do not. */
  readonly hasEffect: boolean
  /** The category of KL 6:38 that keeps a post from deciding it, or null. */
  readonly barred: NeverDelegated | null
  readonly target: Target | null
  /** The fields that its form asks for. */
  readonly fields: z.ZodObject
  /** Reads the form. `entry` is the target where the kind changes one. */
  read(typed: Readonly<Record<string, readonly string[]>>, day: Day, entry: Entry | null): Verdict<D>
  /** Checks data as a data file gives it. */
  check(data: unknown, day: Day): Verdict<D>
  enact(tx: Tx, deps: Deps, context: EnactContext, data: D): Promise<Verdict<null>>
  /** What it brings about, after "Att-sats 2": a sentence's end without a full stop. */
  describe(data: D, names: Names, target: string | null): Text
  receivers(data: D, owner: string | null): readonly Suggestion[]
}

interface OwnEnactment<S extends z.ZodRawShape> {
  readonly words: Text
  readonly group: ClauseGroup
  readonly hasEffect: boolean
  readonly barred?: NeverDelegated
  readonly target?: Target
  readonly fields: z.ZodObject<S>
  readonly problems?: (data: z.output<z.ZodObject<S>>, day: Day) => readonly Refusal[]
  readonly enact: (tx: Tx, deps: Deps, context: EnactContext, data: z.output<z.ZodObject<S>>) => Promise<Verdict<null>>
  readonly describe: (data: z.output<z.ZodObject<S>>, names: Names, target: string | null) => Text
  readonly receivers?: (data: z.output<z.ZodObject<S>>) => readonly Suggestion[]
}

/** States a kind of clause that decisions own: its shape is told once, and read from forms and data alike. */
export const defineEnactment = <S extends z.ZodRawShape>(own: OwnEnactment<S>): Enactment<z.output<z.ZodObject<S>>> => {
  type D = z.output<z.ZodObject<S>>
  const shape: Shape = {
    fields: own.fields as unknown as z.ZodObject,
    words: { one: own.words },
    check: (data: EntryData, day: Day) => own.problems?.(data as D, day) ?? [],
  }
  return {
    words: own.words,
    group: own.group,
    hasEffect: own.hasEffect,
    barred: own.barred ?? null,
    target: own.target ?? null,
    fields: shape.fields,
    read: (typed, day) => readTyped(shape, typed, day) as Verdict<D>,
    check: (data, day) => readData(shape, data, day) as Verdict<D>,
    enact: own.enact,
    describe: own.describe,
    receivers: (data) => own.receivers?.(data) ?? [],
  }
}
