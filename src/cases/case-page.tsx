import { StandingNotes } from '../contradictions/standing-notes.tsx'
import type { Standing } from '../contradictions/standing-store.ts'
import type { Attachment } from '../files/attachment.ts'
import { Attachments, fileHref } from '../files/attachments.tsx'
import { kindName } from '../files/file-kind.ts'
import { sizeText, words as fileWords } from '../files/words.ts'
import { longDay, shortDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { Written } from '../web/components/written.tsx'
import { Acts, ButtonLink, ClosedAct } from '../web/components/button.tsx'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import { Aside, Empty, Facts, Note, PageHead, Section } from '../web/components/section.tsx'
import { Status } from '../web/components/status.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Case, CaseEvent, Party } from './case.ts'
import type { CameWith } from './came-with.ts'
import type { CaseDecision, FiledDocument } from './case-store.ts'
import { documentRemarks } from './document.ts'
import { documentWords } from './document-words.ts'
import { PreparationSection, type PreparationView } from './preparation/preparation-section.tsx'
import { words } from './words.ts'

export interface CasePageProps {
  readonly view: View
  readonly found: Case
  readonly body: { readonly name: string; readonly slug: string }
  readonly parties: readonly Party[]
  readonly documents: readonly FiledDocument[]
  readonly decisions: readonly CaseDecision[]
  readonly events: readonly CaseEvent[]
  /** What others decided and the case deals with. */
  readonly cameWith: readonly CameWith[]
  readonly contradictions: readonly Standing[]
  readonly preparation: PreparationView
  readonly attachments: readonly Attachment[]
  /** What is attached to the documents. */
  readonly documentFiles: readonly Attachment[]
  /** Why the reader may not write in the case; empty when they may. */
  readonly hinders: readonly Refusal[]
  readonly mayDecide: boolean
}

/** A case: what it is, who is in it, what it holds, what was decided, and what happened. */
export const CasePage = (props: CasePageProps) => {
  const { view, found, body, parties, documents, decisions, events, hinders } = props
  const open = found.state !== 'closed' && hinders.length === 0
  return (
    <Shell view={view} title={`${found.number} ${found.title}`} question={1} room="cases">
      <PageHead
        kicker={`${view.t(words.case)} ${found.number}`}
        title={<Written locale={view.locale}>{found.title}</Written>}
        lead={view.t(words.sentence({ body: body.name, opened: found.opened, state: found.state, decisions: decisions.length, closed: found.closed }))}
        aside={
          <Aside id="facts" title={view.t(words.facts)}>
            <Facts
              facts={[
                { name: view.t(words.number), value: found.number },
                {
                  name: view.t(words.stateLabel),
                  value: (
                    <Status mark={found.state === 'open' ? 'half' : found.state === 'decided' ? 'done' : 'stop'}>{view.t(words.state(found.state))}</Status>
                  ),
                },
                { name: view.t(words.body), value: <a href={`/bodies/${body.slug}`}>{body.name}</a> },
                { name: view.t(words.openedDay), value: longDay(found.opened, view.locale) },
                found.closed !== null && { name: view.t(words.closedDay), value: longDay(found.closed, view.locale) },
              ]}
            />
          </Aside>
        }
      >
        {found.secrecy && (
          <Note kind="stop">
            <p>{view.t(words.secrecyMark(found.secrecy, found.opened, body.name))}</p>
            <p className="hint">{view.t(words.secrecyNote)}</p>
          </Note>
        )}
        <Acts>
          <ButtonLink kind="second" href={`/thread/${found.id}`}>
            {view.t(words.thread)}
          </ButtonLink>
          {props.mayDecide && found.state !== 'closed' && <ButtonLink href={`/decisions/new?case=${found.id}`}>{view.t(words.draftDecision)}</ButtonLink>}
          <a href={`/history/${found.id}`}>{view.t(words.history)}</a>
          <a href={`/secrecy/${found.id}`}>{view.t(words.secrecy)}</a>
          <a href={`/retention/${found.id}`}>{view.t(words.keeping)}</a>
        </Acts>
      </PageHead>

      <StandingNotes view={view} standing={props.contradictions} />
      <Section id="parties" title={view.t(words.parties)}>
        {parties.length === 0 ? (
          <Empty>{view.t(words.noParties)}</Empty>
        ) : (
          <Facts facts={parties.map((p) => ({ name: view.t(words.role(p.role)), value: p.name }))} />
        )}
        {open && (
          <p>
            <a href={`/cases/${found.id}/party`}>{view.t(words.addParty)}</a>
          </p>
        )}
      </Section>

      {props.cameWith.length > 0 && (
        <Section id="came-with" title={view.t(words.cameWith)}>
          <ul className="bare stack--s">
            {props.cameWith.map((d) => (
              <li key={d.dispatchId}>
                <a href={`/decisions/${d.decisionId}`}>{d.title}</a> <span className="q2 nb">{d.number}</span>
                <span className="sub">
                  {view.t(words.cameFrom(d))} <a href={`/dispatch/${d.dispatchId}`}>{view.t(words.seeDispatch)}</a>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}

      <PreparationSection view={view} preparation={props.preparation} />

      <Section id="documents" title={view.t(words.documents)}>
        <Documents view={view} documents={documents} files={props.documentFiles} />
        {open && (
          <p>
            <a href={`/cases/${found.id}/documents/new`}>{view.t(words.addDocument)}</a>
          </p>
        )}
      </Section>

      <Section id="attachments" title={view.t(fileWords.attachments)}>
        <Attachments view={view} attachments={props.attachments} uploadPath={open ? `/cases/${found.id}/upload` : null} />
        {open && (
          <p>
            <a href={`/cases/${found.id}/upload`}>{view.t(fileWords.attach)}</a>
          </p>
        )}
      </Section>

      <Section id="decisions" title={view.t(words.decisions)}>
        {decisions.length === 0 ? (
          <Empty>{view.t(words.noDecisions)}</Empty>
        ) : (
          <ul className="bare stack--s">
            {decisions.map((d) => (
              <li key={d.id}>
                <a href={`/decisions/${d.id}`}>{d.title}</a> <span className="q2 nb">{d.number}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>

      <Section id="events" title={view.t(words.events)}>
        {events.length === 0 ? (
          <Empty>{view.t(words.noEvents)}</Empty>
        ) : (
          <Facts facts={events.map((e) => ({ name: longDay(e.day, view.locale), value: e.text }))} />
        )}
        <CaseActs {...props} />
      </Section>
    </Shell>
  )
}

const CaseActs = ({ view, found, hinders }: CasePageProps) => {
  const why = hinders[0]
  if (why)
    return view.who.personId ? (
      <ClosedAct id="write" label={view.t(words.noteEvent)}>
        {view.t(why.text)}
      </ClosedAct>
    ) : null
  return (
    <Acts>
      {found.state === 'closed' ? (
        <ButtonLink kind="second" href={`/cases/${found.id}/reopen`}>
          {view.t(words.reopen)}
        </ButtonLink>
      ) : (
        <>
          <ButtonLink kind="second" href={`/cases/${found.id}/event`}>
            {view.t(words.noteEvent)}
          </ButtonLink>
          <ButtonLink kind="second" href={`/cases/${found.id}/close`}>
            {view.t(words.close)}
          </ButtonLink>
        </>
      )}
    </Acts>
  )
}

interface DocumentsProps {
  readonly view: View
  readonly documents: readonly FiledDocument[]
  readonly files: readonly Attachment[]
}

const Documents = ({ view, documents, files }: DocumentsProps) => (
  <DataTable
    locale={view.locale}
    caption={view.t(words.documents)}
    captionHidden
    rows={documents}
    rowKey={(d) => d.id}
    empty={view.t(words.noDocuments)}
    columns={documentColumns(view, files)}
  />
)

const documentColumns = (view: View, files: readonly Attachment[]): readonly Column<FiledDocument>[] => [
  {
    id: 'title',
    head: view.t(words.documentTitle),
    rowHead: true,
    cell: (d) => <DocumentName view={view} document={d} files={files.filter((a) => a.thingId === d.id && a.supersededBy === null)} />,
  },
  { id: 'kind', head: view.t(words.kind), cell: (d) => view.t(documentWords.kinds[d.kind]) },
  { id: 'day', head: view.t(words.eventDay), nowrap: true, cell: (d) => shortDay(d.day, view.today, view.locale) },
]

const DocumentName = ({ view, document, files }: { readonly view: View; readonly document: FiledDocument; readonly files: readonly Attachment[] }) => {
  const remarks = document.replacedBy ? 0 : documentRemarks(document.kind, document.parts).length
  return (
    <>
      <a href={`/documents/${document.id}`}>
        <Written locale={view.locale}>{document.title}</Written>
      </a>
      {(document.version > 1 || document.replacedBy) && (
        <span className="sub">{view.t(document.replacedBy ? words.replacedBy : words.version(document.version))}</span>
      )}
      {remarks > 0 && <span className="sub">{view.t(words.remarks(remarks))}</span>}
      {files.map((file) => (
        <span key={file.id} className="sub">
          {view.t(fileWords.attachment)}{' '}
          <a href={fileHref(file)} data-turbo="false">
            {file.title}
          </a>{' '}
          ({kindName(file.kind, file.name)}, {sizeText(file.size, view.locale)})
        </span>
      ))}
    </>
  )
}
