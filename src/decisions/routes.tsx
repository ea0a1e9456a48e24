import { may } from '../access/policy.ts'
import { seesSecretsOf } from '../access/visible.ts'
import { contradictionsOn } from '../contradictions/standing-store.ts'
import { bodiesOf } from '../cases/find-case.tsx'
import { readCursor } from '../kernel/cursor.ts'
import { GonePage, SecretPage } from '../cases/missing-page.tsx'
import type { Deps } from '../database/transact.ts'
import { readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { loadVariants } from '../organisation/chosen-variants.ts'
import { loadTree, municipalityName, type Tree } from '../organisation/tree.ts'
import { notAllowed } from '../organisation/message-page.tsx'
import { loadNames } from '../registers/names.ts'
import { subjectOf } from '../registers/subject.ts'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, first, page, readFields, seeOther } from '../web/view.ts'
import { listDecisionDrafts } from './change-draft.ts'
import { clauseRoutes } from './clause-routes.tsx'
import { type DocFormat, docFormats, sendDocument } from '../files/send-document.tsx'
import { decisionDoc } from './decision-doc.ts'
import { DecisionPage } from './decision-page.tsx'
import { type Decision, loadAround, loadCorrections, loadClauses, loadDecision } from './decision-store.ts'
import { dispatchRoutes } from './dispatch-routes.tsx'
import { loadDispatches } from './dispatch-store.ts'
import { draftRoutes } from './draft-routes.tsx'
import { isClauseKind } from './enactments.ts'
import { countDecisions, type DecisionFilter, deciders, listDecisions } from './list-decisions.ts'
import { DecisionListPage } from './list-page.tsx'
import { MinutesPage } from './minutes-page.tsx'
import { noteMinutes } from './note-minutes.ts'
import { pageWords as words } from './page-words.ts'
import { receiverRoutes } from './receiver-routes.tsx'
import { words as clauseWords } from './words.ts'

/** Decisions: the list, each decision, drafting without script, and the mail between bodies. */
export const decisionRoutes = (app: App, deps: Deps): void => {
  app.get('/decisions', (c) => showList(c, deps))
  draftRoutes(app, deps)
  clauseRoutes(app, deps)
  receiverRoutes(app, deps)
  dispatchRoutes(app, deps)
  app.get('/decisions/:id', (c) => withDecision(c, deps, c.req.param('id'), (decision, tree) => showDecision(c, deps, decision, tree, null)))
  for (const format of docFormats) {
    app.get(`/decisions/:id/${format}`, (c) => withDecision(c, deps, c.req.param('id'), (decision, tree) => showDecision(c, deps, decision, tree, format)))
  }
  app.get('/decisions/:id/minutes', (c) =>
    withDecision(c, deps, c.req.param('id'), async (decision, tree) => {
      const view = c.get('view')
      const hindered = may(view.who, 'decision.register', { belongsTo: tree.chain(decision.nodeId), secrecy: null }, view.today)
      if (hindered.length > 0) return notAllowed(c, hindered)
      return page(
        c,
        <MinutesPage view={view} decision={decision} form={newForm(view.locale, { adjusted: decision.adjusted, announced: decision.announced })} />,
      )
    }),
  )
  app.post('/decisions/:id/minutes', (c) =>
    withDecision(c, deps, c.req.param('id'), async (decision) => {
      const view = c.get('view')
      const fields = await readFields(c)
      const typed = (['adjusted', 'announced'] as const).map((field) => ({ field, text: first(fields, field).trim(), day: readDay(first(fields, field)) }))
      const beside = typed
        .filter((t) => t.text !== '' && t.day === null)
        .map((t) => ({ code: 'field.unreadable', field: t.field, text: clauseWords.dayUnreadable(t.text) }))
      const done = await noteMinutes(deps, view.who, { decisionId: decision.id, adjusted: typed[0]?.day ?? null, announced: typed[1]?.day ?? null }, { beside })
      if (!done.ok) return page(c, <MinutesPage view={view} decision={decision} form={refusedForm(view.locale, fields, done.refusals)} />, 422)
      flash(c, 'saved')
      return seeOther(c, `/decisions/${decision.id}`)
    }),
  )
}

/** What the list's address asks for, of what this reader may see. */
export const readDecisionFilter = (c: Ctx, tree: Tree): DecisionFilter => {
  const view = c.get('view')
  const year = c.req.query('year') ?? ''
  const kind = c.req.query('kind') ?? ''
  return {
    nodeId: bodiesOf(tree).find((b) => b.id === c.req.query('body'))?.id ?? null,
    year: /^(19|20|21)\d{2}$/.test(year) ? Number(year) : null,
    decider: deciders.find((d) => d === c.req.query('decider')) ?? null,
    kind: isClauseKind(kind) ? kind : null,
    search: (c.req.query('q') ?? '').replaceAll('\u0000', '').slice(0, 200),
    secretsOf: seesSecretsOf(view.who, tree, view.today),
  }
}

const showList = async (c: Ctx, deps: Deps): Promise<Response> => {
  const view = c.get('view')
  const tree = await loadTree(deps.store, view.today)
  const filter = readDecisionFilter(c, tree)
  const after = readCursor(c.req.query('after') ?? '')
  const [list, count, drafts] = await Promise.all([
    listDecisions(deps.store, filter, after),
    countDecisions(deps.store, filter),
    view.who.personId ? listDecisionDrafts(deps, view.who.personId) : [],
  ])
  return page(
    c,
    <DecisionListPage view={view} filter={filter} list={list} count={count} bodies={bodiesOf(tree)} drafts={drafts} onFirstPage={after === null} />,
  )
}

/** Lets a page show a decision that the reader may see; else says that there is none, or that it is secret. */
const withDecision = async (c: Ctx, deps: Deps, id: string, show: (decision: Decision, tree: Tree) => Promise<Response>): Promise<Response> => {
  const view = c.get('view')
  const decision = isId(id) ? await loadDecision(deps.store, id) : undefined
  if (!decision) return page(c, <GonePage view={view} title={words.gone} text={words.goneText} list={{ href: '/decisions', words: words.toList }} />, 404)
  const tree = await loadTree(deps.store, view.today)
  const hidden = may(view.who, 'see', subjectOf(decision, tree), view.today)[0]
  return hidden ? page(c, <SecretPage view={view} number={decision.number} why={hidden.text} />, 403) : show(decision, tree)
}

/** The decision as a page, or as an extract of the minutes in another form. */
const showDecision = async (c: Ctx, deps: Deps, decision: Decision, tree: Tree, format: DocFormat | null): Promise<Response> => {
  const view = c.get('view')
  const { id } = decision
  const sees = (thing: { readonly nodeId: string; readonly secrecy: string | null }): boolean =>
    may(view.who, 'see', subjectOf(thing, tree), view.today).length === 0
  const [clauses, around, dispatches, corrections] = await Promise.all([
    loadClauses(deps.store, id),
    loadAround(deps.store, decision),
    loadDispatches(deps.store, id),
    loadCorrections(deps.store, id),
  ])
  const names = await loadNames(deps.store, { nodes: [decision.nodeId, ...dispatches.map((d) => d.receiverId)], posts: [] })
  const name = (nodeId: string) => names.node(nodeId, decision.day) ?? { sv: '–', en: '–' }
  const body = { name: name(decision.nodeId), slug: tree.get(decision.nodeId)?.slug ?? '' }
  const nodeName = (nodeId: string): string => view.t(name(nodeId))
  if (format) {
    const caseTitle = around.home && sees(around.home) ? around.home.title : null
    const told = {
      decision,
      body: body.name,
      clauses,
      around,
      dispatches,
      corrections,
      nodeName,
      caseTitle,
      municipality: municipalityName(tree, decision.nodeId, view.locale),
      locale: view.locale,
    }
    return sendDocument(c, decisionDoc(told), format)
  }
  return page(
    c,
    <DecisionPage
      view={view}
      decision={decision}
      body={body}
      clauses={clauses}
      around={around}
      dispatches={dispatches}
      corrections={corrections}
      contradictions={await contradictionsOn(deps.store, [decision.id], seesSecretsOf(view.who, tree, view.today))}
      nodeName={nodeName}
      sees={sees}
      variants={await loadVariants(deps.store, decision.nodeId, decision.day)}
      mayNote={may(view.who, 'decision.register', { belongsTo: tree.chain(decision.nodeId), secrecy: null }, view.today).length === 0}
    />,
  )
}
