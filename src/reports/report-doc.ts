import { type Doc, paragraphs, type Section } from '../documents/doc.ts'
import { longDay } from '../kernel/day.ts'
import { periodLabel } from '../kernel/period.ts'
import { type Locale, say, type Text } from '../kernel/text.ts'
import { municipalityName, type Tree } from '../organisation/tree.ts'
import type { Entry } from '../registers/entry.ts'
import { continuationStanding } from './continuation-standing.ts'
import type { Continuation, Report } from './report.ts'
import { words } from './words.ts'

export interface ReportTold {
  readonly report: Report
  readonly items: readonly Continuation[]
  readonly entry: Entry
  readonly tree: Tree
  readonly post: string | null
  readonly locale: Locale
}

/** A report as it was handed in, with what continues after it, as it is set on paper. Pure. */
export const reportDoc = ({ report, items, entry, tree, post, locale }: ReportTold): Doc => {
  const t = (text: Text): string => say(text, locale)
  const continues: readonly Section[] =
    items.length === 0
      ? []
      : [
          {
            id: 'continues',
            title: t(words.continues),
            blocks: [
              {
                kind: 'list',
                ordered: true,
                items: items.map((item) => [{ text: item.what, strong: true }, { text: ` ${continuationStanding(item, tree, locale).text}` }]),
              },
            ],
          },
        ]
  return {
    kind: 'report',
    language: locale,
    title: entry.title,
    sort: t(words.kind(report.kind)),
    authority: t(tree.get(entry.ownerId ?? entry.nodeId)?.name ?? words.noPost),
    municipality: municipalityName(tree, entry.nodeId, locale),
    margin: [entry.number, longDay(report.day, locale)],
    ...(entry.secrecy ? { secrecy: entry.secrecy } : {}),
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: t(words.handedInLead(words.kind(report.kind), longDay(report.day, locale), words.stance(report.stance), post)) },
      {
        kind: 'facts',
        rows: [
          { name: t(words.stanceLabel), value: t(words.stance(report.stance)) },
          ...(report.period === null ? [] : [{ name: t(words.periodLabel), value: periodLabel(report.period, locale) }]),
        ],
      },
    ],
    sections: [{ id: 'text', title: t(words.report), blocks: paragraphs(report.text) }, ...continues],
  }
}
