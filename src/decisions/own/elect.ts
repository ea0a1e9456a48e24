import { z } from 'zod'
import type { Tx } from '../../database/transact.ts'
import { addDays, type Day, longDay } from '../../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { electWords } from '../../organisation/elect-words.ts'
import { loadTimeline, lockOrganisation } from '../../organisation/node-store.ts'
import { planElection } from '../../organisation/plan-election.ts'
import { type Holding, loadHoldings, loadPosts } from '../../organisation/post-store.ts'
import { type ListVotes, type NamedPerson, readListVotes, readPersons } from '../../organisation/read-persons.ts'
import { isBody, type OrgNode } from '../../organisation/tree.ts'
import { choice, day, line, node, text } from '../../registers/field.ts'
import { eligible, type ElectedPlace, electedPlaces } from '../../rulebook/election/eligible.ts'
import { defineEnactment, type EnactContext } from '../enactment.ts'
import { words } from '../words.ts'
import { electedAs, electorHinders, findPerson, type Found, standingOf } from './elected-store.ts'
import { givePlace } from './give-place.ts'

const placeChoices = Object.fromEntries(electedPlaces.map((p) => [p, electWords.place(p)])) as Record<ElectedPlace, Text>

/**
 * Elects to places in a body: makes the appointments of those elected, in free places, for the rest of the term (KL 5:1, 6:16–21). In a
 * proportional election each carries the list that gave the place, from which the order of substitutes follows (lag 2022:629 22 §).
 */
export const elect = defineEnactment({
  words: { sv: 'Välja till ett organ', en: 'Elect to a body' },
  group: 'begin',
  hasEffect: true,
  barred: 'other_law',
  fields: z.object({
    body: node({ label: { sv: 'Till vilket organ', en: 'To which body' } }),
    role: choice(placeChoices, { label: { sv: 'Till', en: 'As' } }),
    persons: text({
      label: { sv: 'Valda', en: 'Elected' },
      hint: {
        sv: 'En på varje rad, ersättare i den ordning de kallas: ”Asta Ek (S)”. Vid proportionellt val med listan först: ”Valsamverkan: Asta Ek (S)”.',
        en: 'One a line, substitutes in the order they are called: “Asta Ek (S)”. In a proportional election with the list first: “Alliance: Asta Ek (S)”.',
      },
    }),
    instead: line({
      label: { sv: 'Efter (fyllnadsval)', en: 'After (by-election)' },
      hint: { sv: 'Den som lämnade platsen. Den nya får resten av tiden.', en: 'The one who left the place. The new one gets the rest of the time.' },
    }).optional(),
    from: day({ label: { sv: 'Från och med', en: 'From' } }),
    to: day({
      label: { sv: 'Till och med', en: 'To' },
      hint: { sv: 'Lämna tomt för resten av mandattiden.', en: 'Leave empty for the rest of the term.' },
    }).optional(),
    lists: text({
      label: { sv: 'Listor vid proportionellt val', en: 'Lists in a proportional election' },
      hint: {
        sv: 'En på varje rad, antal valsedlar och beteckning: ”29 Valsamverkan”. Vid lika antal först den som lotten gav.',
        en: 'One a line, ballots and label: “29 Alliance”. Of equal ones first the one that the lot gave.',
      },
    }).optional(),
  }),
  problems: ({ persons, instead, from, to, lists }, decided) => {
    const read = [readPersons(persons, 'persons'), readListVotes(lists ?? '', 'lists'), ...(instead ? [readPersons(instead, 'instead')] : [])]
    return [
      ...read.flatMap((r) => (r.ok ? [] : r.refusals)),
      ...(from < decided ? [{ code: 'elect.past', field: 'from', text: electWords.past }] : []),
      ...(to && to < from ? [{ code: 'elect.period', field: 'to', text: words.toBeforeFrom }] : []),
      ...labelProblems(persons, lists ?? ''),
    ]
  },
  enact: async (tx, deps, context, data) => {
    await lockOrganisation(tx)
    const timeline = await loadTimeline(tx)
    const life = timeline.get(data.body)
    const body = context.tree.get(data.body)
    if (!life || !body || !isBody(body.kind)) return refused({ code: 'elect.body', field: 'body', text: electWords.noBody })
    const found = await foundOf(tx, data.persons)
    const held = await loadHoldings(tx, { nodeId: body.id })
    const instead = data.instead ? await insteadOf(tx, data.instead, held, data.from) : granted(null)
    const judged = found.ok ? await judge(tx, context, body, data.role, data.from, found.value) : null
    const wrong: readonly Refusal[] = [
      ...electorHinders(context, body, data.role, 'elect'),
      ...(found.ok ? (judged?.refusals ?? []) : found.refusals),
      ...(instead.ok ? [] : instead.refusals),
    ]
    if (!found.ok || !instead.ok || !judged) return refused(...wrong)
    const planned = planElection({
      node: life,
      seats: body.seats,
      posts: await loadPosts(tx, body.id),
      held,
      place: data.role,
      candidates: found.value.map(({ id }) => ({ personId: id, leaves: judged.leaves.get(id) ?? null })),
      from: data.from,
      to: data.to ? addDays(data.to, 1) : null,
      instead: instead.value,
    })
    if (!planned.ok || wrong.length > 0) return refused(...wrong, ...(planned.ok ? [] : planned.refusals))
    const lists = listsOf(data.lists)
    for (const [i, placed] of planned.value.entries()) {
      const person = found.value[i] as FoundPerson
      const list = lists.find((l) => l.label === person.named.label) ?? null
      await givePlace(tx, deps, context, { body, place: data.role, placed, person, list, instead: i === 0 ? instead.value : null })
    }
    return granted(null)
  },
  describe: ({ body, role, persons, from }, names) => {
    const read = readPersons(persons, 'persons')
    const who = read.ok ? read.value.map((p) => `${p.name}${p.party ? ` (${p.party})` : ''}`).join(', ') : persons
    return {
      sv: `väljer ${who} till ${electWords.place(role).sv} i ${names.node(body, 'sv')} från ${longDay(from, 'sv')}`,
      en: `elects ${who} as ${electWords.place(role).en} of ${names.node(body, 'en')} from ${longDay(from, 'en')}`,
    }
  },
  receivers: ({ body }) => [{ nodeId: body, demandsAction: false, what: '' }],
})

const listsOf = (lists: string | undefined): readonly ListVotes[] => {
  const read = readListVotes(lists ?? '', 'lists')
  return read.ok ? read.value : []
}

/** In a proportional election each of the elected has a list, and the list its ballots. */
const labelProblems = (persons: string, lists: string): readonly Refusal[] => {
  const read = readPersons(persons, 'persons')
  const known = listsOf(lists)
  if (!read.ok) return []
  const law = 'Lag 2022:629 22 §'
  return read.value.flatMap(({ label, line: named }): readonly Refusal[] => {
    if (label === null) return known.length === 0 ? [] : [{ code: 'elect.label', field: 'persons', law, text: electWords.labelMissing(named) }]
    return known.some((l) => l.label === label) ? [] : [{ code: 'elect.label', field: 'lists', law, text: electWords.labelUnknown(label) }]
  })
}

export interface FoundPerson extends Found {
  readonly named: NamedPerson
}

const foundOf = async (tx: Tx, persons: string): Promise<Verdict<readonly FoundPerson[]>> => {
  const read = readPersons(persons, 'persons')
  if (!read.ok) return read
  const found: FoundPerson[] = []
  const wrong: Refusal[] = []
  for (const named of read.value) {
    const one = await findPerson(tx, named, 'persons')
    if (!one.ok) wrong.push(...one.refusals)
    else if (found.some((f) => f.id === one.value.id)) wrong.push({ code: 'elect.twice', field: 'persons', text: electWords.twice(one.value.name) })
    else found.push({ ...one.value, named })
  }
  return wrong.length > 0 ? refused(...wrong) : granted(found)
}

/** The last time that the named one had in the body and that was over before the day: what the new one succeeds. */
const insteadOf = async (tx: Tx, named: string, held: readonly Holding[], from: Day): Promise<Verdict<Holding | null>> => {
  const read = readPersons(named, 'instead')
  const one = read.ok ? read.value[0] : undefined
  if (!read.ok || !one) return read.ok ? granted(null) : read
  const person = await findPerson(tx, one, 'instead')
  if (!person.ok) return person
  const left = held.findLast((h) => h.personId === person.value.id && h.to !== null && h.to <= from)
  return left ? granted(left) : refused(electWords.notHere(one.line, 'instead', from))
}

interface Judged {
  readonly refusals: readonly Refusal[]
  /** The place in the body that somebody leaves for the new one, by person. */
  readonly leaves: ReadonlyMap<string, Holding>
}

/** Asks the rule of each whether they may be elected, from the posts that they hold on the first day. */
const judge = async (tx: Tx, { tree }: EnactContext, body: OrgNode, place: ElectedPlace, from: Day, found: readonly FoundPerson[]): Promise<Judged> => {
  const refusals: Refusal[] = []
  const leaves = new Map<string, Holding>()
  for (const person of found) {
    const holdings = (await loadHoldings(tx, { personId: person.id })).filter((h) => h.from <= from && (h.to === null || from < h.to))
    const { here, ...facts } = standingOf(tree, body, holdings)
    const ruled = eligible({ body: electedAs(body), place, votes: null, ...facts, here: here?.place ?? null })
    if (!ruled.ok)
      refusals.push(
        ...ruled.refusals.map((r) => ({ ...r, field: 'persons', text: { sv: `${person.name}: ${r.text.sv}`, en: `${person.name}: ${r.text.en}` } })),
      )
    else if (ruled.value.moves && here) leaves.set(person.id, here.holding)
  }
  return { refusals, leaves }
}
