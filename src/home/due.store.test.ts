import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodes, posts, who as people } from '../../test/decision-town.ts'
import { anEntry, assignmentData, personas, type RegisterWorld, registerWorld, riskData, secretRisk } from '../../test/register-world.ts'
import { roomFor } from '../../test/room.ts'
import { type Deps, transact } from '../database/transact.ts'
import type { Who } from '../kernel/who.ts'
import { registerDecision } from '../decisions/register-decision.ts'
import { ore } from '../kernel/amount.ts'
import { type Day, day } from '../kernel/day.ts'
import { loadTree } from '../organisation/tree.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { assignment } from '../registers/definitions/assignment.ts'
import { ownOf, whyMine } from './answering-for.ts'
import { homeRoutes } from './routes.tsx'
import { countToDo, toDo, type Whose } from './to-do.ts'

const registered = assignment as unknown as AnyDefinition
const { secretary, head, member } = personas

describe('what everybody owes', () => {
  let world: RegisterWorld
  let deps: Deps
  let whoseOf: (who: Who, more?: Partial<Whose>) => Promise<Whose>
  beforeAll(async () => {
    world = await registerWorld()
    deps = world.deps
    await transact(deps, { actor: 'system:test', act: 'appoint' }, async (tx) => {
      for (const [who, postId] of [
        [secretary, posts.secretary],
        [head, posts.head],
      ] as const)
        await tx
          .insertInto('appointment')
          .values({ id: deps.ids.next(), post_id: postId, person_id: who.personId as string, valid: '[2019-01-01,)' })
          .execute()
    })
    for (let n = 1; n <= 7; n++) await anEntry(deps, registered, assignmentData({ title: `Uppdrag ${n}`, finalReport: `2022-0${n < 3 ? 6 : 7}-0${n}` }))
    await anEntry(deps, registered, assignmentData({ title: 'Nämndens', recipient: nodes.labour, finalReport: '2022-05-20' }))
    await anEntry(deps, registered, assignmentData({ title: 'Vakant post', responsible: posts.chair, finalReport: '2022-08-01' }))
    await anEntry(deps, secretRisk, riskData({ title: 'Hemligt', review: '2022-05-18', unit: nodes.department }))
    whoseOf = async (who, more = {}) => {
      const tree = await loadTree(deps.store, deps.clock.today())
      const nodeIds = [...new Set(who.posts.flatMap((post) => tree.below(post.nodeId)))]
      const whose = { nodeIds, postIds: who.posts.map((p) => p.postId), today: deps.clock.today(), secrets: [], own: await ownOf(deps.store, who, tree) }
      return { ...whose, ...more }
    }
  })
  afterAll(() => world.close())

  const titles = async (whose: Whose): Promise<readonly (string | null)[]> => (await toDo(deps.store, whose, 50)).map((r) => r.about)

  it('is one’s own: of the unit one leads or the body one keeps, and of posts that nobody holds', async () => {
    expect(await titles(await whoseOf(secretary))).toEqual(['Nämndens'])
    expect(await titles(await whoseOf(head))).toEqual([...[1, 2, 3, 4, 5, 6, 7].map((n) => `Uppdrag ${n}`), 'Vakant post'])
    // Whoever comes to hold the post is named for it.
    expect(await titles(await whoseOf(member))).toEqual(['Vakant post'])
  })

  it('is a unit’s: all that is owed in it, secret things only for those who may see them', async () => {
    expect(await titles(await whoseOf(member, { own: undefined }))).toHaveLength(9)
    expect((await titles(await whoseOf(member, { own: undefined, secrets: [nodes.labour] })))[0]).toBe('Hemligt')
  })

  it('is turned page by page without losing or doubling any, and narrowed', async () => {
    const whose = await whoseOf(secretary, { own: undefined })
    const seen: string[] = []
    for (let page = await toDo(deps.store, whose, 2); page.length > 0; ) {
      seen.push(...page.map((r) => r.id))
      const last = page.at(-1)
      page = last ? await toDo(deps.store, whose, 2, { value: last.due, id: last.id }) : []
    }
    expect(new Set(seen).size).toBe(9)
    expect(await titles({ ...whose, kind: 'agreement' })).toEqual([])
    expect(await titles({ ...whose, before: whose.today })).toEqual([])
    expect(await countToDo(deps.store, whose, whose.today)).toEqual({ late: 0, week: 0 })
  })

  it('has the last day of a central pot until it has passed: then nobody can keep it', async () => {
    const pot = deps.ids.next()
    await registerDecision(
      deps,
      people.system,
      {
        bodyId: nodes.labour,
        day: day('2022-03-01'),
        paragraph: '901',
        title: 'Sommarjobb',
        text: '',
        caseId: null,
        adjusted: null,
        announced: null,
        delegation: null,
        clauses: [
          {
            kind: 'set_aside',
            text: 'sätta av pengar',
            creates: pot,
            data: { node: nodes.labour, period: '2022' as never, amount: ore(100_000), purpose: 'Sommarjobb', financing: 'Bufferten', to: '2022-05-31' },
          },
        ],
        dispatch: [],
      },
      { bySystem: true },
    )
    const pots = async (today: Day) =>
      (await toDo(deps.store, await whoseOf(secretary, { today }), 50)).filter((r) => r.thingId === pot).map((r) => [r.due, r.what.sv])
    expect(await pots(day('2022-05-31'))).toEqual([['2022-05-31', 'Avropa det som är kvar av potten, som annars förfaller']])
    expect(await pots(day('2022-06-01'))).toEqual([])
  })

  it('tells why each is there', async () => {
    const tree = await loadTree(deps.store, deps.clock.today())
    const own = await ownOf(deps.store, head, tree)
    const row = { kind: 'deadline', nodeId: nodes.department, postId: null, writtenBy: null } as const
    expect(whyMine({ ...row, postId: posts.head }, head, own, tree).sv).toBe('Du är utsedd: department_head')
    expect(whyMine(row, head, own, tree).sv).toBe('Du svarar för ALF-nämnden')
    expect(whyMine({ ...row, nodeId: nodes.labour }, head, own, tree).sv).toBe('Väntas av ALN-nämnden')
    expect(whyMine({ ...row, kind: 'sent_back', writtenBy: head.personId }, head, own, tree).sv).toBe('Du skrev rapporten')
  })

  it('stands on a page that keeps what was chosen', async () => {
    const room = roomFor(homeRoutes, deps, head)
    const first = (await room.get('/due?kind=assignment')).text
    expect(first).toContain('Du svarar för ALF-nämnden')
    expect(first).toContain('<option value="assignment" selected="">')
    expect((await room.get('/due?kind=agreement')).text).toContain('Ingenting av det slaget väntar.')
    expect((await room.get('/due?whose=unit&when=late&after=x')).status).toBe(200)
    expect((await roomFor(homeRoutes, deps, people.culture).get('/due')).text).not.toContain('Uppdrag 1')
  })
})
