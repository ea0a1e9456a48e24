import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { say } from '../kernel/text.ts'
import { rules } from '../rulebook/rules.ts'
import { type Console, WrongCall } from './command.ts'
import { judgeLines } from './judge-lines.ts'
import { rule } from './rule.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'genomslag-rule-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (text: string): string => {
  const name = path.join(folder, `${Math.random()}.json`)
  writeFileSync(name, text)
  return name
}
const run = async (json: boolean, positionals: readonly string[], values: Record<string, boolean> = {}) => {
  const [said, answers]: [string[], unknown[]] = [[], []]
  const console: Console = {
    locale: 'sv',
    json,
    signal: new AbortController().signal,
    progress: () => {},
    say: (text) => void said.push(say(text, 'sv')),
    answer: (data) => void answers.push(data),
  }
  const code = await rule.run({ values, positionals, console })
  return { code, said: said.join('\n'), answer: answers[0] }
}

describe('genomslag rule', () => {
  it('allows, refuses with its section and numbers, and tells every problem of the shape', async () => {
    expect(await run(true, ['quorum', file('{"body":"council","seats":57,"present":29}')])).toMatchObject({
      code: 0,
      answer: { ok: true, value: { required: 29 } },
    })
    const short = await run(false, ['quorum', file('{"body":"council","seats":57,"present":28}')])
    expect(short.code).toBe(1)
    expect(short.said).toContain('KL 5:45: 28 av 57 närvarande. Mer än hälften av 57 platser krävs: 29.')
    const bad = await run(true, ['quorum', file('{"body":"x","seats":0,"extra":1}')])
    expect(bad.code).toBe(2)
    expect(bad.answer).toMatchObject({
      ok: false,
      badShape: true,
      refusals: [{ field: 'body' }, { field: 'seats' }, { field: 'present' }, { code: 'shape.unrecognized_keys' }],
    })
  })
  it.each([[['nonesuch']], [[]], [['quorum', 'a', 'b']], [['quorum', path.join(folder, 'missing')]]])(
    '%j is a wrong call',
    async (positionals) => await expect(run(false, positionals)).rejects.toBeInstanceOf(WrongCall),
  )
  it('asks which rule a misspelt name may be', async () => {
    await expect(run(false, ['qorum'])).rejects.toThrow(/Is it quorum\?/)
    await expect(run(false, ['xyz'])).rejects.toThrow(/There is no rule “xyz”\. See/)
  })
  it('helps on the rule that is named: what it asks, its facts, variants and an example', () => {
    const help = (positionals: readonly string[]) => rule.helpOn?.({ positionals }) ?? null
    expect(help([])).toBe(null)
    const told = help(['reservation']) ?? ''
    for (const part of [
      'reservation made by the right person',
      'KL 4:27 · A-21',
      'tookPart: "yes"',
      '`abstainerMayReserve`, default `false`',
      '"allowed": true',
    ])
      expect(told).toContain(part)
    expect(() => help(['nonesuch'])).toThrow(WrongCall)
  })
  it('tells in both languages what is missing, unknown, none of the choices or no day, each with its path', async () => {
    const bad = async (name: string, facts: string) => await run(false, [name, file(facts)]).catch((error: WrongCall) => error.text)
    expect(
      await bad('substitutes', '{"body":"council","members":[],"substitutes":[],"present":[],"course":[{"kind":"go"},{"kind":"item","itm":"1"}]}'),
    ).toEqual({
      sv: [
        'members: ska vara minst 1',
        'course[0].kind: ska vara något av arrive, leave, item',
        'course[1].item: saknas',
        'course[1].itm: regeln har ingen sådan uppgift',
      ].join('\n'),
      en: expect.stringContaining('course[1].item: is missing\ncourse[1].itm: the rule has no such fact') as unknown,
    })
    expect(await bad('notice-time', '{"meeting":"2026-02-30","urgent":false,"announced":null}')).toMatchObject({ sv: 'meeting: ska vara en dag som finns' })
  })
  it('is told what is no JSON', async () => await expect(run(true, ['quorum', file('{')])).rejects.toThrow(/JSON/))
  it('lists every rule', async () => {
    const { said, answer } = await run(false, [], { list: true })
    expect(said.split('\n')).toHaveLength(rules.length)
    expect(answer).toHaveLength(rules.length)
  })

  const lines = async (text: string, brief: boolean) => {
    let out = ''
    const output = new Writable({ write: (chunk, _, done) => ((out += String(chunk)), done()) })
    const quorum = rules.find(({ name }) => name === 'quorum')
    if (!quorum) throw new Error('no quorum')
    const code = await judgeLines(quorum, Readable.from([text.slice(0, 20), text.slice(20)]), output, {
      brief,
      from: '-',
      signal: new AbortController().signal,
    })
    return {
      code,
      answers: out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { ok: boolean }),
    }
  }
  it('answers line by line, and a bad line does not stop the rest', async () => {
    const text = '{"body":"council","seats":57,"present":29}\n\n{oops\n{"body":"board"}\n{"body":"board","seats":57,"present":3}\n'
    const { code, answers } = await lines(text, true)
    expect(code).toBe(2)
    expect(answers).toEqual([
      { ok: true, value: { required: 29, present: 29, byConflictException: false, byAnsweringException: false }, refusals: [] },
      { ok: false, badShape: true, line: 3, refusals: [{ code: 'shape.not_json' }] },
      {
        ok: false,
        badShape: true,
        line: 4,
        refusals: [
          { code: 'shape.invalid_type', field: 'seats' },
          { code: 'shape.invalid_type', field: 'present' },
        ],
      },
      {
        ok: false,
        value: { required: 29, present: 3, byConflictException: false, byAnsweringException: false },
        refusals: [{ code: 'quorum.short', field: 'present', law: 'KL 6:27' }],
      },
    ])
  })
  it('streams: ten thousand lines, in order, refusals and all', async () => {
    const text = Array.from({ length: 10_000 }, (_, i) => JSON.stringify({ body: 'board', seats: 13, present: i % 14 })).join('\n')
    const { code, answers } = await lines(text, false)
    expect(code).toBe(0)
    expect(answers.map(({ ok }) => ok)).toEqual(Array.from({ length: 10_000 }, (_, i) => i % 14 >= 7))
  })
})
