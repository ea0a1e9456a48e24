import { dayOf, longDay } from '../kernel/day.ts'
import { Button } from '../web/components/button.tsx'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Draft } from './draft-store.ts'
import { entryWords as words } from './entry-words.ts'

/** The first thing typed that reads like a name. */
const titleOf = ({ fields }: Draft): string | undefined =>
  fields['title']?.[0] || Object.entries(fields).find(([name, v]) => !name.startsWith('_') && v[0])?.[1][0]

/** Where the draft's form is: told by the form itself, and only an address of our own. */
export const addressOf = ({ key, fields }: Draft): string => {
  const at = fields['_at']?.[0] ?? ''
  return /^\/(?!\/)[A-Za-z0-9/_-]*$/.test(at) ? `${at}?draft=${encodeURIComponent(key)}` : '/drafts'
}

/** The reader's own drafts, wherever in the house they were begun. */
export const DraftsPage = ({ view, drafts }: { readonly view: View; readonly drafts: readonly Draft[] }) => (
  <Shell view={view} title={view.t(words.draftsTitle)}>
    <PageHead title={view.t(words.draftsTitle)} lead={view.t(words.draftsLead(drafts.length))} />
    {drafts.length > 0 && (
      <section className="sec sec--wide" aria-label={view.t(words.draftsTitle)}>
        <DataTable locale={view.locale} caption={view.t(words.draftsTitle)} captionHidden columns={columns(view)} rows={drafts} rowKey={(d) => d.key} />
      </section>
    )}
  </Shell>
)

const columns = (view: View): readonly Column<Draft>[] => [
  { id: 'draft', head: view.t(words.draft), rowHead: true, cell: (d) => <a href={addressOf(d)}>{titleOf(d)?.slice(0, 120) ?? view.t(words.untitled)}</a> },
  { id: 'saved', head: view.t(words.savedAt), label: `${view.t(words.savedAt)}:`, nowrap: true, cell: (d) => longDay(dayOf(d.savedAt), view.locale) },
  {
    id: 'drop',
    head: view.t(words.dropDraft),
    headHidden: true,
    cell: (d) => (
      <form method="post" action={`/drafts/${encodeURIComponent(d.key)}/drop`}>
        <Csrf view={view} />
        <Button kind="second">{view.t(words.dropDraft)}</Button>
      </form>
    ),
  },
]
