import { Acts, Button, ButtonLink } from '../../web/components/button.tsx'
import { DataTable } from '../../web/components/data-table.tsx'
import { Law } from '../../web/components/law.tsx'
import { PageHead, Section } from '../../web/components/section.tsx'
import { Csrf } from '../../web/csrf.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { importWords as words } from './import-words.ts'
import { type Change, type ChangedRow, mostShown, type Problem, type ShownOutcome } from './problem.ts'
import type { Target } from './target.ts'
import type { Waiting } from './waiting.ts'

interface PreviewProps {
  readonly view: View
  readonly waiting: Pick<Waiting, 'id' | 'name'>
  readonly target: Target
  readonly outcome: ShownOutcome
}

/** What a file would change, cell by cell, or everything that hinders it. */
export const PreviewPage = ({ view, waiting, target, outcome }: PreviewProps) => {
  const { changed, unchanged, problems } = outcome
  const hindered = problems.length > 0
  const lead = hindered ? words.hindered(problems.length) : words.wouldChange(changed, unchanged)
  return (
    <Shell view={view} title={view.t(hindered ? words.problems : words.previewTitle)}>
      <PageHead
        kicker={
          <>
            <a href={target.href}>{view.t(target.title)}</a> · {waiting.name}
          </>
        }
        title={view.t(hindered ? words.problems : words.previewTitle)}
        lead={view.t(lead)}
      />
      {hindered ? <Mend view={view} problems={problems} target={target} /> : <Changes view={view} outcome={outcome} />}
      {!hindered && (
        <form method="post" action={`/import/waiting/${waiting.id}`} data-turbo="false">
          <Csrf view={view} />
          {outcome.digest !== undefined && <input type="hidden" name="seen" value={outcome.digest} />}
          <Acts>
            {changed > 0 && <Button>{view.t(words.confirm(changed))}</Button>}
            <Button kind="second" formAction={`/import/waiting/${waiting.id}/drop`}>
              {view.t(words.drop)}
            </Button>
          </Acts>
        </form>
      )}
    </Shell>
  )
}

const Mend = ({ view, problems, target }: { readonly view: View; readonly problems: readonly Problem[]; readonly target: Target }) => (
  <Section id="problems-list" kind="wide" title={view.t(words.problems)}>
    <DataTable
      locale={view.locale}
      caption={view.t(words.problemsCaption)}
      captionHidden
      rows={problems.map((p, i) => ({ ...p, i }))}
      rowKey={(p) => String(p.i)}
      columns={[
        { id: 'cell', head: view.t(words.cell), rowHead: true, nowrap: true, cell: (p) => p.cell || view.t(words.whole) },
        {
          id: 'stood',
          head: view.t(words.stood),
          label: `${view.t(words.stood)}:`,
          cell: (p) => (p.stood ? `”${p.stood}”` : <span className="q3">{view.t(words.nothing)}</span>),
        },
        {
          id: 'why',
          head: view.t(words.why),
          cell: ({ refusal: r }) => (
            <>
              {view.t(r.text)}
              {r.law && (
                <>
                  {' '}
                  <Law law={r.law} locale={view.locale} />
                </>
              )}
              {r.mend && <span className="sub">{view.t(r.mend)}</span>}
            </>
          ),
        },
      ]}
    />
    <Acts>
      <ButtonLink href={target.upload}>{view.t(words.another)}</ButtonLink>
      <a href={target.href}>{view.t(words.back)}</a>
    </Acts>
  </Section>
)

interface Line extends Change {
  readonly row: ChangedRow
  readonly first: boolean
  readonly i: number
}

const Changes = ({ view, outcome: { rows, changes } }: { readonly view: View; readonly outcome: ShownOutcome }) => {
  const all = rows.flatMap((row) => row.changes.map((change, i) => ({ ...change, row, first: i === 0 }))).map((line, i): Line => ({ ...line, i }))
  if (all.length === 0) return null
  const missing = <span className="q3">–</span>
  return (
    <Section id="changes" kind="wide" title={view.t(words.changes)} intro={changes > mostShown ? view.t(words.firstShown(mostShown, changes)) : undefined}>
      <DataTable
        locale={view.locale}
        caption={view.t(words.changesCaption)}
        captionHidden
        rows={all.slice(0, mostShown)}
        rowKey={(l) => String(l.i)}
        columns={[
          {
            id: 'what',
            head: view.t(words.what),
            rowHead: true,
            cell: ({ row, first }) =>
              first ? (
                <>
                  {row.href ? <a href={row.href}>{row.name}</a> : row.name}
                  <span className="sub">
                    {row.of && `${view.t(row.of)}, `}
                    {view.t(row.of ? words.rowIn : words.row)} {row.no}
                    {(row.isNew ?? (row.href === null && row.changes.every((c) => c.before === ''))) && `, ${view.t(words.new)}`}
                  </span>
                </>
              ) : (
                <span className="vh">{row.name}</span>
              ),
          },
          { id: 'field', head: view.t(words.field), label: `${view.t(words.field)}:`, cell: (l) => view.t(l.label) },
          { id: 'before', head: view.t(words.before), label: `${view.t(words.before)}:`, cell: (l) => l.before || missing },
          { id: 'after', head: view.t(words.after), label: `${view.t(words.after)}:`, now: true, cell: (l) => l.after || missing },
          ...(all.some((l) => l.cell !== '')
            ? [{ id: 'cell', head: view.t(words.cell), label: `${view.t(words.cell)}:`, nowrap: true, cell: (l: Line) => l.cell }]
            : []),
        ]}
      />
    </Section>
  )
}
