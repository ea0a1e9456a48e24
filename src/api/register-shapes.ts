import { z } from 'zod'
import type { AnyDefinition } from '../registers/define.ts'
import { filterNames } from '../registers/list-query.ts'
import { fieldOf } from '../registers/shown.ts'
import { sortKeys } from '../registers/sort-keys.ts'
import { refusalShape, textShape } from './answers.ts'

/** The shapes of one register's requests and answers: the API checks by them and OpenAPI is generated from them. */
export const shapesOf = (definition: AnyDefinition) => {
  const states = Object.keys(definition.lifecycle.states) as [string, ...string[]]
  const acts = Object.keys(definition.lifecycle.acts) as [string, ...string[]]
  const named = z.object({ id: z.uuid(), name: textShape })
  const entry = z.object({
    id: z.uuid(),
    register: z.literal(definition.name),
    number: z.string(),
    title: z.string(),
    body: named.meta({ description: 'The body that it belongs to' }),
    owner: named.nullable().meta({ description: 'Who carries it out' }),
    state: z.enum(states),
    day: z.iso.date(),
    due: z.iso.date().nullable().meta({ description: 'The next open deadline' }),
    broken: z.array(textShape).meta({ description: 'Where the red thread is broken: late, or lacking what should be there' }),
    version: z.int(),
    fields: definition.fields,
  })
  const act = z.object({
    name: z.enum(acts),
    words: textShape,
    needs: z.enum(['clause', 'comment', 'report', 'final_report']).optional(),
    asks: z.array(z.string()).meta({ description: 'Fields that may be sent with the act' }),
    allowed: z.boolean(),
    refusals: z.array(refusalShape).meta({ description: 'Everything that hinders this reader now' }),
  })
  return {
    entry,
    whole: entry.extend({
      acts: z.array(act),
      freeFields: z.array(z.string()).meta({ description: 'Fields that are written without a decision' }),
      deadlines: z.array(z.object({ label: textShape, due: z.iso.date(), doneOn: z.iso.date().nullable(), source: z.string().nullable() })),
    }),
    list: z.object({
      items: z.array(entry),
      next: z.string().nullable().meta({ description: 'Send as `after` for the next page; null on the last' }),
      count: z.int(),
      more: z.boolean().meta({ description: 'Are there more than `count`? Counting stops at 10 000.' }),
    }),
    query: z.object({
      q: z.string().optional().meta({ description: 'Words in the title or number' }),
      ...Object.fromEntries(filterNames(definition).map((name) => [name, z.array(filterShape(definition, name)).optional()])),
      broken: z.enum(['1']).optional().meta({ description: 'Only where the thread is broken' }),
      sort: z.enum(Object.keys(sortKeys(definition)).flatMap((key) => [key, `-${key}`]) as [string, ...string[]]).optional(),
      size: z.string().optional().meta({ description: '1–200, 50 unless told' }),
      after: z.string().optional(),
    }),
    create: z.strictObject({ body: z.uuid(), fields: z.record(z.string(), z.unknown()), id: z.uuid().optional() }),
    act: z.strictObject({
      act: z.string(),
      version: z.int().min(1).optional(),
      comment: z.string().optional(),
      fields: z.record(z.string(), z.unknown()).optional(),
    }),
    change: z.strictObject({ version: z.int().min(1).optional(), fields: z.record(z.string(), z.unknown()) }),
  }
}

const filterShape = (definition: AnyDefinition, name: string): z.ZodType => {
  if (name === 'state') return z.enum(Object.keys(definition.lifecycle.states) as [string, ...string[]])
  const meta = fieldOf(definition, name)
  return meta?.choices ? z.enum(Object.keys(meta.choices) as [string, ...string[]]) : z.uuid()
}

/** What is sent as the fields of a new entry, for the description: checking is `readData`'s, which gives the refusals. */
export const createShape = (definition: AnyDefinition) => z.strictObject({ body: z.uuid(), fields: definition.fields, id: z.uuid().optional() })

/** As `createShape`, for changes: any field may be left out, and null clears one. */
export const changeShape = (definition: AnyDefinition, names: readonly string[]) =>
  z.strictObject({
    version: z.int().min(1).optional(),
    fields: z.strictObject(Object.fromEntries(names.map((name) => [name, (definition.fields.shape[name] as z.ZodType).nullable().optional()]))),
  })
