import { z } from 'zod'
import type { Store } from '../../database/connection.ts'
import type { AgendaLine } from '../../database/tables/agenda.ts'
import { withoutSecrets } from '../agenda/listed.ts'
import { type Listed, listedShape, noProposal, type Proposal, proposalShape } from '../agenda/proposal.ts'
import { type AgendaVersion, agendaNow, loadVersions } from '../before/send-agenda.ts'
import { type ItemKind, itemKinds, type ItemRecord, type MeetingRecord } from '../record/record.ts'
import type { Paper } from './paper.ts'
import { loadPapers, papersNow } from './paper-store.ts'

/** A version of a summons with what went out with it. */
export interface SentVersion extends AgendaVersion {
  readonly papers: readonly Paper[]
}

/** A summons as it is to be shown: what was sent, or what would be sent now where nothing has been. */
export interface Summons {
  /** The meeting with its agenda as it stood then, secrets and all: what a reader may see of it is asked afterwards (`asSeen`). */
  readonly record: MeetingRecord
  readonly papers: readonly Paper[]
  /** The version that is shown, and the one before it; null where nothing has been sent. */
  readonly version: SentVersion | null
  readonly before: SentVersion | null
  /** All versions sent, the first first. */
  readonly versions: readonly AgendaVersion[]
  /** What goes with the items of the version as things are now. */
  readonly now: readonly Paper[]
}

/**
 * The summons as version `no` told it, or as the last one did; undefined where there is no such version. What was sent before papers
 * were kept, and what has not been sent, is told as it is now.
 */
export const summonsAsSent = async (store: Store, whole: MeetingRecord, no: number | null): Promise<Summons | undefined> => {
  const versions = await loadVersions(store, whole.id)
  const at = no === null ? versions.length - 1 : versions.findIndex((v) => v.no === no)
  const shown = versions[at]
  if (!shown) {
    if (no !== null) return undefined
    const now = await papersNow(store, await agendaNow(store, whole.id))
    return { record: whole, papers: now, version: null, before: null, versions, now }
  }
  const earlier = versions[at - 1]
  const kept = await loadPapers(store, [shown.id, ...(earlier ? [earlier.id] : [])])
  const now = await papersNow(store, shown.items)
  const papersOf = (version: AgendaVersion): readonly Paper[] => (version.digest === null ? now : (kept.get(version.id) ?? []))
  return {
    record: recordOf(whole, shown.items, await withoutSecrets(store, shown.items.map(listedOf))),
    papers: papersOf(shown),
    version: { ...shown, papers: papersOf(shown) },
    before: earlier ? { ...earlier, papers: papersOf(earlier) } : null,
    versions,
    now,
  }
}

/** The meeting with the items of a version, as they were told in it. An item that is secret by now stays so, and one that was too. */
const recordOf = (whole: MeetingRecord, lines: readonly AgendaLine[], open: (listed: Listed) => Listed): MeetingRecord => {
  const items = new Map(whole.items.map((item) => [item.id, item]))
  return {
    ...whole,
    items: lines.flatMap((line) => {
      const item = items.get(line.id)
      return item ? [{ ...itemOf(item, line), ...(line.listed === undefined ? {} : { listed: listedOf(line).map(open) }) }] : []
    }),
  }
}

const itemOf = (item: ItemRecord, line: AgendaLine): ItemRecord => ({
  ...item,
  order: line.order,
  title: line.title,
  kind: kindOf(line.kind) ?? item.kind,
  secrecy: item.secrecy ?? line.secrecy,
  proposal: proposalOf(line),
})

/** What the item listed when it was sent; of older versions nothing is known. */
const listedOf = (line: AgendaLine): readonly Listed[] =>
  z
    .array(listedShape)
    .catch([])
    .parse(line.listed ?? [])

const kindOf = (kind: string): ItemKind | undefined => itemKinds.find((known) => known === kind)

/** The proposal as it was sent; of older versions its clauses alone. */
const proposalOf = (line: AgendaLine): Proposal => {
  const whole = proposalShape.safeParse(line.proposal)
  return whole.success ? whole.data : { ...noProposal, clauses: line.clauses.map((text, i) => ({ no: i + 1, kind: 'note', text, data: {} })) }
}
