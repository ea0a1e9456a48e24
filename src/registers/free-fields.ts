import type { Refusal } from '../kernel/refusal.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import { metaOf } from './field.ts'
import { words } from './words.ts'

/** The fields that officials write themselves: those the definition sets free, or all where nothing is steered by the register. */
export const freeFields = (definition: AnyDefinition): readonly string[] => (definition.steering ? definition.free : Object.keys(definition.fields.shape))

/** Names of the fields that differ, in the order of the definition. */
export const changedFields = (definition: AnyDefinition, before: EntryData, after: EntryData): readonly string[] =>
  Object.keys(definition.fields.shape).filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))

/** Law 1 for fields: why a person may not change those that are not free, one refusal each. */
export const steeredFields = (definition: AnyDefinition, before: EntryData, after: EntryData): readonly Refusal[] => {
  const free = freeFields(definition)
  return changedFields(definition, before, after)
    .filter((name) => !free.includes(name))
    .map((field) => ({
      code: 'field.needs_clause',
      field,
      text: words.steered(metaOf(definition.fields.shape[field] as never).label),
      law: 'KL 5:1',
      mend: words.proposeClause,
    }))
}

/** Lays new values upon the fields of an entry; null clears one. */
export const laidUpon = (before: EntryData, changes: EntryData): EntryData =>
  Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null && value !== undefined))
