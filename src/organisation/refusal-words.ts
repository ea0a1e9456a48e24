import { type Day, longDay } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'

const listed = (names: readonly Text[], locale: 'sv' | 'en'): string => {
  const own = names.map((n) => n[locale])
  return own.length < 2 ? own.join('') : `${own.slice(0, -1).join(', ')} ${locale === 'sv' ? 'och' : 'and'} ${own.at(-1)}`
}

/** Why an act on the organisation is not allowed. */
export const refusalWords = {
  unknown: (field: string): Refusal => ({
    code: 'organisation.unknown',
    field,
    text: { sv: 'Det organet eller den enheten finns inte.', en: 'There is no such body or unit.' },
  }),
  absent: (field: string, name: Text, on: Day): Refusal => ({
    code: 'organisation.absent',
    field,
    text: { sv: `${name.sv} finns inte den ${longDay(on, 'sv')}.`, en: `${name.en} does not exist on ${longDay(on, 'en')}.` },
  }),
  ends: (field: string, name: Text, to: Day): Refusal => ({
    code: 'organisation.ends',
    field,
    text: {
      sv: `${name.sv} upphör den ${longDay(to, 'sv')}. Välj en som finns kvar.`,
      en: `${name.en} ends on ${longDay(to, 'en')}. Choose one that remains.`,
    },
  }),
  laterChange: (name: Text, from: Day): Refusal => ({
    code: 'organisation.later_change',
    field: 'on',
    text: {
      sv: `Det finns redan en ändring av ${name.sv} från den ${longDay(from, 'sv')}. Välj den dagen eller en senare.`,
      en: `There is already a change of ${name.en} from ${longDay(from, 'en')}. Choose that day or a later one.`,
    },
  }),
  sameDay: (name: Text, from: Day): Refusal => ({
    code: 'organisation.same_day',
    field: 'on',
    text: {
      sv: `${name.sv} fick sin nuvarande form den ${longDay(from, 'sv')} och kan upphöra tidigast dagen efter.`,
      en: `${name.en} took its present form on ${longDay(from, 'en')} and can end on the day after at the earliest.`,
    },
  }),
  gone: (name: Text, to: Day): Refusal => ({
    code: 'organisation.gone',
    text: {
      sv: `${name.sv} upphör den ${longDay(to, 'sv')} och kan inte ändras mer.`,
      en: `${name.en} ends on ${longDay(to, 'en')} and cannot be changed any more.`,
    },
  }),
  municipality: (name: Text): Refusal => ({
    code: 'organisation.municipality',
    text: { sv: `${name.sv} är kommunen själv och kan inte upphöra.`, en: `${name.en} is the municipality itself and cannot end.` },
  }),
  nameless: (field: string): Refusal => ({ code: 'organisation.nameless', field, text: { sv: 'Skriv namnet.', en: 'Write the name.' } }),
  shortless: (field: string): Refusal => ({
    code: 'organisation.shortless',
    field,
    text: { sv: 'Skriv en förkortning, högst 12 tecken.', en: 'Write an abbreviation, at most 12 characters.' },
  }),
  badSeats: (field: string): Refusal => ({
    code: 'seats.unreadable',
    field,
    text: { sv: 'Skriv antalet platser som ett heltal, 1 eller mer.', en: 'Write the number of seats as a whole number, 1 or more.' },
  }),
  unchanged: { code: 'organisation.unchanged', text: { sv: 'Ingenting är ändrat.', en: 'Nothing has been changed.' } } satisfies Refusal,
  rootExists: (name: Text): Refusal => ({
    code: 'organisation.root',
    field: 'parentId',
    text: { sv: `${name.sv} är redan kommunen. Välj var den nya hör hemma.`, en: `${name.en} is already the municipality. Choose where the new one belongs.` },
  }),
  needsParent: { code: 'organisation.parent', field: 'parentId', text: { sv: 'Välj var den hör hemma.', en: 'Choose where it belongs.' } } satisfies Refusal,
  bodyUnderUnit: (parent: Text): Refusal => ({
    code: 'organisation.body_under_unit',
    field: 'parentId',
    text: {
      sv: `Ett organ kan inte ligga under ${parent.sv}, som är en del av förvaltningen.`,
      en: `A body cannot lie under ${parent.en}, which is part of the administration.`,
    },
  }),
  circle: (name: Text): Refusal => ({
    code: 'organisation.circle',
    field: 'parentId',
    text: { sv: `${name.sv} skulle komma att ligga under sig själv.`, en: `${name.en} would come to lie under itself.` },
  }),
  hasChildren: (name: Text, children: readonly Text[]): Refusal => ({
    code: 'organisation.children',
    field: 'childrenTo',
    text: {
      sv: `Under ${name.sv} ligger ${listed(children, 'sv')}. Välj vart de ska.`,
      en: `${listed(children, 'en')} lie under ${name.en}. Choose where they go.`,
    },
  }),
  awaited: (name: Text, person: string, title: Text, from: Day): Refusal => ({
    code: 'organisation.awaited',
    text: {
      sv: `${person} ska bli ${title.sv.toLowerCase()} i ${name.sv} den ${longDay(from, 'sv')}. Avsluta det uppdraget först.`,
      en: `${person} is to become ${title.en.toLowerCase()} of ${name.en} on ${longDay(from, 'en')}. End that appointment first.`,
    },
  }),
  fewToMerge: {
    code: 'merge.few',
    field: 'from.0',
    text: { sv: 'Välj minst två som ska slås ihop, eller en som ska gå upp i en annan.', en: 'Choose at least two to merge, or one to merge into another.' },
  } satisfies Refusal,
  mergeIntoItself: (name: Text): Refusal => ({
    code: 'merge.itself',
    field: 'into',
    text: { sv: `${name.sv} kan inte både upphöra och ta över.`, en: `${name.en} cannot both end and take over.` },
  }),
  mergeMixed: {
    code: 'merge.mixed',
    field: 'from.0',
    text: {
      sv: 'Organ slås ihop med organ och enheter med enheter, inte med varandra.',
      en: 'Bodies merge with bodies and units with units, not with each other.',
    },
  } satisfies Refusal,
  below: (field: string, into: Text, from: Text): Refusal => ({
    code: 'organisation.below',
    field,
    text: { sv: `${into.sv} ligger under ${from.sv}, som upphör. Flytta den först.`, en: `${into.en} lies under ${from.en}, which ends. Move it first.` },
  }),
  fewParts: { code: 'split.few', field: 'parts', text: { sv: 'Skriv minst två delar.', en: 'Write at least two parts.' } } satisfies Refusal,
  badShare: (field: string): Refusal => ({
    code: 'split.share',
    field,
    text: { sv: 'Skriv delens andel i procent, mer än 0 och högst 100.', en: 'Write the share of the part in per cent, more than 0 and at most 100.' },
  }),
  nothingLeft: {
    code: 'split.sum',
    field: 'parts',
    text: {
      sv: 'De kända andelarna är redan 100 procent eller mer: för den okända finns inget kvar.',
      en: 'The known shares make 100 per cent or more already: nothing is left for the unknown one.',
    },
  } satisfies Refusal,
  shareAndUnknown: (field: string): Refusal => ({
    code: 'split.share',
    field,
    text: { sv: 'Skriv andelen, eller kryssa för att den inte är känd. Inte båda.', en: 'Write the share, or tick that it is not known. Not both.' },
  }),
  sharesNotWhole: (percent: number): Refusal => ({
    code: 'split.sum',
    field: 'parts',
    text: {
      sv: `Andelarna ska tillsammans bli 100 procent. Nu blir de ${formatNumber(percent, 1, 'sv')}.`,
      en: `The shares must make 100 per cent together. They make ${formatNumber(percent, 1, 'en')}.`,
    },
  }),
}
