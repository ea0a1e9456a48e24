import { longDay, type Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { Acts, Button, ClosedAct } from '../web/components/button.tsx'
import { DataTable } from '../web/components/data-table.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { TextArea, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { words } from './words.ts'

/** A marking as it was made. */
export interface Mark {
  readonly id: string
  readonly section: string | null
  readonly reason: string
  readonly day: Day
  readonly authority: string
  readonly person: string
}

interface SecrecyPageProps {
  readonly view: View
  readonly id: string
  readonly name: string
  readonly secrecy: string | null
  readonly marks: readonly Mark[]
  readonly hinders: readonly Refusal[]
  readonly form: FormState
}

/** The secrecy of one thing: how it is marked, by whom and why, and the form that changes it. */
export const SecrecyPage = ({ view, id, name, secrecy, marks, hinders, form }: SecrecyPageProps) => {
  const { t } = view
  return (
    <Shell view={view} title={t(words.secrecyOf(name))}>
      <PageHead kicker={<a href={`/thing/${id}`}>{name}</a>} title={t(words.secrecy)} lead={t(secrecy ? words.nowSecret(secrecy) : words.nowOpen)} />
      <Problems form={form} title={(n) => t(words.problems(n))} />
      <Section id="change" title={t(words.change)}>
        {hinders[0] ? (
          <ClosedAct id="mark" label={t(words.save)}>
            {t(hinders[0].text)}
          </ClosedAct>
        ) : (
          <form method="post" className="stack">
            <Csrf view={view} />
            <TextField form={form} name="section" required={false} width="m" label={t(words.section)} hint={t(words.sectionHint)} />
            <TextArea form={form} name="reason" label={t(words.reason)} />
            <Acts>
              <Button>{t(words.save)}</Button>
            </Acts>
          </form>
        )}
      </Section>
      <Section id="marks" title={t(words.marks)}>
        <DataTable<Mark>
          locale={view.locale}
          caption={t(words.marks)}
          captionHidden
          rows={marks}
          rowKey={(m) => m.id}
          empty={t(words.noMarks)}
          columns={[
            { id: 'section', head: t(words.section), rowHead: true, cell: (m) => m.section ?? t(words.lifted) },
            { id: 'day', head: t(words.markedOn), nowrap: true, cell: (m) => longDay(m.day, view.locale) },
            { id: 'authority', head: t(words.authority), cell: (m) => m.authority },
            { id: 'who', head: t(words.who), cell: (m) => m.person },
            { id: 'reason', head: t(words.reason), cell: (m) => m.reason },
          ]}
        />
      </Section>
    </Shell>
  )
}
