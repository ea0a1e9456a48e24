import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type axeCore from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { packageRoot } from '../src/database/package-root.ts'
import type { TestBrowser } from './setup-browser.ts'

/** Not the package's own arguments: its single process dies with the second page. No sandbox: it must run as root too. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

let started: Promise<Browser> | undefined
const browser = (): Promise<Browser> => {
  const { program, env }: TestBrowser = inject('browser')
  const surroundings = Object.fromEntries(Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => entry[1] !== undefined))
  started ??= chromium.launch({ args, env: surroundings, headless: true, ...(program ? { executablePath: program } : { channel: 'chrome' }) })
  return started
}
afterAll(async () => (await started)?.close())

export interface PageOptions {
  /** In CSS pixels; 1280 × 900 unless told. Phones: 390 × 844, the narrowest we serve: 360. */
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  /** What the browser asks for: sv-SE unless told. */
  readonly locale?: string
  /** With false, no script of the page runs, but `<noscript>` is not shown either: Chromium's way. */
  readonly javaScript?: boolean
  /** Lets `page.goto('/cases')` find the server of the test. */
  readonly baseUrl?: string
}

/** A page in a browser profile of its own (no cookies of other tests). Closed with the browser when the test file ends. */
export const openPage = async ({
  width = 1280,
  height = 900,
  colorScheme = 'light',
  locale = 'sv-SE',
  javaScript = true,
  baseUrl,
}: PageOptions = {}): Promise<Page> => {
  const options: BrowserContextOptions = {
    viewport: { width, height },
    colorScheme,
    locale,
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
    javaScriptEnabled: javaScript,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  }
  const context = await (await browser()).newContext(options)
  context.setDefaultTimeout(60_000)
  return context.newPage()
}

let axeSource: string | undefined

/** Fails with every breach of WCAG 2.1 A and AA that axe finds, in words that say where. Not for pages opened without JavaScript: axe is a script itself. */
export const expectAccessible = async (page: Page): Promise<void> => {
  axeSource ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  // As text, which no content security policy of the page's hinders; once a document, that may be looked at in several sizes and colours.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const breaches = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: typeof axeCore }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}\n    ${node.html}\n    ${node.failureSummary ?? ''}`))
  })
  if (breaches.length > 0) expect.fail(`${page.url()} breaks WCAG:\n${breaches.join('\n')}`)
}

/** Fails when the page must be scrolled sideways (WCAG 1.4.10). */
export const expectFits = async (page: Page): Promise<void> => {
  // Between two pages there is no document to measure.
  await page.waitForLoadState('domcontentloaded')
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const)
  expect(content, `${page.url()} is wider than the window`).toBeLessThanOrEqual(window)
}

/** The whole page as screenshots/<name>.png, which git ignores: to be looked at. Taken with GENOMSLAG_PICTURES=1 alone: they are a quarter of the time. */
export const screenshot = async (page: Page, name: string): Promise<void> => {
  if (process.env['GENOMSLAG_PICTURES'] !== '1') return
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: path.join(packageRoot, 'screenshots', `${name}.png`), fullPage: true, animations: 'disabled' })
}
