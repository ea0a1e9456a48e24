import { noteSecrets } from '../access/access-log.ts'
import { reviewSecrets } from '../access/review-secrets.ts'
import { loadCast } from '../access/step-in.ts'
import { loadWho } from '../access/who.ts'
import type { Deps } from '../database/transact.ts'
import { clockAt } from '../kernel/clock.ts'
import { type Day, day } from '../kernel/day.ts'
import type { Who } from '../kernel/who.ts'
import { must } from './event.ts'
import { idOf } from './ids.ts'

const looks: readonly (readonly [at: string, role: Parameters<Awaited<ReturnType<typeof loadCast>>['get']>[0], thing: string, how: 'look' | 'search'])[] = [
  ['2021-12-07 14:05', 'board_secretary', 'c-individ', 'look'],
  ['2021-12-09 10:12', 'board_secretary', 'd-individ', 'look'],
  ['2021-12-13 16:40', 'chair', 'd-individ', 'look'],
  ['2021-12-14 08:55', 'chair', 'd-individ', 'look'],
  ['2022-01-10 09:30', 'board_secretary', 'c-individ', 'look'],
  ['2022-02-03 11:02', 'department_head', 'c-individ', 'look'],
  ['2022-02-21 22:47', 'member', 'd-individ', 'look'],
  ['2022-02-21 22:58', 'member', 'c-individ', 'look'],
  ['2022-03-09 13:20', 'board_secretary', 'c-individ', 'search'],
  ['2022-03-29 09:05', 'controller', 'd-individ', 'look'],
  ['2022-03-29 09:11', 'controller', 'c-individ', 'look'],
  ['2022-04-26 10:31', 'auditor', 'c-individ', 'look'],
]

/** Who has read the one secret case of the demonstration, and the auditor's review of the first of it. Invented. */
export const loadLooks = async (deps: Deps): Promise<void> => {
  const cast = await loadCast(deps)
  const whoIs = async (role: (typeof looks)[number][1], on: Day): Promise<Who> => loadWho(deps.store, undefined, cast.get(role) ?? '', on)
  for (const [at, role, thing, how] of looks) {
    const on = day(at.slice(0, 10))
    const clock = clockAt(on, () => swedish(at))
    await noteSecrets({ ...deps, clock }, await whoIs(role, on), how, [idOf('thing', thing)], thing.startsWith('d') ? '/documents/:id' : '/cases/:id')
  }
  const on = day('2022-01-20')
  const comment = 'Gått igenom samtliga läsningar. Alla har handlagt ärendet eller deltagit i beslutet.'
  const review = { nodeId: idOf('node', 'boras'), from: day('2021-12-01'), to: day('2021-12-31'), remarks: 0, comment }
  must('review of looks', await reviewSecrets({ ...deps, clock: clockAt(on) }, await whoIs('auditor', on), review))
}

/** The instant of a Swedish time of winter or summer. */
const swedish = (at: string): Date => {
  const plain = new Date(`${at.replace(' ', 'T')}:00Z`)
  const there = new Date(
    `${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' }).format(plain).replace(' ', 'T')}Z`,
  )
  return new Date(plain.getTime() * 2 - there.getTime())
}
