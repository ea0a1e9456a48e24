import { Button } from '../../web/components/button.tsx'
import { DataTable } from '../../web/components/data-table.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { Problems } from '../../web/components/problems.tsx'
import { PageHead, Section } from '../../web/components/section.tsx'
import { Csrf } from '../../web/csrf.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import type { Outcome } from './import-organisation.ts'
import { lists } from './lists.ts'
import type { Problem } from './read-list.ts'
import type { ChangedRow } from './row-act.ts'
import { words } from './words.ts'

/** So many are shown; then it is the file that is wrong, or all is as it should be. */
const most = 200

interface PreviewProps {
  readonly view: View
  readonly batch: string
  readonly outcome: Outcome
  /** Told when what was seen is no longer what would be done. */
  readonly form: FormState
}

/** What the files would do, or what is wrong with them. */
export const PreviewPage = ({ view, batch, outcome, form }: PreviewProps) => {
  const { t } = view
  const { problems, rows, unchanged, digest } = outcome
  const lead = problems.length > 0 ? words.badLead(problems.length) : words.previewLead(rows.length, unchanged)
  return (
    <Shell view={view} title={t(words.previewTitle)}>
      <PageHead title={t(words.previewTitle)} lead={t(lead)}>
        {problems.length === 0 && rows.length > 0 && (
          <form method="post" action={`/organisation/import/${batch}`} className="acts">
            <Csrf view={view} />
            <input type="hidden" name="digest" value={digest} />
            <Button>{t(words.apply)}</Button>
            <a href="/organisation/import">{t(words.otherFile)}</a>
          </form>
        )}
        {(problems.length > 0 || rows.length === 0) && (
          <p className="acts">
            <a href="/organisation/import">{t(words.otherFile)}</a>
          </p>
        )}
      </PageHead>
      <Problems form={form} title={() => t(words.problems)} after={null} />
      {problems.length > 0 && (
        <Section id="cells" title={t(words.badCells)} intro={t(words.badCellsIntro)} kind="wide">
          <Cells view={view} problems={problems} />
        </Section>
      )}
      {problems.length === 0 && rows.length > 0 && (
        <Section id="changes" title={t(words.changes)} kind="wide">
          <Changes view={view} rows={rows} />
        </Section>
      )}
    </Shell>
  )
}

const More = ({ view, all }: { readonly view: View; readonly all: number }) => (all > most ? <p>{view.t(words.more(all - most))}</p> : null)

const Cells = ({ view, problems }: { readonly view: View; readonly problems: readonly Problem[] }) => (
  <>
    <DataTable
      locale={view.locale}
      caption={view.t(words.badCells)}
      captionHidden
      rows={problems.slice(0, most).map((problem, i) => ({ ...problem, i }))}
      rowKey={({ i }) => String(i)}
      columns={[
        {
          id: 'cell',
          head: view.t(words.cell),
          rowHead: true,
          cell: ({ file, cell }) => (
            <>
              {cell}
              <span className="sub">{file}</span>
            </>
          ),
        },
        { id: 'stood', head: view.t(words.stood), label: `${view.t(words.stood)}:`, cell: ({ stood }) => stood || '–' },
        {
          id: 'why',
          head: view.t(words.why),
          cell: ({ refusal }) => (
            <>
              {view.t(refusal.text)} {refusal.mend && <span className="hint">{view.t(refusal.mend)}</span>}
            </>
          ),
        },
      ]}
    />
    <More view={view} all={problems.length} />
  </>
)

const Changes = ({ view, rows }: { readonly view: View; readonly rows: readonly ChangedRow[] }) => (
  <>
    <DataTable
      locale={view.locale}
      caption={view.t(words.changes)}
      captionHidden
      rows={rows.slice(0, most).map((row, i) => ({ ...row, i }))}
      rowKey={({ i }) => String(i)}
      columns={[
        {
          id: 'what',
          head: view.t(words.what),
          rowHead: true,
          cell: ({ name, kind, no }) => (
            <>
              {name}
              <span className="sub">
                {view.t(lists[kind].name)}, {view.t(words.row).toLowerCase()} {no}
              </span>
            </>
          ),
        },
        {
          id: 'change',
          head: view.t(words.change),
          cell: ({ isNew, changes }) => (
            <ul className="bare ui">
              {isNew && <li>{view.t(words.isNew)}</li>}
              {changes.map((change) => (
                <li key={change.label.sv + change.before + change.after}>
                  <span className="q3">{view.t(change.label)}:</span> {change.before && <del>{change.before}</del>} <ins>{change.after || '–'}</ins>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
    <More view={view} all={rows.length} />
  </>
)
