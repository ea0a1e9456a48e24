import type { Deps } from '../database/transact.ts'
import { fullDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Ctx, View } from '../web/view.ts'
import { aboutWords, holdsWords, type Sheet } from './sheet/sheet.ts'
import { exchangeWords as words } from './words.ts'

/** A list that can be taken out: what the page at its address shows this reader with this query, all pages of it. Null where there is no such list. */
export interface ListOut {
  /** 'cases'; with a last part where it is one of several: 'register/agreements'. */
  readonly name: string
  sheet(c: Ctx, deps: Deps, part: string): Promise<Sheet | null>
}

interface About {
  readonly view: View
  readonly title: Text
  /** Address of the list. */
  readonly path: string
  readonly holds: string
  readonly selection: readonly string[]
  /** Can it be read in again? */
  readonly back?: boolean
}

/** What the sheet 'Om filen' tells: from where, what part, which day, for whom. */
export const aboutFile = ({ view, title, path, holds, selection, back = false }: About): Sheet['about'] => {
  const t = view.t
  const query = view.path.split('?')[1]
  const who = view.who.personId === null ? t(words.anybody) : [view.who.name, view.post].filter(Boolean).join(', ')
  return {
    name: aboutWords[view.locale],
    lines: [
      [t(words.source), `${view.desk.municipality}, ${t(title)}`],
      [holdsWords[view.locale], holds],
      [t(words.selection), selection.length > 0 ? selection.join('; ') : t(words.everything)],
      [t(words.taken), fullDay(view.today, view.locale)],
      [t(words.takenBy), who],
      [t(words.address), `${path}${query ? `?${query}` : ''}`],
      ...(back ? [[t(words.back), t(words.howToReturn)] as const] : []),
    ],
  }
}

/** The parameters that narrow a list, as they stand in its address. */
export const asked = (c: Ctx): readonly string[] =>
  [...new URL(c.req.url).searchParams]
    .filter(([name, value]) => name !== 'after' && value !== '')
    .map(([name, value]) => `${name}: ${value.replaceAll('\u0000', '').slice(0, 200)}`)
