import { listedLine } from '../agenda/listed.ts'
import type { Block, Doc } from '../../documents/doc.ts'
import { type Day, longDay } from '../../kernel/day.ts'
import { lastAppealDay } from '../../rulebook/legal-force.ts'
import type { ItemRecord } from '../record/record.ts'
import { itemSection } from './item-section.ts'
import { meetingFacts, type MinutesWording } from './minutes-doc.ts'
import { clockTime, headOf, isMasked, personName, signOf, teller, type Telling, titleOf } from './telling.ts'
import { takenVotes, voteBlocks } from './vote-blocks.ts'
import { docWords as words } from './words.ts'

/** The extract of the minutes of one item, as it is sent to those it concerns. Pure. */
export const extractDoc = (told: Telling & { readonly wording?: MinutesWording }, item: ItemRecord): Doc => {
  const t = teller(told)
  const section = itemSection(told, item, told.wording?.[item.id])
  const head = headOf(told)
  return {
    ...head,
    kind: 'extract',
    title: section.title,
    sort: t(words.extract),
    margin: [signOf(item), ...head.margin.slice(1), ...(item.case ? [item.case.number] : [])],
    blocks: [{ kind: 'facts', rows: meetingFacts(told).filter((row) => row.name !== t(words.paragraphs)) }],
    sections: [section],
  }
}

/** The proof that the adjustment was announced (anslagsbevis; KL 8:12): where the minutes are, when the notice may come down, how to appeal. Pure. */
export const noticeDoc = (told: Telling & { readonly keptAt?: string | null }): Doc => {
  const { record, locale } = told
  const t = teller(told)
  const day = (d: Day | null): string => (d ? longDay(d, locale) : t(words.notYet))
  const last = record.announced ? lastAppealDay(record.announced) : null
  return {
    ...headOf(told),
    kind: 'notice',
    title: t(words.noticeOf(record.day)),
    sort: t(words.notice),
    blocks: [
      {
        kind: 'facts',
        rows: [
          { name: t(words.body), value: t(record.body.name) },
          { name: t(words.meetingDay), value: day(record.day) },
          ...meetingFacts(told).filter((row) => row.name === t(words.paragraphs)),
          { name: t(words.adjustedDay), value: day(record.adjusted) },
          { name: t(words.posted), value: day(record.announced) },
          { name: t(words.taken), value: last ? day(nextDay(last)) : t(words.notYet) },
          ...(told.keptAt ? [{ name: t(words.keptAt), value: told.keptAt }] : []),
        ],
      },
      ...(last ? [{ kind: 'paragraph' as const, text: t(words.appeal(last)) }] : []),
    ],
    sections: [],
  }
}

const nextDay = (d: Day): Day => new Date(Date.parse(`${d}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) as Day

/** Every vote of the meeting, with its half circle and, in open ones, how each voted. Pure. */
export const votesDoc = (told: Telling): Doc => {
  const t = teller(told)
  const voted = told.record.items.filter((item) => !isMasked(item) && takenVotes(item).length > 0)
  return {
    ...headOf(told),
    kind: 'votes',
    title: t(words.votesOf(told.record.day)),
    sort: t(words.votes),
    blocks: voted.length === 0 ? [{ kind: 'paragraph', text: t(words.noVotes) }] : [],
    sections: voted.map((item) => ({
      id: `item-${item.order}`,
      title: titleOf(item, told.locale),
      margin: { sign: signOf(item) },
      blocks: takenVotes(item).flatMap((vote, i, all) => voteBlocks(told, item, vote, all.length > 1 ? i + 1 : null, true)),
    })),
  }
}

/** Which version of a summons it is, when it was sent, why where it is not the first, and the digest of all that went with it. */
export interface SentAs {
  readonly no: number
  readonly madeOn: Day
  readonly why: string | null
  readonly digest: string | null
}

/** The summons with its agenda: when, where, and each item with what is proposed. `sent` is left out where it has not been sent. Pure. */
export const agendaDoc = (told: Telling & { readonly sent?: SentAs | null }): Doc => {
  const { record } = told
  const t = teller(told)
  return {
    ...headOf(told),
    kind: 'agenda',
    title: t(words.agendaOf(record.day)),
    sort: t(words.agenda),
    blocks: [
      {
        kind: 'facts',
        rows: [
          ...meetingFacts(told).filter((row) => [t(words.place), t(words.time), t(words.doors)].includes(row.name)),
          ...(told.sent ? sentFacts(told, told.sent) : []),
        ],
      },
      { kind: 'heading', text: t(words.items) },
      { kind: 'list', ordered: true, items: record.items.map((item) => [{ text: titleOf(item, told.locale), href: `#item-${item.order}` }]) },
    ],
    sections: record.items.map((item) => ({
      id: `item-${item.order}`,
      title: titleOf(item, told.locale),
      margin: { sign: String(item.order), lines: item.case ? [item.case.number] : [] },
      blocks: agendaBlocks(told, item),
    })),
  }
}

const sentFacts = (told: Telling, { no, madeOn, why, digest }: SentAs): readonly { readonly name: string; readonly value: string }[] => {
  const t = teller(told)
  return [
    { name: t(words.sentOn), value: [longDay(madeOn, told.locale), ...(no > 1 ? [t(words.versionNo(no))] : []), ...(why ? [why] : [])].join(', ') },
    ...(digest ? [{ name: t(words.sentDigest), value: digest }] : []),
  ]
}

const agendaBlocks = (told: Telling, item: ItemRecord): readonly Block[] => {
  const t = teller(told)
  if (isMasked(item)) return [{ kind: 'note', tone: 'stop', text: t(words.secretText) }]
  const { clauses, from, text } = item.proposal
  return [
    ...(clauses.length > 0
      ? [
          { kind: 'heading' as const, text: t(from ? words.proposalFrom(from) : words.proposal) },
          { kind: 'clauses' as const, items: clauses.map((c) => c.text) },
        ]
      : []),
    ...(text ? [{ kind: 'paragraph' as const, text }] : []),
    ...(item.listed.length > 0 ? [{ kind: 'list' as const, ordered: true, items: item.listed.map((l) => listedLine(l, told.locale)) }] : []),
  ]
}

/** Who was there, as what, from when to when. Pure. */
export const attendanceDoc = (told: Telling): Doc => {
  const { record } = told
  const t = teller(told)
  const rows = record.roster.map((seat) => {
    const presence = record.presence.filter((p) => p.personId === seat.personId)
    const serving = record.serving.filter((s) => s.personId === seat.personId)
    const times = presence.map((p) => `${clockTime(p.from)}–${p.to ? clockTime(p.to) : ''}${p.mode === 'remote' ? ` ${t(words.remote)}` : ''}`)
    return {
      cells: [
        record.names[seat.personId] ?? '–',
        seat.party ?? '',
        t(seat.office ? words.office(seat.office) : seat.place === 'member' ? words.member : words.substitute),
        times.join(', ') || t(words.notPresent),
        serving.map((s) => t(s.forId === null ? words.vacantSeat : words.servesFor(personName(record, s.forId)))).join(', '),
      ],
    }
  })
  return {
    ...headOf(told),
    kind: 'attendance',
    title: t(words.attendanceOf(record.day)),
    sort: t(words.attendance),
    blocks: [
      {
        kind: 'table',
        caption: t(words.attendance),
        columns: [
          { head: t(words.name), share: 3 },
          { head: t(words.party), share: 1 },
          { head: t(words.role), share: 2 },
          { head: t(words.present), share: 2 },
          { head: t(words.serving), share: 3 },
        ],
        rows,
      },
    ],
    sections: [],
  }
}
