import { DataTable } from '../web/components/data-table.tsx'
import { Details, Section } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import type { AnyAct, AnyDefinition } from './define.ts'
import { entryWords as words } from './entry-words.ts'

/** The register's lifecycle as a table of what leads where, the rows that the entry's state offers marked. */
export const LifecycleSection = ({ view, definition, state }: { readonly view: View; readonly definition: AnyDefinition; readonly state: string }) => {
  const { states, acts } = definition.lifecycle
  const name = (s: string): string => (states[s] ? view.t(states[s].words) : s)
  return (
    <Section id="lifecycle" title={view.t(words.lifecycleTitle)} intro={view.t(words.lifecycleIntro)}>
      <Details summary={view.t(words.asTable)}>
        <DataTable<[string, AnyAct]>
          locale={view.locale}
          kind="fit"
          caption={view.t(words.lifecycleName(definition.words.one))}
          rows={Object.entries(acts)}
          rowKey={([act]) => act}
          rowClass={([, act]) => (act.from.includes(state) ? 'here' : undefined)}
          columns={[
            { id: 'act', head: view.t(words.actHead), rowHead: true, cell: ([, act]) => view.t(act.words) },
            { id: 'from', head: view.t(words.fromHead), cell: ([, act]) => act.from.map(name).join(', ') },
            { id: 'to', head: view.t(words.toHead), cell: ([, act]) => (act.to ? name(act.to) : view.t(words.stays)) },
            { id: 'needs', head: view.t(words.needsHead), cell: ([, act]) => (act.needs ? view.t(words.needs[act.needs]) : '–') },
          ]}
        />
      </Details>
    </Section>
  )
}
