import { loadWho } from '../access/who.ts'
import { transact } from '../database/transact.ts'
import type { Deps } from '../database/transact.ts'
import { type Day, day } from '../kernel/day.ts'
import { addItem } from '../meetings/agenda/add-item.ts'
import type { Listed } from '../meetings/agenda/proposal.ts'
import { openMeeting } from '../meetings/agenda/open-meeting.ts'
import { closeMeeting } from '../meetings/agenda/close-meeting.ts'
import { planMeeting } from '../meetings/agenda/plan-meeting.ts'
import { summon } from '../meetings/agenda/summon.ts'
import { sendAgenda } from '../meetings/before/send-agenda.ts'
import { nameAdjuster } from '../meetings/attendance/name-adjuster.ts'
import { seatSubstitutes } from '../meetings/attendance/seat-substitutes.ts'
import { loadRoster } from '../meetings/record/record-store.ts'
import { inventedName } from './invented-name.ts'
import { proposedData } from './clause-data.ts'
import { type Happening, loader, must, order } from './event.ts'
import { readAll, readData } from './files.ts'
import { idOf } from './ids.ts'
import { minutesHappenings } from './load-minutes.ts'
import { type ClauseText, type ItemRow, runItem } from './run-item.ts'

interface MeetingData {
  readonly key: string
  readonly body: string
  readonly day: string
  readonly starts: string
  readonly ends?: string
  readonly place: string
  readonly form: 'physical' | 'digital' | 'hybrid'
  readonly public: boolean
  readonly closedReason?: string
  readonly closedBy?: string
  readonly paragraph?: number
  readonly presides: string
  /** Keys of people, or everybody who sits. */
  readonly present: readonly string[] | 'all'
  readonly mode?: 'remote'
  readonly remote?: readonly string[]
  readonly substitutes?: boolean
  /** Members of whom nothing but the party is known, by party: their names are invented, see `inventedName`. */
  readonly invented?: Readonly<Record<string, number>>
  readonly until: 'summoned' | 'open' | 'closed'
  /** The days that its summons and the supplements to it were sent, and why. */
  readonly sent?: readonly { readonly day: string; readonly why: string }[]
  readonly items: readonly ItemRow[]
}

interface DecisionData {
  readonly key: string
  readonly case: string
  readonly paragraph: string
  readonly title: string
  readonly urgentBecause?: string
  readonly adjusted?: string
  readonly announced?: string
  readonly clauses: readonly ClauseText[]
}

const bySystem = { bySystem: true } as const

/** The meetings where the demonstration's decisions were made, one that is in session on its day, and one to come. */
export const gatheringHappenings = (today: Day): readonly Happening[] => {
  const decisions = new Map(
    readAll<{ readonly decisions: readonly DecisionData[] }>('decisions')
      .flatMap((f) => f.decisions)
      .map((d) => [d.key, d]),
  )
  return readData<{ readonly meetings: readonly MeetingData[] }>('meetings.json').meetings.flatMap((row) => [
    {
      day: row.until === 'summoned' ? day(row.sent?.[0]?.day ?? today) : day(row.day),
      order: order.decision + 0.5,
      key: row.key,
      run: (deps) => hold(deps, row, decisions),
    },
    ...(row.sent ?? []).map((sent) => ({
      day: day(sent.day),
      order: order.decision + 0.6,
      key: row.key,
      run: (deps: Deps) => send(deps, row.key, sent.why),
    })),
    ...minutesOf(row, decisions, today),
  ])
}

/** The board's secretary sends the agenda with what goes with it that day. */
const send = async (deps: Deps, key: string, why: string): Promise<void> => {
  const secretary = await loadWho(deps.store, undefined, idOf('person', 'ellen-sandqvist'), deps.clock.today())
  must(key, await sendAgenda(deps, secretary, { meetingId: idOf('meeting', key), why }))
}

/** What came after a meeting, on the days that its decisions tell. */
const minutesOf = (row: MeetingData, decisions: ReadonlyMap<string, DecisionData>, today: Day): readonly Happening[] => {
  const { adjusted, announced } =
    row.items.flatMap((item) => (item.decision ? (decisions.get(item.decision) ?? []) : [])).find((d) => d.adjusted && d.announced) ?? {}
  if (row.until !== 'closed' || !adjusted || !announced) return []
  return minutesHappenings({ key: row.key, meetingId: idOf('meeting', row.key), adjusted, announced }, today)
}

/** The instants of a meeting: from its start, a minute for each act, in Swedish summer or winter time as the month has it. */
const clockFrom = (row: MeetingData): (() => Date) => {
  const zone = Number(row.day.slice(5, 7)) >= 4 && Number(row.day.slice(5, 7)) <= 10 ? '+02:00' : '+01:00'
  let at = new Date(`${row.day}T${row.starts}:00${zone}`).getTime()
  return () => new Date((at += 60_000))
}

/** A listed matter of the files: the decision that it is of tells its identity, and why it could not wait. */
const listedOf = ({ decision, ...told }: NonNullable<ItemRow['listed']>[number], decisions: ReadonlyMap<string, DecisionData>): Listed => {
  const because = decision ? decisions.get(decision)?.urgentBecause : undefined
  return { ...told, ...(decision ? { decisionId: idOf('thing', decision) } : {}), ...(because ? { because } : {}) }
}

const hold = async (deps: Deps, row: MeetingData, decisions: ReadonlyMap<string, DecisionData>): Promise<void> => {
  const meetingId = idOf('meeting', row.key)
  const tick = clockFrom(row)
  const at = () => ({ ...bySystem, at: tick() })
  const act = (name: string) => ({ id: idOf('fact', `${row.key}/${name}`), meetingId })
  must(
    row.key,
    await planMeeting(
      deps,
      loader,
      {
        id: meetingId,
        bodyId: idOf('node', row.body),
        day: day(row.day),
        starts: row.starts,
        place: row.place,
        form: row.form,
        public: row.public,
        closedReason: row.closedReason ?? null,
        closedBy: row.closedBy ? idOf('thing', row.closedBy) : null,
        ...(row.paragraph ? { paragraph: row.paragraph } : {}),
      },
      bySystem,
    ),
  )
  if (row.invented) await seatInvented(deps, meetingId, row.key, row.invented)
  for (const [i, item] of row.items.entries()) {
    const made = item.decision ? decisions.get(item.decision) : undefined
    const proposal = made
      ? { from: item.from ?? '', text: '', clauses: made.clauses.filter((c, n) => n === 0 || c.kind !== 'reject'), receivers: [] }
      : { from: '', text: '', clauses: [], receivers: [], ...item.proposal }
    const caseKey = made?.case ?? item.case
    must(
      `${row.key} ${i}`,
      await addItem(
        deps,
        loader,
        {
          id: idOf('item', `${row.key}/${item.key ?? i}`),
          meetingId,
          caseId: caseKey ? idOf('thing', caseKey) : null,
          title: made?.title ?? item.title ?? '',
          kind: item.kind ?? 'decision',
          announced: true,
          ...(item.exempt ? { prepared: false, exempt: item.exempt } : {}),
          proposal: {
            ...proposal,
            clauses: proposal.clauses.map((c, n) => ({
              no: n + 1,
              kind: made ? 'note' : c.kind,
              text: c.text.replace(/^att /, ''),
              ...(made ? { data: {} } : proposedData({ ...c })),
            })),
          },
          listed: (item.listed ?? []).map((told) => listedOf(told, decisions)),
        },
        bySystem,
      ),
    )
  }
  if (!row.sent) must(row.key, await summon(deps, loader, { meetingId }, bySystem))
  if (row.until === 'summoned') return
  const roster = await loadRoster(deps.store, meetingId)
  const present = row.present === 'all' ? roster.map((s) => s.personId) : row.present.map((key) => idOf('person', key))
  const remote = (row.remote ?? []).map((key) => idOf('person', key))
  must(
    row.key,
    await openMeeting(
      deps,
      loader,
      {
        ...act('open'),
        presidesId: idOf('person', row.presides),
        present: present.map((personId) => ({ personId, mode: row.mode ?? (remote.includes(personId) ? 'remote' : 'room') })),
      },
      at(),
    ),
  )
  if (row.substitutes) must(row.key, await seatSubstitutes(deps, loader, act('substitutes'), at()))
  for (const [i, item] of row.items.entries()) {
    if (!item.steps) continue
    await runItem(deps, { meetingId, itemId: idOf('item', `${row.key}/${item.key ?? i}`), key: `${row.key}/${item.key ?? i}`, item, at })
  }
  if (row.until === 'closed') {
    const adjusters = roster.filter((s) => s.place === 'member' && present.includes(s.personId) && s.personId !== idOf('person', row.presides)).slice(0, 2)
    for (const [i, seat] of adjusters.entries())
      must(row.key, await nameAdjuster(deps, loader, { ...act(`adjuster ${i}`), personId: seat.personId, place: 'regular' }, at()))
  }
  if (row.until === 'closed') must(row.key, await closeMeeting(deps, loader, act('close'), at()))
}

/** Seats members of whom the documents tell nothing but the party, beside those who have a post in the body. */
const seatInvented = async (deps: Deps, meetingId: string, key: string, invented: Readonly<Record<string, number>>): Promise<void> => {
  const seated = await loadRoster(deps.store, meetingId)
  await transact(deps, { actor: 'system:demonstration', act: 'seat the meeting' }, async (tx) => {
    const people = Object.entries(invented)
      .flatMap(([party, n]) => {
        const known = seated.filter((s) => s.party === party).length
        return Array.from({ length: n - known }, (_, i) => ({ id: idOf('person', `${key}/${party}/${i}`), party }))
      })
      .map((person, n) => ({ ...person, ...inventedName(n), email: null }))
    await tx.insertInto('person').values(people).execute()
    await tx
      .insertInto('meeting_seat')
      .values(
        people.map((p, i) => ({
          meeting_id: meetingId,
          person_id: p.id,
          post_id: null,
          place: 'member' as const,
          office: null,
          party: p.party,
          constituency: null,
          ord: seated.length + i + 1,
        })),
      )
      .execute()
  })
}
