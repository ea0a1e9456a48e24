import type { Day } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import type { Text } from '../kernel/text.ts'
import type { Succession } from './succession.ts'
import { lastVersion, type NodeLife, type Timeline, type Version, versionOn } from './timeline.ts'
import { words } from './words.ts'

/** Something that happened to a body or unit. */
export interface NodeEvent {
  readonly day: Day
  readonly texts: readonly Text[]
  /** The other body or unit, where there is one. */
  readonly other: { readonly slug: string; readonly name: Text } | null
  readonly kind: 'before' | 'change' | 'after' | 'end'
}

const shareOf = (share: number | null): Text => {
  if (share === null) return words.unknownShare
  const decimals = Number.isInteger(Math.round(share * 1e6) / 1e4) ? 0 : 1
  return words.percent({ sv: formatNumber(share * 100, decimals, 'sv'), en: formatNumber(share * 100, decimals, 'en') })
}

/** Everything that has happened to a node and is known to come, oldest first: what it came from, its versions, what it became. */
export const historyOf = (timeline: Timeline, life: NodeLife, successions: readonly Succession[]): readonly NodeEvent[] => {
  const named = (id: string, on: Day): Text => {
    const other = timeline.get(id)
    return other ? (versionOn(other, on) ?? lastVersion(other)).name : { sv: '?', en: '?' }
  }
  const events: NodeEvent[] = [
    ...successions
      .filter((s) => s.toId === life.id)
      .map(
        (s): NodeEvent => ({
          day: s.onDay,
          kind: 'before',
          other: { slug: timeline.get(s.fromId)?.slug ?? '', name: named(s.fromId, s.onDay) },
          texts: [words.cameFrom(s.kind, named(s.fromId, s.onDay), shareOf(s.share))],
        }),
      ),
    ...life.versions.map(
      (version, no): NodeEvent => ({
        day: version.from,
        kind: 'change',
        other: null,
        texts: differences(life.versions[no - 1], version, (id) => named(id, version.from)),
      }),
    ),
    ...successions
      .filter((s) => s.fromId === life.id)
      .map(
        (s): NodeEvent => ({
          day: s.onDay,
          kind: 'after',
          other: { slug: timeline.get(s.toId)?.slug ?? '', name: named(s.toId, s.onDay) },
          texts: [words.became(s.kind, named(s.toId, s.onDay), shareOf(s.share))],
        }),
      ),
  ]
  const { to } = lastVersion(life)
  const end: NodeEvent[] = to === null ? [] : [{ day: to, kind: 'end', other: null, texts: [words.closed] }]
  const order = ['before', 'change', 'after', 'end']
  return [...events, ...end]
    .filter((event) => event.texts.length > 0)
    .toSorted(
      (a, b) => a.day.localeCompare(b.day) || order.indexOf(a.kind) - order.indexOf(b.kind) || (a.texts[0]?.sv ?? '').localeCompare(b.texts[0]?.sv ?? '', 'sv'),
    )
}

const differences = (before: Version | undefined, now: Version, named: (id: string) => Text): readonly Text[] => {
  const under = now.parentId === null ? null : named(now.parentId)
  if (!before) return [words.began(now.name, under)]
  return [
    ...(before.name.sv === now.name.sv && before.name.en === now.name.en ? [] : [words.renamed(now.name)]),
    ...(before.short === now.short ? [] : [words.shortened(now.short)]),
    ...(before.parentId === now.parentId || !under ? [] : [words.moved(under)]),
    ...(before.seats === now.seats ? [] : [words.reseated(now.seats)]),
  ]
}
