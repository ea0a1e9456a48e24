import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allDefinitions } from '../../src/registers/definitions/index.ts'
import { readTable } from '../../src/exchange/sheet/read-table.ts'
import { expectAccessible, expectFits, openPage } from '../chromium.ts'
import { type Served, serveDemonstration, stepInto } from './municipality.ts'

describe('lists out to a spreadsheet and in again', () => {
  let served: Served
  beforeAll(async () => {
    served = await serveDemonstration()
  })
  afterAll(() => served.close())

  it('every list can be taken out in both forms, by its own link', async () => {
    const page = await openPage({ baseUrl: served.address, javaScript: false })
    await stepInto(page, 'department_head')
    const measure = await served.store.selectFrom('series').select(['id', 'slug']).limit(1).executeTakeFirstOrThrow()
    const pages = [
      '/cases',
      '/decisions',
      '/dispatch',
      '/series',
      `/series/${measure.slug}`,
      '/goals?which=all',
      '/reports',
      '/bodies/aln/people',
      '/bodies/aln/due',
      '/due?whose=unit',
      '/petitions',
      '/delegation',
      '/pots',
      '/meetings',
      '/contradictions?state=open',
      `/history/${measure.id}`,
      ...allDefinitions.map((d) => `/register/${d.path}`),
    ]
    for (const address of pages) {
      await page.goto(address)
      const links = await page.locator('a[href^="/export/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
      expect(
        links.map((l) => l.replace(/\?.*/, '').split('.').at(-1)),
        address,
      ).toEqual(['xlsx', 'csv'])
      for (const link of links) {
        const answer = await page.request.get(`${served.address}${link}`)
        const read = await readTable(await answer.body())
        expect({ link, status: answer.status(), ok: read.ok }).toEqual({ link, status: 200, ok: true })
        expect(read.ok && read.value.heads.length, link).toBeGreaterThan(4)
      }
    }
    expect((await page.request.get(`${served.address}/export/nothing.xlsx`)).status()).toBe(404)
    expect(served.defects.map(String)).toEqual([])
  })

  it('a changed file shows what it would change, and is written when somebody says yes, without script and by keyboard', async () => {
    const page = await openPage({ baseUrl: served.address, javaScript: false })
    await stepInto(page, 'board_secretary')
    const csv = async (): Promise<string[][]> => {
      const text = await (await page.request.get(`${served.address}/export/register/agreements.csv`)).text()
      return text
        .replace(/^\ufeff/, '')
        .trimEnd()
        .split('\r\n')
        .map((l) => l.split(';'))
    }
    const rows = await csv()
    const at = (head: string): number => (rows[0] as string[]).indexOf(head)
    const running = rows.findIndex((r) => r[at('Läge')] === 'Gäller')
    expect(running).toBeGreaterThan(0)
    const send = async (head: string, value: string): Promise<void> => {
      await page.goto('/register/agreements')
      await page.getByRole('link', { name: 'Läs in en ändrad fil' }).click()
      const changed = rows.map((r, i) => (i === running ? r.map((cell, c) => (c === at(head) ? value : cell)) : r))
      await page.setInputFiles('input[type=file]', {
        name: 'ändrad.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(changed.map((r) => r.join(';')).join('\r\n')),
      })
      await page.getByRole('button', { name: 'Visa vad som ändras' }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/import\/waiting\//)
    }
    await send('Part', 'En annan part')
    expect(await page.locator('main').innerText()).toMatch(/En annan part[\s\S]*Bara ett beslut kan ändra/)
    expect(await page.getByRole('button', { name: /Skriv in/ }).count()).toBe(0)

    await send('Kontakt', 'Enheten för partnerskap')
    const preview = page.url()
    expect(await page.locator('main').innerText()).toContain('Enheten för partnerskap')
    expect(await csv()).toEqual(rows)
    const seeing = await openPage({ baseUrl: served.address, width: 360 })
    await stepInto(seeing, 'board_secretary')
    for (const address of [preview, '/import/register/agreements/upload']) {
      await seeing.goto(address)
      await expectAccessible(seeing)
      await expectFits(seeing)
    }
    const stranger = await openPage({ baseUrl: served.address, javaScript: false })
    await stepInto(stranger, 'department_head')
    expect((await stranger.goto(preview))?.status()).toBe(404)
    await page.getByRole('button', { name: 'Skriv in 1 rad' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/register\/agreements$/)
    expect((await csv())[running]?.[at('Kontakt')]).toBe('Enheten för partnerskap')
    expect((await page.goto(preview))?.status()).toBe(404)

    await page.goto('/import/register/agreements/upload')
    await page.setInputFiles('input[type=file]', { name: 'bild.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004 ingen arbetsbok') })
    await page.getByRole('button', { name: 'Visa vad som ändras' }).click()
    expect(await page.locator('#problems').innerText()).toContain('går inte att läsa')
    expect(served.defects.map(String)).toEqual([])
  })
})
