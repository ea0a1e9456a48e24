import type { Deps } from '../database/transact.ts'
import { refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { type Fields, first } from '../web/view.ts'
import type { MeetingActOptions } from './act.ts'
import { addAtMeeting } from './agenda/add-at-meeting.ts'
import { admitUrgent } from './agenda/admit-urgent.ts'
import { closeItem } from './agenda/close-item.ts'
import { closeMeeting } from './agenda/close-meeting.ts'
import { pause } from './agenda/pause.ts'
import { takeUpItem } from './agenda/open-item.ts'
import { openMeeting } from './agenda/open-meeting.ts'
import { decideConflict } from './attendance/decide-conflict.ts'
import { declareConflict } from './attendance/declare-conflict.ts'
import { nameAdjuster } from './attendance/name-adjuster.ts'
import { letServe } from './attendance/let-serve.ts'
import { noteArrival } from './attendance/note-arrival.ts'
import { noteLeaving } from './attendance/note-leaving.ts'
import { notePicture } from './attendance/note-picture.ts'
import { preside } from './attendance/preside.ts'
import { seatSubstitutes } from './attendance/seat-substitutes.ts'
import { changeMotion } from './debate/change-motion.ts'
import { closeDebate } from './debate/close-debate.ts'
import { makeMotion } from './debate/make-motion.ts'
import { readClauses } from './debate/read-clauses.ts'
import { addRemark } from './record/add-remark.ts'
import { electionActs } from './election/election-acts.ts'
import { fieldOf } from './field-of.ts'
import { choices, motionKinds, orderWays, rulingGrounds, voteWays } from './record/fact.ts'
import { correct } from './record/correct.ts'
import { correctBallot } from './record/correct-ballot.ts'
import { correctWording } from './record/correct-wording.ts'
import { itemKinds } from './record/record.ts'
import { motivateReservation } from './record/motivate-reservation.ts'
import { loadRecord } from './record/record-store.ts'
import { undo } from './record/undo.ts'
import { approveOrder } from './voting/approve-order.ts'
import { closeVote } from './voting/close-vote.ts'
import { countSlips } from './voting/count-slips.ts'
import { drawLot } from './voting/draw-lot.ts'
import { noteBallots } from './voting/note-ballots.ts'
import { noteFinding } from './voting/note-finding.ts'
import { openVote } from './voting/open-vote.ts'
import { openVoteOf } from './voting/procedure.ts'
import { putOneByOne } from './voting/put-one-by-one.ts'
import { putQuestion } from './voting/put-question.ts'
import { requestVote } from './voting/request-vote.ts'
import { readSlipCount, slipNames } from './voting/slips.ts'
import { tellWhyAbstained } from './voting/tell-why-abstained.ts'
import { voidVote } from './voting/void-vote.ts'
import { noteWouldHaveVoted } from './voting/would-have-voted.ts'
import { words } from './words.ts'

/** A form of the desk as it was sent. */
export interface Sent {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** The value of the button that was pressed. */
  readonly pressed: string
  /** What the form is about, where several of the same act stand on the page. */
  readonly about: string
  /** A field of the act, by its name without the act's and what it is about. */
  one(name: string): string
  all(name: string): readonly string[]
  names(): readonly string[]
}

/** What a form does; `options.seen` is the step that it was drawn for. */
export type Doing = (deps: Deps, who: Who, sent: Sent, options: MeetingActOptions) => Promise<Verdict<unknown>>

const comings: Doing = (deps, who, sent) => {
  const personId = sent.one('personId')
  const at = { id: sent.id, meetingId: sent.meetingId, personId }
  const what = sent.one('what')
  switch (what) {
    case 'room':
      return noteArrival(deps, who, { ...at, mode: 'room' })
    case 'remote':
      return noteArrival(deps, who, { ...at, mode: 'remote' })
    case 'left':
      return noteLeaving(deps, who, { ...at, reason: 'other', why: sent.one('why') })
    case 'conflict':
      return noteLeaving(deps, who, { ...at, reason: 'conflict', why: sent.one('why') })
    case 'lost':
    case 'back':
      return notePicture(deps, who, { ...at, is: what })
    case 'presides':
      return preside(deps, who, at)
    case 'adjuster':
      return nameAdjuster(deps, who, { ...at, place: 'regular' })
    default:
      return Promise.resolve(refused({ code: 'form.what', field: 'what', text: words.choiceNeeded }))
  }
}

const ballots: Doing = async (deps, who, sent, options) => {
  const given = sent.names().flatMap((personId) => {
    const choice = choices.find((c) => c === sent.one(personId))
    return choice ? [{ personId, choice }] : []
  })
  const noted = await noteBallots(deps, who, { ...sent, ballots: given }, options)
  return noted.ok && sent.pressed === 'close' ? closeVote(deps, who, sent, options) : noted
}

/** The vote of whoever presides settles a tie: it is noted, and the vote closed (KL 4:25, 5:56). */
const casting: Doing = async (deps, who, sent, options) => {
  const choice = (['yes', 'no'] as const).find((c) => c === sent.pressed)
  if (!choice) return refused({ code: 'vote.choice', text: words.choiceNeeded })
  const noted = await noteBallots(deps, who, { ...sent, ballots: [{ personId: sent.one('personId'), choice }] }, options)
  return noted.ok ? closeVote(deps, who, sent, options) : noted
}

const wayOf = (sent: Sent) => voteWays.find((way) => way === sent.one('way')) ?? 'device'

const slips: Doing = async (deps, who, sent, options) => {
  const record = await loadRecord(deps.store, sent.meetingId)
  const item = record?.items.find((i) => i.id === sent.itemId)
  const vote = item && openVoteOf(item)
  if (!vote) return refused({ code: 'vote.over', text: words.voteOver })
  const count = readSlipCount(slipNames(vote), sent.one)
  return count.ok ? countSlips(deps, who, { ...sent, ...count.value }, options) : count
}

/** What every form of a correction tells beside what it corrects. */
const correcting = (sent: Sent) => ({
  id: sent.id,
  meetingId: sent.meetingId,
  why: sent.one('why'),
  obvious: sent.one('obvious') !== '',
  stands: sent.one('stands') !== '',
})

/** What each form of the desk does. */
const acts: Readonly<Record<string, Doing>> = {
  open: (deps, who, sent) =>
    openMeeting(deps, who, {
      ...sent,
      presidesId: sent.one('presidesId'),
      present: sent.all('present').map((personId) => ({ personId, mode: sent.all('remote').includes(personId) ? ('remote' as const) : ('room' as const) })),
    }),
  take_up: takeUpItem,
  admit: (deps, who, sent) => admitUrgent(deps, who, { ...sent, admitted: sent.pressed === 'yes', why: sent.one('why') }),
  new_item: (deps, who, sent) =>
    addAtMeeting(deps, who, {
      ...sent,
      title: sent.one('title'),
      kind: itemKinds.find((k) => k === sent.one('kind')) ?? 'urgent',
      caseNumber: sent.one('case'),
      from: sent.one('from'),
      clauses: sent.one('clauses'),
      prepared: sent.one('prepared') !== '',
    }),
  close_debate: closeDebate,
  one_by_one: (deps, who, sent) => putOneByOne(deps, who, { ...sent, points: sent.all('points').map(Number).filter(Number.isInteger) }),
  order: (deps, who, sent, options) => approveOrder(deps, who, { ...sent, alternatives: sent.one('alternatives').split(' ') }, options),
  other_order: (deps, who, sent, options) => {
    const placed = sent.names().flatMap((name) => (name === 'way' ? [] : [{ alternative: name, place: Number(sent.one(name)) || 0 }]))
    const way = orderWays.find((w) => w === sent.one('way')) ?? 'elimination'
    return approveOrder(deps, who, { ...sent, alternatives: placed.toSorted((a, b) => a.place - b.place).map((p) => p.alternative), way }, options)
  },
  ask: (deps, who, sent, options) => putQuestion(deps, who, { ...sent, found: sent.pressed }, options),
  find: (deps, who, sent, options) => noteFinding(deps, who, { ...sent, found: sent.pressed }, options),
  request_vote: (deps, who, sent, options) => requestVote(deps, who, { ...sent, personId: null }, options),
  open_vote: (deps, who, sent, options) => openVote(deps, who, { ...sent, way: wayOf(sent) }, options),
  open_election: (deps, who, sent) => openVote(deps, who, { ...sent, way: wayOf(sent), candidates: sent.one('candidates').split(/\r?\n/) }),
  ballots,
  casting,
  close_vote: closeVote,
  slips,
  void_vote: (deps, who, sent, options) => voidVote(deps, who, { ...sent, why: sent.one('why') }, options),
  ...electionActs,
  lot: (deps, who, sent, options) => drawLot(deps, who, { ...sent, drawn: sent.pressed }, options),
  carry: (deps, who, sent, options) => closeItem(deps, who, { ...sent, carry: true }, options),
  close: closeItem,
  motion: (deps, who, sent) => {
    const kind = motionKinds.find((k) => k === sent.one('kind'))
    if (!kind) return Promise.resolve(refused({ code: 'motion.kind', field: 'kind', text: words.choiceNeeded }))
    return makeMotion(deps, who, {
      ...sent,
      kind,
      personIds: sent.all('personIds'),
      text: sent.one('text'),
      clauses: readClauses(sent.one('clauses')),
      otherwiseApprove: sent.one('otherwiseApprove') !== '',
    })
  },
  join: (deps, who, sent) => changeMotion(deps, who, { ...sent, motionId: sent.about, do: 'join', personIds: sent.all('personIds').filter(Boolean) }),
  withdraw: (deps, who, sent) => changeMotion(deps, who, { ...sent, motionId: sent.about, do: 'withdraw' }),
  refuse: (deps, who, sent) => {
    const ground = rulingGrounds.find((g) => g === sent.one('ground')) ?? null
    return changeMotion(deps, who, { ...sent, motionId: sent.about, do: 'refuse', ground, why: sent.one('why') })
  },
  overrule: (deps, who, sent) => changeMotion(deps, who, { ...sent, motionId: sent.about, do: 'overrule', why: sent.one('why') }),
  conflict: (deps, who, sent) => declareConflict(deps, who, { ...sent, personId: sent.one('personId'), ground: sent.one('ground'), by: 'self' }),
  no_conflict: (deps, who, sent) => decideConflict(deps, who, { ...sent, conflictId: sent.about, outcome: 'none', why: '' }),
  substitutes: seatSubstitutes,
  serve: (deps, who, sent) => letServe(deps, who, { ...sent, itemId: null, personId: sent.one('personId'), forId: sent.one('forId') || null }),
  pause: (deps, who, sent) => pause(deps, who, { ...sent, is: sent.pressed === 'resumed' ? 'resumed' : 'paused', why: sent.one('why') }),
  motivate: (deps, who, sent) => motivateReservation(deps, who, { ...sent, reservationId: sent.about, text: sent.one('text') }),
  correct: (deps, who, sent) => {
    const sentOf = (name: string) => (sent.names().includes(fieldOf('', name, sent.about).slice(1)) ? sent.one(name) : undefined)
    const [text, ground, person, time, alternative] = ['text', 'ground', 'person', 'time', 'alternative'].map(sentOf)
    // A box for each who said it: none ticked is nobody, where the form asks for text beside.
    const said = text === undefined ? {} : { text: text.trim(), personIds: sent.all('personIds') }
    return correct(deps, who, {
      ...correcting(sent),
      factId: sent.about,
      data: { ...said, ...(ground === undefined ? {} : { ground }), ...(alternative === undefined ? {} : { alternative }) },
      ...(person ? { personId: person } : {}),
      ...(time === undefined ? {} : { time }),
    })
  },
  correct_clause: (deps, who, sent) => correctWording(deps, who, { ...correcting(sent), clauseId: sent.about, text: sent.one('text') }),
  correct_ballot: (deps, who, sent) => {
    const choice = ([...choices, 'absent'] as const).find((c) => c === sent.one('choice'))
    if (!choice) return Promise.resolve(refused({ code: 'vote.choice', field: 'choice', text: words.choiceNeeded }))
    return correctBallot(deps, who, { ...correcting(sent), voteId: sent.about, personId: sent.one('person'), choice })
  },
  comings,
  remark: (deps, who, sent) => {
    const kind = (['reservation', 'note', 'statement'] as const).find((k) => k === sent.one('kind'))
    if (!kind) return Promise.resolve(refused({ code: 'remark.kind', field: 'kind', text: words.remarkKind }))
    return addRemark(deps, who, {
      ...sent,
      kind,
      personIds: sent.all('personIds'),
      ...(sent.one('motionId') ? { motionId: sent.one('motionId') } : {}),
      points: sent.all('points').map(Number).filter(Number.isInteger),
      text: sent.one('text'),
      dated: sent.one('dated'),
    })
  },
  would: (deps, who, sent) => {
    const [aboutId = '', alternative = ''] = sent.one('for').split(' ')
    return noteWouldHaveVoted(deps, who, { ...sent, personId: sent.one('personId'), aboutId, alternative })
  },
  why_abstained: (deps, who, sent) => tellWhyAbstained(deps, who, { ...sent, voteId: sent.about, personId: sent.one('personId'), reason: sent.one('reason') }),
  undo: (deps, who, sent) => undo(deps, who, { ...sent, factId: sent.one('fact') }),
  close_meeting: closeMeeting,
}

/** Does what a form of the desk asks for. Refusals name the form's own fields. */
export const doAtDesk = async (deps: Deps, who: Who, meetingId: string, fields: Fields): Promise<Verdict<unknown>> => {
  const act = first(fields, 'act')
  const doing = Object.hasOwn(acts, act) ? acts[act] : undefined
  if (!doing) return refused({ code: 'form.act', text: words.notNext })
  const about = first(fields, 'about')
  const named = (name: string): string => fieldOf(act, name, about)
  const sent: Sent = {
    id: first(fields, 'actId'),
    meetingId,
    itemId: first(fields, 'item'),
    pressed: first(fields, 'pressed'),
    about,
    one: (name) => first(fields, named(name)),
    all: (name) => fields[named(name)] ?? [],
    names: () => Object.keys(fields).flatMap((name) => (name.startsWith(`${act}.`) ? [name.slice(act.length + 1)] : [])),
  }
  const done = await doing(deps, who, sent, { seen: first(fields, 'seen') })
  return done.ok ? done : refused(...done.refusals.map((r) => (r.field ? { ...r, field: named(r.field) } : r)))
}
