/** The languages of the interface. Swedish first (språklag 10–11 §§), English second; Finnish is prepared for the minority law. */
export const locales = ['sv', 'en'] as const
export type Locale = (typeof locales)[number]

/** One text in every language of the interface. `fi` is optional until a municipality in the Finnish area adopts it. */
export interface Text {
  readonly sv: string
  readonly en: string
  readonly fi?: string
}

/** The text in the reader's language. */
export const say = (text: Text, locale: Locale): string => text[locale]

/** The same words in every language: names of bodies, titles of decisions, quotations. */
export const verbatim = (words: string): Text => ({ sv: words, en: words })

/** Is this string one of the interface's languages? */
export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)

/** As words stand at the beginning of a sentence. */
export const upper = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)

/** Several things in one sentence: 'Asta, Bo och Cia', with the word of the language before the last. */
export const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`
