import { type Period, periodLabel } from '../kernel/period.ts'
import type { Text } from '../kernel/text.ts'
import { type Notation, writtenGap } from './notation.ts'

const both = (make: (locale: 'sv' | 'en') => string): Text => ({ sv: make('sv'), en: make('en') })
const forComing = (coming: Period | null): Text =>
  coming ? { sv: ` för ${periodLabel(coming, 'sv')}`, en: ` for ${periodLabel(coming, 'en')}` } : { sv: '', en: '' }
const signed = (change: number, notation: Notation, locale: 'sv' | 'en'): string => `${change > 0 ? '+' : '\u2212'}${writtenGap(change, notation, locale)}`

/** What is said of a light, in both languages. */
export const lightWords = {
  outcomeMissing: (p: Period): Text => ({ sv: `Utfall ${periodLabel(p, 'sv')} saknas`, en: `Outcome ${periodLabel(p, 'en')} is missing` }),
  noDirection: { sv: 'Saknar riktning', en: 'Has no direction' },
  onTarget: (coming: Period | null): Text => ({ sv: `På målet${forComing(coming).sv}`, en: `On the target${forComing(coming).en}` }),
  offTarget: (difference: number, notation: Notation, coming: Period | null): Text => ({
    sv: `${writtenGap(difference, notation, 'sv')} ${difference > 0 ? 'över' : 'under'} målet${forComing(coming).sv}`,
    en: `${writtenGap(difference, notation, 'en')} ${difference > 0 ? 'above' : 'below'} the target${forComing(coming).en}`,
  }),
  close: (where: Text): Text => ({ sv: `${where.sv}, inom marginalen`, en: `${where.en}, within the margin` }),
  unchanged: { sv: 'Oförändrat', en: 'Unchanged' },
  rightWay: (change: number, notation: Notation): Text => ({
    sv: `${change > 0 ? 'Ökar' : 'Minskar'} som avsett, ${signed(change, notation, 'sv')}`,
    en: `${change > 0 ? 'Increases' : 'Decreases'} as intended, ${signed(change, notation, 'en')}`,
  }),
  wrongWay: (change: number, notation: Notation): Text => ({
    sv: `Går åt fel håll, ${signed(change, notation, 'sv')}`,
    en: `Goes the wrong way, ${signed(change, notation, 'en')}`,
  }),
  steady: (change: number, notation: Notation): Text => both((l) => `${l === 'sv' ? 'Ligger still' : 'Holds steady'}, ${signed(change, notation, l)}`),
  unsteady: (change: number, notation: Notation): Text =>
    both((l) => `${l === 'sv' ? 'Ska ligga still' : 'Should hold steady'}, ${signed(change, notation, l)}`),
  rule: [
    {
      sv: 'Finns ett målvärde: nått mål är grönt. Missat med högst 2 procent av målet, eller högst en enhet i sista siffran, är gult. Mer än så är rött.',
      en: 'With a target value: a target kept is green. Missed by at most 2 per cent of the target, or one unit of the last digit, is yellow. More is red.',
    },
    {
      sv: 'Finns bara en riktning jämförs med samma period året före: åt rätt håll är grönt, oförändrat gult, åt fel håll rött. Ska måttet ligga still är högst 2 procents ändring grön, högst 4 gul och större röd.',
      en: 'With a direction only, the same period of the year before is compared: the right way is green, unchanged yellow, the wrong way red. Where the figure should hold steady, a change of at most 2 per cent is green, of at most 4 yellow, a larger one red.',
    },
    {
      sv: 'Har utfallets period inget eget mål jämförs med närmast kommande mål, och det sägs. Mål för tidigare perioder används inte.',
      en: 'Where the period of the outcome has no target of its own, the nearest coming target is used, and this is said. Targets of earlier periods are not used.',
    },
    {
      sv: 'Saknas utfallet, jämförelsen, eller både mål och riktning bedöms läget inte. Ett saknat värde räknas aldrig som noll.',
      en: 'Where the outcome, what it is compared with, or both target and direction are missing, it is not assessed. A missing value never counts as zero.',
    },
    {
      sv: 'En ansvarig kan bedöma läget annorlunda. Då står vem, när och varför, och vad regeln sade.',
      en: 'Somebody responsible may judge otherwise. Then who, when and why is shown, and what the rule said.',
    },
  ] satisfies readonly Text[],
}
