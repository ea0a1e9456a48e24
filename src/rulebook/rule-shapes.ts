import { z } from 'zod'
import { askRule } from './ask-rule.ts'
import type { Rule } from './rule.ts'
import type { JsonSchema } from './shape-words.ts'

/** What one needs to ask a rule: the JSON Schemas of its facts and its value, an example and the answer to it. */
export const shapesOf = (
  rule: Rule,
): {
  readonly name: string
  readonly law: string
  readonly words: Rule['words']
  /** What `ok: true` says. */
  readonly okMeans: string
  readonly note?: string
  readonly facts: JsonSchema
  readonly value: JsonSchema
  readonly example: unknown
  readonly answer: unknown
} => {
  const asked = askRule(rule, rule.example)
  return {
    name: rule.name,
    law: rule.law,
    words: rule.words,
    okMeans: rule.okMeans,
    ...(rule.note === undefined ? {} : { note: rule.note }),
    facts: z.toJSONSchema(rule.facts, { io: 'input' }) as JsonSchema,
    value: z.toJSONSchema(rule.value, { io: 'input' }) as JsonSchema,
    example: rule.example,
    answer: asked.wellShaped ? asked.ruling : asked.problems,
  }
}
