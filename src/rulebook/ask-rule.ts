import type { z } from 'zod'
import type { Refusal } from '../kernel/refusal.ts'
import type { Ruling } from './reason.ts'
import type { Rule } from './rule.ts'
import { noSuchDay } from './shapes.ts'

/** The ruling, or everything that is wrong with the shape of the facts. */
export type Asked = { readonly wellShaped: true; readonly ruling: Ruling<unknown> } | { readonly wellShaped: false; readonly problems: readonly Refusal[] }

/** 'items[0].ballots[1].yes', as the facts are written. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((at, step) => (typeof step === 'number' ? `${at}[${step}]` : at === '' ? String(step) : `${at}.${String(step)}`), '')

const isMissing = (issue: z.core.$ZodIssue): boolean => issue.code === 'invalid_type' && issue.input === undefined && /undefined/.test(issue.message)

const swedish = (issue: z.core.$ZodIssue): string => {
  if (isMissing(issue)) return 'saknas'
  if (issue.code === 'invalid_type') return `ska vara ${issue.expected}`
  if (issue.code === 'invalid_value') return `ska vara något av ${issue.values.map(String).join(', ')}`
  if (issue.code === 'too_small') return `ska vara minst ${issue.minimum}`
  if (issue.code === 'too_big') return `ska vara högst ${issue.maximum}`
  if (issue.code === 'invalid_format') return `fel form: ${issue.message}`
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) return `ska vara något av ${issue.options.map(String).join(', ')}`
  if (issue.code === 'invalid_union') return 'passar ingen av formerna'
  if (issue.message === noSuchDay) return 'ska vara en dag som finns'
  return issue.message
}

const problems = (issue: z.core.$ZodIssue): readonly Refusal[] => {
  const told = (path: readonly PropertyKey[], sv: string, en: string): Refusal => {
    const field = pathOf(path)
    const at = field === '' ? '' : `${field}: `
    return { code: `shape.${issue.code}`, field, text: { sv: `${at}${sv}`, en: `${at}${en}` } }
  }
  // What is unknown is told one by one, so that every problem names the path of the fact to mend.
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => told([...issue.path, key], 'regeln har ingen sådan uppgift', 'the rule has no such fact'))
    : [told(issue.path, swedish(issue), isMissing(issue) ? 'is missing' : issue.message)]
}

/** Asks a rule about facts of any origin. */
export const askRule = (rule: Rule, facts: unknown): Asked => {
  const read = rule.facts.safeParse(facts)
  return read.success ? { wellShaped: true, ruling: rule.judge(read.data) } : { wellShaped: false, problems: read.error.issues.flatMap(problems) }
}
