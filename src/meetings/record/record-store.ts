import { sql } from 'kysely'
import type { Store } from '../../database/connection.ts'
import type { Tx } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import { loadVariants } from '../../organisation/chosen-variants.ts'
import { loadTree, municipalityOf, type NodeKind } from '../../organisation/tree.ts'
import type { Listed, Proposal } from '../agenda/proposal.ts'
import { type Fact, factShapes, isFactKind } from './fact.ts'
import { withoutSecrets } from '../agenda/listed.ts'
import { loadDecisionsMade } from './load-decisions-made.ts'
import { type ItemHead, readRecord, type VoteRows } from './read-record.ts'
import type { MeetingHead, MeetingRecord, Seat } from './record.ts'

/**
 * The meeting's whole record, or undefined: everything that the minutes need, and everything that its pages show. Nothing in it is
 * masked; what somebody may see of it is told by `seenBy`. `lock` holds the meeting until the transaction ends, so that facts come
 * one at a time.
 */
export const loadRecord = async (store: Store | Tx, meetingId: string, { lock = false }: { lock?: boolean } = {}): Promise<MeetingRecord | undefined> => {
  if (lock) await store.selectFrom('meeting').select('id').where('id', '=', meetingId).forUpdate().execute()
  const head = await loadHead(store, meetingId)
  if (!head) return undefined
  const roster = await loadRoster(store, meetingId)
  const items = await loadItems(store, meetingId)
  const facts = await loadFacts(store, meetingId)
  const votes = await loadVotes(store, meetingId)
  const others = [...new Set(facts.flatMap((f) => [f.personId ?? [], f.byId ?? [], namedIn(f)].flat()))].filter(
    (id) => !roster.some((seat) => seat.personId === id),
  )
  const more = others.length === 0 ? [] : await store.selectFrom('person').select(['id', 'given_name', 'family_name']).where('id', 'in', others).execute()
  const names = Object.fromEntries([
    ...roster.map((seat) => [seat.personId, seat.name]),
    ...more.map((person) => [person.id, `${person.given_name} ${person.family_name}`]),
  ]) as Readonly<Record<string, string>>
  return readRecord({ head, roster, items, facts, votes, names })
}

const namedIn = (fact: Fact): readonly string[] => ('personIds' in fact.data ? fact.data.personIds : [])

/** The meeting itself, or undefined. */
export const loadHead = async (store: Store | Tx, meetingId: string): Promise<MeetingHead | undefined> => {
  const row = await store
    .selectFrom('meeting')
    .innerJoin('node', 'node.id', 'meeting.body_id')
    .innerJoin('node_version', (join) => join.onRef('node_version.node_id', '=', 'node.id').on(sql<boolean>`node_version.valid @> meeting.day`))
    .leftJoin('thing as closing', 'closing.id', 'meeting.closed_by')
    .selectAll('meeting')
    .select(['node.slug', 'node.kind', 'node_version.name_sv', 'node_version.name_en', 'node_version.short', 'closing.number as closing_number'])
    .where('meeting.id', '=', meetingId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    body: { id: row.body_id, name: { sv: row.name_sv, en: row.name_en }, short: row.short, kind: row.kind as NodeKind, slug: row.slug },
    day: row.day as Day,
    starts: row.starts,
    place: row.place,
    form: row.form,
    public: row.public,
    closedReason: row.closed_reason,
    closedBy: row.closed_by ? { id: row.closed_by, number: row.closing_number ?? '', until: row.closed_until as Day | null } : null,
    seats: row.seats,
    paragraph: row.paragraph,
    state: row.state,
    openedAt: row.opened_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    adjusted: row.adjusted as Day | null,
    announced: row.announced as Day | null,
    seq: row.seq,
    version: row.version,
    municipality: municipalityOf(await loadTree(store, row.day as Day), row.slug)?.name ?? { sv: row.name_sv, en: row.name_en },
    variants: await loadVariants(store, row.body_id, row.day as Day),
  }
}

/** The seats of the meeting: members in order, then substitutes in theirs. */
export const loadRoster = async (store: Store | Tx, meetingId: string): Promise<readonly Seat[]> => {
  const rows = await store
    .selectFrom('meeting_seat')
    .innerJoin('person', 'person.id', 'meeting_seat.person_id')
    .innerJoin('meeting', 'meeting.id', 'meeting_seat.meeting_id')
    .leftJoin('appointment', (join) =>
      join
        .onRef('appointment.post_id', '=', 'meeting_seat.post_id')
        .onRef('appointment.person_id', '=', 'meeting_seat.person_id')
        .on(sql<boolean>`appointment.valid @> meeting.day`),
    )
    .selectAll('meeting_seat')
    .select(['given_name', 'family_name', 'appointment.list_label', 'appointment.list_rank'])
    .where('meeting_id', '=', meetingId)
    .orderBy('meeting_seat.place')
    .orderBy('meeting_seat.ord')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    name: `${row.given_name} ${row.family_name}`,
    party: row.party,
    place: row.place,
    office: row.office,
    constituency: row.constituency,
    list: row.list_label === null ? null : { label: row.list_label, rank: row.list_rank ?? 1 },
    postId: row.post_id,
    order: row.ord,
  }))
}

const loadItems = async (store: Store | Tx, meetingId: string): Promise<readonly ItemHead[]> => {
  const rows = await store
    .selectFrom('agenda_item')
    .leftJoin('thing', 'thing.id', 'agenda_item.case_id')
    .leftJoin('item_minutes', 'item_minutes.item_id', 'agenda_item.id')
    .leftJoin('thing as made', 'made.id', 'agenda_item.decision_id')
    .selectAll('agenda_item')
    .select(['item_minutes.digest', 'item_minutes.frozen_on', 'item_minutes.adjusted as item_adjusted'])
    .select(['thing.number as case_number', 'thing.title as case_title', 'thing.secrecy as case_secrecy', 'made.secrecy as made_secrecy', postponedByMinority])
    .where('agenda_item.meeting_id', '=', meetingId)
    .execute()
  const decisions = await loadDecisionsMade(
    store,
    rows.flatMap((row) => row.decision_id ?? []),
  )
  const open = await withoutSecrets(
    store,
    rows.map((row) => row.listed as readonly Listed[]),
  )
  return rows.map((row) => ({
    id: row.id,
    order: row.ord,
    paragraph: row.paragraph,
    title: row.title,
    kind: row.kind,
    // Marked later, the case or what was decided hides the item as well.
    secrecy: row.secrecy ?? row.case_secrecy ?? row.made_secrecy,
    announced: row.announced,
    prepared: row.prepared,
    exempt: row.exempt,
    minorityUsed: row.minority_used,
    case: row.case_id ? { id: row.case_id, number: row.case_number ?? '', title: row.case_title ?? '' } : null,
    proposal: row.proposal as Proposal,
    listed: (row.listed as readonly Listed[]).map(open),
    state: row.state,
    version: row.version,
    decision: (row.decision_id && decisions.get(row.decision_id)) || null,
    immediate: row.digest ? { digest: row.digest.toString('hex'), frozenOn: row.frozen_on as Day, adjusted: row.item_adjusted as Day | null } : null,
  }))
}

/** Was the same case tabled or referred by a minority before, at this or an earlier meeting? */
const postponedByMinority = sql<boolean>`exists (
  select from agenda_item earlier join meeting_fact f on f.item_id = earlier.id
  where earlier.case_id = agenda_item.case_id and earlier.id <> agenda_item.id and earlier.state in ('tabled', 'referred')
    and f.kind = 'vote_closed' and f.data ->> 'outcome' = 'minority')`.as('minority_used')

/**
 * The facts of a meeting in their order. `of`: those that tell of one person alone, with every undoing and correction that may concern
 * them, so that they can be read as a journal.
 */
export const loadFacts = async (store: Store | Tx, meetingId: string, of: string | null = null): Promise<readonly Fact[]> => {
  let asked = store.selectFrom('meeting_fact').selectAll().where('meeting_id', '=', meetingId)
  if (of !== null)
    asked = asked.where(
      sql<boolean>`(person_id = ${of} or kind in ('undone', 'correction')
        or id in (select c.about_id from meeting_fact c where c.meeting_id = ${meetingId} and c.kind = 'correction'))`,
    )
  const rows = await asked.orderBy('no').execute()
  return rows.map((row) => {
    if (!isFactKind(row.kind)) throw new Error(`fact ${row.id} of an unknown kind: ${row.kind}`)
    return {
      id: row.id,
      no: row.no,
      at: row.at.toISOString(),
      itemId: row.item_id,
      personId: row.person_id,
      aboutId: row.about_id,
      byId: row.by_id,
      kind: row.kind,
      data: factShapes[row.kind].parse(row.data),
    } as Fact
  })
}

const loadVotes = async (store: Store | Tx, meetingId: string): Promise<readonly VoteRows[]> => {
  const votes = await store.selectFrom('vote').select(['id', 'secret', 'changeable', 'state']).where('meeting_id', '=', meetingId).execute()
  if (votes.length === 0) return []
  const ids = votes.map((v) => v.id)
  const voters = await store.selectFrom('voter').selectAll().where('vote_id', 'in', ids).execute()
  const ballots = await store.selectFrom('ballot').select(['vote_id', 'person_id', 'choice', 'reason']).where('vote_id', 'in', ids).execute()
  const cast = await store.selectFrom('ballot_cast').selectAll().where('vote_id', 'in', ids).execute()
  const of = <R extends { readonly vote_id: string }>(rows: readonly R[], id: string) => rows.filter((row) => row.vote_id === id)
  return votes.map((vote) => {
    const open = of(ballots, vote.id).map((b) => ({ personId: b.person_id, choice: b.choice, reason: b.reason }))
    return {
      ...vote,
      voters: of(voters, vote.id).map((v) => v.person_id),
      ballots: open,
      cast: vote.secret ? of(cast, vote.id).map((b) => b.person_id) : open.map((b) => b.personId),
    }
  })
}
