import { note, openSessions, type Served, type Town, versionOf, writables } from './town.ts'

export interface KillCount {
  readonly kills: number
  readonly acknowledged: number
  readonly unanswered: number
  /** Acknowledged and gone. */
  readonly lost: number
  /** There more than once. */
  readonly doubled: number
}

/**
 * Kills the program under load again and again, every other time with its database, and starts it anew. Each writer notes how its
 * own assignment goes, with words that are never used again; afterwards every acknowledged note must be there, and none twice.
 */
export const killUnderLoad = async (
  town: Town,
  { kills, writers, between }: { readonly kills: number; readonly writers: number; readonly between: number },
  told: (done: number) => void = () => {},
): Promise<KillCount> => {
  const open = (await writables(town)).slice(0, writers)
  const cookies = await openSessions(town, [...new Set(open.map((w) => w.personId))])
  const run = `körning ${Date.now()}`
  const acknowledged: string[] = []
  let unanswered = 0
  const stop = new AbortController()
  let served: Served = await town.serve()
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
    await served.kill(n % 2 === 1)
    served = await town.serve()
    told(n + 1)
  }
  await wait(between)
  stop.abort()
  await Promise.all(writing)
  await served.stop()
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
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
