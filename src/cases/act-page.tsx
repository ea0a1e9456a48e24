import type { ReactNode } from 'react'
import type { Text } from '../kernel/text.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { Select } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField, TextArea, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { type Case, partyRoles } from './case.ts'
import { words } from './words.ts'

/** The small acts on a case that have a form of their own. */
export const caseActs = ['party', 'event', 'close', 'reopen'] as const
export type CaseAct = (typeof caseActs)[number]

const titles: Readonly<Record<CaseAct, Text>> = { party: words.addParty, event: words.noteEvent, close: words.close, reopen: words.reopen }

const fields: Readonly<Record<CaseAct, (view: View, form: FormState) => ReactNode>> = {
  party: (view, form) => (
    <>
      <TextField form={form} name="name" label={view.t(words.partyName)} />
      <Select form={form} name="role" label={view.t(words.partyRole)} width="m" choices={partyRoles.map((r) => ({ value: r, label: view.t(words.role(r)) }))} />
    </>
  ),
  event: (view, form) => (
    <>
      <DayField form={form} name="day" label={view.t(words.eventDay)} />
      <TextArea form={form} name="text" label={view.t(words.eventText)} />
    </>
  ),
  close: (view, form) => <TextArea form={form} name="reason" required={false} label={view.t(words.closeReason)} hint={view.t(words.closeHint)} />,
  reopen: (view, form) => <TextArea form={form} name="reason" label={view.t(words.reopenReason)} />,
}

/** The form of one act on a case. */
export const CaseActPage = ({ view, found, act, form }: { readonly view: View; readonly found: Case; readonly act: CaseAct; readonly form: FormState }) => (
  <Shell view={view} title={`${view.t(titles[act])} · ${found.number}`} question={1} room="cases">
    <PageHead kicker={`${found.number} ${found.title}`} title={view.t(titles[act])} />
    <Problems form={form} title={(n) => view.t(words.problems(n))} />
    <form method="post">
      <Csrf view={view} />
      <Section id="act" title={view.t(titles[act])}>
        {fields[act](view, form)}
        <Acts>
          <Button>{view.t(titles[act])}</Button>
          <a href={`/cases/${found.id}`}>{view.t(words.cancel)}</a>
        </Acts>
      </Section>
    </form>
  </Shell>
)
