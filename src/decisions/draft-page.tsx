import { longDay, readDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Tree } from '../organisation/tree.ts'
import { Acts, Button, ButtonLink } from '../web/components/button.tsx'
import { FieldErrors } from '../web/components/field.tsx'
import { fieldId, refusedForm } from '../web/components/form-state.ts'
import { Problems } from '../web/components/problems.tsx'
import { Empty, Facts, PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { headProblems } from './decision.ts'
import type { DecisionDraft } from './draft.ts'
import { draftWords as words } from './draft-words.ts'
import { pageWords } from './page-words.ts'
import { enactments } from './enactments.ts'
import type { ReadClause, ReadDraft } from './read-draft.ts'

export interface DraftPageProps {
  readonly view: View
  readonly draft: DecisionDraft
  readonly read: ReadDraft
  readonly tree: Tree
  /** Set when registering was refused: everything that hinders it. */
  readonly refusals: readonly Refusal[]
}

/** Which part of the page mends a refusal: a clause, the receivers or the head. */
const partOf = (r: Refusal): string => {
  const field = r.field ?? 'head'
  const [, no] = /^clauses\.(\d+)\./.exec(field) ?? []
  if (no !== undefined) return `clause.${no}`
  if (field === 'clauses') return 'clauses'
  return field.startsWith('receivers') ? 'receivers' : 'head'
}

/** A decision being drafted: its head, its clauses with what each will do, its receivers, and the act that registers it. */
export const DraftPage = (props: DraftPageProps) => {
  const { view, draft, read, refusals } = props
  const title = draft.head['title']?.[0] ?? ''
  // What only registering can tell is known once it has been refused.
  const remaining = refusals.length > 0 ? refusals.length : read.refusals.length + (read.input ? headProblems(read.input).length : 0)
  const placed = refusals.map((r) => ({ ...r, field: partOf(r) }))
  return (
    <Shell view={view} title={`${view.t(words.draft)}: ${view.t(words.draftTitle(title))}`} question={1} room="decisions">
      <PageHead kicker={view.t(words.draft)} title={view.t(words.draftTitle(title))} lead={view.t(words.draftSentence(draft.clauses.length, remaining))} />
      <Problems form={refusedForm(view.locale, {}, placed)} title={(n) => view.t(words.hinders(n))} after={view.t(words.keptAnyway)} />
      <Head {...props} />
      <Section id="clauses" title={view.t(words.clauses)} intro={view.t(words.clausesIntro)}>
        <div id={fieldId('clauses')} tabIndex={-1}>
          {read.clauses.length === 0 ? (
            <Empty>{view.t(words.noClauses)}</Empty>
          ) : (
            <ol className="clauses">
              {read.clauses.map((clause, i) => (
                <ClauseItem key={clause.id} {...props} clause={clause} no={i + 1} />
              ))}
            </ol>
          )}
        </div>
        <Acts>
          <ButtonLink kind="second" href={`/decisions/drafts/${draft.id}/clauses/new`}>
            {view.t(words.addClause)}
          </ButtonLink>
        </Acts>
      </Section>
      <Receivers {...props} />
      <Section id="register" title={view.t(words.register)} intro={view.t(words.registerIntro)}>
        <form method="post" action={`/decisions/drafts/${draft.id}/register`}>
          <Csrf view={view} />
          <Acts>
            <Button>{view.t(words.register)}</Button>
          </Acts>
        </form>
        <form method="post" action={`/decisions/drafts/${draft.id}/discard`}>
          <Csrf view={view} />
          <Acts>
            <Button kind="stop">{view.t(words.discard)}</Button>
          </Acts>
        </form>
      </Section>
    </Shell>
  )
}

const Head = ({ view, draft, tree, refusals }: DraftPageProps) => {
  const told = (name: string): string => draft.head[name]?.[0] ?? ''
  const dayTold = (name: string): string => {
    const day = readDay(told(name))
    return day ? longDay(day, view.locale) : told(name)
  }
  const body = tree.get(told('body'))
  return (
    <Section id="head" title={view.t(words.head)} intro={view.t(words.headIntro)}>
      <div id={fieldId('head')} tabIndex={-1}>
        <FieldErrors id="head-errors" refusals={refusals.filter((r) => partOf(r) === 'head')} locale={view.locale} />
        <Facts
          facts={[
            { name: view.t(words.body), value: body ? view.t(body.name) : '–' },
            { name: view.t(words.day), value: dayTold('day') || '–' },
            { name: view.t(words.paragraph), value: told('paragraph') || '–' },
            told('case') !== '' && { name: view.t(words.case), value: told('case') },
            told('by') === 'post' && { name: view.t(words.mandate), value: told('mandate') || '–' },
            told('by') === 'post' && told('amount') !== '' && { name: view.t(words.amount), value: told('amount') },
            told('by') === 'post' && told('urgentBecause') !== '' && { name: view.t(words.urgentBecause), value: told('urgentBecause') },
            told('adjusted') !== '' && { name: view.t(words.adjusted), value: dayTold('adjusted') },
            told('announced') !== '' && { name: view.t(words.announced), value: dayTold('announced') },
            told('secrecy') !== '' && { name: view.t(words.secrecy), value: told('secrecy') },
          ]}
        />
      </div>
      <p>
        <a href={`/decisions/drafts/${draft.id}/head`}>
          {view.t(words.edit)}
          <span className="vh"> {view.t(words.head)}</span>
        </a>
      </p>
    </Section>
  )
}

interface ClauseItemProps extends DraftPageProps {
  readonly clause: ReadClause
  readonly no: number
}

const ClauseItem = ({ view, draft, read, clause, no, refusals }: ClauseItemProps) => {
  const base = `/decisions/drafts/${draft.id}/clauses/${clause.id}`
  const known = refusals.length > 0 ? refusals.filter((r) => partOf(r) === `clause.${no}`) : []
  return (
    <li id={fieldId(`clause.${no}`)} tabIndex={-1}>
      <span className="att">att</span>
      <div className="stack--s">
        <p>{clause.text || '…'}</p>
        <p className="sub">
          {view.t(enactments[clause.kind].words)}. {clause.effect ? view.t(words.preview(no, clause.effect)) : <strong>{view.t(words.unread)}</strong>}
        </p>
        <FieldErrors id={`clause-${no}-errors`} refusals={known} locale={view.locale} />
        <form method="post" action={`${base}/arrange`} className="acts">
          <Csrf view={view} />
          <a href={base}>
            {view.t(words.edit)}
            <span className="vh"> {no}</span>
          </a>
          {no > 1 && (
            <button type="submit" className="plain" name="do" value="up" aria-label={view.t(words.up(no))}>
              {view.t(words.upShort)}
            </button>
          )}
          {no < read.clauses.length && (
            <button type="submit" className="plain" name="do" value="down" aria-label={view.t(words.down(no))}>
              {view.t(words.downShort)}
            </button>
          )}
          <button type="submit" className="plain" name="do" value="remove" aria-label={view.t(words.remove(no))}>
            {view.t(words.removeShort)}
          </button>
        </form>
      </div>
    </li>
  )
}

const Receivers = ({ view, draft, read, tree, refusals }: DraftPageProps) => (
  <Section id="receivers" title={view.t(words.receivers)} intro={view.t(words.receiversIntro)}>
    <div id={fieldId('receivers')} tabIndex={-1}>
      <FieldErrors id="receivers-errors" refusals={refusals.filter((r) => partOf(r) === 'receivers')} locale={view.locale} />
      {read.receivers.length === 0 ? (
        <Empty>{view.t(words.noReceivers)}</Empty>
      ) : (
        <ul>
          {read.receivers.map((r) => {
            const node = tree.get(r.nodeId)
            return (
              <li key={r.nodeId}>
                {node ? view.t(node.name) : '–'},{' '}
                {r.demandsAction ? `${view.t(words.demands).toLowerCase()}: ${view.t(pageWords.asked(r.what, r.due ?? null))}` : view.t(words.forInformation)}
              </li>
            )
          })}
        </ul>
      )}
      {draft.receivers === null && read.receivers.length > 0 && <p className="hint">{view.t(words.suggested)}</p>}
    </div>
    <p>
      <a href={`/decisions/drafts/${draft.id}/receivers`}>
        {view.t(words.edit)}
        <span className="vh"> {view.t(words.receivers)}</span>
      </a>
    </p>
  </Section>
)
