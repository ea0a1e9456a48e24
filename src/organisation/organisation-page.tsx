import { type Day, longDay } from '../kernel/day.ts'
import { Acts, ButtonLink } from '../web/components/button.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { Problems } from '../web/components/problems.tsx'
import { Aside, Empty, PageHead, Section } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { AsOfForm, dayQuery, spelled, tenseOf } from './as-of.tsx'
import { formWords } from './form-words.ts'
import { isBody, municipalityOf, type OrgNode, type Tree } from './tree.ts'
import { words } from './words.ts'

interface OrganisationProps {
  readonly view: View
  readonly tree: Tree
  readonly form: FormState
  /** Days on which something changed, latest first. */
  readonly changeDays: readonly Day[]
  /** May the reader change the tree? */
  readonly mayChange: boolean
  readonly mayAddPerson: boolean
}

/** The whole organisation as it was on a day. */
export const OrganisationPage = ({ view, tree, form, changeDays, mayChange, mayAddPerson }: OrganisationProps) => {
  const own = municipalityOf(tree, view.desk.slug)
  const others = tree.nodes.filter((n) => n.parentId === null && n !== own)
  return (
    <Shell view={view} title={view.t(words.organisation)} room="organisation">
      <PageHead
        title={view.t(words.organisation)}
        lead={view.t(sentence(tree, own, view.today))}
        aside={
          <Aside id="as-of" title={view.t(words.otherDay)}>
            <AsOfForm view={view} form={form} action="/organisation" on={tree.at} />
            <p>
              <a href="/organisation/changes">{view.t(words.reorganisations)}</a>
            </p>
          </Aside>
        }
      />
      <Problems form={form} after={null} />
      {(mayChange || mayAddPerson) && (
        <Section id="change" title={view.t(words.toChange)} intro={view.t(words.toChangeIntro)}>
          <Acts>
            {mayChange && <ButtonLink href="/organisation/new">{view.t(formWords.create)}</ButtonLink>}
            {mayChange && (
              <ButtonLink href="/organisation/merge" kind="second">
                {view.t(formWords.merge)}
              </ButtonLink>
            )}
            {mayAddPerson && (
              <ButtonLink href="/people/new" kind="second">
                {view.t(formWords.addPerson)}
              </ButtonLink>
            )}
            {mayAddPerson && (
              <ButtonLink href="/organisation/import" kind="second">
                {view.t(formWords.importMany)}
              </ButtonLink>
            )}
          </Acts>
        </Section>
      )}
      <Section id="tree" title={view.t(words.bodiesAndUnits)} intro={view.t(words.treeIntro)}>
        {own ? <Branches view={view} tree={tree} nodes={[own]} top /> : <Empty>{view.t(words.nothingThen(...spelled(tree.at)))}</Empty>}
      </Section>
      {others.length > 0 && (
        <Section id="others" title={view.t(words.others)} intro={view.t(words.othersIntro)}>
          <Branches view={view} tree={tree} nodes={others} top />
        </Section>
      )}
      {changeDays.length > 0 && (
        <Section id="changes" title={view.t(words.changeDays)} intro={view.t(words.changeDaysIntro)}>
          <ul className="bare legend">
            {changeDays.map((day) => (
              <li key={day}>
                <a href={`/organisation?day=${day}`}>{longDay(day, view.locale)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Shell>
  )
}

const sentence = (tree: Tree, own: OrgNode | undefined, today: Day) => {
  const on = spelled(tree.at)
  if (!own) return words.nothingThen(...on)
  const parts = tree.below(own.id).flatMap((id) => tree.get(id) ?? [])
  const bodies = parts.filter((n) => isBody(n.kind)).length
  const departments = parts.filter((n) => n.kind === 'department').length
  return words.onThatDay(own.name, ...on, tenseOf(tree.at, today), bodies, departments)
}

interface BranchesProps {
  readonly view: View
  readonly tree: Tree
  readonly nodes: readonly OrgNode[]
  readonly top?: boolean
}

const Branches = ({ view, tree, nodes, top = false }: BranchesProps) => (
  <ul className={top ? 'tree' : undefined}>
    {nodes.map((n) => {
      const children = tree.children(n.id)
      return (
        <li key={n.id}>
          <a href={`/bodies/${n.slug}/people${dayQuery(tree.at, view.today)}`}>{view.t(n.name)}</a>{' '}
          <span className="q3 nb">
            {view.t(words.kind[n.kind])}
            {n.seats !== null && `, ${view.t(words.seats(n.seats))}`}
          </span>
          {children.length > 0 && <Branches view={view} tree={tree} nodes={children} />}
        </li>
      )
    })}
  </ul>
)
