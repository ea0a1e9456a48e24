import type { ReactNode } from 'react'
import type { Locale } from '../../kernel/text.ts'

/** The `lang` of words in a page of another language (WCAG 3.1.2); undefined where they are in the page's own. */
export const langOf = (page: Locale, words: Locale = 'sv'): Locale | undefined => (words === page ? undefined : words)

/** Words that somebody wrote here: titles, names, texts. They are in Swedish, whatever language the page is shown in. */
export const Written = ({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) =>
  locale === 'sv' ? children : <span lang="sv">{children}</span>
