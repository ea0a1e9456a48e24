import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisionTown, nodes, type Town, who } from '../../test/decision-town.ts'
import { day } from '../kernel/day.ts'
import type { Verdict } from '../kernel/refusal.ts'
import { addDocument } from './add-document.ts'
import { addParty } from './add-party.ts'
import { loadCase, loadDocument, loadDocuments, loadEvents, loadParties } from './case-store.ts'
import { closeCase } from './close-case.ts'
import { readCursor } from '../kernel/cursor.ts'
import { type CaseFilter, countCases, listCases } from './list-cases.ts'
import { noteEvent } from './note-event.ts'
import { type CaseInput, openCase } from './open-case.ts'
import { reopenCase } from './reopen-case.ts'

let town: Town
beforeAll(async () => {
  town = await decisionTown()
})
afterAll(() => town.close())

const codes = (v: Verdict<unknown>) => (v.ok ? [] : v.refusals.map((r) => r.code))
const done = async <T>(verdict: Promise<Verdict<T>>): Promise<T> => {
  const v = await verdict
  if (!v.ok) throw new Error(JSON.stringify(v.refusals))
  return v.value
}
const input = (more: Partial<CaseInput> = {}): CaseInput => ({
  nodeId: nodes.labour,
  title: 'Ett ärende',
  opened: day('2022-05-02'),
  party: { name: 'Kommunstyrelsen', role: 'author' },
  secrecy: null,
  ...more,
})
const open = (more: Partial<CaseInput> = {}) => done(openCase(town.deps, who.secretary, input(more)))

describe('opening', () => {
  it('numbers per body and year without gaps, also when many open at once and some are refused', async () => {
    const year = { opened: day('2021-03-01') }
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, i) => openCase(town.deps, who.secretary, input({ ...year, ...(i % 4 === 0 ? { title: '' } : {}) }))),
    )
    const numbers = all.flatMap((v) => (v.ok ? [v.value.number] : [])).toSorted()
    expect(numbers).toEqual(Array.from({ length: 9 }, (_, i) => `ALN 2021-0000${i + 1}`))
  })
  it('tells everything that is wrong at once', async () => {
    expect(codes(await openCase(town.deps, who.culture, input({ title: '', opened: null, secrecy: 'hemligt', party: { name: '', role: 'author' } })))).toEqual([
      'registration.day',
      'registration.party',
      'registration.subject',
      'case.section',
      'access.post',
    ])
    expect(codes(await openCase(town.deps, who.secretary, input({ nodeId: nodes.department })))).toEqual(['case.body'])
  })
})

describe('a case', () => {
  it('gets parties and events, is closed with a reason, and takes nothing more until it is reopened', async () => {
    const { id } = await open()
    await done(addParty(town.deps, who.secretary, { caseId: id, name: 'Föreningen', role: 'concerned' }))
    await done(noteEvent(town.deps, who.secretary, { caseId: id, day: day('2022-05-03'), text: 'Samråd hölls' }))
    expect(codes(await closeCase(town.deps, who.secretary, { caseId: id, reason: '' }))).toEqual(['case.undecided'])
    await done(closeCase(town.deps, who.secretary, { caseId: id, reason: 'Återtogs' }))
    expect(codes(await addParty(town.deps, who.secretary, { caseId: id, name: '', role: null }))).toEqual(['case.closed', 'party.name', 'party.role'])
    await done(reopenCase(town.deps, who.secretary, { caseId: id, reason: 'Nytt underlag' }))
    expect(await loadCase(town.deps.store, id)).toMatchObject({ state: 'open', closed: null })
    expect(await loadParties(town.deps.store, id)).toHaveLength(2)
    expect((await loadEvents(town.deps.store, id)).map((e) => e.text)).toEqual(['Samråd hölls', 'Återtogs', 'Nytt underlag'])
  })

  it('keeps every version of a document, and refuses two that replace the same', async () => {
    const { id } = await open({ secrecy: 'OSL 26:1' })
    const paper = (more: object) =>
      addDocument(town.deps, who.secretary, {
        caseId: id,
        kind: 'board_paper',
        title: 'Skrivelse',
        day: day('2022-05-04'),
        authorId: null,
        parts: { matter: 'Så här.' },
        ...more,
      })
    const one = await done(paper({}))
    const both = await Promise.all([paper({ replaces: one.id, title: 'Skrivelse, ny' }), paper({ replaces: one.id, title: 'Skrivelse, annan' })])
    expect(both.flatMap(codes)).toEqual(['document.replaced'])
    const documents = await loadDocuments(town.deps.store, id)
    expect(documents.map((d) => d.version)).toEqual([1, 2])
    expect(documents.every((d) => d.secrecy === 'OSL 26:1')).toBe(true)
    expect(await loadDocument(town.deps.store, one.id)).toMatchObject({ replacedBy: documents[1]?.id, title: 'Skrivelse' })
    expect(
      codes(
        await addDocument(town.deps, who.secretary, {
          caseId: id,
          kind: 'annex',
          title: '',
          day: day('2022-05-18'),
          authorId: null,
          parts: {},
          replaces: one.id,
        }),
      ),
    ).toEqual(['document.title', 'document.future'])
  })
})

const filter = (more: Partial<CaseFilter>): CaseFilter => ({
  nodeId: nodes.culture,
  year: null,
  state: null,
  search: '',
  sort: 'newest',
  secretsOf: [],
  ...more,
})

describe('the list', () => {
  it('is paged without loss in every order', async () => {
    for (let i = 0; i < 120; i++) {
      await done(
        openCase(town.deps, who.system, input({ nodeId: nodes.culture, title: `Ärende ${i % 7} Ö`, opened: day(`2022-0${(i % 4) + 1}-1${i % 3}`) }), {
          bySystem: true,
        }),
      )
    }
    for (const sort of ['newest', 'oldest', 'title'] as const) {
      const seen: string[] = []
      let after: string | null = ''
      while (after !== null) {
        const found: Awaited<ReturnType<typeof listCases>> = await listCases(town.deps.store, filter({ sort }), readCursor(after))
        seen.push(...found.cases.map((c) => c.id))
        after = found.next
      }
      expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 120, 120])
    }
    expect(await countCases(town.deps.store, filter({ search: 'ärende 3' }))).toBe(17)
    expect(await countCases(town.deps.store, filter({ year: 2021 }))).toBe(0)
  })

  it('leaks neither title nor count of what is secret', async () => {
    const secret = await done(openCase(town.deps, who.system, input({ nodeId: nodes.culture, title: 'Hemligheten', secrecy: 'OSL 26:1' }), { bySystem: true }))
    const search = { search: 'hemligheten' }
    expect(await countCases(town.deps.store, filter(search))).toBe(0)
    expect((await listCases(town.deps.store, filter({ search: secret.number }), null)).cases).toEqual([])
    expect((await listCases(town.deps.store, filter({ ...search, secretsOf: [nodes.labour] }), null)).cases).toEqual([])
    expect((await listCases(town.deps.store, filter({ ...search, secretsOf: [nodes.culture] }), null)).cases.map((c) => c.id)).toEqual([secret.id])
    expect((await listCases(town.deps.store, filter({ ...search, secretsOf: 'all' }), null)).cases.map((c) => c.id)).toEqual([secret.id])
  })
})
