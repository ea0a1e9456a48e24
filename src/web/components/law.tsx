import { listed, type Locale, say, type Text } from '../../kernel/text.ts'

const acts: Readonly<Record<string, Text>> = {
  KL: { sv: 'kommunallagen', en: 'Local Government Act' },
  FL: { sv: 'förvaltningslagen', en: 'Administrative Procedure Act' },
  OSL: { sv: 'offentlighets- och sekretesslagen', en: 'Public Access to Information and Secrecy Act' },
  TF: { sv: 'tryckfrihetsförordningen', en: 'Freedom of the Press Act' },
  RF: { sv: 'regeringsformen', en: 'Instrument of Government' },
  SoL: { sv: 'socialtjänstlagen', en: 'Social Services Act' },
  LEH: { sv: 'lagen om extraordinära händelser', en: 'Extraordinary Events Act' },
  vallag: { sv: 'vallagen', en: 'Elections Act' },
  arkivlagen: { sv: 'arkivlagen', en: 'Archives Act' },
  LKBR: { sv: 'lagen om kommunal bokföring och redovisning', en: 'Municipal Accounting Act' },
}
const section = /^(?:(\d+):)?(\d+[a-z]?)(?:[–-](\d+[a-z]?))?$/
const byNumber = /^lag (\d{4}:\d+)(?: (.+))?$/i
const byName = /^([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,3}|vallag|arkivlagen)(?: \((\d{4}:\d+)\))?(?: (.+))?$/i

/** An act, and the sections of it that follow one another. */
interface Cited {
  readonly act: Text
  readonly sections: readonly RegExpExecArray[]
}

const actOf = (part: string): { readonly act: Text; readonly rest: string | undefined } | null => {
  const numbered = byNumber.exec(part)
  if (numbered) return { act: { sv: `lagen (${numbered[1]})`, en: `Act (${numbered[1]})` }, rest: numbered[2] }
  const [, name = '', number, rest] = byName.exec(part) ?? []
  const act = acts[name] ?? acts[name.toLowerCase()]
  if (!act) return null
  return { act: number ? { sv: `${act.sv} (${number})`, en: `${act.en} (${number})` } : act, rest }
}

/** 'KL 5:8, vallag 14:16–17' as what is cited of each act; null where any part of it is no reference. */
const citedIn = (law: string): readonly Cited[] | null => {
  const cited: Cited[] = []
  for (const part of law.split(', ')) {
    const named = actOf(part)
    const rest = (named ? named.rest : part)?.replace(/ §§?$/, '')
    const told = rest === undefined ? undefined : section.exec(rest)
    const last = cited.at(-1)
    if (told === null || (!named && !last)) return null
    if (named) cited.push({ act: named.act, sections: told ? [told] : [] })
    else if (last && told) cited[cited.length - 1] = { ...last, sections: [...last.sections, told] }
  }
  return cited
}

const inSentence = (parts: readonly string[], locale: Locale): string => listed(parts, locale === 'sv' ? 'och' : 'and')

/**
 * A reference in words, always in one way: 'KL 6:37, 7:5' is '6 kap. 37 § och 7 kap. 5 § kommunallagen', 'Lag 2022:629 10 §' is
 * '10 § lagen (2022:629)'. What is not a reference is given back as it is.
 */
export const lawInWords = (law: string, locale: Locale): string => {
  const cited = citedIn(law)
  if (!cited) return law
  const told = cited.map(({ act, sections }) => {
    const list = inSentence(
      sections.map((it) => inWords(it, locale)),
      locale,
    )
    return (locale === 'sv' ? [list, say(act, locale)] : [say(act, locale), list]).filter((it) => it !== '').join(' ')
  })
  return inSentence(told, locale)
}

const inWords = ([, chapter, from, to]: RegExpExecArray, locale: Locale): string => {
  const range = to ? `${from}–${to}` : from
  if (locale === 'en') return `${chapter ? `${chapter}:` : ''}${range}`
  return `${chapter ? `${chapter}\u00a0kap. ` : ''}${range}\u00a0${to ? '§§' : '§'}`
}

/** The section that a sentence rests on: grey, after it. */
export const Law = ({ law, locale }: { readonly law: string; readonly locale: Locale }) => <span className="law">{lawInWords(law, locale)}</span>
