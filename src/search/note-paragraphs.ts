import { sql } from 'kysely'
import { noteSecrets } from '../access/access-log.ts'
import type { Deps } from '../database/transact.ts'
import type { Who } from '../kernel/who.ts'
import type { Hit } from './find.ts'

/**
 * Notes in the access log the secret paragraphs of minutes that a search has found: the address of a paragraph names its meeting and its
 * place there, so that what is written of other hits from the page itself cannot tell it.
 */
export const noteParagraphs = async (deps: Deps, who: Who, hits: readonly Hit[]): Promise<void> => {
  const found = hits.flatMap((hit) => (hit.kind === 'minutes' && hit.secrecy !== null ? [hit.id] : []))
  if (found.length === 0) return
  const { rows } = await sql<{ id: string }>`select id from agenda_item where search_paragraph(id) = any(${found}::uuid[])`.execute(deps.store)
  await noteSecrets(
    deps,
    who,
    'search',
    rows.map((row) => row.id),
    '/search',
  )
}
