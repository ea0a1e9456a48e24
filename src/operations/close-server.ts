import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

interface Closing {
  /** Tells those who watch that nobody new is to be sent here. */
  readonly announce: () => void
  /** Lets those go who would stay for ever: the streams of events. */
  readonly release: () => void
  /** So long, in milliseconds, the process goes on answering everybody: whoever shares out the readers needs that time to notice. */
  readonly drain: number
  /** So long, in milliseconds, what has begun may go on after that. */
  readonly longest: number
}

/** From then on every answer tells its connection to close, so that no reader sends anything on one that is about to go. */
const closeConnections = (server: Server): void => {
  server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => response.setHeader('Connection', 'close'))
}

/**
 * Lets a server come to its end without a failed request: announced first, then closed to newcomers, what has begun is answered.
 * Resolves with whether everything came to its end by itself.
 */
export const closeServer = async (server: Server, { announce, release, drain, longest }: Closing): Promise<boolean> => {
  announce()
  closeConnections(server)
  release()
  if (drain > 0) await pause(drain)
  const closed = new Promise<boolean>((resolve) => server.close(() => resolve(true)))
  server.closeIdleConnections()
  // Once more: somebody may have come back during the drain.
  release()
  const whole = await Promise.race([closed, pause(longest, false, { ref: false })])
  if (!whole) server.closeAllConnections()
  return whole
}
