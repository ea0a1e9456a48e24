import { fork } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { localAccountsOnly } from '../../src/access/config.ts'
import { openSession } from '../../src/access/session-store.ts'
import { veiled } from '../../src/access/token.ts'
import { buildApp } from '../../src/app.tsx'
import { openLive } from '../../src/database/live.ts'
import type { Deps } from '../../src/database/transact.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { timeOrderedIds } from '../../src/kernel/identity.ts'
import { openMunicipality } from '../../src/municipality.ts'
import { layCouncil } from '../parts/lay-council.ts'

export interface MeetingSize {
  readonly members: number
  readonly screens: number
}

export interface VoteCount {
  /** The share of connections that were cut during the vote, and how many screens that was. */
  readonly share: number
  readonly cut: number
  /** Milliseconds from the first ballot to the last. */
  readonly took: number
  /** Milliseconds from the last ballot until each screen was told. */
  readonly told: readonly number[]
  /** Ballots that were acknowledged and are not there as they were cast; people with more than one; and ballots never acknowledged. */
  readonly lost: number
  readonly double: number
  readonly unacknowledged: number
}

const now = (): number => performance.timeOrigin + performance.now()
const choiceOf = (i: number): 'no' | 'yes' => (i % 3 === 0 ? 'no' : 'yes')

interface Voter {
  readonly cookie: string
  readonly csrf: string
}

/** Sends a ballot; true when it was acknowledged. `cut` breaks the connection right after it is sent. */
const ballot = (address: string, { cookie, csrf }: Voter, voteId: string, choice: string, cut: boolean): Promise<boolean> =>
  new Promise((resolve) => {
    const body = new URLSearchParams({ vote: voteId, choice }).toString()
    const request = http.request(
      address,
      {
        method: 'POST',
        agent: false,
        headers: { cookie, 'x-csrf-token': veiled(csrf), 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode === 303)
      },
    )
    request.on('error', () => resolve(false))
    request.end(body, () => {
      if (cut) setTimeout(() => request.destroy(), 2)
    })
  })

/** A vote by device, with so large a share of screens and voters cut on the way. */
const vote = async (deps: Deps, origin: string, { members, screens }: MeetingSize, share: number, starts: string): Promise<VoteCount> => {
  const { meetingId, voteId, people } = await layCouncil(deps, members, starts)
  const voters: Voter[] = []
  for (const personId of people) {
    const token = await openSession(deps, personId, { demo: false })
    const row = await deps.store.selectFrom('session').select('csrf').where('person_id', '=', personId).executeTakeFirstOrThrow()
    voters.push({ cookie: `genomslag=${token}`, csrf: row.csrf })
  }
  const stream = `${origin}/meetings/${meetingId}/live?for=all`
  const watchers = fork('bench/parts/screens.ts', [stream, String(screens), `${members} av ${members} har röstat`], { execArgv: [] })
  await once(watchers, 'message')
  const answered = once(watchers, 'message') as Promise<[{ told: readonly number[]; cut: number }]>
  const acknowledged = new Set<number>()
  const cast = async (i: number): Promise<void> => {
    let cut = i > 0 && i <= Math.ceil(members * share)
    // As a person does who got no answer: press again.
    for (let tries = 0; tries < 20 && !acknowledged.has(i); tries++, cut = false) {
      if (await ballot(`${origin}/meetings/${meetingId}/vote`, voters[i] as Voter, voteId, choiceOf(i), cut)) acknowledged.add(i)
      else await pause(100)
    }
  }
  const began = now()
  const first = people.slice(1).map((_, i) => pause(Math.random() * 1500).then(() => cast(i + 1)))
  await pause(700)
  if (share > 0) watchers.send({ cutShare: share })
  await Promise.all(first)
  const last = now()
  await cast(0)
  const [{ told, cut }] = await answered
  watchers.kill()
  const stored = await deps.store.selectFrom('ballot').select(['person_id', 'choice']).where('vote_id', '=', voteId).execute()
  const of = Map.groupBy(stored, (b) => b.person_id)
  return {
    share,
    cut,
    took: last - began,
    told: told.map((t) => Math.max(0, t - last)),
    lost: [...acknowledged].filter((i) => of.get(people[i] as string)?.[0]?.choice !== choiceOf(i)).length,
    double: [...of.values()].filter((ballots) => ballots.length > 1).length,
    unacknowledged: members - acknowledged.size,
  }
}

/** Serves the municipality at `url` and lets a council vote while screens watch: once, and once more with one in twenty connections cut. */
export const meeting = async (url: string, size: MeetingSize): Promise<readonly VoteCount[]> => {
  const municipality = await openMunicipality(url, () => {})
  const deps: Deps = { store: municipality.store, clock: systemClock, ids: timeOrderedIds(() => new Date()) }
  const live = openLive(municipality.ownerUrl)
  await live.listening
  const app = buildApp({
    deps,
    live,
    demo: false,
    secureCookies: false,
    trustProxy: false,
    waysIn: localAccountsOnly,
    assets: { css: '/a.css', js: '/a.js' },
    report: (error) => process.stderr.write(`${error.stack}\n`),
  })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as http.Server
  await once(server, 'listening')
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return [await vote(deps, origin, size, 0, '09:00'), await vote(deps, origin, size, 0.05, '09:01')]
  } finally {
    server.closeAllConnections()
    server.close()
    await live.close()
    await municipality.close()
  }
}
