import { type Block, type Doc, paragraphs, type Section } from '../../documents/doc.ts'
import type { Day } from '../../kernel/day.ts'
import { say } from '../../kernel/text.ts'
import type { MeetingRecord } from '../record/record.ts'
import { itemSection } from './item-section.ts'
import { clockTime, headOf, people, personName, signOf, teller, type Telling, timeOf } from './telling.ts'
import { paragraphsOf, paragraphsTold, presidedAt, servedPairs } from './took-part.ts'
import { docWords as words } from './words.ts'

/** What the secretary has written beside the record: '' of the meeting under `meeting`, of an item under its id. */
export type MinutesWording = Readonly<Record<string, string>>

/** Who has signed the text, and when; null for those who have not. */
export interface SignedBy {
  readonly personId: string
  readonly role: 'chair' | 'adjuster'
  readonly on: Day | null
}

export interface MinutesTold extends Telling {
  readonly wording?: MinutesWording
  /** The adjustment as it stands; left out of the text that is frozen, which cannot tell of signatures to itself. */
  readonly signed?: readonly SignedBy[]
  readonly digest?: string | null
}

/** The minutes of a meeting: everything that the law demands (KL 5:65–68), in the order of the agenda. Pure. */
export const minutesDoc = (told: MinutesTold): Doc => {
  const { record, wording = {} } = told
  const t = teller(told)
  return {
    ...headOf(told),
    kind: 'minutes',
    title: t(words.minutesOf(record.day)),
    sort: t(words.minutes),
    blocks: [{ kind: 'facts', rows: meetingFacts(told) }, ...paragraphs(wording['meeting'] ?? '')],
    sections: [attended(told), ...record.items.filter(isMinuted).map((item) => itemSection(told, item, wording[item.id])), ...signatures(told)],
  }
}

/** What was never taken up is not minuted. */
const isMinuted = (item: MeetingRecord['items'][number]): boolean => item.state !== 'waiting'

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)]

/** Place, time, which paragraphs, who presided, kept and adjusts. */
export const meetingFacts = (told: Telling) => {
  const { record } = told
  const t = teller(told)
  const numbered = record.items.filter((i) => i.paragraph !== null && isMinuted(i))
  const [first, last] = [numbered[0], numbered.at(-1)]
  const closed = record.public ? '' : [record.closedReason, record.closedBy && t(words.closedBy(record.closedBy))].filter(Boolean).join(' ')
  return [
    { name: t(words.place), value: `${record.place}, ${t(words.form(record.form))}` },
    { name: t(words.time), value: timeOf(record) },
    ...record.pauses.map((p) => ({ name: t(words.pause), value: `${clockTime(p.from)}${p.to ? `–${clockTime(p.to)}` : ''}${p.why ? `, ${p.why}` : ''}` })),
    ...(first && last ? [{ name: t(words.paragraphs), value: first === last ? signOf(first) : `${signOf(first)}–${last.paragraph}` }] : []),
    { name: t(words.chair), value: presided(told) || t(words.nobody) },
    { name: t(words.secretary), value: people(told, unique(record.secretaries.map((p) => p.personId))) || t(words.nobody) },
    ...(record.adjusters.length > 0
      ? [
          {
            name: t(words.adjusters),
            value: people(told, unique(record.adjusters.map((a) => a.personId))),
          },
        ]
      : []),
    ...(closed ? [{ name: t(words.doors), value: t(words.closedDoors(closed)) }] : []),
  ]
}

/** Who presided; where they were more than one, in which paragraphs. */
const presided = ({ record, locale }: Telling): string => {
  const chairs = unique(record.presiding.map((p) => p.personId))
  const [one] = chairs
  if (chairs.length < 2) return one === undefined ? '' : personName(record, one)
  const told = chairs.map((id) => [personName(record, id), paragraphsTold(record, (item) => presidedAt(record, item) === id)].filter(Boolean).join(' '))
  return `${told.slice(0, -1).join(', ')} ${say(words.and, locale)} ${told.at(-1)}`
}

/** Who served, for whom and, where not in all, in which paragraphs (KL 5:66); who else was there. */
const attended = (told: Telling): Section => {
  const { record } = told
  const t = teller(told)
  const there = new Set(record.presence.map((p) => p.personId))
  const serving = servedPairs(record)
  const served = new Set(serving.map((s) => s.personId))
  const members = record.roster.filter((s) => s.place === 'member' && there.has(s.personId))
  const idle = record.roster.filter((s) => s.place === 'substitute' && there.has(s.personId) && !served.has(s.personId))
  const when = (did: Parameters<typeof paragraphsOf>[1]): string => {
    const paragraphs = paragraphsOf(record, did)
    return paragraphs === null ? '' : `, ${paragraphs || t(words.noParagraph)}`
  }
  const remote = (id: string): string => (record.presence.some((p) => p.personId === id && p.mode === 'remote') ? `, ${t(words.remote)}` : '')
  const list = (heading: string, items: readonly string[]): readonly Block[] =>
    items.length === 0
      ? []
      : [
          { kind: 'heading', text: heading },
          { kind: 'list', items },
        ]
  return {
    id: 'attendance',
    title: t(words.deciders),
    blocks: [
      ...list(
        t(words.members),
        members.map(
          ({ personId, office }) =>
            `${personName(record, personId)}${office ? `, ${t(words.office(office))}` : ''}${remote(personId)}${when((item) => item.participants.some((p) => p.personId === personId))}`,
        ),
      ),
      ...list(
        t(words.serving),
        serving.map(({ personId, forId }) => {
          const seat = forId === 'vacant' ? t(words.vacantSeat) : t(words.servesFor(personName(record, forId)))
          const took = when((item) => item.participants.some((p) => p.personId === personId && p.forId === forId))
          return `${personName(record, personId)} ${seat}${remote(personId)}${took}`
        }),
      ),
      ...list(
        t(words.substitutes),
        idle.map((s) => `${personName(record, s.personId)}${remote(s.personId)}`),
      ),
      ...list(
        t(words.others),
        record.others.map((o) => `${record.names[o.personId] ?? '–'}, ${o.as}`),
      ),
    ],
  }
}

const signatures = ({ record, signed, digest, ...telling }: MinutesTold): readonly Section[] => {
  const t = teller(telling)
  const names = (ids: readonly string[], role: string) => unique(ids).map((id) => ({ name: record.names[id] ?? '–', role }))
  const who = signed
    ? signed.map((s) => ({
        name: record.names[s.personId] ?? '–',
        role: t(s.role === 'chair' ? words.chair : words.adjusters),
        note: s.on ? t(words.signedOn(s.on)) : t(words.notSigned),
      }))
    : [
        ...names(
          record.secretaries.map((s) => s.personId),
          t(words.secretary),
        ),
        ...names(
          record.presiding.map((s) => s.personId),
          t(words.chair),
        ),
        ...names(
          record.adjusters.map((s) => s.personId),
          t(words.adjusters),
        ),
      ]
  if (who.length === 0) return []
  const told: readonly Block[] = digest ? [{ kind: 'paragraph', tone: 'quiet', text: `${t(words.digest)}: ${digest}` }] : []
  return [{ id: 'signatures', title: t(words.signatures), blocks: [{ kind: 'signatures', rows: who }, ...told] }]
}
