import { note, openSessions, type Town, versionOf, writables } from './town.ts'

export interface RaceCount {
  readonly races: number
  readonly told: number
  /** Said to be done, and not there. */
  readonly lost: number
  /** Races in which both or nobody got through, though both had seen the same version. */
  readonly unsettled: number
}

/** Two people change the same assignment from the same version at the same moment, again and again: one gets through, the other is told of the conflict. */
export const race = async (town: Town, races: number, progress: (done: number) => void = () => {}): Promise<RaceCount> => {
  const open = await writables(town)
  const cookies = await openSessions(town, [...new Set(open.map((w) => w.personId))])
  const served = await town.serve()
  const run = `kapplöpning ${Date.now()}`
  const done: string[] = []
  let [told, unsettled, started] = [0, 0, 0]
  // Several races at once, each on an assignment of its own.
  const lane = async ({ entryId, personId }: (typeof open)[number]): Promise<void> => {
    const cookie = cookies.get(personId) as string
    for (let n = started++; n < races; n = started++) {
      const version = await versionOf(served.address, cookie, entryId)
      const comments = [`${run} ${n} ett`, `${run} ${n} två`]
      const answers = await Promise.all(comments.map((comment) => note(served.address, cookie, entryId, version, comment)))
      for (const [i, status] of answers.entries()) {
        if (status === 200) done.push(comments[i] as string)
        else if (status === 409) told += 1
      }
      if (answers.filter((s) => s === 200).length !== 1 || answers.filter((s) => s === 409).length !== 1) unsettled += 1
      if (n % 100 === 0) progress(n)
    }
  }
  await Promise.all(open.slice(0, 4).map(lane))
  await served.stop()
  const rows = await town.ask<{ comment: string }>(`select comment from entry_event where starts_with(comment, $1)`, [run])
  const there = new Set(rows.map((r) => r.comment))
  return { races, told, unsettled, lost: done.filter((c) => !there.has(c)).length }
}
