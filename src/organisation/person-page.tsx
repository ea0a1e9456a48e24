import { longDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { DataTable } from '../web/components/data-table.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { throughDay } from './people-page.tsx'
import type { Holding, Person } from './post-store.ts'
import { holdsOn } from './timeline.ts'
import { words } from './words.ts'

/** An appointment with the name and address of its body or unit, as it was called when the appointment began. */
export interface PlacedHolding extends Holding {
  readonly node: { readonly slug: string; readonly name: Text }
}

/** A person and the posts they hold and have held. Latest first. */
export const PersonPage = ({
  view,
  person,
  holdings,
  mayShut,
}: {
  readonly view: View
  readonly person: Person
  readonly holdings: readonly PlacedHolding[]
  readonly mayShut: boolean
}) => {
  const name = `${person.givenName} ${person.familyName}`
  const now = holdings.filter((h) => holdsOn(h, view.today)).map((h) => words.postIn(h.post.title, h.node.name))
  return (
    <Shell view={view} title={name} room="organisation">
      <PageHead kicker={person.party ?? undefined} title={name} lead={view.t(words.personLead(name, now))}>
        {mayShut && (
          <p>
            <a href={`/people/${person.id}/sign-in`}>{view.t(words.signIn)}</a>
          </p>
        )}
      </PageHead>
      <Section id="posts" title={view.t(words.personPosts)}>
        <DataTable
          locale={view.locale}
          caption={view.t(words.personPosts)}
          captionHidden
          rows={holdings}
          rowKey={(h) => h.id}
          rowClass={(h) => (holdsOn(h, view.today) ? 'here' : undefined)}
          empty={view.t(words.noPosts)}
          columns={[
            { id: 'post', head: view.t(words.post), rowHead: true, cell: (h) => view.t(h.post.title) },
            { id: 'node', head: view.t(words.body), cell: (h) => <a href={`/bodies/${h.node.slug}/people?day=${h.from}`}>{view.t(h.node.name)}</a> },
            { id: 'since', head: view.t(words.since), nowrap: true, label: `${view.t(words.since)}:`, cell: (h) => longDay(h.from, view.locale) },
            { id: 'until', head: view.t(words.until), nowrap: true, label: `${view.t(words.until)}:`, cell: (h) => throughDay(h.to, view) },
          ]}
        />
      </Section>
    </Shell>
  )
}
