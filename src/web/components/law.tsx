import { type Locale, say, type Text } from '../../kernel/text.ts'

const acts: Readonly<Record<string, Text>> = {
  KL: { sv: 'kommunallagen', en: 'Local Government Act' },
  FL: { sv: 'förvaltningslagen', en: 'Administrative Procedure Act' },
  OSL: { sv: 'offentlighets- och sekretesslagen', en: 'Public Access to Information and Secrecy Act' },
  TF: { sv: 'tryckfrihetsförordningen', en: 'Freedom of the Press Act' },
  RF: { sv: 'regeringsformen', en: 'Instrument of Government' },
  LKBR: { sv: 'lagen om kommunal bokföring och redovisning', en: 'Municipal Accounting Act' },
}
const reference = /^([A-ZÅÄÖ]{2,4}) (?:(\d+)(?::|\skap\.\s))?(\d+[a-z]?)(?:[–-](\d+[a-z]?))?$/

/** 'KL 11:15' in words: '11 kap. 15 § kommunallagen'. What is not a reference of that form is given back as it is. */
export const lawInWords = (law: string, locale: Locale): string => {
  const m = reference.exec(law)
  const act = m?.[1] ? acts[m[1]] : undefined
  if (!m || !act) return law
  const [, , chapter, from, to] = m
  const sections = to ? `${from}–${to}` : from
  if (locale === 'en') return `${say(act, locale)} ${chapter ? `${chapter}:` : ''}${sections}`
  return `${chapter ? `${chapter}\u00a0kap. ` : ''}${sections}\u00a0${to ? '§§' : '§'} ${say(act, locale)}`
}

/** The section that a sentence rests on: grey, after it. */
export const Law = ({ law, locale }: { readonly law: string; readonly locale: Locale }) => <span className="law">{lawInWords(law, locale)}</span>
