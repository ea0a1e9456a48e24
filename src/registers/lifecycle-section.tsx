import { LifecycleDiagram } from '../web/charts/lifecycle-diagram.tsx'
import { Section } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import type { AnyDefinition } from './define.ts'
import { entryWords as words } from './entry-words.ts'

/** The register's lifecycle, drawn from the table that guards it, with the state that the entry is in. An act from several states is an arrow from each. */
export const LifecycleSection = ({ view, definition, state }: { readonly view: View; readonly definition: AnyDefinition; readonly state: string }) => {
  const { initial, states, acts } = definition.lifecycle
  const drawn = Object.entries(acts).flatMap(([, act]) =>
    act.from.map((from) => ({ from, to: act.to ?? from, label: view.t(act.words), ...(act.needs ? { needs: view.t(words.needs[act.needs]) } : {}) })),
  )
  return (
    <Section id="lifecycle" kind="wide" title={view.t(words.lifecycleTitle)} intro={view.t(words.lifecycleIntro)}>
      <LifecycleDiagram
        locale={view.locale}
        title={view.t(words.lifecycleName(definition.words.one))}
        states={Object.entries(states).map(([id, s]) => ({ id, label: view.t(s.words), initial: id === initial, final: !s.open }))}
        acts={drawn}
        current={state}
      />
    </Section>
  )
}
