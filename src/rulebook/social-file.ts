import { addMonths, type Day, day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'

/** What a personal file of the social services came of: the law excepts some (SoL 2025:400 16:2–3). */
export const fileConcerns = ['assistance', 'no_inquiry', 'child_inquiry', 'custody', 'placement', 'paternity', 'adoption'] as const
/** What a social file is about. */
export type FileConcern = (typeof fileConcerns)[number]

/** What must be known of a personal file before it may be destroyed. A missing answer is told as missing, never as a no. */
export interface FileFacts {
  readonly concerns: FileConcern
  /** Day of birth of whom the file is about; of the child, where it is about one. */
  readonly born: Day
  /** Are particulars of the same person still kept in the board's compilation (16:1 second paragraph)? */
  readonly inCompilation: boolean
}

/** From this day the act of 2025 holds, before it that of 2001; the rule of thirty years came half a year later (SFS 2025:1501). */
const actOf2025 = day('2025-07-01')
const thirtyYears = day('2026-01-15')
/** Counties whose files are all kept for research: Östergötland, Gotland, Västernorrland; and the city of Göteborg (SoF 2025:468 13:1). */
const researchCounties = ['05', '09', '22']
const researchCity = '1480'
const researchDays = ['05', '15', '25']

interface Sections {
  readonly excepted: string
  readonly custody: string
  readonly research: string
  readonly compilation: string
}
const sections2025 = { excepted: 'SoL 16:2', custody: 'SoL 16:3', research: 'SoL 16:4, SoF 13:1', compilation: 'SoL 16:1' }
const sections2001 = { excepted: 'SoL (2001:453) 12:2', custody: 'SoL (2001:453) 12:2', research: 'SoL (2001:453) 12:2', compilation: 'SoL (2001:453) 12:1' }

/** The sections that hold on a day. */
export const fileSections = (today: Day): Sections => (today < actOf2025 ? sections2001 : sections2025)

const years = (d: Day, n: number): Day => addMonths(d, 12 * n)

/** The first day that the child's age lets a file of this kind be destroyed; null where age plays no part. */
export const ageAllows = ({ concerns, born }: FileFacts, today: Day): Day | null => {
  if (concerns === 'custody') return years(born, 18)
  return concerns === 'child_inquiry' && today >= thirtyYears ? years(born, 30) : null
}

const never: Partial<Record<FileConcern, { readonly sv: string; readonly en: string }>> = {
  paternity: { sv: 'faderskap eller föräldraskap', en: 'paternity or parenthood' },
  adoption: { sv: 'adoption', en: 'adoption' },
  placement: { sv: 'att ett barn har placerats eller tagits emot', en: 'the placement or reception of a child' },
}

/**
 * Why a personal file is kept for good, or cannot be judged yet; empty when neither. `municipality` is the municipality's four digits,
 * null where nobody has told them. What the child's age says is `ageAllows`.
 */
export const fileHinders = (facts: FileFacts | null, municipality: string | null, today: Day): readonly Refusal[] => {
  const law = fileSections(today)
  const kept = (code: string, section: string, sv: string, en: string): Refusal => ({ code, field: 'of', law: section, text: { sv, en } })
  const unknown: Refusal[] = []
  if (facts === null) unknown.push(kept('destroy.unknown', law.excepted, ...factsMissing))
  if (municipality === null) unknown.push(kept('destroy.municipality', law.research, ...codeMissing))
  if (facts === null || municipality === null) return unknown
  const refusals: Refusal[] = []
  const about = never[facts.concerns]
  if (about)
    refusals.push(
      kept('destroy.excepted', law.excepted, `Akten gäller ${about.sv} och får inte gallras.`, `The file is about ${about.en} and may not be destroyed.`),
    )
  if (facts.inCompilation) refusals.push(kept('destroy.compilation', law.compilation, ...compilationKept))
  if (municipality === researchCity || researchCounties.includes(municipality.slice(0, 2))) refusals.push(kept('destroy.research', law.research, ...allKept))
  else if (researchDays.includes(facts.born.slice(8))) refusals.push(kept('destroy.research', law.research, ...sampleKept))
  return refusals
}

const factsMissing = [
  'Vad akten gäller och när personen är född är inte antecknat. Utan det kan undantagen inte prövas.',
  'What the file is about and when the person was born has not been noted. Without it the exceptions cannot be tried.',
] as const
const codeMissing = [
  'Kommunens kod är inte angiven. Utan den kan undantaget för forskning inte prövas.',
  'The code of the municipality has not been told. Without it the exception for research cannot be tried.',
] as const
const compilationKept = [
  'Uppgifter om samma person finns kvar i nämndens sammanställning.',
  'Particulars of the same person are still kept in the board’s compilation.',
] as const
const allKept = ['I kommunen bevaras alla personakter för forskningens behov.', 'The municipality keeps all personal files for the needs of research.'] as const
const sampleKept = [
  'Personen är född den 5, 15 eller 25 och hör till urvalet som bevaras för forskningens behov.',
  'The person was born on the 5th, 15th or 25th and belongs to the sample kept for the needs of research.',
] as const
