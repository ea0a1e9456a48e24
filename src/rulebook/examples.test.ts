import { describe, expect, it } from 'vitest'
import { askRule } from './ask-rule.ts'
import { rules } from './rules.ts'

/** The codes of the refusals, or [] when it is allowed; the value when asked for. */
const ask = (name: string, facts: object): { readonly codes: readonly string[]; readonly value: unknown } => {
  const rule = rules.find((r) => r.name === name)
  if (!rule) throw new Error(`no rule ${name}`)
  const asked = askRule(rule, { ...rule.example, ...facts })
  if (!asked.wellShaped) throw new Error(JSON.stringify(asked.problems))
  return { codes: asked.ruling.ok ? [] : asked.ruling.refusals.map(({ code }) => code), value: asked.ruling.value }
}
const refused = (name: string, rows: readonly (readonly [object, readonly string[]])[]): void => {
  it.each(rows)(`${name} %j: %j`, (facts, codes) => expect(ask(name, facts).codes).toEqual(codes))
}
const valued = (name: string, rows: readonly (readonly [object, object])[]): void => {
  it.each(rows)(`${name} %j gives %j`, (facts, value) => expect(ask(name, facts).value).toMatchObject(value))
}

describe('the council’s size and term (A-01–A-03, A-40)', () => {
  refused('council-size', [
    [{ voters: 16_001, seats: 41 }, []],
    [{ voters: 16_001, seats: 39 }, ['seats.few']],
    [{ voters: 16_000, seats: 31 }, []],
    [{ voters: 16_000, seats: 32 }, ['seats.even']],
    [{ electionYear: 2026, decided: '2026-02-28' }, []],
    [{ electionYear: 2026, decided: '2026-03-01' }, ['council.late']],
  ])
  valued('council-size', [
    [{ electionYear: 2028 }, { latest: '2028-02-29' }],
    [{ voters: 600_001 }, { least: 101 }],
  ])
  refused('seats', [
    [{ substitutes: 4 }, ['seats.substitutes']],
    [{ seats: 4 }, ['seats.few']],
    [{ body: 'board', seats: 3 }, []],
  ])
  valued('council-substitutes', [
    [{}, { parties: [{ seats: 7, substitutes: 4 }] }],
    [
      {
        parties: [
          { name: 'A', seats: 2 },
          { name: 'B', seats: 0 },
          { name: 'C', seats: 12 },
        ],
      },
      { parties: [{ substitutes: 2 }, { substitutes: 0 }, { substitutes: 6 }] },
    ],
  ])
  refused('council-substitutes', [
    [{ share: '2/3' }, ['substitutes.share']],
    [{ share: '1/3' }, []],
  ])
  valued('term', [
    [{}, { from: '2026-10-15', last: '2030-10-14', holds: true }],
    [
      { body: 'executive_board', on: '2027-01-01' },
      { from: '2027-01-01', last: '2030-12-31', holds: true },
    ],
    [
      { body: 'executive_board', electedAt: '2026-10-19', on: '2026-10-19' },
      { from: '2026-10-19', last: null, holds: true },
    ],
  ])
  refused('term', [
    [{ on: '2030-10-15' }, ['term.outside']],
    [{ on: '2026-10-14' }, ['term.outside']],
    [{ electionYear: 2025, on: '2026-01-01' }, ['term.year']],
  ])
})

describe('bills, questions and the people’s proposals (A-15–A-18)', () => {
  refused('motion-clock', [
    [{}, []],
    [{ today: '2026-11-25' }, ['motion.overdue']],
    [{ today: '2027-06-01', decided: '2026-11-24' }, []],
    [{ today: '2027-06-01', decided: '2026-11-25' }, ['motion.overdue']],
    [{ today: '2027-06-01', reported: '2026-11-24', decided: '2027-05-30' }, []],
    [{ today: '2027-06-01', reported: '2026-11-25' }, ['motion.overdue']],
    [{ today: '2027-06-01', reported: '2026-11-01', writtenOff: '2026-11-01' }, []],
    [{ today: '2027-06-01', writtenOff: '2026-11-01' }, ['motion.written_off']],
    [{ decided: '2025-11-23' }, ['motion.before']],
  ])
  valued('motion-clock', [
    [
      { filed: '2024-02-29', today: '2025-02-28' },
      { latest: '2025-02-28', state: 'running' },
    ],
  ])
  refused('interpellation', [
    [{ kind: 'question', authorityTowardsIndividual: true }, ['interpellation.authority']],
    [{ kind: 'question', reasoned: false }, []],
    [{ reasoned: false, definite: false, addressee: 'other' }, ['interpellation.addressee', 'interpellation.definite', 'interpellation.reasons']],
    [{ kind: 'question', speakers: ['asker', 'answerer', 'other'] }, ['interpellation.speakers']],
    [{ speakers: ['asker', 'other'], admissionDebated: true }, ['interpellation.debated']],
  ])
  refused('citizen-proposal', [
    [{}, []],
    [{ decider: 'delegate' }, ['proposal.delegated']],
    [{ introduced: false, author: 'other' }, ['proposal.not_introduced', 'proposal.author']],
    [{ councilMatter: true, decider: 'council' }, ['proposal.council_matter']],
    [{ handedToBoard: false }, ['proposal.not_handed']],
    [{ boardTellsYearly: false }, ['proposal.untold']],
  ])
  valued('initiative', [
    [{}, { required: 2430, counted: 2430, earliest: '2026-05-24', raised: true }],
    [{ voters: 24_301 }, { required: 2431, raised: false }],
    [
      {
        submitted: '2026-08-31',
        signatures: [
          { signed: '2026-02-28', count: 5 },
          { signed: '2026-02-27', count: 7 },
        ],
      },
      { counted: 5, tooOld: 7 },
    ],
  ])
  refused('initiative', [[{ signatures: [{ signed: '2026-11-25', count: 9000 }] }, ['initiative.few', 'initiative.later']]])
  refused('referendum', [
    [{ against: 37 }, []],
    [{ against: 38 }, ['referendum.refused']],
    [{ withinCompetence: false }, ['referendum.competence']],
    [{ against: 58 }, ['referendum.sum']],
  ])
})

describe('boards and delegation (A-42–A-53)', () => {
  const touches = ['goals', 'submission', 'authority', 'residents_proposal', 'other_law']
  refused('delegation', [
    [{}, []],
    [{ chain: ['department_head', 'other_employee', 'other_employee'] }, ['delegation.chain']],
    [{ onwardAllowed: false }, ['delegation.onward']],
    [{ chain: ['other_employee', 'other_employee'] }, ['delegation.not_head']],
    [{ chain: ['other_employee'] }, []],
    [{ to: 'members_jointly', chain: [] }, ['delegation.recipient']],
    [{ to: 'members_jointly', chain: [], variants: { membersJointly: true } }, []],
    [{ to: 'committee', chain: [], touches }, touches.map(() => 'delegation.never')],
    [{ to: 'automated', chain: [], automated: ['appealable'] }, ['delegation.never_automated']],
    [{ to: 'automated', chain: [] }, []],
    [{ to: 'other', chain: [] }, ['delegation.recipient']],
  ])
  refused('urgent-decision', [
    [{}, []],
    [{ reported: null, today: '2026-11-17' }, []],
    [{ reported: null, today: '2026-11-18' }, ['urgent.unreported']],
    [{ reported: '2026-12-15' }, ['urgent.unreported']],
    [{ urgent: false, by: 'other', mandated: false }, ['urgent.not', 'urgent.by', 'urgent.mandate']],
    [{ touches: ['goals'] }, []],
    [{ touches: ['goals'], variants: { urgentWithinDelegationBan: true } }, ['delegation.never']],
    [{ nextMeeting: '2026-11-02', reported: null, today: '2026-11-02' }, ['urgent.meeting_before']],
  ])
  refused('delegation-report', [
    [{}, []],
    [{ recorded: 0, announced: 0 }, ['report.unrecorded', 'report.unannounced']],
    [{ reported: 59 }, ['report.missing']],
    [{ taken: 99 }, ['report.sum']],
  ])
  refused('social-delegation', [
    [{}, []],
    [{ decider: 'employee' }, ['social.decider']],
    [{ matter: 'board_only' }, ['social.decider']],
    [{ matter: 'other', decider: 'employee' }, []],
  ])
  refused('individual-case', [
    [{}, []],
    [{ reasons: false, appealInformation: false }, ['case.reasons', 'case.appeal']],
    [{ outcome: 'granted', reasons: false, appealInformation: false, communicated: false }, []],
    [{ communicated: false, communicationObviouslyNeedless: true, investigated: false }, ['case.investigation']],
  ])
  refused('crisis-board', [
    [{}, []],
    [{ acts: ['2026-02-02'] }, ['crisis.inactive']],
    [{ activated: null, activatedBy: null }, ['crisis.inactive']],
    [{ activatedBy: 'other' }, ['crisis.by', 'crisis.inactive']],
    [{ reported: '2026-02-24' }, ['crisis.untold']],
    [{ ended: '2026-02-03', acts: ['2026-02-03', '2026-02-04'] }, ['crisis.inactive']],
  ])
  refused('internal-control', [
    [{ planned: 10, done: 6 }, ['control.left']],
    [{ planned: 0, done: 0 }, ['control.no_plan']],
  ])
  valued('internal-control', [[{ planned: 10, done: 6 }, { left: 4 }]])
  const watched = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `e${i}`, reviewed: false }))
  valued('oversight', [
    [
      { entities: watched(11), companies: [1, 2, 3].map((i) => ({ name: `c${i}`, yearlyDecision: false })) },
      { toReview: 11, companiesLeft: 3 },
    ],
  ])
  refused('oversight', [[{ collaborationsReported: false, assignmentsReported: false }, ['oversight.collaboration', 'oversight.assignments']]])
})
