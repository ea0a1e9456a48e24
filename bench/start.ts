// How long until the address is printed: a fresh start (nothing but npm install), and a start with data, against
// the embedded database alone. Whole processes, as `npm start` runs them. Usage: node bench/start.ts [runs]
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded } from '../src/database/embedded.ts'
import { row, table } from './measure.ts'

const runs = Number(process.argv[2] ?? 5)
const folder = (): string => mkdtempSync(path.join(tmpdir(), 'genomslag-bench-'))

/** Milliseconds from starting the command until it says where it is; it is then asked to stop, and has stopped. */
const untilReady = (data: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, ['bin/genomslag.mjs', 'serve', '--json', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] })
    let took = 0
    child.stdout.on('data', () => {
      took ||= performance.now() - began
      child.kill('SIGTERM')
    })
    child.on('exit', () => (took > 0 ? resolve(took) : reject(new Error('ended before it was ready'))))
  })

const databaseAlone = async (data: string): Promise<number> => {
  const began = performance.now()
  const { stop } = await startEmbedded({ dir: path.join(data, 'postgres'), log: () => {} })
  const took = performance.now() - began
  await stop()
  return took
}

const fresh: number[] = []
const again: number[] = []
const bareFresh: number[] = []
const bareAgain: number[] = []
for (let i = 0; i < runs; i++) {
  const [whole, bare] = [folder(), folder()]
  fresh.push(await untilReady(whole))
  bareFresh.push(await databaseAlone(bare))
  again.push(await untilReady(whole))
  bareAgain.push(await databaseAlone(bare))
  for (const data of [whole, bare]) rmSync(data, { recursive: true, force: true })
}
table('Start, until the address is printed (ms)', [row('fresh, with the demonstration loaded', fresh, bareFresh), row('with data', again, bareAgain)])
