import { createHash } from 'node:crypto'
import { seesSecretsOf } from '../access/visible.ts'
import { isShutOut } from '../access/shut-out.ts'
import { loadWho } from '../access/who.ts'
import type { Deps } from '../database/transact.ts'
import { say } from '../kernel/text.ts'
import { loadTree } from '../organisation/tree.ts'
import { calendarText } from './calendar.ts'
import { bodiesAmong, calendarSources } from './calendar-sources.ts'
import { feedOf, worksFor } from './feed-store.ts'
import { loadSetting } from './setting.ts'
import { reminderWords as words } from './words.ts'

/**
 * The calendar at a secret address with its tag, which is the same for as long as the calendar is. Null when there is none, it is closed,
 * or its owner's sign-in is switched off, or its owner no longer works for its body.
 */
export const readFeed = async ({ store, clock }: Deps, token: string, site: string): Promise<{ readonly text: string; readonly tag: string } | null> => {
  const feed = await feedOf(store, token)
  if (!feed) return null
  const today = clock.today()
  const tree = await loadTree(store, today)
  const who = await loadWho(store, tree, feed.personId, today)
  if ((await isShutOut(store, feed.personId)) || (feed.nodeId !== null && !worksFor(who, feed.nodeId))) return null
  const { locale } = await loadSetting(store, feed.personId)
  const instance = (await store.selectFrom('instance').select('id').executeTakeFirst())?.id ?? 'genomslag'
  const nodeIds = feed.nodeId !== null ? tree.below(feed.nodeId) : [...new Set(who.posts.flatMap((post) => tree.below(post.nodeId)))]
  const bodies = feed.nodeId !== null ? bodiesAmong(tree, nodeIds) : bodiesAmong(tree, [...new Set(who.posts.flatMap((post) => post.chain))])
  // A body's calendar may lie open on a shared screen: nothing secret stands in it, not even a number.
  const secrets = feed.nodeId !== null ? [] : seesSecretsOf(who, tree, today)
  const reading = {
    store,
    tree,
    today,
    locale,
    nodeIds,
    postIds: feed.nodeId !== null ? [] : who.posts.map((p) => p.postId),
    bodyIds: bodies,
    secrets,
    site,
    instance,
  }
  const events = (await Promise.all(calendarSources.map((source) => source(reading)))).flat()
  const text = calendarText(say(feed.nodeId !== null ? (tree.get(feed.nodeId)?.name ?? words.calendar) : words.ownCalendar, locale), events)
  return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` }
}
