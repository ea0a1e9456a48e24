import { fullDay } from '../kernel/day.ts'
import { isBody, type OrgNode, type Tree } from '../organisation/tree.ts'
import { drawn } from '../thread/draw.ts'
import type { Found } from '../thread/load-thread.ts'
import type { DecisionThread } from '../thread/load-threads.ts'
import { Sentence } from '../thread/thread-page.tsx'
import { Written } from '../web/components/written.tsx'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import { Aside, Empty, PageHead, Section } from '../web/components/section.tsx'
import { Brk, Legend, Status } from '../web/components/status.tsx'
import { ThreadPicture } from '../web/thread/thread-picture.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { DecisionRows } from './decision-rows.tsx'
import type { NodeCounts } from './home-store.ts'
import { words } from './words.ts'

interface LandingProps {
  readonly view: View
  readonly tree: Tree
  readonly year: number
  readonly counts: NodeCounts
  readonly recent: readonly DecisionThread[]
  /** One decision followed all the way, as a row and whole; null where there is none to show. */
  readonly featured: Featured | null
}

interface Featured {
  readonly row: DecisionThread
  readonly whole: Extract<Found, { is: 'thread' }>
}

interface BodyRow {
  readonly body: OrgNode
  readonly decisions: number
  readonly running: number
  readonly late: number
}

const order = ['council', 'executive_board', 'committee', 'board', 'company', 'joint_authority', 'coordination_association', 'auditors']

/** Each body with what its departments and units count too. */
const rowsOf = (tree: Tree, counts: NodeCounts): readonly BodyRow[] =>
  tree.nodes
    .filter((n) => isBody(n.kind))
    .map((body) => {
      const own = tree.below(body.id).filter((id) => tree.chain(id).at(-1) === body.id)
      const sum = (by: ReadonlyMap<string, number>): number => own.reduce((n, id) => n + (by.get(id) ?? 0), 0)
      return { body, decisions: counts.decisions.get(body.id) ?? 0, running: sum(counts.running), late: sum(counts.late) }
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.body.kind) - order.indexOf(b.body.kind) ||
        b.decisions + b.running - a.decisions - a.running ||
        a.body.name.sv.localeCompare(b.body.name.sv, 'sv'),
    )

/** The municipality for anybody: its bodies, its latest decisions and their threads. */
export const LandingPage = ({ view, tree, year, counts, recent, featured }: LandingProps) => {
  const { t, locale } = view
  const rows = rowsOf(tree, counts)
  const active = rows.filter((r) => r.decisions + r.running + r.late > 0)
  const total = (of: (r: BodyRow) => number): number => rows.reduce((n, r) => n + of(r), 0)
  const late = total((r) => r.late)
  return (
    <Shell view={view} title={view.desk.municipality}>
      <PageHead
        kicker={upper(fullDay(view.today, locale))}
        title={view.desk.municipality}
        lead={
          <>
            {t(
              words.landingLead(
                total((r) => r.decisions),
                year,
              ),
            )}{' '}
            {late > 0 && <Brk>{t(words.landingLate(late))}</Brk>}
          </>
        }
        aside={
          view.mayStepIn && view.who.personId === null ? (
            <Aside id="try" title={t(words.tryTitle)}>
              <div className="stack--s">
                <p>{t(words.tryText)}</p>
                <p>
                  <a href="/demo">{t(words.tryRole)}</a>
                </p>
                <p>
                  <a href="/guide/kom-igang">{t(words.tryGuide)}</a>
                </p>
              </div>
            </Aside>
          ) : undefined
        }
      />
      {featured && <FollowOne view={view} {...featured} />}
      <Section id="recent" kind={featured ? 'wide' : 'band'} title={t(words.recent)}>
        {recent.length === 0 ? (
          <Empty>{t(words.noDecisions)}</Empty>
        ) : (
          <>
            <DecisionRows view={view} rows={recent} caption={t(words.recentCaption)} />
            <Legend locale={locale} marks={['decision', 'done', 'half', 'open', 'gap', 'none', 'stop']} />
          </>
        )}
      </Section>
      <Section id="bodies" title={t(words.bodies)} intro={t(words.bodiesIntro)}>
        <DataTable
          locale={locale}
          caption={t(words.bodiesCaption(year))}
          captionHidden
          columns={columns(view, year)}
          rows={active}
          rowKey={(r) => r.body.id}
          empty={t(words.noBodies)}
        />
        <p>
          <a href="/organisation">{t(words.allBodies(rows.length))}</a>
        </p>
      </Section>
    </Shell>
  )
}

/** One decision from beginning to end: the sentence, the picture where there is room for it, a row of it where there is not. */
const FollowOne = ({ view, row, whole }: Featured & { readonly view: View }) => {
  const { t, locale } = view
  const href = `/thread/${row.decision.id}`
  return (
    <Section id="follow" kind="band" title={t(words.followOne)}>
      <p className="lead lead--s">
        <a href={href}>
          <Written locale={view.locale}>{row.decision.title}</Written>
        </a>
        . <Sentence view={view} opening={whole.opening} />
      </p>
      <div className="roomy">
        <ThreadPicture thread={drawn(whole.thread, whole.start.title, locale)} locale={locale} walkHref={`${href}#walk`} />
      </div>
      <div className="cramped">
        <DecisionRows view={view} rows={[row]} caption={t(words.followOne)} />
      </div>
      <p>
        <a href={href}>{t(words.wholeThread)}</a>
      </p>
    </Section>
  )
}

const upper = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)

const columns = ({ t }: View, year: number): readonly Column<BodyRow>[] => [
  { id: 'body', head: t(words.body), rowHead: true, cell: (r) => <a href={`/bodies/${r.body.slug}`}>{t(r.body.name)}</a> },
  { id: 'decisions', head: t(words.decisionsIn(year)), label: `${t(words.decisionsIn(year))}:`, numeric: true, cell: (r) => <Count n={r.decisions} /> },
  { id: 'running', head: t(words.running), label: `${t(words.running)}:`, numeric: true, cell: (r) => <Count n={r.running} /> },
  {
    id: 'late',
    head: t(words.lateDates),
    label: `${t(words.lateDates)}:`,
    cell: (r) => (r.late > 0 ? <Status mark="gap">{t(words.lateOf(r.late))}</Status> : <span className="q3">{t(words.none)}</span>),
  },
]

const Count = ({ n }: { readonly n: number }) => (n === 0 ? <span className="q3">0</span> : n)
