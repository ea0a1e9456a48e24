import { randomBytes } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Pool } from 'pg'
import { sameText } from '../access/token.ts'
import { isAtTheMachine } from '../access/request.ts'
import type { Store } from '../database/connection.ts'
import type { App, Ctx, Env } from '../web/view.ts'
import { counter, gauge, histogram, type Metric, openMetrics, openMetricsType } from './metrics.ts'
import type { Log } from './log.ts'
import { askReadiness, isReady } from './readiness.ts'
import { countJobs } from './count-jobs.ts'

interface OperationsConfig {
  readonly store: Store
  readonly pool: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>
  readonly log: Log
  /** With it /metrics answers from anywhere; without, only at the machine itself. */
  readonly metricsToken: string | null
  /** Is the work for later being done in this process? */
  readonly worker: () => boolean
}

/** How the process is seen from outside: who watches over it, and who runs it. */
export interface Operations {
  /** First of all that stands before the pages: counts, times and notes every request. */
  readonly observe: MiddlewareHandler<Env>
  /** /healthz, /readyz and /metrics. */
  endpoints(app: App): void
  /** From now on the process is not ready: nobody new is to be sent here. */
  stopping(): void
  readonly isStopping: () => boolean
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const
const own = ['/healthz', '/readyz', '/metrics']

/** Opens the watch over this process. */
export const openOperations = ({ store, pool, log, metricsToken, worker }: OperationsConfig): Operations => {
  let stopping = false
  let inFlight = 0
  const requests = counter({ name: 'genomslag_http_requests', help: 'Requests answered, by route pattern.' })
  const durations = histogram({ name: 'genomslag_http_request_duration_seconds', help: 'Time until the answer began.', unit: 'seconds' }, seconds)
  const metrics = [
    requests,
    durations,
    ...standing(
      pool,
      () => inFlight,
      () => stopping,
    ),
  ]

  const observe: MiddlewareHandler<Env> = async (c, next) => {
    const began = performance.now()
    const id = randomBytes(8).toString('hex')
    c.header('X-Request-Id', id)
    inFlight++
    try {
      await next()
    } finally {
      inFlight--
      const [method, route, status] = [methodOf(c), routeOf(c), c.res.status]
      const took = (performance.now() - began) / 1000
      requests.add({ method, route, status })
      durations.observe({ method, route }, took)
      if (!own.includes(route)) log.note('request', { id, method, route, status, ms: Math.round(took * 10_000) / 10 })
    }
  }

  const endpoints = (app: App): void => {
    // Alive is whoever answers. A database that is away is no reason to be started anew: that is what /readyz tells.
    app.get('/healthz', (c) => c.text('ok'))
    app.get('/readyz', async (c) => {
      const readiness = await askReadiness(store, { worker: worker(), open: !stopping })
      c.header('Cache-Control', 'no-store')
      return c.json(readiness, isReady(readiness) ? 200 : 503)
    })
    app.get('/metrics', async (c) => {
      if (!mayRead(c, metricsToken)) return c.text('', 403)
      const jobs = await countJobs(store)
      return c.body(openMetrics([...metrics, jobs]), 200, { 'Content-Type': openMetricsType, 'Cache-Control': 'no-store' })
    })
  }
  return { observe, endpoints, stopping: () => (stopping = true), isStopping: () => stopping }
}

/** What tells no pattern (nothing is there, or it was refused at the door) is one and the same. */
const routeOf = (c: Ctx): string => {
  const route = routePath(c)
  return route.includes('*') && !route.startsWith('/assets') ? 'other' : route
}
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const methodOf = (c: Ctx): string => (methods.includes(c.req.method) ? c.req.method : 'other')

const mayRead = (c: Ctx, token: string | null): boolean => {
  const sent = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  return token === null ? isAtTheMachine(c) : sent !== undefined && sameText(sent, token)
}

/** What stands at a value each time it is asked: the process and its connections. */
const standing = (pool: OperationsConfig['pool'], inFlight: () => number, stopping: () => boolean): readonly Metric[] => {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const started = Date.now() / 1000 - process.uptime()
  const cpu = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const late = (): number => {
    const most = delay.max / 1e9
    delay.reset()
    return most
  }
  return [
    gauge({ name: 'genomslag_http_requests_in_flight', help: 'Requests being answered.' }, () => [[{}, inFlight()]]),
    gauge({ name: 'genomslag_stopping', help: '1 from when the process was told to stop.' }, () => [[{}, stopping() ? 1 : 0]]),
    gauge({ name: 'genomslag_database_connections', help: 'Connections of the pool; waiting are requests for one.' }, () => [
      [{ state: 'busy' }, pool.totalCount - pool.idleCount],
      [{ state: 'idle' }, pool.idleCount],
      [{ state: 'waiting' }, pool.waitingCount],
    ]),
    { lines: () => ['# TYPE process_cpu_seconds counter', '# UNIT process_cpu_seconds seconds', `process_cpu_seconds_total ${cpu()}`] },
    gauge({ name: 'process_resident_memory_bytes', help: 'Memory held.', unit: 'bytes' }, () => [[{}, process.memoryUsage.rss()]]),
    gauge({ name: 'process_start_time_seconds', help: 'When the process began.', unit: 'seconds' }, () => [[{}, started]]),
    gauge({ name: 'nodejs_eventloop_delay_max_seconds', help: 'Longest the process kept everybody waiting since last asked.', unit: 'seconds' }, () => [
      [{}, late()],
    ]),
  ]
}
