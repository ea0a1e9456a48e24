import { type Day, longDay } from '../kernel/day.ts'
import type { Kept } from '../decisions/own/retention-facts.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import { ButtonLink } from '../web/components/button.tsx'
import { DataTable } from '../web/components/data-table.tsx'
import { Facts, PageHead, Section } from '../web/components/section.tsx'
import { Brk } from '../web/components/status.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Tombstone } from './tombstones.ts'
import { words } from './words.ts'

/** Something whose time has come. */
export type Due = Kept & { readonly days: { readonly from: Day; readonly by: Day } }

interface RetentionPageProps {
  readonly view: View
  readonly due: readonly Due[]
  readonly tombstones: readonly Tombstone[]
}

/** What may be destroyed and by when, what has been, and the rule of each register. */
export const RetentionPage = ({ view, due, tombstones }: RetentionPageProps) => {
  const { t, locale, today } = view
  return (
    <Shell view={view} title={t(words.title)}>
      <PageHead title={t(words.title)} lead={t(words.lead(due.length, due.filter((d) => d.days.by < today).length))} />
      <Section id="due" title={t(words.due)} intro={t(words.dueIntro)} kind="wide">
        <DataTable<Due>
          locale={locale}
          caption={t(words.due)}
          captionHidden
          rows={due}
          rowKey={(d) => d.id}
          empty={t(words.noneDue)}
          columns={[
            {
              id: 'what',
              head: t(words.what),
              rowHead: true,
              cell: (d) => (
                <>
                  <a href={`/thing/${d.id}`}>{d.title}</a>
                  <span className="sub">{d.number}</span>
                </>
              ),
            },
            { id: 'rule', head: t(words.rule), cell: (d) => (d.rule.keep === 'years' ? t(words.years(d.rule.years, d.rule.law)) : '–') },
            { id: 'last', head: t(words.last), nowrap: true, cell: (d) => longDay(d.last, locale) },
            { id: 'from', head: t(words.from), nowrap: true, cell: (d) => longDay(d.days.from, locale) },
            {
              id: 'by',
              head: t(words.by),
              nowrap: true,
              cell: (d) => (d.days.by < today ? <Brk>{longDay(d.days.by, locale)}</Brk> : longDay(d.days.by, locale)),
            },
          ]}
        />
        {due.length > 0 && <Takeout view={view} list="retention" />}
        {due.length > 0 && (
          <p>
            <ButtonLink kind="second" href="/decisions/new">
              {t(words.draft)}
            </ButtonLink>
          </p>
        )}
      </Section>
      <Section id="destroyed" title={t(words.destroyed)} intro={t(words.destroyedIntro)} kind="wide">
        <DataTable<Tombstone>
          locale={locale}
          caption={t(words.destroyed)}
          captionHidden
          rows={tombstones}
          rowKey={(s) => s.id}
          empty={t(words.noneDestroyed)}
          columns={[
            { id: 'what', head: t(words.what), rowHead: true, cell: (s) => `${t(words.kindOf(s.kind))} ${s.number ?? ''}` },
            { id: 'day', head: t(words.day), nowrap: true, cell: (s) => longDay(s.destroyed, locale) },
            { id: 'decision', head: t(words.decision), cell: (s) => <a href={`/thing/${s.clauseId}`}>{t(words.toDecision)}</a> },
            { id: 'digest', head: t(words.digest), cell: (s) => <code className="seal">{s.digest.slice(0, 16)}</code> },
          ]}
        />
      </Section>
      <Section id="rules" title={t(words.rules)}>
        <Facts facts={allDefinitions.map((d) => ({ name: t(d.words.many), value: t(d.retention) }))} />
      </Section>
    </Shell>
  )
}
