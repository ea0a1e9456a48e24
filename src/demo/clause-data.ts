import { amountOf } from '../kernel/amount.ts'
import { idOf } from './ids.ts'
import type { ClauseRow } from './load-decisions.ts'
import { goalRows, targetRows } from './load-series.ts'

type Row = Readonly<Record<string, unknown>>
interface ClauseParts {
  readonly data: Row
  readonly target?: string
  readonly creates?: string
}

/** Leaves out what is not given, so that an absent field stays absent. */
const given = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, v]) => v !== undefined && v !== null))
const text = (value: unknown): string => String(value ?? '')
const node = (value: unknown): string | undefined => (value === undefined ? undefined : idOf('node', text(value)))
const post = (value: unknown): string | undefined => (value === undefined ? undefined : idOf('post', text(value)))
const thing = (value: unknown): string => idOf('thing', text(value))
const kronor = (value: unknown): number | undefined => (value === undefined ? undefined : amountOf(Number(value), 'kr'))

const assignment = (a: Row): ClauseParts => ({
  creates: thing(a['key']),
  data: given({
    title: a['title'],
    purpose: a['purpose'],
    deliverable: a['deliverable'],
    finalReport: a['finalReport'],
    interimReport: a['interimReport'],
    recipient: node(a['recipient']),
    coRecipients: (a['coRecipients'] as readonly string[] | undefined)?.map((key) => idOf('node', key)),
    responsible: post(a['responsible']),
    origin: a['origin'],
    kind: a['kind'],
    resources: kronor((a['resources'] as Row | undefined)?.['amountKr']),
    financing: (a['resources'] as Row | undefined)?.['source'],
  }),
})

const document = (d: Row): ClauseParts => ({
  creates: thing(d['key']),
  data: given({
    title: d['title'],
    type: d['type'],
    scope: d['scope'],
    number: d['number'],
    validFrom: d['validFrom'],
    validTo: d['validTo'],
    revisionOwner: node(d['owner']),
    followUpOwner: node(d['followUpOwner']),
    followUpTimetable: d['followUp'],
  }),
})

/** What the agreement's steering group is, in words. */
const group = (g: Row | undefined, names: Names): string | undefined => {
  const members = (g?.['members'] as readonly string[] | undefined) ?? []
  return g === undefined ? undefined : members.length > 0 ? members.map((m) => names.node(m) ?? names.post(m) ?? m).join(' och ') : 'Minst en från varje sida'
}

/** Names of nodes and titles of posts by key, for fields that are words. */
export interface Names {
  node(key: string): string | undefined
  post(key: string): string | undefined
}

const agreement = (a: Row, names: Names): ClauseParts => {
  const steering = a['steeringGroup'] as Row | undefined
  return {
    creates: thing(a['key']),
    data: given({
      partner: names.node(text(a['partner'])) ?? text(a['partner']),
      purpose: a['purpose'],
      yearly: kronor(a['yearlyKr']),
      financing: a['financing'],
      from: a['from'],
      to: a['to'],
      noticeMonths: a['noticeMonths'],
      placesNotice: a['noticeMonthsMorePlaces'],
      paymentDays: a['paymentDays'],
      places: a['places'],
      steeringGroup: group(steering, names),
      meetings: steering?.['meetingsPerYear'],
      contact: a['contact'] === undefined ? undefined : (names.post(text(a['contact'])) ?? text(a['contact'])),
    }),
  }
}

const goal = (key: string): ClauseParts => {
  const row = goalRows().find((g) => g.key === key)
  return { creates: thing(key), data: given({ goal: row?.text, area: row?.area?.sv, from: row?.from ?? '2022-01-01', to: row?.to }) }
}

const target = (key: string): ClauseParts => {
  const row = targetRows().find((t) => t.key === key)
  return {
    creates: thing(key),
    data: given({
      series: thing(row?.series),
      node: node(row?.node),
      period: row?.period,
      rule: row?.rule,
      value: row?.value,
      goal: row?.goal ? thing(row.goal) : undefined,
    }),
  }
}

/** What an election of the data files is to. */
export const electData = (c: Row) =>
  given({ body: node(c['body']), role: c['role'], persons: c['persons'], instead: c['instead'], from: c['from'], to: c['to'] })

/** What a clause that is proposed at a meeting would do, if it were decided. */
export const proposedData = (c: Row): ClauseParts => {
  if (c['kind'] === 'elect') return { data: electData(c) }
  return c['kind'] === 'give_assignment' ? assignment(c['assignment'] as Row) : { data: {} }
}

/** A clause of the data files as the rooms take it: identities for keys, öre for kronor, the fields' own names. */
export const clauseDataWith = (names: Names, c: ClauseRow): ClauseParts => {
  switch (c.kind) {
    case 'give_assignment':
      return assignment(c['assignment'] as Row)
    case 'change_assignment':
      return { target: thing(c['assignment']), data: given(c['changes'] as Row) }
    case 'end_assignment':
    case 'declare_fulfilled':
      return { target: thing(c['assignment']), data: {} }
    case 'adopt_document':
      return document(c['document'] as Row)
    case 'prolong_document':
      return { target: thing(c['document']), data: { validTo: c['validTo'] } }
    case 'sign_agreement':
      return agreement(c['agreement'] as Row, names)
    case 'end_agreement':
      return { target: thing(c['agreement']), data: { to: c['on'] } }
    case 'set_goal':
      return goal(text(c['goal']))
    case 'set_target':
      return target(text(c['target']))
    case 'set_budget_frame':
      return {
        creates: thing((c['frame'] as Row)['key']),
        data: given({ node: node(c['node']), period: c['period'], amount: kronor(c['amountKr']), purpose: c['purpose'], financing: c['financing'] }),
      }
    case 'set_aside':
      return {
        creates: thing(c['pot']),
        data: given({
          node: node(c['node']),
          period: c['period'],
          amount: kronor(c['amountKr']),
          purpose: c['purpose'],
          financing: c['financing'],
          callers: (c['callers'] as readonly string[] | undefined)?.map((key) => idOf('node', key)),
          to: c['validTo'],
        }),
      }
    case 'call_off':
      return {
        creates: thing(`${text(c['key'])}/avrop`),
        data: given({ pot: thing(c['pot']), receiver: node(c['to']), amount: kronor(c['amountKr']), purpose: c['purpose'] }),
      }
    case 'give_mandate':
      return {
        creates: thing(c['mandate']),
        data: given({
          post: post(c['post']),
          scope: c['scope'],
          limits: c['limits'],
          from: c['from'],
          concerns: 'none',
          type: c['type'] === undefined ? undefined : thing(c['type']),
          limit: typeof c['limitTkr'] === 'number' ? c['limitTkr'] * 100_000 : undefined,
          onward: c['onward'],
          urgent: c['urgent'],
          handedOn: c['handedOn'] === undefined ? undefined : thing(c['handedOn']),
        }),
      }
    case 'elect':
      return { data: electData(c) }
    case 'choose_rule':
      return { data: given({ node: node(c['for']), choice: c['choice'], from: c['from'] }) }
    case 'release':
      return { data: given({ body: node(c['body']), person: c['person'], why: c['why'], last: c['last'] }) }
    case 'adopt_decision_type': {
      const { key, ...fields } = c['type'] as Row
      return { creates: thing(key), data: given(fields) }
    }
    case 'reject_bill':
    case 'approve_bill':
    case 'answer_bill':
    case 'write_off_bill':
    case 'admit_interpellation':
    case 'refuse_interpellation':
      return { target: thing(c['target']), data: {} }
    case 'hand_over_proposal':
      return { target: thing(c['target']), data: { handedTo: node(c['handedTo']) } }
    case 'approve_report':
      return { target: thing(c['report']), data: {} }
    case 'send_on':
      return { data: given({ receiver: node(c['to']) }) }
    case 'reject':
      return { data: { proposal: c['proposal'] } }
    default:
      return { data: {} }
  }
}
