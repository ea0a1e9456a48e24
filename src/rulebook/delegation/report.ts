import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, type Of } from '../shapes.ts'

const reportFacts = z.strictObject({
  taken: countShape.meta({ description: 'delegated decisions taken' }),
  reported: countShape.meta({ description: 'of these reported to the board, as the board has decided' }),
  mustReport: countShape.meta({ description: 'how many the board wants reported' }),
  unreportedAppealable: countShape.meta({ description: 'not reported, but appealable by review of legality' }),
  recorded: countShape.meta({ description: 'of those, recorded separately' }),
  announced: countShape.meta({ description: 'of those, announced on the notice board' }),
})
const reportValue = z.strictObject({
  toRecord: z.int().meta({ description: 'still to record separately' }),
  toAnnounce: z.int().meta({ description: 'still to announce' }),
  toReport: z.int().meta({ description: 'still to report' }),
})

/** Are delegated decisions accounted for? Reported as the board has decided (KL 6:40, 7:8); those not reported, but appealable, recorded separately and announced on the notice board (8:10). */
export const delegationReport = ({
  taken,
  reported,
  mustReport,
  unreportedAppealable,
  recorded,
  announced,
}: Of<typeof reportFacts>): Ruling<Of<typeof reportValue>> => {
  if (reported + unreportedAppealable > taken || mustReport > taken)
    return contradiction([
      refusal(
        'report.sum',
        'KL 7:8',
        `${reported} anmälda och ${unreportedAppealable} inte anmälda stämmer inte med ${taken} beslut.`,
        `${reported} reported and ${unreportedAppealable} not do not fit ${taken} decisions.`,
        'taken',
      ),
    ])
  const left = {
    toRecord: Math.max(0, unreportedAppealable - recorded),
    toAnnounce: Math.max(0, unreportedAppealable - announced),
    toReport: Math.max(0, mustReport - reported),
  }
  return ruling(
    left,
    [
      ...when(left.toReport > 0, () =>
        refusal('report.missing', 'KL 6:40, 7:8', `${left.toReport} beslut ska anmälas.`, `${left.toReport} decisions are to be reported.`, 'reported'),
      ),
      ...when(left.toRecord > 0, () =>
        refusal(
          'report.unrecorded',
          'KL 7:8',
          `${left.toRecord} beslut ska protokollföras särskilt.`,
          `${left.toRecord} decisions are to be recorded separately.`,
          'recorded',
        ),
      ),
      ...when(left.toAnnounce > 0, () =>
        refusal(
          'report.unannounced',
          'KL 8:10',
          `${left.toAnnounce} beslut ska tillkännages på anslagstavlan.`,
          `${left.toAnnounce} decisions are to be announced on the notice board.`,
          'announced',
        ),
      ),
    ],
    [
      because(
        'KL 6:40, 7:8',
        `${taken} beslut, ${reported} anmälda, ${unreportedAppealable} ej anmälda men överklagbara.`,
        `${taken} decisions, ${reported} reported, ${unreportedAppealable} not reported but appealable.`,
      ),
    ],
  )
}

/** The rule `delegation-report`: are the delegated decisions reported or recorded? KL 6:40, 7:8, 8:10. Facts: taken, reported, mustReport, unreportedAppealable, recorded, announced. Value: toRecord, toAnnounce, toReport. */
export const delegationReportRule = rule({
  name: 'delegation-report',
  law: 'KL 6:40, 7:8, 8:10',
  words: { sv: 'är delegationsbesluten anmälda eller protokollförda?', en: 'are the delegated decisions reported or recorded?' },
  okMeans: 'nothing is left to report, record or announce',
  facts: reportFacts,
  value: reportValue,
  example: { taken: 100, reported: 60, mustReport: 60, unreportedAppealable: 40, recorded: 40, announced: 40 },
  judge: delegationReport,
})
