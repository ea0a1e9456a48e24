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
    const waysIn = await readWaysIn(process.env, (provider, { kind, code }) => process.stderr.write(`sign-in ${provider} ${kind} ${code}\n`))
    const host = String(values['host'] ?? process.env['HOST'] ?? '127.0.0.1')
    const smtp = smtpConfig(process.env)
    return withDatabase(values, console, async (municipality) => {
      if (values['empty'] !== true) await loadIfEmpty(municipality, console)
      const { clock, demo } = await clockOf(municipality)
      const deps = depsOf(municipality, clock)
      const live = openLive(municipality.ownerUrl)
      const app = buildApp({
        deps,
        live,
        demo,
        assets: readAssets(),
        secureCookies: process.env['GENOMSLAG_HTTPS'] === '1',
        trustProxy: process.env['GENOMSLAG_PROXY'] === '1',
        waysIn,
        report: (error, number) => process.stderr.write(`${number} ${error.stack}\n`),
      })
      const opened = await open(app.fetch, host, port)
      const runner = startRunner({ deps, live, work: workOf(smtp), onError: (error, kind) => process.stderr.write(`${kind} ${error.stack}\n`) })
      const address = `http://${host.includes(':') ? `[${host}]` : host}:${opened.port}/`
      console.say(words.ready(address))
      console.answer({ ok: true, address })
      await new Promise<void>((resolve) => console.signal.addEventListener('abort', () => resolve(), { once: true }))
      console.progress(words.stopping)
      live.announceClosing()
      const closed = new Promise<void>((resolve) => {
        opened.server.close(() => resolve())
        setTimeout(resolve, 3000).unref()
      })
      await Promise.all([closed, runner.stop()])
      await live.close()
      return 0
    })
  },
}
