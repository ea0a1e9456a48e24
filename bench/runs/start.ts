import { spawn } from 'node:child_process'
import path from 'node:path'
import { startEmbedded } from '../../src/database/embedded.ts'

/** Milliseconds from starting the command on the data of a folder until it says where it is; it is then asked to stop, and has stopped. */
export const untilReady = (data: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, ['bin/genomslag.mjs', 'serve', '--port', '0', '--json', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] })
    let took = 0
    child.stdout.on('data', () => {
      took ||= performance.now() - began
      child.kill('SIGTERM')
    })
    child.on('exit', () => (took > 0 ? resolve(took) : reject(new Error('ended before it was ready'))))
  })

/** The same for the database alone, in milliseconds. */
export const databaseAlone = async (data: string): Promise<number> => {
  const began = performance.now()
  const { stop } = await startEmbedded({ dir: path.join(data, 'postgres'), log: () => {} })
  const took = performance.now() - began
  await stop()
  return took
}
