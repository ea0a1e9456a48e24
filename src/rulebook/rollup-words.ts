import { periodLabel, type Period } from '../kernel/period.ts'
import type { Text } from '../kernel/text.ts'
import type { NoValue, RollRule } from './rollup.ts'

const list = (names: readonly string[], and: string): string => {
  const told = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5}${and === 'och' ? ' till' : ' more'}`] : names
  return told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} ${and} ${told.at(-1)}`
}

/** What is said of figures rolled up, in both languages. */
export const rollupWords = {
  missingPeriods: (missing: readonly Period[]): Text => ({
    sv: `Kan inte räknas: ${list(
      missing.map((p) => periodLabel(p, 'sv')),
      'och',
    )} saknas.`,
    en: `Cannot be counted: ${list(
      missing.map((p) => periodLabel(p, 'en')),
      'and',
    )} missing.`,
  }),
  missingUnits: (names: readonly Text[]): Text => ({
    sv: `Kan inte räknas: siffran saknas för ${list(
      names.map((t) => t.sv),
      'och',
    )}.`,
    en: `Cannot be counted: the figure is missing for ${list(
      names.map((t) => t.en),
      'and',
    )}.`,
  }),
  why: {
    missing: { sv: 'Kan inte räknas: någon del saknas.', en: 'Cannot be counted: a part is missing.' },
    refused: { sv: 'Räknas inte ihop: måttet går inte att lägga samman så.', en: 'Not counted together: the measure cannot be added up that way.' },
    does_not_fit: { sv: 'Räknas inte ihop: delarna fyller inte perioden jämnt.', en: 'Not counted together: the parts do not fill the period evenly.' },
    zero_denominator: { sv: 'Kan inte räknas: nämnaren är noll.', en: 'Cannot be counted: the denominator is zero.' },
    nobody_reports: { sv: 'Ingen enhet under lämnar det här måttet.', en: 'No unit below reports this measure.' },
  } satisfies Record<NoValue, Text>,
  rule: {
    sum: { sv: 'summan av delarna', en: 'the sum of the parts' },
    mean: { sv: 'medelvärdet av delarna', en: 'the mean of the parts' },
    last: { sv: 'den sista delens värde', en: 'the value of the last part' },
    ratio: { sv: 'täljarnas summa delad med nämnarnas, aldrig ett medelvärde av kvoter', en: 'numerators divided by denominators, never a mean of ratios' },
    none: { sv: 'läggs inte ihop', en: 'is not added up' },
  } satisfies Record<RollRule, Text>,
}
