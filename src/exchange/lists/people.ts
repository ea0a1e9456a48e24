import { seesSecretsOf } from '../../access/visible.ts'
import { readCursor } from '../../kernel/cursor.ts'
import { isDay, longDay, readDay } from '../../kernel/day.ts'
import { loadTimeline } from '../../organisation/node-store.ts'
import { type Manned, peopleOn } from '../../organisation/people.ts'
import { throughDay } from '../../organisation/people-page.tsx'
import { loadHoldings, loadPosts } from '../../organisation/post-store.ts'
import { versionOn } from '../../organisation/timeline.ts'
import { loadTree } from '../../organisation/tree.ts'
import { words } from '../../organisation/words.ts'
import { listReports } from '../../reports/list-reports.ts'
import { words as reportWords } from '../../reports/words.ts'
import { aboutFile, asked, type ListOut } from '../list.ts'
import { dayCell, numberCell, type SheetCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords } from '../words.ts'
import { allPages } from './pages.ts'

/** Everybody in a body or unit, on the day that its page shows. */
export const peopleList: ListOut = {
  name: 'people',
  sheet: async (c, deps, slug) => {
    const view = c.get('view')
    const { t } = view
    const on = readDay(c.req.query('on') ?? '') ?? view.today
    const node = [...(await loadTimeline(deps.store)).values()].find((n) => n.slug === slug)
    const version = node && versionOn(node, on)
    if (!node || !version) return null
    const people = peopleOn(await loadPosts(deps.store, node.id), await loadHoldings(deps.store, { nodeId: node.id }), version.seats, on, view.today)
    const groups = [
      [words.members, people.members],
      [words.substitutes, people.substitutes],
      [words.officials, people.officials],
    ] as const
    const rows = async function* (): AsyncGenerator<readonly SheetCell[]> {
      for (const [group, all] of groups)
        for (const { post, holder } of all as readonly Manned[]) {
          yield [
            textCell(t(group)),
            numberCell(post.seat),
            textCell(holder ? holder.personName : t(words.vacant)),
            textCell(holder?.party),
            textCell(t(post.title)),
            dayCell(holder?.from),
            textCell(holder && throughDay(holder.to, view)),
            textCell(post.id),
          ]
        }
    }
    const heads = [exchangeWords.group, words.seat, words.person, words.party, words.post, exchangeWords.from, exchangeWords.through, exchangeWords.id].map(t)
    const title = words.peopleOf(version.name)
    const about = aboutFile({ view, title, path: `/bodies/${slug}/people`, holds: `people/${slug}`, selection: [longDay(on, view.locale)] })
    return { name: t(title), heads, rows: rows(), about }
  },
}

/** The reports that the reader may see, latest first. */
export const reportList: ListOut = {
  name: 'reports',
  sheet: async (c, deps, part) => {
    if (part !== '') return null
    const view = c.get('view')
    const { t } = view
    const tree = await loadTree(deps.store, view.today)
    const filter = { search: (c.req.query('q') ?? '').replaceAll('\u0000', ''), secretsOf: seesSecretsOf(c.get('who'), tree, view.today) }
    const rows = async function* (): AsyncGenerator<readonly SheetCell[]> {
      const all = allPages(async (after: string | null) => {
        const cursor = readCursor(after ?? '')
        const page = await listReports(deps.store, filter, cursor && isDay(cursor.value) ? cursor : null)
        return { rows: page.reports, next: page.next }
      })
      for await (const r of all) {
        const node = tree.get(r.nodeId)
        yield [
          dayCell(r.day),
          textCell(r.title),
          textCell(t(exchangeWords.reportKinds[r.kind])),
          textCell(t(reportWords.stance(r.stance))),
          textCell(r.period),
          textCell(node && t(node.name)),
          textCell(t(exchangeWords.reportStates[r.state])),
          textCell(r.text),
          textCell(r.id),
        ]
      }
    }
    const heads = [
      reportWords.day,
      reportWords.report,
      exchangeWords.kind,
      reportWords.stanceLabel,
      exchangeWords.period,
      reportWords.body,
      reportWords.state,
      exchangeWords.text,
      exchangeWords.id,
    ].map(t)
    return {
      name: t(reportWords.reports),
      heads,
      rows: rows(),
      about: aboutFile({ view, title: reportWords.reports, path: '/reports', holds: 'reports', selection: asked(c) }),
    }
  },
}
