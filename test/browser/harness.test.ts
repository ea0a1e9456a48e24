import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { packageRoot } from '../../src/database/package-root.ts'
import { expectAccessible, expectFits, openPage, screenshot } from '../chromium.ts'

const html = (body: string): string =>
  `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Prov</title></head><body><main>${body}</main></body></html>`
const address = (body: string): string => `data:text/html;charset=utf-8,${encodeURIComponent(html(body))}`

test('a sound page passes, as wide as asked for, in the asked-for colours and language', async () => {
  const page = await openPage({ width: 360, height: 640, colorScheme: 'dark' })
  await page.setContent(html('<h1>Beslut</h1><p>Åtgärder, ärenden och överenskommelser.</p>'))
  await expectAccessible(page)
  await expectFits(page)
  expect(await page.evaluate(() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, navigator.language])).toEqual([360, true, 'sv-SE'])
  vi.stubEnv('GENOMSLAG_PICTURES', '1')
  await screenshot(page, 'harness')
  const file = path.join(packageRoot, 'screenshots', 'harness.png')
  expect(existsSync(file)).toBe(true)
  rmSync(file)
})

test('a page with faults does not pass', async () => {
  const page = await openPage({ width: 360 })
  await page.setContent(html('<h1>Beslut</h1><img src="data:,"><input><p style="color:#ccc;width:500px">Blekt</p>'))
  await expect(expectAccessible(page)).rejects.toThrow(/color-contrast[^]*image-alt[^]*label/)
  await expect(expectFits(page)).rejects.toThrow(/wider than the window/)
})

test('without JavaScript nothing of the page runs', async () => {
  const page = await openPage({ javaScript: false })
  await page.goto(address('<h1>Beslut</h1><script>document.querySelector("h1").remove()</script>'))
  expect(await page.getByRole('heading', { name: 'Beslut' }).isVisible()).toBe(true)
})
