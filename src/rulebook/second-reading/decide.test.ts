import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultVariants } from '../variants.ts'
import { propositions } from '../voting/propositions.ts'
import type { Answer, PropositionsFacts } from '../voting/propositions-shapes.ts'

// The decision of an item walked a second time, step by step as the catalogue writes it: DECIDE, ELECT, COUNTER, BALLOT, TEST_POSTPONE.

type Item = Omit<PropositionsFacts, 'answers'>
interface Asked {
  readonly kind: Answer['kind']
  readonly purpose: string
  readonly motion: string | null
  readonly alternatives: readonly string[] | null
}
type Walk<T> = Generator<Asked, T, Answer>

const ask = function* <K extends Answer['kind']>(
  kind: K,
  purpose: string,
  alternatives: readonly string[] | null,
  motion: string | null = null,
): Walk<Extract<Answer, { kind: K }>> {
  return (yield { kind, purpose, motion, alternatives }) as Extract<Answer, { kind: K }>
}

const ballot = function* (item: Item, purpose: string, yes: string, no: string, motion: string | null = null): Walk<string> {
  const votes = yield* ask('ballot', purpose, [yes, no], motion)
  if (votes.yes !== votes.no) return votes.yes > votes.no ? yes : no
  if (item.subject === 'employment') return (yield* ask('lot', purpose, [yes, no], motion)).drawn === 'yes' ? yes : no
  const side = votes.chair === 'yes' || votes.chair === 'no' ? votes.chair : (yield* ask('casting', purpose, [yes, no], motion)).chair
  return side === 'yes' ? yes : no
}

const counter = function* (item: Item, rest: readonly string[]): Walk<string> {
  if (rest.length === 1) return rest[0] as string
  const { finding, vote } = yield* ask('finding', 'counter', rest)
  if (!vote) return finding
  const against = yield* counter(
    item,
    rest.filter((one) => one !== finding),
  )
  return yield* ballot(item, 'counter', finding, against)
}

const isPostponed = function* (item: Item, id: string): Walk<string | null> {
  const { finding, vote } = yield* ask('finding', 'formal', null, id)
  if (!vote) return finding === 'postpone' ? 'acclamation' : null
  const { yes: today, no: wanted, abstain, chair } = yield* ask('ballot', 'formal', ['decide_today', 'postpone'], id)
  const present = item.present ?? today + wanted + abstain
  if (item.body === 'council' && !item.usedMinority && wanted * 3 >= present) return 'minority'
  if (wanted !== today) return wanted > today ? 'majority' : null
  const side = chair === 'yes' || chair === 'no' ? chair : (yield* ask('casting', 'formal', null, id)).chair
  return side === 'no' ? 'chair' : null
}

const decide = function* (item: Item): Walk<object> {
  for (const { id, kind } of item.formal) {
    const by = yield* isPostponed(item, id)
    if (by !== null) return { status: 'postponed', postponed: { motion: id, kind, by }, main: null }
  }
  if (item.main.length > 1) yield* ask('order', 'order', item.main)
  const { finding, vote } = yield* ask('finding', 'main', item.main)
  const main = vote
    ? yield* ballot(
        item,
        'main',
        finding,
        yield* counter(
          item,
          item.main.filter((one) => one !== finding),
        ),
      )
    : finding
  const addOns: object[] = []
  for (const { id, compatibleWith = item.main } of item.addOns) {
    if (!compatibleWith.includes(main)) {
      addOns.push({ id, result: 'skipped' })
      continue
    }
    const put = yield* ask('finding', 'add_on', ['accept', 'reject'], id)
    const result = put.vote ? yield* ballot(item, 'add_on', 'accept', 'reject', id) : put.finding
    addOns.push({ id, result: result === 'accept' ? 'accepted' : 'rejected' })
  }
  return { status: 'decided', main, overturned: main !== finding, addOns, postponed: null }
}

const proposals = ['A', 'B', 'C', 'D', 'E']
const items = fc.record({
  body: fc.constantFrom('council' as const, 'board' as const),
  subject: fc.constantFrom('ordinary' as const, 'ordinary' as const, 'employment' as const),
  usedMinority: fc.boolean(),
  formal: fc.subarray([
    { id: 't', kind: 'tabling' as const },
    { id: 'r', kind: 'referral' as const },
  ]),
  main: fc.integer({ min: 1, max: 5 }).map((n) => proposals.slice(0, n)),
  addOns: fc.constantFrom([], [{ id: 'x' }], [{ id: 'x', compatibleWith: ['A'] }, { id: 'y' }]),
})

/** Any answer that fits what is asked. */
const answer = (asked: Asked, item: Item, chance: () => number): Answer => {
  const of = <T>(all: readonly T[]): T => all[chance() % all.length] as T
  const sides = ['yes', 'no'] as const
  switch (asked.kind) {
    case 'order':
      return { kind: 'order', order: [...item.main] }
    case 'finding':
      return { kind: 'finding', finding: of(asked.alternatives ?? ['postpone', 'decide_today']), vote: chance() % 3 > 0 && asked.alternatives?.length !== 1 }
    case 'ballot': {
      const yes = chance() % 9
      const no = chance() % 3 === 0 ? yes : chance() % 9
      return {
        kind: 'ballot',
        yes,
        no,
        abstain: 1 + (chance() % 4),
        chair: of(['abstain', 'absent', ...(yes > 0 ? ['yes' as const] : []), ...(no > 0 ? ['no' as const] : [])] as const),
      }
    }
    case 'casting':
      return { kind: 'casting', chair: of(sides) }
    case 'lot':
      return { kind: 'lot', drawn: of(sides) }
  }
}

test('the same questions in the same order, and the same outcome', () => {
  fc.assert(
    fc.property(items, fc.infiniteStream(fc.nat(5039)), (item, stream) => {
      const walk = decide(item)
      const answers: Answer[] = []
      for (let step = walk.next(); ; step = walk.next(answers.at(-1) as Answer)) {
        const { ok, value } = propositions({ ...item, answers }, defaultVariants)
        expect(ok).toBe(true)
        if (step.done) {
          expect(value).toMatchObject(step.value)
          // n proposals take n − 1 ballots at most (COUNTER).
          expect(value?.steps.filter((s) => s.kind === 'ballot' && (s.purpose === 'main' || s.purpose === 'counter')).length).toBeLessThan(
            item.main.length + 0.5,
          )
          return
        }
        const { alternatives, ...rest } = step.value
        expect(value?.question).toMatchObject(alternatives === null ? rest : step.value)
        answers.push(answer(step.value, item, () => stream.next().value))
      }
    }),
    { numRuns: 1500 },
  )
})
