import { countMails, followAll, letGo, type MailCount, untilSent } from './mails.ts'
import { note, openSessions, type Served, type Town, versionOf, writables } from './town.ts'

export interface KillCount {
  readonly kills: number
  readonly acknowledged: number
  readonly unanswered: number
  /** Acknowledged and gone. */
  readonly lost: number
  /** There more than once. */
  readonly doubled: number
  /** Letters to those who follow some of the assignments. */
  readonly mails: MailCount
}

interface Killing {
  readonly kills: number
  readonly writers: number
  /** Milliseconds between two kills, about. */
  readonly between: number
  /** Lets go at once what a killed process held, instead of waiting half a minute for it. */
  readonly hurry?: boolean
}

/** So many of the writers' assignments are followed: letters are written and handed in all the while, and keep up. */
const followedWriters = 2
/** The longest that it may take until all is told afterwards. */
const longest = 300_000

/**
 * Kills the program under load again and again, every other time with its database, and starts it anew. Each writer notes how its
 * own assignment goes, with words that are never used again; afterwards every acknowledged note must be there, and none twice. Some
 * of them are followed by people who are told at once, by a mail server whose lines are cut at every third kill: each must have got
 * one letter of each note, or the operator have been told that it is unsure.
 */
export const killUnderLoad = async (
  town: Town,
  { kills, writers, between, hurry = false }: Killing,
  told: (done: number) => void = () => {},
): Promise<KillCount> => {
  const open = (await writables(town)).slice(0, writers)
  const cookies = await openSessions(town, [...new Set(open.map((w) => w.personId))])
  const readers = await followAll(town, open.slice(0, followedWriters))
  const run = `körning ${Date.now()}`
  const acknowledged: string[] = []
  let unanswered = 0
  const stop = new AbortController()
  let served: Served = await town.serve(readers.env)
  const writer = async ({ entryId, personId }: (typeof open)[number], no: number): Promise<void> => {
    const cookie = cookies.get(personId) as string
    for (let i = 0; !stop.signal.aborted; i++) {
      const comment = `${run} ${no} ${i}`
      try {
        const { address } = served
        if ((await note(address, cookie, entryId, await versionOf(address, cookie, entryId), comment)) === 200) acknowledged.push(comment)
        else unanswered += 1
      } catch {
        unanswered += 1
        await wait(100)
      }
    }
  }
  const writing = open.map(writer)
  for (let n = 0; n < kills; n++) {
    await wait(between * (0.5 + Math.random()))
    if (n % 3 === 2) readers.server.cut()
    await served.kill(n % 2 === 1)
    if (hurry) await letGo(town)
    served = await town.serve(readers.env)
    told(n + 1)
  }
  await wait(between)
  stop.abort()
  await Promise.all(writing)
  if (!(await untilSent(town, longest))) throw new Error('letters still wait')
  await served.stop()
  await readers.server.close()
  const rows = await town.ask<{ comment: string; n: number }>(
    `select comment, count(*)::int as n from entry_event where starts_with(comment, $1) group by comment`,
    [run],
  )
  const there = new Map(rows.map((r) => [r.comment, r.n]))
  return {
    kills,
    acknowledged: acknowledged.length,
    unanswered,
    lost: acknowledged.filter((c) => !there.has(c)).length,
    doubled: rows.filter((r) => r.n > 1).length,
    mails: await countMails(town, readers, run),
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
