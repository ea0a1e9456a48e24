import type { Text } from '../kernel/text.ts'
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

/** Where a clause is being written: in a decision's draft, or at a meeting's desk. */
export interface ClausePlace {
  /** The address that chooses its kind and what it is about. */
  readonly address: string
  readonly back: { readonly href: string; readonly words: Text }
  /** What becomes of what is typed when the form is refused. */
  readonly kept: Text | null
  /** The wording, where it stands already and only what it does is chosen. */
  readonly wording: string | null
}

const Back = ({ view, place }: { readonly view: View; readonly place: ClausePlace }) => <a href={place.back.href}>{view.t(place.back.words)}</a>

const Wording = ({ view, place }: { readonly view: View; readonly place: ClausePlace }) =>
  place.wording === null ? null : (
    <p>
      {view.t(words.wording)}: <strong>att {place.wording}</strong>
    </p>
  )

/** What the clause is to do: kinds grouped by what they bring about. */
export const ClauseKindPage = ({ view, place }: { readonly view: View; readonly place: ClausePlace }) => (
  <Shell view={view} title={view.t(words.chooseKind)} question={1} room="decisions">
    <PageHead title={view.t(words.chooseKind)}>
      <Wording view={view} place={place} />
      <p>
        <Back view={view} place={place} />
      </p>
    </PageHead>
    {clauseGroups.map((group) => (
      <Section key={group} id={group} title={view.t(clauseWords.group(group))}>
        <ul className="bare stack--s">
          {clauseKinds
            .filter((kind) => enactments[kind].group === group)
            .map((kind) => (
              <li key={kind}>
                <a href={`${place.address}?kind=${kind}`}>{view.t(enactments[kind].words)}</a>
              </li>
            ))}
        </ul>
      </Section>
    ))}
  </Shell>
)

interface TargetPageProps {
  readonly view: View
  readonly place: ClausePlace
  readonly kind: ClauseKind
  readonly search: string
  readonly offered: readonly Offered[]
  readonly nodeName: (id: string) => string
}

/** What the clause is about: things whose state lets the act be done, found by number or words. */
export const ClauseTargetPage = ({ view, place, kind, search, offered, nodeName }: TargetPageProps) => (
  <Shell view={view} title={view.t(words.chooseTarget(enactments[kind].words))} question={1} room="decisions">
    <PageHead title={view.t(words.chooseTarget(enactments[kind].words))}>
      <Wording view={view} place={place} />
      <form method="get" action={place.address} className="acts" role="search">
        <input type="hidden" name="kind" value={kind} />
        <label htmlFor="target-search">{view.t(words.searchTarget)}</label>
        <input id="target-search" type="search" name="q" defaultValue={search} />
        <Button kind="second">{view.t(words.find)}</Button>
        <Back view={view} place={place} />
      </form>
    </PageHead>
    {offered.length === 0 ? (
      <Empty>{view.t(words.noTargets)}</Empty>
    ) : (
      <ul className="bare stack--s">
        {offered.slice(0, mostOffered).map((o) => (
          <li key={o.id}>
            <a href={`${place.address}?kind=${kind}&entry=${o.id}`}>
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
  readonly place: ClausePlace
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
export const ClauseFormPage = ({ view, place, kind, action, form, choices, about, items, nodes }: ClauseFormPageProps) => {
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
      <Problems form={form} title={(n) => view.t(words.hindersSaving(n))} after={place.kept && view.t(place.kept)} />
      <form method="post" action={action ?? undefined}>
        <Csrf view={view} />
        <Section id="wording" title={view.t(words.wording)}>
          {place.wording === null ? (
            <TextArea form={form} name="text" label={view.t(words.wording)} hint={view.t(words.wordingHint)} />
          ) : (
            <p>att {place.wording}</p>
          )}
        </Section>
        {Object.keys(enactment.fields.shape).length > 0 && (
          <Section id="fields" title={view.t(words.whatItDoes)}>
            <EntryFields definition={enactment} typed={form.values} refusals={form.refusals} view={view} choices={choices} />
          </Section>
        )}
        {items.length > 0 && <Continued view={view} form={form} items={items} nodes={nodes} />}
        <Acts dock>
          <Button>{view.t(words.save)}</Button>
          <Back view={view} place={place} />
          {place.wording !== null && <a href={`${place.address}?choose=kind`}>{view.t(words.otherKind)}</a>}
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
