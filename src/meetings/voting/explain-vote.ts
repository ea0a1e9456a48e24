import type { Text } from '../../kernel/text.ts'
import type { ItemRecord, MeetingRecord, Vote, VoteResult } from '../record/record.ts'
import { correctionWords } from '../record/correction-words.ts'
import { namesIn } from './count-vote.ts'
import { findingOf, settles, wonIn } from './settles.ts'

/** One step of why a vote came out as it did, with its section. */
export interface Because {
  readonly law: string
  readonly text: Text
}

const side = (outcome: string): 'yes' | 'no' => (outcome === 'no' ? 'no' : 'yes')

/** What the vote decided, as a sentence: 'Tilläggsyrkandet avslås med 10 ja mot 3 nej.' Null while it is going on. */
export const outcomeOf = (record: MeetingRecord, item: ItemRecord, vote: Vote): Text | null => {
  const { result } = vote
  if (!result) return null
  if (result.outcome === 'tie')
    return { sv: `Lika röstetal, ${result.yes}–${result.no}. Lotten avgör.`, en: `A tie, ${result.yes}–${result.no}. The lot decides.` }
  if (vote.candidates) return { sv: `${result.chosen} är vald.`, en: `${result.chosen} is elected.` }
  const winner = result.outcome === 'minority' ? (vote.yes === 'today' ? vote.no : vote.yes) : vote[side(result.outcome)]
  const question = item.questions.find((q) => q.id === vote.questionId)
  const won = wonIn(record, item, question, winner)
  const figures = { sv: `${result.yes} ja mot ${result.no} nej`, en: `${result.yes} yes against ${result.no} no` }
  const told = settled[settles(item, question)]
  if (result.wouldBe)
    return {
      sv: `${told.was.sv} ${won.sv}. Rättad räkning: ${figures.sv}.`,
      en: `${told.was.en} ${won.en}. Corrected count: ${figures.en}.`,
    }
  return { sv: `${told.is.sv} ${won.sv}, med ${figures.sv}.`, en: `${told.is.en} ${won.en}, by ${figures.en}.` }
}

/** How the outcome is told: what only competes to stand in the next vote is not yet a decision. */
const settled: Readonly<Record<ReturnType<typeof settles>, Readonly<Record<'is' | 'was', Text>>>> = {
  matter: { is: { sv: 'Beslutet blir', en: 'It is' }, was: { sv: 'Beslutet blev', en: 'It became' } },
  counter: {
    is: { sv: 'Motförslag till huvudförslaget blir', en: 'The counter-proposal is' },
    was: { sv: 'Motförslag till huvudförslaget blev', en: 'The counter-proposal became' },
  },
  round: { is: { sv: 'Till nästa omröstning går', en: 'What goes on to the next vote is' }, was: { sv: 'Till nästa omröstning gick', en: 'What went on was' } },
}

/** Between candidates: what each got, as the urn held it. */
const mostVotes = (candidates: readonly string[], { urn = [], invalid = [], abstain, present }: VoteResult): Text => {
  const got = namesIn(candidates, urn)
    .map((name) => `${name} ${urn.filter((ballot) => ballot === name).length}`)
    .join(', ')
  const invalids = invalid.reduce((sum, { count }) => sum + count, 0)
  const silent = present - urn.length - invalids
  return {
    sv: `Den som får flest röster väljs: ${got}, blanka ${abstain}${invalids > 0 ? `, ogiltiga ${invalids}` : ''}.${silent > 0 ? ` ${silent} av de närvarande röstade inte.` : ''}`,
    en: `Whoever gets most votes is elected: ${got}, blank ${abstain}${invalids > 0 ? `, invalid ${invalids}` : ''}.${silent > 0 ? ` ${silent} of those present did not vote.` : ''}`,
  }
}

/** Why the vote came out as it did, step by step, each with its section of law. */
export const explainVote = (record: MeetingRecord, item: ItemRecord, vote: Vote): readonly Because[] => {
  const { result } = vote
  if (!result) return []
  const { yes, no, abstain, absent, present, settledBy } = result
  const question = item.questions.find((q) => q.id === vote.questionId)
  const found = question?.found ? findingOf(record, item, question, question.found) : null
  const steps: Because[] = []
  if (found)
    steps.push({
      law: 'KL 5:53–54',
      text: {
        sv: `Ordföranden fann ${found.sv}. Omröstning begärdes före klubbslaget.`,
        en: `The chair found ${found.en}. A vote was requested before the gavel.`,
      },
    })
  if (settledBy === 'minority')
    steps.push({
      law: 'KL 5:50',
      text: {
        sv: `Minst en tredjedel av de ${present} närvarande räcker första gången: ${Math.ceil(present / 3)}. De som begärde det var ${Math.min(yes, no)}.`,
        en: `At least a third of the ${present} present is enough the first time: ${Math.ceil(present / 3)}. Those who asked were ${Math.min(yes, no)}.`,
      },
    })
  else if (vote.candidates) steps.push({ law: 'KL 5:54', text: mostVotes(vote.candidates, result) })
  else
    steps.push({
      law: 'KL 5:54',
      text: {
        sv: `Enkel majoritet av avgivna röster avgör. Ja ${yes}, nej ${no}, avstår ${abstain}, frånvarande ${absent}. Den som avstår räknas inte.`,
        en: `A simple majority of votes cast decides. Yes ${yes}, no ${no}, abstaining ${abstain}, absent ${absent}. Those who abstain are not counted.`,
      },
    })
  if (result.corrected && result.corrected.length > 0)
    steps.push(
      result.wouldBe ? { law: 'KL 13:8', text: correctionWords.outcomeTold(result.wouldBe) } : { law: 'KL 5:67', text: correctionWords.countCorrected },
    )
  if (settledBy === 'chair')
    steps.push({
      law: 'KL 5:56',
      text: { sv: 'Lika röstetal: ordförandens röst avgjorde.', en: 'A tie: the chair’s vote decided.' },
    })
  if (settledBy === 'lot')
    steps.push({ law: 'KL 5:56', text: { sv: 'Lika röstetal i ett val: lotten avgjorde.', en: 'A tie in an election: the lot decided.' } })
  steps.push(
    vote.secret
      ? {
          law: 'KL 5:55',
          text: {
            sv: 'Omröstningen var sluten. Hur någon röstade finns inte någonstans.',
            en: 'The vote was closed. How anybody voted is not to be found anywhere.',
          },
        }
      : {
          law: 'KL 5:67, 6:35',
          text: {
            sv: 'Omröstningen var öppen. Hur var och en röstade skrivs i protokollet.',
            en: 'The vote was open. How each voted is written in the minutes.',
          },
        },
  )
  if (record.state === 'open')
    steps.push({
      law: 'KL 4:27',
      text: { sv: 'Den som deltog får reservera sig tills sammanträdet avslutas.', en: 'Those who took part may reserve until the meeting ends.' },
    })
  return steps
}
