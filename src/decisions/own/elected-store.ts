import { sql } from 'kysely'
import type { Deps, Tx } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { isId } from '../../kernel/identity.ts'
import { electWords } from '../../organisation/elect-words.ts'
import { isElected } from '../../organisation/post.ts'
import { type Holding, loadHoldings } from '../../organisation/post-store.ts'
import type { NamedPerson } from '../../organisation/read-persons.ts'
import { type OrgNode, type Tree, treeRoot } from '../../organisation/tree.ts'
import { type ElectedPlace, electedBodies, electorOf } from '../../rulebook/election/eligible.ts'
import type { EnactContext } from '../enactment.ts'

/** The body as the rules of elections know bodies: companies and joint authorities follow those of boards. */
export const electedAs = ({ kind }: Pick<OrgNode, 'kind'>): (typeof electedBodies)[number] => electedBodies.find((k) => k === kind) ?? 'board'

/** Why the deciding body is not the one that elects to the place (KL 5:11, 6:16, 6:42), or releases from it (KL 4:6). */
export const electorHinders = (
  { decision, tree }: Pick<EnactContext, 'decision' | 'tree'>,
  body: OrgNode,
  place: ElectedPlace,
  act: 'elect' | 'release',
): readonly Refusal[] => {
  const elector = electorOf(electedAs(body), place)
  if (elector === 'voters' && act === 'elect') return [{ code: 'elect.voters', field: 'body', law: 'KL 4:3, vallag 14:21', text: electWords.noVoters }]
  if (elector === 'board')
    return decision.body.id === body.parentId ? [] : [{ code: 'elect.elector', field: 'body', law: 'KL 6:42', text: electWords.electorBoard }]
  const council = decision.body.kind === 'council' && treeRoot(tree, decision.body.id) === treeRoot(tree, body.id)
  return council ? [] : [{ code: 'elect.elector', field: 'body', law: act === 'elect' ? 'KL 5:1, 6:16' : 'KL 4:6', text: electWords.electorCouncil }]
}

export interface Found {
  readonly id: string
  readonly name: string
  readonly party: string | null
}

/** The person that a line names: by id, or by name with the party or address where several share it. A party that is not noted of the person agrees with any. */
export const findPerson = async (tx: Tx, { line, name, party, email }: NamedPerson, field: string): Promise<Verdict<Found>> => {
  const rows = await tx
    .selectFrom('person')
    .selectAll()
    .where((eb) => (isId(name) ? eb('id', '=', name) : sql<boolean>`lower(given_name || ' ' || family_name) = ${name.toLowerCase()}`))
    .orderBy('id')
    .limit(20)
    .execute()
  const agree = rows.filter((r) => (party === null || r.party === null || r.party === party) && (email === null || r.email?.toLowerCase() === email))
  const [row, other] = agree
  if (!row) return refused(electWords.unknownPerson(line, field))
  if (other) return refused(electWords.manyPersons(line, field))
  return granted({ id: row.id, name: `${row.given_name} ${row.family_name}`, party: row.party ?? party })
}

/** What is known of a person that an election must ask (KL 4:4–5, 6:42, 7:3), from the posts held on the day in the body's municipality. */
export const standingOf = (tree: Tree, body: OrgNode, holdings: readonly Holding[]) => {
  const here = holdings.find((h) => h.post.nodeId === body.id && isElected(h.post.role))
  const root = treeRoot(tree, body.id)
  const own = holdings.filter((h) => treeRoot(tree, h.post.nodeId) === root)
  const elected = (kind: string): boolean => own.some((h) => isElected(h.post.role) && tree.get(h.post.nodeId)?.kind === kind)
  return {
    auditor: own.some((h) => h.post.role === 'auditor') || elected('auditors'),
    council: elected('council'),
    director: own.some((h) => h.post.role === 'chief_executive'),
    heads: own.some((h) => h.post.role === 'department_head' && tree.chain(h.post.nodeId).includes(body.id)),
    ofBoard: own.some((h) => isElected(h.post.role) && h.post.nodeId === body.parentId),
    here: here && { place: here.post.role as ElectedPlace, holding: here },
  }
}

/** The person's elected place in the body on the day, or undefined. */
export const placeIn = async (tx: Tx, personId: string, bodyId: string, on: Day): Promise<Holding | undefined> =>
  (await loadHoldings(tx, { personId })).find((h) => h.post.nodeId === bodyId && isElected(h.post.role) && h.from <= on && (h.to === null || on < h.to))

/** Makes an appointment a thing that the thread can lead to, once, and links the acting clause to it. */
export const linkAppointment = async (
  tx: Tx,
  { ids }: Deps,
  { decision, clause }: EnactContext,
  appointment: { readonly id: string; readonly title: string; readonly nodeId: string; readonly day: Day },
): Promise<void> => {
  const { id, title, nodeId, day } = appointment
  await tx
    .insertInto('thing')
    .values({ id, kind: 'appointment', register: null, number: null, title: title.slice(0, 300), node_id: nodeId, day, secrecy: decision.secrecy })
    .onConflict((oc) => oc.column('id').doNothing())
    .execute()
  await tx
    .insertInto('link')
    .values({ id: ids.next(), from_id: clause.id, to_id: id, kind: 'decides' })
    .onConflict((oc) => oc.doNothing())
    .execute()
}
