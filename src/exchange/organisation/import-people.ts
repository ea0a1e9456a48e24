import type { Deps } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import { addPerson } from '../../organisation/add-person.ts'
import { appoint } from '../../organisation/appoint.ts'
import { changePerson, changePersonHindrances } from '../../organisation/change-person.ts'
import { createPost } from '../../organisation/create-post.ts'
import { endAppointment } from '../../organisation/end-appointment.ts'
import { loadHoldings, loadPerson, loadPost } from '../../organisation/post-store.ts'
import { retitlePost } from '../../organisation/retitle-post.ts'
import { words as organisationWords } from '../../organisation/words.ts'
import { differing, type FieldChange, type RowAct, tellRefusals, valueOr } from './row-act.ts'
import { findByKey, keepKey } from './key-store.ts'
import { type ListKind, lists } from './lists.ts'
import type { AppointmentRow, PersonRow, PostRow } from './read-rows.ts'
import { words } from './words.ts'

const label = (kind: ListKind, id: string) => lists[kind].columns.find((column) => column.id === id)?.head ?? { sv: id, en: id }

/** Adds or corrects a person. One that is here without key is known by address and name together. */
export const importPerson: RowAct<PersonRow> = async (deps, who, { row, key, ...person }) => {
  const { givenName, familyName, party, email } = person
  const name = `${givenName} ${familyName}`
  const known = await findByKey(deps, 'person', key)
  const id = known ?? (await findByAddress(deps, givenName, familyName, email))
  const before = id === null ? null : await loadPerson(deps.store, id)
  const changes = differing([
    { label: label('people', 'given'), before: before?.givenName ?? '', after: givenName },
    { label: label('people', 'family'), before: before?.familyName ?? '', after: familyName },
    { label: label('people', 'party'), before: before?.party ?? '', after: party },
    { label: label('people', 'email'), before: before?.email ?? '', after: email },
  ])
  if (id === null || !before) {
    const made = valueOr('people', row, await addPerson(deps, who, person))
    if (!made) return null
    await keepKey(deps, who, 'person', key, made.id)
    return { kind: 'people', no: row.no, name, isNew: true, changes }
  }
  if (changes.length > 0) {
    const done = await changePerson(deps, who, id, person)
    if (!done.ok) return tellRefusals('people', row, done.refusals)
  }
  if (known === null) {
    const barred = await changePersonHindrances(deps.store, who, id, deps.clock.today())
    if (barred.length > 0) return tellRefusals('people', row, barred)
  }
  const kept = known === null && (await keepKey(deps, who, 'person', key, id))
  const keyed: readonly FieldChange[] = kept ? [{ label: label('people', 'key'), before: '', after: key }] : []
  return changes.length + keyed.length === 0 ? null : { kind: 'people', no: row.no, name, isNew: false, changes: [...changes, ...keyed] }
}

const findByAddress = async ({ store }: Deps, given: string, family: string, email: string): Promise<string | null> => {
  if (email === '') return null
  const rows = await store
    .selectFrom('person')
    .leftJoin('external_key', 'external_key.person_id', 'person.id')
    .select('person.id')
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .where('given_name', '=', given)
    .where('family_name', '=', family)
    .where('external_key.external', 'is', null)
    .limit(2)
    .execute()
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

/** Makes a post, or gives it another title. */
export const importPost: RowAct<PostRow> = async (deps, who, { row, key, unit, role, title, seat }, named) => {
  const nodeId = await findByKey(deps, 'node', unit)
  if (nodeId === null && !named('units', unit)) row.wrong('unit', { code: 'import.unit', text: words.noUnit(unit) })
  if (role === null || nodeId === null) return null
  const id = await findByKey(deps, 'post', key)
  const post = id === null ? undefined : await loadPost(deps.store, id)
  if (!post) {
    const made = valueOr('posts', row, await createPost(deps, who, { nodeId, role, title, seat }))
    if (!made) return null
    await keepKey(deps, who, 'post', key, made.id)
    const changes: FieldChange[] = [
      { label: label('posts', 'unit'), before: '', after: unit },
      { label: label('posts', 'role'), before: '', after: organisationWords.role[role].sv },
    ]
    return { kind: 'posts', no: row.no, name: title.sv, isNew: true, changes }
  }
  if (post.nodeId !== nodeId || post.role !== role || (seat !== null && seat !== post.seat)) {
    return tellRefusals('posts', row, [{ code: 'import.post', field: post.nodeId === nodeId ? 'role' : 'nodeId', text: words.postStays }])
  }
  const changes = differing([
    { label: label('posts', 'title'), before: post.title.sv, after: title.sv },
    { label: label('posts', 'en'), before: post.title.en, after: title.en || title.sv },
  ])
  await keepKey(deps, who, 'post', key, post.id)
  if (changes.length === 0) return null
  const done = await retitlePost(deps, who, post.id, title)
  return done.ok ? { kind: 'posts', no: row.no, name: title.sv, isNew: false, changes } : tellRefusals('posts', row, done.refusals)
}

/** Fills a post from a day, or ends what is held. */
export const importAppointment: RowAct<AppointmentRow> = async (deps, who, { row, from, to, ...read }, named) => {
  const postId = await findByKey(deps, 'post', read.post)
  const personId = await findByKey(deps, 'person', read.person)
  if (postId === null && !named('posts', read.post)) row.wrong('post', { code: 'import.post', text: words.noPost(read.post) })
  if (personId === null && !named('people', read.person)) row.wrong('person', { code: 'import.person', text: words.noPerson(read.person) })
  const [post, person] = [await loadPost(deps.store, postId ?? ''), await loadPerson(deps.store, personId ?? '')]
  if (!post || !person || from === null) return null
  const name = `${post.title.sv}: ${person.givenName} ${person.familyName}`
  const held = (await loadHoldings(deps.store, { postId: post.id })).filter((h) => h.personId === person.id)
  const same = held.find((h) => h.from === from)
  const changed = (changes: readonly FieldChange[], isNew: boolean) => ({ kind: 'appointments' as const, no: row.no, name, isNew, changes: differing(changes) })
  const until = (day: Day | null): string => day ?? ''
  if (same) {
    if (to === null || same.to === to) return null
    const done = await endAppointment(deps, who, { appointmentId: same.id, on: to })
    if (!done.ok) return tellRefusals('appointments', row, done.refusals)
    return changed([{ label: label('appointments', 'to'), before: until(same.to), after: to }], false)
  }
  if (held.some((h) => h.from < from && (h.to === null || h.to > from)))
    return tellRefusals('appointments', row, [{ code: 'import.gap', field: 'from', text: words.gap }])
  const done = await appoint(deps, who, { postId: post.id, personId: person.id, from, to })
  if (!done.ok) return tellRefusals('appointments', row, done.refusals)
  const ends = done.value.ends
  return changed(
    [
      { label: label('appointments', 'from'), before: '', after: from },
      { label: label('appointments', 'to'), before: '', after: until(done.value.to) },
      ...(ends ? [{ label: label('appointments', 'to'), before: ends.personName, after: from }] : []),
    ],
    true,
  )
}
