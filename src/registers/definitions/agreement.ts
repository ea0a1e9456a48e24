import { z } from 'zod'
import { addMonths, type Day, day as dayIn, yearOf } from '../../kernel/day.ts'
import { defineRegister } from '../define.ts'
import { amount, count, day, days, line, text } from '../field.ts'

/** `n` meetings a year, evenly, this year and the next: two are on the last of June and of December. */
const meetingDays = (year: number, n: number): Day[] =>
  Array.from({ length: 2 * n }, (_, i) => addMonths(dayIn(`${year - 1}-12-31`), Math.round((12 * (i + 1)) / n)))
const running = ['active', 'ending'] as const

/** Agreements of partnership with voluntary organisations (IOP): cooperation, not procurement. Processes I1 and I2. */
export const agreement = defineRegister({
  name: 'agreement',
  path: 'agreements',
  question: 2,
  prefix: 'A',
  words: {
    one: { sv: 'Överenskommelse', en: 'Agreement' },
    many: { sv: 'Överenskommelser', en: 'Agreements' },
    the: { sv: 'överenskommelsen', en: 'the agreement' },
    by: { sv: 'Ingången av', en: 'Entered by' },
    nav: { sv: 'Partnerskap', en: 'Partnerships' },
  },
  fields: z.object({
    partner: line({ label: { sv: 'Part', en: 'Partner' } }),
    purpose: text({ label: { sv: 'Syfte', en: 'Purpose' }, hint: { sv: 'Vad ska bli bättre, och för vem?', en: 'What shall be better, and for whom?' } }),
    targetGroup: line({ label: { sv: 'Målgrupp', en: 'Target group' } }).optional(),
    yearly: amount({ label: { sv: 'Belopp per år', en: 'Amount a year' } }),
    financing: line({ label: { sv: 'Finansiering', en: 'Financing' } }).optional(),
    from: day({ label: { sv: 'Gäller från', en: 'From' } }),
    to: day({ label: { sv: 'Gäller till och med', en: 'To' } }).optional(),
    noticeMonths: count({ max: 60, label: { sv: 'Uppsägningstid i månader', en: 'Months of notice' } }).optional(),
    paymentDays: days({ label: { sv: 'Betalningsdagar', en: 'Days of payment' } }).optional(),
    places: count({
      max: 100_000,
      label: { sv: 'Platser', en: 'Places' },
      hint: { sv: 'Årsplatser att hänvisa till.', en: 'Places a year to refer to.' },
    }).optional(),
    placesNotice: count({ max: 60, label: { sv: 'Månader i förväg för fler platser', en: 'Months of notice for more places' } }).optional(),
    steeringGroup: line({ label: { sv: 'Styrgrupp', en: 'Steering group' } }).optional(),
    meetings: count({ max: 12, label: { sv: 'Styrgruppens möten per år', en: 'Meetings of the steering group a year' } }).optional(),
    partnerFinances: text({ label: { sv: 'Föreningens ekonomi', en: 'Finances of the association' }, secret: 'OSL 31:16' }).optional(),
    contact: line({ label: { sv: 'Kontakt', en: 'Contact' }, hint: { sv: 'Funktion, inte person.', en: 'A function, not a person.' } }).optional(),
  }),
  title: (e) => e.partner,
  owner: () => null,
  steering: true,
  free: ['contact', 'partnerFinances'],
  check: (e) => [
    ...(e.from && e.to && e.to < e.from
      ? [{ code: 'agreement.period', field: 'to', text: { sv: 'Sista dagen kommer efter den första.', en: 'It ends after it begins.' } }]
      : []),
    ...(e.meetings && !e.steeringGroup
      ? [{ code: 'agreement.group', field: 'steeringGroup', text: { sv: 'Skriv vilka som sitter i den.', en: 'State who is in it.' } }]
      : []),
  ],
  lifecycle: {
    initial: 'active',
    states: {
      active: { words: { sv: 'Gäller', en: 'In force' }, mark: 'half', open: true, says: { sv: 'Den gäller.', en: 'It is in force.' } },
      ending: { words: { sv: 'Avvecklas', en: 'Ending' }, mark: 'half', open: true, says: { sv: 'Den är uppsagd.', en: 'Notice has been given.' } },
      ended: { words: { sv: 'Avslutad', en: 'Ended' }, mark: 'stop', open: false, says: { sv: 'Den är avslutad.', en: 'It has ended.' } },
    },
    acts: {
      meet: { words: { sv: 'Anteckna styrgruppsmöte', en: 'Note a steering group meeting' }, from: running, by: 'entry.write', needs: 'comment' },
      change: { words: { sv: 'Ändra överenskommelsen', en: 'Change the agreement' }, from: running, by: 'entry.follow', needs: 'clause' },
      giveNotice: { words: { sv: 'Säg upp överenskommelsen', en: 'Give notice' }, from: ['active'], to: 'ending', by: 'entry.follow', needs: 'clause' },
      close: {
        words: { sv: 'Avsluta efter sista dagen', en: 'Close after the last day' },
        from: running,
        to: 'ended',
        by: 'entry.follow',
        when: (e, today) =>
          e.to && e.to < today ? [] : [{ code: 'agreement.running', text: { sv: 'Sista dagen har inte passerat.', en: 'Its last day has not passed.' } }],
      },
    },
  },
  clauses: {
    sign_agreement: { does: 'create', words: { sv: 'Ingå en överenskommelse', en: 'Sign an agreement' } },
    change_agreement: { does: 'change', act: 'change', words: { sv: 'Ändra en överenskommelse', en: 'Change an agreement' } },
    end_agreement: { does: 'change', act: 'giveNotice', fields: ['to'], words: { sv: 'Säg upp en överenskommelse', en: 'End an agreement' } },
  },
  deadlines: [
    {
      kind: 'notice',
      words: { sv: 'Sista dag för uppsägning', en: 'Last day of notice' },
      days: (e) => (e.to ? [addMonths(e.to, -(e.noticeMonths ?? 0))] : []),
    },
    { kind: 'payment', words: { sv: 'Betalning', en: 'Payment' }, days: (e) => e.paymentDays ?? [] },
    {
      kind: 'places',
      words: { sv: 'Sista dag att begära fler platser nästa år', en: 'Last day to ask for more places next year' },
      days: (e, today) => (e.placesNotice ? [addMonths(dayIn(`${yearOf(today)}-12-31`), -e.placesNotice)] : []),
    },
    {
      kind: 'meeting',
      words: { sv: 'Styrgruppsmöte', en: 'Meeting of the steering group' },
      days: (e, today) => meetingDays(yearOf(today), e.meetings ?? 0).filter((d) => d >= e.from && (!e.to || d <= e.to)),
      metBy: ['meet'],
    },
    { kind: 'to', words: { sv: 'Sista dag', en: 'Last day' }, days: (e) => (e.to ? [e.to] : []), metBy: ['close'] },
  ],
  gaps: [{ field: 'to', words: { sv: 'saknar slutdag', en: 'without an end date' } }],
  measures: [
    {
      key: 'yearly_sum',
      words: { sv: 'Överenskommelser, belopp per år', en: 'Agreements, amount a year' },
      unit: { sv: 'tkr', en: 'tkr' },
      formula: { sv: 'Summan av årsbeloppen i de överenskommelser som gäller', en: 'Sum of the yearly amounts of agreements in force' },
      decimals: 0,
      direction: null,
      count: (entries) => entries.filter((e) => e.state !== 'ended').reduce((sum, e) => sum + e.data.yearly / 100_000, 0),
    },
  ],
  list: { columns: ['yearly', 'from', 'to'], filters: [] },
  effect: true,
  secrecy: null,
  retention: { sv: '10 år efter avtalets slut', en: '10 years after the end of the agreement' },
  destroyedAfter: { years: 10, law: 'arkivlagen 10 §' },
})
