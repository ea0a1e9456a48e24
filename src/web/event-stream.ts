import type { Live, LiveEvent } from '../kernel/live.ts'
import type { Ctx } from './view.ts'

interface EventStream {
  readonly live: Live
  readonly topic: string
  /** What the browser is sent for an event; null for nothing. Without it: that the page should be drawn anew. */
  readonly write?: (event: LiveEvent) => string | null
  /** At any news of this the stream ends, and whether the reader may hear is judged anew when the browser comes back. */
  readonly endsAt?: { readonly live: Live; readonly topic: string } | undefined
}

/** Turbo draws the page that is open anew, by morphing what differs; what the reader is typing in stays (`data-turbo-permanent`). */
export const drawAnew = '<turbo-stream action="refresh"></turbo-stream>'

/** Sent when nothing else is, so that no proxy on the way takes the silence for the end. */
const breath = 20_000
/** Then the browser is asked to come again: whether it may hear is judged anew. */
const longest = 5 * 60_000
/** A reader that has taken in nothing for so many messages is let go, and told what it missed when it comes back. */
const patience = 100

/**
 * Answers with a stream of server-sent events about a topic, for `<turbo-stream-source src="…?after={live.mark()}">` or an
 * EventSource. Ask `may` first. With `after`, taken before the page loads what it shows, nothing falls between page and stream. The
 * browser comes back by itself when the stream ends, tells the last id it heard, and is given what came after it.
 */
export const eventStream = (c: Ctx, { live, topic, write = () => drawAnew, endsAt }: EventStream): Response => {
  let stop = (): void => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const bytes = new TextEncoder()
        let over = false
        let unsubscribe = (): void => {}
        let unwatch = (): void => {}
        const send = (text: string): void => {
          if (!over) controller.enqueue(bytes.encode(text))
          if (!over && (controller.desiredSize ?? 0) < -patience) end()
        }
        const breathing = setInterval(() => send(':\n\n'), breath).unref()
        const ending = setTimeout(() => end(), longest).unref()
        const end = (): void => {
          stop()
          controller.close()
        }
        stop = () => {
          over = true
          clearInterval(breathing)
          clearTimeout(ending)
          unsubscribe()
          unwatch()
        }
        // Half a second to two: those who come back after a restart do not come all at once.
        send(`retry: ${500 + Math.floor(Math.random() * 1500)}\n\n`)
        unsubscribe = live.subscribe(
          topic,
          (news) => {
            if (over) return
            if (news.kind === 'closing') return end()
            const data = news.kind === 'missed' ? drawAnew : write(news)
            if (data !== null) send(`${news.kind === 'event' ? `id: ${news.id}\n` : ''}${dataLines(data)}\n\n`)
          },
          c.req.header('last-event-id') ?? c.req.query('after') ?? null,
        )
        if (endsAt && !over) unwatch = endsAt.live.subscribe(endsAt.topic, () => !over && end())
        if (over) stop()
      },
      cancel: () => stop(),
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  )
  return c.body(body, 200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'private, no-store, no-transform',
    'X-Accel-Buffering': 'no',
  })
}

const dataLines = (data: string): string =>
  data
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}`)
    .join('\n')
