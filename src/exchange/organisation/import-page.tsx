import { Acts, Button } from '../../web/components/button.tsx'
import { DataTable } from '../../web/components/data-table.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { FileField } from '../../web/components/inputs.tsx'
import { Problems } from '../../web/components/problems.tsx'
import { Details, PageHead, Section } from '../../web/components/section.tsx'
import { Csrf } from '../../web/csrf.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { type ListColumn, type ListKind, listKinds, lists } from './lists.ts'
import { words } from './words.ts'

/** Where an import begins: the templates, and the form that takes the files. */
export const ImportPage = ({ view, form }: { readonly view: View; readonly form: FormState }) => {
  const { t } = view
  return (
    <Shell view={view} title={t(words.title)}>
      <PageHead title={t(words.title)} lead={t(words.lead)} />
      <Problems form={form} title={() => t(words.problems)} after={null} />
      <Section id="templates" title={t(words.templates)} intro={t(words.templatesIntro)} kind="wide">
        <DataTable
          locale={view.locale}
          caption={t(words.templates)}
          captionHidden
          rows={listKinds}
          rowKey={(kind) => kind}
          columns={[
            { id: 'list', head: t(words.list), rowHead: true, cell: (kind) => t(lists[kind].name) },
            { id: 'columns', head: t(words.columns), cell: (kind) => <Columns view={view} columns={lists[kind].columns} /> },
            { id: 'get', head: t(words.get), cell: (kind) => <Templates view={view} kind={kind} /> },
          ]}
        />
      </Section>
      <Section id="file" title={t(words.file)} intro={t(words.fileIntro)}>
        <form method="post" action="/organisation/import/upload" encType="multipart/form-data" className="stack" data-turbo="false">
          {/* The token stands first: the door reads it before it takes in any file. */}
          <Csrf view={view} />
          <FileField form={form} name="files" label={t(words.files)} hint={t(words.filesHint)} accept=".xlsx,.csv" multiple />
          <Acts>
            <Button>{t(words.preview)}</Button>
          </Acts>
        </form>
      </Section>
    </Shell>
  )
}

const Templates = ({ view, kind }: { readonly view: View; readonly kind: ListKind }) => (
  <>
    {(['xlsx', 'csv'] as const).map((type, i) => (
      <span key={type}>
        {i > 0 && ' · '}
        <a href={`/organisation/import/${kind}.${type}`} data-turbo="false">
          {type === 'xlsx' ? 'Excel' : 'CSV'}
          <span className="vh"> {view.t(lists[kind].name)}</span>
        </a>
      </span>
    ))}
  </>
)

const Columns = ({ view, columns }: { readonly view: View; readonly columns: readonly ListColumn[] }) => (
  <Details summary={columns.map((column) => view.t(column.head)).join(', ')}>
    <ul className="bare ui">
      {columns.map((column) => (
        <li key={column.id}>
          <b>{view.t(column.head)}</b>
          {column.needed && ` (${view.t(words.neededMark)})`}
          {column.hint.sv !== '' && `: ${view.t(column.hint)}`}
        </li>
      ))}
    </ul>
  </Details>
)
