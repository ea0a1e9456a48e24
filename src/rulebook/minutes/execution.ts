import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'

const executionFacts = z.strictObject({
  legalForce: z.boolean().meta({ description: 'has the decision gained legal force?' }),
  specialReasons: z.boolean().meta({ description: 'do special reasons speak against carrying it out before that?' }),
  reversible: z.boolean().meta({ description: 'can what is done be put right afterwards?' }),
  weighed: z.boolean().optional().meta({ description: 'not reversible: has that been weighed before it is carried out? default false' }),
  executed: z.boolean().optional().meta({ description: 'annulled: had it been carried out? default true' }),
  annulled: z.boolean().optional().meta({ description: 'has it since been annulled by a ruling with legal force? default false' }),
  corrected: z.boolean().optional().meta({ description: 'annulled: has the body put right what was done, as far as possible? default false' }),
})
const executionValue = z.strictObject({
  mayExecute: z.boolean().meta({ description: 'may it be carried out now?' }),
  mustCorrect: z.boolean().meta({ description: 'must the body yet put right what was done?' }),
})

/**
 * May a decision be carried out? Also before legal force, unless special reasons speak against it; that it can be put right is weighed above all
 * (KL 13:14). Where a decision that was carried out is annulled, its body puts that right as far as possible, without undue delay (13:15).
 */
export const execution = ({
  legalForce,
  specialReasons,
  reversible,
  weighed = false,
  executed = true,
  annulled = false,
  corrected = false,
}: Of<typeof executionFacts>): Ruling<Of<typeof executionValue>> => {
  const tooEarly = !legalForce && specialReasons
  const unweighed = !legalForce && !reversible && !weighed
  const mustCorrect = annulled && executed && !corrected
  return ruling(
    { mayExecute: !annulled && !tooEarly && !unweighed, mustCorrect },
    [
      ...when(!annulled && tooEarly, () =>
        refusal(
          'execution.reasons',
          'KL 13:14',
          'Särskilda skäl talar mot att verkställa före laga kraft.',
          'Special reasons speak against carrying it out before legal force.',
          'specialReasons',
        ),
      ),
      ...when(!annulled && unweighed, () =>
        refusal(
          'execution.unweighed',
          'KL 13:14',
          'Om verkställigheten kan rättas ska vägas särskilt före laga kraft.',
          'Whether it can be put right is weighed above all before legal force.',
          'weighed',
        ),
      ),
      ...when(mustCorrect, () =>
        refusal(
          'execution.uncorrected',
          'KL 13:15',
          'Beslutet är upphävt: verkställigheten ska rättas så långt det går.',
          'The decision is annulled: what was done is put right as far as possible.',
          'corrected',
        ),
      ),
    ],
    [
      annulled
        ? because('KL 13:15', 'Beslutet är upphävt.', 'The decision is annulled.')
        : because(
            'KL 13:14',
            `Laga kraft: ${legalForce ? 'ja' : 'nej'}. Kan rättas: ${reversible ? 'ja' : 'nej'}.`,
            `Legal force: ${legalForce ? 'yes' : 'no'}. Can be put right: ${reversible ? 'yes' : 'no'}.`,
          ),
    ],
  )
}

/** `execution`: may the decision be carried out (`mayExecute`), must what was done be put right (`mustCorrect`)? KL 13:14–15. */
export const executionRule = rule({
  name: 'execution',
  law: 'KL 13:14–15',
  words: { sv: 'får beslutet verkställas, och ska det rättas?', en: 'may the decision be carried out, and must it be put right?' },
  okMeans: 'it may be carried out, or what was done has been put right',
  facts: executionFacts,
  value: executionValue,
  example: { legalForce: false, specialReasons: false, reversible: true },
  judge: execution,
})
