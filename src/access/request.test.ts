import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { isFromOurPages, isHttps, type Reached, siteOf } from './request.ts'

const plain: Reached = { origin: null, secureCookies: false, trustProxy: false }
const proxied: Reached = { ...plain, trustProxy: true }

/** What a request with these headers is read as. */
const read = async (reached: Reached, headers: Readonly<Record<string, string>>) => {
  const app = new Hono()
  app.post('/', (c) => c.json({ site: siteOf(c, reached), https: isHttps(c, reached), ours: isFromOurPages(c, reached.trustProxy) }))
  const answer = await app.request('http://inside:8040/', { method: 'POST', headers: { host: 'inside:8040', ...headers } })
  return answer.json()
}
const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'Genomslag.example.se' }

it.each([
  ['the request’s own host', plain, {}, 'http://inside:8040'],
  ['nothing that a stranger says', plain, forwarded, 'http://inside:8040'],
  ['what a proxy of ours says', proxied, forwarded, 'https://genomslag.example.se'],
  ['what the nearest proxy says', proxied, { 'x-forwarded-proto': 'http, https', 'x-forwarded-host': 'evil.example, g.example.se' }, 'https://g.example.se'],
  ['a port that is told', proxied, { 'x-forwarded-host': 'g.example.se:8443' }, 'http://g.example.se:8443'],
  ['no host that is none', proxied, { 'x-forwarded-host': 'evil.example/path?' }, 'http://inside:8040'],
  ['https where all come by it', { ...plain, secureCookies: true }, {}, 'https://inside:8040'],
  ['the configured address before all else', { ...proxied, origin: 'https://set.example.se' }, forwarded, 'https://set.example.se'],
] as const)('takes %s for the address that the reader sees', async (_, reached, headers, site) => {
  expect(await read(reached, headers)).toMatchObject({ site })
})

it('knows own pages by the host that the reader typed', async () => {
  const origin = 'https://genomslag.example.se'
  expect(await read(proxied, { ...forwarded, origin })).toMatchObject({ ours: true })
  expect(await read(plain, { ...forwarded, origin })).toMatchObject({ ours: false })
  expect(await read(proxied, { ...forwarded, origin: 'https://evil.example' })).toMatchObject({ ours: false })
})
