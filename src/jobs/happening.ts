import { z } from 'zod'
import type { Deps, Tx } from '../database/transact.ts'
import { enqueueAll } from './enqueue.ts'

/** What happened that somebody may want to be told of; ids only, so that nothing secret lies among the jobs. */
const happenings = z.discriminatedUnion('what', [
  /** A decision was sent to a body. */
  z.object({ what: z.literal('dispatched'), dispatchId: z.string() }),
  /** An entry was made, or came to another owner or post; `eventId` is the event of it. */
  z.object({ what: z.literal('given'), entryId: z.string(), eventId: z.string() }),
  /** Something was done with an entry; `eventId` is its event. */
  z.object({ what: z.literal('done'), entryId: z.string(), eventId: z.string() }),
  /** Somebody asked for a report. */
  z.object({ what: z.literal('asked'), deadlineId: z.string() }),
  z.object({ what: z.literal('reported'), reportId: z.string() }),
  z.object({ what: z.literal('sent_back'), reportId: z.string() }),
  /** The agenda of a meeting was sent: its summons, or a later version. */
  z.object({ what: z.literal('summoned'), meetingId: z.string(), versionId: z.string() }),
])
export type Happening = z.output<typeof happenings>

/** With the civil day it happened on, and who did it, who needs not be told. */
export const told = z.intersection(happenings, z.object({ day: z.string(), by: z.string().nullable() }))
export type Told = z.output<typeof told>

/** The kind of work that tells people. */
export const tellKind = 'tell'

/** Lets those concerned be told of what happened, if the caller's transaction is committed. Who they are is found out afterwards (reminders). */
export const announce = (tx: Tx, deps: Pick<Deps, 'clock'>, by: string | null, happening: Happening): Promise<void> => announceAll(tx, deps, by, [happening])

/** The same of many happenings at once. */
export const announceAll = (tx: Tx, { clock }: Pick<Deps, 'clock'>, by: string | null, happenings: readonly Happening[]): Promise<void> =>
  enqueueAll(
    tx,
    tellKind,
    happenings.map((happening) => ({ ...happening, day: clock.today(), by }) satisfies Told),
  )
