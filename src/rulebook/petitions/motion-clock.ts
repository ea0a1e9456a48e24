import { z } from 'zod'
import { addMonths, type Day, longDay } from '../../kernel/day.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { dayShape, type Of } from '../shapes.ts'

const factsShape = z.strictObject({
  kind: z.enum(['motion', 'citizen_proposal']),
  filed: dayShape,
  today: dayShape,
  decided: dayShape.nullable().meta({ description: 'when the council (or the board it was handed to) decided it; null while it has not' }),
  reported: dayShape.nullable().meta({ description: 'when the council was told why it is not decided' }),
  writtenOff: dayShape.nullable().meta({ description: 'when the council wrote it off, as it may once told; null while it has not' }),
})
const valueShape = z.strictObject({
  latest: z.string().meta({ description: 'the last day of the year: the same day of the next year, 28 February for 29' }),
  state: z.enum(['running', 'decided', 'reported', 'written_off', 'overdue']).meta({
    description:
      'decided and written_off however late; reported: within the year, not ended; overdue: the year has passed, neither ended nor reported within it',
  }),
})
type Facts = Of<typeof factsShape>

const law = 'KL 5:35, 6:34'

/** Is a member's bill or citizen proposal handled in time? If possible decided within a year; else the council is told within that year, and may then write it off (KL 5:35; citizen proposals handed to a board 6:34). */
export const motionClock = (facts: Facts): Ruling<Of<typeof valueShape>> => {
  const { filed, today, decided, reported, writtenOff } = facts
  const latest = addMonths(filed, 12)
  const by = (end: Day | null): boolean => end !== null && end <= latest
  const ended = decided ?? writtenOff
  const overdue = !by(reported) && !by(ended) && (ended ?? reported ?? today) > latest
  const before = (['decided', 'reported', 'writtenOff'] as const).filter((field) => (facts[field] ?? filed) < filed)
  const state = decided !== null ? 'decided' : writtenOff !== null ? 'written_off' : overdue ? 'overdue' : reported !== null ? 'reported' : 'running'
  return ruling(
    { latest, state },
    [
      ...when(overdue, () =>
        refusal('motion.overdue', law, `Varken avgjord eller anmäld senast ${latest}.`, `Neither decided nor reported by ${latest}.`, 'reported'),
      ),
      ...when(writtenOff !== null && (reported === null || reported > writtenOff), () =>
        refusal(
          'motion.written_off',
          law,
          'Den får skrivas av först när fullmäktige har fått anmälan.',
          'It may be written off only once the council has been told.',
          'writtenOff',
        ),
      ),
      ...when(writtenOff !== null && decided !== null, () =>
        refusal('motion.both', law, 'Den kan inte både avgöras och skrivas av.', 'It cannot be both decided and written off.', 'writtenOff'),
      ),
      ...before.map((field) => refusal('motion.before', law, 'Dagen ligger före inlämnandet.', 'The day is before it was filed.', field)),
    ],
    [
      because(
        law,
        `Väckt ${longDay(filed, 'sv')}: avgörs eller anmäls senast ${longDay(latest, 'sv')}.`,
        `Filed ${longDay(filed, 'en')}: decided or reported by ${longDay(latest, 'en')}.`,
      ),
    ],
  )
}

/** The rule `motion-clock`: is the bill or citizen proposal answered within a year? KL 5:35, 6:34. Facts: kind, filed, today, decided, reported, writtenOff. Value: latest, state. */
export const motionClockRule = rule({
  name: 'motion-clock',
  law,
  words: { sv: 'är motionen eller medborgarförslaget besvarat inom ett år?', en: 'is the bill or citizen proposal answered within a year?' },
  okMeans: 'decided, or the council told, within the year; or the year has not passed',
  note: 'Decided or written off after the year, without a report within it, is `ok: false` with the state as it is.',
  facts: factsShape,
  value: valueShape,
  example: { kind: 'motion', filed: '2025-11-24', today: '2026-11-24', decided: null, reported: null, writtenOff: null },
  judge: motionClock,
})
