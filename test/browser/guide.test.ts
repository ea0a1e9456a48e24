import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/database/package-root.ts'
import type { DemoRole } from '../../src/access/step-in.ts'
import { idOf } from '../../src/demo/ids.ts'
import { guideFolder } from '../../src/guide/chapters.ts'
import { openPage } from '../chromium.ts'
import { type Served, serveDemonstration, stepInto } from './municipality.ts'

const thing = (key: string): string => idOf('thing', key)

/** The pictures of the guide: what page each shows, as whom, and from which heading. */
const pictures: readonly (readonly [name: string, address: string, role: DemoRole, from?: string])[] = [
  ['hem-namnd', '/', 'board_secretary'],
  ['trad', `/thread/${thing('kf-2021-06-23-120')}`, 'resident'],
  ['arende-beredning', `/cases/${thing('c-guldkanten-2023')}`, 'department_head', '#preparation'],
  ['foredragningslista', `/meetings/${idOf('meeting', 'aln-m-2022-05-24')}/agenda`, 'board_secretary'],
  ['kallelse', `/meetings/${idOf('meeting', 'aln-m-2022-05-24')}/summons`, 'member'],
  ['sammantrade', `/meetings/${idOf('meeting', 'aln-m-2022-05-17')}/desk`, 'board_secretary'],
  ['protokoll', `/meetings/${idOf('meeting', 'aln-m-2022-01-25')}/minutes`, 'board_secretary'],
  ['sok', '/search?q=bistånd', 'member'],
  ['beslut', `/decisions/${thing('aln-2022-01-25-8')}`, 'resident'],
  ['beslut-nytt', '/decisions/new', 'board_secretary'],
  ['vem-far-besluta', '/delegation?q=avtal&amount=300&body=aln', 'board_secretary'],
  ['obesvarat', '/petitions', 'member'],
  ['uppdrag', `/register/assignments/${thing('a-stadsdelsvardar')}`, 'department_head'],
  ['att-lamna', '/due', 'department_head'],
  ['matt', '/series/hushall-per-manad', 'controller'],
  ['motsagelse', '/series/sammandrag-intakter-budget', 'controller'],
  ['historik', `/history/${thing('a-stadsdelsvardar')}`, 'auditor', '#changes'],
  ['gallring', '/retention', 'board_secretary'],
  ['anslagstavla', '/notices', 'resident'],
  ['mobil-hem', '/', 'resident'],
]

/**
 * The guide's pictures are taken into a folder that git ignores; GENOMSLAG_GUIDE_PICTURES=1 takes them into the guide itself. What is
 * tested is that each page the guide shows opens, and that the guide shows each picture, no others, and leads nowhere in vain.
 */
const folder = process.env['GENOMSLAG_GUIDE_PICTURES'] === '1' ? path.join(guideFolder, 'pictures') : path.join(packageRoot, 'screenshots', 'guide')

const chapterTexts = (): readonly string[] =>
  readdirSync(guideFolder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(path.join(guideFolder, file), 'utf8'))

describe('the user guide', () => {
  let served: Served
  beforeAll(async () => {
    served = await serveDemonstration()
    mkdirSync(folder, { recursive: true })
  })
  afterAll(() => served.close())

  it('shows every picture that is taken, and no other, each with words', () => {
    const shown = chapterTexts().flatMap((text) => [...text.matchAll(/!\[([^\]]*)\]\(pictures\/([a-z0-9-]+)\.png\)/g)])
    expect(shown.map(([, , name]) => name).toSorted()).toEqual(pictures.map(([name]) => name).toSorted())
    for (const [, words = ''] of shown) expect(words.length).toBeGreaterThan(15)
    const kept = readdirSync(path.join(guideFolder, 'pictures')).map((file) => file.replace('.png', ''))
    expect(kept.toSorted()).toEqual(pictures.map(([name]) => name).toSorted())
  })

  it('leads only to chapters and pages that there are', async () => {
    const page = await openPage({ width: 1280, height: 900, baseUrl: served.address })
    const links = new Set(chapterTexts().flatMap((text) => [...text.matchAll(/(?<!!)\]\((\/[^)#]*|\d{2}-[a-z0-9-]+\.md)/g)].map(([, href = '']) => href)))
    for (const link of links) {
      const address = link.startsWith('/') ? link : `/guide/${link.replace(/^\d{2}-|\.md$/g, '')}`
      expect((await page.request.get(address)).status(), link).toBeLessThan(400)
    }
  })

  it('shows pages as they are', async () => {
    const open = new Map<string, Page>()
    for (const [name, address, role, from] of pictures) {
      const phone = name.startsWith('mobil')
      const key = `${role} ${phone}`
      let page = open.get(key)
      if (!page) {
        page = await openPage({ width: phone ? 390 : 1100, height: phone ? 844 : 760, baseUrl: served.address })
        await stepInto(page, role)
        open.set(key, page)
      }
      const answer = await page.goto(address)
      expect(answer?.status(), address).toBe(200)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      if (from) await page.locator(from).scrollIntoViewIfNeeded()
      if (from) await page.evaluate((at) => document.querySelector(at)?.scrollIntoView(), from)
      await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' })
    }
    expect(served.defects.map(String)).toEqual([])
  })
})
