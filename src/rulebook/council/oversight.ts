import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, nameShape, type Of } from '../shapes.ts'

const factsShape = z.strictObject({
  entities: z
    .array(z.strictObject({ name: nameShape, reviewed: z.boolean() }))
    .max(1000)
    .meta({ description: 'boards, joint boards, companies, associations and agreements the executive board watches over' }),
  companies: z
    .array(z.strictObject({ name: nameShape, yearlyDecision: z.boolean() }))
    .max(1000)
    .meta({ description: 'did the executive board decide this year that the activity has kept within purpose and powers?' }),
  collaborationsReported: z.boolean().meta({ description: 'has the council been told this year of collaboration by agreement?' }),
  contractorsReported: z.boolean().optional().meta({
    description: 'from 2026-07-01, KL 10:10: has the council been told this year how the boards control and follow up private contractors? default true',
  }),
  assignmentsReported: z.boolean().meta({ description: 'have the boards told the council of what it has assigned and set?' }),
})
const valueShape = z.strictObject({
  toReview: z.int().meta({ description: 'entities not yet reviewed' }),
  companiesLeft: z.int().meta({ description: 'companies without the yearly decision' }),
})

/** Does the executive board keep its watch? Over boards, joint boards, companies, associations and agreements (KL 6:1, 6:11–13); a yearly decision for each company (6:9); yearly told of collaboration (9:38) and, from July 2026, of the control of private contractors (10:10); boards tell of their assignments (6:5). */
export const oversight = ({
  entities,
  companies,
  collaborationsReported,
  contractorsReported = true,
  assignmentsReported,
}: Of<typeof factsShape>): Ruling<Of<typeof valueShape>> => {
  const unseen = entities.flatMap(({ name, reviewed }, i) => (reviewed ? [] : [{ name, i }]))
  const undecided = companies.flatMap(({ name, yearlyDecision }, i) => (yearlyDecision ? [] : [{ name, i }]))
  return ruling(
    { toReview: unseen.length, companiesLeft: undecided.length },
    [
      ...unseen.map(({ name, i }) => refusal('oversight.unseen', 'KL 6:1', `${name} har inte granskats.`, `${name} has not been reviewed.`, `entities[${i}]`)),
      ...undecided.map(({ name, i }) =>
        refusal('oversight.company', 'KL 6:9', `Årligt beslut saknas om ${name}.`, `The yearly decision on ${name} is missing.`, `companies[${i}]`),
      ),
      ...when(!collaborationsReported, () =>
        refusal(
          'oversight.collaboration',
          'KL 9:38',
          'Avtalssamverkan ska redovisas för fullmäktige varje år.',
          'Collaboration by agreement is told to the council every year.',
          'collaborationsReported',
        ),
      ),
      ...when(!contractorsReported, () =>
        refusal(
          'oversight.contractors',
          'KL 10:10',
          'Nämndernas kontroll av privata utförare ska redovisas för fullmäktige varje år.',
          'The boards’ control of private contractors is told to the council every year.',
          'contractorsReported',
        ),
      ),
      ...when(!assignmentsReported, () =>
        refusal(
          'oversight.assignments',
          'KL 6:5',
          'Nämnderna ska redovisa sina uppdrag för fullmäktige.',
          'The boards tell the council of their assignments.',
          'assignmentsReported',
        ),
      ),
    ],
    [
      because(
        'KL 6:1, 6:11–13',
        `${entities.length} under uppsikt, ${companies.length} bolag.`,
        `${entities.length} under watch, ${companies.length} companies.`,
      ),
    ],
  )
}

/** The rule `oversight`: is the executive board’s watch kept this year? KL 6:1, 6:5, 6:9, 6:11–13, 9:38. Facts: entities, companies, collaborationsReported, assignmentsReported. Value: toReview, companiesLeft. */
export const oversightRule = rule({
  name: 'oversight',
  law: 'KL 6:1, 6:5, 6:9, 6:11–13, 9:38, 10:10',
  words: { sv: 'är styrelsens uppsikt fullgjord i år?', en: 'is the executive board’s watch kept this year?' },
  okMeans: 'nothing is left to review, decide or tell',
  facts: factsShape,
  value: valueShape,
  example: {
    entities: [{ name: 'Board A', reviewed: true }],
    companies: [{ name: 'Company A', yearlyDecision: true }],
    collaborationsReported: true,
    assignmentsReported: true,
  },
  judge: oversight,
})

const controlFacts = z.strictObject({
  planned: countShape.meta({ description: 'controls planned' }),
  done: countShape.meta({ description: 'of these, carried out' }),
})
const controlValue = z.strictObject({ left: z.int().meta({ description: 'not carried out' }) })

/** Is there evidence of internal control? Each board sees to it that it is sufficient, to prevent errors and irregularities (KL 6:6, wording of 1 July 2025): what was planned is carried out. */
export const internalControl = ({ planned, done }: Of<typeof controlFacts>): Ruling<Of<typeof controlValue>> => {
  if (done > planned)
    return contradiction([
      refusal(
        'control.sum',
        'KL 6:6',
        `${done} gjorda kontroller är fler än ${planned} planerade.`,
        `${done} controls done are more than ${planned} planned.`,
        'done',
      ),
    ])
  const left = planned - done
  return ruling(
    { left },
    [
      ...when(planned === 0, () =>
        refusal(
          'control.no_plan',
          'KL 6:6',
          'Ingen kontroll är planerad: det finns inget som visar att den är tillräcklig.',
          'No control is planned: nothing shows that it is sufficient.',
          'planned',
        ),
      ),
      ...when(left > 0, () =>
        refusal('control.left', 'KL 6:6', `${left} av ${planned} kontroller är inte gjorda.`, `${left} of ${planned} controls are not done.`, 'done'),
      ),
    ],
    [because('KL 6:6', `${planned} planerade, ${done} gjorda.`, `${planned} planned, ${done} done.`)],
  )
}

/** The rule `internal-control`: is the internal control carried out? KL 6:6. Facts: planned, done. Value: left. */
export const internalControlRule = rule({
  name: 'internal-control',
  law: 'KL 6:6',
  words: { sv: 'är den interna kontrollen genomförd?', en: 'is the internal control carried out?' },
  okMeans: 'something was planned, and all of it is done',
  facts: controlFacts,
  value: controlValue,
  example: { planned: 10, done: 10 },
  judge: internalControl,
})
