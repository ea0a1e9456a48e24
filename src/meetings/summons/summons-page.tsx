import { documentWords } from '../../cases/document-words.ts'
import { DocArticle, RichText } from '../../documents/doc-html.tsx'
import { fileHref } from '../../files/attachments.tsx'
import { kindName } from '../../files/file-kind.ts'
import { sizeText } from '../../files/words.ts'
import { Facts } from '../../web/components/section.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { agendaDoc } from '../documents/meeting-docs.ts'
import { type Telling, titleOf } from '../documents/telling.ts'
import { pageWords } from '../pages/words.ts'
import type { SummonsFile, SummonsPart } from './summons-of.ts'
import { words } from './words.ts'

interface SummonsProps {
  readonly view: View
  readonly telling: Telling
  readonly parts: readonly SummonsPart[]
}

/** A summons: its index, with a link to each document and file, then the agenda. */
export const SummonsPage = ({ view, telling, parts }: SummonsProps) => {
  const { t } = view
  const agenda = agendaDoc(telling)
  // What the agenda begins with stands above the index, which says its own list of items with more.
  const doc = { ...agenda, blocks: [] }
  const facts = agenda.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []))
  const address = `/meetings/${telling.record.id}`
  return (
    <Shell view={view} title={doc.title} question={1} room="meetings">
      <DocArticle doc={doc}>
        <Facts facts={facts.map(({ name, value }) => ({ name, value: <RichText text={value} /> }))} />
        <div className="stack--s" lang={view.locale}>
          <p>{t(words.lead)}</p>
          <p className="acts no-print">
            <a href={`${address}/summons/pdf`} data-turbo="false">
              {t(words.asOne)}
            </a>
            <a href={address}>{t(pageWords.backToMeeting)}</a>
          </p>
          <nav className="stack--s" aria-labelledby="index-h">
            <h2 id="index-h">{t(words.index)}</h2>
            <ol className="stack--s">
              {parts.map((part) => (
                <Part key={part.item.id} view={view} part={part} />
              ))}
            </ol>
          </nav>
        </div>
      </DocArticle>
    </Shell>
  )
}

const Part = ({ view, part: { item, documents, files, left } }: { readonly view: View; readonly part: SummonsPart }) => (
  <li value={item.order}>
    <a href={`#item-${item.order}`}>{titleOf(item, view.locale)}</a>
    {left.map((why) => (
      <p key={why.sv} className="q2">
        {view.t(why)}
      </p>
    ))}
    {documents.length + files.length > 0 ? (
      <ul>
        {documents.map(({ document }) => (
          <li key={document.id}>
            <a href={`/documents/${document.id}`}>{document.title}</a> <span className="q2">({view.t(documentWords.kinds[document.kind])})</span>
          </li>
        ))}
        {files.map((file) => (
          <File key={file.attachment.id} view={view} file={file} />
        ))}
      </ul>
    ) : (
      left.length === 0 && <p className="q2">{view.t(words.none)}</p>
    )}
  </li>
)

const File = ({ view, file: { attachment, apart } }: { readonly view: View; readonly file: SummonsFile }) => (
  <li>
    <a href={fileHref(attachment)} data-turbo="false">
      {attachment.title}
    </a>{' '}
    <span className="q2">
      ({kindName(attachment.kind, attachment.name)}, {sizeText(attachment.size, view.locale)}){apart && `, ${view.t(words.apart[apart])}`}
    </span>
  </li>
)
