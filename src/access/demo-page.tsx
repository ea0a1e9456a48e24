import { Button } from '../web/components/button.tsx'
import { DataTable } from '../web/components/data-table.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { DemoRole } from './step-in.ts'
import { words } from './words.ts'

interface DemoProps {
  readonly view: View
  readonly cast: readonly { readonly role: DemoRole; readonly name: string | null; readonly desk: string | null; readonly here: boolean }[]
}
export type CastMember = DemoProps['cast'][number]

const StepInButton = ({ view, role }: { readonly view: View; readonly role: DemoRole }) => (
  <form method="post" action="/demo/step-in" data-turbo="false">
    <Csrf view={view} />
    <Button kind="second" name="role" value={role}>
      {view.t(words.demoRole[role])}
    </Button>
  </form>
)

/** Who one may be in the demonstration, and what each may do. */
export const DemoPage = ({ view, cast }: DemoProps) => (
  <Shell view={view} title={view.t(words.demo)}>
    <PageHead title={view.t(words.demo)} lead={view.t(words.demoLead)} />
    <Section id="roles" title={view.t(words.demoRoles)} intro={view.t(words.demoIntro)}>
      <DataTable
        locale={view.locale}
        caption={view.t(words.demoRoles)}
        captionHidden
        rows={cast}
        rowKey={({ role }) => role}
        rowClass={({ here }) => (here ? 'here' : undefined)}
        columns={[
          {
            id: 'role',
            head: view.t(words.demoRoleHead),
            rowHead: true,
            cell: ({ role, here }) => (here ? `${view.t(words.demoRole[role])} · ${view.t(words.demoHere)}` : <StepInButton view={view} role={role} />),
          },
          {
            id: 'person',
            head: view.t(words.demoPerson),
            cell: ({ name, desk }) => (
              <>
                {name ?? '–'}
                {desk && <span className="sub">{desk}</span>}
              </>
            ),
          },
          { id: 'does', head: view.t(words.demoDoesHead), cell: ({ role }) => view.t(words.demoDoes[role]) },
        ]}
      />
    </Section>
  </Shell>
)
