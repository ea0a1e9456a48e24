import { z } from 'zod'
import { longDay } from '../../kernel/day.ts'
import { lastAppealDay, legalForce } from '../legal-force.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { dayShape, type Of } from '../shapes.ts'
import type { Variants } from '../variants.ts'

const appealFacts = z.strictObject({
  body: z.enum(['council', 'board']).meta({ description: 'board: any board or committee' }),
  preparatory: z.boolean().meta({ description: 'board: purely preparatory or executive?' }),
  otherWay: z.boolean().optional().meta({ description: 'is another way of appeal laid down? default false' }),
  announced: dayShape.nullable().meta({ description: 'the day the adjustment of the minutes was announced on the notice board; null when it has not been' }),
  removed: dayShape.nullable().meta({ description: 'the day the announcement was taken down; null while it is up' }),
  received: dayShape.nullable().meta({ description: 'when the appeal reached the court or the municipality; null for none yet' }),
})
const appealValue = z.strictObject({
  appealable: z.boolean().meta({ description: 'can it be appealed by review of legality?' }),
  lastDay: z.string().nullable().meta({ description: 'null where it cannot be appealed in this way, or the time does not run' }),
  timeRuns: z.boolean().meta({ description: 'is it announced, and was it up the whole of the last day?' }),
  inTime: z.boolean().nullable().meta({ description: 'null without an appeal, or where it cannot be appealed; true where the time does not run' }),
})

/**
 * Can it be appealed, and did the appeal come in time? Council decisions, and those of boards that are not purely preparatory or
 * executive (KL 13:2); three weeks from the announcement, which must have been up throughout (13:5–6); what reached the municipality in
 * time is in time. The last day rolls past Saturdays, Sundays and holidays (lag 1930:173).
 */
export const appeal = ({ body, preparatory, otherWay = false, announced, removed, received }: Of<typeof appealFacts>): Ruling<Of<typeof appealValue>> => {
  const appealable = !otherWay && (body === 'council' || !preparatory)
  const last = announced === null ? null : lastAppealDay(announced)
  const timeRuns = last !== null && (removed === null || removed > last)
  const inTime = received === null || !appealable ? null : !timeRuns || received <= (last ?? received)
  return ruling(
    { appealable, lastDay: appealable && timeRuns ? last : null, timeRuns, inTime },
    [
      ...when(!appealable, () =>
        refusal(
          'appeal.not_appealable',
          'KL 13:2–3',
          'Beslutet kan inte överklagas genom laglighetsprövning.',
          'The decision cannot be appealed by review of legality.',
          otherWay ? 'otherWay' : 'preparatory',
        ),
      ),
      ...when(inTime === false, () =>
        refusal('appeal.late', 'KL 13:5', `Kom in ${received}, senast ${last} krävs.`, `Received ${received}, ${last} at the latest is required.`, 'received'),
      ),
    ],
    [
      announced === null || last === null
        ? because('KL 13:5', 'Justeringen är inte tillkännagiven: ingen tid löper.', 'The adjustment is not announced: no time runs.')
        : timeRuns
          ? because(
              'KL 13:5',
              `Tre veckor från ${longDay(announced, 'sv')}: sista dag ${longDay(last, 'sv')}.`,
              `Three weeks from ${longDay(announced, 'en')}: the last day is ${longDay(last, 'en')}.`,
            )
          : because(
              'KL 13:5',
              `Tillkännagivandet togs ned ${removed}, innan tiden var ute: tiden har inte löpt.`,
              `The announcement was taken down ${removed}, before the time was out: the time has not run.`,
            ),
    ],
  )
}

/** The rule `appeal`: can the decision be appealed, and until when? KL 13:1–6, lag 1930:173. Facts: body, preparatory, otherWay, announced, removed, received. Value: appealable, lastDay, timeRuns, inTime. */
export const appealRule = rule({
  name: 'appeal',
  law: 'KL 13:1–6, lag 1930:173',
  words: { sv: 'kan beslutet överklagas, och till när?', en: 'can the decision be appealed, and until when?' },
  okMeans: 'the decision can be appealed, and the appeal, if there is one, came in time',
  facts: appealFacts,
  value: appealValue,
  example: { body: 'council', preparatory: false, announced: '2026-11-24', removed: null, received: '2026-12-15' },
  judge: appeal,
})

const forceFacts = z.strictObject({
  announced: dayShape.nullable().meta({ description: 'the day the adjustment of the minutes was announced; null when it has not been' }),
  appealed: z.boolean().optional().meta({ description: 'has anyone appealed? default false' }),
  confirmed: dayShape
    .nullable()
    .optional()
    .meta({ description: 'with legalForceFrom confirmed: the day it was confirmed that nobody has appealed; null or left out while it is not' }),
  today: dayShape,
})
const forceValue = z.strictObject({
  state: z
    .enum(['not_announced', 'appealable', 'appealed', 'unconfirmed', 'in_force'])
    .meta({ description: 'appealable: the time has not run out; unconfirmed: it has, but it is not confirmed that nobody has appealed' }),
  lastDay: z.string().nullable().meta({ description: 'the last day to appeal' }),
  from: z.string().nullable().meta({
    description:
      'the day it gains legal force if nobody appeals: the day after; null when appealed, or not yet confirmed where the municipality waits for that',
  }),
})

/** Has the decision gained legal force? Unappealed, the day after the last day of appeal: no section of KL says so, it follows from 13:5 and 13:14, and is held by practice. It may be carried out before, unless there are special reasons not to (13:14). */
export const legalForceState = (
  { announced, appealed = false, confirmed = null, today }: Of<typeof forceFacts>,
  { legalForceFrom }: Pick<Variants, 'legalForceFrom'>,
): Ruling<Of<typeof forceValue>> => {
  const stands = legalForce(announced, today)
  const [lastDay, dayAfter] = stands.state === 'not_announced' ? [null, null] : [stands.lastDay, stands.from]
  const waits = dayAfter !== null && legalForceFrom === 'confirmed'
  const from = !waits ? dayAfter : confirmed === null ? null : confirmed > dayAfter ? confirmed : dayAfter
  const unconfirmed = waits && stands.state === 'in_force' && (from === null || from > today)
  const state = stands.state === 'not_announced' ? stands.state : appealed ? 'appealed' : unconfirmed ? 'unconfirmed' : stands.state
  return ruling(
    { state, lastDay, from: state === 'appealed' ? null : from },
    [],
    [
      dayAfter === null
        ? because('KL 13:5', 'Inte tillkännagivet: ingen tid löper.', 'Not announced: no time runs.')
        : because(
            'KL 13:5',
            `Sista dag att överklaga ${longDay(lastDay ?? dayAfter, 'sv')}, laga kraft tidigast ${longDay(dayAfter, 'sv')} om ingen gör det.`,
            `Last day to appeal ${longDay(lastDay ?? dayAfter, 'en')}, legal force ${longDay(dayAfter, 'en')} at the earliest if nobody does.`,
          ),
      ...when(waits && from === null, () =>
        because(
          'KL 13:14',
          'Kommunen räknar laga kraft först när det är bekräftat att ingen har överklagat.',
          'The municipality counts legal force only when it is confirmed that nobody has appealed.',
        ),
      ),
      because(
        'KL 13:14',
        'Beslutet får verkställas innan, om inte särskilda skäl talar emot.',
        'The decision may be carried out before, unless special reasons speak against it.',
      ),
    ],
  )
}

/** The rule `legal-force`: has the decision gained legal force? KL 13:5, 13:14. Facts: announced, appealed, confirmed, today. Value: state, lastDay, from. */
export const legalForceRule = rule({
  name: 'legal-force',
  law: 'KL 13:5, 13:14',
  words: { sv: 'har beslutet fått laga kraft?', en: 'has the decision gained legal force?' },
  okMeans: 'always true: the state is the answer',
  facts: forceFacts,
  value: forceValue,
  variants: ['legalForceFrom'],
  example: { announced: '2026-11-24', today: '2026-12-16' },
  judge: legalForceState,
})
