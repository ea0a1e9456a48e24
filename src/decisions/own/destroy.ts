import { sql } from 'kysely'
import { z } from 'zod'
import { granted, refused } from '../../kernel/refusal.ts'
import { thing } from '../../registers/field.ts'
import { destructionHinders } from '../../rulebook/retention.ts'
import { defineEnactment } from '../enactment.ts'
import { mayDecideOn } from '../giver.ts'
import { words } from '../words.ts'
import { loadKept } from './retention-facts.ts'

/**
 * Destroys a case with its documents, or an entry with its reports, when its time has come: the content goes everywhere, also from
 * the history; a tombstone remains (arkivlagen 10 §). Done by the database, which lets nothing else destroy.
 */
export const destroy = defineEnactment({
  words: { sv: 'Gallra ett ärende eller en post', en: 'Destroy a case or an entry' },
  group: 'end',
  hasEffect: true,
  fields: z.object({
    of: thing(['case', 'entry'], {
      label: { sv: 'Vad som gallras', en: 'What is destroyed' },
      hint: {
        sv: 'Ärendets eller postens nummer. Innehållet går inte att få tillbaka.',
        en: 'The number of the case or entry. Its content cannot be had back.',
      },
    }),
  }),
  enact: async (tx, deps, context, { of }) => {
    const kept = await loadKept(tx, of)
    if (!kept) return refused({ code: 'clause.target', field: 'of', text: words.targetUnknown })
    const hinders = [...destructionHinders(kept, context.decision.day), ...(await mayDecideOn(tx, kept.nodeId, context)).map((r) => ({ ...r, field: 'of' }))]
    if (hinders.length > 0) return refused(...hinders)
    await tx.insertInto('link').values({ id: deps.ids.next(), from_id: context.clause.id, to_id: of, kind: 'decides' }).execute()
    await sql`select destroy_thing(${of}::uuid, ${context.clause.id}::uuid)`.execute(tx)
    return granted(null)
  },
  describe: ({ of }, names) => ({ sv: `gallrar ”${names.thing(of)}”: innehållet förstörs`, en: `destroys “${names.thing(of)}”: its content is gone` }),
})
