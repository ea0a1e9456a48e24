import { sql } from 'kysely'
import { z } from 'zod'
import type { Deps, Tx } from '../../database/transact.ts'
import { addDays, type Day, day as civil, longDay } from '../../kernel/day.ts'
import { granted, refused } from '../../kernel/refusal.ts'
import { electWords } from '../../organisation/elect-words.ts'
import { lockOrganisation } from '../../organisation/node-store.ts'
import { endingHindrances } from '../../organisation/post.ts'
import type { Holding } from '../../organisation/post-store.ts'
import { readPersons } from '../../organisation/read-persons.ts'
import type { OrgNode } from '../../organisation/tree.ts'
import { choice, day, line, node } from '../../registers/field.ts'
import { type ElectedPlace, electorOf } from '../../rulebook/election/eligible.ts'
import { vacancy } from '../../rulebook/election/vacancy.ts'
import { termOf } from '../../rulebook/terms.ts'
import { defineEnactment, type EnactContext } from '../enactment.ts'
import { words } from '../words.ts'
import { electedAs, electorHinders, findPerson, linkAppointment, placeIn } from './elected-store.ts'
import { releaseWords } from './release-words.ts'

/** Where a body's posts have no term, the rule is asked as if it were long. */
const noTerm = civil('2189-12-31')

/** Releases somebody elected from the place in a body on a day: on request (KL 4:6), no longer eligible (4:7), or recalled (4:9–10). What shall happen next is put on the elector's list. */
export const release = defineEnactment({
  words: { sv: 'Befria från ett förtroendeuppdrag', en: 'Release from an elected post' },
  group: 'end',
  hasEffect: true,
  barred: 'other_law',
  fields: z.object({
    body: node({ label: { sv: 'I vilket organ', en: 'Of which body' } }),
    person: line({ label: { sv: 'Vem', en: 'Who' }, hint: { sv: 'Namn och parti: ”Asta Ek (S)”.', en: 'Name and party: “Asta Ek (S)”.' } }),
    why: choice(releaseWords.why, { label: { sv: 'Varför', en: 'Why' } }),
    last: day({ label: { sv: 'Sista dag', en: 'Last day' } }),
  }),
  problems: ({ person, last }, decided) => {
    const read = readPersons(person, 'person')
    return [...(read.ok ? [] : read.refusals), ...(last < addDays(decided, -1) ? [{ code: 'release.past', field: 'last', text: electWords.releasePast }] : [])]
  },
  enact: async (tx, deps, context, data) => {
    await lockOrganisation(tx)
    const body = context.tree.get(data.body)
    if (!body) return refused({ code: 'elect.body', field: 'body', text: words.unknownNode })
    const read = readPersons(data.person, 'person')
    const named = read.ok ? read.value[0] : undefined
    if (!named) return refused({ code: 'elect.nobody', field: 'person', text: electWords.nobody })
    const person = await findPerson(tx, named, 'person')
    if (!person.ok) return person
    const held = await placeIn(tx, person.value.id, body.id, data.last)
    if (!held) return refused(electWords.notHere(named.line, 'person', data.last))
    const on = addDays(data.last, 1)
    const place = held.post.role as ElectedPlace
    const hinders = [...electorHinders(context, body, place, 'release'), ...endingHindrances(held, on).map((r) => ({ ...r, field: 'last' }))]
    if (hinders.length > 0) return refused(...hinders)
    const meantTo = held.to ?? termOf(body.kind, held.from)?.to ?? null
    await tx
      .updateTable('appointment')
      .set({ valid: sql`daterange(lower(valid), ${on}::date)`, ended_by: context.clause.id, ended_why: data.why, meant_to: meantTo })
      .where('id', '=', held.id)
      .execute()
    const title = `${held.personName}${held.party ? ` (${held.party})` : ''}: ${electWords.place(place).sv}, ${body.name.sv}`
    await linkAppointment(tx, deps, context, { id: held.id, title, nodeId: body.id, day: held.from })
    await putOnList(tx, deps, context, { body, place, held, on, until: meantTo ?? noTerm })
    return granted(null)
  },
  describe: ({ body, person, last }, names) => ({
    sv: `befriar ${person} från uppdraget i ${names.node(body, 'sv')}: sista dag ${longDay(last, 'sv')}`,
    en: `releases ${person} from the post in ${names.node(body, 'en')}: last day ${longDay(last, 'en')}`,
  }),
  receivers: ({ body }) => [{ nodeId: body, demandsAction: false, what: '' }],
})

interface Left {
  readonly body: OrgNode
  readonly place: ElectedPlace
  readonly held: Holding
  readonly on: Day
  readonly until: Day
}

/** Puts on the list of the body that elects what shall be done now, by the rule; nothing where the term is over. */
const putOnList = async (tx: Tx, { ids }: Deps, { tree, decision }: EnactContext, { body, place, held, on, until }: Left): Promise<void> => {
  const { value } = vacancy({ body: electedAs(body), place, left: on, until, label: held.list?.label ?? null })
  if (!value || value.remedy === 'none') return
  const owner = electorOf(electedAs(body), place) === 'board' ? (tree.get(body.parentId ?? '')?.id ?? decision.body.id) : decision.body.id
  const label = releaseWords.toDo(value.remedy, place, body.name, held.personName)
  await tx
    .insertInto('deadline')
    .values({
      id: ids.next(),
      thing_id: held.id,
      kind: 'vacancy',
      label_sv: label.sv,
      label_en: label.en,
      due: on,
      node_id: owner,
      post_id: null,
      asked_by: body.id,
      source: body.kind === 'council' ? 'Vallag 14:21–23' : 'KL 6:20',
      done_on: null,
    })
    .onConflict((oc) => oc.doNothing())
    .execute()
}
