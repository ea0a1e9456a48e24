import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisionTown, nodes, type Town, who } from '../../test/decision-town.ts'
import { appFor, type Room, roomFor } from '../../test/room.ts'
import { openCase } from '../cases/open-case.ts'
import { caseRoutes } from '../cases/routes.tsx'
import { closeCase } from '../cases/close-case.ts'
import { verifyHistory } from '../database/verify.ts'
import { day } from '../kernel/day.ts'
import { anybody, type Who } from '../kernel/who.ts'
import { fileRoutes } from './routes.tsx'

let town: Town
beforeAll(async () => {
  town = await decisionTown()
})
afterAll(() => town.close())

const room = (reader: Who): Room =>
  roomFor(
    (app, deps) => {
      caseRoutes(app, deps)
      fileRoutes(app, deps)
    },
    town.deps,
    reader,
  )
const form = (files: Readonly<Record<string, Uint8Array | string>>, title = ''): FormData => {
  const data = new FormData()
  data.append('title', title)
  for (const [name, content] of Object.entries(files)) data.append('files', new Blob([content as BlobPart]), name)
  return data
}
const newCase = async (secrecy: string | null = null): Promise<string> => {
  const party = { name: 'N', role: 'applicant' } as const
  const opened = await openCase(
    town.deps,
    who.system,
    { nodeId: nodes.labour, title: 'Lokaler', opened: day('2022-05-02'), party, secrecy },
    { bySystem: true },
  )
  if (!opened.ok) throw new Error('no case')
  return opened.value.id
}
const hrefs = async (path: string, reader: Who = who.secretary): Promise<string[]> =>
  [...(await room(reader).get(path)).text.matchAll(/href="(\/files\/[^"]+)"/g)].map((m) => m[1] as string)
const pdf = (text: string): string => `%PDF-1.7\n${text}`

describe('files attached to a case', () => {
  it('are kept once by their digest, and come back byte by byte', async () => {
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_300_000)])
    const [first, second] = [await newCase(), await newCase()]
    expect((await room(who.secretary).send(`/cases/${first}/upload`, form({ 'Risk analys.pdf': large }))).to).toBe(`/cases/${first}#attachments`)
    expect((await room(who.secretary).send(`/cases/${second}/upload`, form({ 'samma.pdf': large, 'två.csv': 'a;b\n' }))).status).toBe(303)
    const sha256 = createHash('sha256').update(large).digest('hex')
    const stored = await town.deps.store.selectFrom('stored_file').selectAll().where('sha256', '=', sha256).execute()
    expect(stored).toEqual([{ sha256, size: large.length, kind: 'pdf', charset: null }])
    const [href = ''] = await hrefs(`/cases/${first}`)
    expect(href).toMatch(/\/Risk%20analys\.pdf$/)
    const app = appFor(fileRoutes, town.deps, anybody)
    const answer = await app.request(href)
    expect(Buffer.from(await answer.arrayBuffer()).equals(large)).toBe(true)
    const headers = Object.fromEntries(answer.headers)
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'content-length': String(large.length), 'x-content-type-options': 'nosniff' })
    expect(headers['content-disposition']).toMatch(/^inline;/)
    expect((await app.request(href, { headers: { 'If-None-Match': headers['etag'] as string } })).status).toBe(304)
    const csv = await app.request((await hrefs(`/cases/${second}`))[1] ?? '')
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(csv.headers.get('content-security-policy')).toContain('sandbox')
  })

  it('are superseded, never overwritten, by one new version at a time', async () => {
    const id = await newCase()
    const secretary = room(who.secretary)
    await secretary.send(`/cases/${id}/upload`, form({ 'plan.pdf': pdf('1') }, 'Planen'))
    const [old = ''] = await hrefs(`/cases/${id}`)
    const path = `/cases/${id}/upload?replaces=${old.split('/')[2]}`
    expect((await secretary.get(path)).text).toContain('Ny version av Planen')
    const both = await Promise.all([secretary.send(path, form({ 'plan.pdf': pdf('2') })), secretary.send(path, form({ 'plan.pdf': pdf('3') }))])
    expect(both.map((b) => b.status).toSorted()).toEqual([303, 422])
    expect(both.find((b) => b.status === 422)?.text).toContain('redan en nyare version')
    expect((await hrefs(`/cases/${id}`)).length).toBe(2)
    expect((await secretary.get(old)).text).toBe(pdf('1'))
    expect((await secretary.send(path, form({ 'a.pdf': pdf('4'), 'b.pdf': pdf('5') }))).text).toContain('En ny version är en enda fil.')
  })

  it('are refused in plain words, with the title kept', async () => {
    const id = await newCase()
    const secretary = room(who.secretary)
    const bad = await secretary.send(`/cases/${id}/upload`, form({ 'a.exe': 'MZ\u0000', 'tom.txt': '', 'bra.txt': 'Bra' }, 'Tre filer'))
    expect(bad.status).toBe(422)
    for (const words of ['a.exe är inte', 'tom.txt är tom', 'value="Tre filer"', 'välj dem igen']) expect(bad.text).toContain(words)
    expect((await secretary.send(`/cases/${id}/upload`, form({}))).text).toContain('Välj en fil.')
    expect((await room(who.member).send(`/cases/${id}/upload`, form({ 'a.txt': 'A' }))).status).toBe(422)
    expect((await room(who.member).get(`/cases/${id}/upload`)).status).toBe(403)
    await secretary.send(`/cases/${id}/upload`, form({ 'bra.txt': 'Bra' }))
    expect((await secretary.send(`/cases/${id}/upload`, form({ 'bra igen.txt': 'Bra' }))).text).toContain('redan bifogad')
    await closeCase(town.deps, who.secretary, { caseId: id, reason: 'Slut' })
    expect((await secretary.send(`/cases/${id}/upload`, form({ 'ny.txt': 'Ny' }))).text).toContain('Ärendet avslutades')
    expect((await hrefs(`/cases/${id}`)).length).toBe(1)
  })

  it('are as secret as the case, also on an open document in it', async () => {
    const id = await newCase('OSL 26:1')
    const secretary = room(who.secretary)
    const filed = await secretary.post(`/cases/${id}/documents/new?kind=annex`, { title: 'Bilaga', day: '2022-05-03', body: 'Text', secrecy: '' })
    expect((await secretary.send(`${filed.to}/upload`, form({ 'hemlig.txt': 'Hemligsson' }))).to).toBe(`${filed.to}#attachments`)
    const [href = ''] = await hrefs(filed.to)
    expect((await secretary.get(href)).text).toBe('Hemligsson')
    // Even were the document itself open, its case is not.
    for (const reader of [anybody, who.culture]) {
      const answer = await room(reader).get(href)
      expect([answer.status, answer.text.includes('Hemligsson'), answer.text.includes('hemlig.txt</')]).toEqual([403, false, false])
    }
    for (const path of ['/files/x', '/files/0190b0b0-0000-7000-8000-999999999999/a.pdf']) expect((await secretary.get(path)).status).toBe(404)
  })

  it('are guarded by the database: whole, unaltered, and found out by the verification', async () => {
    const id = await newCase()
    await room(who.secretary).send(`/cases/${id}/upload`, form({ 'a.txt': 'Vaktad' }))
    const sha256 = createHash('sha256').update('Vaktad').digest('hex')
    const { store } = town.deps
    await expect(
      store
        .updateTable('file_chunk')
        .set({ bytes: Buffer.from('X') })
        .where('sha256', '=', sha256)
        .execute(),
    ).rejects.toThrow('refused')
    await expect(store.deleteFrom('file_chunk').where('sha256', '=', sha256).execute()).rejects.toThrow('refused')
    await expect(store.updateTable('attachment').set({ title: 'X' }).where('thing_id', '=', id).execute()).rejects.toThrow('append-only')
    const owner = new pg.Client({ connectionString: town.ownerUrl })
    await owner.connect()
    try {
      expect((await verifyHistory(owner)).breaks).toEqual([])
      await owner.query('alter table file_chunk disable trigger whole_only')
      await owner.query(`update file_chunk set bytes = 'Rubbad' where sha256 = $1`, [sha256])
      expect((await verifyHistory(owner)).breaks).toMatchObject([{ relation: 'file_chunk', kind: 'altered', key: sha256 }])
    } finally {
      await owner.end()
    }
  })
})
