import type { Text } from '../kernel/text.ts'

/** Two columns of a row as one text, or null when there is none. */
export const textOf = (sv: string | null, en: string | null): Text | null => (sv === null || en === null ? null : { sv, en })
