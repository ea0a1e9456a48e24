import type { Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { readWaysIn } from '../access/ways-in.ts'
import { buildApp } from '../app.tsx'
import { readAssets } from '../assets.ts'
import { openLive } from '../database/live.ts'
import { Trouble } from '../database/trouble.ts'
import { smtpConfig } from '../jobs/smtp.ts'
import { startRunner } from '../jobs/start-runner.ts'
import { loadIfEmpty } from '../load-demonstration.ts'
import { clockOf, depsOf, withDatabase } from '../municipality.ts'
import { closeServer } from '../operations/close-server.ts'
import { logKindOf, openLog } from '../operations/log.ts'
import { openOperations } from '../operations/operations.ts'
import { workOf } from '../work.ts'
import { type Command, WrongCall } from './command.ts'
import { words } from './words.ts'

const firstPort = 8040

const readPort = (value: unknown): number | null => {
  const text = value === undefined ? process.env['PORT'] : String(value)
  if (text === undefined) return null
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new WrongCall(words.badNumber('port', text))
  return Number(text)
}

/** A number of seconds in the environment, as milliseconds; 0 when nothing is said. */
const readSeconds = (name: string): number => {
  const text = process.env[name] ?? '0'
  if (!/^\d{1,3}(\.\d+)?$/.test(text)) throw new WrongCall(words.badSeconds(name, text))
  return Number(text) * 1000
}

/** Starts listening; with no port asked for, on the first free one from 8040. Resolves when it listens. */
const open = (fetch: Parameters<typeof listen>[0]['fetch'], host: string, port: number | null): Promise<{ server: ReturnType<typeof listen>; port: number }> =>
  new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname: host, port: port ?? firstPort }, (info) => resolve({ server, port: info.port }))
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') reject(error)
      else if (port !== null) reject(new Trouble(words.portTaken(port)))
      else resolve(open(fetch, host, 0))
    })
  })

/** Starts the server and prints its address; loads the demonstration into an empty database unless told not to. */
export const serve: Command = {
  name: 'serve',
  words: words.serve,
  options: {
    port: { type: 'string', short: 'p', words: words.servePort },
    host: { type: 'string', words: words.serveHost },
    empty: { type: 'boolean', words: words.serveEmpty },
  },
  run: async ({ values, console }) => {
    const port = readPort(values['port'])
    const log = openLog(logKindOf(process.env['GENOMSLAG_LOG'], process.stderr.isTTY === true), (line) => process.stderr.write(line))
    const waysIn = await readWaysIn(process.env, (provider, { kind, code }) => log.note('sign-in failed', { provider, kind, code }))
    const drain = readSeconds('GENOMSLAG_DRAIN')
    const host = String(values['host'] ?? process.env['HOST'] ?? '127.0.0.1')
    const smtp = smtpConfig(process.env)
    return withDatabase(values, console, async (municipality) => {
      if (values['empty'] !== true) await loadIfEmpty(municipality, console)
      const { clock, demo } = await clockOf(municipality)
      const deps = depsOf(municipality, clock)
      const live = openLive(municipality.ownerUrl)
      let working = true
      const operations = openOperations({ ...municipality, log, metricsToken: process.env['GENOMSLAG_METRICS_TOKEN'] || null, worker: () => working })
      const app = buildApp({
        operations,
        deps,
        live,
        demo,
        assets: readAssets(),
        secureCookies: process.env['GENOMSLAG_HTTPS'] === '1',
        trustProxy: process.env['GENOMSLAG_PROXY'] === '1',
        waysIn,
        sendsMail: smtp !== null,
        report: (error, number) => log.fault('defect', error, { number }),
      })
      const opened = await open(app.fetch, host, port)
      const runner = startRunner({ deps, live, work: workOf(smtp), onError: (error, kind) => log.fault('job failed', error, { kind }) })
      const address = `http://${host.includes(':') ? `[${host}]` : host}:${opened.port}/`
      log.note('serving', { port: opened.port })
      console.say(words.ready(address))
      console.answer({ ok: true, address })
      await new Promise<void>((resolve) => console.signal.addEventListener('abort', () => resolve(), { once: true }))
      console.progress(words.stopping)
      log.note('stopping')
      const stopped = runner.stop().then(() => (working = false))
      await closeServer(opened.server as Server, {
        announce: operations.stopping,
        release: live.announceClosing,
        drain,
        longest: 25_000,
      })
      await stopped
      await live.close()
      return 0
    })
  },
}
