import { electionWords } from '../election/words.ts'
import { listed, type Text } from '../../kernel/text.ts'
import type { Alternative, ItemRecord, MeetingRecord, Motion, Vote } from '../record/record.ts'
import type { Step } from './procedure.ts'

/** Who moves a motion: the parties where they are told, else the people. */
export const movers = (
  record: Pick<MeetingRecord, 'names' | 'roster'>,
  motion: { readonly personIds: readonly string[]; readonly parties: readonly string[] },
  and: string,
): string => {
  const people = motion.personIds.map((id) => {
    const party = record.roster.find((s) => s.personId === id)?.party
    return party ? `${record.names[id]} (${party})` : (record.names[id] ?? '')
  })
  return listed(people.length > 0 ? people : motion.parties, and)
}

/** Those of a motion's movers who stand behind it when it is put: without those in conflict of interest, where others uphold it. */
const behind = ({ personIds, parties, conflicted }: Motion): Parameters<typeof movers>[1] => {
  const upheld = personIds.filter((id) => !conflicted.includes(id))
  return { personIds: upheld.length + parties.length > 0 ? upheld : personIds, parties }
}

/** The motion's kind, as the minutes call it. */
export const motionName: Record<Motion['kind'], Text> = {
  approve: { sv: 'Bifall', en: 'Approval' },
  reject: { sv: 'Avslag', en: 'Rejection' },
  amend: { sv: 'Ändringsyrkande', en: 'Amendment' },
  add: { sv: 'Tilläggsyrkande', en: 'Addition' },
  refer: { sv: 'Återremiss', en: 'Referral back' },
  table: { sv: 'Bordläggning', en: 'Tabling' },
  other: { sv: 'Särskilt yrkande', en: 'Separate motion' },
}

/** 'punkt 2', 'punkterna 1 och 3'. */
export const pointsNamed = (points: readonly number[]): Text => {
  const [numbers, one] = [points.map(String), points.length === 1]
  return { sv: `${one ? 'punkt' : 'punkterna'} ${listed(numbers, 'och')}`, en: `${one ? 'clause' : 'clauses'} ${listed(numbers, 'and')}` }
}

/** Which clauses a vote is about, where they are put one by one. */
export const pointsOf = (item: Pick<ItemRecord, 'questions'>, vote: Pick<Vote, 'questionId'>): readonly number[] | null =>
  item.questions.find((q) => q.id === vote.questionId)?.points ?? null

/**
 * What an alternative is called in the chair's mouth: 'förvaltningens förslag', 'ändringsyrkandet från V och MP'; of some clauses alone
 * 'ändringsyrkandet från V i punkt 2'.
 */
export const meaningOf = (record: MeetingRecord, item: ItemRecord, alternative: Alternative, points: readonly number[] | null = null): Text => {
  const whole = wholeMeaning(record, item, alternative)
  if (points === null) return whole
  const named = pointsNamed(points)
  return alternative === 'reject'
    ? { sv: `avslag på ${named.sv}`, en: `rejecting ${named.en}` }
    : { sv: `${whole.sv} i ${named.sv}`, en: `${whole.en} in ${named.en}` }
}

const wholeMeaning = (record: MeetingRecord, item: ItemRecord, alternative: Alternative): Text => {
  if (alternative === 'today') return { sv: 'att ärendet avgörs i dag', en: 'that the item is decided today' }
  if (alternative === 'reject') return { sv: 'avslag', en: 'rejection' }
  if (alternative === 'proposal') {
    const { from } = item.proposal
    return from ? { sv: `förslaget från ${from}`, en: `the proposal of ${from}` } : { sv: 'förslaget', en: 'the proposal' }
  }
  const motion = item.motions.find((m) => m.id === alternative)
  if (!motion) return { sv: '–', en: '–' }
  const name = motionName[motion.kind]
  const sv = {
    amend: 'ändringsyrkandet',
    add: 'tilläggsyrkandet',
    other: 'yrkandet',
    refer: 'återremiss enligt yrkandet',
    table: 'bordläggning enligt yrkandet',
  }
  const definite = sv[motion.kind as keyof typeof sv] ?? name.sv.toLowerCase()
  return { sv: `${definite} från ${movers(record, behind(motion), 'och')}`, en: `the ${name.en.toLowerCase()} of ${movers(record, behind(motion), 'and')}` }
}

/** What yes and no mean in a vote: in Swedish as it was put, in English as it is called now. */
export const meaningsOf = (record: MeetingRecord, item: ItemRecord, vote: Vote): { readonly yes: Text; readonly no: Text } => {
  const points = pointsOf(item, vote)
  return {
    yes: { sv: vote.yesWords, en: meaningOf(record, item, vote.yes, points).en },
    no: { sv: vote.noWords, en: meaningOf(record, item, vote.no, points).en },
  }
}

const each = (record: MeetingRecord, item: ItemRecord, alternatives: readonly Alternative[], points: readonly number[] | null = null) =>
  alternatives.map((a) => meaningOf(record, item, a, points))

/** How rejection is asked for: of an addition after it, else of the proposal or of its clauses. */
const rejecting = ({ stage, points }: Extract<Step, { do: 'ask' }>): Text => {
  if (stage === 'addition') return { sv: 'Avslår vi det?', en: 'Do we reject it?' }
  const of = points === null ? { sv: '', en: '' } : { sv: ` i ${pointsNamed(points).sv}`, en: ` in ${pointsNamed(points).en}` }
  return { sv: `Avslår vi förslaget${of.sv}?`, en: `Do we reject the proposal${of.en}?` }
}

/** The chair's next sentence, proposed by the rules: to be read aloud. The chair may say it otherwise. */
export const sentenceOf = (record: MeetingRecord, item: ItemRecord, step: Step): Text => {
  switch (step.do) {
    case 'close_debate':
      return { sv: 'Är överläggningen avslutad? – Jag finner att den är det.', en: 'Is the debate closed? – I find that it is.' }
    case 'order': {
      const names = each(record, item, step.alternatives, step.points)
      return {
        sv: `Jag ställer proposition på ${listed(
          names.map((n) => n.sv),
          'och',
        )}, vart för sig. Godkänns den ordningen?`,
        en: `I put ${listed(
          names.map((n) => n.en),
          'and',
        )}, each by itself. Is that order approved?`,
      }
    }
    case 'ask': {
      if (step.stage === 'postpone') {
        const [m] = each(record, item, step.alternatives)
        return {
          sv: `Ska ärendet avgöras i dag, eller ska vi besluta om ${m?.sv}?`,
          en: `Is the item to be decided today, or do we decide on ${m?.en}?`,
        }
      }
      const names = each(record, item, step.alternatives, step.points)
      const counter = step.stage === 'counter'
      const asks = names.map(
        (name, i): Text =>
          counter
            ? { sv: `Är det ${name.sv}?`, en: `Is it ${name.en}?` }
            : step.alternatives[i] === 'reject'
              ? rejecting(step)
              : { sv: `Bifaller vi ${name.sv}?`, en: `Do we approve ${name.en}?` },
      )
      return {
        sv: `${counter ? 'Vilket förslag ska stå mot huvudförslaget? ' : ''}${asks.map((a) => a.sv).join(' ')}`,
        en: `${counter ? 'Which proposal is to stand against the main one? ' : ''}${asks.map((a) => a.en).join(' ')}`,
      }
    }
    case 'find':
      return { sv: 'Jag finner att … Klubban faller om ingen begär omröstning.', en: 'I find that … The gavel falls unless somebody asks for a vote.' }
    case 'open_vote': {
      const [yes, no] = [step.yes, step.no].map((a) => meaningOf(record, item, a, step.question.points)) as [Text, Text]
      const counter = step.question.stage === 'counter'
      return {
        sv: `Omröstning${counter ? ' om motförslaget' : ''} är begärd. Ja för ${yes.sv}. Nej för ${no.sv}. Godkänns voteringspropositionen?`,
        en: `A vote${counter ? ' on the counter-proposal' : ''} is requested. Yes is for ${yes.en}. No is for ${no.en}. Is the proposition approved?`,
      }
    }
    case 'close_vote':
      return { sv: 'Har alla röstat? – Då är omröstningen avslutad.', en: 'Has everybody voted? – Then the vote is closed.' }
    case 'lot':
      return { sv: 'Det är lika röstetal. Lotten avgör.', en: 'It is a tie. The lot decides.' }
    case 'count':
      return electionWords.say.lists
    case 'election_lot':
      return electionWords.say.lot
    case 'postpone':
      return step.motion.kind === 'table'
        ? { sv: 'Ärendet bordläggs till nästa sammanträde.', en: 'The item is tabled to the next meeting.' }
        : { sv: 'Ärendet återremitteras enligt motiveringen.', en: 'The item is referred back with the motivation.' }
    case 'decide': {
      if (step.winner === 'today' && item.kind === 'election') return { sv: 'Vilka föreslås? Väljs de?', en: 'Who are proposed? Are they elected?' }
      if (step.winner === 'today') return { sv: 'Ärendet är avgjort.', en: 'The item is settled.' }
      if (step.winner === 'elected') return { sv: 'Valet är avgjort.', en: 'The election is settled.' }
      const added = step.additions.map((id) => meaningOf(record, item, id))
      const won = meaningOf(record, item, step.winner)
      if (step.winner === 'points')
        return {
          sv: `Vi har beslutat punkt för punkt, så som jag har funnit${added.map((a) => `, med ${a.sv}`).join('')}.`,
          en: `We have decided clause by clause, as I have found${added.map((a) => `, with ${a.en}`).join('')}.`,
        }
      return {
        sv: `Vi har beslutat enligt ${won.sv}${added.map((a) => `, med ${a.sv}`).join('')}.`,
        en: `We have decided by ${won.en}${added.map((a) => `, with ${a.en}`).join('')}.`,
      }
    }
  }
}
