import type { Text } from '../../kernel/text.ts'
import type { Relation } from './material.ts'

const relation: Readonly<Record<Relation, Text>> = {
  more: { sv: 'mer', en: 'more' },
  less: { sv: 'mindre', en: 'less' },
  same: { sv: 'lika mycket', en: 'the same' },
  halved: { sv: 'hälften', en: 'half' },
  doubled: { sv: 'dubbelt så mycket', en: 'twice as much' },
  tripled: { sv: 'tre gånger så mycket', en: 'three times as much' },
}

/** What findings on claims say. */
export const claimWords = {
  change: (claim: string, printed: Text, from: Text, to: Text, computed: Text): Text => ({
    sv: `”${claim}” säger ${printed.sv}, men från ${from.sv} till ${to.sv} är det ${computed.sv}. Räknas något annat, eller är ett tal fel?`,
    en: `“${claim}” says ${printed.en}, but from ${from.en} to ${to.en} it is ${computed.en}. Is something else counted, or is a number wrong?`,
  }),
  points: (claim: string, printed: Text, points: Text, percent: Text): Text => ({
    sv: `”${claim}” säger ${printed.sv}. Talen skiljer ${points.sv}, vilket är ${percent.sv}. Menas procentenheter?`,
    en: `“${claim}” says ${printed.en}. The numbers differ by ${points.en}, which is ${percent.en}. Are percentage points meant?`,
  }),
  share: (claim: string, printed: Text, part: Text, whole: Text, computed: Text): Text => ({
    sv: `”${claim}” säger ${printed.sv}, men ${part.sv} av ${whole.sv} är ${computed.sv}. Är det en andel av något annat?`,
    en: `“${claim}” says ${printed.en}, but ${part.en} of ${whole.en} is ${computed.en}. Is it a share of something else?`,
  }),
  comparison: (claim: string, said: Relation, a: Text, b: Text): Text => ({
    sv: `”${claim}” säger ${relation[said].sv}, men talen är ${a.sv} mot ${b.sv}. Vilket gäller?`,
    en: `“${claim}” says ${relation[said].en}, but the numbers are ${a.en} against ${b.en}. Which holds?`,
  }),
  target: (claim: string, met: boolean, value: Text, target: Text): Text => ({
    sv: `”${claim}” säger att målet ${met ? 'är nått' : 'inte är nått'}, men utfallet är ${value.sv} mot målet ${target.sv}. Vilket gäller?`,
    en: `“${claim}” says that the target is ${met ? 'met' : 'not met'}, but the outcome is ${value.en} against the target ${target.en}. Which holds?`,
  }),
  extreme: (claim: string, highest: boolean, period: string, value: Text, other: string, more: Text): Text => ({
    sv: `”${claim}” säger att ${period} är ${highest ? 'högst' : 'lägst'} med ${value.sv}, men ${other} är ${more.sv}. Vilket gäller?`,
    en: `“${claim}” says that ${period} is the ${highest ? 'highest' : 'lowest'} with ${value.en}, but ${other} is ${more.en}. Which holds?`,
  }),
  unchecked: (claim: string): Text => ({
    sv: `”${claim}” kunde inte prövas: det den pekar på finns inte som tal här, eller i en annan enhet.`,
    en: `“${claim}” could not be checked: what it points at is no number here, or in another unit.`,
  }),
} as const
