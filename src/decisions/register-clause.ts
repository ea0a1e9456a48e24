import { z } from 'zod'
import type { Amount } from '../kernel/amount.ts'
import { type Day, day, longDay } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { actOnEntry } from '../registers/act-on-entry.ts'
import { createEntry } from '../registers/create-entry.ts'
import type { AnyDefinition, ClauseEffect, EntryData } from '../registers/define.ts'
import type { Entry } from '../registers/entry.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { metaOf } from '../registers/field.ts'
import { readData, readTyped, type Shape } from '../registers/read-entry.ts'
import type { NeverDelegated } from '../rulebook/delegation.ts'
import { assignmentLacksResources } from '../rulebook/financing.ts'
import type { Deps, Tx } from '../database/transact.ts'
import type { Continued } from './clause.ts'
import { settleContinued } from './continued.ts'
import type { ClauseGroup, EnactContext, Enactment } from './enactment.ts'
import { mayDecideOn } from './giver.ts'
import { words } from './words.ts'

/** What a clause of a register carries: the fields it states, and for an entry that ends, what continues. */
export interface RegisterData {
  readonly fields: Readonly<Record<string, unknown>>
  readonly continued: readonly Continued[]
}

/** What the law or the steering system asks of single kinds, beside the register's own rules. */
const barredKinds: Readonly<Record<string, NeverDelegated>> = { adopt_document: 'goals', prolong_document: 'goals', repeal_document: 'goals' }
const extraRules: Readonly<Record<string, (data: EntryData, context: EnactContext) => readonly Refusal[]>> = {
  give_assignment: (data, { decision }) =>
    assignmentLacksResources({
      byCouncil: decision.body.kind === 'council',
      inBudget: data['origin'] === 'budget',
      resources: (data['resources'] as Amount | undefined) ?? null,
    }),
}

const groupOf = (definition: AnyDefinition, effect: ClauseEffect): ClauseGroup => {
  if (effect.does === 'create') return 'begin'
  const to = definition.lifecycle.acts[effect.act]?.to
  return to === undefined || definition.lifecycle.states[to]?.open ? 'change' : 'end'
}

const stated = (definition: AnyDefinition, effect: ClauseEffect): z.ZodObject => {
  if (effect.does === 'create') return definition.fields
  if (effect.does === 'act') return z.object({})
  const names = effect.fields ?? Object.keys(definition.fields.shape)
  return z.object(Object.fromEntries(names.map((name) => [name, definition.fields.shape[name] as z.ZodType])))
}

/** The fields that differ from the entry's own; one that was emptied is null. */
const differing = (read: EntryData, entry: Entry, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.filter((n) => JSON.stringify(read[n]) !== JSON.stringify(entry.data[n])).map((n) => [n, read[n] ?? null]))

const merged = (entry: Entry, fields: Readonly<Record<string, unknown>>): EntryData =>
  Object.fromEntries(Object.entries({ ...entry.data, ...fields }).filter(([, v]) => v !== null && v !== undefined))

/** The enactment of a clause that a register declares: it makes an entry, changes its fields or performs an act of its lifecycle. */
export const registerEnactment = (kind: string, definition: AnyDefinition, effect: ClauseEffect): Enactment<RegisterData> => {
  const fields = stated(definition, effect)
  const shape: Shape = { fields, words: definition.words, check: effect.does === 'create' ? definition.check : () => [] }
  return {
    words: effect.words,
    group: groupOf(definition, effect),
    hasEffect: true,
    barred: barredKinds[kind] ?? null,
    target: effect.does === 'create' ? null : { kind: 'entry', register: definition.name },
    fields,
    read: (typed, day, entry) => {
      const read = readTyped(shape, typed, day)
      if (!read.ok) return read
      if (effect.does !== 'change' || !entry) return granted({ fields: read.value, continued: [] })
      const changes = differing(read.value, entry, Object.keys(fields.shape))
      return Object.keys(changes).length === 0
        ? refused({ code: 'clause.nothing_changed', text: words.nothingChanged })
        : granted({ fields: changes, continued: [] })
    },
    check: (data, day) => {
      const { fields: given, continued } = data as RegisterData
      const checked: Verdict<unknown> = effect.does === 'create' ? readData(definition, given, day) : knownFields(fields, given)
      return checked.ok ? granted({ fields: given, continued }) : checked
    },
    enact: (tx, deps, context, data) =>
      effect.does === 'create' ? create(tx, deps, definition, kind, context, data) : change(tx, deps, definition, effect.act, context, data),
    describe: (data, names, target) => describe(definition, effect, data.fields as EntryData, names, target),
    receivers: ({ fields: given }, owner) => {
      const nodeId = effect.does === 'create' ? definition.owner(given as EntryData) : owner
      if (!nodeId) return []
      if (effect.does !== 'create') return [{ nodeId, demandsAction: false, what: '' }]
      const due = firstDeadline(definition, given as EntryData)
      return [{ nodeId, demandsAction: true, what: definition.title(given as EntryData), ...(due ? { due } : {}) }]
    },
  }
}

/** Deadlines are asked for as if it were this day: those that are fields do not depend on it. */
const anyDay = day('1970-01-01')

/** The first day that the fields themselves tell; deadlines that are counted from today are not the decision's. */
const firstDeadline = (definition: AnyDefinition, given: EntryData): Day | undefined => {
  const told = Object.values(given)
  return definition.deadlines
    .flatMap((deadline) => deadline.days(given, anyDay))
    .filter((at) => told.some((value) => value === at || (Array.isArray(value) && value.includes(at))))
    .toSorted()[0]
}

const knownFields = (fields: z.ZodObject, given: Readonly<Record<string, unknown>>): Verdict<null> => {
  const strange = Object.keys(given).filter((name) => !Object.hasOwn(fields.shape, name))
  return strange.length === 0
    ? granted(null)
    : refused(
        ...strange.map((field) => ({
          code: 'field.unknown',
          field,
          text: { sv: `Att-satsen ändrar inte ”${field}”.`, en: `The clause does not change “${field}”.` },
        })),
      )
}

/** Bodies, units and posts that the data names must exist. */
const unknownNames = async (tx: Tx, definition: AnyDefinition, data: EntryData, { tree }: EnactContext): Promise<readonly Refusal[]> => {
  const refusals: Refusal[] = []
  for (const [name, schema] of Object.entries(definition.fields.shape) as [string, z.ZodType][]) {
    const value = data[name]
    if (typeof value !== 'string') continue
    const { input } = metaOf(schema)
    if (input === 'node' && !tree.get(value)) refusals.push({ code: 'clause.node', field: name, text: words.unknownNode })
    if (input === 'post' && !(await tx.selectFrom('post').select('id').where('id', '=', value).executeTakeFirst())) {
      refusals.push({ code: 'clause.post', field: name, text: words.unknownPost })
    }
  }
  return refusals
}

const create = async (tx: Tx, deps: Deps, definition: AnyDefinition, kind: string, context: EnactContext, { fields }: RegisterData): Promise<Verdict<null>> => {
  const { decision, clause, who, creates } = context
  const read = readData(definition, fields, decision.day)
  if (!read.ok) return read
  const refusals = [...(extraRules[kind]?.(read.value, context) ?? []), ...(await unknownNames(tx, definition, read.value, context))]
  if (refusals.length > 0) return refused(...refusals)
  const entry = await createEntry(tx, deps, definition, {
    data: read.value,
    nodeId: decision.body.id,
    day: decision.day,
    clauseId: clause.id,
    who,
    id: creates,
  })
  // What a secret decision makes is as secret as the decision, until something else is decided.
  if (decision.secrecy !== null && entry.secrecy === null) await tx.updateTable('thing').set({ secrecy: decision.secrecy }).where('id', '=', entry.id).execute()
  return granted(null)
}

const change = async (
  tx: Tx,
  deps: Deps,
  definition: AnyDefinition,
  act: string,
  context: EnactContext,
  { fields, continued }: RegisterData,
): Promise<Verdict<null>> => {
  const entry = context.target ? await loadEntry(tx, context.target, { lock: true }) : undefined
  if (!entry || entry.register !== definition.name)
    return refused({ code: 'clause.target', field: 'entry', text: context.target ? words.targetUnknown : words.targetNeeded(definition.words.one) })
  const read = Object.keys(fields).length === 0 ? granted(entry.data) : readData(definition, merged(entry, fields), context.decision.day)
  // Only what the clause states must be there: what is ended or prolonged may name a unit that has been reorganised away since.
  const refusals = [...(await mayDecideOn(tx, entry.nodeId, context)), ...(read.ok ? await unknownNames(tx, definition, fields, context) : read.refusals)]
  if (refusals.length > 0 || !read.ok) return refused(...refusals)
  const done = await actOnEntry(tx, deps, definition, {
    entryId: entry.id,
    act,
    who: context.who,
    doing: { by: 'clause' },
    clauseId: context.clause.id,
    data: read.value,
  })
  if (!done.ok) return done
  return continued.length > 0 ? settleContinued(tx, deps, entry, context.tree, continued) : granted(null)
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const describe = (
  definition: AnyDefinition,
  effect: ClauseEffect,
  data: EntryData,
  names: Parameters<Enactment<RegisterData>['describe']>[1],
  target: string | null,
): Text => {
  if (effect.does !== 'create') {
    const name = target ? names.thing(target) : ''
    return { sv: `${lower(effect.words.sv)}: ”${name}”`, en: `${lower(effect.words.en)}: “${name}”` }
  }
  const owner = definition.owner(data)
  const last = definition.deadlines.flatMap((d) => d.days(data, names.day).map((due) => ({ ...d.words, due }))).at(-1)
  return {
    sv: `${owner ? `ger ${names.node(owner, 'sv')} ${definition.words.the.sv}` : lower(effect.words.sv)} ”${definition.title(data)}”${last ? `, ${lower(last.sv)} ${longDay(last.due, 'sv')}` : ''}`,
    en: `${owner ? `gives ${names.node(owner, 'en')} ${definition.words.the.en}` : lower(effect.words.en)} “${definition.title(data)}”${last ? `, ${lower(last.en)} ${longDay(last.due, 'en')}` : ''}`,
  }
}
