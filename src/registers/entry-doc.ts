import type { Doc, Section } from '../documents/doc.ts'
import { longDay } from '../kernel/day.ts'
import { type Locale, say, type Text } from '../kernel/text.ts'
import { municipalityName } from '../organisation/tree.ts'
import { entryWords as words } from './entry-words.ts'
import type { LoadedEntry } from './load-entry-page.ts'
import { pageWords } from './page-words.ts'
import { fieldOf, shownValue } from './shown.ts'

/** An entry of a register as it is set on paper: its particulars, the days to keep, what it hangs together with, what has happened. Pure. */
export const entryDoc = ({ definition, entry, names, deadlines, events, links, tree }: LoadedEntry, locale: Locale): Doc => {
  const t = (text: Text): string => say(text, locale)
  const state = definition.lifecycle.states[entry.state]
  const day = (d: typeof entry.day): string => longDay(d, locale)
  const facts = Object.keys(definition.fields.shape).flatMap((name) => {
    const meta = fieldOf(definition, name)
    return meta ? [{ name: t(meta.label), value: shownValue(meta, entry.data[name], { names, day: entry.day, locale }) ?? '–' }] : []
  })
  const sections: readonly (Section | null)[] = [
    { id: 'facts', title: t(words.factsTitle), blocks: [{ kind: 'facts', rows: facts }] },
    deadlines.length === 0
      ? null
      : {
          id: 'deadlines',
          title: t(words.deadlinesTitle),
          blocks: [
            {
              kind: 'table',
              caption: t(words.deadlinesTitle),
              columns: [
                { head: t(words.what), share: 3 },
                { head: t(words.day), share: 2 },
                { head: t(pageWords.state), share: 2 },
              ],
              rows: deadlines.map((d) => ({
                cells: [t(d.label), day(d.due), d.doneOn ? t(words.done({ sv: longDay(d.doneOn, 'sv'), en: longDay(d.doneOn, 'en') })) : ''],
              })),
            },
          ],
        },
    links.length === 0
      ? null
      : {
          id: 'links',
          title: t(words.linksTitle),
          blocks: [
            {
              kind: 'list',
              items: links.map(({ thing, kind, downstream }) => {
                const title = thing.title === null ? t(words.secretThing(thing.number)) : [thing.number, thing.title].filter(Boolean).join(' ')
                return `${t(downstream ? words.linkDown(kind) : words.linkUp(kind))}: ${title}, ${day(thing.day)}`
              }),
            },
          ],
        },
    events.length === 0
      ? null
      : {
          id: 'events',
          title: t(words.eventsTitle),
          blocks: [
            {
              kind: 'facts',
              rows: events.map((e) => ({
                name: day(e.day),
                value: [t(definition.lifecycle.states[e.to]?.words ?? { sv: e.to, en: e.to }), e.comment ?? ''].filter(Boolean).join('. '),
              })),
            },
          ],
        },
  ]
  return {
    kind: 'entry',
    language: locale,
    title: entry.title,
    sort: t(definition.words.one).replace(/^./u, (c) => c.toUpperCase()),
    authority: t(names.node(entry.nodeId, entry.day) ?? pageWords.unknownNode),
    municipality: municipalityName(tree, entry.nodeId, locale),
    margin: [entry.number, day(entry.day), ...(state ? [t(state.words)] : [])],
    ...(entry.secrecy ? { secrecy: entry.secrecy } : {}),
    blocks: state ? [{ kind: 'paragraph', tone: 'lead', text: t(state.says) }] : [],
    sections: sections.filter((s) => s !== null),
  }
}
