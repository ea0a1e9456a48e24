import { z } from 'zod'
import { addDays, type Day, day, longDay } from '../../kernel/day.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { dayShape, type Of } from '../shapes.ts'

const factsShape = z.strictObject({
  body: z.enum(['council', 'executive_board']),
  electionYear: z.int().min(1914).max(2185).meta({ description: 'a year with an ordinary election' }),
  electedAt: dayShape.optional().meta({ description: 'executive board: the meeting that elects it, where the council has decided that the term begins then' }),
  nextElectedAt: dayShape.optional().meta({ description: 'with electedAt: the meeting at which the board is elected next time, when known' }),
  on: dayShape.optional().meta({ description: 'a day to hold against the term' }),
})
const valueShape = z.strictObject({
  from: z.string().meta({ description: 'the first day' }),
  last: z.string().nullable().meta({ description: 'the last day; null where the term lasts until a meeting that is not known (KL 6:18 second paragraph)' }),
  holds: z.boolean().nullable().meta({ description: 'is `on` within the term? null when no day is asked about, or it cannot be known yet' }),
})

type Facts = Of<typeof factsShape>

/** When the new council takes over: the term of the old ends the day before. KL 5:9. */
const councilFrom = (electionYear: number): Day => day(`${electionYear}-10-15`)

/** The days of the term; `lasts` is a day on which it still lasts whatever comes. KL 5:9, 6:18. */
const daysOf = ({ body, electionYear, electedAt, nextElectedAt }: Facts): { readonly from: Day; readonly last: Day | null; readonly lasts: Day } => {
  const before = (next: Day): Day => addDays(next, -1)
  if (body === 'council' || electedAt === undefined) {
    const [from, next] =
      body === 'council' ? [councilFrom(electionYear), councilFrom(electionYear + 4)] : [day(`${electionYear + 1}-01-01`), day(`${electionYear + 5}-01-01`)]
    return { from, last: before(next), lasts: before(next) }
  }
  // Until the meeting at which the board is elected next time, which is the first of the next council.
  const last = nextElectedAt === undefined ? null : before(nextElectedAt)
  return { from: electedAt, last, lasts: last ?? before(councilFrom(electionYear + 4)) }
}

/** When does a term run? The council's four years from 15 October of the election year (KL 5:9), the executive board's from 1 January after, or from the meeting that elects it to the one that elects it next (6:18). Other boards as the council decides (6:19). */
export const term = (facts: Facts): Ruling<Of<typeof valueShape>> => {
  const { body, electionYear, electedAt, nextElectedAt, on } = facts
  const law = body === 'council' ? 'KL 5:9' : 'KL 6:18'
  const { from, last, lasts } = daysOf(facts)
  const holds = on === undefined ? null : on < from || (last !== null && on > last) ? false : on <= lasts ? true : null
  const early = body === 'executive_board' && electedAt !== undefined && electedAt < councilFrom(electionYear)
  const until =
    last === null
      ? { sv: 'till det möte då styrelsen väljs nästa gång', en: 'to the meeting that elects the board next time' }
      : { sv: `till och med ${longDay(last, 'sv')}`, en: `to ${longDay(last, 'en')}` }
  return ruling(
    { from, last, holds },
    [
      ...when(electionYear % 4 !== 2, () =>
        refusal(
          'term.year',
          'KL 5:9, vallag 1:3',
          `${electionYear} är inget år för ordinarie val.`,
          `${electionYear} is no year of an ordinary election.`,
          'electionYear',
        ),
      ),
      ...when(early, () =>
        refusal(
          'term.early',
          'KL 6:18',
          `Styrelsen väljs av nyvalda fullmäktige, tidigast ${electionYear}-10-15.`,
          `The board is elected by the new council, ${electionYear}-10-15 at the earliest.`,
          'electedAt',
        ),
      ),
      ...when(body === 'executive_board' && electedAt !== undefined && nextElectedAt !== undefined && nextElectedAt <= electedAt, () =>
        refusal(
          'term.next',
          'KL 6:18',
          'Nästa val av styrelsen ligger inte efter det här.',
          'The next election of the board is not after this one.',
          'nextElectedAt',
        ),
      ),
      ...when(holds === false, () =>
        refusal(
          'term.outside',
          law,
          `${on} ligger utanför mandattiden: från ${from} ${until.sv}.`,
          `${on} is outside the term: from ${from} ${until.en}.`,
          'on',
        ),
      ),
    ],
    [because(law, `Från ${longDay(from, 'sv')} ${until.sv}.`, `From ${longDay(from, 'en')} ${until.en}.`)],
  )
}

/** The rule `term`: when does the term run? KL 5:9, 6:18. Facts: body, electionYear, electedAt, nextElectedAt, on. Value: from, last, holds. */
export const termRule = rule({
  name: 'term',
  law: 'KL 5:9, 6:18',
  words: { sv: 'när löper mandattiden?', en: 'when does the term run?' },
  okMeans: 'the year is one of an ordinary election, and the day asked about is within the term',
  facts: factsShape,
  value: valueShape,
  example: { body: 'council', electionYear: 2026, on: '2030-10-14' },
  judge: term,
})
