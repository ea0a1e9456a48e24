import { may } from '../access/policy.ts'
import { seesSecretsOf } from '../access/visible.ts'
import { contradictionsOn } from '../contradictions/standing-store.ts'
import type { Deps } from '../database/transact.ts'
import { loadAttachments } from '../files/attachment-store.ts'
import { say } from '../kernel/text.ts'
import type { Tree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import type { FormState } from '../web/components/form-state.ts'
import { type Ctx, page } from '../web/view.ts'
import type { Case } from './case.ts'
import { loadCameWith } from './came-with.ts'
import { CasePage } from './case-page.tsx'
import { loadCaseDecisions, loadDocuments, loadEvents, loadParties } from './case-store.ts'
import { preparationOf } from './preparation/preparation-of.ts'

/** The page of a case. `stepForm` is the form of its preparation's open step as it came back refused. */
export const showCase = async (c: Ctx, deps: Deps, found: Case, tree: Tree, stepForm?: FormState): Promise<Response> => {
  const view = c.get('view')
  const { store } = deps
  const [parties, documents, decisions, events, attachments, cameWith] = await Promise.all([
    loadParties(store, found.id),
    loadDocuments(store, found.id),
    loadCaseDecisions(store, found.id),
    loadEvents(store, found.id),
    loadAttachments(store, [found.id]),
    loadCameWith(store, found.id),
  ])
  const body = tree.get(found.nodeId)
  const seen = <T extends { readonly nodeId: string; readonly secrecy: string | null }>(things: readonly T[]): readonly T[] =>
    things.filter((t) => may(view.who, 'see', subjectOf(t, tree), view.today).length === 0)
  const shown = seen(documents)
  return page(
    c,
    <CasePage
      view={view}
      found={found}
      body={{ name: body ? say(body.name, view.locale) : '–', slug: body?.slug ?? '' }}
      parties={parties}
      documents={shown}
      documentFiles={
        await loadAttachments(
          store,
          shown.map((d) => d.id),
        )
      }
      decisions={seen(decisions)}
      events={events}
      cameWith={seen(cameWith)}
      contradictions={
        await contradictionsOn(store, [found.id, ...documents.map((d) => d.id), ...decisions.map((d) => d.id)], seesSecretsOf(view.who, tree, view.today))
      }
      attachments={attachments}
      preparation={{ ...(await preparationOf(deps, view.who, found, tree)), form: stepForm }}
      hinders={may(view.who, 'case.write', subjectOf(found, tree), view.today)}
      mayDecide={may(view.who, 'decision.register', subjectOf(found, tree), view.today).length === 0}
    />,
    stepForm ? 422 : 200,
  )
}
