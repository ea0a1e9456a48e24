import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { type BoardPaperParts, documentKinds, documentRemarks, type OfficialOpinionParts, partsOfKind } from './document.ts'
import { readParts, typedOf } from './read-document.ts'

const paper = {
  decision: ['godkänna rapporten'],
  summary: 'Kort.',
  matter: 'Rapporten beskriver året.',
  basis: ['Rapport 2022-01-11'],
  cooperation: [{ forum: 'FSG', day: day('2022-01-13'), kind: 'information' }],
  dispatchTo: ['Kommunstyrelsen'],
  signatures: ['Ordförande', 'Förvaltningschef'],
} satisfies BoardPaperParts

const codes = (kind: (typeof documentKinds)[number], parts: object) => documentRemarks(kind, parts as Record<string, unknown>).map((r) => r.code)

describe('remarks on a document', () => {
  it('a whole board paper has none', () => expect(codes('board_paper', paper)).toEqual([]))
  it('points out a missing dispatch list', () => expect(codes('board_paper', { ...paper, dispatchTo: undefined })).toEqual(['document.lacks.dispatchTo']))
  it('points out undated cooperation', () =>
    expect(codes('board_paper', { ...paper, cooperation: [{ forum: 'FSG', day: null, kind: 'cooperation' }] })).toEqual(['document.undated_cooperation']))
  it('does not ask for a summary of a board paper', () => expect(codes('board_paper', { ...paper, summary: undefined })).toEqual([]))
  it('points out assessments that were expressly not made', () => {
    const parts: OfficialOpinionParts = { economic: { none: true }, ecological: { text: 'Mindre resor.' } }
    expect(codes('official_opinion', parts)).toContain('document.no_analysis')
    expect(codes('official_opinion', parts)).toContain('document.lacks.social')
    expect(codes('official_opinion', parts)).not.toContain('document.lacks.ecological')
  })
  it.each(documentKinds)('an empty %s lacks every part that is expected', (kind) => {
    expect(codes(kind, {})).toEqual(partsOfKind[kind].filter((p) => p.missing).map((p) => `document.lacks.${p.name}`))
  })
})

describe('reading a document form', () => {
  it('gives back what was filled in', () => {
    expect(readParts('board_paper', typedOf('board_paper', paper))).toEqual({ ok: true, value: paper })
    const opinion = {
      issued: day('2022-03-14'),
      reference: '0758/21',
      economic: { none: true },
      social: { text: 'Jämlikare.' },
      proposal: ['anteckna'],
    } satisfies OfficialOpinionParts
    expect(readParts('official_opinion', typedOf('official_opinion', opinion))).toEqual({ ok: true, value: opinion })
  })
  it('drops “att” and empty lines from clauses', () => {
    expect(readParts('board_paper', { decision: ['att godkänna\r\n\r\n Att översända '] })).toEqual({
      ok: true,
      value: { decision: ['godkänna', 'översända'] },
    })
  })
  it('tells every problem at once', () => {
    const read = readParts('official_opinion', { issued: ['snart'], economic: ['x'], 'economic.none': ['on'], 'cooperation.1.day': ['2022-13-01'] })
    expect(read.ok ? [] : read.refusals.map((r) => r.field)).toEqual(['issued', 'economic', 'cooperation.1.forum', 'cooperation.1.day'])
  })
})
