import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoRoles } from '../../src/access/step-in.ts'
import { type Served, serveDemonstration } from './municipality.ts'

let served: Served
beforeAll(async () => {
  served = await serveDemonstration()
})
afterAll(() => served.close())

/** A visitor without a browser: keeps cookies, and steps into a role by the menu's form. */
const visitor = async (role: string) => {
  const kept = new Map<string, string>()
  const ask = async (address: string, body?: URLSearchParams): Promise<Response> => {
    const headers = { cookie: [...kept].map(([name, value]) => `${name}=${value}`).join('; '), origin: served.address }
    const answer = await fetch(served.address + address, { redirect: 'manual', headers, ...(body ? { method: 'POST', body } : {}) })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/)
      kept.set(name, value)
    }
    return answer
  }
  const token = /name="_csrf" value="([^"]*)"/.exec(await (await ask('/demo')).text())?.[1] ?? ''
  if (role !== 'resident') expect((await ask('/demo/step-in', new URLSearchParams({ _csrf: token, role }))).status).toBe(303)
  return ask
}

const plain = (text: string): string =>
  text.replaceAll(/&(amp|quot|lt|gt|#x27|#39);/g, (_, name: string) => ({ amp: '&', quot: '"', lt: '<', gt: '>' })[name] ?? "'")
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : plain(found)
}

const linksOf = (html: string): readonly string[] => [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href = '']) => plain(href))

interface Form {
  readonly action: string
  readonly hidden: URLSearchParams
}
/** The forms that write, each with its hidden fields and with what its first button says, as when it is sent unfilled. */
const formsOf = (html: string, address: string): readonly Form[] =>
  [...html.matchAll(/<form ([^>]*method="post"[^>]*)>([^]*?)<\/form>/g)].map(([, head = '', inside = '']) => {
    const fields = [...inside.matchAll(/<input [^>]*type="hidden"[^>]*>/g)].map(([tag]) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''])
    const button = /<button [^>]*>/.exec(inside)?.[0] ?? ''
    const said = attribute(button, 'name')
    return {
      action: attribute(button, 'formaction') ?? attribute(` ${head}`, 'action') ?? address,
      hidden: new URLSearchParams([...fields, ...(said ? [[said, attribute(button, 'value') ?? '']] : [])]),
    }
  })

/** What leads out of the role, and files that take their time and are offered beside what they are made of. */
const aside = /^\/(sign-out|demo|language|assets)|\.(xlsx|csv)(\?|$)|\/pdf$|\/pdf$|^\/guide\/pictures/

/**
 * Law 3: what is offered is not refused. Follows the links of each kind from page to page, as each role of the demonstration, and then
 * sends the forms that it met, unfilled: they may lack what must be filled in, but nobody is told that they may not, or that there is none.
 */
it.each(demoRoles)('nothing is offered to the %s that is refused', async (role) => {
  const ask = await visitor(role)
  const refused: string[] = []
  const tried = new Map<string, number>()
  const forms = new Map<string, { readonly at: string; readonly which: number }>()
  const queue: [address: string, from: string][] = [['/', '']]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [address, from] = next
    const kind = `${served.routeOf(address)} ${[...new URL(address, served.address).searchParams.keys()].toSorted().join(' ')}`
    const times = tried.get(kind) ?? 0
    if (times >= (/\?|\/(pdf|docx)$/.test(address) ? 1 : 2) || aside.test(address)) continue
    tried.set(kind, times + 1)
    const answer = await ask(address)
    if ([403, 404].includes(answer.status) || answer.status >= 500) refused.push(`${answer.status} ${address} on ${from}`)
    const onward = answer.headers.get('location')
    if (onward?.startsWith('/')) queue.push([onward, from])
    const html = (answer.headers.get('content-type') ?? '').includes('html') ? await answer.text() : void (await answer.body?.cancel())
    if (!html) continue
    for (const link of linksOf(html)) queue.push([link, address])
    for (const [which, { action, hidden }] of formsOf(html, address).entries()) {
      const act = `${served.routeOf(action) ?? action.replaceAll(/[0-9a-f-]{36}/g, ':id')} ${hidden.get('act') ?? ''} ${[...hidden.keys()].toSorted().join(' ')}`
      if (!forms.has(act)) forms.set(act, { at: address, which })
    }
  }
  for (const { at, which } of forms.values()) {
    // The page anew: what was sent before may have changed it.
    const form = formsOf(await (await ask(at)).text(), at)[which]
    if (!form || aside.test(form.action)) continue
    const answer = await ask(form.action, form.hidden)
    await answer.body?.cancel()
    if ([403, 404].includes(answer.status) || answer.status >= 500) refused.push(`${answer.status} POST ${form.action} ${form.hidden} on ${at}`)
  }
  expect(refused).toEqual([])
  expect(served.defects.map(String)).toEqual([])
})
