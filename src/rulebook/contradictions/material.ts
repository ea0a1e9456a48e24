import type { Printable } from './printed.ts'

/** What a row or a column is in its table. Without a role it is a part where its neighbours have a total, else a value. */
export const roles = [
  'part',
  'total',
  'subtotal',
  'income',
  'cost',
  'net',
  'change',
  'share',
  'rate',
  'count',
  'of-which',
  'value',
  'period',
  'text',
  'info',
] as const
export type Role = (typeof roles)[number]
export const kinds = ['outcome', 'budget', 'forecast', 'target', 'preliminary'] as const
export type Kind = (typeof kinds)[number]

/** What numbers measure and on what footing: may be said for a document, a table, a line or a statement; the nearest word wins. */
export interface Footing {
  readonly quantity?: string | undefined
  /** Says by an id of the writer's own that two things are the same quantity. */
  readonly series?: string | undefined
  readonly scope?: string | undefined
  readonly definition?: string | undefined
  readonly source?: string | undefined
  readonly kind?: Kind | undefined
  readonly period?: string | undefined
  readonly unit?: string | undefined
  readonly decimals?: number | undefined
  readonly rounding?: number | undefined
  readonly exact?: boolean | undefined
}

export interface LineInput extends Footing {
  readonly id?: string | undefined
  readonly label: string
  readonly role?: Role | undefined
  /** The lines that a total or a net is made of. */
  readonly of?: readonly string[] | undefined
  readonly base?: string | undefined
  readonly to?: string | undefined
  readonly as?: 'difference' | 'percent' | 'points' | undefined
  /** Columns: the heading they stand under together. */
  readonly group?: string | undefined
  /** Shares: do the rows of the column make the whole, or the columns of the row? */
  readonly whole?: 'column' | 'row' | undefined
}

export interface RowInput extends LineInput {
  readonly cells?: readonly Printable[] | Readonly<Record<string, Printable>> | undefined
  readonly rows?: readonly RowInput[] | undefined
  /** The table that this row sums up. */
  readonly detail?: string | undefined
}

export interface TableInput extends Footing {
  readonly id?: string | undefined
  readonly title: string
  readonly place?: string | undefined
  readonly exclusive?: boolean | undefined
  readonly summarises?: string | readonly string[] | undefined
  readonly columns: readonly LineInput[]
  readonly rows: readonly RowInput[]
}

/** Points at printed numbers: a cell, a quantity in a period, a number given here, or several that are added. */
export type Pointer = PointerOne | readonly PointerOne[]
export type PointerOne =
  /** A period of the statement's own quantity. */
  | string
  | { readonly table: string; readonly row: string; readonly column: string }
  | { readonly quantity: string; readonly period?: string | undefined; readonly kind?: Kind | undefined; readonly scope?: string | undefined }
  | { readonly series: string; readonly period?: string | undefined; readonly kind?: Kind | undefined }
  | { readonly value: string | number; readonly unit?: string | undefined }

export const relations = ['more', 'less', 'same', 'halved', 'doubled', 'tripled'] as const
export type Relation = (typeof relations)[number]

export interface StatementInput extends Footing {
  readonly id?: string | undefined
  readonly place?: string | undefined
  readonly text?: string | undefined
  readonly value?: string | number | undefined
  readonly claim?: 'value' | 'change' | 'share' | 'comparison' | 'target' | 'extreme' | undefined
  readonly from?: Pointer | undefined
  readonly to?: Pointer | undefined
  readonly direction?: 'up' | 'down' | undefined
  readonly part?: Pointer | undefined
  readonly whole?: Pointer | undefined
  readonly a?: Pointer | undefined
  readonly b?: Pointer | undefined
  readonly relation?: Relation | undefined
  /** On which side of half, twice or three times; read from the text where it is not said. */
  readonly hedge?: 'over' | 'under' | undefined
  readonly of?: Pointer | undefined
  readonly target?: string | number | undefined
  readonly met?: boolean | undefined
  readonly extreme?: 'highest' | 'lowest' | undefined
  readonly since?: string | undefined
}

export interface ListInput {
  readonly id?: string | undefined
  readonly place?: string | undefined
  readonly what: string
  readonly count: string | number
  readonly items: readonly (string | { readonly label: string; readonly count?: string | number | undefined })[]
  readonly complete?: boolean | undefined
}

export interface EventInput {
  readonly id?: string | undefined
  readonly place?: string | undefined
  readonly what: string
  readonly date?: string | undefined
  readonly weekday?: string | undefined
  readonly week?: string | number | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly days?: number | undefined
  readonly after?: string | undefined
}

export interface SumPart {
  readonly label: string
  readonly value: string | number | null
  readonly unit?: string | undefined
  readonly times?: number | undefined
}

export interface SumInput {
  readonly id?: string | undefined
  readonly place?: string | undefined
  readonly what: string
  readonly total: string | number
  readonly unit?: string | undefined
  readonly parts: readonly SumPart[]
  readonly perhaps?: readonly SumPart[] | undefined
  readonly complete?: boolean | undefined
}

export interface DocumentInput {
  readonly id: string
  readonly title?: string | undefined
  readonly date?: string | undefined
  readonly scope?: string | undefined
  readonly encloses?: readonly (string | { readonly document: string; readonly as?: string | undefined })[] | undefined
  readonly answers?: readonly string[] | undefined
  readonly tables?: readonly TableInput[] | undefined
  readonly statements?: readonly StatementInput[] | undefined
  readonly lists?: readonly ListInput[] | undefined
  readonly events?: readonly EventInput[] | undefined
  readonly sums?: readonly SumInput[] | undefined
  readonly texts?: readonly { readonly text: string; readonly place?: string | undefined }[] | undefined
}

/** Everything that is to be checked together. */
export interface Material {
  readonly documents: readonly DocumentInput[]
}
