import { StandingNotes } from '../contradictions/standing-notes.tsx'
import type { Standing } from '../contradictions/standing-store.ts'
import type { Attachment } from '../files/attachment.ts'
import { Attachments } from '../files/attachments.tsx'
import { DocLinks } from '../files/send-document.tsx'
import { words as fileWords } from '../files/words.ts'
import { longDay } from '../kernel/day.ts'
import { langOf } from '../web/components/written.tsx'
import { ButtonLink } from '../web/components/button.tsx'
import { Law } from '../web/components/law.tsx'
import { Note } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Case } from './case.ts'
import type { FiledDocument } from './case-store.ts'
import { documentRemarks } from './document.ts'
import { documentWords } from './document-words.ts'
import { DocumentParts } from './parts.tsx'
import { words } from './words.ts'

interface DocumentPageProps {
  readonly view: View
  readonly home: Case
  readonly document: FiledDocument
  readonly attachments: readonly Attachment[]
  readonly authority: string
  readonly author: string | null
  readonly mayWrite: boolean
  readonly contradictions: readonly Standing[]
}

/** A document set to be read, with what it ought to say and does not. */
export const DocumentPage = ({ view, home, document, attachments, authority, author, mayWrite, contradictions }: DocumentPageProps) => {
  const remarks = documentRemarks(document.kind, document.parts)
  const writes = mayWrite && !document.replacedBy
  return (
    <Shell view={view} title={document.title} question={1} room="cases">
      <article className="protocol">
        <header className="par par--title">
          <p className="marg">
            <span className="sign">{view.t(documentWords.kinds[document.kind])}</span>
            {longDay(document.day, view.locale)}
            <br />
            <a href={`/cases/${home.id}`}>{home.number}</a>
            {document.version > 1 && (
              <>
                <br />
                {view.t(words.version(document.version))}
              </>
            )}
          </p>
          <div className="in">
            <h1 lang={langOf(view.locale)}>{document.title}</h1>
            {document.secrecy && <Note kind="stop">{view.t(words.secrecyMark(document.secrecy, document.day, authority))}</Note>}
            <p className="acts">
              <DocLinks view={view} href={`/documents/${document.id}`} />
            </p>
            {author && (
              <p>
                {view.t(words.author)}: {author}
              </p>
            )}
            {document.replacedBy && (
              <Note>
                <a href={`/documents/${document.replacedBy}`}>{view.t(words.replacedBy)}</a>
              </Note>
            )}
            {document.replaces && (
              <p>
                <a href={`/documents/${document.replaces}`}>{view.t(words.replacesEarlier)}</a>
              </p>
            )}
          </div>
        </header>
        <DocumentParts view={view} kind={document.kind} parts={document.parts} />
        <StandingNotes view={view} standing={contradictions} />
        {(attachments.length > 0 || writes) && (
          <section className="par" aria-labelledby="attachments">
            <h2 className="marg" id="attachments">
              {view.t(fileWords.attachments)}
            </h2>
            <div className="in">
              <Attachments view={view} attachments={attachments} uploadPath={writes ? `/documents/${document.id}/upload` : null} />
              {writes && (
                <p>
                  <a href={`/documents/${document.id}/upload`}>{view.t(fileWords.attach)}</a>
                </p>
              )}
            </div>
          </section>
        )}
        {remarks.length > 0 && (
          <section className="par" aria-labelledby="remarks-h">
            <h2 className="marg" id="remarks-h">
              {view.t(words.pointedOut)}
            </h2>
            <ul className="in">
              {remarks.map((r) => (
                <li key={r.code + r.text.sv}>
                  {view.t(r.text)} {r.law && <Law law={r.law} locale={view.locale} />}
                </li>
              ))}
            </ul>
          </section>
        )}
        {writes && (
          <div className="par">
            <p className="marg" />
            <p className="in">
              <ButtonLink kind="second" href={`/cases/${home.id}/documents/new?kind=${document.kind}&replaces=${document.id}`}>
                {view.t(words.newVersion)}
              </ButtonLink>
            </p>
          </div>
        )}
      </article>
    </Shell>
  )
}
