import { type Day, longDay } from '../kernel/day.ts'
import type { Kept } from '../decisions/own/retention-facts.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Locale, Text } from '../kernel/text.ts'
import { Written } from '../web/components/written.tsx'
import { Button, ButtonLink } from '../web/components/button.tsx'
import { newForm, refusedForm } from '../web/components/form-state.ts'
import { TextField } from '../web/components/inputs.tsx'
import { Csrf } from '../web/csrf.tsx'
import { DataTable } from '../web/components/data-table.tsx'
import { Facts, PageHead, Section } from '../web/components/section.tsx'
import { Brk } from '../web/components/status.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Tombstone } from './tombstones.ts'
import { keepWords } from './keep-words.ts'
import { words } from './words.ts'

/** Something whose time has come. */
export type Due = Kept & { readonly days: { readonly from: Day; readonly by: Day | null }; readonly hinders: readonly Refusal[] }

/** A municipality of the tree with its code. */
export interface Coded {
  readonly id: string
  readonly name: Text
  readonly code: string | null
  readonly mayTell: boolean
}

const isLate = (d: Due, today: Day): boolean => d.days.by !== null && d.days.by < today

interface RetentionPageProps {
  readonly view: View
  readonly due: readonly Due[]
  readonly tombstones: readonly Tombstone[]
  readonly municipalities: readonly Coded[]
  /** The code that was typed and could not be one. */
  readonly typed: string | null
  /** The first of what is ready that the reader may draft a decision about, or null. */
  readonly proposed: string | null
}

const codeForm = (locale: Locale, typed: string | null, code: string | null) =>
  typed === null ? newForm(locale, { code }) : refusedForm(locale, { code: [typed] }, [{ code: 'keep.code', field: 'code', text: keepWords.codeNeeded }])

/** What may be destroyed and by when, what has been, and the rule of each register. */
export const RetentionPage = ({ view, due, tombstones, municipalities, typed, proposed }: RetentionPageProps) => {
  const { t, locale, today } = view
  const ready = due.filter((d) => d.hinders.length === 0)
  return (
    <Shell view={view} title={t(words.title)}>
      <PageHead title={t(words.title)} lead={t(words.lead(ready.length, ready.filter((d) => isLate(d, today)).length))} />
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
                  <a href={d.kind === 'case' ? `/retention/${d.id}` : `/thing/${d.id}`}>
                    <Written locale={view.locale}>{d.title}</Written>
                  </a>
                  <span className="sub">{d.number}</span>
                </>
              ),
            },
            {
              id: 'rule',
              head: t(words.rule),
              cell: (d) => (d.rule.keep === 'years' && d.days.by ? t(words.years(d.rule.years, d.rule.law)) : t(words.handedOver)),
            },
            { id: 'last', head: t(words.last), label: `${t(words.last)}:`, nowrap: true, cell: (d) => longDay(d.last, locale) },
            { id: 'from', head: t(words.from), label: `${t(words.from)}:`, nowrap: true, cell: (d) => longDay(d.days.from, locale) },
            {
              id: 'by',
              head: t(words.by),
              label: `${t(words.by)}:`,
              nowrap: true,
              cell: (d) => (d.days.by === null ? '–' : isLate(d, today) ? <Brk>{longDay(d.days.by, locale)}</Brk> : longDay(d.days.by, locale)),
            },
            {
              id: 'trial',
              head: t(words.trial),
              cell: (d) =>
                d.hinders.length === 0
                  ? t(words.ready)
                  : d.hinders.map((h) => (
                      <span key={h.code} className="sub">
                        {t(h.text)} {h.law}
                      </span>
                    )),
            },
          ]}
        />
        {due.length > 0 && <Takeout view={view} list="retention" />}
        {proposed && (
          <p>
            <ButtonLink kind="second" href={`/decisions/new?clause=destroy&of=${proposed}`}>
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
      <Section id="municipality" title={t(keepWords.municipality)} intro={t(keepWords.municipalityIntro)}>
        <Facts facts={municipalities.map((m) => ({ name: t(m.name), value: m.code ?? <Brk>{t(keepWords.noCode)}</Brk> }))} />
        {municipalities
          .filter((m) => m.mayTell)
          .map((m) => (
            <form key={m.id} method="post" action={`/retention/municipality/${m.id}`} className="stack stack--s">
              <Csrf view={view} />
              <TextField form={codeForm(locale, typed, m.code)} name="code" width="s" label={`${t(keepWords.code)} (${t(m.name)})`} />
              <p>
                <Button kind="second">{t(keepWords.save)}</Button>
              </p>
            </form>
          ))}
      </Section>
      <Section id="rules" title={t(words.rules)}>
        <Facts facts={allDefinitions.map((d) => ({ name: t(d.words.many), value: t(d.retention) }))} />
      </Section>
    </Shell>
  )
}
