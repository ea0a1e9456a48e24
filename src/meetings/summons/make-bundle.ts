import { createHash } from 'node:crypto'
import { z } from 'zod'
import { loadWho } from '../../access/who.ts'
import type { Deps } from '../../database/transact.ts'
import { theBundler } from '../../documents/renderer.ts'
import { keepMade, tellMade } from '../../files/made-file.ts'
import { defineJob } from '../../jobs/job.ts'
import type { Day } from '../../kernel/day.ts'
import { anybody, type Who } from '../../kernel/who.ts'
import { loadTree, type Tree } from '../../organisation/tree.ts'
import type { Telling } from '../documents/telling.ts'
import { asSeen } from '../record/as-seen.ts'
import { loadRecord } from '../record/record-store.ts'
import { type Summons, summonsAsSent } from './as-sent.ts'
import { bundleOf } from './bundle-of.ts'
import { summonsOf, type SummonsPart, supplementOf } from './summons-of.ts'

/** Which summons, for whom. */
export interface SummonsAsked {
  readonly meetingId: string
  /** Null: the latest, or what would be sent now. */
  readonly version: number | null
  readonly onlyNew: boolean
}

/** A summons as its reader may see it. */
export interface SummonsSeen {
  readonly telling: Telling
  readonly summons: Summons
  readonly parts: readonly SummonsPart[]
  readonly tree: Tree
}

/** The summons as the reader may see it, all of it or what is new in it; undefined where there is none. */
export const seeSummons = async (
  { store }: Pick<Deps, 'store'>,
  reader: { readonly who: Who; readonly today: Day },
  { meetingId, version, onlyNew }: SummonsAsked,
): Promise<SummonsSeen | undefined> => {
  const whole = await loadRecord(store, meetingId)
  const summons = whole && (await summonsAsSent(store, whole, version))
  if (!summons) return undefined
  const tree = await loadTree(store, reader.today)
  const record = asSeen(reader, summons.record, tree)
  const parts = await summonsOf(store, reader, { ...summons, record }, tree)
  // A summons is in Swedish whatever the reader's language (språklag 10 §).
  return { telling: { record, locale: 'sv' }, summons, tree, parts: onlyNew ? supplementOf(parts, summons) : parts }
}

/** What the file is made of as this reader sees it: another reader, or another day's secrets, make another file. */
export const digestOfSummons = ({ telling, summons, parts }: SummonsSeen, personId: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([personId, telling.record, summons.version, parts]))
    .digest('hex')

export const makeBundleKind = 'make summons'
const payload = z.object({
  meetingId: z.string(),
  version: z.number().nullable(),
  onlyNew: z.boolean(),
  personId: z.string().nullable(),
  digest: z.string(),
  turn: z.number(),
})

/** How often it is asked whether the file is still wanted. */
const beat = 1000

/** Makes the one file of a large summons. Taken up again from the beginning after a crash; what has changed meanwhile is not made. */
export const makeBundleJob = defineJob(makeBundleKind, payload, async (deps, asked, signal) => {
  const { store } = deps
  if (!(await tellMade(store, asked))) return
  const today = deps.clock.today()
  const who = asked.personId ? await loadWho(store, undefined, asked.personId, today) : anybody
  const seen = await seeSummons(deps, { who, today }, asked)
  if (!seen || digestOfSummons(seen, asked.personId) !== asked.digest) return void (await tellMade(store, asked, { ended: 'failed' }))
  const stopped = new AbortController()
  const of_parts = partsIn(seen.parts)
  let done = 0
  const told = setInterval(() => {
    // A beat that is missed is made up for by the next.
    void tellMade(store, asked, { done, of_parts }).then(
      (still) => still || stopped.abort(),
      () => {},
    )
  }, beat)
  try {
    await tellMade(store, asked, { done, of_parts })
    const bundle = await bundleOf(store, seen.tree, seen.telling, seen.summons.version, seen.parts)
    const made = await theBundler().bundle(bundle, AbortSignal.any([signal, stopped.signal]), () => done++)
    signal.throwIfAborted()
    if (made.ok) await keepMade(deps, asked, made.value.bytes)
    else await tellMade(store, asked, { ended: 'refused', refusals: JSON.stringify(made.refusals) })
  } catch (error) {
    if (!signal.aborted) await tellMade(store, asked, { ended: 'failed' })
    throw error
  } finally {
    clearInterval(told)
  }
})

/** What is opened or set, each a step: the files that go in, and all that is set around them. */
const partsIn = (parts: readonly SummonsPart[]): number => parts.flatMap(({ files }) => files.filter(({ apart }) => apart === null)).length + 1

/** Is it made while the reader waits? Some tens of documents and megabytes are. */
export interface AtOnce {
  readonly documents: number
  readonly bytes: number
}
export const atOnce: AtOnce = { documents: 40, bytes: 10 * 1024 * 1024 }

export const isLarge = (parts: readonly SummonsPart[], most: AtOnce): boolean => {
  const files = parts.flatMap((part) => part.files.filter(({ apart }) => apart === null))
  const documents = parts.reduce((sum, part) => sum + part.documents.length, 0)
  return documents + files.length > most.documents || files.reduce((sum, { attachment }) => sum + attachment.size, 0) > most.bytes
}
