import { sql } from 'kysely'
import { type Deps, transact, type Tx } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import { may } from '../rulebook/policy.ts'
import { archivePackage } from './archive-package.ts'
import { keepWords as words } from './keep-words.ts'

const lockedCase = (tx: Tx, id: string) =>
  tx
    .selectFrom('thing')
    .innerJoin('case_file', 'case_file.id', 'thing.id')
    .selectAll('thing')
    .select('case_file.state')
    .where('thing.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Makes a closed case ready for the archive authority (arkivlagen 9 §): notes what the package holds. Nothing is destroyed by it. */
export const deliver = (deps: Deps, who: Who, caseId: string): Promise<Verdict<{ readonly id: string }>> =>
  transact(deps, { actor: actorOf(who), act: 'deliver to archive' }, async (tx) => {
    const today = deps.clock.today()
    const found = await lockedCase(tx, caseId)
    if (!found) return refused({ code: 'keep.unknown', text: words.unknown })
    const subject = subjectOf({ nodeId: found.node_id, secrecy: found.secrecy }, await loadTree(tx, today))
    const wrong: Refusal[] = [...may(who, 'see', subject, today), ...may(who, 'archive.deliver', subject, today)]
    if (found.state !== 'closed') wrong.push({ code: 'keep.open', text: words.notClosed, law: 'arkivlagen 9 §' })
    const [content, packed] = [await digestOfCase(tx, caseId), await archivePackage(tx, caseId)]
    const latest = await latestDelivery(tx, caseId)
    if (latest?.content === content) wrong.push({ code: 'keep.delivered', text: words.deliveredAlready })
    if (wrong.length > 0 || !packed) return refused(...wrong)
    const id = deps.ids.next()
    await tx.insertInto('archive_delivery').values({ id, case_id: caseId, day: today, person_id: who.personId, manifest: packed.digest, content }).execute()
    return granted({ id })
  })

/** The body that is the municipality's archive authority: the executive board, when no other is (arkivlagen 8 §). */
export const archiveAuthority = (tree: Tree, nodeId: string): string | undefined => {
  let node = tree.get(nodeId)
  while (node && node.kind !== 'municipality' && node.parentId !== null) node = tree.get(node.parentId)
  const under = new Set(node ? tree.below(node.id) : [])
  return tree.nodes.find((n) => n.kind === 'executive_board' && under.has(n.id))?.id
}

export interface Acknowledge {
  readonly caseId: string
  /** As the archive calls its receipt. */
  readonly reference: string
  /** The digest that the archive counted of the manifest it received. */
  readonly digest: string
}

/** The archive authority acknowledges the latest delivery: only when it has received the very same. */
export const acknowledge = (deps: Deps, who: Who, { caseId, reference, digest }: Acknowledge): Promise<Verdict<null>> =>
  transact(deps, { actor: actorOf(who), act: 'acknowledge delivery' }, async (tx) => {
    const today = deps.clock.today()
    const found = await lockedCase(tx, caseId)
    const delivery = found && (await latestDelivery(tx, caseId))
    if (!found || !delivery) return refused({ code: 'keep.undelivered', text: words.notDelivered })
    const tree = await loadTree(tx, today)
    const authority = archiveAuthority(tree, found.node_id)
    const wrong: Refusal[] = [...may(who, 'archive.receive', { belongsTo: authority ? tree.chain(authority) : [], secrecy: null }, today)]
    if (delivery.acknowledged) wrong.push({ code: 'keep.acknowledged', text: words.acknowledgedAlready })
    if (reference.trim() === '' || reference.length > 200) wrong.push({ code: 'keep.reference', field: 'reference', text: words.referenceNeeded })
    if (digest.trim().toLowerCase() !== delivery.manifest) wrong.push({ code: 'keep.digest', field: 'digest', text: words.otherDigest })
    if (wrong.length > 0) return refused(...wrong)
    await tx.insertInto('archive_receipt').values({ delivery_id: delivery.id, day: today, reference: reference.trim(), person_id: who.personId }).execute()
    return granted(null)
  })

const digestOfCase = async (tx: Tx, caseId: string): Promise<string> =>
  (await sql<{ digest: string }>`select case_digest(${caseId}::uuid) as digest`.execute(tx)).rows[0]?.digest ?? ''

/** The latest delivery of a case with its receipt. */
export const latestDelivery = (store: Tx | Deps['store'], caseId: string) =>
  store
    .selectFrom('archive_delivery')
    .leftJoin('archive_receipt', 'archive_receipt.delivery_id', 'archive_delivery.id')
    .select(['archive_delivery.id', 'archive_delivery.day', 'manifest', 'content', 'reference', 'archive_receipt.day as acknowledged'])
    .where('case_id', '=', caseId)
    .orderBy('archive_delivery.day', 'desc')
    .orderBy('archive_delivery.id', 'desc')
    .limit(1)
    .executeTakeFirst()
