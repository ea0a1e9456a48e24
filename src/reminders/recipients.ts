import type { Deps, Tx } from '../database/transact.ts'
import { loadAnswering } from '../access/answering.ts'
import { loadWho } from '../access/who.ts'
import type { NoticeKind } from '../database/tables/jobs.ts'
import type { Told } from '../jobs/happening.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { may } from '../rulebook/policy.ts'
import { sql } from 'kysely'
import type { Notice } from './notice-store.ts'

interface About {
  readonly kind: NoticeKind
  readonly thingId: string
  readonly subjectId: string
  readonly personIds: readonly string[]
}

/** Whom what happened concerns, and as what: nobody when it is undone already. Those who did it are left out, and those who may not see it. */
export const noticesOf = async (tx: Tx, deps: Deps, happened: Told): Promise<readonly Notice[]> => {
  const tree = await loadTree(tx, deps.clock.today())
  const about = await concerned(tx, tree, happened)
  const notices: Notice[] = []
  for (const { kind, thingId, subjectId, personIds } of about) {
    for (const personId of await seeing(tx, tree, thingId, personIds)) {
      if (personId !== happened.by) notices.push({ personId, kind, occasion: `${kind}:${subjectId}`, thingId, subjectId })
    }
  }
  return notices
}

const concerned = async (tx: Tx, tree: Tree, happened: Told): Promise<readonly About[]> => {
  switch (happened.what) {
    case 'dispatched':
      return dispatched(tx, tree, happened.dispatchId)
    case 'given': {
      const owners = await ownersOf(tx, tree, happened.entryId)
      return [{ kind: 'given', thingId: happened.entryId, subjectId: happened.eventId, personIds: owners }]
    }
    case 'done': {
      const rows = await tx.selectFrom('follow').select('person_id').where('thing_id', '=', happened.entryId).execute()
      return [{ kind: 'followed', thingId: happened.entryId, subjectId: happened.eventId, personIds: rows.map((r) => r.person_id) }]
    }
    case 'asked': {
      const row = await tx.selectFrom('deadline').select(['thing_id', 'node_id', 'post_id']).where('id', '=', happened.deadlineId).executeTakeFirst()
      if (!row) return []
      const answering = await loadAnswering(tx, tree, row.post_id ? [row.post_id] : [])
      return [
        {
          kind: 'asked',
          thingId: row.thing_id,
          subjectId: happened.deadlineId,
          personIds: persons(answering.of({ nodeId: row.node_id, postId: row.post_id })),
        },
      ]
    }
    case 'summoned': {
      const seats = await tx.selectFrom('meeting_seat').select('person_id').where('meeting_id', '=', happened.meetingId).orderBy('ord').execute()
      const personIds = seats.map((seat) => seat.person_id)
      return [{ kind: 'summons', thingId: happened.meetingId, subjectId: happened.versionId, personIds }]
    }
    case 'reported':
    case 'sent_back':
      return aboutReport(tx, tree, happened.what, happened.reportId)
  }
}

const persons = (holders: readonly { readonly personId: string }[]): readonly string[] => [...new Set(holders.map((h) => h.personId))]

/** A decision comes to the office of the body it is sent to. */
const dispatched = async (tx: Tx, tree: Tree, dispatchId: string): Promise<readonly About[]> => {
  const row = await tx.selectFrom('dispatch').select(['decision_id', 'receiver_id']).where('id', '=', dispatchId).executeTakeFirst()
  if (!row) return []
  const answering = await loadAnswering(tx, tree)
  const body = tree.chain(row.receiver_id).at(-1) ?? row.receiver_id
  return [{ kind: 'dispatch', thingId: row.decision_id, subjectId: dispatchId, personIds: persons(answering.for(body)) }]
}

/** The post that is named, else those who answer for who carries it out. */
const ownersOf = async (tx: Tx, tree: Tree, entryId: string): Promise<readonly string[]> => {
  const entry = await loadEntry(tx, entryId)
  if (!entry) return []
  const postId = definitionOf(entry.register)?.post?.(entry.data) ?? null
  const answering = await loadAnswering(tx, tree, postId ? [postId] : [])
  return persons(answering.of({ nodeId: entry.ownerId ?? entry.nodeId, postId }))
}

/** A report lands with those who follow the matter; one that is sent back, with its author and those who carry the matter out. */
const aboutReport = async (tx: Tx, tree: Tree, what: 'reported' | 'sent_back', reportId: string): Promise<readonly About[]> => {
  const report = await tx
    .selectFrom('report')
    .innerJoin('thing', 'thing.id', 'report.id')
    .select(['subject_id', 'person_id', 'thing.node_id'])
    .where('report.id', '=', reportId)
    .executeTakeFirst()
  if (!report) return []
  if (what === 'reported') {
    const body = tree.chain(report.node_id).at(-1) ?? report.node_id
    return [{ kind: 'report', thingId: reportId, subjectId: reportId, personIds: persons((await loadAnswering(tx, tree)).for(body)) }]
  }
  const owners = await ownersOf(tx, tree, report.subject_id)
  const personIds = [...new Set([...(report.person_id ? [report.person_id] : []), ...owners])]
  return [{ kind: 'sent_back', thingId: reportId, subjectId: reportId, personIds }]
}

/** Those of the persons who may see the thing today: everybody an open one, few a secret one. */
export const seeing = async (tx: Tx, tree: Tree, thingId: string, personIds: readonly string[]): Promise<readonly string[]> => {
  const thing = await tx.selectFrom('thing').select(['node_id', 'secrecy']).where('id', '=', thingId).executeTakeFirst()
  if (!thing) return []
  if (thing.secrecy === null) return personIds
  // Whoever carries a secret matter out is told of it too: by its number, as everybody.
  const owner = await tx.selectFrom('entry').select('owner_id').where(sql<boolean>`id = ${thingId}`).executeTakeFirst()
  const carriedOutBy = owner?.owner_id ? { carriedOutBy: tree.chain(owner.owner_id) } : {}
  const subject = { belongsTo: tree.chain(thing.node_id), ...carriedOutBy, secrecy: thing.secrecy }
  const found: string[] = []
  for (const personId of personIds) {
    const who = await loadWho(tx, tree, personId, tree.at)
    if (may(who, 'see', subject, tree.at).length === 0) found.push(personId)
  }
  return found
}
