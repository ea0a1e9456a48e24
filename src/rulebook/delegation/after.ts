import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, dayShape, type Of } from '../shapes.ts'

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

const socialFacts = z.strictObject({
  matter: z
    .enum(['lvu_application', 'lvm_application', 'committee_only', 'board_only', 'other'])
    .meta({ description: 'committee_only: another of SoL 30:6–10; board_only: SoL 30:11' }),
  decider: z.enum(['board', 'committee', 'employee']).meta({ description: 'committee: an utskott of members' }),
})
/** Where it stands: care of the young, of addicts, the other matters for a committee, those that go no further than the board. */
const socialLaw = {
  lvu_application: 'SoL 30:7',
  lvm_application: 'SoL 30:9',
  committee_only: 'SoL 30:6–10',
  board_only: 'SoL 30:11',
  other: 'SoL 30:5',
} as const
const socialValue = z.strictObject({ lowest: z.enum(['board', 'committee', 'employee']).meta({ description: 'the lowest that may decide' }) })

/** Who may decide in the social services? Certain decisions go to a committee of members only (SoL 2025:400 30:6–10), such as applying for care under LVU (30:7) or LVM (30:9); some not at all (30:11). */
export const socialDelegation = ({ matter, decider }: Of<typeof socialFacts>): Ruling<Of<typeof socialValue>> => {
  const lowest = matter === 'board_only' ? 'board' : matter === 'other' ? 'employee' : 'committee'
  const rank = { employee: 0, committee: 1, board: 2 }
  const law = socialLaw[matter]
  const named = {
    board: { sv: 'nämnden', en: 'the board' },
    committee: { sv: 'ett utskott av ledamöter', en: 'a committee of members' },
    employee: { sv: 'en anställd', en: 'an employee' },
  }[lowest]
  return ruling(
    { lowest },
    when(rank[decider] < rank[lowest], () =>
      refusal('social.decider', law, `Det får inte delegeras längre än till ${named.sv}.`, `It may be delegated no further than to ${named.en}.`, 'decider'),
    ),
    [because(law, `Lägst ${named.sv} får besluta.`, `The lowest that may decide is ${named.en}.`)],
  )
}

/** The rule `social-delegation`: may they decide in the social services? SoL (2025:400) 30:5–12. Facts: matter, decider. Value: lowest. */
export const socialDelegationRule = rule({
  name: 'social-delegation',
  law: 'SoL (2025:400) 30:5–12',
  words: { sv: 'får den här besluta i socialtjänsten?', en: 'may they decide in the social services?' },
  okMeans: 'the decider may decide',
  facts: socialFacts,
  value: socialValue,
  example: { matter: 'lvu_application', decider: 'committee' },
  judge: socialDelegation,
})

const caseFacts = z.strictObject({
  outcome: z.enum(['granted', 'partly', 'refused']).meta({ description: 'partly: some of it refused' }),
  investigated: z.boolean().meta({ description: 'as far as the case needs' }),
  communicated: z.boolean().meta({ description: 'has the party been told of what was brought in, and could answer?' }),
  communicationObviouslyNeedless: z.boolean().optional().meta({ description: 'FL 25: obviously needless? default true where all is granted, else false' }),
  reasons: z.boolean().meta({ description: 'are clear reasons given?' }),
  appealInformation: z.boolean().meta({ description: 'is the party told how to appeal?' }),
})
const caseValue = z.strictObject({
  needsReasons: z.boolean().meta({ description: 'must reasons be given?' }),
  needsAppealInformation: z.boolean().meta({ description: 'must the party be told how to appeal?' }),
})

/** Is a decision towards an individual rightly made? Investigated (FL 23), communicated (25), with clear reasons (32) and how to appeal (33) where it goes against the party, also in part. SoL 14:10 extends parts of it. */
export const individualCase = ({
  outcome,
  investigated,
  communicated,
  communicationObviouslyNeedless = outcome === 'granted',
  reasons,
  appealInformation,
}: Of<typeof caseFacts>): Ruling<Of<typeof caseValue>> => {
  const against = outcome !== 'granted'
  return ruling(
    { needsReasons: against, needsAppealInformation: against },
    [
      ...when(!investigated, () =>
        refusal(
          'case.investigation',
          'FL 23 §',
          'Ärendet är inte utrett i den omfattning det kräver.',
          'The case is not investigated as far as it needs.',
          'investigated',
        ),
      ),
      ...when(!communicated && !communicationObviouslyNeedless, () =>
        refusal(
          'case.communication',
          'FL 25 §',
          'Parten har inte fått ta del av materialet och yttra sig.',
          'The party has not been shown the material and heard.',
          'communicated',
        ),
      ),
      ...when(against && !reasons, () =>
        refusal(
          'case.reasons',
          'FL 32 §',
          'Beslutet går parten emot, helt eller delvis, och ska motiveras.',
          'The decision goes against the party, wholly or partly, and needs reasons.',
          'reasons',
        ),
      ),
      ...when(against && !appealInformation, () =>
        refusal('case.appeal', 'FL 33 §', 'Parten ska få veta hur man överklagar.', 'The party is told how to appeal.', 'appealInformation'),
      ),
    ],
    [
      against
        ? because('FL 32–33 §§', 'Beslutet går parten emot, helt eller delvis.', 'The decision goes against the party, wholly or partly.')
        : because('FL 32 §', 'Beslutet är gynnande: motivering kan utelämnas.', 'The decision is in favour: reasons may be left out.'),
    ],
  )
}

/** The rule `individual-case`: what is needed of the decision towards an individual? FL 23–34 §§, SoL 14:10. Facts: outcome, investigated, communicated, communicationObviouslyNeedless, reasons, appealInformation. Value: needsReasons, needsAppealInformation. */
export const individualCaseRule = rule({
  name: 'individual-case',
  law: 'FL 23–34 §§, SoL 14:10',
  words: { sv: 'vad krävs av beslutet mot en enskild?', en: 'what is needed of the decision towards an individual?' },
  okMeans: 'the decision is rightly made',
  facts: caseFacts,
  value: caseValue,
  example: { outcome: 'partly', investigated: true, communicated: true, reasons: true, appealInformation: true },
  judge: individualCase,
})

const crisisFacts = z.strictObject({
  extraordinary: z.boolean().meta({ description: 'is it an extraordinary event?' }),
  activatedBy: z.enum(['chair', 'vice_chair', 'other']).nullable().meta({ description: 'vice_chair: when the chair is hindered; null: nobody' }),
  activated: dayShape.nullable().meta({ description: 'the day it was made active; null: never' }),
  ended: dayShape.nullable().meta({ description: 'the day it ceased, by itself, the executive board or the council' }),
  acts: z.array(dayShape).max(10_000).meta({ description: 'the days on which the crisis board decided' }),
  nextCouncil: dayShape.nullable().meta({ description: 'the council’s first meeting after' }),
  reported: dayShape.nullable().meta({ description: 'when the decisions were told to the council' }),
  today: dayShape,
})
const crisisValue = z.strictObject({
  active: z.boolean().meta({ description: 'is it active today? only where the chair, or the vice chair in that place, has made it so' }),
  actsOutside: z.int().meta({ description: 'acts on days it was not active' }),
})

/** Does the crisis board act lawfully? It exists always but is active only when its chair has decided so, because of an extraordinary event (LEH 2:2–3); all its decisions are told at the council's next meeting (2:5–6). */
export const crisisBoard = ({
  extraordinary,
  activatedBy,
  activated,
  ended,
  acts,
  nextCouncil,
  reported,
  today,
}: Of<typeof crisisFacts>): Ruling<Of<typeof crisisValue>> => {
  const lawful = activatedBy === 'chair' || activatedBy === 'vice_chair'
  const within = (on: string): boolean => lawful && activated !== null && on >= activated && (ended === null || on <= ended)
  const outside = acts.flatMap((on, i) => (within(on) ? [] : [{ on, i }]))
  const untold = acts.length > 0 && nextCouncil !== null && (reported ?? today) > nextCouncil
  return ruling(
    { active: within(today), actsOutside: outside.length },
    [
      ...when(activated !== null && !extraordinary, () =>
        refusal('crisis.event', 'LEH 2:3', 'Det är ingen extraordinär händelse.', 'It is no extraordinary event.', 'extraordinary'),
      ),
      ...when(activated !== null && (activatedBy === null || activatedBy === 'other'), () =>
        refusal(
          'crisis.by',
          'LEH 2:3',
          'Ordföranden, eller vid förfall vice ordföranden, beslutar att nämnden träder i funktion.',
          'The chair, or the vice chair when hindered, decides that the board begins to act.',
          'activatedBy',
        ),
      ),
      ...outside.map(({ on, i }) =>
        refusal('crisis.inactive', 'LEH 2:3', `Nämnden var inte i funktion ${on}.`, `The board was not active on ${on}.`, `acts[${i}]`),
      ),
      ...when(untold, () =>
        refusal(
          'crisis.untold',
          'LEH 2:5',
          `Besluten ska anmälas vid fullmäktiges nästa sammanträde, ${nextCouncil}.`,
          `The decisions are told at the council’s next meeting, ${nextCouncil}.`,
          'reported',
        ),
      ),
    ],
    [
      activated === null
        ? because('LEH 2:3', 'Nämnden är inte i funktion.', 'The board is not active.')
        : because(
            'LEH 2:3',
            `I funktion från ${activated}${ended === null ? '' : ` till ${ended}`}.`,
            `Active from ${activated}${ended === null ? '' : ` to ${ended}`}.`,
          ),
    ],
  )
}

/** The rule `crisis-board`: does the crisis board act lawfully? LEH (2006:544) 2:2–6. Facts: extraordinary, activatedBy, activated, ended, acts, nextCouncil, reported, today. Value: active, actsOutside. */
export const crisisBoardRule = rule({
  name: 'crisis-board',
  law: 'LEH (2006:544) 2:2–6',
  words: { sv: 'handlar krisledningsnämnden lagligt?', en: 'does the crisis board act lawfully?' },
  okMeans: 'the board was lawfully made active, acted only while active, and told the council',
  facts: crisisFacts,
  value: crisisValue,
  example: {
    extraordinary: true,
    activatedBy: 'chair',
    activated: '2026-02-03',
    ended: null,
    acts: ['2026-02-03'],
    nextCouncil: '2026-02-23',
    reported: '2026-02-23',
    today: '2026-02-23',
  },
  judge: crisisBoard,
})
