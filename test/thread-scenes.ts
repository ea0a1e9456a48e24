import fc from 'fast-check'
import { amountOf } from '../src/kernel/amount.ts'
import { addDays, day } from '../src/kernel/day.ts'
import { period } from '../src/kernel/period.ts'
import { treeOf } from '../src/organisation/tree.ts'
import type { DeadlineFact, EntryFact, Facts, ReportFact, SeriesFact } from '../src/thread/facts.ts'
import type { Scene } from '../src/thread/scene.ts'
import type { ThingKind } from '../src/database/schema.ts'
import type { Edge, WalkedThing } from '../src/thread/walk.ts'

/** The day of the drawn pages. */
export const today = day('2022-05-17')

const tree = treeOf(today, [
  { id: 'kf', slug: 'kf', kind: 'council', name: { sv: 'Kommunfullmäktige', en: 'City Council' }, short: 'KF', parentId: null, seats: 73 },
  { id: 'aln', slug: 'aln', kind: 'board', name: { sv: 'Arbetslivsnämnden', en: 'Working Life Board' }, short: 'ALN', parentId: null, seats: 11 },
])

const empty: Facts = {
  cases: new Map(),
  documents: new Map(),
  decisions: new Map(),
  clauses: new Map(),
  dispatches: new Map(),
  entries: new Map(),
  reports: new Map(),
  preparations: new Map(),
  deadlines: new Map(),
  goals: new Map(),
  targets: new Map(),
  frames: new Map(),
  series: new Map(),
}

const thing = (id: string, kind: ThingKind, on: string, title: string, step = 0, register: string | null = null): WalkedThing => ({
  id,
  kind,
  register,
  number: null,
  title,
  nodeId: 'kf',
  day: day(on),
  secrecy: null,
  step,
})

/** A scene of given things, links and facts; everything is seen and nothing can be mended unless said otherwise. */
export const scene = (things: readonly WalkedThing[], edges: readonly Edge[], facts: Partial<Facts>, given: Partial<Scene> = {}): Scene => ({
  walk: { startId: things[0]?.id ?? '', things, edges, cut: false },
  facts: { ...empty, ...facts },
  tree,
  formerNames: new Map(),
  day: today,
  sees: (t) => t.secrecy === null,
  mends: () => [],
  ...given,
})

const measure: SeriesFact = {
  slug: 'trygghet',
  name: { sv: 'Upplevd trygghet', en: 'Perceived safety' },
  unit: { sv: '%', en: '%' },
  notation: { scale: 1, decimals: 0, unit: '%' },
  outcome: { period: period('2021'), value: 61 },
  judged: { light: 'unknown', words: { sv: 'Saknar riktning', en: 'Has no direction' } },
  target: null,
}

interface Hosts {
  readonly measured?: boolean
  readonly outcome?: boolean
  readonly reported?: boolean
  readonly papers?: number
  readonly noMeasure?: string
  readonly responsible?: null
  readonly state?: string
  readonly secret?: readonly string[]
}

/** The district hosts as drawn: money for 2022, hosts in five areas, a report four days late, no measure. Options take gaps away or add some. */
export const hosts = ({ measured, outcome, reported, papers = 0, noMeasure, responsible, state = 'accepted', secret = [] }: Hosts = {}): Scene => {
  const things = [
    thing('kf-120', 'decision', '2021-06-23', 'Stadsdelsvärdarna utökas'),
    thing('clause-hosts', 'clause', '2021-06-23', 'att-sats om värdar', 1),
    thing('clause-money', 'clause', '2021-06-23', 'att-sats om pengar', 1),
    thing('hosts', 'entry', '2021-06-23', 'Värdar i fem områden', 2, 'assignment'),
    thing('grant', 'frame', '2021-06-23', 'Kommunbidrag för värdar', 2),
    ...(measured || outcome ? [thing('series', 'series', '2020-01-01', 'Upplevd trygghet', 3)] : []),
    ...(reported ? [thing('report-april', 'report', '2022-05-12', 'Delredovisning: Värdar i fem områden', 3)] : []),
  ].map((t) => (secret.includes(t.id) ? { ...t, secrecy: 'OSL 26:1' } : t))
  const edges: readonly Edge[] = [
    { from: 'kf-120', to: 'clause-hosts', kind: 'part' },
    { from: 'kf-120', to: 'clause-money', kind: 'part' },
    { from: 'clause-hosts', to: 'hosts', kind: 'decides' },
    { from: 'clause-money', to: 'grant', kind: 'decides' },
    ...(measured ? [{ from: 'hosts', to: 'series', kind: 'measured_by' } as const] : []),
    ...(outcome ? [{ from: 'grant', to: 'series', kind: 'measured_by' } as const] : []),
    ...(reported ? [{ from: 'hosts', to: 'report-april', kind: 'reported_by' } as const] : []),
  ]
  const entry: EntryFact = {
    register: 'assignment',
    state,
    since: day('2022-04-01'),
    data: responsible === null ? {} : { responsible: 'p' },
    ownerId: 'aln',
    responsible: responsible === null ? null : { sv: 'Enhetschef', en: 'Unit head' },
    parentId: null,
    noMeasure: noMeasure ?? null,
  }
  const over = state === 'ended'
  const dates: readonly DeadlineFact[] = [
    {
      kind: 'interim',
      label: { sv: 'Tertialrapport 1', en: 'Tertial report 1' },
      due: day('2022-05-13'),
      doneOn: over || reported ? day('2022-05-12') : null,
      askedBy: 'kf',
    },
    { kind: 'final', label: { sv: 'Slutredovisning', en: 'Final report' }, due: day('2022-09-14'), doneOn: over ? day('2022-05-12') : null, askedBy: 'kf' },
  ]
  const report: ReportFact = {
    subjectId: 'hosts',
    kind: 'interim',
    stance: 'on_track',
    period: null,
    text: 'April gick enligt plan i alla fem områdena.',
    post: null,
    state: 'handed_in',
    continuation: [],
  }
  return scene(things, edges, {
    decisions: new Map([['kf-120', { bodyId: 'kf', caseId: 'case', post: null, paragraph: '§ 120', adjusted: null }]]),
    clauses: new Map([
      ['clause-hosts', { decisionId: 'kf-120', no: 1, kind: 'give_assignment', text: 'att stadsdelsvärdar ska finnas i fem områden' }],
      ['clause-money', { decisionId: 'kf-120', no: 2, kind: 'set_frame', text: 'att 2 500 tkr anvisas för 2022' }],
    ]),
    preparations: new Map([['case', papers]]),
    entries: new Map([['hosts', entry]]),
    deadlines: new Map([['hosts', dates]]),
    frames: new Map([['grant', { nodeId: 'aln', period: period('2022'), amount: amountOf(2500, 'tkr'), purpose: 'Stadsdelsvärdar i Centrum' }]]),
    reports: new Map([['report-april', report]]),
    series: new Map([['series', measure]]),
  })
}

/** A council's assignment whose final report leaves six areas without owner. */
export const six = (): Scene =>
  scene(
    [
      thing('kf-24', 'decision', '2021-04-22', 'Uppdrag om snabbare återhämtning'),
      thing('c', 'clause', '2021-04-22', 'punkt 5', 1),
      thing('task', 'entry', '2021-04-22', 'Analysera pandemins följder', 2, 'assignment'),
      thing('final', 'report', '2022-04-06', 'Slutredovisning', 3),
    ],
    [
      { from: 'kf-24', to: 'c', kind: 'part' },
      { from: 'c', to: 'task', kind: 'decides' },
      { from: 'task', to: 'final', kind: 'reported_by' },
    ],
    {
      decisions: new Map([['kf-24', { bodyId: 'kf', caseId: null, post: null, paragraph: '24', adjusted: null }]]),
      clauses: new Map([['c', { decisionId: 'kf-24', no: 5, kind: 'give_assignment', text: 'att kommunstyrelsen får i uppdrag att analysera följderna' }]]),
      entries: new Map([
        [
          'task',
          {
            register: 'assignment',
            state: 'reported',
            since: day('2022-04-06'),
            data: { responsible: 'p' },
            ownerId: 'aln',
            responsible: null,
            parentId: null,
            noMeasure: null,
          },
        ],
      ]),
      reports: new Map([
        [
          'final',
          {
            subjectId: 'task',
            kind: 'final',
            stance: 'done',
            period: null,
            text: 'Sex områden pekas ut.',
            post: null,
            state: 'handed_in',
            continuation: ['Barn', 'Unga', 'Arbete', 'Kultur', 'Näringsliv', 'Hälsa'].map((what) => ({
              what,
              nodeId: null,
              post: null,
              due: null,
              dropped: false,
              doneOn: null,
            })),
          },
        ],
      ]),
    },
  )

const kinds: readonly ThingKind[] = ['case', 'document', 'decision', 'clause', 'entry', 'report', 'series', 'goal', 'target', 'frame', 'mandate']

/** Any tangle of things and links, rings among them, some secret: for what must hold whatever is linked. */
export const randomWalk: fc.Arbitrary<Scene> = fc
  .record({
    things: fc.array(fc.record({ kind: fc.constantFrom(...kinds), later: fc.integer({ min: 0, max: 700 }), secret: fc.boolean() }), {
      minLength: 1,
      maxLength: 14,
    }),
    links: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 30 }),
  })
  .map(({ things, links }) => {
    const all = things.map((t, i) => ({
      ...thing(`t${i}`, t.kind, addDays(day('2021-01-01'), t.later), `Titel-${i}-hemlig`, i, t.kind === 'entry' ? 'assignment' : null),
      secrecy: t.secret ? 'OSL 26:1' : null,
    }))
    const has = (i: number): boolean => i < all.length
    const edges = links.filter(([a, b]) => a !== b && has(a) && has(b)).map(([a, b]): Edge => ({ from: `t${a}`, to: `t${b}`, kind: 'part' }))
    const of = (kind: ThingKind) => all.filter((t) => t.kind === kind)
    const above = (id: string): string => edges.find((e) => e.to === id)?.from ?? 't0'
    return scene(all, edges, {
      decisions: new Map(of('decision').map((t) => [t.id, { bodyId: 'kf', caseId: null, post: null, paragraph: '1', adjusted: null }])),
      clauses: new Map(of('clause').map((t) => [t.id, { decisionId: above(t.id), no: 1, kind: 'give_assignment', text: t.title }])),
      documents: new Map(of('document').map((t) => [t.id, { caseId: above(t.id), kind: 'board_paper' }])),
      entries: new Map(
        of('entry').map((t) => [
          t.id,
          { register: 'assignment', state: 'accepted', since: t.day, data: {}, ownerId: null, responsible: null, parentId: null, noMeasure: null },
        ]),
      ),
      reports: new Map(
        of('report').map((t) => [
          t.id,
          { subjectId: above(t.id), kind: 'interim', stance: 'on_track', period: null, text: t.title, post: null, state: 'handed_in', continuation: [] },
        ]),
      ),
      frames: new Map(of('frame').map((t) => [t.id, { nodeId: 'aln', period: period('2022'), amount: amountOf(1, 'tkr'), purpose: t.title }])),
      goals: new Map(of('goal').map((t) => [t.id, { area: null, text: t.title }])),
      series: new Map(of('series').map((t) => [t.id, { ...measure, name: { sv: t.title, en: t.title } }])),
    })
  })
