import { may } from '../access/policy.ts'
import type { ActOptions } from '../cases/act.ts'
import { type Deps, transact } from '../database/transact.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { fileHinders } from './dispatch.ts'
import { hasActed, loadDispatch } from './dispatch-store.ts'
import { words } from './words.ts'

/** Lays a received decision to rest ("läggs till handlingarna"): refused while it demands action and nothing has been done. */
export const fileDispatch = async (deps: Deps, who: Who, { dispatchId }: { readonly dispatchId: string }, options: ActOptions = {}): Promise<Verdict<null>> =>
  transact(deps, { actor: actorFor(who, options), act: 'file dispatch' }, async (tx) => {
    const found = await loadDispatch(tx, dispatchId, { lock: true })
    if (!found) return refused({ code: 'dispatch.unknown', text: words.unknownDispatch })
    const today = deps.clock.today()
    const tree = await loadTree(tx, today)
    const acted = await hasActed(tx, found.decisionId, tree.below(found.receiverId))
    const refusals = [
      ...(options.bySystem ? [] : may(who, 'dispatch.handle', { belongsTo: tree.chain(found.receiverId), secrecy: null }, today)),
      ...fileHinders(found, acted),
    ]
    if (refusals.length > 0) return refused(...refusals)
    await tx.updateTable('dispatch').set({ filed: today }).where('id', '=', found.id).execute()
    return granted(null)
  })
