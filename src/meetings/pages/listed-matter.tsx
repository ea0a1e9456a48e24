import type { View } from '../../web/view.ts'
import { demandOf, sourceOf, urgencyOf } from '../agenda/listed.ts'
import type { Listed } from '../agenda/proposal.ts'

/** A notified matter or a delegated decision as an item lists it, marked where it demands action of the body (processes A4). */
export const ListedMatter = ({ view, listed }: { readonly view: View; readonly listed: Listed }) => {
  const demand = demandOf(listed)
  const urgency = urgencyOf(listed)
  return (
    <>
      {listed.decisionId ? <a href={`/decisions/${listed.decisionId}`}>{listed.text}</a> : listed.text}
      <span className="sub">{sourceOf(listed, view.locale)}</span>
      {urgency && <span className="sub">{view.t(urgency)}</span>}
      {demand && (
        <span className="sub">
          <strong>{view.t(demand.mark)}</strong>
          {demand.what && `: ${view.t(demand.what)}`}
        </span>
      )}
    </>
  )
}
