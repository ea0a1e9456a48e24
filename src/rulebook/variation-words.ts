import { formatNumber } from '../kernel/number.ts'
import { kindOf, type Period, periodLabel } from '../kernel/period.ts'
import type { Locale, Text } from '../kernel/text.ts'
import type { Notation } from './notation.ts'
import type { Change, Run } from './variation.ts'

const both = (make: (locale: Locale) => string): Text => ({ sv: make('sv'), en: make('en') })
/** A shown value: it is already in the unit of the series. */
const n = (value: number, notation: Notation, locale: Locale): string =>
  `${formatNumber(value, notation.decimals, locale)}${notation.unit ? `\u00a0${notation.unit}` : ''}`
const between = (from: Period, to: Period, locale: Locale): string => {
  const years = kindOf(from) === 'year' && kindOf(to) === 'year'
  if (years) return locale === 'sv' ? `åren ${from}–${to}` : `in ${from}–${to}`
  return locale === 'sv' ? `från ${periodLabel(from, 'sv')} till ${periodLabel(to, 'sv')}` : `from ${periodLabel(from, 'en')} to ${periodLabel(to, 'en')}`
}
const parts = (p: Period): Text => (kindOf(p) === 'month' ? { sv: 'dagarna', en: 'days' } : { sv: 'månaderna', en: 'months' })
const percent = ({ percent: p }: Change, locale: Locale): string =>
  p === null ? '' : ` (${formatNumber(Math.abs(p), 1, locale)}\u00a0${locale === 'sv' ? 'procent' : 'per cent'})`

/**
 * The honest sentence about the latest change: "Ökningen från 728 till 736 är mindre än skillnaden mellan månaderna (712–767).
 * Den går inte att skilja från vanlig variation."
 */
export const changeSentence = (change: Change, notation: Notation): Text => {
  const { from, to, difference, range, verdict } = change
  const span = (l: Locale): string => (range ? `${n(range.low, { ...notation, unit: null }, l)}–${n(range.high, notation, l)}` : '')
  const name = { sv: difference > 0 ? 'Ökningen' : 'Minskningen', en: difference > 0 ? 'The increase' : 'The decrease' }
  const steps = {
    sv: `från ${n(from.value, notation, 'sv')} till ${n(to.value, notation, 'sv')}`,
    en: `from ${n(from.value, notation, 'en')} to ${n(to.value, notation, 'en')}`,
  }
  if (verdict === 'none') {
    return {
      sv: `Siffran är densamma ${periodLabel(to.period, 'sv')} som ${periodLabel(from.period, 'sv')}: ${n(to.value, notation, 'sv')}.`,
      en: `The figure is the same in ${periodLabel(to.period, 'en')} as in ${periodLabel(from.period, 'en')}: ${n(to.value, notation, 'en')}.`,
    }
  }
  if (verdict === 'noise') {
    return {
      sv: `${name.sv} ${steps.sv} är mindre än skillnaden mellan ${parts(to.period).sv} (${span('sv')}). Den går inte att skilja från vanlig variation.`,
      en: `${name.en} ${steps.en} is smaller than the difference between the ${parts(to.period).en} (${span('en')}). It cannot be told from ordinary variation.`,
    }
  }
  if (verdict === 'real') {
    return {
      sv: `${name.sv} ${steps.sv}${percent(change, 'sv')} är större än skillnaden mellan ${parts(to.period).sv} (${span('sv')}).`,
      en: `${name.en} ${steps.en}${percent(change, 'en')} is larger than the difference between the ${parts(to.period).en} (${span('en')}).`,
    }
  }
  const moved = { sv: difference > 0 ? 'ökat' : 'minskat', en: difference > 0 ? 'risen' : 'fallen' }
  return {
    sv: `Siffran har ${moved.sv} ${steps.sv}${percent(change, 'sv')}. Hur mycket den brukar variera inom perioden är inte känt, så det går inte att säga om ändringen är mer än slump.`,
    en: `The figure has ${moved.en} ${steps.en}${percent(change, 'en')}. How much it usually varies within the period is not known, so it cannot be said whether the change is more than chance.`,
  }
}

/** "Den långa nedgången från 1 081 till 707 åren 2015–2019 var däremot en verklig förändring, och den har stannat." Null where the ends do not lie apart. */
export const runSentence = (run: Run, change: Change | null, notation: Notation): Text | null => {
  if (run.apart !== true) return null
  const but = change?.verdict === 'noise' && run.ended
  return both((l) => {
    const way = l === 'sv' ? (run.way === 'up' ? 'uppgången' : 'nedgången') : run.way === 'up' ? 'rise' : 'fall'
    const steps =
      l === 'sv'
        ? `från ${n(run.from.value, notation, l)} till ${n(run.to.value, notation, l)}`
        : `from ${n(run.from.value, notation, l)} to ${n(run.to.value, notation, l)}`
    const when = between(run.from.period, run.to.period, l)
    if (l === 'sv')
      return `Den långa ${way} ${steps} ${when} ${run.ended ? 'var' : 'är'} ${but ? 'däremot ' : ''}en verklig förändring, och den ${run.ended ? 'har stannat' : 'fortsätter'}.`
    return `The long ${way} ${steps} ${when} ${run.ended ? 'was' : 'is'} ${but ? 'however ' : ''}a real change, and it ${run.ended ? 'has stopped' : 'goes on'}.`
  })
}

/** What a picture of the series shows, in a few words for its title: 'Nedgången 2015–2019 har stannat'. Null where there is nothing to compare. */
export const finding = (run: Run | null, change: Change | null): Text | null => {
  if (run) {
    const span = (l: Locale): string => `${periodLabel(run.from.period, l)}–${periodLabel(run.to.period, l)}`
    return {
      sv: `${run.way === 'up' ? 'Uppgången' : 'Nedgången'} ${span('sv')} ${run.ended ? 'har stannat' : 'fortsätter'}`,
      en: `The ${run.way === 'up' ? 'rise' : 'fall'} of ${span('en')} ${run.ended ? 'has stopped' : 'goes on'}`,
    }
  }
  if (!change) return null
  const [from, to] = [change.from.period, change.to.period]
  if (change.verdict === 'none') return both((l) => `${l === 'sv' ? 'Oförändrat' : 'Unchanged'} ${periodLabel(to, l)}`)
  if (change.verdict === 'noise') return { sv: `Ingen säker förändring ${periodLabel(to, 'sv')}`, en: `No certain change in ${periodLabel(to, 'en')}` }
  return {
    sv: `${change.difference > 0 ? 'Högre' : 'Lägre'} ${periodLabel(to, 'sv')} än ${periodLabel(from, 'sv')}`,
    en: `${change.difference > 0 ? 'Higher' : 'Lower'} in ${periodLabel(to, 'en')} than in ${periodLabel(from, 'en')}`,
  }
}
