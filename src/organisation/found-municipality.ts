import { sql } from 'kysely'
import { type Deps, transact } from '../database/transact.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import { slugOf } from './slug.ts'
import { words } from './words.ts'

/** A municipality of one's own: its name, and who is its first chief executive. */
export interface Founding {
  readonly name: string
  readonly personId: string
}

/**
 * Founds a municipality in an empty database: its root, and the post of chief executive with its first holder, who builds the rest by
 * the pages. Asked by the command line, with the authority of whoever runs the machine. Refused where there is an organisation already.
 */
export const foundMunicipality = (deps: Deps, { name, personId }: Founding): Promise<Verdict<{ readonly nodeId: string }>> =>
  transact(deps, { actor: 'system:command line', act: 'found municipality' }, async (tx) => {
    await sql`lock table node in share row exclusive mode`.execute(tx)
    if (await tx.selectFrom('node').select('id').limit(1).executeTakeFirst()) return refused({ code: 'organisation.founded', text: words.foundedAlready })
    if (name.trim() === '') return refused({ code: 'organisation.name', field: 'name', text: words.foundingName })
    const [nodeId, postId] = [deps.ids.next(), deps.ids.next()]
    const slug = slugOf(name, new Set())
    const valid = `[${deps.clock.today()},)`
    await tx.insertInto('node').values({ id: nodeId, slug, kind: 'municipality' }).execute()
    await tx
      .insertInto('node_version')
      .values({ node_id: nodeId, valid, name_sv: name.trim(), name_en: name.trim(), short: name.trim(), parent_id: null, seats: null })
      .execute()
    await tx
      .insertInto('post')
      .values({
        id: postId,
        slug: `${slug}-chief-executive`,
        node_id: nodeId,
        role: 'chief_executive',
        title_sv: 'Kommundirektör',
        title_en: 'Chief executive',
        seat: null,
      })
      .execute()
    await tx.insertInto('appointment').values({ id: deps.ids.next(), post_id: postId, person_id: personId, valid }).execute()
    return granted({ nodeId })
  })
