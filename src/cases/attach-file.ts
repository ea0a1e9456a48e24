import type { Deps } from '../database/transact.ts'
import { refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { attach, type AttachInput, orSuperseded } from '../files/attach.ts'
import { type ActOptions, actOnCase } from './act.ts'
import { closedHinders } from './case.ts'
import { loadDocument } from './case-store.ts'
import { words } from './words.ts'

/** Attaches files to a case that is not closed, or to one of its documents that counts. */
export const attachFile = (
  deps: Deps,
  who: Who,
  input: AttachInput & { readonly caseId: string },
  options: ActOptions = {},
): Promise<Verdict<readonly string[]>> =>
  orSuperseded(
    actOnCase(deps, who, { caseId: input.caseId, act: 'attach file', options, rules: closedHinders }, async (tx, found) => {
      if (input.thingId !== found.id) {
        const document = await loadDocument(tx, input.thingId)
        if (document?.caseId !== found.id) return refused({ code: 'document.unknown', text: words.unknownDocument })
        if (document.replacedBy) return refused({ code: 'document.replaced', text: words.replacedAlready })
      }
      return attach(tx, deps, input)
    }),
  )
