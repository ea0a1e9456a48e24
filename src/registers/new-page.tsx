import { mayDraft } from '../access/propose.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { DraftStatus, Acts, Button, ButtonLink } from '../web/components/button.tsx'
import { Select } from '../web/components/choices.tsx'
import { refusedForm } from '../web/components/form-state.ts'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Choices, Option } from './choices.ts'
import type { AnyDefinition } from './define.ts'
import { EntryFields } from './entry-fields.tsx'
import { entryWords as words } from './entry-words.ts'
import { fieldOf } from './shown.ts'
import { pageWords } from './page-words.ts'
import type { Typed } from './read-entry.ts'

interface NewEntryPageProps {
  readonly view: View
  readonly definition: AnyDefinition
  readonly typed: Typed
  readonly refusals: readonly Refusal[]
  readonly choices: Choices
  /** The bodies that the reader may make entries for. */
  readonly bodies: readonly Option[]
  readonly id: string
  readonly draft: string
}

/** The form for a new entry of a register that does not steer. */
export const NewEntryPage = ({ view, definition, typed, refusals, choices, bodies, id, draft }: NewEntryPageProps) => {
  const title = view.t(pageWords.new(definition))
  const path = `/register/${definition.path}`
  const form = refusedForm(view.locale, typed, refusals)
  return (
    <Shell view={view} title={title} question={definition.question} room={definition.name}>
      <PageHead kicker={<a href={path}>{view.t(definition.words.many)}</a>} title={title} />
      <Problems form={form} title={(n) => view.t(words.problems(n, definition.words.the))} />
      <form method="post" action={`${path}/new`} data-draft={`/drafts/${draft}`}>
        <Csrf view={view} />
        <input type="hidden" name="_id" value={id} />
        <input type="hidden" name="_at" value={`${path}/new`} />
        <Section id="fields" title={view.t(words.factsTitle)}>
          <Select form={form} name="_body" label={view.t(words.body)} choices={bodies.map((b) => ({ value: b.value, label: view.t(b.label) }))} />
          <EntryFields definition={definition} typed={typed} refusals={refusals} view={view} choices={choices} />
          <Acts>
            <Button>{view.t(words.handIn)}</Button>
            <Button kind="second" formAction={`/drafts/${draft}`}>
              {view.t(words.saveDraft)}
            </Button>
            <a href={path}>{view.t(words.cancel)}</a>
          </Acts>
          <DraftStatus />
        </Section>
      </form>
    </Shell>
  )
}

/** Why a steering register has no form of its own, and the way to the decision that has. */
export const NewByDecisionPage = ({ view, definition }: { readonly view: View; readonly definition: AnyDefinition }) => {
  const title = view.t(pageWords.new(definition))
  const drafts = mayDraft(view.who, view.today)
  const kinds = Object.entries(definition.clauses).filter(([, c]) => c.does === 'create')
  return (
    <Shell view={view} title={title} question={definition.question} room={definition.name}>
      <PageHead
        kicker={<a href={`/register/${definition.path}`}>{view.t(definition.words.many)}</a>}
        title={title}
        lead={view.t(words.newByDecision(definition))}
      >
        {drafts && (
          <Acts>
            {kinds.map(([kind, clause]) => (
              <ButtonLink key={kind} href={`/decisions/new?clause=${encodeURIComponent(kind)}`}>
                {view.t(words.draftDecision(clause.words))}
              </ButtonLink>
            ))}
          </Acts>
        )}
      </PageHead>
      <Section id="asks" title={view.t(words.asksFor)} intro={view.t(drafts ? words.newByDecisionHow : words.newByDecisionWho)}>
        <ul>
          {Object.keys(definition.fields.shape).map((name) => {
            const meta = fieldOf(definition, name)
            return (
              <li key={name}>
                {meta && view.t(meta.label)}
                {meta?.why && <span className="sub">{view.t(meta.why)}</span>}
              </li>
            )
          })}
        </ul>
      </Section>
    </Shell>
  )
}
