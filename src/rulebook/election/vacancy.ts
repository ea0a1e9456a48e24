import { z } from 'zod'
import { addDays, day, longDay } from '../../kernel/day.ts'
import { because, refusal, type Reason, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, dayShape, nameShape, type Of } from '../shapes.ts'
import { electedBodies, electedPlaces, electorOf, inPresidium } from './eligible.ts'
import { substituteOrder } from './substitute-order.ts'

const factsShape = z.strictObject({
  body: z.enum(electedBodies),
  place: z.enum(electedPlaces).meta({ description: 'the place that is left' }),
  left: dayShape.meta({ description: 'the first day it is not held' }),
  until: dayShape.meta({ description: 'the first day after the term' }),
  party: nameShape.nullable().optional().meta({ description: 'the party of the one who leaves' }),
  label: nameShape
    .nullable()
    .optional()
    .meta({ description: 'the label of the list that elected the one who leaves, in a proportional election; null or left out: not proportional' }),
  substitutes: z
    .array(z.strictObject({ id: nameShape, party: nameShape.nullable().optional(), label: nameShape.nullable().optional() }))
    .max(1000)
    .optional()
    .meta({ description: 'those who are left, in the order of the body or of their list' }),
  lists: z
    .array(z.strictObject({ label: nameShape, votes: countShape }))
    .max(1000)
    .optional()
    .meta({ description: 'proportional election: the lists with their ballots; of equal ones, first the one that the lot gave' }),
})
const valueShape = z.strictObject({
  remedy: z.enum(['by_election', 'substitute_enters', 'recount', 'none']).meta({
    description:
      'by_election; substitute_enters for the rest of the term (members elected proportionally who left before 1 July 2022); recount by the county board (the council’s own places); none: the term is over',
  }),
  by: z.enum(['council', 'board', 'county_board']).nullable(),
  duty: z.boolean().meta({ description: 'must it be done? (of substitutes in boards the law says nothing but their number)' }),
  keeps: z.string().nullable().meta({ description: 'the list whose representation is to be kept as far as possible' }),
  office: z.boolean().meta({ description: 'must a new one be elected to the office as well?' }),
  meanwhile: z.array(z.string()).meta({ description: 'substitutes in the order in which they serve until then, or enter' }),
  last: z.string().meta({ description: 'the last day of the term, to which the new one is elected' }),
})
type Facts = Of<typeof factsShape>
type Value = Of<typeof valueShape>

/** From here on every member who leaves is replaced by a by-election, also one elected proportionally (lag 2022:638). */
const byElectionsForAll = day('2022-07-01')

const calling = ({ party, label, substitutes = [], lists = [] }: Facts): readonly string[] => {
  if (!label) {
    const own = party ? substitutes.filter((s) => s.party === party) : []
    return [...own, ...substitutes.filter((s) => !own.includes(s))].map(({ id }) => id)
  }
  const rank = lists.length
  const groups = lists.map((list, i) => ({
    label: list.label,
    votes: list.votes * (rank + 1) + rank - i,
    substitutes: substitutes.filter((s) => s.label === list.label).map((s) => s.id),
  }))
  const ruled = substituteOrder({ labels: [label], groups })
  const named = (ruled.value?.order ?? []).map((o) => o.name)
  return [...named, ...substitutes.map((s) => s.id).filter((id) => !named.includes(id))]
}

/**
 * What shall happen when one elected leaves before the term is over? In a board a by-election for the rest of the term, that keeps the
 * representation where the election was proportional (KL 6:20); substitutes serve in their order until then (KL 6:17, lag 2022:629 22 §).
 * Before 1 July 2022 a substitute entered for one elected proportionally. The council’s own places are filled by the county board (vallag 14:21, 14:23).
 */
export const vacancy = (facts: Facts): Ruling<Value> => {
  const { body, place, left, until, label = null } = facts
  const last = addDays(until, -1)
  const meanwhile = place === 'substitute' ? [] : calling(facts)
  const refusals = when(left > until, () =>
    refusal('vacancy.order', 'KL 6:18–20', 'Platsen lämnas efter mandattidens slut.', 'The place is left after the end of the term.', 'left'),
  )
  const council = body === 'council'
  const over = left >= until
  const enters = !council && !over && label !== null && place !== 'substitute' && left < byElectionsForAll && meanwhile.length > 0
  const remedy: Value['remedy'] = over ? 'none' : council ? 'recount' : enters ? 'substitute_enters' : 'by_election'
  const elector = electorOf(body, place)
  const value: Value = {
    remedy,
    by: over ? null : council ? 'county_board' : elector === 'board' ? 'board' : 'council',
    duty: remedy !== 'none' && (council || place !== 'substitute'),
    keeps: remedy === 'by_election' ? label : null,
    office: !over && inPresidium(place),
    meanwhile: over ? [] : [...meanwhile],
    last,
  }
  return ruling(value, refusals, reasonsOf(facts, value))
}

const remedyReasons = ({ place, label }: Facts, { remedy, duty, last }: Value): readonly Reason[] => {
  const [sv, en] = [longDay(day(last), 'sv'), longDay(day(last), 'en')]
  switch (remedy) {
    case 'none':
      return [because('KL 6:18–20', 'Mandattiden är slut: ordinarie val gäller.', 'The term is over: the ordinary election holds.')]
    case 'recount':
      return [
        because(
          place === 'substitute' ? 'Vallag 14:23' : 'Vallag 14:21',
          `Länsstyrelsen utser efter anmälan en ny ${place === 'substitute' ? 'ersättare' : 'ledamot'} genom ny sammanräkning, till och med ${sv}.`,
          `On notice the county board appoints a new ${place === 'substitute' ? 'substitute' : 'member'} by a new count, to ${en}.`,
        ),
      ]
    case 'substitute_enters':
      return [
        because(
          'KL 6:20 (före 2022-07-01)',
          `Ledamoten var proportionellt vald och avgick före 1 juli 2022: ersättaren på tur inträder till och med ${sv}.`,
          `The member was elected proportionally and left before 1 July 2022: the substitute in turn enters, to ${en}.`,
        ),
      ]
    default:
      return [
        duty
          ? because(
              'KL 6:20',
              `Fyllnadsval ska hållas för resten av mandattiden, till och med ${sv}.`,
              `A by-election shall be held for the rest of the term, to ${en}.`,
            )
          : because(
              'KL 6:16',
              `En ny ersättare kan väljas, till och med ${sv}: fullmäktige bestämmer antalet.`,
              `A new substitute may be elected, to ${en}: the council sets their number.`,
            ),
        ...when(typeof label === 'string' && place !== 'substitute', () =>
          because(
            'KL 6:20',
            `Valet var proportionellt: representationen (${label}) ska så långt det är möjligt inte förändras.`,
            `The election was proportional: as far as possible the representation (${label}) shall not change.`,
          ),
        ),
      ]
  }
}

const reasonsOf = (facts: Facts, value: Value): readonly Reason[] => [
  ...remedyReasons(facts, value),
  ...when(value.office, () =>
    because(
      facts.body === 'council' ? 'KL 5:11' : 'KL 6:21',
      'Även uppdraget i presidiet ska fyllas: välj bland ledamöterna.',
      'The office in the presidium is to be filled as well: elect among the members.',
    ),
  ),
  ...when(value.remedy === 'substitute_enters', () =>
    because('Lag 2022:629 22 §', `På tur, i ordning: ${value.meanwhile.join(', ')}.`, `In turn, in order: ${value.meanwhile.join(', ')}.`),
  ),
  ...when(value.meanwhile.length > 0 && value.remedy !== 'substitute_enters', () =>
    because(
      facts.body === 'council' ? 'KL 5:17–21' : facts.label ? 'KL 6:17, lag 2022:629 22 §' : 'KL 6:16–17',
      `Till dess tjänstgör ersättarna i sin ordning: ${value.meanwhile.join(', ')}.`,
      `Until then substitutes serve in their order: ${value.meanwhile.join(', ')}.`,
    ),
  ),
]

/** The rule `vacancy`: what shall happen when one elected leaves? KL 6:20, vallag 14:21–23, lag 2022:629 22 §. Facts: body, place, left, until, party, label, substitutes, lists. Value: remedy, by, duty, keeps, office, meanwhile, last. */
export const vacancyRule = rule({
  name: 'vacancy',
  law: 'KL 6:20, vallag 14:21–23, lag 2022:629 22 §',
  words: { sv: 'vad ska hända när en förtroendevald avgår?', en: 'what shall happen when one elected leaves?' },
  okMeans: 'the facts agree: the value says what shall happen',
  facts: factsShape,
  value: valueShape,
  example: {
    body: 'board',
    place: 'member',
    left: '2027-03-01',
    until: '2031-01-01',
    label: 'Valsamverkan',
    substitutes: [
      { id: 'y1', label: 'Mitten' },
      { id: 'x1', label: 'Valsamverkan' },
    ],
    lists: [
      { label: 'Mitten', votes: 17 },
      { label: 'Valsamverkan', votes: 11 },
    ],
  },
  judge: vacancy,
})
