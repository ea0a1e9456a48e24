import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '../../test/demonstration.ts'
import type { Deps } from '../database/transact.ts'
import { demonstrationDay } from '../demo/load-demonstration.ts'
import { clockAt } from '../kernel/clock.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { factShapes } from '../meetings/record/fact.ts'
import { type Touched, touched } from './change.ts'
import { type Change, latestChanges } from './history-store.ts'
import { factKinds } from './meeting-words.ts'
import { namesOf } from './routes.tsx'
import { columns, relations } from './row-words.ts'
import { toldValue } from './told-value.ts'
import { codeWords } from './value-words.ts'

/** What is written by hand, where a word of small letters is a word; what else is one is a code that nobody should meet. */
const written =
  /(^|\.)(title|text|name(_..)?|title_..|unit_..|label_..|source|basis|body|matter|limits|deliverable|place|received_by|parties|yesWords|noWords|finding|value)$/

describe('the whole history of the demonstration', () => {
  let drop: () => Promise<void>
  let changes: readonly Change[]
  let told: readonly (Touched & { readonly told: string })[]
  beforeAll(async () => {
    const town = await demonstration()
    drop = town.drop
    const deps: Deps = { store: town.store, clock: clockAt(demonstrationDay), ids: timeOrderedIds(() => new Date()) }
    changes = await latestChanges(deps.store, null, 100_000)
    const names = await namesOf(deps, changes, 'sv')
    told = changes.flatMap((change) => touched(change).map((field) => ({ ...field, told: toldValue(field, field.after, { names, locale: 'sv' }) })))
  })
  afterAll(() => drop())

  it('tells what was before of what was changed, as the history of one thing does', () => {
    const updates = changes.filter((c) => c.op === 'update')
    expect(updates.length).toBeGreaterThan(500)
    expect(updates.filter((c) => c.before === null)).toEqual([])
    expect(changes.filter((c) => c.op === 'insert' && c.before !== null)).toEqual([])
    // A meeting that went on changed in little: not its day, nor its place.
    const [latest] = updates.filter((c) => c.relation === 'meeting')
    expect(touched(latest as Change).map((f) => f.name)).not.toContain('day')
  })

  it('has a name for every row and column, and none of the program’s own words', () => {
    expect(changes.filter((c) => relations[c.relation] === undefined).map((c) => c.relation)).toEqual([])
    const unnamed = told.filter((f) => f.meta === undefined && !Object.hasOwn(columns, f.name))
    expect(unnamed.map((f) => `${f.relation}.${f.name}`)).toEqual([])
    const codes = told.filter(
      (f) => f.after !== null && f.told === f.after && /^[a-z]+([_A-Z][A-Za-z_]*)?$/.test(f.told) && !codeWords(f.relation, f.register, f.name, f.after),
    )
    expect(
      codes.filter((f) => !written.test(`${f.relation}.${f.name}`) && f.relation !== 'stored_file').map((f) => `${f.relation}.${f.name}: ${f.told}`),
    ).toEqual([])
    // Also within lists and records.
    expect(told.filter((f) => f.name !== 'value' && /\b[a-z]+_[a-z]+\b/.test(f.told)).map((f) => `${f.relation}.${f.name}: ${f.told}`)).toEqual([])
  })

  it('has names for what meetings, votes and items are', () => {
    const meant = told.filter((f) => ['meeting_id', 'vote_id', 'item_id', 'version_id', 'about_id', 'post_id', 'node_id'].includes(f.name))
    expect(meant.length).toBeGreaterThan(500)
    // Items of a secret case have none for those without right.
    expect(new Set(meant.filter((f) => f.told === '(visas inte)').map((f) => f.name))).toEqual(new Set(['item_id']))
    expect(told.find((f) => f.relation === 'vote' && f.name === 'meeting_id')?.told).toMatch(/^\p{L}+ \d+\s\p{L}+\s\d{4}$/u)
  })
})

it('all that the journal of a meeting can note has a name, and each of its fields', () => {
  expect(Object.keys(factShapes).filter((kind) => factKinds[kind] === undefined)).toEqual([])
  const fields = new Set(Object.values(factShapes).flatMap((shape) => Object.keys(shape.shape)))
  expect([...fields].filter((name) => columns[name] === undefined)).toEqual(['typed']) // a form as it was sent: what it came to is told
})
