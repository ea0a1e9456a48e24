import type { Secrets } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import { readAmount } from '../kernel/amount.ts'
import { type Day, readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import type { Tree } from '../organisation/tree.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { type NeverDelegated, neverDelegated } from '../rulebook/delegation.ts'
import type { ClauseInput, Continued } from './clause.ts'
import type { DecisionInput, Delegation } from './decision.ts'
import { suggestReceivers } from './dispatch.ts'
import type { DecisionDraft, DraftClause, DraftReceiver, Typed } from './draft.ts'
import { type AnyEnactment, enactments, isRegisterKind } from './enactments.ts'
import { findThing, resolveThings } from './lookup.ts'
import { namesFor } from './names.ts'
import type { RegisterData } from './register-clause.ts'
import { words } from './words.ts'

const one = (typed: Typed, name: string): string => (typed[name]?.[0] ?? '').trim()

/** What reading a draft needs: where to look things up, the organisation, and what the reader may see. */
export interface Reading {
  readonly store: Store
  readonly tree: Tree
  readonly today: Day
  readonly secrets: Secrets
}

/** A clause as it was read: what it says, what it brings about in words, or what is wrong with its form. */
export interface ReadClause {
  readonly id: string
  readonly kind: DraftClause['kind']
  readonly target: string | null
  readonly text: string
  readonly input: ClauseInput | null
  readonly effect: Text | null
  /** Who carries out what it changes. */
  readonly owner: string | null
  readonly data: unknown
  /** Each with the name of its field in the clause's own form. */
  readonly refusals: readonly Refusal[]
}

const continuedIn = (typed: Typed): { readonly continued: readonly Continued[]; readonly refusals: readonly Refusal[] } => {
  const numbers = [...new Set(Object.keys(typed).flatMap((name) => /^continued\.(\d{1,4})\./.exec(name)?.[1] ?? []))].map(Number)
  const refusals: Refusal[] = []
  const continued = numbers.flatMap((no): Continued[] => {
    const [nodeId, due, dropped] = [one(typed, `continued.${no}.node`), one(typed, `continued.${no}.due`), one(typed, `continued.${no}.dropped`)]
    const day = readDay(due)
    if (due !== '' && day === null) refusals.push({ code: 'field.unreadable', field: `continued.${no}.due`, text: words.dayUnreadable(due) })
    if (nodeId === '' && due === '' && dropped === '') return []
    return [{ no, ...(isId(nodeId) ? { nodeId } : {}), ...(day ? { due: day } : {}), ...(dropped === '' ? {} : { dropped }) }]
  })
  return { continued, refusals }
}

/** Money targets are typed in kronor and kept in öre, as every value of a money series. */
const inSeriesUnit = async (store: Store, kind: DraftClause['kind'], data: unknown): Promise<unknown> => {
  const { series, value } = data as { readonly series?: string; readonly value?: number }
  if (kind !== 'set_target' || series === undefined || value === undefined) return data
  const found = await store.selectFrom('series').select('money').where('id', '=', series).executeTakeFirst()
  return found?.money ? { ...(data as object), value: Math.round(value * 100) } : data
}

/** Reads one clause of a draft against its kind, as of the day of decision. */
export const readClause = async ({ store, tree, today, secrets }: Reading, clause: DraftClause, day: Day): Promise<ReadClause> => {
  const enactment: AnyEnactment = enactments[clause.kind]
  const text = one(clause.typed, 'text').replace(/^att\s+/i, '')
  const entry = clause.target && enactment.target?.kind === 'entry' ? ((await loadEntry(store, clause.target)) ?? null) : null
  const base = { id: clause.id, kind: clause.kind, target: clause.target, text, owner: entry?.ownerId ?? null }
  const missing: Refusal[] = text === '' ? [{ code: 'clause.text', field: 'text', text: words.clauseText }] : []
  const { continued, refusals: wrong } = continuedIn(clause.typed)
  const read = enactment.read(await resolveThings(store, enactment.fields, clause.typed, secrets), day, entry)
  if (!read.ok) return { ...base, input: null, effect: null, data: null, refusals: [...missing, ...read.refusals, ...wrong] }
  const data = await inSeriesUnit(store, clause.kind, read.value)
  const names = await namesFor(store, tree, day || today, [data, clause.target])
  const common = { id: clause.id, kind: clause.kind, text, ...(clause.target ? { target: clause.target } : {}) }
  const input = (isRegisterKind(clause.kind) ? { ...common, data: (data as RegisterData).fields, continued } : { ...common, data }) as ClauseInput
  return { ...base, input, effect: enactment.describe(data, names, clause.target), data, refusals: [...missing, ...wrong] }
}

/** A whole draft as it was read: the decision to register, or null while its head cannot be read; and all that is wrong in the forms. */
export interface ReadDraft {
  readonly day: Day | null
  readonly clauses: readonly ReadClause[]
  /** The receivers chosen, or those suggested while nobody has chosen. */
  readonly receivers: readonly DraftReceiver[]
  readonly suggested: readonly DraftReceiver[]
  readonly input: DecisionInput | null
  readonly refusals: readonly Refusal[]
}

const dayIn = (head: Typed, name: string, refusals: Refusal[]): Day | null => {
  const typed = one(head, name)
  const day = readDay(typed)
  if (typed !== '' && day === null) refusals.push({ code: 'field.unreadable', field: name, text: words.dayUnreadable(typed) })
  return day
}

const delegationIn = async ({ store, secrets }: Reading, head: Typed, refusals: Refusal[]): Promise<Delegation | null> => {
  if (one(head, 'by') !== 'post') return null
  const amount = one(head, 'amount') === '' ? null : readAmount(one(head, 'amount'), 'tkr')
  if (amount && !amount.ok) refusals.push(...amount.refusals.map((r) => ({ ...r, field: 'amount' })))
  const mandateId = await findThing(store, ['mandate'], one(head, 'mandate'), secrets)
  const row = mandateId ? await store.selectFrom('mandate').select('post_id').where('id', '=', mandateId).executeTakeFirst() : undefined
  const concerns = (head['concerns'] ?? []).filter((c): c is NeverDelegated => Object.hasOwn(neverDelegated, c))
  return {
    postId: row?.post_id ?? '00000000-0000-0000-0000-000000000000',
    mandateId,
    concerns,
    amount: amount?.ok ? amount.value : null,
    urgentBecause: one(head, 'urgentBecause').replace(/\r\n/g, '\n'),
  }
}

/** Reads a draft: everything that can be read is, and everything that cannot is told with where to mend it. */
export const readDraft = async (reading: Reading, draft: DecisionDraft): Promise<ReadDraft> => {
  const { head } = draft
  const refusals: Refusal[] = []
  const day = dayIn(head, 'day', refusals)
  if (one(head, 'day') === '') refusals.push({ code: 'decision.day', field: 'day', text: words.dayNeeded })
  const adjusted = dayIn(head, 'adjusted', refusals)
  const announced = dayIn(head, 'announced', refusals)
  const caseTyped = one(head, 'case')
  const caseId = caseTyped === '' ? null : await findThing(reading.store, ['case'], caseTyped, reading.secrets)
  if (caseTyped !== '' && caseId === null) refusals.push({ code: 'decision.case', field: 'case', text: words.unknownCase })
  const clauses: ReadClause[] = []
  for (const clause of draft.clauses) clauses.push(await readClause(reading, clause, day ?? reading.today))
  for (const [i, c] of clauses.entries()) {
    if (c.input === null || c.refusals.length > 0)
      refusals.push(
        ...c.refusals.filter((r) => r.code !== 'clause.text' || c.input === null).map((r) => ({ ...r, field: `clauses.${i + 1}.${r.field ?? ''}` })),
      )
  }
  const body = one(head, 'body')
  const suggested = suggestReceivers(
    clauses.flatMap((c) => (c.data === null ? [] : [{ kind: c.kind, data: c.data, owner: c.owner }])),
    body,
  )
  const receivers = draft.receivers ?? suggested
  if (!isId(body)) refusals.unshift({ code: 'decision.body', field: 'body', text: words.bodyNeeded })
  const delegation = await delegationIn(reading, head, refusals)
  const input: DecisionInput | null =
    day === null || !isId(body)
      ? null
      : {
          id: draft.id,
          bodyId: body,
          day,
          paragraph: one(head, 'paragraph').replace(/^§\s*/, ''),
          title: one(head, 'title'),
          text: one(head, 'text').replace(/\r\n/g, '\n'),
          caseId,
          adjusted,
          announced,
          delegation,
          ...(one(head, 'secrecy') === '' ? {} : { secrecy: one(head, 'secrecy') }),
          clauses: clauses.flatMap((c) => (c.input ? [c.input] : [])),
          dispatch: receivers.map((r) => ({ receiverId: r.nodeId, demandsAction: r.demandsAction, what: r.what.trim() || null, due: r.due ?? null })),
        }
  return { day, clauses, receivers, suggested, input, refusals }
}
