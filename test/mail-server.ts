import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A letter as a real mail server received it. */
export interface Received {
  readonly to: string
  readonly messageId: string
  readonly raw: string
}

export interface MailServer {
  readonly url: string
  readonly received: readonly Received[]
  /** How the server behaves from now on; each is asked for every letter. */
  behave(how: Partial<Pick<SMTPServerOptions, 'onRcptTo' | 'onMailFrom' | 'onData'>>): void
  /** Cuts every line, without a word. */
  cut(): void
  close(): Promise<void>
}

/** A real mail server on a port of the test's own, that takes every letter until told to behave otherwise. */
export const mailServer = async (port = 0): Promise<MailServer> => {
  const received: Received[] = []
  const take: NonNullable<SMTPServerOptions['onData']> = (stream, session, done) => {
    let raw = ''
    stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')))
    stream.on('end', () => {
      received.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId: /^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim() ?? '', raw })
      done()
    })
  }
  let how: Parameters<MailServer['behave']>[0] = {}
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onMailFrom: (from, session, done) => (how.onMailFrom ? how.onMailFrom(from, session, done) : done()),
    onRcptTo: (to, session, done) => (how.onRcptTo ? how.onRcptTo(to, session, done) : done()),
    onData: (stream, session, done) => (how.onData ? how.onData(stream, session, (error, message) => done(error, message)) : take(stream, session, done)),
  })
  server.on('error', () => {})
  const sockets = new Set<Socket>()
  // A process that is killed resets its lines, also those that the server has no ear for any more.
  server.server.on('connection', (socket: Socket) => sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {})))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    behave: (wanted) => (how = wanted),
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
