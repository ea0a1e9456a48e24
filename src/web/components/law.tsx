import { type Locale, say, type Text } from '../../kernel/text.ts'

const acts: Readonly<Record<string, Text>> = {
  KL: { sv: 'kommunallagen', en: 'Local Government Act' },
  FL: { sv: 'förvaltningslagen', en: 'Administrative Procedure Act' },
  OSL: { sv: 'offentlighets- och sekretesslagen', en: 'Public Access to Information and Secrecy Act' },
  TF: { sv: 'tryckfrihetsförordningen', en: 'Freedom of the Press Act' },
  RF: { sv: 'regeringsformen', en: 'Instrument of Government' },
  LKBR: { sv: 'lagen om kommunal bokföring och redovisning', en: 'Municipal Accounting Act' },
}
const reference = /^([A-ZÅÄÖ]{2,4}) (.+)$/
const section = /^(?:(\d+):)?(\d+[a-z]?)(?:[–-](\d+[a-z]?))?$/

/** 'KL 6:37, 7:5' in words: '6 kap. 37 § och 7 kap. 5 § kommunallagen'. What is not a reference of that form is given back as it is. */
export const lawInWords = (law: string, locale: Locale): string => {
  const [, short, rest] = reference.exec(law) ?? []
  const act = short ? acts[short] : undefined
  const sections = (rest ?? '').split(', ').map((s) => section.exec(s))
  if (!act || sections.some((s) => s === null)) return law
  const told = sections.map((s) => inWords(s as RegExpExecArray, locale))
  const list = told.length > 1 ? `${told.slice(0, -1).join(', ')} ${locale === 'sv' ? 'och' : 'and'} ${told.at(-1)}` : told.join('')
  return locale === 'sv' ? `${list} ${say(act, locale)}` : `${say(act, locale)} ${list}`
}

const inWords = ([, chapter, from, to]: RegExpExecArray, locale: Locale): string => {
  const range = to ? `${from}–${to}` : from
  if (locale === 'en') return `${chapter ? `${chapter}:` : ''}${range}`
  return `${chapter ? `${chapter}\u00a0kap. ` : ''}${range}\u00a0${to ? '§§' : '§'}`
}

/** The section that a sentence rests on: grey, after it. */
export const Law = ({ law, locale }: { readonly law: string; readonly locale: Locale }) => <span className="law">{lawInWords(law, locale)}</span>
