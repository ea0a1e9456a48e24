import { shortDay } from '../kernel/day.ts'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import type { View } from '../web/view.ts'
import type { Attachment } from './attachment.ts'
import { kindName } from './file-kind.ts'
import { sizeText, words } from './words.ts'

interface AttachmentsProps {
  readonly view: View
  readonly attachments: readonly Attachment[]
  /** Where a new version of one of them is sent, by its form; null where the reader may not. */
  readonly uploadPath: string | null
}

/** Where the file itself is read; its name stands last, so that browsers save it under that. */
export const fileHref = ({ id, name }: Pick<Attachment, 'id' | 'name'>): string => `/files/${id}/${encodeURIComponent(name)}`

/** What is attached, with the superseded versions under the one that counts. */
export const Attachments = ({ view, attachments, uploadPath }: AttachmentsProps) => {
  const byId = new Map(attachments.map((a) => [a.id, a]))
  const earlier = (a: Attachment): readonly Attachment[] => {
    const before = a.replaces === null ? undefined : byId.get(a.replaces)
    return before ? [before, ...earlier(before)] : []
  }
  const columns: readonly Column<Attachment>[] = [
    {
      id: 'title',
      head: view.t(words.name),
      rowHead: true,
      cell: (a) => (
        <>
          <a href={fileHref(a)} data-turbo="false">
            {a.title}
          </a>
          {a.version > 1 && <span className="sub">{view.t(words.version(a.version))}</span>}
          <Earlier view={view} versions={earlier(a)} />
        </>
      ),
    },
    { id: 'kind', head: view.t(words.kind), nowrap: true, cell: (a) => kindName(a.kind, a.name) },
    { id: 'size', head: view.t(words.size), numeric: true, nowrap: true, cell: (a) => sizeText(a.size, view.locale) },
    { id: 'day', head: view.t(words.day), nowrap: true, cell: (a) => shortDay(a.day, view.today, view.locale) },
    ...(uploadPath === null
      ? []
      : [
          {
            id: 'acts',
            head: view.t(words.acts),
            headHidden: true,
            cell: (a: Attachment) => (
              <a href={`${uploadPath}?replaces=${a.id}`} aria-label={view.t(words.newVersionOf(a.title))}>
                {view.t(words.newVersion)}
              </a>
            ),
          },
        ]),
  ]
  return (
    <DataTable
      locale={view.locale}
      caption={view.t(words.attachments)}
      captionHidden
      rows={attachments.filter((a) => a.supersededBy === null)}
      rowKey={(a) => a.id}
      empty={view.t(words.none)}
      columns={columns}
    />
  )
}

const Earlier = ({ view, versions }: { readonly view: View; readonly versions: readonly Attachment[] }) =>
  versions.length === 0 ? null : (
    <details>
      <summary>{view.t(words.earlierVersions(versions.length))}</summary>
      <ul className="bare">
        {versions.map((a) => (
          <li key={a.id}>
            <a href={fileHref(a)} data-turbo="false">
              {a.title}, {view.t(words.version(a.version))}
            </a>{' '}
            <span className="q2 nb">{shortDay(a.day, view.today, view.locale)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
