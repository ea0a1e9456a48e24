import { clockAt } from '../src/kernel/clock.ts'
import { day } from '../src/kernel/day.ts'
import { timeOrderedIds } from '../src/kernel/identity.ts'
import type { Store } from '../src/database/connection.ts'
import type { LinkKind } from '../src/database/schema.ts'
import { transact } from '../src/database/transact.ts'
import type { ThingKind } from '../src/database/schema.ts'

/** Upstream thing, kind of link, downstream thing; a thing is 'kind:name'. */
export type Laid = readonly [from: string, kind: LinkKind, to: string]

export interface LinkedThings {
  /** Lays links, with the things they need; a name stands for the same thing every time. */
  lay(links: readonly Laid[]): Promise<void>
  id(name: string): string
}

/** Bare things and links, without the rows of their own tables: for walking. */
export const linkedThings = async (store: Store): Promise<LinkedThings> => {
  const ids = timeOrderedIds(() => new Date())
  const deps = { store, clock: clockAt(day('2022-05-17')), ids }
  const nodeId = ids.next()
  await transact(deps, { actor: 'system:test', act: 'prepare' }, (tx) => tx.insertInto('node').values({ id: nodeId, slug: 'kf', kind: 'council' }).execute())
  const known = new Map<string, string>()
  const idOf = (thing: string): string => known.get(thing.split(':')[1] as string) as string
  return {
    id: (name) => {
      const id = known.get(name)
      if (!id) throw new Error(`no thing named ${name}`)
      return id
    },
    lay: (links) =>
      transact(deps, { actor: 'system:test', act: 'lay links' }, async (tx) => {
        for (const thing of links.flatMap(([from, , to]) => [from, to])) {
          const [kind, name] = thing.split(':') as [ThingKind, string]
          if (known.has(name)) continue
          known.set(name, ids.next())
          await tx
            .insertInto('thing')
            .values({
              id: known.get(name) as string,
              kind,
              register: kind === 'entry' ? 'assignment' : null,
              number: null,
              title: name,
              node_id: nodeId,
              day: '2022-01-25',
              secrecy: null,
            })
            .execute()
        }
        for (const [from, kind, to] of links)
          await tx
            .insertInto('link')
            .values({ id: ids.next(), from_id: idOf(from), to_id: idOf(to), kind })
            .execute()
      }),
  }
}
