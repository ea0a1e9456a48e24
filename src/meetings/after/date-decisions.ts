import type { Tx } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'

type Dating = { readonly adjusted: Day } | { readonly announced: Day }

/** Gives every decision of a meeting the day on which its minutes were adjusted, or that was announced; a day already given stands. */
export const dateDecisions = async (tx: Tx, meetingId: string, dating: Dating): Promise<void> => {
  await tx
    .updateTable('decision')
    .set(dating)
    .where('adjusted' in dating ? 'adjusted' : 'announced', 'is', null)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('agenda_item')
        .select('decision_id')
        .where('meeting_id', '=', meetingId)
        .where('decision_id', 'is not', null)
        .$castTo<{ decision_id: string }>(),
    )
    .execute()
}
