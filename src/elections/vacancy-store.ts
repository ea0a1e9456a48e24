import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import { electedAs } from '../decisions/own/elected-store.ts'
import type { Day } from '../kernel/day.ts'
import { isElected, seatRoles } from '../organisation/post.ts'
import { type Holding, loadHoldings } from '../organisation/post-store.ts'
import { writePerson } from '../organisation/read-persons.ts'
import { type OrgNode, type Tree, treeRoot } from '../organisation/tree.ts'
import { type ElectedPlace, electorOf, inPresidium } from '../rulebook/election/eligible.ts'
import { vacancy } from '../rulebook/election/vacancy.ts'
import { termOf } from '../rulebook/terms.ts'

/** A place in a body that was left, or will be, before its time, and what the rule says shall happen. */
export interface Vacancy {
  readonly left: Holding & { readonly to: Day }
  readonly place: ElectedPlace
  readonly ruled: ReturnType<typeof vacancy>
  /** The body whose decision fills it; null where the county board does. */
  readonly elector: OrgNode | null
}

/** Who a holding is, as elections write it: 'Asta Ek (S)'. */
export const named = ({ personName, party }: Pick<Holding, 'personName' | 'party'>): string => writePerson({ name: personName, party })

/** The vacancies of a body: places whose last holder left, or is released from, before the end of the term, and that nobody has been elected to. By the day they were left. */
export const loadVacancies = async (store: Store | Tx, tree: Tree, body: OrgNode, today: Day): Promise<readonly Vacancy[]> => {
  const held = (await loadHoldings(store, { nodeId: body.id })).filter((h) => isElected(h.post.role))
  const lists = [...new Map(held.flatMap((h) => (h.list ? [[h.list.label, h.list] as const] : []))).values()].toSorted((a, b) => a.rank - b.rank)
  return [...Map.groupBy(held, (h) => h.postId).values()]
    .flatMap((own): Vacancy[] => {
      const last = own.at(-1)
      const until = last && (last.ended?.meantTo ?? termOf(body.kind, last.from)?.to ?? null)
      if (!last || last.to === null || until === null || until === undefined || last.to >= until || until <= today) return []
      // Who entered or was elected instead fills a seat; an office is filled by one who is elected to it.
      const successor = held.find((h) => h.insteadOf === last.id)
      if (successor && (successor.post.role === last.post.role || !inPresidium(last.post.role))) return []
      const on = last.to > today ? last.to : today
      // Who left it took an office of the body, and the seats are as many as before: none is empty.
      if (last.ended?.why === 'moved' && seatRoles.includes(last.post.role) && seatedOn(held, on) >= (body.seats ?? Number.POSITIVE_INFINITY)) return []
      const place = last.post.role as ElectedPlace
      const substitutes = held
        .filter((h) => h.post.role === 'substitute' && h.from <= on && (h.to === null || on < h.to))
        .toSorted((a, b) => (a.post.seat ?? 0) - (b.post.seat ?? 0))
      const ruled = vacancy({
        body: electedAs(body),
        place,
        left: last.to,
        until,
        party: last.party,
        label: successor ? null : (last.list?.label ?? null),
        substitutes: substitutes.map((s) => ({ id: named(s), party: s.party, label: s.list?.label ?? null })),
        lists,
      })
      return [{ left: { ...last, to: last.to }, place, ruled, elector: electorNode(tree, body, place) }]
    })
    .toSorted((a, b) => (a.left.to < b.left.to ? -1 : a.left.to > b.left.to ? 1 : 0))
}

/** How many seats of a body are held on a day. */
const seatedOn = (held: readonly Holding[], on: Day): number =>
  held.filter((h) => seatRoles.includes(h.post.role) && h.from <= on && (h.to === null || on < h.to)).length

/** The body that elects to a place: the board of a committee, else the council of the municipality; null for the council's own members. */
const electorNode = (tree: Tree, body: OrgNode, place: ElectedPlace): OrgNode | null => {
  const elector = electorOf(electedAs(body), place)
  if (elector === 'voters') return null
  if (elector === 'board') return tree.get(body.parentId ?? '') ?? null
  const root = treeRoot(tree, body.id)
  return tree.nodes.find((n) => n.kind === 'council' && treeRoot(tree, n.id) === root) ?? null
}

/** Where the by-election stands on an agenda already, or null. */
export const agendaOf = async (
  store: Store,
  body: OrgNode,
  { left }: Vacancy,
): Promise<{ readonly meetingId: string; readonly itemId: string; readonly day: Day } | null> => {
  const clause = JSON.stringify({ clauses: [{ kind: 'elect', data: { body: body.id, instead: named(left) } }] })
  const row = await store
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select(['meeting.id', 'agenda_item.id as item_id', 'meeting.day'])
    .where('meeting.state', 'in', ['planned', 'summoned', 'open'])
    .where('agenda_item.state', 'in', ['waiting', 'open'])
    .where(sql<boolean>`agenda_item.proposal @> ${clause}::jsonb`)
    .orderBy('meeting.day')
    .limit(1)
    .executeTakeFirst()
  return row ? { meetingId: row.id, itemId: row.item_id, day: row.day as Day } : null
}

/** Meetings to come of a body, that an election can be put on the agenda of. */
export const comingMeetings = async (store: Store, bodyId: string): Promise<readonly { readonly id: string; readonly day: Day; readonly starts: string }[]> => {
  const rows = await store
    .selectFrom('meeting')
    .select(['id', 'day', 'starts'])
    .where('body_id', '=', bodyId)
    .where('state', 'in', ['planned', 'summoned'])
    .orderBy('day')
    .orderBy('starts')
    .limit(24)
    .execute()
  return rows.map((row) => ({ ...row, day: row.day as Day }))
}
