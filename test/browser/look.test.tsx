import { createServer, type Server } from 'node:http'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/database/package-root.ts'
import { expectAccessible, expectFits, openPage, screenshot } from '../chromium.ts'
import { galleryPages } from '../gallery/pages.tsx'

// The gallery: every component with real content and no server of ours behind it, under the policy that pages are sent with.
const folder = path.join(packageRoot, 'screenshots', 'gallery')
const pages = galleryPages()
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'"
const types: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', woff2: 'font/woff2' }
let server: Server
let origin = ''
const drafts: string[] = []

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  const entryPoints = { look: 'src/web/look/look.css', main: 'src/web/client/main.ts' }
  await build({ absWorkingDir: packageRoot, entryPoints, bundle: true, format: 'esm', outdir: folder, loader: { '.woff2': 'file' } })
  for (const { name, html } of pages) writeFileSync(path.join(folder, `${name}.html`), html)
  server = createServer((request, response) => {
    const name = path.basename((request.url ?? '').split('?')[0] ?? '')
    if (request.method === 'POST') {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        drafts.push(body)
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ saved: '2022-05-17T08:43:00.000Z' }))
      })
      return
    }
    try {
      const file = readFileSync(path.join(folder, name))
      response.writeHead(200, { 'content-type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain', 'content-security-policy': policy }).end(file)
    } catch {
      response.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const open = async (name: string, options: Parameters<typeof openPage>[0] = {}): Promise<{ page: Page; refused: string[] }> => {
  const page = await openPage(options)
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) refused.push(message.text())
  })
  page.on('pageerror', (error) => refused.push(error.message))
  await page.goto(`${origin}/${name}.html`)
  return { page, refused }
}

describe.each(pages.map((p) => p.name))('the look: %s', (name) => {
  test.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('%d wide, %s: accessible, and the policy refuses nothing', async (width, colorScheme) => {
    const { page, refused } = await open(name, { width, colorScheme })
    await page.waitForFunction(() => document.querySelector('[data-keys]') !== null)
    // Before axe and the picture, which bring styles of their own.
    expect(refused).toEqual([])
    await expectAccessible(page)
    await screenshot(page, `gallery/${name}-${width}-${colorScheme}`)
    await page.close()
  })

  test('is never wider than the window', async () => {
    const { page } = await open(name)
    for (const width of [1280, 820, 390, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await expectFits(page)
    }
    await page.close()
  })
})

test('no component writes inline style, which the content security policy would refuse', () => {
  for (const { name, html } of pages) expect(html.match(/<[^>]+\sstyle=[^>]*>/)?.[0], name).toBeUndefined()
})

test('every id is used once a page', () => {
  for (const { name, html } of pages) {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])
    expect(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      name,
    ).toEqual([])
  }
})

test('letters in the drawn thread are as wide as the layout took them for, or narrower', async () => {
  const { page } = await open('thread-sizes')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const wider = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll<SVGTextElement>('.thread-pic svg.wide text')].map((t) => ({
      text: t.textContent,
      box: t.getBBox(),
      of: t.ownerSVGElement,
    }))
    return boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) =>
            b.of === a.of &&
            a.box.x < b.box.x + b.box.width &&
            b.box.x < a.box.x + a.box.width &&
            a.box.y + 4 < b.box.y + b.box.height &&
            b.box.y + 4 < a.box.y + a.box.height,
        )
        .map((b) => `${a.text} meets ${b.text}`),
    )
  })
  expect(wider).toEqual([])
  await page.close()
})

describe('the script', () => {
  test('a refused form: the reader stands at what is wrong, and a link leads to the field', async () => {
    const { page } = await open('form')
    await page.waitForFunction(() => document.activeElement?.id === 'problems')
    await page.getByRole('link', { name: 'Ange hur utgiften ska finansieras.' }).click()
    await page.waitForFunction(() => document.activeElement?.id === 'field-financing')
    await page.close()
  })

  test('keys: / finds, ? tells, and they can be turned off for good', async () => {
    const { page } = await open('register')
    await page.waitForFunction(() => document.querySelector('[data-keys]') !== null)
    await page.locator('main').focus()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('find')
    await page.keyboard.type('?1')
    expect(await page.locator('#find').inputValue()).toBe('?1')
    await page.locator('main').focus()
    await page.keyboard.press('j')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Stadsdelsvärdar')
    await page.keyboard.press('?')
    await expectAccessible(page)
    await page.getByRole('checkbox', { name: 'Använd tangenterna' }).click()
    await page.getByRole('button', { name: 'Stäng' }).click()
    await page.reload()
    await page.waitForFunction(() => document.querySelector('[data-keys]') !== null)
    await page.keyboard.press('?')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await page.getByRole('button', { name: 'Tangenter' }).click()
    expect(await page.locator('dialog[open]').count()).toBe(1)
    await page.close()
  })

  test('a draft is saved a moment after the last letter, and the form says so', async () => {
    const { page } = await open('form')
    await page.waitForFunction(() => document.documentElement.classList.contains('js'))
    await page.getByLabel('Belopp för 2022').fill('2 500')
    await page.waitForFunction(() => document.querySelector('[data-draft-status]')?.textContent === 'Utkast sparat kl. 10.43')
    expect(drafts).toHaveLength(1)
    expect(new URLSearchParams(drafts[0]).get('amount')).toBe('2 500')
    await page.close()
  })
})
