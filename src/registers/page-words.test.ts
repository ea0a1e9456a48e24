import { describe, expect, test } from 'vitest'
import { agreement } from './definitions/agreement.ts'
import { assignment } from './definitions/assignment.ts'
import { isNeuter, pageWords as words } from './page-words.ts'

const gap = { sv: 'saknar ansvarig', en: 'without anybody responsible' }

describe('the opening sentence', () => {
  test.each([
    [assignment, 0, 'Nämnden har inga uppdrag.', 'Nämnden has no assignments.'],
    [assignment, 1, 'Nämnden har ett uppdrag.', 'Nämnden has one assignment.'],
    [assignment, 14, 'Nämnden har 14 uppdrag.', 'Nämnden has 14 assignments.'],
    [assignment, 10_001, 'Nämnden har fler än 10\u00a0000 uppdrag.', 'Nämnden has more than 10\u00a0000 assignments.'],
    [agreement, 1, 'Nämnden har en överenskommelse.', 'Nämnden has one agreement.'],
    [agreement, 5, 'Nämnden har 5 överenskommelser.', 'Nämnden has 5 agreements.'],
  ])('counts', (definition, n, sv, en) => {
    expect(words.has(definition, 'Nämnden', n, isNeuter(definition))).toEqual({ sv, en })
  })

  test.each([
    [[{ n: 1 }], 1, true, 'det är sent', 'it is late'],
    [[{ n: 1 }], 1, false, 'den är sen', 'it is late'],
    [[{ n: 3 }], 3, true, 'de är sena', 'they are late'],
    [[{ n: 2, gap }], 2, true, 'de saknar ansvarig', 'they are without anybody responsible'],
    [[{ n: 1 }, { n: 1, gap }], 2, true, 'ett är sent och ett saknar ansvarig', 'one is late and one is without anybody responsible'],
    [[{ n: 1 }, { n: 4, gap }], 4, false, 'en är sen och fyra saknar ansvarig', 'one is late and four are without anybody responsible'],
  ])('tells what is broken: %j', (breaks, total, neuter, sv, en) => {
    expect(words.breaks(breaks, total, neuter)).toEqual({ sv, en })
  })

  test('and that nothing is', () => {
    expect(words.whole([gap], true)).toEqual({ sv: 'Inget är sent och inget saknar ansvarig.', en: 'None is late and none is without anybody responsible.' })
  })
})
