import type { z } from 'zod'
import type { PolicyAct } from '../access/policy.ts'
import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'

export type Mark = 'done' | 'half' | 'open' | 'gap' | 'none' | 'stop'

/** A state of a lifecycle: what it is called, its mark on the thread, and whether anything is still to be done in it. */
export interface StateDef {
  readonly words: Text
  readonly mark: Mark
  readonly open: boolean
  /** The state as a sentence that could be read aloud: 'Uppdraget pågår.' */
  readonly says: Text
}

/** What an act demands beside the right post. */
export type Need = 'clause' | 'comment' | 'report' | 'final_report'

/** A row of the lifecycle table: from these states, by whom, to which state (the same when absent), demanding what. */
export interface ActDef<D, S extends string> {
  readonly words: Text
  readonly from: readonly NoInfer<S>[]
  readonly to?: NoInfer<S>
  readonly by: PolicyAct
  readonly needs?: Need
  /** Free fields that the act asks for in its own form. */
  readonly asks?: readonly (keyof D & string)[]
  /** Does it send the latest report back to its author? */
  readonly returnsReport?: boolean
  /** What else must be true; every reason why not. */
  readonly when?: (data: D, today: Day) => readonly Refusal[]
}

export interface Lifecycle<D, S extends string = string, A extends string = string> {
  readonly initial: NoInfer<S>
  readonly states: Readonly<Record<S, StateDef>>
  readonly acts: Readonly<Record<A, ActDef<D, S>>>
}

/** What a clause of this kind does to the register: makes an entry, changes its fields, or performs an act of the lifecycle. */
export type ClauseEffect<A extends string = string, F extends string = string> =
  | { readonly does: 'create'; readonly words: Text }
  | { readonly does: 'change'; readonly words: Text; readonly act: A; readonly fields?: readonly F[] }
  | { readonly does: 'act'; readonly words: Text; readonly act: A }

/** A date to keep, worked out from the fields. */
export interface DeadlineDef<D> {
  readonly kind: string
  readonly words: Text
  readonly days: (data: D, today: Day) => readonly Day[]
  /** Section or decision that asks for it, as shown beside it. */
  readonly source?: string
  /** Acts that fulfil it, the earliest open one first; without any, it passes by itself on its day. */
  readonly metBy?: readonly string[]
  /** Acts that make the latest fulfilled one open again: a report that is sent back has not been handed in. */
  readonly reopenedBy?: readonly string[]
}

/** A field that may be left empty but then is a gap while the entry is open: nobody responsible, no end date. */
export interface GapDef<F extends string> {
  readonly field: F
  /** As part of a sentence, after 'ett …' or 'one is …': 'saknar ansvarig', 'without anybody responsible'. */
  readonly words: Text
}

/** A page of another room about an entry, linked beside its acts: splitting an assignment into parts. */
export interface Door<S extends string = string> {
  readonly words: Text
  /** Last part of its address: /register/<path>/<id>/<to>. */
  readonly to: string
  readonly from: readonly NoInfer<S>[]
  readonly by: PolicyAct
}

/** A measure of the register, counted per node and shown as a series on the spine. */
export interface MeasureDef<D> {
  readonly key: string
  readonly words: Text
  readonly unit: Text
  /** How it is counted, in words: shown as the figure's basis. */
  readonly formula: Text
  readonly decimals: number
  readonly direction: 'up' | 'down' | null
  /** Value for the entries given: a number, or null when nothing can be said. `today` is the day it is counted. */
  readonly count: (entries: readonly { readonly state: string; readonly data: D; readonly due: Day | null }[], today: Day) => number | null
}

/**
 * The definition of a process: everything that distinguishes it, and nothing else (design: "a new process is one file").
 * `S`: shape of the fields, `St` states, `A` acts, `C` clause kinds.
 */
export interface Definition<S extends z.ZodRawShape, St extends string, A extends string, C extends string> {
  readonly name: string
  /** Address of the list: /register/<path>. */
  readonly path: string
  /** Which of the four questions its list stands under. */
  readonly question: 1 | 2 | 3 | 4
  /** First letters of its numbers: 'U' gives 'U-14'. */
  readonly prefix: string
  /** `the` begins sentences in lower case ('uppdraget'); `by` is what the body that an entry belongs to did ('Givet av'). */
  /** `nav`: a shorter name for the head of every page, where `many` is long. */
  readonly words: { readonly one: Text; readonly many: Text; readonly the: Text; readonly by: Text; readonly nav?: Text }
  readonly fields: z.ZodObject<S>
  readonly title: (data: z.output<z.ZodObject<S>>) => string
  /** The node that carries it out, or null when nobody is named. */
  readonly owner: (data: z.output<z.ZodObject<S>>) => string | null
  /** The post that answers for it; null when none is named, absent when the process has none. */
  readonly post?: (data: z.output<z.ZodObject<S>>) => string | null
  /** Law 1: does the municipality steer by it? Then only clauses create, change and end it. */
  readonly steering: boolean
  /** Fields that officials may write themselves though the register is steering. */
  readonly free: readonly (keyof S & string)[]
  /** Rules over several fields; every problem at once. Asked also when some field cannot be read, then without that field. */
  readonly check: (data: Partial<z.output<z.ZodObject<S>>>, today: Day) => readonly Refusal[]
  readonly lifecycle: Lifecycle<z.output<z.ZodObject<S>>, St, A>
  readonly clauses: Readonly<Record<C, ClauseEffect<NoInfer<A>, keyof S & string>>>
  readonly doors?: readonly Door<St>[]
  readonly deadlines: readonly DeadlineDef<z.output<z.ZodObject<S>>>[]
  readonly gaps: readonly GapDef<keyof S & string>[]
  readonly measures: readonly MeasureDef<z.output<z.ZodObject<S>>>[]
  /** Columns of the list beside number, title and state; and which of them can be filtered by. */
  readonly list: { readonly columns: readonly (keyof S & string)[]; readonly filters: readonly (keyof S & string)[] }
  /** Does it expect a measure of effect? Then its absence is a gap on the thread. */
  readonly effect: boolean
  /** Section of OSL that its entries fall under, or null when open. */
  readonly secrecy: string | null
  readonly retention: Text
  /** So many years after the last entry an ended one may be destroyed by a clause, and by what rule; absent where entries are preserved. */
  readonly destroyedAfter?: { readonly years: number; readonly law: string }
}

/** Any definition, as the engine handles it: data is what the schema let through. */
export type AnyDefinition = Omit<
  Definition<z.ZodRawShape, string, string, string>,
  'fields' | 'title' | 'owner' | 'post' | 'check' | 'lifecycle' | 'deadlines' | 'measures'
> & {
  readonly fields: z.ZodObject
  title(data: EntryData): string
  owner(data: EntryData): string | null
  post?(data: EntryData): string | null
  check(data: EntryData, today: Day): readonly Refusal[]
  readonly lifecycle: { readonly initial: string; readonly states: Readonly<Record<string, StateDef>>; readonly acts: Readonly<Record<string, AnyAct>> }
  readonly deadlines: readonly (Omit<DeadlineDef<EntryData>, 'days'> & { days(data: EntryData, today: Day): readonly Day[] })[]
  readonly measures: readonly (Omit<MeasureDef<EntryData>, 'count'> & {
    count(entries: readonly { readonly state: string; readonly data: EntryData; readonly due: Day | null }[], today: Day): number | null
  })[]
}
export type AnyAct = Omit<ActDef<EntryData, string>, 'when'> & { when?(data: EntryData, today: Day): readonly Refusal[] }
/** The fields of an entry whose register is not known to the compiler. */
export type EntryData = Readonly<Record<string, unknown>>

/** States a process. The types hold it together: acts and clauses can only name states, acts and fields that exist. */
export const defineRegister = <S extends z.ZodRawShape, St extends string, A extends string, C extends string>(
  definition: Definition<S, St, A, C>,
): Definition<S, St, A, C> => definition
