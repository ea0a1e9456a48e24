import type { MiddlewareHandler } from 'hono'
import type { Env } from '../web/view.ts'

interface Waiting {
  /** True when it is their turn, false when they have gone. */
  readonly call: (comes: boolean) => void
}

/**
 * Works on at most `most` readings at once; the others wait in the order they came, each costing little more than its connection, so that
 * a rush grows a queue and not the memory, and what is begun is soon finished. Who gives up leaves the queue and costs nothing more.
 * What is written is let through at once: it is little, and its sender waits to hear that it is stored.
 */
export const queueReaders = (most = 40): MiddlewareHandler<Env> => {
  let working = 0
  const queue = new Set<Waiting>()
  const turn = (signal: AbortSignal): Promise<boolean> => {
    if (working < most) {
      working += 1
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const waiting: Waiting = { call: resolve }
      queue.add(waiting)
      signal.addEventListener('abort', () => queue.delete(waiting) && resolve(false), { once: true })
    })
  }
  const done = (): void => {
    const [next] = queue
    if (next === undefined) {
      working -= 1
      return
    }
    queue.delete(next)
    next.call(true)
  }
  return async (c, next) => {
    if (c.req.method !== 'GET') return next()
    if (!(await turn(c.req.raw.signal))) return c.body(null, 408)
    try {
      await next()
    } finally {
      done()
    }
  }
}
