import { addDays, type Day, longDay } from '../kernel/day.ts'
import { Acts, ButtonLink } from '../web/components/button.tsx'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { Problems } from '../web/components/problems.tsx'
import { Aside, Empty, PageHead, Section } from '../web/components/section.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { AsOfForm, spelled, tenseOf } from './as-of.tsx'
import { formWords } from './form-words.ts'
import type { Manned, People } from './people.ts'
import type { NodeLife, Version } from './timeline.ts'
import { isBody } from './tree.ts'
import { words } from './words.ts'

interface PeopleProps {
  readonly view: View
  readonly node: NodeLife
  /** What it was on the day; undefined when it was not there. */
  readonly version: Version | undefined
  readonly on: Day
  readonly people: People
  readonly form: FormState
  readonly mayChange: boolean
  readonly mayAppoint: boolean
}

/** The last day something held, in words. */
export const throughDay = (to: Day | null, view: View): string => (to === null ? view.t(words.untilFurther) : longDay(addDays(to, -1), view.locale))

/** Everybody in a body or unit on a day: members by seat, substitutes in order, posts. */
export const PeoplePage = ({ view, node, version, on, people, form, mayChange, mayAppoint }: PeopleProps) => {
  const { name } = version ?? (node.versions.at(-1) as Version)
  const title = view.t(words.peopleOf(name))
  const parties = people.parties.map(({ party, seats }) => `${party ?? view.t(words.noParty)} ${seats}`).join(', ')
  return (
    <Shell view={view} title={title} room="organisation">
      <PageHead
        kicker={
          <>
            {isBody(node.kind) && version && on === view.today && (
              <>
                <a href={`/bodies/${node.slug}`}>{view.t(name)}</a> ·{' '}
              </>
            )}
            <a href={`/bodies/${node.slug}/history`}>{view.t(words.history)}</a>
          </>
        }
        title={title}
        lead={view.t(sentence({ node, version, on, people, today: view.today }))}
        aside={
          <Aside id="as-of" title={view.t(words.otherDay)}>
            <AsOfForm view={view} form={form} action={`/bodies/${node.slug}/people`} on={on} />
          </Aside>
        }
      />
      <Problems form={form} after={null} />
      {version && isBody(node.kind) && (
        <>
          <Section id="members" title={view.t(words.members)} intro={view.t(words.membersIntro(version.seats, parties))}>
            <Posts
              view={view}
              caption={view.t(words.members)}
              rows={people.members}
              numbered={view.t(words.seat)}
              mayAppoint={mayAppoint}
              empty={view.t(words.noMembers)}
            />
          </Section>
          {on === view.today && (
            <p>
              <a href={`/bodies/${node.slug}/vacancies`}>{view.t(words.toVacancies)}</a>
              {' · '}
              <a href={`/pots?body=${node.slug}`}>{view.t(words.toPots)}</a>
            </p>
          )}
          <Section id="substitutes" title={view.t(words.substitutes)} intro={view.t(words.substitutesIntro)}>
            <Posts
              view={view}
              caption={view.t(words.substitutes)}
              rows={people.substitutes}
              numbered={view.t(words.order)}
              mayAppoint={mayAppoint}
              empty={view.t(words.noSubstitutes)}
            />
          </Section>
        </>
      )}
      {version && (
        <Section id="officials" title={view.t(words.officials)} intro={view.t(words.officialsIntro)}>
          <Posts view={view} caption={view.t(words.officials)} rows={people.officials} mayAppoint={mayAppoint} empty={view.t(words.noOfficials)} />
        </Section>
      )}
      {version && <Takeout view={view} list={`people/${node.slug}`} />}
      {(mayChange || mayAppoint) && (
        <Section id="change" title={view.t(words.toChange)} intro={view.t(words.toChangeIntro)}>
          <ChangeActs view={view} slug={node.slug} mayChange={mayChange} mayAppoint={mayAppoint} />
        </Section>
      )}
    </Shell>
  )
}

const sentence = ({ node, version, on, people, today }: Pick<PeopleProps, 'node' | 'version' | 'on' | 'people'> & { today: Day }) => {
  if (!version) return words.notThere((node.versions.at(-1) as Version).name, ...spelled(on))
  const tense = tenseOf(on, today)
  const held = (rows: readonly Manned[]): number => rows.filter(({ holder }) => holder).length
  return isBody(node.kind)
    ? words.membersThen(version.name, ...spelled(on), tense, held(people.members), people.parties.length, held(people.substitutes), people.empty)
    : words.officialsThen(version.name, ...spelled(on), tense, held(people.officials))
}

const ChangeActs = ({ view, slug, mayChange, mayAppoint }: Pick<PeopleProps, 'view' | 'mayChange' | 'mayAppoint'> & { readonly slug: string }) => (
  <Acts>
    {mayAppoint && (
      <ButtonLink href={`/bodies/${slug}/posts/new`} kind="second">
        {view.t(formWords.createPost)}
      </ButtonLink>
    )}
    {mayChange &&
      (['change', 'move', 'split', 'close'] as const).map((act) => (
        <ButtonLink key={act} href={`/bodies/${slug}/${act}`} kind="second">
          {view.t(formWords[act])}
        </ButtonLink>
      ))}
  </Acts>
)

interface PostsProps {
  readonly view: View
  readonly caption: string
  readonly rows: readonly Manned[]
  /** Head of the column of numbers; without it there is none. */
  readonly numbered?: string
  readonly mayAppoint: boolean
  readonly empty: string
}

const Posts = ({ view, caption, rows, numbered, mayAppoint, empty }: PostsProps) => {
  if (rows.length === 0) return <Empty>{empty}</Empty>
  const columns: Column<Manned>[] = [
    ...(numbered ? [{ id: 'seat', head: numbered, cell: ({ post }: Manned) => post.seat ?? '', numeric: true, label: `${numbered}:` }] : []),
    {
      id: 'person',
      head: view.t(words.person),
      rowHead: true,
      cell: ({ holder }) => (holder ? <a href={`/people/${holder.personId}`}>{holder.personName}</a> : <span className="q3">{view.t(words.vacant)}</span>),
    },
    ...(numbered ? [{ id: 'party', head: view.t(words.party), cell: ({ holder }: Manned) => holder?.party ?? '' }] : []),
    { id: 'post', head: view.t(words.post), cell: ({ post }) => view.t(post.title) },
    {
      id: 'held',
      head: view.t(words.held),
      cell: ({ holder }) =>
        holder && (
          <>
            <span className="nb">{longDay(holder.from, view.locale)}</span> – <span className="nb">{throughDay(holder.to, view)}</span>
            {holder.electedBy && (
              <a className="sub" href={`/appointments/${holder.id}`}>
                {view.t(words.byDecision)}
                <span className="vh">: {holder.personName}</span>
              </a>
            )}
          </>
        ),
    },
    ...(mayAppoint ? [{ id: 'acts', head: view.t(words.acts), headHidden: true, cell: (row: Manned) => <PostActs view={view} row={row} /> }] : []),
  ]
  return <DataTable locale={view.locale} caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ post }) => post.id} />
}

/** Each link says what it is about, for those who hear it alone. */
const PostActs = ({ view, row: { post, holder } }: { readonly view: View; readonly row: Manned }) => (
  <>
    <a href={`/posts/${post.id}/appoint`}>
      {view.t(words.appointHere)}
      <span className="vh"> {view.t(post.title)}</span>
    </a>
    {holder && (
      <>
        {' · '}
        <a href={`/appointments/${holder.id}/end`}>
          {view.t(words.endHere)}
          <span className="vh">
            {' '}
            {view.t(post.title)}, {holder.personName}
          </span>
        </a>
      </>
    )}
  </>
)
