import type { MailCount } from '../jobs/mail-store.ts'
import type { JobCount } from '../jobs/job-store.ts'
import { formatNumber } from '../kernel/number.ts'
import { Button } from '../web/components/button.tsx'
import { DataTable, Pager } from '../web/components/data-table.tsx'
import { Note, PageHead, Section } from '../web/components/section.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { MailList, MailStatus } from './mail-table.tsx'
import type { MailRow } from './mail-list.ts'
import { reminderWords as words } from './words.ts'

interface OutboxProps {
  readonly view: View
  readonly counts: readonly MailCount[]
  readonly jobs: readonly JobCount[]
  readonly rows: readonly MailRow[]
  readonly next: string | null
  readonly sends: boolean
}

/** The outbox for those who keep it: how many wait, what went wrong, never what letters say. */
export const OutboxPage = ({ view, counts, jobs, rows, next, sends }: OutboxProps) => {
  const { t, locale } = view
  const of = (...states: readonly string[]): number => counts.filter((c) => states.includes(c.state)).reduce((sum, c) => sum + c.count, 0)
  const number = (n: number): string => formatNumber(n, 0, locale)
  return (
    <Shell view={view} title={t(words.outbox)}>
      <PageHead title={t(words.outbox)} lead={t(words.outboxLead(of('waiting', 'sending', 'handing'), of('unsure', 'refused')))} />
      <Section id="states" title={t(words.inStates)} intro={t(words.outboxIntro)}>
        {!sends && <Note>{t(words.noServer)}</Note>}
        {of('unsure') > 0 && <Note kind="gap">{t(words.unsureNote)}</Note>}
        <DataTable
          locale={locale}
          kind="fit"
          caption={t(words.inStates)}
          captionHidden
          rows={counts}
          rowKey={(c) => c.state}
          empty={t(words.noLetters)}
          columns={[
            { id: 'state', head: t(words.state), rowHead: true, cell: (c) => <MailStatus view={view} state={c.state} /> },
            { id: 'n', head: t(words.number), numeric: true, cell: (c) => number(c.count) },
          ]}
        />
      </Section>
      <Section id="mail" kind="wide" title={t(words.letters)}>
        <MailList
          view={view}
          rows={rows}
          caption={t(words.outboxCaption)}
          empty={t(words.noLetters)}
          more={[
            { id: 'attempts', head: t(words.attempts), label: `${t(words.attempts)}:`, numeric: true, cell: (r) => number(r.attempts) },
            { id: 'why', head: t(words.why), label: `${t(words.why)}:`, cell: (r) => (r.error ? <span lang="en">{r.error}</span> : '–') },
            { id: 'again', head: t(words.sendAgain), headHidden: true, cell: (r) => <Again view={view} row={r} /> },
          ]}
        />
        {rows.length > 0 && <Takeout view={view} list="outbox" />}
        {next && <Pager locale={locale} count="" next={`/outbox?after=${next}`} />}
      </Section>
      <Section id="work" title={t(words.work)}>
        <DataTable
          locale={locale}
          kind="fit"
          caption={t(words.workCaption)}
          captionHidden
          rows={jobs}
          rowKey={(j) => j.kind}
          empty={t(words.noWork)}
          columns={[
            { id: 'kind', head: t(words.workKind), rowHead: true, cell: (j) => <code>{j.kind}</code> },
            { id: 'waiting', head: t(words.waiting), numeric: true, cell: (j) => number(j.waiting) },
            { id: 'running', head: t(words.running), numeric: true, cell: (j) => number(j.running) },
            { id: 'failed', head: t(words.failed), numeric: true, cell: (j) => number(j.failed) },
          ]}
        />
      </Section>
    </Shell>
  )
}

/** What was refused or is unsure may be sent again, by somebody who knows why. */
const Again = ({ view, row }: { readonly view: View; readonly row: MailRow }) =>
  row.state === 'unsure' || row.state === 'refused' ? (
    <form method="post" action={`/outbox/${row.id}/again`}>
      <Csrf view={view} />
      <Button kind="second">
        {view.t(words.sendAgain)}
        <span className="vh">{` (${row.person})`}</span>
      </Button>
    </form>
  ) : null
