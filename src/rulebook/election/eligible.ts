import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'

/** Bodies that people are elected to: those that meet, and the auditors. */
export const electedBodies = ['council', 'executive_board', 'board', 'committee', 'auditors'] as const
/** Places that people are elected to. */
export const electedPlaces = ['chair', 'vice_chair', 'second_vice_chair', 'member', 'substitute'] as const
/** One of the places. */
export type ElectedPlace = (typeof electedPlaces)[number]

/** Is the place in the presidium, which is chosen among those who sit? */
export const inPresidium = (place: string): boolean => place === 'chair' || place === 'vice_chair' || place === 'second_vice_chair'

/** Who fills places in a body: the voters the council's, the council its presidium and the boards', a board its committees'. KL 4:3, 5:1, 5:11, 6:16, 6:42. */
export const electorOf = (body: string, place: string): 'voters' | 'council' | 'board' =>
  body === 'council' && !inPresidium(place) ? 'voters' : body === 'committee' ? 'board' : 'council'

const factsShape = z.strictObject({
  body: z.enum(electedBodies).meta({ description: 'to what kind of body' }),
  place: z.enum(electedPlaces),
  votes: z.boolean().nullable().meta({
    description: 'does the person meet the conditions of the right to vote (KL 1:7–8: 18 years, registered in the municipality)? null: not known here',
  }),
  auditor: z.boolean().optional().meta({ description: 'is the person elected auditor in the municipality? default false' }),
  council: z.boolean().optional().meta({ description: 'auditors: is the person member or substitute of the council? default false' }),
  accountable: z.boolean().optional().meta({ description: 'auditors: does the person answer for what is audited, or someone close? default false' }),
  director: z.boolean().optional().meta({ description: 'is the person the chief executive of the municipality? default false' }),
  heads: z.boolean().optional().meta({ description: 'does the person head a department that belongs to the body? default false' }),
  ofBoard: z.boolean().optional().meta({ description: 'committees: is the person member or substitute of the board? default true' }),
  here: z.enum(electedPlaces).nullable().optional().meta({ description: 'the place that the person already holds in the body; default none' }),
})
const valueShape = z.strictObject({
  eligible: z.boolean(),
  moves: z.boolean().meta({ description: 'does the person leave another place in the body for this one?' }),
})
type Facts = Of<typeof factsShape>

/** Does the place that somebody holds give way to the new one? A substitute becomes a member, a member takes an office; not the other way. */
const givesWay = (here: ElectedPlace, place: ElectedPlace): boolean => here !== place && (here === 'substitute' ? place !== 'substitute' : inPresidium(place))

/** May a person be elected to the place? KL 4:3–5 (voters; auditors apart), 7:3 (chief executive, heads of department), 6:42 (committees among the board’s own); nobody holds two places in one body. */
export const eligible = (facts: Facts): Ruling<Of<typeof valueShape>> => {
  const { body, place, votes, here = null } = facts
  const moves = here !== null && givesWay(here, place)
  const refusals = [
    ...when(votes === false, () =>
      refusal('eligible.votes', 'KL 4:3', 'Personen har inte rösträtt i kommunen.', 'The person has no right to vote in the municipality.', 'votes'),
    ),
    ...when(body !== 'auditors' && facts.auditor === true, () =>
      refusal('eligible.auditor', 'KL 4:5', 'Den som är vald till revisor är inte valbar.', 'An elected auditor is not eligible.', 'auditor'),
    ),
    ...when(body === 'auditors' && facts.council === true, () =>
      refusal(
        'eligible.council',
        'KL 4:4',
        'Den som sitter i fullmäktige är inte valbar som revisor.',
        'One who sits in the council is not eligible as auditor.',
        'council',
      ),
    ),
    ...when(body === 'auditors' && facts.accountable === true, () =>
      refusal(
        'eligible.accountable',
        'KL 4:4',
        'Den som är redovisningsskyldig, eller närstående till någon som är det, är inte valbar som revisor.',
        'One who is accountable, or close to somebody who is, is not eligible as auditor.',
        'accountable',
      ),
    ),
    ...when(facts.director === true, () =>
      refusal('eligible.director', 'KL 7:3', 'Kommundirektören är inte valbar.', 'The chief executive is not eligible.', 'director'),
    ),
    ...when(facts.heads === true && body !== 'council', () =>
      refusal(
        'eligible.heads',
        'KL 7:3',
        'Den som är chef för en förvaltning under nämnden får inte väljas till nämnden.',
        'One who heads a department of the board may not be elected to the board.',
        'heads',
      ),
    ),
    ...when(body === 'committee' && facts.ofBoard === false, () =>
      refusal(
        'eligible.of_board',
        'KL 6:42',
        'Utskottet väljs bland nämndens ledamöter och ersättare.',
        'The committee is elected among the members and substitutes of the board.',
        'ofBoard',
      ),
    ),
    ...when(body === 'council' && inPresidium(place) && (here === null || here === 'substitute'), () =>
      refusal(
        'eligible.among',
        'KL 5:11',
        'Fullmäktige väljer sitt presidium bland ledamöterna.',
        'The council elects its presidium among its members.',
        'here',
      ),
    ),
    ...when(here !== null && !moves, () =>
      refusal(
        'eligible.here',
        'KL 6:16',
        'Personen har redan en plats i organet. Befria personen från den först.',
        'The person already holds a place in the body. Release the person from it first.',
        'here',
      ),
    ),
  ]
  return ruling({ eligible: refusals.length === 0, moves }, refusals, [
    votes === null
      ? because('KL 4:3', 'Rösträtten är inte prövad här: kontrollera den.', 'The right to vote is not examined here: check it.')
      : because(
          'KL 4:3',
          votes ? 'Personen har rösträtt i kommunen.' : 'Rösträtt saknas.',
          votes ? 'The person may vote in the municipality.' : 'No right to vote.',
        ),
    ...when(moves, () => because('KL 6:16, 6:21', 'Personen lämnar sin nuvarande plats i organet.', 'The person leaves the present place in the body.')),
  ])
}

/** The rule `eligible`: may the person be elected to the place? KL 4:3–5, 5:11, 6:42, 7:3. Facts: body, place, votes, auditor, council, accountable, director, heads, ofBoard, here. Value: eligible, moves. */
export const eligibleRule = rule({
  name: 'eligible',
  law: 'KL 4:3–5, 5:11, 6:42, 7:3',
  words: { sv: 'får personen väljas till platsen?', en: 'may the person be elected to the place?' },
  okMeans: 'the person may be elected, as far as the facts tell',
  facts: factsShape,
  value: valueShape,
  example: { body: 'board', place: 'member', votes: true, here: 'substitute' },
  judge: eligible,
})
