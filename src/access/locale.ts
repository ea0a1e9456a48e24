import { isLocale, type Locale } from '../kernel/text.ts'

/** The reader's language: as chosen, else the first that the browser asks for and we have, else Swedish. */
export const localeOf = (chosen: string | undefined, acceptLanguage: string | undefined): Locale => {
  if (isLocale(chosen)) return chosen
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const q = Number(
        parameters
          .find((p) => p.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { locale: tag.trim().toLowerCase().split('-')[0], q: Number.isFinite(q) ? q : 0 }
    })
    .filter(({ locale, q }) => isLocale(locale) && q > 0)
    .toSorted((a, b) => b.q - a.q)
  return (wanted[0]?.locale as Locale | undefined) ?? 'sv'
}
