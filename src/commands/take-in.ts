import pg from 'pg'
import { verifyHistory } from '../database/verify.ts'
import type { Manifest } from '../exchange/package/manifest.ts'
import type { Verdict } from '../kernel/refusal.ts'
import { withOwner } from '../municipality.ts'
import type { Invocation } from './command.ts'
import { exchangeWords as words } from './exchange-words.ts'
import { words as common } from './words.ts'

interface TakingIn {
  readonly ownerUrl: string
  readonly onProgress: (done: number, all: number, what: string) => void
  readonly signal: AbortSignal
}

/** What `load DIR` and `restore FILE` have in common: takes a municipality into an empty database, then verifies its whole history. */
export const takeIn = ({ values, console }: Invocation, from: string, take: (into: TakingIn) => Promise<Verdict<Manifest>>): Promise<number> =>
  withOwner(values, console, async (ownerUrl, finish) => {
    const onProgress = (done: number, all: number, what: string): void => console.progress(words.takingIn(done, all, what))
    const taken = await take({ ownerUrl, onProgress, signal: console.signal })
    if (!taken.ok) {
      for (const refusal of taken.refusals) console.say(refusal.text)
      console.say(words.nothingWritten)
      console.answer(taken)
      return 1
    }
    await finish()
    const client = new pg.Client({ connectionString: ownerUrl })
    await client.connect()
    try {
      const found = await verifyHistory(client, { onProgress: (done, all) => console.progress(common.verifying(done, all)), signal: console.signal })
      const anchor = `${found.head.position}:${found.head.chain}`
      const { digest, tables } = taken.value
      const rows = tables.reduce((n, t) => n + t.rows, 0)
      console.say(words.takenIn(from, rows, digest))
      console.say(found.breaks.length === 0 ? common.whole(found.rows, anchor) : common.broken(found.breaks.length))
      for (const b of found.breaks) console.say(b.text)
      console.answer({ ok: found.breaks.length === 0, rows, digest, anchor, breaks: found.breaks })
      return found.breaks.length === 0 ? 0 : 1
    } finally {
      await client.end()
    }
  })
