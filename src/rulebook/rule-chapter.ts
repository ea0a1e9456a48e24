import { z } from 'zod'
import type { Rule } from './rule.ts'
import { shapesOf } from './rule-shapes.ts'
import { rulesBySection } from './rules-by-section.ts'
import { type JsonSchema, shapeWords } from './shape-words.ts'
import { defaultVariants, type VariantName, variantsShape } from './variants.ts'

const width = 180

const onOneLine = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`
  const entries = Object.entries(value).map(([key, v]) => `${JSON.stringify(key)}: ${onOneLine(v)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** JSON for reading: on one line where it fits, else an entry a line. */
export const readableJson = (value: unknown, indent = ''): string => {
  const line = onOneLine(value)
  if (indent.length + line.length <= width || typeof value !== 'object' || value === null) return line
  const inner = `${indent}  `
  const entries: readonly string[] = Array.isArray(value)
    ? value.map((v) => readableJson(v, inner))
    : Object.entries(value).map(([key, v]) => `${JSON.stringify(key)}: ${readableJson(v, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${entries.map((entry) => inner + entry).join(',\n')}\n${indent}${close}`
}

/** What a variant chooses between, as its shape tells. */
export const variantTold = (name: VariantName): string => variantsShape.shape[name].meta()?.description ?? ''

const withoutVariants = (schema: JsonSchema): JsonSchema => {
  const { variants: _, ...properties } = schema.properties ?? {}
  return { ...schema, properties }
}

const fenced = (kind: string, text: string): string => `\`\`\`${kind}\n${text}\n\`\`\``

/** Where a rule stands in the catalogue of the law: 'A-05, A-06'. */
export const numbersOf = (name: string): string =>
  rulesBySection
    .filter(([, , names]) => names.includes(name))
    .map(([number]) => number)
    .join(', ')

/** One rule as a chapter: what it answers, what `ok` says, facts, value, variants, an example and the answer to it. */
export const ruleChapter = (rule: Rule): string => {
  const { value, example, answer } = shapesOf(rule)
  const {
    ok,
    value: result,
    reasons,
  } = answer as { readonly ok: boolean; readonly value: unknown; readonly reasons: readonly { readonly law: string; readonly text: { readonly en: string } }[] }
  const facts = z.toJSONSchema(rule.facts, { io: 'input' }) as JsonSchema
  const variants = rule.variants.map((name) => `- \`${name}\`, default \`${JSON.stringify(defaultVariants[name])}\`. ${variantTold(name)}`)
  return [
    `### ${rule.name}`,
    `**${rule.words.en}** · ${rule.words.sv} · ${rule.law} · ${numbersOf(rule.name)}`,
    `\`ok: true\`: ${rule.okMeans}.`,
    ...(rule.note === undefined ? [] : [rule.note]),
    fenced('ts', `facts: ${shapeWords(withoutVariants(facts))}\nvalue: ${shapeWords(value)}`),
    ...(variants.length === 0 ? [] : [`Variants, under \`variants\`:\n\n${variants.join('\n')}`]),
    'For example',
    fenced('json', readableJson(example)),
    'is answered by',
    fenced('json', readableJson({ ok, value: result })),
    reasons.map(({ law, text }) => `- ${law}: ${text.en}`).join('\n'),
  ].join('\n\n')
}
