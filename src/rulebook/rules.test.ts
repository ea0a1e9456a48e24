import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askRule } from './ask-rule.ts'
import { shapesOf } from './rule-shapes.ts'
import { rules } from './rules.ts'
import { readings } from './readings.ts'
import { rulesBySection } from './rules-by-section.ts'
import { rulesDocument } from './rules-document.ts'
import { isDaySchema, isTimeSchema, type JsonSchema } from './shape-words.ts'
import { variantNames, variantsShape } from './variants.ts'

const days = fc.integer({ min: 0, max: 101_900 }).map((n) => new Date(Date.UTC(1910, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
const nearDays = fc.integer({ min: 0, max: 800 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
const clock = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const moments = fc.oneof(
  clock,
  fc.tuple(nearDays, clock).map(([d, t]) => `${d}T${t}`),
  fc.tuple(nearDays, clock).map(([d, t]) => `${d}T${t}:00+01:00`),
)

/** Facts of any rule, made from its own shape: small numbers and few names, so that they meet. */
const factsFor = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(factsFor))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type: string) => factsFor({ ...schema, type })))
  if (schema.type === 'null') return fc.constant(null)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer') {
    const [min, max] = [schema.minimum ?? 0, schema.maximum ?? 1000]
    return fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min, max: Math.min(max, min + 12) }) },
      fc.integer({ min, max: Math.min(max, Math.max(min, 101)) }),
      fc.constantFrom(min, max),
    )
  }
  if (schema.type === 'string') {
    if (isDaySchema(schema)) return fc.oneof(days, nearDays)
    if (isTimeSchema(schema)) return moments
    if (schema.pattern?.includes('\\d{1,2})?$')) return fc.constantFrom('0', '7', '12.5', '233.50')
    if (schema.pattern?.includes('/')) return fc.constantFrom('1/2', '0/1', '1/3', '2/3', '9999/1')
    return fc.constantFrom('A', 'B', 'C', 'D', '__proto__')
  }
  if (schema.type === 'array') return fc.array(factsFor(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 6 })
  if (schema.properties) {
    const model = Object.fromEntries(Object.entries(schema.properties).map(([name, field]) => [name, factsFor(field)]))
    return fc.record(model, { requiredKeys: [...(schema.required ?? [])] })
  }
  return fc.dictionary(fc.constantFrom('A', 'B', 'C'), factsFor(schema.additionalProperties as JsonSchema), { maxKeys: 3 })
}

describe('every rule', () => {
  it('has a name of its own', () => expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length))

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s: its example fits, and so does everything it answers, whatever it is asked', (_, rule) => {
    const { facts } = shapesOf(rule)
    const example = askRule(rule, rule.example)
    expect(example.wellShaped && example.ruling.ok).toBe(true)
    fc.assert(
      fc.property(factsFor(facts), (asked) => {
        const answer = askRule(rule, asked)
        if (!answer.wellShaped) throw new Error(JSON.stringify(answer.problems))
        const { ruling } = answer
        if (ruling.value !== null) rule.value.parse(ruling.value)
        const texts = [...ruling.reasons, ...(ruling.ok ? [] : ruling.refusals)]
        for (const { law, text } of texts) {
          expect(law).toMatch(/\d/)
          expect(`${text.sv} ${text.en}`).not.toMatch(/undefined|NaN|\[object|\bnull\b/)
        }
        expect(ruling.ok || ruling.refusals.length > 0).toBe(true)
        expect(ruling.value !== null || !ruling.ok).toBe(true)
      }),
      { numRuns: 120 },
    )
  })
  it.each(rules.map((rule) => [rule.name, rule] as const))('%s: what it does not know is a bad shape, with its path', (_, rule) => {
    const answer = askRule(rule, { ...rule.example, nonsense: 1 })
    expect(answer).toMatchObject({ wellShaped: false, problems: [{ code: 'shape.unrecognized_keys', field: 'nonsense' }] })
    expect(askRule(rule, null).wellShaped).toBe(false)
  })
  it('stands in the table by section, and nothing else does', () => {
    const names = rules.map(({ name }) => name)
    const told = rulesBySection.flatMap(([, , listed]) => listed)
    expect(names.filter((name) => !told.includes(name))).toEqual([])
    expect([...told, ...readings.flatMap(({ rules: listed }) => listed)].filter((name) => !names.includes(name))).toEqual([])
  })
  it('has a named variant for every reading that the catalogue marks as its own, or finds in no text', () => {
    // The marks of the catalogue in its parts on council, minutes, boards, voting and proportional elections, each once.
    expect(readings.filter(({ mark }) => mark === 'reading').map(({ no }) => no)).toEqual(['A-05', 'A-06', 'A-08', 'A-30', 'A-32', 'A-45', 'E'])
    expect(readings.filter(({ mark }) => mark === 'not_in_text').map(({ no }) => no)).toEqual(['A-36', 'A-48', 'A-21, D', 'D, ballot'])
    for (const { mark, by, variants } of readings) if (mark !== null) expect([by, variants.length > 0]).toEqual(['variant', true])
  })
  it('offers each variant of the readings, and no other, with a stated default', () => {
    expect(readings.flatMap(({ variants }) => variants).toSorted()).toEqual([...variantNames].toSorted())
    for (const { rules: names, variants } of readings) {
      for (const variant of variants) {
        expect(rules.filter(({ name, variants: asked }) => names.includes(name) && asked.includes(variant)).length).toBeGreaterThan(0)
        expect(variantsShape.shape[variant].meta()?.description).toMatch(/efault/)
      }
    }
  })
  it('stands in docs/rules.md as it is (genomslag rule --document > docs/rules.md)', () => {
    expect(readFileSync(path.join(import.meta.dirname, '../../docs/rules.md'), 'utf8')).toBe(rulesDocument())
  })
})
