import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { openStore } from '../../src/database/connection.ts'
import { day } from '../../src/kernel/day.ts'
import { anybody } from '../../src/kernel/who.ts'
import { loadTree } from '../../src/organisation/tree.ts'
import { loadThread } from '../../src/thread/load-thread.ts'
import { loadThreads } from '../../src/thread/load-threads.ts'
import { ThreadPage } from '../../src/thread/thread-page.tsx'
import { walkLinks } from '../../src/thread/walk-links.ts'
import type { View } from '../../src/web/view.ts'
import { row, type Row } from '../measure.ts'
import { asOwner, time } from '../parts/lay.ts'
import { layLinks } from '../parts/lay-links.ts'

export interface ThreadSize {
  readonly links: number
  readonly threads: number
}

const rowsShown = 100
const today = day('2022-05-17')

/** The walk as anybody would write it by hand, up and down from one thing. */
const plainWalk = `
  with recursive
  up(id) as (select $1::uuid union select l.from_id from up join link l on l.to_id = up.id),
  down(id) as (select $1::uuid union select l.to_id from down join link l on l.from_id = down.id),
  reached(id) as (select id from up union select id from down)
  select t.*, l.to_id, l.kind as link from reached r join thing t on t.id = r.id left join link l on l.from_id = r.id`

const plainWalks = `
  with recursive down(root, id) as (select id, id from unnest($1::uuid[]) id union select down.root, l.to_id from down join link l on l.from_id = down.id)
  select down.root, t.*, l.to_id, l.kind as link from down join thing t on t.id = down.id left join link l on l.from_id = down.id`

const view: View = {
  locale: 'sv',
  today,
  path: '/',
  csrf: 'x',
  who: anybody,
  post: null,
  desk: { slug: '', name: 'Kommunen', municipality: 'Kommunen' },
  demo: false,
  mayStepIn: false,
  nav: [],
  assets: { css: '/a.css', js: '/a.js' },
  notice: null,
  t: (text) => text.sv,
}

/** How many links there are, and how long threads take over them. */
export interface ThreadCount {
  readonly links: number
  readonly rows: readonly Row[]
}

/**
 * Lays links in the empty database at `url`, and times walks, threads, their pages and the rows of lists beside plain SQL. Throws when a
 * walk does not reach what the plain one reaches.
 */
export const threads = async (url: string, size: ThreadSize): Promise<ThreadCount> =>
  asOwner(url, async (owner) => {
    const decisions = await layLinks(owner, size.links)
    const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from link')
    const { store, pool, close } = openStore(url)
    const idOf = async (name: string): Promise<string> =>
      ((await owner.query<{ id: string }>('select md5($1)::uuid as id', [name])).rows[0] as { id: string }).id
    const measured = { walk: [[], []], thread: [[], []], page: [[], []], rows: [[], []] } as Record<'walk' | 'thread' | 'page' | 'rows', [number[], number[]]>
    for (let n = -Math.min(10, size.threads); n < size.threads; n++) {
      const i = 1 + (((n + 10) * 7919) % decisions)
      const id = await idOf(n % 2 === 0 ? `decision${i}` : `entry${i}-1`)
      const plain = () => pool.query<{ id: string }>(plainWalk, [id])
      if (n < 0) sameWalk(await walkLinks(store, id), (await plain()).rows)
      const page = async (): Promise<void> => {
        const found = await loadThread(store, id, { who: anybody, today, day: today })
        if (found.is !== 'thread') throw new Error(found.is)
        renderToString(createElement(ThreadPage, { view, found, day: today }))
      }
      for (const [name, ours] of [
        ['walk', () => walkLinks(store, id)],
        ['thread', () => loadThread(store, id, { who: anybody, today, day: today })],
        ['page', page],
      ] as const) {
        const [own, peer] = [await time(ours), await time(plain)]
        if (n < 0) continue
        measured[name][0].push(own)
        measured[name][1].push(peer)
      }
    }
    const tree = await loadTree(store, today)
    for (let n = -3; n < size.threads / 10; n++) {
      const ids: string[] = []
      for (let k = 0; k < rowsShown; k++) ids.push(await idOf(`decision${1 + (((n + 3) * rowsShown + k) % decisions)}`))
      const own = await time(() => loadThreads(store, ids, { who: anybody, tree, today }))
      const peer = await time(() => pool.query(plainWalks, [ids]))
      if (n < 0) continue
      measured.rows[0].push(own)
      measured.rows[1].push(peer)
    }
    await close()
    return {
      links: rows[0]?.n ?? 0,
      rows: [
        row('the walk', ...measured.walk),
        row('the thread: walk, facts, stations', ...measured.thread),
        row('the thread as a page', ...measured.page),
        row(`rows of ${rowsShown} decisions`, ...measured.rows),
      ],
    }
  })

/** Whatever is on the straight road is reached; the walk also takes documents on the way. */
const sameWalk = (walk: Awaited<ReturnType<typeof walkLinks>>, plain: readonly { readonly id: string }[]): void => {
  const reached = new Set(walk?.things.map((t) => t.id))
  const missed = plain.find(({ id }) => !reached.has(id))
  if (missed) throw new Error(`the walk does not reach ${missed.id}`)
}
