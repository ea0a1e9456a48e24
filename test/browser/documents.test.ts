import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../src/demo/ids.ts'
import { expectAccessible, openPage } from '../chromium.ts'
import { readPdf } from '../pdf.ts'
import { type Served, serveDemonstration, stepInto } from './municipality.ts'

const thing = (key: string): string => idOf('thing', key)

describe('files and documents', () => {
  let served: Served
  beforeAll(async () => {
    served = await serveDemonstration()
  })
  afterAll(() => served.close())

  it('a secretary attaches files without script, and anybody reads them', async () => {
    const page = await openPage({ baseUrl: served.address, javaScript: false })
    await stepInto(page, 'board_secretary')
    await page.goto(`/cases/${thing('c-spira')}/upload`)
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5 * 1024 * 1024, 'x')])
    await page.setInputFiles('#field-files', [
      { name: 'Underlag_till_avtalet.pdf', mimeType: 'application/octet-stream', buffer: large },
      { name: 'siffror.csv', mimeType: 'text/csv', buffer: Buffer.from('år;antal\n2021;12\n') },
    ])
    await page.locator('main form button.btn').click()
    expect(new URL(page.url()).pathname).toBe(`/cases/${thing('c-spira')}`)
    const href = await page.locator('#attachments a[href^="/files/"]').first().getAttribute('href')
    const resident = await openPage({ baseUrl: served.address })
    const got = await resident.request.get(`${served.address}${href}`)
    expect([got.status(), (await got.body()).equals(large)]).toEqual([200, true])
    await resident.goto(`/cases/${thing('c-spira')}`)
    await expectAccessible(resident)
    expect(served.defects.map(String)).toEqual([])
  })

  it('what can be read as a page can be had as tagged PDF and for Word', async () => {
    const page = await openPage({ baseUrl: served.address })
    await stepInto(page, 'resident')
    const series = (await served.store.selectFrom('series').select('slug').orderBy('slug').executeTakeFirstOrThrow()).slug
    const report = (await served.store.selectFrom('report').select('id').orderBy('id').executeTakeFirstOrThrow()).id
    const paths = [
      `/documents/${thing('d-iop-kvinnojouren')}`,
      `/decisions/${thing('kf-2021-06-23-120')}`,
      `/register/assignments/${thing('a-stadsdelsvardar')}`,
      `/reports/${report}`,
      `/series/${series}`,
    ]
    for (const path of paths) {
      await page.goto(path)
      const [pdf, docx] = await Promise.all(['Som PDF', 'Som Word'].map((name) => page.getByRole('link', { name }).first().getAttribute('href')))
      const answer = await page.request.get(`${served.address}${pdf}`)
      expect([path, answer.status(), answer.headers()['content-type']]).toEqual([path, 200, 'application/pdf'])
      const body = await answer.body()
      const read = await readPdf(body)
      expect([path, read.ua, read.title.length > 3, read.outline.length > 0]).toEqual([path, '1', true, true])
      const word = await page.request.get(`${served.address}${docx}`)
      expect([path, word.status(), word.headers()['content-disposition']?.startsWith('attachment')]).toEqual([path, 200, true])
    }
    expect((await page.request.get(`${served.address}/documents/${thing('c-individ')}/pdf`)).status()).toBe(404)
    expect(served.defects.map(String)).toEqual([])
  })

  it('the door takes in no file without the token of the session, nor from other sites', async () => {
    const page = await openPage({ baseUrl: served.address })
    const path = `${served.address}/cases/${thing('c-spira')}/upload`
    const files = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.alloc(3 * 1024 * 1024, 'a') }
    expect((await page.request.post(path, { multipart: { _csrf: 'x', files } })).status()).toBe(403)
    await stepInto(page, 'board_secretary')
    expect((await page.request.post(path, { multipart: { files } })).status()).toBe(403)
    expect((await page.request.post(path, { multipart: { files }, headers: { origin: 'https://annan.example' } })).status()).toBe(403)
    const broken = await page.request.post(path, { data: 'x', headers: { 'content-type': 'multipart/form-data' } })
    expect(broken.status()).toBe(403)
    expect(served.defects.map(String)).toEqual([])
  })
})
