import type { OrgNode } from '../organisation/tree.ts'
import { type Choices } from '../registers/choices.ts'
import { EntryFields } from '../registers/entry-fields.tsx'
import type { Continuation } from '../reports/report.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { Select } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField, TextArea, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { Empty, PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { ClauseKind } from './clause.ts'
import { draftWords as words } from './draft-words.ts'
import { clauseGroups } from './enactment.ts'
import { clauseKinds, enactments } from './enactments.ts'
import { mostOffered, type Offered } from './lookup.ts'
import { words as clauseWords } from './words.ts'

/** What the clause is to do: kinds grouped by what they bring about. */
export const ClauseKindPage = ({ view, draftId }: { readonly view: View; readonly draftId: string }) => (
  <Shell view={view} title={view.t(words.chooseKind)} question={1} room="decisions">
    <PageHead title={view.t(words.chooseKind)}>
      <p>
        <a href={`/decisions/drafts/${draftId}`}>{view.t(words.back)}</a>
      </p>
    </PageHead>
    {clauseGroups.map((group) => (
      <Section key={group} id={group} title={view.t(clauseWords.group(group))}>
        <ul className="bare stack--s">
          {clauseKinds
            .filter((kind) => enactments[kind].group === group)
            .map((kind) => (
              <li key={kind}>
                <a href={`/decisions/drafts/${draftId}/clauses/new?kind=${kind}`}>{view.t(enactments[kind].words)}</a>
              </li>
            ))}
        </ul>
      </Section>
    ))}
  </Shell>
)

interface TargetPageProps {
  readonly view: View
  readonly draftId: string
  readonly kind: ClauseKind
  readonly search: string
  readonly offered: readonly Offered[]
  readonly nodeName: (id: string) => string
}

/** What the clause is about: things whose state lets the act be done, found by number or words. */
export const ClauseTargetPage = ({ view, draftId, kind, search, offered, nodeName }: TargetPageProps) => (
  <Shell view={view} title={view.t(words.chooseTarget(enactments[kind].words))} question={1} room="decisions">
    <PageHead title={view.t(words.chooseTarget(enactments[kind].words))}>
      <form method="get" className="acts" role="search">
        <input type="hidden" name="kind" value={kind} />
        <label htmlFor="target-search">{view.t(words.searchTarget)}</label>
        <input id="target-search" type="search" name="q" defaultValue={search} />
        <Button kind="second">{view.t(words.find)}</Button>
        <a href={`/decisions/drafts/${draftId}`}>{view.t(words.back)}</a>
      </form>
    </PageHead>
    {offered.length === 0 ? (
      <Empty>{view.t(words.noTargets)}</Empty>
    ) : (
      <ul className="bare stack--s">
        {offered.slice(0, mostOffered).map((o) => (
          <li key={o.id}>
            <a href={`/decisions/drafts/${draftId}/clauses/new?kind=${kind}&entry=${o.id}`}>
              {o.number} {o.title}
            </a>
            <span className="sub">{nodeName(o.nodeId)}</span>
          </li>
        ))}
      </ul>
    )}
    {offered.length > mostOffered && <p className="hint">{view.t(words.tooManyTargets(mostOffered))}</p>}
  </Shell>
)

export interface ClauseFormPageProps {
  readonly view: View
  readonly draftId: string
  readonly kind: ClauseKind
  /** Where the form leads; null for the address it stands at. */
  readonly action: string | null
  readonly form: FormState
  readonly choices: Choices
  /** What it is about, where its kind has a target. */
  readonly about: string | null
  /** Items of the final report that go on, where the kind declares something fulfilled. */
  readonly items: readonly Continuation[]
  readonly nodes: readonly OrgNode[]
}

/** The form of one clause: its wording, and what its kind asks for. */
export const ClauseFormPage = ({ view, draftId, kind, action, form, choices, about, items, nodes }: ClauseFormPageProps) => {
  const enactment = enactments[kind]
  return (
    <Shell view={view} title={view.t(enactment.words)} question={1} room="decisions">
      <PageHead title={view.t(enactment.words)}>
        {about && (
          <p>
            {view.t(words.about)}: <strong>{about}</strong>
          </p>
        )}
      </PageHead>
      <Problems form={form} title={(n) => view.t(words.hindersSaving(n))} after={view.t(words.keptAnyway)} />
      <form method="post" action={action ?? undefined}>
        <Csrf view={view} />
        <Section id="wording" title={view.t(words.wording)}>
          <TextArea form={form} name="text" label={view.t(words.wording)} hint={view.t(words.wordingHint)} />
        </Section>
        {Object.keys(enactment.fields.shape).length > 0 && (
          <Section id="fields" title={view.t(words.whatItDoes)}>
            <EntryFields definition={enactment} typed={form.values} refusals={form.refusals} view={view} choices={choices} />
          </Section>
        )}
        {items.length > 0 && <Continued view={view} form={form} items={items} nodes={nodes} />}
        <Acts dock>
          <Button>{view.t(words.save)}</Button>
          <a href={`/decisions/drafts/${draftId}`}>{view.t(words.back)}</a>
        </Acts>
      </form>
    </Shell>
  )
}

const Continued = ({ view, form, items, nodes }: Pick<ClauseFormPageProps, 'view' | 'form' | 'items' | 'nodes'>) => (
  <Section id="continued" title={view.t(words.continued)} intro={view.t(words.continuedIntro)}>
    {items.map((item) => (
      <fieldset key={item.no} className="field">
        <legend>
          {item.no}. {item.what}
        </legend>
        <Select
          form={form}
          name={`continued.${item.no}.node`}
          required={false}
          label={view.t(words.continuedOwner)}
          empty={view.t(words.nobody)}
          choices={nodes.map((n) => ({ value: n.id, label: view.t(n.name) }))}
        />
        <DayField form={form} name={`continued.${item.no}.due`} required={false} label={view.t(words.continuedDue)} />
        <TextField form={form} name={`continued.${item.no}.dropped`} required={false} label={view.t(words.continuedDropped)} />
      </fieldset>
    ))}
  </Section>
)
