import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { decidedStates } from '../ensure-registers.ts'
import { isOptional, metaOf } from '../field.ts'
import { listIndexes } from '../sort-keys.ts'
import { allDefinitions, definitionAt, definitionOf, definitions } from './index.ts'

describe.each(Object.entries(definitions))('the definition of %s', (key, typed) => {
  const definition = definitionOf(key)
  if (!definition) throw new Error(`no definition ${key}`)
  const { lifecycle } = definition
  const acts = Object.keys(lifecycle.acts)

  test('is found by its name and its address', () => {
    expect(typed.name).toBe(key)
    expect(definitionAt(definition.path)).toBe(definition)
  })

  test('has a lifecycle that can be walked: every state is reached, every act leaves and leads to states that are', () => {
    const states = Object.keys(lifecycle.states)
    const reached = new Set([lifecycle.initial])
    for (let before = -1; before !== reached.size; ) {
      before = reached.size
      for (const act of Object.values(lifecycle.acts)) if (act.to && act.from.some((s) => reached.has(s))) reached.add(act.to)
    }
    expect([...reached].toSorted()).toEqual(states.toSorted())
    for (const act of Object.values(lifecycle.acts)) for (const state of act.from) expect(states).toContain(state)
  })

  test('is ended only by a decision, or when its decided time is out', () => {
    for (const act of Object.values(lifecycle.acts)) {
      const ends = act.to !== undefined && lifecycle.states[act.to]?.open === false
      if (definition.steering && ends && act.needs !== 'clause') expect(act.when, 'an end without a decision has a condition').toBeDefined()
    }
  })

  test('fields are made by the builders, gaps and filters name fields that can be so, deadlines name acts', () => {
    for (const schema of Object.values(definition.fields.shape)) expect(metaOf(schema as never).label.sv).not.toBe('')
    for (const gap of definition.gaps) expect(isOptional(definition.fields.shape[gap.field] as never)).toBe(true)
    for (const filter of definition.list.filters) expect(['choice', 'node', 'post']).toContain(metaOf(definition.fields.shape[filter] as never).input)
    for (const { metBy = [], reopenedBy = [] } of definition.deadlines) for (const act of [...metBy, ...reopenedBy]) expect(acts).toContain(act)
    for (const act of Object.values(lifecycle.acts))
      for (const field of act.asks ?? []) expect(definition.steering ? definition.free : Object.keys(definition.fields.shape)).toContain(field)
  })

  test('clauses reach every act that needs one', () => {
    const byClause = Object.values(definition.clauses).flatMap((c) => (c.does === 'create' ? [] : [c.act]))
    expect(acts.filter((name) => lifecycle.acts[name]?.needs === 'clause').toSorted()).toEqual(byClause.toSorted())
    if (definition.steering) expect(Object.values(definition.clauses).some((c) => c.does === 'create')).toBe(true)
  })

  test('its indexes have names that PostgreSQL keeps whole and that differ', () => {
    const names = allDefinitions.flatMap(listIndexes).map((i) => i.name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name.length).toBeLessThan(64)
  })
})

test('states that only decisions lead to are told to the database', () => {
  expect(Object.fromEntries(allDefinitions.map((d) => [d.name, decidedStates(d)]))).toMatchObject({
    assignment: ['fulfilled', 'ended'],
    'governing-document': ['prolonged', 'repealed'],
    agreement: ['ending'],
  })
})

test('the third register is one file of at most 120 lines', () => {
  expect(
    readFileSync(path.join(import.meta.dirname, 'agreement.ts'), 'utf8')
      .trimEnd()
      .split('\n').length,
  ).toBeLessThanOrEqual(120)
})
