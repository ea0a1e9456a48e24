import type { Refusal } from '../kernel/refusal.ts'
import { may } from '../rulebook/policy.ts'
import { Button, ButtonLink, ClosedAct } from '../web/components/button.tsx'
import { refusedForm } from '../web/components/form-state.ts'
import { TextArea } from '../web/components/inputs.tsx'
import { Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import type { View } from '../web/view.ts'
import { EntryFields } from './entry-fields.tsx'
import { entryWords as words } from './entry-words.ts'
import { freeFields } from './free-fields.ts'
import type { OfferedAct } from './lifecycle.ts'
import type { LoadedEntry } from './load-entry-page.ts'
import type { Typed } from './read-entry.ts'
import { typedOf } from './shown.ts'
import { writeHindrances } from './write-free-fields.ts'

/** A form of the page that came back refused: which one, what was typed in it, and why. */
export interface Tried {
  /** Name of the act, or 'free' for the fields that need no decision. */
  readonly form: string
  /** As typed, without the form's prefix. */
  readonly typed: Typed
  readonly refusals: readonly Refusal[]
}

interface Props {
  readonly view: View
  readonly loaded: LoadedEntry
  readonly tried: Tried | null
}

const path = ({ definition, entry }: LoadedEntry): string => `/register/${definition.path}/${entry.id}`

/** The refusals of one form, with the field names that its controls have there. */
export const prefixed = (tried: Tried | null, form: string): readonly Refusal[] =>
  tried?.form === form ? tried.refusals.map((r) => (r.field ? { ...r, field: `${form}.${r.field}` } : r)) : []

/** Every act that the entry's state offers: a form, a link to where it is done, or why it cannot be. */
export const EntryActs = ({ view, loaded, tried }: Props) => {
  const { definition, entry, offered, subject } = loaded
  const primary = offered.find((o) => o.refusals.length === 0)
  const doors = (definition.doors ?? []).filter((d) => d.from.includes(entry.state) && may(view.who, d.by, subject, view.today).length === 0)
  return (
    <Section id="acts" title={view.t(words.actsTitle)} intro={view.t(words.actsIntro)}>
      {offered.length === 0 && <p>{view.t(words.noActs)}</p>}
      {offered.map((o) => (
        <Act key={o.name} view={view} loaded={loaded} offered={o} tried={tried} primary={o === primary} />
      ))}
      {doors.map((d) => (
        <p key={d.to}>
          <ButtonLink kind="second" href={`${path(loaded)}/${d.to}`}>
            {view.t(d.words)}
          </ButtonLink>
        </p>
      ))}
    </Section>
  )
}

interface ActProps extends Props {
  readonly offered: OfferedAct
  /** The one filled button of the page: the first act that can be done. */
  readonly primary: boolean
}

const Act = ({ view, loaded, offered, tried, primary }: ActProps) => {
  const { name, act, refusals } = offered
  if (act.needs === 'clause') return <ByDecision view={view} loaded={loaded} offered={offered} />
  if (refusals.length > 0) {
    return (
      <ClosedAct id={`act-${name}`} label={view.t(act.words)}>
        <Reasons view={view} refusals={refusals} />
      </ClosedAct>
    )
  }
  if (act.needs === 'report' || act.needs === 'final_report') {
    return (
      <p>
        <ButtonLink kind={primary ? 'first' : 'second'} href={`${path(loaded)}/report?kind=${act.needs === 'report' ? 'interim' : 'final'}`}>
          {view.t(act.words)}
        </ButtonLink>
      </p>
    )
  }
  return <ActForm view={view} loaded={loaded} offered={offered} tried={tried} primary={primary} />
}

const ActForm = ({ view, loaded, offered: { name, act }, tried, primary }: ActProps) => {
  const { definition, entry, choices } = loaded
  const typed = tried?.form === name ? tried.typed : typedOf(definition, entry.data)
  const refusals = prefixed(tried, name)
  const comment = { [`${name}.comment`]: tried?.form === name ? (tried.typed['comment'] ?? []) : [] }
  return (
    <form method="post" action={`${path(loaded)}/act`} className="stack stack--s">
      <Csrf view={view} />
      <input type="hidden" name="act" value={name} />
      <input type="hidden" name="seen" value={entry.version} />
      {(act.asks || act.needs === 'comment') && <h3>{view.t(act.words)}</h3>}
      {act.asks && <EntryFields definition={definition} typed={typed} refusals={refusals} view={view} choices={choices} only={act.asks} prefix={`${name}.`} />}
      {act.needs === 'comment' && (
        <TextArea
          form={refusedForm(view.locale, comment, refusals)}
          name={`${name}.comment`}
          label={view.t(words.comment)}
          hint={view.t(words.commentHint)}
          rows={2}
        />
      )}
      <p>
        <Button kind={primary ? 'first' : 'second'}>{view.t(act.words)}</Button>
      </p>
    </form>
  )
}

/** Only a decision can do it: the link to drafting one, with the reasons that would stop that too. */
const ByDecision = ({
  view,
  loaded: { definition, entry, mayPropose },
  offered: { name, act, refusals },
}: Omit<Props, 'tried'> & { readonly offered: OfferedAct }) => {
  const kind = Object.entries(definition.clauses).find(([, c]) => c.does !== 'create' && c.act === name)?.[0]
  // Whoever may draft the decision needs no right to the entry itself; to all others it is told that a decision is needed.
  const closed = mayPropose
    ? refusals.filter((r) => r.code !== 'act.needs_clause' && !r.code.startsWith('access.'))
    : refusals.filter((r) => r.code === 'act.needs_clause')
  if (!kind || closed.length > 0) {
    return (
      <ClosedAct id={`act-${name}`} label={view.t(act.words)}>
        <Reasons view={view} refusals={kind ? closed : refusals} />
      </ClosedAct>
    )
  }
  return (
    <p>
      <a href={`/decisions/new?clause=${encodeURIComponent(kind)}&entry=${entry.id}`}>{view.t(words.proposeInDecision(act.words))}</a>
    </p>
  )
}

const Reasons = ({ view, refusals }: { readonly view: View; readonly refusals: readonly Refusal[] }) =>
  refusals.map((r) => (
    <span key={r.code + r.text.sv}>
      {view.t(r.text)} {r.mend && view.t(r.mend)}{' '}
    </span>
  ))

/** The form for fields that need no decision, where there are any that no act asks for and this reader may write them. */
export const FreeFields = ({ view, loaded, tried }: Props) => {
  const { definition, entry, subject, offered, choices, hidden } = loaded
  const asked = new Set(offered.flatMap((o) => o.act.asks ?? []))
  const fields = freeFields(definition).filter((name) => !asked.has(name) && !Object.hasOwn(hidden, name))
  if (fields.length === 0 || writeHindrances(definition, entry, view.who, subject, view.today).length > 0) return null
  const typed = tried?.form === 'free' ? tried.typed : typedOf(definition, entry.data)
  return (
    <Section id="free" title={view.t(words.freeTitle)}>
      <form method="post" action={`${path(loaded)}/fields`} className="stack stack--s">
        <Csrf view={view} />
        <input type="hidden" name="seen" value={entry.version} />
        {fields.map((name) => (
          <input key={name} type="hidden" name="field" value={name} />
        ))}
        <EntryFields definition={definition} typed={typed} refusals={prefixed(tried, 'free')} view={view} choices={choices} only={fields} prefix="free." />
        <p>
          <Button kind="second">{view.t(words.save)}</Button>
        </p>
      </form>
    </Section>
  )
}
