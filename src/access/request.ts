import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The address at the other end of the socket; '' when the program was called without one. No header has a say. */
const socketAddress = (c: Context): string => {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}

const isLoopback = (address: string): boolean => address === '::1' || /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address)

/** Headers that a proxy leaves behind: then the socket's other end is the proxy, not the visitor. */
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via', 'cf-connecting-ip']

const localHosts = ['localhost', '127.0.0.1', '[::1]']
const withoutPort = (host: string): string => host.toLowerCase().replace(/:\d+$/, '')

/**
 * Does the visitor sit at the machine itself? Yes only when the socket comes from a loopback address, no proxy has left a trace,
 * and the address typed was the machine's own (another name that points here, DNS rebinding, is somebody else's page).
 */
export const isAtTheMachine = (c: Context): boolean =>
  isLoopback(socketAddress(c)) && !forwarded.some((name) => c.req.header(name) !== undefined) && localHosts.includes(withoutPort(c.req.header('host') ?? ''))

/** The visitor's address, for the rate limit. Behind a proxy of our own it is the last one that the proxy wrote. */
export const visitorAddress = (c: Context, trustProxy: boolean): string => {
  const last = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return last || socketAddress(c)
}

/** How readers reach the program: what was configured, for whatever needs to know the address that they see. */
export interface Reached {
  /** The address that readers see, as configured; null: as each request says. */
  readonly origin: string | null
  /** Is every reader on https? */
  readonly secureCookies: boolean
  /** May what a proxy of ours says of the reader's own request be believed? */
  readonly trustProxy: boolean
}

/** What our own proxy wrote last in a header of its own; what came to it from elsewhere stands before that, and has no say. */
const fromProxy = (c: Context, name: string, trustProxy: boolean): string | undefined =>
  (trustProxy ? c.req.header(name)?.split(',').at(-1)?.trim().toLowerCase() : undefined) || undefined

/** Did the reader come by https? Then cookies are for https only. As configured, or as a proxy of ours says (X-Forwarded-Proto). */
export const isHttps = (c: Context, { secureCookies, trustProxy }: Omit<Reached, 'origin'>): boolean =>
  secureCookies || fromProxy(c, 'x-forwarded-proto', trustProxy) === 'https'

/** The host that the reader typed, with its port: as a proxy of ours says (X-Forwarded-Host), else the request's own. */
const hostOf = (c: Context, trustProxy: boolean): string => {
  const told = fromProxy(c, 'x-forwarded-host', trustProxy)
  return told !== undefined && isHost.test(told) ? told : (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
}
const isHost = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/

/** Where readers find this municipality ('https://genomslag.example.se'): as configured, else as they asked for it. */
export const siteOf = (c: Context, { origin, ...reached }: Reached): string =>
  origin ?? new URL(`${isHttps(c, reached) ? 'https' : 'http'}://${hostOf(c, reached.trustProxy)}`).origin

/** Was it sent from one of our own pages? Asked of every request that changes something, before its form token. */
export const isFromOurPages = (c: Context, trustProxy: boolean): boolean => {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('origin')
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === hostOf(c, trustProxy)
}

/** A path of our own to go back to, or '/': never another site. */
export const ownPath = (wanted: string | undefined): string => (wanted !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : '/')
