import { readdirSync, readFileSync } from 'node:fs'

// The files of the demonstration municipality as its tests read them: rows by name, and things gathered from the clauses that make them.

export type Row = Readonly<Record<string, unknown>>
export interface Node extends Row {
  key: string
  parent?: string
  from: string
  to?: string
  seats?: number
}
export interface Figure {
  node: string
  period: string
  value: number | null
  status: string
  version?: number
  basis?: string
  missing?: string
  recordedBy?: string
}
export interface Series extends Row {
  key: string
  money?: boolean
  orePerUnit?: number
  decimals: number
  askedBy: string
  figures: Figure[]
  range?: { low: string; high: string }
  dimension?: { table: string; operation?: string; post: string; basis: string }
}
export interface Clause extends Row {
  key: string
  kind: string
  text: string
}
export interface Decision extends Row {
  key: string
  case: string
  body: string
  post?: string
  mandate?: string
  day: string
  paragraph: string
  adjusted?: string
  announced?: string
  clauses: Clause[]
  dispatch: { to: string; sent: string; received?: string; receivedAs?: string; filed?: string }[]
}
export interface CaseFile extends Row {
  key: string
  node: string
  opened: string
  closed?: string
  documents: (Row & { key: string; day: string; author?: string })[]
  events: { day: string }[]
}
export interface Report extends Row {
  key: string
  kind: string
  day: string
  post: string
  figures?: string[]
  document?: string
}
export interface Followed extends Row {
  assignment?: string
  subject?: string
  accepted?: { day: string; post: string }
  parts?: (Row & { key: string; recipient: string; responsible: string })[]
  reports: Report[]
  progress?: { day: string; post: string }[]
  sentBack?: { report: string; decision: string; post: string }
  continuation?: { what: string; ownerPost: string | null; due?: string; dropped?: string }[]
  reportsDue?: { askedBy: string }[]
}

const folder = new URL('./boras/', import.meta.url)
export const files = readdirSync(folder).filter((f) => f.endsWith('.json'))
export const texts = new Map(files.map((f) => [f, readFileSync(new URL(f, folder), 'utf8')]))
export const all = <T>(name: string): T[] => [...texts.values()].flatMap((t) => (JSON.parse(t) as Record<string, T[]>)[name] ?? [])

export const nodes = all<Node>('nodes')
export const posts = all<Row & { key: string; node: string; seat?: number; role: string }>('posts')
export const persons = all<Row & { key: string }>('persons')
export const appointments = all<{ post: string; person: string; from: string; to?: string; decision?: string }>('appointments')
export const series = all<Series>('series')
export const goals = all<Row & { key: string; node: string; decidedBy: string; measuredBy: string[] }>('goals')
export const targets = all<Row & { key: string; series: string; node: string; period: string; rule: string; value?: number; goal?: string; decidedBy: string }>(
  'targets',
)
export const cases = all<CaseFile>('cases')
export const decisions = all<Decision>('decisions').toSorted((a, b) => a.day.localeCompare(b.day))
// The two municipalities follow their assignments in the same list; things reported on beside assignments stand under `others`.
export const followed = [...(JSON.parse(texts.get('followup.json') ?? '{}') as { assignments: Followed[] }).assignments, ...all<Followed>('others')]
export const links = all<{ from: string; to: string; kind: string }>('links')

export type DecidedClause = Clause & { readonly decision: Decision }
export type Made = Row & { readonly key: string; readonly clause: DecidedClause }
export const clauses: readonly DecidedClause[] = decisions.flatMap((d) => d.clauses.map((c) => ({ ...c, decision: d })))
const made = (kind: string, field: string): readonly Made[] =>
  clauses.filter((c) => c.kind === kind).map((c) => ({ ...(c[field] as Row & { key: string }), clause: c }))
export const assignments = made('give_assignment', 'assignment')
export const agreements = made('sign_agreement', 'agreement')
export const documents = made('adopt_document', 'document')
export const frames = made('set_budget_frame', 'frame')
export const mandates = clauses.filter((c) => c.kind === 'give_mandate')
export const reports = followed.flatMap((f) => f.reports)

export const keys = (rows: readonly { readonly key: string }[]) => new Set(rows.map((r) => r.key))
export const [nodeKeys, postKeys, personKeys, seriesKeys, caseKeys, decisionKeys] = [
  keys(nodes),
  keys(posts),
  keys(persons),
  keys(series),
  keys(cases),
  keys(decisions),
]
export const things: readonly string[] = [
  ...series,
  ...goals,
  ...targets,
  ...cases,
  ...cases.flatMap((c) => c.documents),
  ...decisions,
  ...clauses,
  ...assignments,
  ...agreements,
  ...documents,
  ...frames,
  ...followed.flatMap((f) => f.parts ?? []),
  ...reports,
]
  .map((t) => t.key)
  .concat(mandates.map((m) => m['mandate'] as string))
export const thingKeys = new Set(things)
/** The keys among those wanted that are not known; absent ones are not asked for. */
export const unknown = (wanted: readonly (string | undefined | null)[], known: ReadonlySet<string>) => wanted.filter((k) => k && !known.has(k))
/** Had the post a holder on the day? */
export const held = (post: string, on: string): boolean => appointments.some((a) => a.post === post && a.from <= on && on < (a.to ?? '9'))
/** The day that the demonstration stands at. */
export const today = '2022-05-17'
