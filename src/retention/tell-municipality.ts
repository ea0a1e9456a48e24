import { type Deps, transact } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { may } from '../rulebook/policy.ts'
import { keepWords as words } from './keep-words.ts'

/** Tells the four digits of the municipality: by them it is known whether all its personal files are kept for research (SoF 13:1). */
export const tellMunicipality = (
  deps: Deps,
  who: Who,
  { nodeId, code }: { readonly nodeId: string; readonly code: string },
  { bySystem = false } = {},
): Promise<Verdict<null>> =>
  transact(deps, { actor: bySystem ? 'system:demonstration' : actorOf(who), act: 'tell municipality code' }, async (tx) => {
    const today = deps.clock.today()
    const tree = await loadTree(tx, today)
    const wrong: Refusal[] = bySystem ? [] : [...may(who, 'organisation.change', { belongsTo: [nodeId], secrecy: null }, today)]
    if (tree.get(nodeId)?.kind !== 'municipality') wrong.push({ code: 'keep.unknown', text: words.unknown })
    if (!/^\d{4}$/.test(code)) wrong.push({ code: 'keep.code', field: 'code', text: words.codeNeeded })
    if (wrong.length > 0) return refused(...wrong)
    await tx
      .insertInto('municipality_code')
      .values({ node_id: nodeId, code })
      .onConflict((oc) => oc.column('node_id').doUpdateSet({ code }))
      .execute()
    return granted(null)
  })
