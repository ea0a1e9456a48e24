import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askRule } from '../ask-rule.ts'
import { rules } from '../rules.ts'

/** What a rule answers when it is asked as from outside: the codes and fields of its refusals, and the value. */
const ask = (name: string, facts: object): { readonly ok: boolean; readonly value: unknown; readonly told: readonly string[] } => {
  const rule = rules.find((r) => r.name === name)
  if (!rule) throw new Error(`no rule ${name}`)
  const asked = askRule(rule, facts)
  const refusals = asked.wellShaped ? (asked.ruling.ok ? [] : asked.ruling.refusals) : asked.problems
  return {
    ok: asked.wellShaped && asked.ruling.ok,
    value: asked.wellShaped ? asked.ruling.value : undefined,
    told: refusals.map(({ code, field }) => `${code} ${field ?? ''}`.trim()),
  }
}

type Row = readonly [what: string, rule: string, facts: object, told: readonly string[], value: object | null | undefined]
const tabled = (more: object) => ({ tabled: '2026-10-26', nextMeeting: '2026-11-30', handled: null, today: '2026-11-30', ...more })
const crisis = (more: object) => ({
  extraordinary: true,
  activatedBy: 'chair',
  activated: '2026-02-03',
  ended: null,
  acts: ['2026-02-03'],
  nextCouncil: '2026-02-23',
  reported: '2026-02-23',
  today: '2026-02-23',
  ...more,
})
const force = (more: object) => ({ announced: '2026-11-24', today: '2026-12-21', ...more, variants: { legalForceFrom: 'confirmed' } })
const eve = (variants: object) => ({ meeting: '2026-12-26', urgent: true, announced: null, variants })
const roll = (variants: object) => ({ subject: 'ordinary', yes: 3, no: 2, abstain: 0, chair: 'yes', chairVotedLast: false, variants })
const surplus = (variants: object) => ({ seats: 2, ballots: [{ label: 'X', names: ['a', 'b', 'c'], count: 3 }], ineligible: ['a'], variants })
const lists = (count: number, ...names: readonly string[]) => ({ names, count })
const place = (seat: string, personal: number | null, partyVotes: number, number?: string) => ({ seat, personal, partyVotes, ...(number ? { number } : {}) })
const share = (of: string, more: object = {}) => ({ share: of, parties: [{ name: 'A', seats: 7 }], ...more })

// What somebody who knows only the law and the documented shapes met: each at the boundary and beside it.
const rows: readonly Row[] = [
  ['KL 5:8 there shall be substitutes', 'council-substitutes', share('0/5'), ['substitutes.none share'], { parties: [{ substitutes: 0 }] }],
  ['KL 5:8 the share by the end of February', 'council-substitutes', share('1/2', { electionYear: 2028, decided: '2028-02-29' }), [], { latest: '2028-02-29' }],
  ['KL 5:8 the share in March', 'council-substitutes', share('1/2', { electionYear: 2026, decided: '2026-03-01' }), ['council.late decided'], {}],
  [
    'KL 13:2 what cannot be appealed has no last day',
    'appeal',
    { body: 'board', preparatory: true, announced: '2026-11-24', removed: null, received: '2026-12-15' },
    ['appeal.not_appealable preparatory'],
    { lastDay: null, inTime: null },
  ],
  [
    'KL 5:15 what is not sent lacks nothing yet',
    'summons-time',
    { meeting: '2026-11-30', urgent: false, sent: null, withItems: false, missing: ['a'] },
    [],
    { latest: '2026-11-23', inTime: null },
  ],
  [
    'KL 5:15 sent to all but one',
    'summons-time',
    { meeting: '2026-11-30', urgent: false, sent: '2026-11-23', missing: ['a'] },
    ['summons.missing missing[0]'],
    { inTime: true },
  ],
  [
    'KL 8:12 what is not announced lacks nothing yet',
    'announcement',
    { adjusted: '2026-12-10', announced: null, removed: null, statesPlace: false, statesDay: false },
    [],
    { latest: '2026-12-12' },
  ],
  ['KL 6:6 more done than planned', 'internal-control', { planned: 4, done: 5 }, ['control.sum done'], null],
  ['KL 6:6 all done', 'internal-control', { planned: 4, done: 4 }, [], { left: 0 }],
  [
    'KL 6:30 who is not in the room takes no part',
    'board-conflict',
    { grounds: ['party'], authorityExercise: true, obviouslyIrrelevant: false, present: false },
    [],
    { conflict: true },
  ],
  [
    'KL 6:30 takes part without being there',
    'board-conflict',
    { grounds: [], authorityExercise: false, obviouslyIrrelevant: false, takesPart: true, present: false },
    ['conflict.absent present'],
    null,
  ],
  ['KL 5:45 answering with fewer', 'quorum', { body: 'council', seats: 57, present: 3, answering: true }, [], { byAnsweringException: true, required: 29 }],
  ['KL 5:45 enough without it', 'quorum', { body: 'council', seats: 57, present: 29, answering: true }, [], { byAnsweringException: false }],
  ['KL 6:27 boards have no such exception', 'quorum', { body: 'board', seats: 13, present: 6, answering: true }, ['quorum.short present'], {}],
  [
    'KL 5:48 close to one who is accountable',
    'council-conflict',
    { item: 'discharge', personallyConcerns: [], accountable: false, accountableClose: true, deliberates: true },
    ['conflict.deliberates deliberates'],
    { conflict: true, mayDeliberate: false },
  ],
  [
    'KL 5:49 one who answers for it deliberates on the audit report',
    'council-conflict',
    { item: 'discharge', personallyConcerns: [], accountable: true, deliberates: true },
    [],
    { conflict: true, mayTakePart: false, mayDeliberate: true },
  ],
  [
    'KL 5:49 sets aside 5:48 only: what concerns oneself stays barred',
    'council-conflict',
    { item: 'discharge', personallyConcerns: ['self'], accountable: true, deliberates: true },
    ['conflict.deliberates deliberates'],
    { mayDeliberate: false },
  ],
  [
    'KL 5:49 but does not decide',
    'council-conflict',
    { item: 'discharge', personallyConcerns: [], accountable: true },
    ['conflict.takes_part takesPart'],
    { mayDeliberate: true },
  ],
  [
    'KL 5:48 nor deliberates on the election of auditors',
    'council-conflict',
    { item: 'auditor_election', personallyConcerns: [], accountable: true, takesPart: false, deliberates: true },
    ['conflict.deliberates deliberates'],
    { mayDeliberate: false },
  ],
  ['KL 5:51 the next meeting', 'tabled-item', tabled({ handled: '2026-11-30' }), [], { due: '2026-11-30', inTime: true }],
  ['KL 5:51 the meeting after', 'tabled-item', tabled({ handled: '2026-12-14', today: '2026-12-14' }), ['tabled.late handled'], { inTime: false }],
  ['KL 5:51 as the council decided', 'tabled-item', tabled({ handled: '2026-12-14', otherwise: '2026-12-14' }), [], { due: '2026-12-14', inTime: true }],
  ['KL 5:51 the day of the meeting', 'tabled-item', tabled({}), [], { inTime: null }],
  ['KL 5:51 the day after the meeting', 'tabled-item', tabled({ today: '2026-12-01' }), ['tabled.late handled'], { inTime: false }],
  ['KL 5:51 none is set', 'tabled-item', tabled({ nextMeeting: null, today: '2027-12-01' }), [], { due: null, inTime: null }],
  ['KL 5:51 before it was tabled', 'tabled-item', tabled({ handled: '2026-10-25' }), ['tabled.before handled'], null],
  ['SoL 30:12 the chair, at once', 'social-delegation', { matter: 'immediate_care', decider: 'chair', cannotWait: true }, [], { chairAlone: true }],
  ['SoL 30:12 it can wait', 'social-delegation', { matter: 'immediate_care', decider: 'chair' }, ['social.decider decider'], { chairAlone: false }],
  ['SoL 30:12 no application', 'social-delegation', { matter: 'lvu_application', decider: 'chair', cannotWait: true }, ['social.decider decider'], {}],
  ['SoL 30:12 no employee', 'social-delegation', { matter: 'immediate_care', decider: 'employee', cannotWait: true }, ['social.decider decider'], {}],
  [
    'LEH 2:3 the chair’s decision told when the board has met',
    'crisis-board',
    crisis({ acts: ['2026-02-05'], chairDecisions: [{ on: '2026-02-04', reported: null }] }),
    ['crisis.chair_untold chairDecisions[0].reported'],
    { toTell: 1 },
  ],
  [
    'LEH 2:3 the board has not met since',
    'crisis-board',
    crisis({ acts: ['2026-02-04'], chairDecisions: [{ on: '2026-02-04', reported: null }] }),
    [],
    { toTell: 0 },
  ],
  [
    'LEH 2:3 the chair decides before the board acts',
    'crisis-board',
    crisis({ acts: [], chairDecisions: [{ on: '2026-02-02', reported: '2026-02-03' }] }),
    ['crisis.inactive chairDecisions[0].on'],
    { actsOutside: 1 },
  ],
  [
    'LEH 2:4 more than is necessary',
    'crisis-board',
    crisis({ takenOver: [{ area: 'skola', necessary: false, returned: null }] }),
    ['crisis.unnecessary takenOver[0].necessary'],
    { toReturn: [] },
  ],
  [
    'LEH 2:4 it can be given back',
    'crisis-board',
    crisis({ allowsReturn: true, takenOver: [{ area: 'skola', necessary: true, returned: null }] }),
    ['crisis.return takenOver'],
    { toReturn: ['skola'] },
  ],
  [
    'LEH 2:6 what has ceased has given back',
    'crisis-board',
    crisis({ ended: '2026-02-20', allowsReturn: true, takenOver: [{ area: 'skola', necessary: true, returned: null }] }),
    [],
    { toReturn: [], active: false },
  ],
  ['LEH 2:3 what never began', 'crisis-board', crisis({ activated: null }), ['crisis.never activated'], null],
  ['LEH 2:6 ended before it began', 'crisis-board', crisis({ ended: '2026-02-02' }), ['crisis.ended_before ended'], null],
  [
    'FL 32 a refusal whose reasons are obviously needless',
    'individual-case',
    { outcome: 'refused', investigated: true, communicated: true, reasons: false, reasonsNeedless: true, appealInformation: true },
    [],
    { needsReasons: false, needsAppealInformation: true },
  ],
  ['KL 13:5 waits to be confirmed', 'legal-force', force({}), [], { state: 'unconfirmed', lastDay: '2026-12-15', from: null }],
  ['KL 13:5 confirmed', 'legal-force', force({ confirmed: '2026-12-21' }), [], { state: 'in_force', from: '2026-12-21' }],
  ['KL 13:5 confirmed ahead', 'legal-force', force({ confirmed: '2026-12-10' }), [], { state: 'in_force', from: '2026-12-16' }],
  ['KL 13:5 confirmed tomorrow', 'legal-force', force({ confirmed: '2026-12-22' }), [], { state: 'unconfirmed', from: '2026-12-22' }],
  ['5:14 an eve is no weekday', 'notice-time', eve({}), [], { latest: '2026-12-23' }],
  ['5:14 an eve as a weekday', 'notice-time', eve({ eveIsWeekday: true }), [], { latest: '2026-12-24' }],
  ['5:53 the chair votes last', 'vote', roll({}), ['vote.chair_last chairVotedLast'], { winner: 'yes' }],
  ['5:53 the chair in the order of the roll', 'vote', roll({ chairVotesLast: false }), [], { winner: 'yes' }],
  ['10 § the last of the names that count', 'election', surplus({}), [], { elected: ['b', 'c'] }],
  ['10 § the last of the names written', 'election', surplus({ surplusNames: 'as_written' }), [], { elected: ['b'], status: 'exhausted' }],
  [
    'vallag 14:10 the ballots of one placed go on with their share',
    'ballot-order',
    { seats: 3, ballots: [lists(700, 'A', 'B'), lists(520, 'C', 'D'), lists(300, 'B')] },
    [],
    // A 700; then B has 700 with a share of one place and 300 without: 1000 / 2.
    {
      order: [
        { name: 'A', number: '700.00' },
        { name: 'C', number: '520.00' },
        { name: 'B', votes: 1000, number: '500.00' },
      ],
    },
  ],
  [
    'vallag 14:10 divisions are cut at two decimals',
    'ballot-order',
    // B’s 700 ballots had 0.99 of A’s place, 700 / 703 cut: 700 / 1.99 is 351.75.
    { seats: 2, ballots: [lists(700, 'A', 'B'), lists(3, 'A')] },
    [],
    {
      order: [
        { name: 'A', number: '703.00' },
        { name: 'B', number: '351.75' },
      ],
    },
  ],
  [
    'vallag 14:2 equal numbers',
    'ballot-order',
    { seats: 1, ballots: [lists(5, 'A'), lists(5, 'B')] },
    [],
    { status: 'lot', vacant: 1, lot: { among: ['A', 'B'], number: '5.00' } },
  ],
  ['vallag 14:2 the lot', 'ballot-order', { seats: 1, ballots: [lists(5, 'A'), lists(5, 'B')], lots: ['B'] }, [], { status: 'done', order: [{ name: 'B' }] }],
  [
    'vallag 14:2 a lot for nobody',
    'ballot-order',
    { seats: 1, ballots: [lists(5, 'A'), lists(5, 'B')], lots: ['C'] },
    ['order.lot lots[0]'],
    { status: 'lot' },
  ],
  ['vallag 14:10 no names left', 'ballot-order', { seats: 2, ballots: [lists(5, 'A')] }, [], { status: 'exhausted', vacant: 1 }],
  [
    'vallag 14:9 by personal votes first',
    'ballot-order',
    { seats: 1, personal: ['B', 'C'], ballots: [lists(5, 'A')] },
    [],
    { order: [{ by: 'personal' }], vacant: 0 },
  ],
  [
    'vallag 14:11 the larger share of the party’s votes',
    'won-twice',
    { won: [place('Norr', 90, 1200), place('Söder', 110, 2000)] },
    [],
    { takes: 'Norr', leaves: ['Söder'], by: 'personal' },
  ],
  [
    'vallag 14:11 personal votes before the ballots',
    'won-twice',
    { won: [place('Norr', null, 1200, '900'), place('Söder', 110, 2000)] },
    [],
    { takes: 'Söder' },
  ],
  [
    'vallag 14:11 by comparative numbers',
    'won-twice',
    { won: [place('Norr', null, 1200, '233.5'), place('Söder', null, 2000, '233.49')] },
    [],
    { takes: 'Norr', by: 'ballots' },
  ],
  [
    'vallag 14:2 equal shares',
    'won-twice',
    { won: [place('Norr', 60, 1200), place('Söder', 100, 2000)] },
    [],
    { takes: null, leaves: [], lot: { among: ['Norr', 'Söder'], share: { exact: '1/20' } } },
  ],
  ['vallag 14:9 more than the party has', 'won-twice', { won: [place('Norr', 5, 4)] }, ['won.sum won[0].personal'], null],
  [
    'a misspelt fact is named by its path',
    'quorum',
    { body: 'council', seats: 5, presnt: 3, seatz: 1 },
    ['shape.invalid_type present', 'shape.unrecognized_keys presnt', 'shape.unrecognized_keys seatz'],
    undefined,
  ],
  [
    'a day that does not exist, once',
    'notice-time',
    { meeting: '2026-02-30', urgent: false, announced: '26-01-01' },
    ['shape.custom meeting', 'shape.invalid_format announced'],
    undefined,
  ],
  ['KL 4:27 in the minute the meeting ends', 'reservation', { tookPart: 'yes', notified: '21:40', meetingEnds: '21:40' }, ['reservation.late notified'], {}],
  [
    'a misspelt fact within a list is named by its path',
    'lot',
    { places: 1, candidates: [{ name: 'A', votes: 1, vote: 2 }] },
    ['shape.unrecognized_keys candidates[0].vote'],
    undefined,
  ],
]

describe('read from outside', () => {
  it.each(rows)('%s', (_, rule, facts, told, value) => {
    const answer = ask(rule, facts)
    expect(answer.told).toEqual(told)
    if (value === null || value === undefined) expect(answer.value).toBe(value)
    else expect(answer.value).toMatchObject(value)
  })

  it('counts the casting vote into the tally of every ballot that it settled, tabling and referral too', () => {
    const sides = fc.constantFrom('yes' as const, 'no' as const)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 }), sides, fc.boolean(), (votes, others, chair, formal) => {
        const abstain = others + 1
        const facts = {
          body: 'board',
          formal: formal ? [{ id: 'm', kind: 'referral' }] : [],
          main: formal ? [] : ['A', 'B'],
          addOns: [],
          answers: [
            formal ? { kind: 'finding', finding: 'decide_today', vote: true } : { kind: 'order', order: ['A', 'B'] },
            ...(formal ? [] : [{ kind: 'finding', finding: 'A', vote: true }]),
            { kind: 'ballot', yes: votes, no: votes, abstain, chair: 'abstain' },
            { kind: 'casting', chair },
          ],
        }
        const { steps } = ask('propositions', facts).value as { readonly steps: readonly { readonly tally: unknown }[] }
        expect(steps.at(-1)?.tally).toEqual({ yes: votes, no: votes, abstain: abstain - 1, [chair]: votes + 1 })
      }),
    )
  })

  it('gives the same order however the ballots lie, and each name one place', () => {
    const ballot = fc.record({ names: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { maxLength: 4 }), count: fc.integer({ min: 1, max: 40 }) })
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 7 }), fc.integer({ min: 0, max: 6 }), fc.infiniteStream(fc.nat(6)), (ballots, seats, chance) => {
        type Ordered = { readonly status: string; readonly order: readonly { readonly name: string; readonly number: string }[]; readonly vacant: number }
        const lots: string[] = []
        const order = (given: typeof ballots) =>
          ask('ballot-order', { seats, ballots: given, lots }).value as Ordered & { readonly lot: { readonly among: readonly string[] } | null }
        let told = order(ballots)
        while (told.lot) {
          lots.push(told.lot.among[chance.next().value % told.lot.among.length] ?? '')
          told = order(ballots)
        }
        const split = ballots
          .flatMap(({ names, count }) => (count > 1 ? [lists(1, ...names), lists(count - 1, ...names)] : [lists(count, ...names)]))
          .toReversed()
        expect(order(split as typeof ballots).order).toEqual(told.order)
        expect(new Set(told.order.map(({ name }) => name)).size).toBe(told.order.length)
        expect(told.order.length + told.vacant).toBe(seats)
        expect(told.status).toBe(told.vacant > 0 ? 'exhausted' : 'done')
        // Every name on a ballot has a place where there are seats enough.
        if (told.vacant > 0) expect(new Set(told.order.map(({ name }) => name))).toEqual(new Set(ballots.flatMap(({ names }) => names)))
      }),
    )
  })
})
