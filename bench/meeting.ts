// A council of 101 votes from its devices while 2,000 screens watch, over real sockets on this machine: the time from when the last
// ballot is sent until each screen shows that all have voted; lost and double ballots; then again with 5 % of the screens' and
// voters' connections cut on the way. Usage: npm run bench:meeting [screens]
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import { localAccountsOnly } from '../src/access/config.ts'
import { openSession } from '../src/access/session-store.ts'
import { veiled } from '../src/access/token.ts'
import { buildApp } from '../src/app.tsx'
import { readAssets } from '../src/assets.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { openLive } from '../src/database/live.ts'
import { type Deps, transact } from '../src/database/transact.ts'
import { systemClock } from '../src/kernel/clock.ts'
import { timeOrderedIds } from '../src/kernel/identity.ts'
import { takeUpItem } from '../src/meetings/agenda/open-item.ts'
import { openMeeting } from '../src/meetings/agenda/open-meeting.ts'
import { closeDebate } from '../src/meetings/debate/close-debate.ts'
import { makeMotion } from '../src/meetings/debate/make-motion.ts'
import { approveOrder } from '../src/meetings/voting/approve-order.ts'
import { openVote } from '../src/meetings/voting/open-vote.ts'
import { putQuestion } from '../src/meetings/voting/put-question.ts'
import { requestVote } from '../src/meetings/voting/request-vote.ts'
import { openMunicipality } from '../src/municipality.ts'
import { percentile } from './measure.ts'

const members = 101
const now = (): number => performance.timeOrigin + performance.now()
const system = { personId: null, name: 'bench', posts: [] }
const bySystem = { bySystem: true } as const

/** The screens, in a process of their own: each a socket that reads its stream, comes back when it is cut, and notes when it is told. */
const watch = (address: string, screens: number, words: string): void => {
  const told = new Map<number, number>()
  const cut = new Set<number>()
  const requests = new Map<number, http.ClientRequest>()
  let open = 0
  const connect = (i: number, lastId: string): void => {
    let last = lastId
    const request = http.get(
      address,
      { agent: false, headers: last ? { 'last-event-id': last, 'accept-language': 'sv' } : { 'accept-language': 'sv' } },
      (answer) => {
        if (!lastId && ++open === screens) process.send?.({ ready: true })
        let rest = ''
        answer.setEncoding('utf8')
        answer.on('data', (text: string) => {
          rest = (rest + text).slice(-40_000)
          last = /(?:^|\n)id: (\S+)\n(?![\s\S]*\nid: )/.exec(rest)?.[1] ?? last
          if (rest.includes(words) && !told.has(i)) {
            told.set(i, now())
            if (told.size === screens) process.send?.({ told: [...told.values()], cut: cut.size })
          }
        })
        answer.on('close', () => setTimeout(() => connect(i, last || 'none'), 500 + Math.random() * 1500))
      },
    )
    request.on('error', () => {})
    requests.set(i, request)
  }
  for (let i = 0; i < screens; i++) setTimeout(() => connect(i, ''), i * 1.5)
  process.on('message', (message: { readonly cutShare?: number }) => {
    for (let i = 0; i < screens * (message.cutShare ?? 0); i++) {
      cut.add(i)
      requests.get(i)?.destroy()
    }
  })
}

/** A council whose vote is open, and the people who may vote in it. */
const lay = async (deps: Deps, starts: string): Promise<{ readonly meetingId: string; readonly voteId: string; readonly people: readonly string[] }> => {
  const { ids, clock } = deps
  const [bodyId, meetingId, itemId, voteId] = [ids.next(), ids.next(), ids.next(), ids.next()]
  const people = Array.from({ length: members }, () => ids.next())
  await transact(deps, { actor: 'system:bench', act: 'lay' }, async (tx) => {
    await tx
      .insertInto('node')
      .values({ id: bodyId, slug: `council-${starts}`, kind: 'council' })
      .execute()
    await tx
      .insertInto('node_version')
      .values({ node_id: bodyId, valid: '[2000-01-01,)', name_sv: 'Fullmäktige', name_en: 'Council', short: 'KF', parent_id: null, seats: members })
      .execute()
    await tx
      .insertInto('person')
      .values(people.map((id, i) => ({ id, given_name: 'Ledamot', family_name: String(i), party: `P${i % 8}`, email: null })))
      .execute()
    await tx
      .insertInto('meeting')
      .values({
        id: meetingId,
        body_id: bodyId,
        day: clock.today(),
        starts,
        place: 'Salen',
        form: 'physical',
        public: true,
        closed_reason: null,
        closed_by: null,
        seats: members,
        opened_at: null,
        closed_at: null,
        adjusted: null,
        announced: null,
      })
      .execute()
    await tx
      .insertInto('meeting_seat')
      .values(
        people.map((person_id, i) => ({
          meeting_id: meetingId,
          person_id,
          post_id: null,
          place: 'member' as const,
          office: i === 0 ? ('chair' as const) : null,
          party: `P${i % 8}`,
          constituency: null,
          ord: i + 1,
        })),
      )
      .execute()
    const proposal = { from: 'Kommunstyrelsen', text: '', clauses: [{ no: 1, kind: 'note', text: 'anta planen', data: {} }], receivers: [] }
    await tx
      .insertInto('agenda_item')
      .values({
        id: itemId,
        meeting_id: meetingId,
        ord: 1,
        paragraph: '1',
        case_id: null,
        title: 'Plan',
        kind: 'decision',
        secrecy: null,
        exempt: null,
        proposal: JSON.stringify(proposal),
        decision_id: null,
      })
      .execute()
  })
  const at = () => ({ id: ids.next(), meetingId, itemId })
  const [chair = ''] = people
  await openMeeting(deps, system, { ...at(), presidesId: chair, present: people.map((personId) => ({ personId, mode: 'room' as const })) }, bySystem)
  await takeUpItem(deps, system, at(), bySystem)
  await makeMotion(deps, system, { ...at(), kind: 'reject', personIds: [chair], text: '', clauses: [], otherwiseApprove: false }, bySystem)
  await closeDebate(deps, system, at(), bySystem)
  await approveOrder(deps, system, { ...at(), alternatives: ['proposal', 'reject'] }, bySystem)
  await putQuestion(deps, system, { ...at(), found: 'proposal' }, bySystem)
  await requestVote(deps, system, { ...at(), personId: null }, bySystem)
  const opened = await openVote(deps, system, { ...at(), id: voteId, way: 'device' }, bySystem)
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusals))
  return { meetingId, voteId, people }
}

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

const run = async (deps: Deps, origin: string, screens: number, share: number, starts: string): Promise<void> => {
  const { meetingId, voteId, people } = await lay(deps, starts)
  const voters: Voter[] = []
  for (const personId of people) {
    const token = await openSession(deps, personId, { demo: false })
    const row = await deps.store.selectFrom('session').select('csrf').where('person_id', '=', personId).executeTakeFirstOrThrow()
    voters.push({ cookie: `genomslag=${token}`, csrf: row.csrf })
  }
  const watchers = fork(process.argv[1] ?? '', [
    'watch',
    `${origin}/meetings/${meetingId}/live?for=all`,
    String(screens),
    `${members} av ${members} har röstat`,
  ])
  await once(watchers, 'message')
  const answered = once(watchers, 'message') as Promise<[{ told: readonly number[]; cut: number }]>
  const vote = `${origin}/meetings/${meetingId}/vote`
  const acknowledged = new Set<number>()
  const cast = async (i: number): Promise<void> => {
    const voter = voters[i] as Voter
    let cut = i > 0 && i <= Math.ceil(members * share)
    // As a person does who got no answer: press again.
    for (let tries = 0; tries < 20 && !acknowledged.has(i); tries++, cut = false) {
      if (await ballot(vote, voter, voteId, i % 3 === 0 ? 'no' : 'yes', cut)) acknowledged.add(i)
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
  const times = told.map((t) => Math.max(0, t - last))
  const stored = await deps.store.selectFrom('ballot').select(['person_id', 'choice']).where('vote_id', '=', voteId).execute()
  const lost = [...acknowledged].filter((i) => stored.find((b) => b.person_id === people[i])?.choice !== (i % 3 === 0 ? 'no' : 'yes')).length
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from (select person_id from ballot where vote_id = ${voteId} group by person_id having count(*) > 1) d`.execute(deps.store)
  process.stdout.write(
    `${screens} screens, ${share * 100} % cut (${cut} screens): ${members} ballots in ${((last - began) / 1000).toFixed(1)} s; last ballot to every screen p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms; lost ${lost}, double ${rows[0]?.n ?? 0}, unacknowledged ${members - acknowledged.size}\n`,
  )
}

const main = async (): Promise<void> => {
  const screens = Number(process.argv[2] ?? 2000)
  const dir = mkdtempSync(path.join(tmpdir(), 'genomslag-bench-'))
  const embedded = await startEmbedded({ dir: path.join(dir, 'postgres'), log: () => {} })
  const municipality = await openMunicipality(embedded.url, () => {})
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
    assets: readAssets(),
    report: (error) => process.stderr.write(`${error.stack}\n`),
  })
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const opened = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => resolve({ server: opened, port: info.port }))
  })
  for (const [i, share] of [0, 0.05].entries()) await run(deps, `http://127.0.0.1:${port}`, screens, share, `09:0${i}`)
  if ('closeAllConnections' in server) server.closeAllConnections()
  server.close()
  await live.close()
  await municipality.close()
  await embedded.stop()
  rmSync(dir, { recursive: true, force: true })
}

if (process.argv[2] === 'watch') watch(process.argv[3] ?? '', Number(process.argv[4]), process.argv[5] ?? '')
else await main()
