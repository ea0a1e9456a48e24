import { z } from 'zod'
import { addDays, day, longDay } from '../../kernel/day.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { dayShape, type Of } from '../shapes.ts'

const factsShape = z.strictObject({
  body: z.enum(['council', 'executive_board']),
  electionYear: z.int().min(1914).max(2185).meta({ description: 'a year with an ordinary election' }),
  electedAt: dayShape.optional().meta({ description: 'executive board: the meeting that elects it, where the council has decided that the term begins then' }),
  on: dayShape.optional().meta({ description: 'a day to hold against the term' }),
})
const valueShape = z.strictObject({ from: z.string(), last: z.string(), holds: z.boolean().nullable() })

/** When does a term run? The council's four years from 15 October of the election year (KL 5:9), the executive board's from 1 January after, or from the meeting that elects it (6:18). Other boards as the council decides (6:19). */
export const term = ({ body, electionYear, electedAt, on }: Of<typeof factsShape>): Ruling<Of<typeof valueShape>> => {
  const council = body === 'council'
  const law = council ? 'KL 5:9' : 'KL 6:18'
  const from = council ? day(`${electionYear}-10-15`) : (electedAt ?? day(`${electionYear + 1}-01-01`))
  const last = addDays(council ? day(`${electionYear + 4}-10-15`) : day(`${electionYear + 5}-01-01`), -1)
  const holds = on === undefined ? null : from <= on && on <= last
  return ruling(
    { from, last, holds },
    [
      ...when(electionYear % 4 !== 2, () =>
        refusal(
          'term.year',
          'Vallag 1:3',
          `${electionYear} är inget år för ordinarie val.`,
          `${electionYear} is no year of an ordinary election.`,
          'electionYear',
        ),
      ),
      ...when(holds === false, () =>
        refusal('term.outside', law, `${on} ligger utanför mandattiden ${from} till ${last}.`, `${on} is outside the term ${from} to ${last}.`, 'on'),
      ),
    ],
    [because(law, `Från ${longDay(from, 'sv')} till och med ${longDay(last, 'sv')}.`, `From ${longDay(from, 'en')} to ${longDay(last, 'en')}.`)],
  )
}

export const termRule = rule({
  name: 'term',
  law: 'KL 5:9, 6:18',
  words: { sv: 'när löper mandattiden?', en: 'when does the term run?' },
  facts: factsShape,
  value: valueShape,
  example: { body: 'council', electionYear: 2026, on: '2030-10-14' },
  judge: term,
})
