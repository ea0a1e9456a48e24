import { type Period, type PeriodKind, periodLabel } from '../kernel/period.ts'
import type { Text } from '../kernel/text.ts'

const kinds: Record<PeriodKind, Text> = {
  year: { sv: 'år', en: 'years' },
  tertial: { sv: 'tertial', en: 'tertials' },
  quarter: { sv: 'kvartal', en: 'quarters' },
  month: { sv: 'månader', en: 'months' },
  day: { sv: 'dagar', en: 'days' },
}
const examples: Record<PeriodKind, string> = { year: '2022', tertial: '2022T1', quarter: '2022Q3', month: '2022M03', day: '2022-05-17' }

/** How a period of a series is written: '2022T1', '2022M03A'. */
export const exampleOf = (kind: PeriodKind, accumulated: boolean): string => `${examples[kind]}${accumulated && kind !== 'year' && kind !== 'day' ? 'A' : ''}`

/** What the acts of the room say when something is wrong. The pages' words are in page-words.ts. */
export const words = {
  kind: kinds,
  noFigureYet: { sv: 'Inget utfall än', en: 'No outcome yet' },
  wrongPeriod: (p: Period, kind: PeriodKind, accumulated: boolean): Text => {
    const example = exampleOf(kind, accumulated)
    return {
      sv: `Måttet lämnas för ${kinds[kind].sv}${accumulated ? ', ackumulerat från januari' : ''}, till exempel ${example}. Du skrev ${periodLabel(p, 'sv')}.`,
      en: `The measure is reported for ${kinds[kind].en}${accumulated ? ', accumulated from January' : ''}, for example ${example}. You wrote ${periodLabel(p, 'en')}.`,
    }
  },
  sayWhyMissing: {
    sv: 'Skriv siffran, eller skriv varför den saknas. En tom ruta blir aldrig noll.',
    en: 'Write the figure, or why it is missing. An empty box never becomes zero.',
  },
  valueAndMissing: { sv: 'Antingen finns siffran eller så saknas den. Ta bort det ena.', en: 'Either there is a figure or it is missing. Remove one of them.' },
  notANumber: { sv: 'Skriv ett tal.', en: 'Write a number.' },
  tooManyDecimals: (decimals: number, money: boolean): Text =>
    money
      ? { sv: 'Beloppet ska vara hela ören.', en: 'The amount must be whole öre.' }
      : {
          sv: decimals === 0 ? 'Måttet lämnas i heltal.' : `Måttet lämnas med högst ${decimals} ${decimals === 1 ? 'decimal' : 'decimaler'}.`,
          en:
            decimals === 0
              ? 'The measure is reported in whole numbers.'
              : `The measure is reported with at most ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}.`,
        },
  sayWhyRevised: (sv: string, en: string): Text => ({
    sv: `Siffran för ${sv} är slutlig. Skriv varför den ändras. Den gamla finns kvar.`,
    en: `The figure for ${en} is final. Write why it changes. The old one is kept.`,
  }),
  finalIsRevised: { sv: 'En slutlig siffra som ändras blir reviderad.', en: 'A final figure that changes becomes revised.' },
  nothingToRevise: { sv: 'Det finns ingen tidigare siffra att revidera.', en: 'There is no earlier figure to revise.' },
  conflict: (told: Text): Text => ({
    sv: `Det finns redan en siffra för den här perioden: ${told.sv} Lämna igen om du vill ersätta den.`,
    en: `There is already a figure for this period: ${told.en} Hand in again if you want to replace it.`,
  }),
  standing: (sv: string, en: string, version: number, day: Text): Text => ({
    sv: `${sv} (version ${version}, lämnad ${day.sv}).`,
    en: `${en} (version ${version}, handed in ${day.en}).`,
  }),
  unknownSeries: { sv: 'Måttet finns inte.', en: 'There is no such measure.' },
  unknownNode: { sv: 'Välj en enhet i listan.', en: 'Choose a unit in the list.' },
  lightUnknown: { sv: 'Välj ett läge.', en: 'Choose a light.' },
  sayWhyLight: {
    sv: 'Skriv varför läget bedöms annorlunda, minst tio tecken. Det visas på sidan.',
    en: 'Write why it is judged otherwise, at least ten characters. It is shown on the page.',
  },
  noOutcomeToJudge: (p: Period): Text => ({
    sv: `Det finns inget utfall för ${periodLabel(p, 'sv')} att bedöma.`,
    en: `There is no outcome for ${periodLabel(p, 'en')} to judge.`,
  }),
  lightConflict: {
    sv: 'Någon annan har bedömt läget sedan du öppnade sidan. Läs den bedömningen först och lämna sedan din igen.',
    en: 'Somebody else has judged it since you opened the page. Read that first, then hand in yours again.',
  },
  needs: {
    name: { sv: 'Skriv vad måttet heter.', en: 'Write what the measure is called.' },
    unit: { sv: 'Skriv vilken enhet siffran har, till exempel hushåll, % eller tkr.', en: 'Write the unit of the figure, for example households, % or tkr.' },
    source: { sv: 'Skriv var siffran kommer ifrån.', en: 'Write where the figure comes from.' },
    askedBy: { sv: 'Välj vem som har bett om måttet.', en: 'Choose who asked for the measure.' },
    purpose: { sv: 'Skriv vad måttet ska användas till.', en: 'Write what the measure is for.' },
    readers: { sv: 'Skriv vem som läser det.', en: 'Write who reads it.' },
  },
  law4: {
    sv: 'Ingen ska lämna en siffra utan att veta vem som frågar, varför och vem som läser.',
    en: 'Nobody shall hand in a figure without knowing who asks, why and who reads.',
  },
  moneyUnit: { sv: 'Pengar anges i kr, tkr eller mnkr.', en: 'Money is told in kr, tkr or mnkr.' },
  decimals: { sv: 'Välj 0 till 6 decimaler.', en: 'Choose 0 to 6 decimals.' },
  choose: { sv: 'Välj ett av alternativen.', en: 'Choose one of the options.' },
  ratioParts: {
    sv: 'En kvot räknas ur täljare och nämnare: ange båda måtten. Ett medelvärde av kvoter blir fel.',
    en: 'A ratio is counted from numerator and denominator: give both measures. A mean of ratios would be wrong.',
  },
  notLastOverTree: {
    sv: '”Sista” betyder inget över en organisation. Välj summa, medel, kvot eller läggs inte ihop.',
    en: '“Last” means nothing over an organisation. Choose sum, mean, ratio or not added up.',
  },
  noSuchSeries: (typed: string): Text => ({
    sv: `Hittar inget mått som heter ”${typed}”. Skriv namnet eller adressordet exakt.`,
    en: `There is no measure called “${typed}”. Write its name or address word exactly.`,
  }),
  otherPeriods: (name: Text): Text => ({ sv: `”${name.sv}” lämnas för en annan sorts period.`, en: `“${name.en}” is reported for another kind of period.` }),
  tooLong: (max: number): Text => ({ sv: `Skriv högst ${max} tecken.`, en: `Write at most ${max} characters.` }),
}
