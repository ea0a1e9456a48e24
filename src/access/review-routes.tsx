import type { Deps } from '../database/transact.ts'
import { readCursor, writeCursor } from '../kernel/cursor.ts'
import { addMonths, type Day, readDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { verbatim } from '../kernel/text.ts'
import { isBody, loadTree, type OrgNode, type Tree } from '../organisation/tree.ts'
import { reviewState } from '../rulebook/access-review.ts'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther } from '../web/view.ts'
import { may } from './policy.ts'
import { RefusedPage } from './refused-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { nodesUnder, reviewHindrances, reviewSecrets, setReviewInterval } from './review-secrets.ts'
import { countReaders, firstLook, listLooks, loadReviews, type Period, postsHeld, reviewInterval } from './review-store.ts'
import { words } from './review-words.ts'

/** What is refused on the page: the review's form, or the interval's. */
interface Forms {
  readonly review?: FormState
  readonly interval?: FormState
}

/** The log of who has read what is secret, and its recurring review. */
export const reviewRoutes = (app: App, deps: Deps): void => {
  app.get('/access-log', (c) => show(c, deps, fieldsOf(c), {}))

  app.post('/access-log', async (c) => {
    const fields = await readFields(c)
    const view = c.get('view')
    const tree = await loadTree(deps.store, view.today)
    const verdict = await reviewSecrets(deps, view.who, {
      nodeId: tree.bySlug(first(fields, 'body'))?.id ?? '',
      from: readDay(first(fields, 'from')) ?? view.today,
      to: readDay(first(fields, 'to')) ?? view.today,
      remarks: countIn(fields, 'remarks'),
      comment: first(fields, 'comment'),
    })
    if (!verdict.ok) return show(c, deps, fields, { review: refusedForm(view.locale, fields, verdict.refusals) })
    flash(c, 'reviewed')
    return seeOther(c, `/access-log?body=${encodeURIComponent(first(fields, 'body'))}`)
  })

  app.post('/access-log/interval', async (c) => {
    const fields = await readFields(c)
    const view = c.get('view')
    const verdict = await setReviewInterval(deps, view.who, countIn(fields, 'months'))
    if (!verdict.ok) return show(c, deps, {}, { interval: refusedForm(view.locale, fields, verdict.refusals) })
    flash(c, 'saved')
    return seeOther(c, '/access-log')
  })
}

const countIn = (fields: Fields, name: string): number | null => {
  const typed = first(fields, name).trim()
  return /^\d{1,6}$/.test(typed) ? Number(typed) : null
}

/** Bodies and departments that the reader reviews; the municipality first. */
const reviewable = (c: Ctx, tree: Tree): readonly OrgNode[] => {
  const { who, today } = c.get('view')
  return tree.nodes
    .filter((node) => (node.kind === 'municipality' ? node.parentId === null : isBody(node.kind) || node.kind === 'department'))
    .filter((node) => reviewHindrances(who, tree, node.id, today).length === 0)
}

/** Whose looks and of which days the reader asks for, of what they review; null for those who review nothing. */
const askedOf = async (c: Ctx, { store }: Deps, fields: Fields) => {
  const { today } = c.get('view')
  const tree = await loadTree(store, today)
  const bodies = reviewable(c, tree)
  const node = bodies.find((b) => b.slug === first(fields, 'body')) ?? bodies[0]
  if (!node) return null
  const nodeIds = nodesUnder(tree, node)
  const [began, months, reviews] = await Promise.all([firstLook(store, nodeIds), reviewInterval(store), loadReviews(store, covering(tree, node))])
  const state = reviewState(began, reviews, months, today)
  const asked = readPeriod(fields, state.since ?? addMonths(today, -months), today)
  const period: Period = { nodeIds, from: asked.from, to: asked.to }
  return { tree, bodies, node, months, reviews, state, asked, period }
}

const fieldsOf = (c: Ctx): Fields => Object.fromEntries(['body', 'from', 'to'].map((name) => [name, [c.req.query(name) ?? '']]))

/** The looks that the address asks for, by the same rule as the page; null for those who review nothing. */
export const askedLooks = (c: Ctx, deps: Deps) => askedOf(c, deps, fieldsOf(c))

const show = async (c: Ctx, deps: Deps, fields: Fields, forms: Forms): Promise<Response> => {
  const view = c.get('view')
  const { store } = deps
  const { today, locale } = view
  const found = await askedOf(c, deps, fields)
  if (!found) return page(c, <RefusedPage view={view} text={words.refusedLead} />, 403)
  const { tree, bodies, node, months, reviews, state, asked, period } = found
  const after = readCursor(c.req.query('after') ?? '')
  const [held, looks] = await Promise.all([postsHeld(store, period), listLooks(store, period, after)])
  const isOwn = (personId: string, nodeId: string): boolean =>
    held.some(
      (post) => post.personId === personId && (post.role === 'auditor' || tree.chain(nodeId).includes(post.nodeId) || tree.chain(post.nodeId).includes(nodeId)),
    )
  const readers = await countReaders(store, period, isOwn)
  const query = new URLSearchParams({ body: node.slug, from: asked.from, to: asked.to })
  const everywhere = may(view.who, 'access.review', { belongsTo: [], secrecy: null }, today).length === 0
  const typed = { body: node.slug, from: first(fields, 'from') || asked.from, to: first(fields, 'to') || asked.to }
  return page(
    c,
    <ReviewPage
      view={view}
      bodies={bodies.map((b) => ({ value: b.slug, label: view.t(b.name) }))}
      body={node}
      from={asked.from}
      to={asked.to}
      asked={asked.refusals.length > 0 && !forms.review ? refusedForm(locale, mapped(typed), asked.refusals) : newForm(locale, typed)}
      form={forms.review ?? newForm(locale, { remarks: '0' })}
      interval={everywhere ? (forms.interval ?? newForm(locale, { months })) : null}
      months={months}
      state={state}
      readers={readers}
      looks={looks.rows}
      onFirstPage={after === null}
      next={looks.next ? `/access-log?${query}&after=${writeCursor(looks.next)}#looks` : null}
      reviews={reviews}
      nameOf={(id) => tree.get(id)?.name ?? verbatim('–')}
    />,
    forms.review || forms.interval || asked.refusals.length > 0 ? 422 : 200,
  )
}

const mapped = (values: Readonly<Record<string, string>>): Fields => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]))

/** A review of a body is also a review of what lies under it: those of the node itself and of all above it. */
const covering = (tree: Tree, node: OrgNode): readonly string[] => {
  const above = node.parentId === null ? undefined : tree.get(node.parentId)
  return [node.id, ...(above ? covering(tree, above) : [])]
}

/** The days asked for; what cannot be read is told, and the default stands in for it. */
const readPeriod = (fields: Fields, from: Day, to: Day): { readonly from: Day; readonly to: Day; readonly refusals: readonly Refusal[] } => {
  const read = (name: 'from' | 'to', otherwise: Day) => {
    const typed = first(fields, name)
    const day = typed === '' ? otherwise : readDay(typed)
    return { day: day ?? otherwise, refusals: day ? [] : [{ code: `period.${name}`, field: name, text: words.badDay(typed) }] }
  }
  const [a, b] = [read('from', from > to ? to : from), read('to', to)]
  const backwards = a.day > b.day ? [{ code: 'period.backwards', field: 'to', text: words.endsBefore }] : []
  return { from: a.day, to: b.day, refusals: [...a.refusals, ...b.refusals, ...backwards] }
}
