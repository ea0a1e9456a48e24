import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../rulebook/contradictions/finding.ts'
import { kinds, relations, roles } from '../rulebook/contradictions/material.ts'
import { misprints } from '../rulebook/contradictions/misprint.ts'
import { check } from './check.ts'
import { fileSchema } from './format.ts'

const documentation = readFileSync(path.join(import.meta.dirname, '../../docs/contradictions.md'), 'utf8')
const examples = [...documentation.matchAll(/```json\n([\s\S]*?)```\n```finding\n([\s\S]*?)\n```/g)].map(([, file = '', told = '']) => [told, file] as const)

const toldOf = (file: string): string => {
  const answer = check(file)
  if (!answer.ok) return answer.refusals.map(({ text }) => text.en).join('\n')
  const lines = answer.value.findings.map(
    ({ rule, sureness, difference, likely }) =>
      `${rule} ${sureness}${difference === null ? '' : ` ${difference}`}${likely ? `, likely ${likely.text.sv.replaceAll('\u00a0', ' ')}` : ''}`,
  )
  return lines.join('\n') || 'nothing'
}

describe('the documentation', () => {
  test.each(examples)('tells %s of its example', (told, file) => expect(toldOf(file)).toBe(told))
  test('leaves no example of the format without what is told of it', () => expect(documentation.match(/```json/g)).toHaveLength(examples.length))
  test('has an example of every rule', () => {
    const told = new Set(examples.flatMap(([lines]) => lines.split('\n').map((line) => line.split(' ')[0])))
    expect(rules.filter((rule) => !told.has(rule) || !documentation.includes(`### \`${rule}\``))).toEqual([])
  })
  test('names every field and every word that a file may have', () => {
    const fields = new Set<string>()
    const walk = (shape: unknown): void => {
      if (typeof shape !== 'object' || shape === null) return
      const { properties } = shape as { readonly properties?: object }
      for (const name of Object.keys(properties ?? {})) fields.add(name)
      for (const part of Object.values(shape)) walk(part)
    }
    walk(fileSchema())
    const words = [...fields, ...roles, ...kinds, ...relations, ...misprints]
    expect(words.filter((word) => !documentation.includes(`\`${word}\``) && !documentation.includes(`"${word}"`))).toEqual([])
  })
})

describe('the whole form of the documentation', () => {
  const whole = examples.find(([, file]) => file.includes('genomslag-check/1'))?.[1] ?? ''
  test('agrees with itself', () => expect(toldOf(whole)).toBe('nothing'))
  test.each<[string, string, string]>([
    ['summary', '"1 000"', '"1 100"'],
    ['net', '"−8 700"', '"−8 900"'],
    ['order', '2022-10-30', '2022-12-30'],
    ['decided', '"150"', '"180"'],
    ['count', '"två"', '"tre"'],
    ['date', '"week": 46', '"week": 45'],
  ])('%s, when one number is changed', (rule, from, to) => expect(toldOf(whole.replace(from, to)).split(' ')[0]).toBe(rule))
})
