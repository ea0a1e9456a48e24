import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { NoticeKind } from '../database/tables/jobs.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { letterWords as words } from './letter-words.ts'

/** Where a line stands in the letter. */
export const groups = ['late', 'due', 'landed', 'followed'] as const
export type Group = (typeof groups)[number]

/** A line of a letter: what, about what, by when, and the address of it. Of secret things the number alone. */
export interface Line {
  readonly group: Group
  readonly what: Text
  /** Number and title; the number alone of what is secret, null of what has neither. */
  readonly about: string | null
  readonly due: Day | null
  readonly path: string
}

interface Row {
  readonly kind: NoticeKind
  readonly subject_id: string
  readonly thing_id: string
  readonly title: string
  readonly number: string | null
  readonly secret: boolean
  readonly register: string | null
  readonly due: Day | null
  readonly label_sv: string | null
  readonly label_en: string | null
  readonly done: boolean
  readonly act: string | null
}

/**
 * What a letter's notices have to tell today, in order of day: read when it is written, so that what was done meanwhile is left out
 * and what became secret meanwhile is told by its number.
 */
export const linesOf = async (store: Store, mailId: string, today: Day): Promise<readonly Line[]> => {
  const { rows } = await sql<Row>`
    select n.kind, n.subject_id, n.thing_id, t.title, t.number, t.secrecy is not null as secret, t.register, d.due, d.label_sv, d.label_en, e.act,
           case n.kind when 'dispatch' then coalesce(p.received is not null, true) when 'sent_back' then coalesce(r.state <> 'sent_back', true)
                       when 'deadline' then d.id is null or d.done_on is not null when 'asked' then d.id is null or d.done_on is not null else false end as done
      from notice n join thing t on t.id = n.thing_id
      left join deadline d on n.kind in ('deadline', 'asked') and d.id = n.subject_id
      left join dispatch p on n.kind = 'dispatch' and p.id = n.subject_id
      left join report r on n.kind = 'sent_back' and r.id = n.subject_id
      left join entry_event e on n.kind = 'followed' and e.id = n.subject_id
     where n.mail_id = ${mailId} order by d.due nulls last, n.at, n.id`.execute(store)
  const seen = new Set<string>()
  return rows
    .filter((r) => !r.done && !seen.has(`${r.kind} ${r.subject_id}`) && seen.add(`${r.kind} ${r.subject_id}`))
    .map((r) => ({
      group: groupOf(r, today),
      what: whatOf(r),
      about: r.secret ? r.number : [r.number, r.title].filter(Boolean).join(' '),
      due: r.due,
      path: r.kind === 'dispatch' ? `/dispatch/${r.subject_id}` : `/thing/${r.thing_id}`,
    }))
}

const groupOf = ({ kind, due }: Row, today: Day): Group =>
  kind === 'followed' ? 'followed' : kind === 'deadline' ? (due !== null && due < today ? 'late' : 'due') : 'landed'

const whatOf = (row: Row): Text => {
  const definition = definitionOf(row.register ?? '')
  switch (row.kind) {
    case 'deadline':
      return row.secret ? words.aDay : { sv: row.label_sv ?? '', en: row.label_en ?? '' }
    case 'asked':
      return row.secret ? words.askedSecret : words.asked({ sv: row.label_sv ?? '', en: row.label_en ?? '' })
    case 'followed': {
      const act = row.act !== null && definition && Object.hasOwn(definition.lifecycle.acts, row.act) ? definition.lifecycle.acts[row.act] : undefined
      return act && !row.secret ? words.followedAct(act.words) : words.followed
    }
    case 'given':
      return definition ? words.given(definition.words.one) : words.followed
    case 'dispatch':
    case 'report':
    case 'summons':
    case 'sent_back':
      return words[row.kind]
  }
}
