import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '../../../test/demonstration.ts'
import { readPdf } from '../../../test/pdf.ts'
import { appFor } from '../../../test/room.ts'
import { loadWho } from '../../access/who.ts'
import { addDocument } from '../../cases/add-document.ts'
import { caseRoutes } from '../../cases/routes.tsx'
import { idOf } from '../../demo/ids.ts'
import { bundleIndex } from '../../documents/bundle.ts'
import { openRenderer, theBundler } from '../../documents/renderer.ts'
import { fileRoutes } from '../../files/routes.tsx'
import { clockAt } from '../../kernel/clock.ts'
import { day } from '../../kernel/day.ts'
import { timeOrderedIds } from '../../kernel/identity.ts'
import { anybody, type Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { transact } from '../../database/transact.ts'
import { agendaNow, loadVersions, sendAgenda } from '../before/send-agenda.ts'
import { loadRecord } from '../record/record-store.ts'
import { seenBy } from '../record/seen-by.ts'
import { seesSecretsOf } from '../../access/visible.ts'
import { takeJob } from '../../jobs/job-store.ts'
import { runDue } from '../../jobs/run-job.ts'
import { summonsAsSent } from './as-sent.ts'
import { bundleOf } from './bundle-of.ts'
import { makeBundleJob } from './make-bundle.ts'
import { paperChanges } from './paper.ts'
import { loadPapers, papersNow } from './paper-store.ts'
import { summonsRoutes } from './routes.tsx'
import { summonsOf } from './summons-of.ts'

let town: Awaited<ReturnType<typeof demonstration>>
let secretary: Who
const today = day('2022-05-17')
const meetingId = idOf('meeting', 'aln-m-2022-05-24')
const address = `/meetings/${meetingId}/summons`
const deps = () => ({ store: town.store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) })
const app = (who: Who) =>
  appFor(
    (routes, given) => {
      caseRoutes(routes, given)
      fileRoutes(routes, given)
      summonsRoutes(routes, given)
    },
    deps(),
    who,
  )

const attachTo = async (caseKey: string, files: Readonly<Record<string, Uint8Array | string>>): Promise<void> => {
  const form = new FormData()
  for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content as BlobPart]), name)
  const done = await app(secretary).request(`/cases/${idOf('thing', caseKey)}/upload`, { method: 'POST', body: form })
  if (done.status !== 303) throw new Error(await done.text())
}

beforeAll(async () => {
  town = await demonstration()
  secretary = await loadWho(town.store, undefined, idOf('person', 'ellen-sandqvist'), today)
  const renderer = openRenderer({ own: null })
  const pdf = await renderer.pdf({
    kind: 'document',
    language: 'sv',
    title: 'Bilagan',
    sort: 'Bilaga',
    authority: 'Arbetslivsnämnden',
    municipality: 'Borås Stad',
    margin: [],
    blocks: [{ kind: 'paragraph', text: 'Text ur bilagan.' }],
    sections: [],
  })
  await renderer.close()
  if (!pdf.ok) throw new Error('no attachment')
  await attachTo('c-uppfoljning-2022', { 'Tertialrapport.pdf': pdf.value.bytes, 'Underlag.csv': 'a;b\n1;2\n' })
  const hidden = await addDocument(deps(), secretary, {
    caseId: idOf('thing', 'c-uppfoljning-2022'),
    kind: 'annex',
    title: 'Hemlig bilaga',
    day: today,
    parts: { body: 'Om enskilda.' },
    authorId: null,
    secrecy: 'OSL 26:1',
  })
  if (!hidden.ok) throw new Error(JSON.stringify(hidden.refusals))
  await attachTo('c-individ', { 'Hemlig utredning.pdf': pdf.value.bytes })
  const sent = await sendAgenda(deps(), secretary, { meetingId, why: 'Tre handlingar till.' })
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusals))
})
afterAll(async () => {
  await theBundler().close()
  await town.drop()
})

/** The documents and files that the page links to, by their names in its order. */
const linked = async (who: Who, version = ''): Promise<{ readonly names: readonly string[]; readonly hrefs: readonly string[]; readonly text: string }> => {
  const text = (await (await app(who).request(`${address}${version}`)).text()).replaceAll('<!-- -->', '')
  // What has come since is told beside what was sent, and is no part of it.
  const sent = text.replace(/<div class="q2">.*?<\/div>|<span class="sub">.*?<\/span>/gs, '')
  const links = [...sent.matchAll(/<a href="(\/(?:documents|files)\/[^"]+)"[^>]*>([^<]+)<\/a>/g)]
  return { names: links.map((l) => l[2] ?? ''), hrefs: links.map((l) => l[1] ?? ''), text }
}
const bundled = async (who: Who, room?: number) => {
  const tree = await loadTree(town.store, today)
  const whole = await loadRecord(town.store, meetingId)
  if (!whole) throw new Error('no meeting')
  const summons = await summonsAsSent(town.store, whole, null)
  if (!summons) throw new Error('no summons')
  const record = seenBy(summons.record, seesSecretsOf(who, tree, today), who.personId)
  const parts = await summonsOf(town.store, { who, today }, { ...summons, record }, tree, room)
  return bundleOf(town.store, tree, { record, locale: 'sv' }, summons.version, parts)
}

describe('a summons', () => {
  it('lists on its page what its file holds, for those who keep it and for anybody', async () => {
    const names = new Map<Who, readonly string[]>()
    for (const who of [secretary, anybody]) {
      const page = await linked(who)
      const index = bundleIndex(await bundled(who))
      expect(page.names).toEqual(index.filter((e) => e.level === 2).map((e) => e.title))
      for (const href of page.hrefs) expect([href, (await app(who).request(href)).status]).toEqual([href, 200])
      names.set(who, page.names)
    }
    expect(names.get(anybody)).toEqual(expect.arrayContaining(['Tertialrapport', 'Underlag']))
    const more = (names.get(secretary) ?? []).filter((name) => !names.get(anybody)?.includes(name))
    expect(more).toEqual(['Hemlig bilaga', 'Utredningar i nio enskilda ärenden', 'Hemlig utredning'])
  })

  it('tells a resident a secret item by its section alone, with why, and tells that other files are fetched apart', async () => {
    const { text } = await linked(anybody)
    expect(text).toContain('OSL 26:1')
    expect(text).toContain('hämtas för sig')
    for (const secret of ['Hemlig bilaga', 'Utredningar i nio', 'Hemlig utredning', 'Enskilt ärende', 'ALN 2021-00201'])
      expect([secret, text.includes(secret)]).toEqual([secret, false])
    const { parts } = await bundled(anybody)
    // A secret document of an open case: the case's other documents stand, with why one does not.
    expect(parts[0]).toMatchObject({ title: 'Uppföljning april 2022, tertial 1', about: expect.stringContaining('OSL 26:1') })
    expect((await bundled(secretary)).parts.map((p) => p.about)).toEqual(parts.map(() => undefined))
    const part = parts.find((p) => p.title.includes('Sekretessbelagt'))
    expect(part).toMatchObject({ docs: [], files: [], about: expect.stringContaining('OSL 26:1') })
  })

  it('is one tagged PDF with each document and attached PDF as a bookmark', async () => {
    for (const who of [secretary, anybody]) {
      const answer = await app(who).request(`${address}/pdf`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      const bytes = new Uint8Array(await answer.arrayBuffer())
      expect(Buffer.from(bytes.subarray(0, 4)).toString('latin1')).toBe('%PDF')
      const pdf = await readPdf(bytes)
      for (const { title } of bundleIndex(await bundled(who))) expect(pdf.outline).toContain(title)
      expect(pdf.text).toContain('Text ur bilagan.')
      expect([pdf.text, ...pdf.outline].some((text) => text.includes('Utredningar i nio'))).toBe(who === secretary)
    }
  })

  it('lists a PDF that it has no room for, and leaves its contents outside', async () => {
    const files = (await bundled(anybody, 100)).parts.flatMap((p) => p.files)
    expect(files.map((f) => [f.title, f.pdf, f.apart])).toEqual(
      expect.arrayContaining([
        ['Tertialrapport', null, 'large'],
        ['Underlag', null, 'kind'],
      ]),
    )
    expect(files.every((f) => f.pdf === null)).toBe(true)
  })

  it('shows what was sent, in each version, and what has come since', async () => {
    const titlesOf = async (version: string) => (await linked(secretary, version)).names
    const [first, second] = [await titlesOf('?version=1'), await titlesOf('?version=2')]
    expect(first).toContain('Prognos per verksamhet')
    expect(first).not.toContain('Anteckningar från FSG 16 maj 2022')
    expect(second).toContain('Anteckningar från FSG 16 maj 2022')
    expect(second).not.toContain('Tertialrapport')
    // The supplement is what the version brought, as a file of its own.
    const supplement = await readPdf(new Uint8Array(await (await app(secretary).request(`${address}/pdf?version=2&only=new`)).arrayBuffer()))
    expect(supplement.text).toContain('inget att erinra')
    expect(supplement.outline).not.toContain('Guldkanten 2020–2022')

    const later = await addDocument(deps(), secretary, {
      caseId: idOf('thing', 'c-guldkanten-2023'),
      kind: 'board_paper',
      title: 'Guldkanten efter 2022, reviderad',
      day: today,
      parts: { matter: 'Ny text.' },
      authorId: null,
      replaces: idOf('thing', 'd-guldkanten-2023'),
    })
    if (!later.ok) throw new Error(JSON.stringify(later.refusals))
    await attachTo('c-samkraft', { 'Sent inkommet.csv': 'a;b\n' })
    const now = await linked(secretary, '')
    expect(now.names).toContain('Guldkanten efter 2022')
    expect(now.text).toMatch(new RegExp(`href="/documents/${later.value.id}"[^>]*>Senare version finns: version 2`))
    expect(now.text).toMatch(/Har kommit efter utskicket:.*Sent inkommet/s)
    for (const who of [secretary, anybody]) {
      expect((await bundled(who)).parts.flatMap((p) => p.docs.map((d) => d.title))).not.toContain('Guldkanten efter 2022, reviderad')
    }
    const told = bundleIndex(await bundled(secretary)).map((e) => e.title)
    expect(told).not.toContain('Sent inkommet')

    expect(await sendAgenda(deps(), secretary, { meetingId, why: '' })).toMatchObject({ ok: false, refusals: [{ code: 'agenda.why' }] })
    expect(await sendAgenda(deps(), secretary, { meetingId, why: 'Reviderat förslag.' })).toMatchObject({ ok: true, value: { no: 4 } })
    expect(await sendAgenda(deps(), secretary, { meetingId, why: 'Igen.' })).toMatchObject({ ok: false, refusals: [{ code: 'agenda.unchanged' }] })
    const [whole, agenda] = [await loadRecord(town.store, meetingId), await agendaNow(town.store, meetingId)]
    const kept = await loadPapers(
      town.store,
      (await loadVersions(town.store, meetingId)).map((v) => v.id),
    )
    const [before = [], after = []] = [...kept.values()].slice(-2)
    expect(paperChanges(before, after).map((c) => [c.what, c.paper.title])).toEqual([
      ['newer', 'Guldkanten efter 2022, reviderad'],
      ['added', 'Sent inkommet'],
      ['withdrawn', 'Så har Guldkanten arbetat 2020–2022'],
      ['withdrawn', 'Utkast till överenskommelse från 2023'],
    ])
    expect(after).toEqual(await papersNow(town.store, agenda))
    expect(whole?.items.length).toBe(agenda.length)
    expect((await app(anybody).request(`${address}?version=9`)).status).toBe(404)
  })

  it('finds what no longer is what its digest says', async () => {
    expect((await linked(secretary)).text).not.toContain('Stämmer inte med fingeravtrycket')
    await transact({ ...deps() }, { actor: 'system:test', act: 'alter' }, (tx) =>
      tx.updateTable('thing').set({ title: 'Projekt Samkraft!' }).where('id', '=', idOf('thing', 'd-samkraft')).execute(),
    )
    expect((await linked(secretary)).text).toContain('Stämmer inte med fingeravtrycket')
  })

  it('is missing where there is no meeting', async () => {
    for (const path of ['/meetings/x/summons', `/meetings/${idOf('meeting', 'none')}/summons/pdf`]) expect((await app(anybody).request(path)).status).toBe(404)
  })
})

describe('a large summons', () => {
  const making = `${address}/making`
  const large = (who: Who) => appFor((routes, given) => summonsRoutes(routes, given, { documents: 0, bytes: 0 }), deps(), who)
  const holder = '0190b0b0-0000-7000-8000-0000000000aa'
  const work = () => runDue({ ...deps(), holder }, [makeBundleJob])
  const textOf = async (who: Who, path = making): Promise<string> => (await (await large(who).request(path)).text()).replaceAll('<!-- -->', '')
  const send = (who: Who, path = making) => large(who).request(path, { method: 'POST', body: new URLSearchParams() })

  it('is put together as work for later, told of on a page, and fetched when it is there', async () => {
    expect((await large(secretary).request(`${address}/pdf`)).headers.get('location')).toBe(making)
    expect(await textOf(secretary)).toContain('Sätt samman filen')
    await send(secretary)
    await send(secretary)
    const going = await large(secretary).request(making)
    expect([going.headers.get('refresh'), (await going.text()).includes('<progress')]).toEqual(['4', true])
    expect((await large(secretary).request(`${making}?still=yes`)).headers.get('refresh')).toBeNull()
    expect(await work()).toBe(1)
    expect(await textOf(secretary)).toContain('Filen är klar')
    const file = await large(secretary).request(`${address}/pdf`)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    const direct = await readPdf(new Uint8Array(await (await app(secretary).request(`${address}/pdf`)).arrayBuffer()))
    expect((await readPdf(new Uint8Array(await file.arrayBuffer()))).pages).toBe(direct.pages)
  })

  it('is another file for whoever sees less, and made anew when something of it becomes secret', async () => {
    expect(await textOf(anybody)).toContain('Sätt samman filen')
    expect((await large(anybody).request(`${address}/pdf`)).status).toBe(303)
    await transact(deps(), { actor: 'system:test', act: 'mark' }, (tx) =>
      tx.updateTable('thing').set({ secrecy: 'OSL 26:1' }).where('id', '=', idOf('thing', 'c-uppfoljning-2022')).execute(),
    )
    expect(await textOf(secretary)).not.toContain('Filen är klar')
  })

  it('is stopped by who asked for it, and taken up again when its process died', async () => {
    await send(secretary)
    await send(secretary, `${making}/stop`)
    expect(await textOf(secretary)).toContain('Arbetet är avbrutet')
    await work()
    expect((await large(secretary).request(`${address}/pdf`)).status).toBe(303)
    await send(secretary)
    expect(await takeJob(town.store, '0190b0b0-0000-7000-8000-0000000000bb', [makeBundleJob.kind], -1)).not.toBeNull()
    expect(await textOf(secretary)).toContain('<progress')
    await work()
    expect(await textOf(secretary)).toContain('Filen är klar')
  })
})
