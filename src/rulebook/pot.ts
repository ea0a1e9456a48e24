import { type Amount, formatAmount, ore } from '../kernel/amount.ts'
import { addDays, addMonths, type Day, longDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'

// A central pot is money that a decision sets aside for several to call off. What follows is the municipality's own steering, read from
// decisions of that kind (a temporary allocation for one year; a lasting change goes by the budget), and no section of law.

/** The last day of a pot whose clause says none: a year from the day of decision. */
export const lastDayOf = (decided: Day): Day => addDays(addMonths(decided, 12), -1)

/** A call-off as the rule sees it. */
export interface CallOff {
  readonly amount: Amount
  readonly day: Day
  /** The receiver, or a body above it, is among those who may call off; or anybody may. */
  readonly receiverMay: boolean
  /** The deciding body may: the council, the executive board, who holds the pot, or one that may call off. */
  readonly deciderMay: boolean
}

export interface PotNow {
  readonly amount: Amount
  readonly calledOff: Amount
  readonly from: Day
  readonly to: Day
  /** The names of those who may call off, in words. */
  readonly callers: { readonly sv: string; readonly en: string }
  /** Some of what was called off is secret: then how much is left is not told. */
  readonly hidden: boolean
}

/** What is left of a pot. */
export const leftOf = ({ amount, calledOff }: Pick<PotNow, 'amount' | 'calledOff'>): Amount => ore(amount - calledOff)

/** Why money is not called off: more than is left, outside the days that the pot is valid, or by or for somebody that it is not set aside for. */
export const callOffHinders = (pot: PotNow, { amount, day, receiverMay, deciderMay }: CallOff): readonly Refusal[] => {
  const left = leftOf(pot)
  const sum = (of: Amount, locale: 'sv' | 'en'): string => formatAmount(of, 'tkr', locale)
  return [
    ...(amount <= 0
      ? [{ code: 'call_off.amount', field: 'amount', text: { sv: 'Ange ett belopp som är större än noll.', en: 'State an amount above zero.' } }]
      : []),
    ...(amount > left
      ? [
          {
            code: 'call_off.exceeds',
            field: 'amount',
            text: pot.hidden
              ? { sv: 'Så mycket är inte kvar av potten.', en: 'So much is not left of the pot.' }
              : {
                  sv: `Avropet är ${sum(amount, 'sv')}, men av pottens ${sum(pot.amount, 'sv')} är ${sum(left, 'sv')} kvar.`,
                  en: `The call-off is ${sum(amount, 'en')}, but of the ${sum(pot.amount, 'en')} of the pot ${sum(left, 'en')} are left.`,
                },
            mend: {
              sv: 'Avropa högst det som är kvar, eller föreslå en ny avsättning.',
              en: 'Call off at most what is left, or propose that more is set aside.',
            },
          },
        ]
      : []),
    ...(day > pot.to
      ? [
          {
            code: 'call_off.late',
            field: 'pot',
            text: {
              sv: `Potten gällde till och med ${longDay(pot.to, 'sv')}. Avropet beslutas ${longDay(day, 'sv')}.`,
              en: `The pot was valid until ${longDay(pot.to, 'en')}. The call-off is decided on ${longDay(day, 'en')}.`,
            },
            mend: {
              sv: 'En tillfällig avsättning förlängs inte av ett avrop: det behövs ett nytt beslut om pengarna.',
              en: 'A temporary allocation is not prolonged by a call-off: it takes a new decision on the money.',
            },
          },
        ]
      : []),
    ...(day < pot.from
      ? [
          {
            code: 'call_off.early',
            field: 'pot',
            text: {
              sv: `Potten sattes av ${longDay(pot.from, 'sv')}. Avropet beslutas före det, ${longDay(day, 'sv')}.`,
              en: `The pot was set aside on ${longDay(pot.from, 'en')}. The call-off is decided before that, on ${longDay(day, 'en')}.`,
            },
          },
        ]
      : []),
    ...(receiverMay
      ? []
      : [
          {
            code: 'call_off.receiver',
            field: 'receiver',
            text: {
              sv: `Potten är avsatt för ${pot.callers.sv}. Mottagaren är inte bland dem.`,
              en: `The pot is set aside for ${pot.callers.en}. The receiver is not among them.`,
            },
          },
        ]),
    ...(deciderMay
      ? []
      : [
          {
            code: 'call_off.decider',
            field: 'pot',
            text: {
              sv: `Potten avropas av ${pot.callers.sv}, eller av fullmäktige, kommunstyrelsen eller den som håller den.`,
              en: `The pot is called off by ${pot.callers.en}, or by the council, the executive board or whoever holds it.`,
            },
          },
        ]),
  ]
}
