import { StandingNotes } from '../contradictions/standing-notes.tsx'
import type { Standing } from '../contradictions/standing-store.ts'
import { Paragraphs } from '../cases/parts.tsx'
import { words as caseWords } from '../cases/words.ts'
import { DocLinks } from '../files/send-document.tsx'
import { longDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { daysRemarks } from '../rulebook/deciding.ts'
import type { Variants } from '../rulebook/variants.ts'
import { type LegalForce, legalForce } from '../rulebook/legal-force.ts'
import { langOf, Written } from '../web/components/written.tsx'
import { Law } from '../web/components/law.tsx'
import { Note } from '../web/components/section.tsx'
import { Brk } from '../web/components/status.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import type { Around, Decision, DecisionCorrection, DecidedClause, Effect } from './decision-store.ts'
import { Corrections } from './corrections-part.tsx'
import type { DispatchedDecision } from './dispatch-store.ts'
import { DispatchTable } from './dispatch-table.tsx'
import { enactments } from './enactments.ts'
import { pageWords as words } from './page-words.ts'

export interface DecisionPageProps {
  readonly view: View
  readonly decision: Decision
  readonly body: { readonly name: Text; readonly slug: string }
  readonly clauses: readonly DecidedClause[]
  readonly around: Around
  readonly dispatches: readonly DispatchedDecision[]
  readonly corrections: readonly DecisionCorrection[]
  readonly nodeName: (id: string) => string
  readonly contradictions: readonly Standing[]
  /** May the reader note the days of its minutes? */
  readonly mayNote: boolean
  /** How the law is read in the body on the day of decision. */
  readonly variants: Variants
  /** May the reader see this thing? */
  readonly sees: (thing: { readonly nodeId: string; readonly secrecy: string | null }) => boolean
}

/** A decision set as it stands in minutes, each clause with what it led to. */
export const DecisionPage = (props: DecisionPageProps) => {
  const { view, decision, body, clauses, around } = props
  const steering = clauses.filter((c) => enactments[c.kind]?.hasEffect).length
  return (
    <Shell view={view} title={`${decision.number} ${decision.title}`} question={1} room="decisions">
      <article className="protocol">
        <header className="par par--title">
          <p className="marg">
            <span className="sign">{/^\d/.test(decision.paragraph) ? `§\u00a0${decision.paragraph}` : decision.paragraph}</span>
            {longDay(decision.day, view.locale)}
            <br />
            <a href={`/bodies/${body.slug}`}>{view.t(body.name)}</a>
          </p>
          <div className="in">
            <h1 lang={langOf(view.locale)}>{decision.title}</h1>
            <p className="lead">{view.t(words.sentence({ body: body.name, post: around.post, day: decision.day, clauses: clauses.length, steering }))}</p>
            {decision.secrecy && <Note kind="stop">{view.t(caseWords.secrecyMark(decision.secrecy, decision.day, view.t(body.name)))}</Note>}
            <p className="acts">
              <a href={`/thread/${decision.id}`}>{view.t(words.thread)}</a>
              <a href={`/history/${decision.id}`}>{view.t(words.history)}</a>
              <DocLinks view={view} href={`/decisions/${decision.id}`} />
            </p>
          </div>
        </header>
        {decision.text !== '' && (
          <div className="par">
            <p className="marg" />
            <div className="in">
              <Paragraphs text={decision.text} locale={view.locale} />
            </div>
          </div>
        )}
        <section className="par" aria-labelledby="clauses-h">
          <h2 className="marg" id="clauses-h">
            {view.t(words.decides(view.t(around.post ?? body.name)))}
          </h2>
          <ol className="clauses in">
            {clauses.map((clause) => (
              <ClauseItem key={clause.id} {...props} clause={clause} />
            ))}
          </ol>
        </section>
        <Corrections view={view} corrections={props.corrections} />
        <StandingNotes view={view} standing={props.contradictions} />
        <Around {...props} />
        <Dispatched {...props} />
      </article>
    </Shell>
  )
}

const ClauseItem = ({ view, clause, sees }: DecisionPageProps & { readonly clause: DecidedClause }) => {
  const enactment = enactments[clause.kind]
  return (
    <li id={`clause-${clause.no}`}>
      <span className="att">att</span>
      <div>
        <Written locale={view.locale}>{clause.text}</Written>
        <div className="sub ui">
          {clause.effects.length === 0 ? (
            view.t(words.nothingSteers)
          ) : (
            <ul className="bare">
              {clause.effects.map((e) => (
                <li key={e.id}>
                  {sees(e) ? (
                    <>
                      <span className="q2">{enactment ? view.t(enactment.words) : ''}: </span>
                      <a href={addressOf(e, clause.kind)}>
                        {e.number ?? view.t(words.thingKinds[e.kind] ?? words.ledTo)} {e.title}
                      </a>
                      {e.loose > 0 && clause.kind === 'declare_fulfilled' && (
                        <>
                          {' '}
                          <Brk>{view.t(words.loose(e.loose))}</Brk>
                        </>
                      )}
                    </>
                  ) : (
                    view.t(words.hiddenEffect)
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </li>
  )
}

const addressOf = (e: Effect, kind: DecidedClause['kind']): string => {
  // A pot, and what is called off from it, have a page that tells what is left.
  if (e.kind === 'frame' && (kind === 'set_aside' || kind === 'call_off')) return `/pots/${e.id}`
  const definition = e.register ? definitionOf(e.register) : undefined
  if (definition) return `/register/${definition.path}/${e.id}`
  return e.kind === 'report' ? `/reports/${e.id}` : e.kind === 'goal' ? `/goals/${e.id}` : `/thing/${e.id}`
}

const legalText = (force: LegalForce, { legalForceFrom }: Variants): Text => {
  if (force.state === 'not_announced') return words.legalNotAnnounced
  const waits = legalForceFrom === 'confirmed'
  if (force.state === 'appealable') return words.legalAppealable(force.lastDay, force.from, waits)
  return waits ? words.legalUnconfirmed(force.lastDay) : words.legalInForce(force.lastDay, force.from)
}

const Around = ({ view, decision, around, sees, mayNote, variants }: DecisionPageProps) => {
  const remarks = daysRemarks(decision, variants)
  const { home, mandate } = around
  const noted = (day: Decision['adjusted']): string => (day ? longDay(day, view.locale) : view.t(words.notYet))
  return (
    <section className="par" aria-labelledby="legal-h">
      <h2 className="marg" id="legal-h">
        {view.t(words.legal)}
      </h2>
      <div className="in">
        <p className="read">{view.t(legalText(legalForce(decision.announced, view.today), variants))}</p>
        <p className="hint">
          {view.t(words.legalPreparatory)} <Law law="KL 13:5" locale={view.locale} />
        </p>
        <dl className="facts">
          <dt>{view.t(words.number)}</dt>
          <dd>{decision.number}</dd>
          <dt>{view.t(words.adjusted)}</dt>
          <dd>{noted(decision.adjusted)}</dd>
          <dt>{view.t(words.announced)}</dt>
          <dd>{noted(decision.announced)}</dd>
          {home && (
            <>
              <dt>{view.t(words.case)}</dt>
              <dd>
                <a href={`/cases/${home.id}`}>{sees(home) ? `${home.number} ${home.title}` : home.number}</a>
              </dd>
            </>
          )}
          {mandate && (
            <>
              <dt>{view.t(words.mandate)}</dt>
              <dd>
                <a href={`/thing/${mandate.id}`}>{mandate.scope}</a>
                {mandate.limits && <span className="sub">{mandate.limits}</span>}
              </dd>
            </>
          )}
          {decision.urgentBecause && (
            <>
              <dt>{view.t(words.urgentBecause)}</dt>
              <dd>
                <Written locale={view.locale}>{decision.urgentBecause}</Written> <Law law="KL 6:39" locale={view.locale} />
              </dd>
            </>
          )}
        </dl>
        {mayNote && decision.announced === null && (
          <p>
            <a href={`/decisions/${decision.id}/minutes`}>{view.t(words.noteMinutes)}</a>
          </p>
        )}
        {remarks.map((r) => (
          <p key={r.code}>
            {view.t(r.text)} {r.law && <Law law={r.law} locale={view.locale} />}
          </p>
        ))}
      </div>
    </section>
  )
}

const Dispatched = ({ view, dispatches, nodeName, sees }: DecisionPageProps) => (
  <section className="par" aria-labelledby="dispatch-h">
    <h2 className="marg" id="dispatch-h">
      {view.t(words.dispatched)}
    </h2>
    <div className="in">
      {dispatches.length === 0 ? <p>{view.t(words.notDispatched)}</p> : <DispatchTable view={view} rows={dispatches} nodeName={nodeName} sees={sees} />}
    </div>
  </section>
)
