import type { Deps } from '../database/transact.ts'
import { draftKey, listDrafts, loadDraft, saveDraft } from '../registers/draft-store.ts'
import { type DecisionDraft, draftFields, draftOf } from './draft.ts'

const room = 'decision'

/** The key of a decision's draft among the person's drafts. */
export const keyOf = (id: string): string => draftKey(room, id)

/** The person's own draft of a decision, or null. */
export const loadDecisionDraft = async (deps: Deps, personId: string, id: string): Promise<DecisionDraft | null> => {
  const found = await loadDraft(deps.store, personId, keyOf(id))
  return found && draftOf(id, found.fields)
}

/** Keeps a draft. False when it is too long, or the person keeps too many. */
export const keepDecisionDraft = (deps: Deps, personId: string, draft: DecisionDraft): Promise<boolean> =>
  saveDraft(deps.store, personId, keyOf(draft.id), draftFields(draft))

/**
 * Changes a draft as it stands now: it is locked meanwhile, so that two windows of the same person lose nothing to each other.
 * Null when there is no such draft any more; the draft unchanged when it has become too long to keep.
 */
export const changeDecisionDraft = async (
  deps: Deps,
  personId: string,
  id: string,
  change: (draft: DecisionDraft) => DecisionDraft,
): Promise<DecisionDraft | null> =>
  deps.store.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('draft').select('fields').where('person_id', '=', personId).where('key', '=', keyOf(id)).forUpdate().executeTakeFirst()
    if (!row) return null
    const before = draftOf(id, row.fields as Parameters<typeof draftOf>[1])
    const after = change(before)
    return (await saveDraft(tx, personId, keyOf(id), draftFields(after))) ? after : before
  })

/** The person's drafts of decisions, latest first. */
export const listDecisionDrafts = async (deps: Deps, personId: string): Promise<readonly (DecisionDraft & { readonly savedAt: Date })[]> =>
  (await listDrafts(deps.store, personId, room)).map((d) => ({ ...draftOf(d.key.slice(room.length + 1), d.fields), savedAt: d.savedAt }))
