import type { PeriodKind } from '../kernel/period.ts'
import type { Text } from '../kernel/text.ts'
import type { Direction, Light, TargetRule } from '../rulebook/light.ts'
import type { RollRule } from '../rulebook/rollup.ts'
import type { FigureStatus } from './figure.ts'

const t = (sv: string, en: string): Text => ({ sv, en })

/** What the pages of the room say. */
export const pageWords = {
  series: t('Mått', 'Measures'),
  measure: t('Mått', 'Measure'),
  followedBy: (name: Text): Text => t(`följs av ${name.sv}`, `followed by ${name.en}`),
  status: {
    preliminary: t('Preliminär', 'Preliminary'),
    final: t('Slutlig', 'Final'),
    revised: t('Reviderad', 'Revised'),
    derived: t('Uträknad', 'Derived'),
  } satisfies Record<FigureStatus, Text>,
  light: { green: t('Grönt', 'Green'), yellow: t('Gult', 'Yellow'), red: t('Rött', 'Red'), unknown: t('Ej bedömt', 'Not assessed') } satisfies Record<
    Light,
    Text
  >,
  direction: {
    up: t('högre är bättre', 'higher is better'),
    down: t('lägre är bättre', 'lower is better'),
    hold: t('ska ligga still', 'should hold steady'),
  } satisfies Record<Direction, Text>,
  noDirection: t('ingen riktning är bestämd', 'no direction has been set'),
  kind: {
    year: t('År', 'Year'),
    tertial: t('Tertial', 'Tertial'),
    quarter: t('Kvartal', 'Quarter'),
    month: t('Månad', 'Month'),
    day: t('Dag', 'Day'),
  } satisfies Record<PeriodKind, Text>,
  roll: {
    sum: t('Summa', 'Sum'),
    mean: t('Medelvärde', 'Mean'),
    last: t('Sista värdet', 'Last value'),
    ratio: t('Kvot ur täljare och nämnare', 'Ratio of numerator and denominator'),
    none: t('Läggs inte ihop', 'Not added up'),
  } satisfies Record<RollRule, Text>,
  targetIs: (rule: TargetRule, value: Text): Text =>
    ({
      at_least: t(`Målet är minst ${value.sv}.`, `The target is at least ${value.en}.`),
      at_most: t(`Målet är högst ${value.sv}.`, `The target is at most ${value.en}.`),
      increase: t('Målet är att öka.', 'The target is to increase.'),
      decrease: t('Målet är att minska.', 'The target is to decrease.'),
      hold: t('Målet är att ligga still.', 'The target is to hold steady.'),
    })[rule],
  targetShort: (rule: TargetRule, value: Text): Text =>
    ({
      at_least: t(`minst ${value.sv}`, `at least ${value.en}`),
      at_most: t(`högst ${value.sv}`, `at most ${value.en}`),
      increase: t('ska öka', 'increase'),
      decrease: t('ska minska', 'decrease'),
      hold: t('ska ligga still', 'hold steady'),
    })[rule],
  targetLine: (short: Text): Text => t(`Mål: ${short.sv}`, `Target: ${short.en}`),
  noTarget: t('Inget mål är satt.', 'No target has been set.'),

  // signs in tables
  notAvailable: t('uppgift saknas', 'not available'),
  nothing: t('inget att redovisa', 'nothing to report'),
  preliminary: t('preliminär siffra', 'preliminary figure'),
  signs: t('– inget att redovisa · .. uppgift saknas · * preliminär siffra', '– nothing to report · .. not available · * preliminary figure'),

  // list
  listLead: (many: Text): Text =>
    t(`${many.sv} finns här. Varje siffra vet var den kommer ifrån.`, `${many.en} are here. Every figure knows where it comes from.`),
  count: (n: number, cap: number): Text =>
    n > cap ? t(`Fler än ${cap} mått`, `More than ${cap} measures`) : t(`${n} mått`, n === 1 ? '1 measure' : `${n} measures`),
  shown: (n: number): Text => t(`${n} visas`, `${n} shown`),
  worstFirst: t('sämst läge först', 'worst light first'),
  byName: t('efter namn', 'by name'),
  define: t('Nytt mått', 'New measure'),
  searchSeries: t('Sök mått', 'Search measures'),
  body: t('Organ eller enhet', 'Body or unit'),
  askedByFilter: t('Följs av', 'Followed by'),
  lightHead: t('Läge', 'Light'),
  name: t('Mått', 'Measure'),
  latest: t('Senaste', 'Latest'),
  oneBefore: t('Före', 'Before'),
  twoBefore: t('Dessförinnan', 'Before that'),
  history: t('Utveckling', 'Development'),
  target: t('Mål', 'Target'),
  noneFound: t(
    'Inga mått motsvarar urvalet. Ta bort något i urvalet, eller skapa ett nytt mått.',
    'No measures match the selection. Remove something from it, or define a new measure.',
  ),
  counting: t('Några lägen räknas just nu. Ladda om sidan om en stund.', 'Some lights are being counted now. Reload the page in a while.'),

  // page
  recordFigure: t('Lämna en siffra', 'Hand in a figure'),
  judge: t('Bedöm läget annorlunda', 'Judge otherwise'),
  whence: t('Varifrån kommer siffran?', 'Where does the figure come from?'),
  source: t('Källa', 'Source'),
  period: t('Period', 'Period'),
  statusHead: t('Status', 'Status'),
  handedIn: t('Lämnad', 'Handed in'),
  handedInBy: (day: Text, who: Text | null): Text => (who ? t(`${day.sv} av ${who.sv}`, `${day.en} by ${who.en}`) : day),
  loadedBySystem: t('inläsning', 'loading'),
  version: t('Version', 'Version'),
  versionOf: (n: number): Text => t(`${n} av ${n}`, `${n} of ${n}`),
  showVersion: (n: number): Text => t(`visa version ${n}`, `show version ${n}`),
  formula: t('Formel', 'Formula'),
  directionHead: t('Riktning', 'Direction'),
  missingHead: t('Saknas', 'Missing'),
  missingMeans: t('visas som .., aldrig som 0', 'shown as .., never as 0'),
  unit: t('Enhet', 'Unit'),
  countedHere: t('uträknad av Genomslag, inte lämnad', 'counted by Genomslag, not handed in'),
  notStated: t('inte angiven', 'not stated'),
  quotient: (numerator: Text, denominator: Text): Text => t(`”${numerator.sv}” ÷ ”${denominator.sv}”`, `“${numerator.en}” ÷ “${denominator.en}”`),
  reasonHead: t('Varför ändrad', 'Why changed'),
  noFigure: t('Ingen siffra är lämnad än.', 'No figure has been handed in yet.'),
  outcomeMissing: (period: Text, why: string): Text => t(`Utfall ${period.sv} saknas: ${why}`, `The outcome of ${period.en} is missing: ${why}`),
  inPeriod: (unit: Text, period: Text): Text => t(`${unit.sv}, ${period.sv}.`, `${unit.en}, ${period.en}.`),
  showFor: (name: Text): Text => t(`Visa för ${name.sv}`, `Show for ${name.en}`),

  overTime: t('Över tid', 'Over time'),
  overTimeIntro: (band: boolean): Text =>
    band
      ? t(
          'Linjen är periodens värde. Fältet går från lägsta till högsta månad.',
          'The line is the value of the period. The field goes from the lowest to the highest month.',
        )
      : t('Varje period så som den är lämnad.', 'Every period as it was handed in.'),
  everyFigure: t('Varje siffra med versioner och anmärkningar', 'Every figure with versions and remarks'),
  lowest: t('Lägsta', 'Lowest'),
  highest: t('Högsta', 'Highest'),
  value: t('Värde', 'Value'),
  change: t('Förändring', 'Change'),
  highLow: t('högsta–lägsta', 'highest–lowest'),
  noteOn: (period: Text): Text => t(`Om ${period.sv}`, `About ${period.en}`),
  remarks: t('Anmärkningar', 'Remarks'),
  longer: t('Sammanräknat', 'Added up'),
  longerIntro: (rule: Text): Text => t(`Längre perioder räknas som ${rule.sv}.`, `Longer periods are counted as ${rule.en}.`),
  latestFirst: t('senaste först', 'latest first'),

  howJudged: t('Så bedöms läget', 'How the light is judged'),
  showRule: t('Läs regeln', 'Read the rule'),
  ruleSays: (light: Text, words: Text): Text =>
    t(`Regeln säger: ${light.sv.toLowerCase()}, ${words.sv.toLowerCase()}.`, `The rule says: ${light.en.toLowerCase()}, ${words.en.toLowerCase()}.`),
  judgedOtherwise: (who: string, day: Text, light: Text): Text =>
    t(`${who} bedömde läget som ${light.sv.toLowerCase()} ${day.sv}`, `${who} judged it ${light.en.toLowerCase()} on ${day.en}`),
  somebody: t('Okänd', 'Somebody'),
  earlierJudgements: t('Alla bedömningar', 'All judgements'),

  compared: t('Jämfört med andra', 'Compared with others'),
  comparedIntro: t(
    'De som lämnar samma mått. Jämförelsen säger inget om behovet.',
    'Those that report the same measure. The comparison says nothing of the need.',
  ),
  rank: (name: Text, place: number, of: number, period: Text, lowestFirst: boolean): Text => {
    const end = place === 1 || place === of ? (place === 1) === lowestFirst : null
    if (end !== null)
      return t(`${name.sv} ligger ${end ? 'lägst' : 'högst'} av ${of}, ${period.sv}.`, `${name.en} is ${end ? 'lowest' : 'highest'} of ${of}, ${period.en}.`)
    return t(
      `${name.sv} ligger på plats ${place} av ${of} räknat från den ${lowestFirst ? 'lägsta' : 'högsta'}, ${period.sv}.`,
      `${name.en} is number ${place} of ${of} counted from the ${lowestFirst ? 'lowest' : 'highest'}, ${period.en}.`,
    )
  },
  openOther: t('Öppna måttet för en annan', 'Open the measure for another'),
  absent: (names: Text): Text => t(`Uppgift saknas för ${names.sv}.`, `Not available for ${names.en}.`),
  who: t('Vem', 'Who'),

  units: t('Enheterna under', 'The units below'),
  unitsIntro: (rule: Text): Text => t(`Helheten räknas som ${rule.sv}.`, `The whole is counted as ${rule.en}.`),
  unitHead: t('Enhet', 'Unit'),
  how: t('Hur', 'How'),
  recorded: t('lämnad', 'handed in'),
  counted: (n: number): Text => t(n === 1 ? 'räknad ur 1 enhet' : `räknad ur ${n} enheter`, n === 1 ? 'counted from 1 unit' : `counted from ${n} units`),
  together: t('Tillsammans', 'Together'),
  differs: (recorded: Text, counted: Text): Text =>
    t(
      `Den lämnade siffran är ${recorded.sv}, enheterna ger ${counted.sv}. Båda visas tills någon har rättat.`,
      `The figure handed in is ${recorded.en}, the units make ${counted.en}. Both are shown until somebody has corrected it.`,
    ),
  asDecided: (period: string): Text => t(`${period}, som beslutat`, `${period}, as decided`),
  asToday: (period: string): Text => t(`${period}, i dagens enheter`, `${period}, in today’s units`),
  newSince: t('finns först efter en omorganisation', 'is there only since a reorganisation'),
  goneSince: t('Finns inte längre', 'Is no more'),
  unknownShares: (names: readonly Text[]): Text => ({
    sv: `Andelen är okänd för ${names.map((n) => n.sv).join(', ')}: det som var innan kan inte räknas om dit.`,
    en: `The share is unknown for ${names.map((n) => n.en).join(', ')}: what was before cannot be restated to it.`,
  }),
  restatedNote: t(
    'Omräknat efter de andelar som beslutades när organisationen ändrades. De lämnade siffrorna är orörda.',
    'Restated by the shares that were decided when the organisation changed. The figures handed in are untouched.',
  ),

  whyAsked: t('Därför finns måttet', 'Why this is measured'),
  asks: t('Frågar', 'Asks'),
  purpose: t('Ska användas till', 'To be used for'),
  reads: t('Läses av', 'Read by'),
  nobodySaid: t(
    'Ingen har sagt vem som frågar efter måttet, varför och vem som läser det.',
    'Nobody has said who asks for this measure, why and who reads it.',
  ),

  threadHere: t('Tråden hit', 'The thread to here'),
  threadIntro: t('Beslut som vill ändra måttet, och det som mäts med det.', 'Decisions that want to change the measure, and what it measures.'),
  noWisher: t('Lucka: inget beslut är knutet till måttet.', 'Gap: no decision is tied to this measure.'),
  wisher: {
    goal: t('Mål', 'Goal'),
    target: t('Målvärde', 'Target'),
    entry: t('Uppdrag eller avtal', 'Assignment or agreement'),
    clause: t('Att-sats', 'Clause'),
    decision: t('Beslut', 'Decision'),
    report: t('Rapport', 'Report'),
    case: t('Ärende', 'Case'),
    document: t('Handling', 'Document'),
    series: t('Mått', 'Measure'),
    frame: t('Ram', 'Frame'),
    mandate: t('Delegation', 'Mandate'),
    meeting: t('Sammanträde', 'Meeting'),
    appointment: t('Förtroendeuppdrag', 'Elected post'),
    rule_choice: t('Tillämpning av lagen', 'How the law is applied'),
  },

  // secret, absent
  secretTitle: t('Sekretessbelagt mått', 'Secret measure'),
  absentTitle: t('Måttet finns inte', 'There is no such measure'),
  absentLead: t('Adressen leder inte till något mått. Det kan ha stavats fel.', 'The address leads to no measure. It may be misspelt.'),
  toList: t('Till alla mått', 'To all measures'),
} as const
