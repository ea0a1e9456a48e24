import { digestOf, newToken } from '../../src/access/token.ts'
import { transact } from '../../src/database/transact.ts'
import { keepDecisionDraft } from '../../src/decisions/change-draft.ts'
import { idOf } from '../../src/demo/ids.ts'
import { keepWaiting } from '../../src/exchange/import/waiting.ts'
import { keepFiles } from '../../src/exchange/import/waiting-files.ts'
import { anybody } from '../../src/kernel/who.ts'
import { addItem, type ItemInput } from '../../src/meetings/agenda/add-item.ts'
import { definitionOf } from '../../src/registers/definitions/index.ts'
import type { Served } from './municipality.ts'

/** Finds, or first makes, what a page is about; gives the page's address. For what no fixed address leads to. */
export type Place = (served: Served) => Promise<string>

const person = (key: string): string => idOf('person', key)
const [secretary, chief] = [person('ellen-sandqvist'), person('magnus-thorvall')]

export const appointment: Place = async ({ store }) => {
  const { id } = await store.selectFrom('appointment').select('id').where('post_id', '=', idOf('post', 'aln-chair')).executeTakeFirstOrThrow()
  return `/appointments/${id}`
}

export const endAppointment: Place = async (served) => `${await appointment(served)}/end`

export const referral: Place = async ({ store }) => {
  const { id, case_id } = await store.selectFrom('referral').select(['id', 'case_id']).where('answer', 'is', null).executeTakeFirstOrThrow()
  return `/cases/${case_id}/referrals/${id}`
}

export const reopenCase: Place = async ({ store }) => {
  const closed = store.selectFrom('case_file').innerJoin('thing', 'thing.id', 'case_file.id').where('closed', 'is not', null).where('secrecy', 'is', null)
  const { id } = await closed.select('case_file.id').executeTakeFirstOrThrow()
  return `/cases/${id}/reopen`
}

export const contradiction: Place = async ({ store }) => {
  const { id } = await store.selectFrom('contradiction').select('id').orderBy('id').executeTakeFirstOrThrow()
  return `/contradictions/${id}`
}

/** A paragraph of a meeting that goes on, as its minutes are adjusted at once. */
export const paragraph: Place = async ({ store }) => {
  const meeting = idOf('meeting', 'aln-m-2022-05-17')
  const { id } = await store
    .selectFrom('agenda_item')
    .select('id')
    .where('meeting_id', '=', meeting)
    .where('state', '=', 'closed')
    .orderBy('ord')
    .executeTakeFirstOrThrow()
  return `/meetings/${meeting}/items/${id}/minutes`
}

/** The council's agenda as its own secretary builds it, who plays the chair here, with cases that are prepared, half prepared and not at all. */
export const councilAgenda: Place = async ({ deps, store }) => {
  const meetingId = idOf('meeting', 'kf-m-2022-06-16')
  const { value } = await store.selectFrom('setting').select('value').where('name', '=', 'demo_roles').executeTakeFirstOrThrow()
  const roles = { ...(value as object), chair: { person: person('olle-brandtberg') } }
  await transact(deps, { actor: 'system:test', act: 'cast' }, (tx) =>
    tx
      .updateTable('setting')
      .set({ value: JSON.stringify(roles) })
      .where('name', '=', 'demo_roles')
      .execute(),
  )
  const put = async (key: string, title: string, more: Partial<ItemInput>): Promise<void> => {
    const done = await addItem(
      deps,
      anybody,
      { id: idOf('item', `kf-m-2022-06-16/${key}`), meetingId, caseId: null, title, kind: 'decision', ...more },
      { bySystem: true },
    )
    if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  }
  await put('pott', 'Fler sommarjobb 2022, central pott', { caseId: idOf('thing', 'c-sommarpott') })
  await put('budget', 'Underlag till budget 2023', { caseId: idOf('thing', 'c-budget-2023') })
  await put('spira', 'Partnerskap om Spira', { caseId: idOf('thing', 'c-spira') })
  await put('arvode', 'Arvoden till valnämnden', { prepared: false })
  await put('avsagelse', 'Avsägelse från uppdrag i Kulturnämnden', { exempt: 'resignation' })
  return `/meetings/${meetingId}/agenda`
}

export const letter: Place = async ({ store }) => {
  const { id } = await store.selectFrom('mail').select('id').where('person_id', '=', person('leyla-hagelin')).executeTakeFirstOrThrow()
  return `/account/letters/${id}`
}

/** The link of a letter that asks somebody to confirm an address. */
export const confirmAddress: Place = async ({ store, deps }) => {
  const token = newToken()
  const now = deps.clock.now()
  const asked = { asked_at: now, expires_at: new Date(now.getTime() + 3_600_000) }
  await store.deleteFrom('address_change').where('person_id', '=', secretary).execute()
  await store
    .insertInto('address_change')
    .values({ id: deps.ids.next(), person_id: secretary, email: 'ny@example.se', token_digest: digestOf(token), ...asked })
    .execute()
  return `/address/${token}`
}

/** The link at the foot of a letter, that ends all letters to its reader. */
export const unsubscribe: Place = async ({ store }) => {
  const token = newToken()
  const { id } = await store.selectFrom('mail').select('id').where('purpose', '=', 'notices').executeTakeFirstOrThrow()
  await store
    .updateTable('mail')
    .set({ unsubscribe_digest: digestOf(token) })
    .where('id', '=', id)
    .execute()
  return `/unsubscribe/${token}`
}

const draftId = '01a21500-0000-7000-8000-00000000d0d0'
const clauseId = '01a21500-0000-7000-8000-00000000c1a5'

/** The page of a decision that the board's secretary drafts, with one clause not yet whole. */
export const draft =
  (under: string): Place =>
  async ({ deps }) => {
    const head = { title: ['Mötesplatser i Norrby'], day: ['2022-05-17'], paragraph: ['45'], body: [idOf('node', 'aln')], by: ['body'] }
    const typed = { text: ['att öppna två mötesplatser i Norrby'], title: ['Två mötesplatser i Norrby'] }
    await keepDecisionDraft(deps, secretary, { id: draftId, head, clauses: [{ id: clauseId, kind: 'give_assignment', target: null, typed }], receivers: null })
    return `/decisions/drafts/${draftId}${under}`
  }

export const draftClause: Place = draft(`/clauses/${clauseId}`)

/** What a spreadsheet of measures would change, before it is done. */
export const importWaiting: Place = async ({ deps }) => {
  const content = Buffer.from('Enhet;Period;Värde (hushåll);Status;Källa\r\nArbetslivsnämnden;2022;705;Preliminär;Månadsstatistik\r\n')
  return `/import/waiting/${await keepWaiting(deps, person('ida-forsmark'), { target: 'series/hushall-per-manad', name: 'hushåll.csv', content })}`
}

/** What a list of units would change in the organisation, before it is done. */
export const organisationWaiting: Place = async ({ deps }) => {
  const content = Buffer.from('Id;Namn;Förkortning;Slag;Under;Från\r\nny-enhet;Enheten för mötesplatser;Möten;enhet;alf;2022-09-01\r\n')
  const id = await keepWaiting(deps, chief, { target: 'organisation/lists', name: 'enheter.csv', content: Buffer.alloc(0) })
  await keepFiles(deps, chief, id, [{ name: 'enheter.csv', content }])
  return `/import/waiting/${id}`
}

export const dispatch: Place = async ({ store }) => {
  const { id } = await store.selectFrom('dispatch').select('id').orderBy('id').executeTakeFirstOrThrow()
  return `/dispatch/${id}`
}

/** Some entry of a register whose entries have no keys in the data files. */
export const entry =
  (register: string): Place =>
  async ({ store }) => {
    const { id } = await store.selectFrom('thing').select('id').where('register', '=', register).orderBy('id').executeTakeFirstOrThrow()
    return `/register/${definitionOf(register)?.path}/${id}`
  }
