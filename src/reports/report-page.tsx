import { DocLinks } from '../files/send-document.tsx'
import { longDay } from '../kernel/day.ts'
import { periodLabel } from '../kernel/period.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Entry } from '../registers/entry.ts'
import { Written } from '../web/components/written.tsx'
import { Acts, Button } from '../web/components/button.tsx'
import { Select } from '../web/components/choices.tsx'
import { type FormState, newForm } from '../web/components/form-state.ts'
import { DayField, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { Aside, Details, Facts, PageHead, Section } from '../web/components/section.tsx'
import { Brk, Status } from '../web/components/status.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { continuationStanding } from './continuation-standing.ts'
import { type Continuation, isGap, type Report } from './report.ts'
import { words } from './words.ts'

export interface ReportPageProps {
  readonly view: View
  readonly report: Report
  readonly items: readonly Continuation[]
  readonly entry: Entry
  readonly entryPath: string
  readonly tree: Tree
  /** Title of the post that handed it in, and how the decision that approved it is cited. */
  readonly post: string | null
  readonly approvedBy: { readonly href: string; readonly words: string } | null
  /** May the reader settle what continues? */
  readonly maySettle: boolean
  readonly form: FormState
}

/** A report as it was handed in, with what continues after it: owned, dropped, or a gap. */
export const ReportPage = (props: ReportPageProps) => {
  const { view, report, items, entry, entryPath, post, approvedBy, form } = props
  const { t } = view
  const gaps = items.filter(isGap).length
  return (
    <Shell view={view} title={report.title} question={3} room="reports">
      <PageHead
        kicker={
          <>
            {t(words.kind(report.kind))} · <a href={entryPath}>{entry.number}</a>
          </>
        }
        title={<Written locale={view.locale}>{entry.title}</Written>}
        lead={
          <>
            {t(words.handedInLead(words.kind(report.kind), longDay(report.day, view.locale), words.stance(report.stance), post))}
            {gaps > 0 && (
              <>
                {' '}
                <Brk>{t(words.gaps(gaps))}</Brk>
              </>
            )}
          </>
        }
        aside={
          <Aside id="about" title={t(words.about)}>
            <Facts
              facts={[
                { name: t(words.subject), value: <a href={entryPath}>{entry.title}</a> },
                { name: t(words.stanceLabel), value: t(words.stance(report.stance)) },
                report.period !== null && { name: t(words.periodLabel), value: periodLabel(report.period, view.locale) },
                { name: t(words.judged), value: <ReportState view={view} report={report} approvedBy={approvedBy} /> },
              ]}
            />
            <p className="acts">
              <a href={`/thread/${report.id}`}>{t(words.thread)}</a>
              <DocLinks view={view} href={`/reports/${report.id}`} />
            </p>
          </Aside>
        }
      />
      <Problems form={form} />
      <div className="protocol">
        <section className="par" aria-labelledby="text-h">
          <h2 className="marg" id="text-h">
            {t(words.report)}
          </h2>
          <div className="in">
            {report.text.split(/\n{2,}/).map((p) => (
              <p className="read" key={p}>
                {p}
              </p>
            ))}
          </div>
        </section>
      </div>
      {items.length > 0 && <Continues {...props} />}
    </Shell>
  )
}

/** How a report stands, as a mark with its word. */
export const ReportState = ({
  view,
  report,
  approvedBy,
}: {
  readonly view: View
  readonly report: Pick<Report, 'state' | 'comment'>
  readonly approvedBy?: ReportPageProps['approvedBy']
}) => {
  const { t } = view
  if (report.state === 'approved') return <Status mark="done">{approvedBy ? <a href={approvedBy.href}>{approvedBy.words}</a> : t(words.approved)}</Status>
  if (report.state === 'sent_back') {
    return (
      <Status mark="gap">
        {t(words.sentBack)}
        {report.comment && <span className="sub">{report.comment}</span>}
      </Status>
    )
  }
  return <Status mark="half">{t(words.waiting)}</Status>
}

const Continues = ({ view, report, items, tree, maySettle }: ReportPageProps) => (
  <Section id="continues" title={view.t(words.continues)} intro={view.t(words.continuesHint)}>
    <ol className="remarks">
      {items.map((item) => (
        <li key={item.id}>
          <span className="k">{item.no}</span>
          <div>
            <h3>{item.what}</h3>
            <p>
              <Standing view={view} item={item} tree={tree} />
            </p>
            {maySettle && item.doneOn === null && item.dropped === null && <Settle view={view} report={report} item={item} tree={tree} />}
          </div>
        </li>
      ))}
    </ol>
  </Section>
)

const Standing = ({ view, item, tree }: { readonly view: View; readonly item: Continuation; readonly tree: Tree }) => {
  const { mark, text } = continuationStanding(item, tree, view.locale)
  return <Status mark={mark}>{text}</Status>
}

const Settle = ({ view, report, item, tree }: { readonly view: View; readonly report: Report; readonly item: Continuation; readonly tree: Tree }) => {
  const { t } = view
  const form = newForm(view.locale)
  const path = `/reports/${report.id}/continuation/${item.no}`
  if (!isGap(item)) {
    return (
      <form method="post" action={path}>
        <Csrf view={view} />
        <Button kind="second" name="as" value="done">
          {t(words.markDone)}
        </Button>
      </form>
    )
  }
  const owners = tree.nodes.filter((n) => n.kind !== 'external' && n.kind !== 'municipality').map((n) => ({ value: n.id, label: t(n.name) }))
  const named = (name: string): string => `${name}-${item.no}`
  return (
    <Details summary={t(words.takeOn)}>
      <form method="post" action={path} className="stack--s">
        <Csrf view={view} />
        <Select form={form} name={named('node')} label={t(words.itemOwner)} choices={owners} empty={t(words.nobody)} required={false} />
        <DayField form={form} name={named('due')} label={t(words.itemDue)} required={false} />
        <TextField form={form} name={named('reason')} label={t(words.itemDropped)} required={false} />
        <Acts>
          <Button name="as" value="owned">
            {t(words.takeOn)}
          </Button>
          <Button kind="second" name="as" value="dropped">
            {t(words.drop)}
          </Button>
        </Acts>
      </form>
    </Details>
  )
}

/** The page of a report that the reader may not see: that it exists, and why not more. */
export const SecretReport = ({ view, refusals }: { readonly view: View; readonly refusals: readonly Refusal[] }) => (
  <Shell view={view} title={view.t(words.secretTitle)} question={3} room="reports">
    <PageHead title={view.t(words.secretTitle)} lead={refusals[0] && view.t(refusals[0].text)} />
  </Shell>
)
