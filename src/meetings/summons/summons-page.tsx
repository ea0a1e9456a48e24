import { documentWords } from '../../cases/document-words.ts'
import { DocArticle, RichText } from '../../documents/doc-html.tsx'
import { fileHref } from '../../files/attachments.tsx'
import { kindName } from '../../files/file-kind.ts'
import { sizeText } from '../../files/words.ts'
import { Facts } from '../../web/components/section.tsx'
import { Brk } from '../../web/components/status.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { words as agendaWords } from '../before/words.ts'
import { agendaDoc } from '../documents/meeting-docs.ts'
import { type Telling, titleOf } from '../documents/telling.ts'
import { pageWords } from '../pages/words.ts'
import type { Summons } from './as-sent.ts'
import { type SummonsDocument, type SummonsFile, type SummonsPart, supplementOf } from './summons-of.ts'
import { words } from './words.ts'

interface SummonsProps {
  readonly view: View
  readonly telling: Telling
  readonly summons: Summons
  readonly parts: readonly SummonsPart[]
}

/** A summons as it was sent: its index, with a link to each document and file, then the agenda. */
export const SummonsPage = ({ view, telling, summons, parts }: SummonsProps) => {
  const { t } = view
  const { version, before, versions } = summons
  const agenda = agendaDoc({ ...telling, sent: version })
  // What the agenda begins with stands above the index, which says its own list of items with more.
  const doc = { ...agenda, blocks: [] }
  const facts = agenda.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []))
  const address = `/meetings/${telling.record.id}`
  const last = versions.at(-1)
  const query = version && last && version.no < last.no ? `?version=${version.no}` : ''
  const fresh = before
    ? new Set(supplementOf(parts, summons).flatMap((p) => [...p.documents.map((d) => d.document.id), ...p.files.map((f) => f.attachment.id)]))
    : null
  return (
    <Shell view={view} title={doc.title} question={1} room="meetings">
      <DocArticle doc={doc}>
        <Facts facts={facts.map(({ name, value }) => ({ name, value: <RichText text={value} /> }))} />
        <div className="stack" lang={view.locale}>
          <p>{t(version ? words.lead(version.no, version.madeOn) : words.notSent)}</p>
          {query && last && (
            <p>
              {t(words.older(last.no))} <a href={`${address}/summons`}>{t(words.showLast)}</a>
            </p>
          )}
          <p className="acts no-print">
            <a href={`${address}/summons/pdf${query}`} data-turbo="false">
              {t(words.asOne)}
            </a>
            {version && before && (
              <a href={`${address}/summons/pdf?version=${version.no}&only=new`} data-turbo="false">
                {t(words.supplement)}
              </a>
            )}
            <a href={address}>{t(pageWords.backToMeeting)}</a>
          </p>
          <nav className="stack--s" aria-labelledby="index-h">
            <h2 id="index-h">{t(words.index)}</h2>
            <ol className="stack--s">
              {parts.map((part) => (
                <Part key={part.item.id} view={view} part={part} fresh={fresh} />
              ))}
            </ol>
          </nav>
          {versions.length > 1 && (
            <nav className="stack--s no-print" aria-labelledby="versions-h">
              <h2 id="versions-h">{t(words.versions)}</h2>
              <ul>
                {versions.map((one) => (
                  <li key={one.no}>
                    {one.no === version?.no ? (
                      <>
                        {t(agendaWords.version(one.no, one.madeOn))} <span className="q2">({t(words.shown)})</span>
                      </>
                    ) : (
                      <a href={`${address}/summons?version=${one.no}`}>{t(agendaWords.version(one.no, one.madeOn))}</a>
                    )}
                    {one.why && `: ${one.why}`}
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </DocArticle>
    </Shell>
  )
}

interface PartProps {
  readonly view: View
  readonly part: SummonsPart
  /** What came with the version that is shown; null where it is the first. */
  readonly fresh: ReadonlySet<string> | null
}

const Part = ({ view, part: { item, documents, files, since, left }, fresh }: PartProps) => (
  <li value={item.order}>
    <a href={`#item-${item.order}`}>{titleOf(item, view.locale)}</a>
    {left.map((why) => (
      <p key={why.sv} className="q2">
        {view.t(why)}
      </p>
    ))}
    {documents.length + files.length > 0 ? (
      <ul>
        {documents.map((one) => (
          <li key={one.document.id}>
            <a href={`/documents/${one.document.id}`}>{one.document.title}</a> <span className="q2">({view.t(documentWords.kinds[one.document.kind])})</span>
            <Since view={view} paper={one} fresh={fresh?.has(one.document.id)} />
          </li>
        ))}
        {files.map((file) => (
          <li key={file.attachment.id}>
            <a href={fileHref(file.attachment)} data-turbo="false">
              {file.attachment.title}
            </a>{' '}
            <span className="q2">
              ({kindName(file.attachment.kind, file.attachment.name)}, {sizeText(file.attachment.size, view.locale)})
              {file.apart && `, ${view.t(words.apart[file.apart])}`}
            </span>
            <Since view={view} paper={file} fresh={fresh?.has(file.attachment.id)} />
          </li>
        ))}
      </ul>
    ) : (
      left.length === 0 && <p className="q2">{view.t(words.none)}</p>
    )}
    {since.length > 0 && (
      <div className="q2">
        <p>{view.t(words.since)}</p>
        <ul>
          {since.map((paper) => (
            <li key={paper.id}>
              <a href={hrefOf(paper)} data-turbo={paper.href === 'files' ? 'false' : undefined}>
                {paper.title}
              </a>
            </li>
          ))}
        </ul>
      </div>
    )}
  </li>
)

const hrefOf = (paper: { readonly href: 'documents' | 'files'; readonly id: string; readonly name: string }): string =>
  paper.href === 'files' ? fileHref(paper) : `/documents/${paper.id}`

/** What has become of a paper since it was sent, and whether it came with this version. */
const Since = ({
  view,
  paper: { newer, whole },
  fresh = false,
}: {
  readonly view: View
  readonly paper: SummonsDocument | SummonsFile
  readonly fresh?: boolean | undefined
}) => (
  <>
    {fresh && <span className="q2">, {view.t(words.fresh)}</span>}
    {newer && (
      <span className="sub">
        <a href={hrefOf(newer)} data-turbo={newer.href === 'files' ? 'false' : undefined}>
          {view.t(words.newer(newer.version))}
        </a>
      </span>
    )}
    {!whole && (
      <span className="sub">
        <Brk>{view.t(words.altered)}</Brk>
      </span>
    )}
  </>
)
