import { longDay } from '../kernel/day.ts'
import { type Locale, say, type Text } from '../kernel/text.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Mark } from '../registers/define.ts'
import { type Continuation, isGap } from './report.ts'
import { words } from './words.ts'

/** Where it stands with what was to go on after a report: which post or unit owns it and until when, that it is done or dropped, or that nobody owns it. */
export const continuationStanding = (item: Continuation, tree: Tree, locale: Locale): { readonly mark: Mark; readonly text: string } => {
  const t = (text: Text): string => say(text, locale)
  if (isGap(item)) return { mark: 'gap', text: t(words.noOwner) }
  if (item.dropped !== null) return { mark: 'stop', text: t(words.dropped(item.dropped)) }
  if (item.doneOn !== null) return { mark: 'done', text: t(words.doneOn(longDay(item.doneOn, locale))) }
  const owner = item.postTitle ?? (item.nodeId === null ? undefined : tree.get(item.nodeId)?.name) ?? words.noPost
  return { mark: 'half', text: t(words.ownedBy(t(owner), item.due ? longDay(item.due, locale) : '')) }
}
