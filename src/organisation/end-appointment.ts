import { sql } from 'kysely'
import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { type BySystem, changePosts } from './change-posts.ts'
import { electWords } from './elect-words.ts'
import { endingHindrances } from './post.ts'
import { type Holding, loadHoldings } from './post-store.ts'
import { postWords as words } from './post-words.ts'

export interface EndAppointment {
  readonly appointmentId: string
  /** The first day it is no longer held. */
  readonly on: Day
}

/** Lets somebody leave a post on a day, without a successor. Returns the appointment as it was. */
export const endAppointment = async (deps: Deps, who: Who, { appointmentId, on }: EndAppointment, { bySystem }: BySystem = {}): Promise<Verdict<Holding>> => {
  const [known] = isId(appointmentId) ? await loadHoldings(deps.store, { appointmentId }) : []
  if (!known) return refused(words.unknownAppointment)
  return changePosts(deps, who, {
    bySystem,
    act: 'end appointment',
    of: { postId: known.postId },
    work: async (tx) => {
      const [held] = await loadHoldings(tx, { appointmentId })
      if (!held) return refused(words.unknownAppointment)
      const refusals = held.electedBy ? [electWords.byDecision] : endingHindrances(held, on)
      if (refusals.length > 0) return refused(...refusals)
      await tx
        .updateTable('appointment')
        .set({ valid: sql`daterange(lower(valid), ${on}::date)` })
        .where('id', '=', appointmentId)
        .execute()
      return granted(held)
    },
  })
}
