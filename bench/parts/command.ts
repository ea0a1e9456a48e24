import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What a command took, in milliseconds; the most bytes that it had in memory, 0 where the system does not tell; and what it said. */
export interface Ran {
  readonly ms: number
  readonly most: number
  readonly said: string
}

/** Runs the command as an operator does, on the data of a folder, answering in JSON. Throws when it does not end well. */
export const genomslag = (folder: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, ['bin/genomslag.mjs', ...args, '--data', folder, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let [said, most] = ['', 0]
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const watch = setInterval(() => {
      try {
        most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
      } catch {
        // It has ended, or the system does not tell.
      }
    }, 100)
    child.once('error', reject)
    child.once('exit', (code) => {
      clearInterval(watch)
      if (code === 0) resolve({ ms: performance.now() - began, most, said })
      else reject(new Error(`${args.join(' ')} ended with ${code}: ${said.slice(0, 2000)}`))
    })
  })
