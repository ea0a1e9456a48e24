import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import {
  continuationUnowned,
  dispatchUnreceived,
  documentOutdated,
  type Gap,
  late,
  measureMissing,
  moneyUntraceable,
  preparationMissing,
  fieldMissing,
} from './gaps.ts'

const today = day('2022-05-17')
const interim = { label: { sv: 'Tertialrapport 1', en: 'Tertial report 1' }, due: day('2022-05-13'), doneOn: null, byReport: true }
const sent = { demandsAction: true, sent: day('2022-05-02'), received: null, receiver: { sv: 'Kulturnämnden', en: 'Culture Board' } }
const responsible = { the: { sv: 'uppdraget', en: 'the assignment' }, words: { sv: 'saknar ansvarig', en: 'without anybody responsible' } }
const loose = (what: string) => ({ what, owned: false, due: null, dropped: false })

describe('gaps: what should be there and is not', () => {
  const cases: readonly (readonly [string, Gap | null, string | null])[] = [
    ['a decision without documents', preparationMissing({ byPost: false, documents: 0 }), 'beredningen är inte inlagd'],
    ['a decision with a board paper', preparationMissing({ byPost: false, documents: 1 }), null],
    ['a delegated decision needs none', preparationMissing({ byPost: true, documents: 0 }), null],
    ['an open assignment without a responsible post', fieldMissing({ ...responsible, open: true, filled: false }), 'uppdraget saknar ansvarig'],
    ['a fulfilled one', fieldMissing({ ...responsible, open: false, filled: false }), null],
    ['one with a responsible post', fieldMissing({ ...responsible, open: true, filled: true }), null],
    ['sent 15 days ago, unreceived', dispatchUnreceived(sent, today), 'Kulturnämnden har inte tagit emot beslutet'],
    ['sent 14 days ago: still in time', dispatchUnreceived({ ...sent, sent: day('2022-05-03') }, today), null],
    ['received', dispatchUnreceived({ ...sent, received: day('2022-05-10') }, today), null],
    ['sent for information only', dispatchUnreceived({ ...sent, demandsAction: false }, today), null],
    ['a frame nobody follows', moneyUntraceable({ figures: 0 }), 'pengarna går inte att följa'],
    ['a frame with an outcome', moneyUntraceable({ figures: 1 }), null],
    ['in force after its last day', documentOutdated({ open: true, validTo: day('2022-05-16') }, today), 'giltighetstiden gick ut 16\u00a0maj'],
    ['on its last day', documentOutdated({ open: true, validTo: today }, today), null],
    ['replaced', documentOutdated({ open: false, validTo: day('2020-12-31') }, today), null],
    ['a report four days late', late(interim, today), 'tertialrapport 1 saknas'],
    ['a report due today', late({ ...interim, due: today }, today), null],
    ['a report handed in', late({ ...interim, doneOn: day('2022-05-16') }, today), null],
    ['six areas without owner', continuationUnowned(['a', 'b', 'c', 'd', 'e', 'f'].map(loose)), 'sex delar av det som skulle fortsätta saknar ägare'],
    ['owner but no day', continuationUnowned([{ what: 'a', owned: true, due: null, dropped: false }]), 'en del av det som skulle fortsätta saknar ägare'],
    ['expressly dropped', continuationUnowned([{ ...loose('a'), dropped: true }]), null],
    ['intended effect, no measure', measureMissing({ effectIntended: true, series: 0, waived: false, of: null }), 'inget mått är valt'],
    ['one of several lacks it', measureMissing({ effectIntended: true, series: 0, waived: false, of: 'Vägen' }), 'inget mått är valt för ”Vägen”'],
    ['a measure is tied', measureMissing({ effectIntended: true, series: 1, waived: false, of: null }), null],
    ['noted that none is needed', measureMissing({ effectIntended: true, series: 0, waived: true, of: null }), null],
  ]
  it.each(cases)('%s', (_name, gap, expected) => expect(gap?.words.sv ?? null).toBe(expected))

  it('says how late in days, and when it was due', () => {
    expect(late(interim, today)?.short).toEqual({ sv: '4\u00a0dagar sen', en: '4\u00a0days late' })
    expect(late({ ...interim, due: day('2022-05-16') }, today)?.short.sv).toBe('1\u00a0dag sen')
    expect(late(interim, today)?.why.sv).toBe('Skulle lämnats 13\u00a0maj.')
  })

  it('tells a report from another act by the question it answers', () => {
    expect(late(interim, today)?.question).toBe(3)
    expect(late({ ...interim, byReport: false }, today)).toMatchObject({ question: 2, code: 'act_late', mend: 'do_act' })
  })
})
