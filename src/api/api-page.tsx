import { type Column, DataTable } from '../web/components/data-table.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { words } from './words.ts'

/** One operation of the API, as it is listed for people. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly tag: string
}

/** The API told to people: how it works, and every operation. Generated from the same description as the machines read. */
export const ApiPage = ({ view, operations }: { readonly view: View; readonly operations: readonly Operation[] }) => {
  const groups = [...Map.groupBy(operations, (o) => o.tag)]
  return (
    <Shell view={view} title={view.t(words.title)}>
      <PageHead title={view.t(words.title)} lead={view.t(words.lead)}>
        <p>
          <a href="/api/openapi.json">{view.t(words.document)}</a>
        </p>
      </PageHead>
      <Section id="how" title={view.t(words.howTitle)}>
        <ul className="prose">
          {words.how.map((text) => (
            <li key={text.en}>{view.t(text)}</li>
          ))}
        </ul>
      </Section>
      {groups.map(([tag, list], i) => (
        <Section key={tag} id={`group-${i}`} title={tag}>
          <DataTable<Operation> locale={view.locale} caption={tag} captionHidden rows={list} rowKey={(o) => `${o.method} ${o.path}`} columns={columns(view)} />
        </Section>
      ))}
    </Shell>
  )
}

const columns = (view: View): readonly Column<Operation>[] => [
  { id: 'method', head: view.t(words.method), nowrap: true, cell: (o) => o.method.toUpperCase() },
  { id: 'path', head: view.t(words.path), rowHead: true, cell: (o) => <code>{o.path}</code> },
  { id: 'what', head: view.t(words.what), cell: (o) => o.summary },
]
