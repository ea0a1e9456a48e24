import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { openStore } from '../../src/database/connection.ts'
import type { Deps } from '../../src/database/transact.ts'
import { figureRoutes } from '../../src/figures/routes.tsx'
import { clockAt } from '../../src/kernel/clock.ts'
import { day } from '../../src/kernel/day.ts'
import { timeOrderedIds } from '../../src/kernel/identity.ts'
import { anybody } from '../../src/kernel/who.ts'
import { registerRoutes } from '../../src/registers/routes.tsx'
import type { App } from '../../src/web/view.ts'
import { appFor } from '../../test/room.ts'
import { row, type Row } from '../measure.ts'
import { asOwner } from '../parts/lay.ts'
import { layMeasures, layRegisters } from '../parts/lay-registers.ts'
import { questionsOf } from '../parts/questions.ts'

export interface RegistersSize {
  /** So many assignments, and as many measures. */
  readonly entries: number
  readonly requests: number
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)))

const fetched = async (address: string): Promise<{ readonly text: string; readonly took: number }> => {
  const began = performance.now()
  const answer = await fetch(address)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text.slice(0, 200)}`)
  return { text, took: performance.now() - began }
}

const list = '/register/assignments'

/**
 * Lays a register and measures in the empty database at `url`, and times their pages as anybody reads them over HTTP, beside a bare server
 * that asks the database the same and sends the rows as they are. Throws when a list does not begin with what the database puts first.
 */
export const registers = async (url: string, { entries, requests }: RegistersSize): Promise<readonly Row[]> => {
  await asOwner(url, async (owner) => {
    await layRegisters(owner, entries)
    await layMeasures(owner, entries)
  })
  const [ours, peers] = [openStore(url), openStore(url)]
  const deps: Deps = { store: ours.store, clock: clockAt(day('2022-05-17')), ids: timeOrderedIds(() => new Date()) }
  const rooms = (app: App): void => {
    registerRoutes(app, deps)
    figureRoutes(app, deps)
  }
  const app = appFor(rooms, deps, anybody)
  const served = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await new Promise((resolve) => served.once('listening', resolve))
  const at = `http://127.0.0.1:${(served.address() as AddressInfo).port}`
  try {
    const results = []
    for (const [name, page] of Object.entries(await pagesOf(ours.pool, entries))) {
      const questions = await questionsOf(ours.pool, async () => app.request(page))
      const bare = createServer(async (_, response) => {
        const answers = await Promise.all(questions.map(({ sql, parameters }) => peers.pool.query(sql, [...parameters])))
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(answers.map((a) => a.rows)))
      })
      const peer = await listening(bare)
      const [mine, theirs]: [number[], number[]] = [[], []]
      for (let i = -Math.min(10, requests); i < requests; i++) {
        const [own, other] = [(await fetched(at + page)).took, (await fetched(peer)).took]
        if (i < 0) continue
        mine.push(own)
        theirs.push(other)
      }
      results.push(row(`${name} (${questions.length} questions)`, mine, theirs))
      bare.close()
      bare.closeAllConnections()
    }
    await checkFirst(ours.pool, (await fetched(at + list)).text)
    return results
  } finally {
    served.close()
    served.closeAllConnections()
    await ours.close()
    await peers.close()
  }
}

type Pool = ReturnType<typeof openStore>['pool']

const pagesOf = async (pool: Pool, entries: number): Promise<Readonly<Record<string, string>>> => {
  const one = async <T extends object>(sql: string): Promise<T> => (await pool.query(sql)).rows[0] as T
  const half = await one<{ due: string; id: string }>(
    `select coalesce(due, '9999-12-31')::text as due, id from entry order by 1, 2 offset ${Math.floor(entries / 2)} limit 1`,
  )
  const after = Buffer.from(JSON.stringify([half.due, half.id])).toString('base64url')
  const { id } = await one<{ id: string }>(`select id from entry where state = 'accepted' limit 1`)
  const unit = await one<{ id: string }>(`select owner_id as id from entry limit 1`)
  return {
    'list, first page': list,
    'list, a page half way through': `${list}?after=${after}`,
    'list, one unit, under way, by title': `${list}?state=accepted&recipient=${unit.id}&sort=title`,
    'list, where the thread is broken': `${list}?broken=1`,
    'list, searched': `${list}?q=m%C3%B6tesplatser+97`,
    'list, searched for a word in all of them': `${list}?q=omr%C3%A5de`,
    'list, searched for a word in none of them': `${list}?q=xylofonkvartett`,
    'an assignment': `${list}/${id}`,
    'measures, first page': '/series',
    'measures, the red ones by name': '/series?light=red&sort=name',
    'measures, searched': '/series?q=omr%C3%A5de+97',
  }
}

/** The list stands in the order of its days: the page shows what the database puts first. */
const checkFirst = async (pool: Pool, page: string): Promise<void> => {
  const { rows } = await pool.query<{ id: string }>(`select id from entry order by coalesce(due, '9999-12-31'), id limit 20`)
  for (const { id } of rows) if (!page.includes(id)) throw new Error(`the list does not show ${id}`)
}
