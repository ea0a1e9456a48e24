import { z } from 'zod'
import { longDay } from '../../kernel/day.ts'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { dayShape, type Of } from '../shapes.ts'

const factsShape = z.strictObject({
  tabled: dayShape.meta({ description: 'the day the council tabled the item' }),
  nextMeeting: dayShape.nullable().meta({ description: 'the council’s next meeting; null while none is set' }),
  otherwise: dayShape.nullable().optional().meta({ description: 'another meeting to which the council decided to put it; null or left out: none' }),
  handled: dayShape.nullable().meta({ description: 'when it was taken up again; null while it has not been' }),
  today: dayShape,
})
const valueShape = z.strictObject({
  due: z.string().nullable().meta({ description: 'the meeting at which it is handled; null while none is set' }),
  inTime: z.boolean().nullable().meta({ description: 'null while it is not taken up and the meeting has not passed' }),
})

/** Does a tabled item come back in time? At the council's next meeting, unless the council decides otherwise. KL 5:51. It says nothing of items referred back. */
export const tabledItem = ({ tabled, nextMeeting, otherwise = null, handled, today }: Of<typeof factsShape>): Ruling<Of<typeof valueShape>> => {
  const due = otherwise ?? nextMeeting
  const before = (['nextMeeting', 'otherwise', 'handled'] as const).filter((name) => {
    const on = { nextMeeting, otherwise, handled }[name]
    return on !== null && on < tabled
  })
  if (before.length > 0)
    return contradiction(
      before.map((field) => refusal('tabled.before', 'KL 5:51', 'Ärendet bordlades senare än så.', 'The item was tabled later than that.', field)),
    )
  const late = due !== null && (handled ?? today) > due
  return ruling(
    { due, inTime: late ? false : handled === null ? null : true },
    when(late, () =>
      refusal(
        'tabled.late',
        'KL 5:51',
        `Ett bordlagt ärende behandlas på fullmäktiges nästa sammanträde, ${due}.`,
        `A tabled item is handled at the council’s next meeting, ${due}.`,
        'handled',
      ),
    ),
    [
      due === null
        ? because('KL 5:51', 'Nästa sammanträde är inte bestämt.', 'The next meeting is not set.')
        : because(
            'KL 5:51',
            `Bordlagt ${longDay(tabled, 'sv')}: behandlas ${longDay(due, 'sv')}.`,
            `Tabled on ${longDay(tabled, 'en')}: handled on ${longDay(due, 'en')}.`,
          ),
    ],
  )
}

/** The rule `tabled-item`: is the tabled item handled at the next meeting? KL 5:51. Facts: tabled, nextMeeting, otherwise, handled, today. Value: due, inTime. */
export const tabledItemRule = rule({
  name: 'tabled-item',
  law: 'KL 5:51',
  words: { sv: 'behandlas det bordlagda ärendet på nästa sammanträde?', en: 'is the tabled item handled at the next meeting?' },
  okMeans: 'nothing is late: handled in time, or not yet due',
  facts: factsShape,
  value: valueShape,
  example: { tabled: '2026-10-26', nextMeeting: '2026-11-30', handled: '2026-11-30', today: '2026-11-30' },
  judge: tabledItem,
})
