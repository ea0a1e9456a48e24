import { sql } from 'kysely'
import { may } from '../../access/policy.ts'
import { type Deps, transact, type Tx, violates } from '../../database/transact.ts'
import { type Day, isDay, readDay } from '../../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorFor, type Who } from '../../kernel/who.ts'
import { isBody, loadTree, type NodeKind, type Tree, treeRoot } from '../../organisation/tree.ts'
import type { MeetingActOptions } from '../act.ts'
import type { MeetingForm } from '../record/record.ts'
import { words } from '../words.ts'

/** A meeting to plan. The number of seats is the body's when left out. */
export interface MeetingInput {
  readonly id: string
  readonly bodyId: string
  readonly day: Day
  /** '13:00' */
  readonly starts: string
  readonly place: string
  readonly form: MeetingForm
  readonly public: boolean
  /** Why it is closed; demanded of a council that is. */
  readonly closedReason: string | null
  /** The decision that closed it, where there is one. */
  readonly closedBy?: string | null
  /** The same by its number, and until when it holds, as they are typed. */
  readonly closedByNumber?: string
  readonly closedUntil?: string
  readonly seats?: number
  /** The number of its first paragraph; the one after the body's last this year when left out. */
  readonly paragraph?: number
}

/** Plans a meeting, with the body's members and substitutes of that day. Sent twice it is planned once. */
export const planMeeting = async (deps: Deps, who: Who, input: MeetingInput, options: MeetingActOptions = {}): Promise<Verdict<{ readonly id: string }>> => {
  const wrong = problems(input, (await loadTree(deps.store, isDay(input.day) ? input.day : deps.clock.today())).get(input.bodyId)?.kind)
  if (wrong.length > 0) return refused(...wrong)
  try {
    return await transact(deps, { actor: actorFor(who, options), act: 'plan meeting' }, (tx) => write(tx, deps, who, input, options))
  } catch (error) {
    if (violates(error, 'meeting_pkey')) return granted({ id: input.id })
    if (violates(error, 'meeting_body_id_day_starts_key')) return refused({ code: 'meeting.taken', field: 'starts', text: words.meetingTaken })
    throw error
  }
}

/** Councils sit in public, and say why where they do not (KL 5:42). Boards sit behind closed doors unless it is decided otherwise (KL 6:25). */
const closedReasonOf = ({ public: open, closedReason }: MeetingInput, kind: NodeKind | undefined): string | null => {
  if (open) return null
  return closedReason?.trim() || (kind === 'council' ? null : words.closedByLaw.sv)
}

const problems = (input: MeetingInput, kind: NodeKind | undefined): readonly Refusal[] => [
  ...(isDay(input.day) ? [] : [{ code: 'meeting.day', field: 'day', text: words.dayNeeded }]),
  ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(input.starts) ? [] : [{ code: 'meeting.starts', field: 'starts', text: words.startsNeeded }]),
  ...(input.place.trim() === '' ? [{ code: 'meeting.place', field: 'place', text: words.placeNeeded }] : []),
  ...(input.public || closedReasonOf(input, kind) !== null
    ? []
    : [{ code: 'meeting.closed_reason', field: 'closedReason', law: 'KL 5:42', text: words.closedReasonNeeded }]),
]

/** The decision that closes the meeting, and until when it holds. Nothing of an open one: then nothing closes it. */
const closingOf = async (
  tx: Tx,
  tree: Tree,
  { bodyId, public: open, day, closedBy = null, closedByNumber = '', closedUntil = '' }: MeetingInput,
): Promise<Verdict<{ readonly closed_by: string | null; readonly closed_until: Day | null }>> => {
  const [number, typed] = [closedByNumber.trim(), closedUntil.trim()]
  if (open || (number === '' && typed === '')) return granted({ closed_by: open ? null : closedBy, closed_until: null })
  const same = number === '' ? [] : await tx.selectFrom('thing').select(['id', 'node_id']).where('kind', '=', 'decision').where('number', '=', number).execute()
  // Another municipality may have the same number.
  const found = same.find((thing) => treeRoot(tree, thing.node_id) === treeRoot(tree, bodyId))
  const until = typed === '' ? null : readDay(typed)
  const wrong: readonly Refusal[] = [
    ...(found ? [] : [{ code: 'meeting.closed_by', field: 'closedBy', text: number === '' ? words.closedByNeeded : words.closedByUnknown(number) }]),
    ...(typed !== '' && until === null ? [{ code: 'meeting.closed_until', field: 'closedUntil', text: words.dayUnreadable(typed) }] : []),
    ...(until !== null && until < day ? [{ code: 'meeting.closed_until', field: 'closedUntil', text: words.closedNoLonger(until, day) }] : []),
  ]
  return wrong.length > 0 || !found ? refused(...wrong) : granted({ closed_by: found.id, closed_until: until })
}

const write = async (tx: Tx, deps: Deps, who: Who, input: MeetingInput, options: MeetingActOptions): Promise<Verdict<{ readonly id: string }>> => {
  if (await tx.selectFrom('meeting').select('id').where('id', '=', input.id).executeTakeFirst()) return granted({ id: input.id })
  const today = deps.clock.today()
  const tree = await loadTree(tx, input.day)
  const body = tree.get(input.bodyId)
  if (!body || !isBody(body.kind)) return refused({ code: 'meeting.body', field: 'bodyId', text: words.noBody })
  const hinders = options.bySystem ? [] : may(who, 'meeting.prepare', { belongsTo: (await loadTree(tx, today)).chain(body.id), secrecy: null }, today)
  const roster = await rosterOf(tx, body.id, input.day)
  const members = roster.filter((seat) => seat.place === 'member').length
  const closing = await closingOf(tx, tree, input)
  const wrong = [...hinders, ...(members === 0 ? [{ code: 'meeting.seats', text: words.noSeats }] : []), ...(closing.ok ? [] : closing.refusals)]
  if (wrong.length > 0 || !closing.ok) return refused(...wrong)
  await tx
    .insertInto('meeting')
    .values({
      id: input.id,
      body_id: body.id,
      day: input.day,
      starts: input.starts,
      place: input.place.trim(),
      form: input.form,
      public: input.public,
      closed_reason: closedReasonOf(input, body.kind),
      ...closing.value,
      seats: input.seats ?? body.seats ?? Math.max(members, 1),
      paragraph: input.paragraph ?? (await nextParagraph(tx, body.id, input.day)),
      opened_at: null,
      closed_at: null,
      adjusted: null,
      announced: null,
    })
    .execute()
  if (roster.length > 0)
    await tx
      .insertInto('meeting_seat')
      .values(roster.map((seat) => ({ ...seat, meeting_id: input.id, constituency: null })))
      .execute()
  return granted({ id: input.id })
}

const offices: Readonly<Record<string, 'chair' | 'vice_chair' | 'second_vice_chair'>> = {
  chair: 'chair',
  vice_chair: 'vice_chair',
  second_vice_chair: 'second_vice_chair',
}

/** The body's members and substitutes on a day, by its posts: those in office first, the others by seat. */
const rosterOf = async (tx: Tx, bodyId: string, day: Day) => {
  const rows = await tx
    .selectFrom('appointment')
    .innerJoin('post', 'post.id', 'appointment.post_id')
    .innerJoin('person', 'person.id', 'appointment.person_id')
    .select(['person.id as person_id', 'post.id as post_id', 'post.role', 'person.party', 'post.seat'])
    .where('post.node_id', '=', bodyId)
    .where('post.role', 'in', ['chair', 'vice_chair', 'second_vice_chair', 'member', 'substitute'])
    .where(sql<boolean>`appointment.valid @> ${day}::date`)
    .orderBy(sql`array_position(array['chair', 'vice_chair', 'second_vice_chair', 'member', 'substitute'], post.role)`)
    .orderBy(sql`post.seat asc nulls last`)
    .orderBy('post.slug')
    .execute()
  const once = rows.filter((row, i) => rows.findIndex((other) => other.person_id === row.person_id) === i)
  return once.map((row, i) => ({
    person_id: row.person_id,
    post_id: row.post_id,
    place: row.role === 'substitute' ? ('substitute' as const) : ('member' as const),
    office: offices[row.role] ?? null,
    party: row.party,
    ord: i + 1,
  }))
}

/** Paragraphs of a body are numbered through the year. */
const nextParagraph = async (tx: Tx, bodyId: string, day: Day): Promise<number> => {
  const year = day.slice(0, 4)
  const { last } = await tx
    .selectFrom('decision')
    .select(sql<number | null>`max(substring(paragraph from '^[0-9]{1,6}')::int)`.as('last'))
    .where('body_id', '=', bodyId)
    .where('post_id', 'is', null)
    .where(sql<boolean>`day >= ${`${year}-01-01`}::date and day < ${day}::date`)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}
