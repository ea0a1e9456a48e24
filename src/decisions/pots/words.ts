import { type Day, longDay } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'

/** What the pages of central pots say. */
export const potWords = {
  pots: { sv: 'Centrala potter', en: 'Central pots' },
  lead: {
    sv: 'Pengar som ett beslut har satt av för flera att avropa, och vad som är kvar av dem.',
    en: 'Money that a decision has set aside for several to call off, and what is left of it.',
  },
  of: (name: string): Text => ({ sv: `Centrala potter som rör ${name}`, en: `Central pots that concern ${name}` }),
  concern: { sv: 'Organ som potten rör', en: 'Body that the pot concerns' },
  none: { sv: 'Ingen pott är avsatt.', en: 'No pot has been set aside.' },
  caption: { sv: 'Potter, belopp i tkr', en: 'Pots, amounts in tkr' },
  pot: { sv: 'Pott', en: 'Pot' },
  number: { sv: 'Nummer', en: 'Number' },
  purpose: { sv: 'Ändamål', en: 'Purpose' },
  period: { sv: 'Period', en: 'Period' },
  holder: { sv: 'Hålls av', en: 'Held by' },
  callers: { sv: 'Får avropa', en: 'May call off' },
  anybody: { sv: 'vem som helst', en: 'anybody' },
  decidedBy: { sv: 'Beslut', en: 'Decision' },
  amount: { sv: 'Avsatt', en: 'Set aside' },
  calledOff: { sv: 'Avropat', en: 'Called off' },
  left: { sv: 'Kvar', en: 'Left' },
  leftTkr: { sv: 'Kvar, tkr', en: 'Left, tkr' },
  setAsideTkr: { sv: 'Avsatt, tkr', en: 'Set aside, tkr' },
  calledOffTkr: { sv: 'Avropat, tkr', en: 'Called off, tkr' },
  amountTkr: { sv: 'Belopp, tkr', en: 'Amount, tkr' },
  from: { sv: 'Gäller från', en: 'Valid from' },
  to: { sv: 'Gäller till och med', en: 'Valid to' },
  financing: { sv: 'Finansiering', en: 'Financing' },
  notTold: { sv: 'visas inte', en: 'not shown' },
  hidden: {
    sv: 'Ett avrop är sekretessbelagt. Därför visas inte vad som är avropat och kvar.',
    en: 'A call-off is secret. So neither what is called off nor what is left is shown.',
  },
  over: (to: Day): Text => ({ sv: `Gick ut ${longDay(to, 'sv')}`, en: `Ran out on ${longDay(to, 'en')}` }),
  until: (to: Day): Text => ({ sv: `Gäller till och med ${longDay(to, 'sv')}`, en: `Valid until ${longDay(to, 'en')}` }),
  usedUp: { sv: 'Helt avropad', en: 'Used up' },
  sentence: (left: string, whole: string, to: Day, over: boolean): Text =>
    over
      ? {
          sv: `Potten gick ut ${longDay(to, 'sv')}. För ${left} av ${whole} är inget avrop registrerat.`,
          en: `The pot ran out on ${longDay(to, 'en')}. Of ${left} out of ${whole} no call-off is registered.`,
        }
      : { sv: `${left} av ${whole} är kvar till och med ${longDay(to, 'sv')}.`, en: `${left} of ${whole} are left until ${longDay(to, 'en')}.` },
  callOffs: { sv: 'Avrop', en: 'Call-offs' },
  noCallOffs: { sv: 'Inget avrop är registrerat.', en: 'No call-off is registered.' },
  callOffsCaption: { sv: 'Avrop, belopp i tkr', en: 'Call-offs, amounts in tkr' },
  receiver: { sv: 'Till', en: 'To' },
  day: { sv: 'Dag', en: 'Day' },
  leftAfter: { sv: 'Kvar efter', en: 'Left after' },
  propose: { sv: 'Skriv ett beslut om avrop', en: 'Draft a decision on a call-off' },
  thread: { sv: 'Pottens röda tråd', en: 'The red thread of the pot' },
  missing: { sv: 'Det finns ingen sådan pott som du får se.', en: 'There is no such pot that you may see.' },
} as const satisfies Record<string, unknown>
