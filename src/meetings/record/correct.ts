import type { Deps } from '../../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions } from '../act.ts'
import { presentAt } from '../attendance/attendance.ts'
import { clockTime, personName } from '../documents/telling.ts'
import { words as meetingWords } from '../words.ts'
import { type Correcting, correctionFact, hindersCorrecting } from './correcting.ts'
import { type CorrectionTold, type Fact, type FactKind, factShapes } from './fact.ts'
import { correctionWords as words } from './correction-words.ts'
import type { ItemRecord, MeetingRecord } from './record.ts'
import { hindersWouldHaveVoted, settledIn } from '../voting/would-have-voted.ts'
import { wouldHave } from '../voting/would-have-voted-words.ts'
import { reservationHinders } from './reservation-hinders.ts'

export interface Correct extends Correcting {
  readonly factId: string
  /** The fields that stand wrong, as they shall be. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Whom the fact is about, where the wrong person was noted. */
  readonly personId?: string
  /** When it happened, '13:20' where the meeting is held. */
  readonly time?: string
}

/** What of each kind of fact can be corrected by itself. Counts and wordings of decisions have acts of their own, since more follows from them. */
export const correctable: Readonly<Partial<Record<FactKind, readonly ('text' | 'ground' | 'personIds' | 'person' | 'time' | 'alternative')[]>>> = {
  motion: ['text', 'personIds'],
  reservation: ['text', 'personIds'],
  note: ['text', 'personIds'],
  statement: ['text', 'personIds'],
  conflict: ['ground'],
  adjuster: ['person'],
  vote_requested: ['person'],
  would_have_voted: ['person', 'alternative'],
  arrived: ['person', 'time'],
  left: ['person', 'time'],
  paused: ['time'],
  resumed: ['time'],
}

/** Corrects what was noted wrong, also after the meeting: what stood before stays to be read, with who corrected it and why. */
export const correct = (deps: Deps, who: Who, input: Correct, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'correction' },
    async (record, tx) => {
      const wrong = record.journal.find((f) => f.id === input.factId)
      if (!wrong || !correctable[wrong.kind]) return refused({ code: 'correction.unknown', text: words.unknown })
      const item = record.items.find((i) => i.id === wrong.itemId) ?? null
      const at = input.time === undefined ? undefined : atTime(wrong.at, input.time)
      const told = toldOf(record, wrong, input)
      const refusals: Refusal[] = [
        ...(await hindersCorrecting(tx, record, item, input)),
        ...shapeHinders(record, wrong, item, input),
        ...attendanceHinders(record, wrong, input.personId),
        ...(at === null ? [{ code: 'correction.time', field: 'time', text: meetingWords.startsNeeded }] : []),
        ...(told.length === 0 ? [{ code: 'correction.same', text: words.same }] : []),
      ]
      if (refusals.length > 0) return refused(...refusals)
      const change = { data: { ...input.data }, ...(input.personId ? { personId: input.personId } : {}), ...(at ? { at } : {}), told }
      return granted({ facts: [correctionFact(record, item, wrong.id, input, change)] })
    },
    options,
  )

const shapeHinders = (record: MeetingRecord, wrong: Fact, item: ItemRecord | null, { data = {}, personId }: Correct): readonly Refusal[] => {
  const fields = correctable[wrong.kind] ?? []
  const people = Array.isArray(data['personIds']) ? data['personIds'].map(String) : []
  const onRoster = (id: string): boolean => record.roster.some((s) => s.personId === id)
  const allowed = Object.keys(data).every((name) => fields.some((f) => f === name)) && (personId === undefined || fields.includes('person'))
  return [
    ...(!allowed || !factShapes[wrong.kind].safeParse({ ...wrong.data, ...data }).success
      ? [{ code: 'correction.shape', field: 'text', text: words.shape }]
      : []),
    ...(people.every(onRoster) && (personId === undefined || onRoster(personId))
      ? []
      : [{ code: 'correction.person', field: 'person', text: meetingWords.notOnRoster }]),
    ...(wrong.kind === 'would_have_voted' && item ? wouldHinders(record, item, wrong, { alternative: data['alternative'], personId }) : []),
    ...(wrong.kind === 'reservation' && item ? people.flatMap((id) => reservationHinders({ ...record, state: 'open' }, item, id)) : []),
  ]
}

/** What hinders that it is noted of that person, and of that alternative: the same as when it was noted. */
const wouldHinders = (
  record: MeetingRecord,
  item: ItemRecord,
  wrong: Extract<Fact, { kind: 'would_have_voted' }>,
  { alternative, personId }: { readonly alternative: unknown; readonly personId: string | undefined },
): readonly Refusal[] => {
  const settled = settledIn(record, item).find((one) => one.id === wrong.aboutId)
  if (!settled) return []
  const others = { ...item, wouldHaveVoted: item.wouldHaveVoted.filter((w) => w.factId !== wrong.id) }
  const input = { personId: personId ?? wrong.personId ?? '', alternative: String(alternative ?? wrong.data.alternative) }
  return hindersWouldHaveVoted(record, others, settled, input).map((r) => ({ ...r, field: r.field === 'for' ? 'alternative' : 'person' }))
}

/**
 * Why another cannot be meant by a coming or going: who came was there already, who left was not, or the one noted has voted
 * or moved something while there, which must be put right first.
 */
const attendanceHinders = (record: MeetingRecord, wrong: Fact, personId: string | undefined): readonly Refusal[] => {
  const noted = wrong.personId
  if ((wrong.kind !== 'arrived' && wrong.kind !== 'left') || !personId || !noted || personId === noted) return []
  const there = presentAt(record, wrong.no - 1).some((p) => p.personId === personId)
  const name = (id: string): string => personName(record, id)
  const until = record.presence.find((p) => p.personId === noted && p.from.no === wrong.no)?.to?.no ?? Number.POSITIVE_INFINITY
  const meanwhile = (no: number): boolean => no > wrong.no && no < until
  const took =
    wrong.kind === 'arrived' &&
    record.items.some(
      (i) =>
        i.votes.some((v) => meanwhile(v.at.no) && (v.cast.includes(noted) || v.ballots.some((b) => b.personId === noted))) ||
        i.motions.some((m) => meanwhile(m.from.no) && m.personIds.includes(noted)),
    )
  return [
    ...(wrong.kind === 'arrived' && there ? [{ code: 'correction.there', field: 'person', text: words.thereAlready(name(personId)) }] : []),
    ...(wrong.kind === 'left' && !there ? [{ code: 'correction.not_there', field: 'person', text: words.notThere(name(personId)) }] : []),
    ...(took ? [{ code: 'correction.took_part', field: 'person', law: 'KL 5:66', text: words.tookPart(name(noted)), mend: words.tookPartMend }] : []),
  ]
}

/** The instant of the same day at another time of the clock; null where it is no time. */
const atTime = (iso: string, time: string): string | null => {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim()) ?? []
  if (hours === undefined || minutes === undefined) return null
  const [h = 0, m = 0] = clockTime({ at: iso }).split('.').map(Number)
  return new Date(Date.parse(iso) + (Number(hours) * 60 + Number(minutes) - h * 60 - m) * 60_000).toISOString()
}

/** What stood and what stands, in words. */
const toldOf = (record: MeetingRecord, wrong: Fact, { data = {}, personId, time }: Correct): readonly CorrectionTold[] => {
  const before = wrong.data as Readonly<Record<string, unknown>>
  const names = (ids: unknown): string => (Array.isArray(ids) ? ids.map((id) => personName(record, String(id))).join(', ') : '')
  const item = record.items.find((i) => i.id === wrong.itemId)
  const would = item?.wouldHaveVoted.find((w) => w.factId === wrong.id)
  const of = (name: string, value: unknown): string => {
    if (name === 'alternative' && item && would) return wouldHave(record, item, { id: would.aboutId, points: would.points }, String(value)).sv
    return name === 'personIds' ? names(value) : String(value ?? '')
  }
  const fields = Object.keys(data).map((name) => ({ what: words.field(name), before: of(name, before[name]), after: of(name, data[name]) }))
  const who = wrong.personId ? personName(record, wrong.personId) : ''
  return [
    ...fields,
    ...(personId ? [{ what: words.field('person'), before: who, after: personName(record, personId) }] : []),
    ...(time === undefined ? [] : [{ what: words.time(who), before: clockTime(wrong), after: time.trim().replace(':', '.') }]),
  ].filter((t) => t.before !== t.after)
}
