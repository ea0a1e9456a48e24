import { sql } from 'kysely'
import type { AgendaLine } from '../../database/tables/agenda.ts'
import type { Store } from '../../database/connection.ts'
import type { Deps, Tx } from '../../database/transact.ts'
import { announce } from '../../jobs/happening.ts'
import { addDays, type Day, longDay } from '../../kernel/day.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { agendaChanges } from '../../rulebook/meeting/agenda-changes.ts'
import { withoutSecrets } from '../agenda/listed.ts'
import { type Listed, proposalShape } from '../agenda/proposal.ts'
import type { MeetingHead } from '../record/record.ts'
import { paperChanges, summonsDigest } from '../summons/paper.ts'
import { keepPapers, loadPapers, papersNow } from '../summons/paper-store.ts'
import { onAgenda } from './prepare-agenda.ts'
import { words } from './words.ts'

/** A version of the agenda as it was sent. */
export interface AgendaVersion {
  readonly id: string
  readonly no: number
  readonly items: readonly AgendaLine[]
  readonly madeOn: Day
  readonly why: string | null
  /** Of its items and papers together; null of what was sent before papers were kept. */
  readonly digest: string | null
}

/** The versions that were sent, the first first. */
export const loadVersions = async (store: Store | Tx, meetingId: string): Promise<readonly AgendaVersion[]> => {
  const rows = await store.selectFrom('agenda_version').selectAll().where('meeting_id', '=', meetingId).orderBy('no').execute()
  return rows.map((row) => ({ id: row.id, no: row.no, items: row.items, madeOn: row.made_on as Day, why: row.why, digest: row.digest }))
}

/** The agenda as it stands now, in the shape that versions keep. Secrecy is that of the item, or of its case. */
export const agendaNow = async (store: Store | Tx, meetingId: string): Promise<readonly AgendaLine[]> => {
  const rows = await store
    .selectFrom('agenda_item')
    .leftJoin('thing', 'thing.id', 'agenda_item.case_id')
    .select(['agenda_item.id', 'ord', 'agenda_item.title', 'agenda_item.kind', 'case_id', 'proposal', 'listed'])
    .select(sql<string | null>`coalesce(agenda_item.secrecy, thing.secrecy)`.as('secret'))
    .where('meeting_id', '=', meetingId)
    .orderBy('ord')
    .execute()
  const lists = rows.map((row) => (Array.isArray(row.listed) ? (row.listed as readonly Listed[]) : []))
  const open = await withoutSecrets(store, lists)
  return rows.map((row, i) => {
    const proposal = proposalShape.safeParse(row.proposal)
    return {
      id: row.id,
      order: row.ord,
      title: row.title,
      kind: row.kind,
      caseId: row.case_id,
      secrecy: row.secret,
      clauses: proposal.success ? proposal.data.clauses.map((clause) => clause.text) : [],
      proposal: row.proposal,
      listed: (lists[i] ?? []).map(open),
    }
  })
}

/**
 * Sends the agenda: the first time as the summons, afterwards as a new version with what made it needed. Members and substitutes are
 * told by letter, and of a council's meeting a notice is put up (KL 5:13–15). The version keeps what goes with each item as it is now,
 * by its digest: documents and files that come afterwards go out with the next version, as a supplement. A time that is not kept is told beforehand and let
 * through: a late summons is for the meeting itself to judge.
 */
export const sendAgenda = (
  deps: Deps,
  who: Who,
  { meetingId, why }: { readonly meetingId: string; readonly why: string },
): Promise<Verdict<{ readonly no: number }>> =>
  onAgenda(deps, who, { meetingId, act: 'send agenda' }, async (tx, meeting, rows) => {
    if (rows.length === 0) return refused({ code: 'agenda.empty', text: words.nothingOnIt })
    const versions = await loadVersions(tx, meetingId)
    const last = versions.at(-1)
    const items = await agendaNow(tx, meetingId)
    const papers = await papersNow(tx, items)
    const sent = last ? ((await loadPapers(tx, [last.id])).get(last.id) ?? []) : []
    if (last && agendaChanges(last.items, items).length === 0 && paperChanges(sent, papers).length === 0)
      return refused({ code: 'agenda.unchanged', text: words.unchanged(last.no) })
    if (last && why.trim() === '') return refused({ code: 'agenda.why', field: 'why', text: words.whyNeeded })
    const no = (last?.no ?? 0) + 1
    const today = deps.clock.today()
    const versionId = deps.ids.next()
    await tx
      .insertInto('agenda_version')
      .values({
        id: versionId,
        meeting_id: meetingId,
        no,
        items: JSON.stringify(items),
        made_on: today,
        made_by: who.personId,
        why: last ? why.trim() : null,
        digest: summonsDigest(items, papers),
      })
      .execute()
    await keepPapers(tx, versionId, papers)
    await tx.updateTable('meeting').set({ state: 'summoned', version: sql`version + 1` }).where('id', '=', meetingId).where('state', '=', 'planned').execute()
    if (!last && meeting.body.kind === 'council') await postNotice(tx, deps, meeting, items)
    await becomeThing(tx, meeting)
    await announce(tx, deps, who.personId, { what: 'summoned', meetingId, versionId })
    return granted({ no })
  })

/** From now on the meeting can be named: letters tell of it. */
const becomeThing = async (tx: Tx, meeting: MeetingHead): Promise<void> => {
  const title = `${meeting.body.name.sv} ${longDay(meeting.day, 'sv')} kl. ${meeting.starts.replace(':', '.')}`
  await tx
    .insertInto('thing')
    .values({ id: meeting.id, kind: 'meeting', register: null, number: null, title, node_id: meeting.body.id, day: meeting.day, secrecy: null })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** A council's meeting is announced on the notice board with its items; secret ones by their section alone (KL 5:13). */
const postNotice = async (tx: Tx, deps: Deps, meeting: MeetingHead, items: readonly AgendaLine[]): Promise<void> => {
  const list = items.map((item) => `${item.order}. ${item.secrecy ? words.secretItem(item.secrecy).sv : item.title}`).join('\n')
  await tx
    .insertInto('board_notice')
    .values({
      id: deps.ids.next(),
      kind: 'meeting',
      node_id: meeting.body.id,
      meeting_id: meeting.id,
      title: `${meeting.body.name.sv} sammanträder ${longDay(meeting.day, 'sv')} kl. ${meeting.starts.replace(':', '.')}`,
      text: `${meeting.place}\n\n${list}`,
      kept_at: null,
      posted: deps.clock.today(),
      until: addDays(meeting.day, 1) < deps.clock.today() ? deps.clock.today() : addDays(meeting.day, 1),
      removed: null,
    })
    .execute()
}
