const spaces = /[\s\u00a0\u2007\u2008\u2009\u202f]+/g

/** Cells that say that there is no number: empty, dashes and dots, 'i.u.', 'saknas', what a spreadsheet leaves where it could not count. */
const missing =
  /^(|[-–—.…]+|x|\*|\?|n\/?\.?a\.?|nan|null|none|e\.?\s?t\.?|i\.?\s?u\.?|u\.?\s?s\.?|(uppg(ift|\.)? )?(saknas|ej tillgänglig)|ingen uppgift|ej (angivet|aktuell[t]?|tillämpligt|relevant|mätt|mätbart|redovisat|klart)|okänt|sekretess|missing|unknown|not (available|applicable|measured)|#.*)$/

/** Does a lower-case text stand for a number that is not there? */
export const saysMissing = (text: string): boolean => missing.test(text)

/** A lone dash, which in a table of money mostly stands for nothing rather than for something unknown. */
export const isDash = (text: string): boolean => /^[-\u2010-\u2015\u2212]+$/.test(text.trim())

/** A number as typed, made plain: one kind of space and minus, parentheses and trailing minus as below zero, footnote marks away, a unit before the number moved behind it. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(spaces, ' ')
    .replace(/[\u2212\u2010\u2011\uff0d\ufe63]/g, '-')
    .trim()
    .replace(/[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?$/, '')
    .replace(/ [a-z0-9]\)$/i, '')
    .trim()
    .replace(/^(?:[\u2013\u2014] ?|minus )(?=\d)/i, '-')
    .replace(/^\((\d[\d ]*(?:[.,]\d+)*)\)/, '-$1')
    .replace(/^(\d[\d ]*(?:[.,]\d+)*) ?[-\u2013]$/, '-$1')
    .replace(/^(sek|kr|tkr|mnkr|mkr) (?=[+-]?\d)(.*)$/i, '$2 $1')
    .replace(/(:-|,-)$/, '')
