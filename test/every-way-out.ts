import { strFromU8, unzipSync } from 'fflate'
import { localAccountsOnly } from '../src/access/config.ts'
import { buildApp } from '../src/app.tsx'
import type { Deps } from '../src/database/transact.ts'
import { openLog } from '../src/operations/log.ts'
import { openOperations } from '../src/operations/operations.ts'
import type { App } from '../src/web/view.ts'
import { readPdf } from './pdf.ts'
import type { Planted } from './plant-secrets.ts'

/** The whole program as it is served, with each line of its log. */
export const wholeApp = (deps: Deps): { readonly app: App; readonly log: string[] } => {
  const log: string[] = []
  const lines = openLog('json', (line) => void log.push(line))
  const pool = { totalCount: 0, idleCount: 0, waitingCount: 0 }
  const app = buildApp({
    deps,
    live: { mark: () => '', subscribe: () => () => {} },
    demo: true,
    secureCookies: false,
    trustProxy: false,
    waysIn: localAccountsOnly,
    assets: { css: '/a.css', js: '/a.js' },
    operations: openOperations({ store: deps.store, pool, log: lines, metricsToken: null, worker: () => true }),
    report: (error, number) => lines.fault('defect', error, { number }),
  })
  return { app, log }
}

/** All patterns that the program answers a GET at, from its own list. */
export const patternsOf = (app: App): readonly string[] => [
  ...new Set(app.routes.flatMap((r) => (r.method === 'GET' && !r.path.startsWith('/assets') ? [r.path] : []))),
]

/** What else there is to put in addresses. */
export interface Others {
  readonly body: string
  readonly series: string
  readonly figure: string
  readonly goal: string
  readonly person: string
  readonly post: string
  readonly appointment: string
  readonly elected: string
  readonly dispatches: readonly string[]
  readonly referral: { readonly caseId: string; readonly id: string }
  readonly draft: { readonly id: string; readonly clause: string }
  readonly contradiction: string
}

/** What each reader has of their own. */
export interface Own {
  readonly letter: string
  readonly feed: string
  readonly waiting: string
}

/** The addresses of a pattern, filled with what is secret wherever it can be: none where the pattern is new and nobody has told how. */
export const addressesOf = (pattern: string, planted: Planted, others: Others, own: Own): readonly string[] => {
  const { cases, documents, decisions, clauses, reports, attachments, items, halfOpen } = planted
  const all = [cases, documents, decisions, clauses, planted.entries, reports].flatMap((some) => some.slice(0, 2)).concat(halfOpen)
  const put = (name: string, values: readonly string[]): readonly string[] => values.map((value) => pattern.replace(name, value))
  const meetings = [...new Set(items.map((i) => i.meetingId))]
  const [list] = /^\/export\/(?::file\{)?([a-z-]+(?:\/changes)?)/.exec(pattern)?.slice(1) ?? []
  if (list !== undefined) {
    const base = `/export/${list}`
    const parts: Readonly<Record<string, readonly string[]>> = {
      register: ['agreements', 'assignments'],
      due: [others.body],
      people: [others.body],
      series: [others.series],
      history: all,
    }
    if (pattern.includes(':file{.+')) return (parts[list] ?? ['x']).flatMap((part, i) => [`${base}/${part}.csv`, ...(i === 0 ? [`${base}/${part}.xlsx`] : [])])
    return [`${base}.csv`, `${base}.xlsx`]
  }
  if (pattern.includes(':item'))
    return items.map((i) => pattern.replace(':id', i.meetingId).replace(':item', i.id).replace(':of', 'proposal').replace(':no', '1'))
  if (!pattern.includes(':')) return [pattern]
  const register = /^\/(?:register|api)\/([a-z-]+)\/:id/.exec(pattern)?.[1]
  if (register) return put(':id', register === 'agreements' || register === 'assignments' ? [...planted.entries, halfOpen] : [planted.entries[0] as string])
  const fills: readonly (readonly [start: string, addresses: readonly string[]])[] = [
    ['/cases/:id/referrals', [pattern.replace(':id', others.referral.caseId).replace(':referral', others.referral.id)]],
    ['/cases/:id', put(':id', cases.slice(0, /documents|upload|party|event|close|reopen/.test(pattern) ? 2 : 9))],
    ['/documents/:id', put(':id', documents.slice(0, 3))],
    ['/files/:id', put(':id', attachments.slice(0, 2)).map((a) => a.replace(':name', 'underlag.txt'))],
    ['/decisions/drafts/:id', [pattern.replace(':id', others.draft.id).replace(':clause', others.draft.clause)]],
    ['/decisions/:id', put(':id', decisions.slice(0, 3))],
    ['/meetings/:id', put(':id', pattern.endsWith('/pdf') ? meetings.slice(0, 1) : meetings)],
    ['/reports/:id', put(':id', reports.slice(0, 2))],
    ['/register/:path/:id/report', planted.entries.map((id) => `/register/assignments/${id}/report`)],
    ['/thread/', put(':id', all)],
    ['/api/thread/', put(':id', all)],
    ['/thing/', put(':id', all)],
    ['/history/', put(':id', all)],
    ['/secrecy/', put(':id', all)],
    ['/retention/', put(':id', [...cases, ...planted.entries])],
    ['/bodies/:slug', put(':slug', [others.body])],
    ['/series/:slug', [pattern.replace(':slug', others.series).replace(':period', '2021')]],
    ['/figures/:id', put(':id', [others.figure])],
    ['/goals/:id', put(':id', [others.goal])],
    ['/pots/:id', put(':id', all)],
    ['/people/:id', put(':id', [others.person])],
    ['/posts/:id', put(':id', [others.post])],
    ['/appointments/:id/end', put(':id', [others.appointment])],
    ['/appointments/:id', put(':id', [others.elected])],
    ['/dispatch/:id', put(':id', others.dispatches)],
    ['/contradictions/:id', put(':id', [others.contradiction])],
    ['/account/letters/:id', put(':id', [own.letter])],
    ['/calendar/:file', put(':file', [`${own.feed}.ics`])],
    ['/import/:kind/:part/upload', ['/import/register/agreements/upload', `/import/figures/${others.series}/upload`]],
    ['/import/waiting/:id', put(':id', [own.waiting])],
    ['/organisation/changes/:day', put(':day', ['2019-01-01'])],
    ['/guide/', [pattern.replace(':slug', 'sok').replace(':name', 'x.png')]],
    ['/language/:locale', put(':locale', ['sv'])],
    ['/sign-in/', put(':provider', ['x'])],
    ['/address/:token', put(':token', ['x'])],
    ['/unsubscribe/:token', put(':token', ['x'])],
  ]
  return fills.find(([start]) => pattern.startsWith(start))?.[1] ?? []
}

/** Addresses with questions: searches, filters, orders and forms that are begun with something secret. */
export const askedWith = (planted: Planted, others: Others, word: string): readonly string[] => {
  const [entry = ''] = planted.entries
  const searched = ['/search', '/cases', '/decisions', '/register/agreements', '/register/assignments', '/api/agreements', '/petitions', '/export/cases.csv']
  return [
    ...searched.map((path) => `${path}?q=${word}`),
    `/search?q=${word}x`,
    ...['partnerFinances', '-partnerFinances'].flatMap((sort) => [`/register/agreements?sort=${sort}`, `/api/agreements?sort=${sort}`]),
    `/register/agreements?partnerFinances=${word}`,
    ...planted.cases.flatMap((id) => [`/decisions/new?case=${id}`, `/register/assignments/new?case=${id}`]),
    `/decisions/new?clause=change_assignment&entry=${entry}`,
    ...planted.entries.map((id) => `/decisions/drafts/${others.draft.id}/clauses/new?kind=change_assignment&entry=${id}`),
    ...planted.items.flatMap((i) => [`/meetings/${i.meetingId}?item=${i.id}`, `/meetings/${i.meetingId}/desk?item=${i.id}`]),
  ]
}

/** Everything that an answer says, unpacked: where it leads, what its file is called, and what it holds. */
export const saidBy = async (answer: Response): Promise<string> => {
  const type = answer.headers.get('content-type') ?? ''
  const heads = [...answer.headers].map(([name, value]) => `${name}: ${decodeURIComponent(value.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))}`).join('\n')
  if (type.startsWith('text/event-stream')) return `${heads}\n${await firstOf(answer)}`
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (type.startsWith('application/pdf')) {
    const { text, title, outline, alts } = await readPdf(bytes)
    return [heads, text.replaceAll(/-?\n/g, ''), title, ...outline, ...alts].join('\n')
  }
  return `${heads}\n${unpacked(bytes)}`
}

const unpacked = (bytes: Uint8Array): string =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? Object.entries(unzipSync(bytes))
        .map(([name, part]) => `${name}\n${unpacked(part)}`)
        .join('\n')
    : strFromU8(bytes)

/** The first that a stream tells of the meeting; '' where it tells nothing within the time. */
const firstOf = async (answer: Response): Promise<string> => {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const late = new Promise<null>((resolve) => setTimeout(resolve, 1500, null))
  let text = ''
  while (!text.includes('data:')) {
    const next = await Promise.race([reader.read(), late])
    if (!next || next.done) break
    text += strFromU8(next.value)
  }
  await reader.cancel()
  return text
}
