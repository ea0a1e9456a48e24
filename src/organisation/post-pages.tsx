import { roles } from '../kernel/who.ts'
import { Button } from '../web/components/button.tsx'
import { Radios, Select } from '../web/components/choices.tsx'
import { type FormState, newForm } from '../web/components/form-state.ts'
import { DayField, NumberField, TextField } from '../web/components/inputs.tsx'
import { Empty, Note, Section } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import { Law } from '../web/components/law.tsx'
import type { Day } from '../kernel/day.ts'
import { electWords } from './elect-words.ts'
import { FormPage } from './form-page.tsx'
import { formWords as words } from './form-words.ts'
import { roleHindrances } from './post.ts'
import type { Post } from './post.ts'
import type { Holding, Person } from './post-store.ts'
import { lastVersion, type NodeLife } from './timeline.ts'
import { words as pageWords } from './words.ts'

interface OfNode {
  readonly view: View
  readonly form: FormState
  readonly node: NodeLife
}

/** Makes a post. */
export const PostPage = ({ view, form, node }: OfNode) => (
  <FormPage view={view} form={form} title={view.t(words.createPost)} lead={view.t(words.postLead(lastVersion(node).name))} back={`/bodies/${node.slug}/people`}>
    <Section id="what" title={view.t(words.what)}>
      <Select
        form={form}
        name="role"
        label={view.t(words.role)}
        hint={view.t(words.roleHint)}
        choices={roles.filter((role) => roleHindrances(role, node.kind).length === 0).map((role) => ({ value: role, label: view.t(pageWords.role[role]) }))}
      />
      <TextField form={form} name="title" label={view.t(words.title)} />
      <TextField form={form} name="titleEn" label={view.t(words.titleEn)} required={false} />
      <NumberField form={form} name="seat" label={view.t(words.seat)} hint={view.t(words.seatHint)} required={false} />
    </Section>
  </FormPage>
)

interface AppointProps extends OfNode {
  readonly post: Post
  readonly holder: Holding | null
  /** From when an election gives it; null where it is given by hand. */
  readonly electedSince: Day | null
  readonly q: string
  readonly found: readonly Person[]
  /** How many are shown at most: when as many are found, there may be more. */
  readonly limit: number
}

/** Gives a post to somebody: first the person is searched for, then chosen. */
export const AppointPage = ({ view, form, node, post, holder, electedSince, q, found, limit }: AppointProps) => (
  <FormPage
    view={view}
    form={form}
    title={`${view.t(words.appoint)}: ${view.t(post.title)}`}
    lead={view.t(words.appointLead(post.title, lastVersion(node).name, holder?.personName ?? null))}
    back={`/bodies/${node.slug}/people`}
    submit={view.t(words.appoint)}
    before={
      <>
        {electedSince && (
          <Note>
            <p>
              {view.t(electWords.needsElection(electedSince).text)} <Law law="KL 5:1, 6:16" locale={view.locale} />
            </p>
            <p>
              <a href={`/bodies/${node.slug}/vacancies`}>{view.t(words.toVacancies)}</a>
            </p>
          </Note>
        )}
        <Section id="search" title={view.t(words.searchPerson)}>
          <form method="get" action={`/posts/${post.id}/appoint`} className="stack--s" role="search">
            <TextField form={newForm(view.locale, { q })} name="q" type="search" label={view.t(words.searchPerson)} width="m" required={false} />
            <Button kind="second">{view.t(words.search)}</Button>
          </form>
        </Section>
      </>
    }
  >
    <Section
      id="who"
      title={view.t(words.choosePerson)}
      intro={
        <>
          {found.length === limit && <>{view.t(words.someShown(limit))} </>}
          <a href={`/people/new?post=${post.id}`}>{view.t(words.addPerson)}</a>
        </>
      }
    >
      {found.length === 0 ? (
        <Empty>{view.t(words.nobodyFound)}</Empty>
      ) : (
        <Radios
          form={form}
          name="personId"
          label={view.t(words.choosePerson)}
          choices={found.map((person) => ({ value: person.id, label: `${person.givenName} ${person.familyName}${person.party ? ` (${person.party})` : ''}` }))}
        />
      )}
    </Section>
    <Section id="when" title={view.t(words.when)}>
      <DayField form={form} name="from" label={view.t(words.from)} />
      <DayField form={form} name="to" label={view.t(words.to)} hint={view.t(words.toHint)} required={false} />
    </Section>
  </FormPage>
)

/** Ends an appointment without a successor. */
export const EndPage = ({ view, form, node, held }: OfNode & { readonly held: Holding }) => (
  <FormPage
    view={view}
    form={form}
    title={view.t(words.endAppointment)}
    lead={view.t(words.endLead(held.personName, held.post.title, lastVersion(node).name))}
    back={`/bodies/${node.slug}/people`}
    submit={view.t(words.endAppointment)}
  >
    <Section id="when" title={view.t(words.when)}>
      <DayField form={form} name="on" label={view.t(words.lastDay)} />
    </Section>
  </FormPage>
)

/** Adds a person. */
export const AddPersonPage = ({ view, form, back }: Pick<OfNode, 'view' | 'form'> & { readonly back: string }) => (
  <FormPage view={view} form={form} title={view.t(words.addPerson)} lead={view.t(words.personLead)} back={back}>
    <Section id="what" title={view.t(words.choosePerson)}>
      <TextField form={form} name="givenName" label={view.t(words.givenName)} width="m" />
      <TextField form={form} name="familyName" label={view.t(words.familyName)} width="m" />
      <TextField form={form} name="party" label={view.t(words.party)} hint={view.t(words.partyHint)} width="xs" required={false} />
      <TextField form={form} name="email" type="email" label={view.t(words.email)} width="m" required={false} />
    </Section>
  </FormPage>
)
