import { type Day, shortDay } from '../kernel/day.ts'
import type { OrgNode, Tree } from '../organisation/tree.ts'
import { mayAdd } from '../registers/hand-in-entry.ts'
import { Written } from '../web/components/written.tsx'
import { type Column, DataTable, Pager } from '../web/components/data-table.tsx'
import { Chosen, FilterColumn } from '../web/components/filter-column.tsx'
import { Law } from '../web/components/law.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Brk, Status } from '../web/components/status.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { petitions, type Unanswered } from './unanswered.ts'
import { words } from './words.ts'

export interface Asked {
  readonly body: OrgNode | null
  readonly register: string | null
}

interface Props {
  readonly view: View
  readonly tree: Tree
  readonly bodies: readonly OrgNode[]
  readonly asked: Asked
  readonly rows: readonly Unanswered[]
  readonly counts: { readonly all: number; readonly late: number }
  readonly next: string | null
  readonly onFirstPage: boolean
}

const address = ({ body, register }: Asked, after?: string): string => {
  const query = new URLSearchParams(Object.entries({ body: body?.slug, register, after }).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size === 0 ? '/petitions' : `/petitions?${query}`
}

const Due = ({ view, due }: { readonly view: View; readonly due: Day | null }) => {
  if (due === null) return <Brk>{view.t(words.noDay)}</Brk>
  const told = shortDay(due, view.today, view.locale)
  return due < view.today ? (
    <Brk>
      {told}, {view.t(words.late)}
    </Brk>
  ) : (
    told
  )
}

/** Everything that members and residents have put to the council and that waits for its answer. */
export const UnansweredPage = ({ view, tree, bodies, asked, rows, counts, next, onFirstPage }: Props) => {
  const { t, locale } = view
  const columns: readonly Column<Unanswered>[] = [
    {
      id: 'what',
      head: t(words.what),
      rowHead: true,
      cell: (row) => (
        <>
          <a href={`/register/${row.definition.path}/${row.id}`}>
            <Written locale={view.locale}>{row.title}</Written>
          </a>
          <span className="sub">{row.number}</span>
        </>
      ),
    },
    { id: 'kind', head: t(words.kind), nowrap: true, cell: (row) => t(row.definition.words.one) },
    { id: 'body', head: t(words.body), label: `${t(words.body)}:`, cell: (row) => tree.get(row.nodeId)?.short ?? '–' },
    { id: 'filed', head: t(words.filed), label: `${t(words.filed)}:`, nowrap: true, cell: (row) => shortDay(row.filed, view.today, locale) },
    { id: 'due', head: t(words.due), label: `${t(words.due)}:`, cell: (row) => <Due view={view} due={row.due} /> },
    {
      id: 'state',
      head: t(words.state),
      cell: (row) => {
        const state = row.definition.lifecycle.states[row.state]
        return state ? <Status mark={state.mark}>{t(state.words)}</Status> : row.state
      },
    },
  ]
  return (
    <Shell view={view} title={t(words.title)} question={1} room="petitions">
      <PageHead title={t(words.title)} lead={t(words.lead(counts.all, counts.late))}>
        <p className="ui">
          {t(words.about)} <Law law={words.law} locale={locale} />
        </p>
      </PageHead>
      <section className="sec" aria-label={t(words.title)}>
        <FilterColumn
          locale={locale}
          action="/petitions"
          filters={[
            {
              kind: 'select',
              name: 'register',
              label: t(words.kind),
              options: petitions.map((d) => ({ value: d.name, label: t(d.words.many), chosen: d.name === asked.register })),
            },
            {
              kind: 'select',
              name: 'body',
              label: t(words.body),
              options: bodies.map((b) => ({ value: b.slug, label: t(b.name), chosen: b.id === asked.body?.id })),
            },
          ]}
        />
        <div className="stack">
          <Chosen
            locale={locale}
            count={t(words.counted(rows.length))}
            words={t(words.urgentFirst)}
            clearHref={asked.body || asked.register ? '/petitions' : null}
          />
          <DataTable locale={locale} caption={t(words.title)} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} empty={t(words.none)} />
          {(next !== null || !onFirstPage) && (
            <Pager locale={locale} count={t(words.counted(rows.length))} next={next ? address(asked, next) : null}>
              {!onFirstPage && <a href={address(asked)}>{t(words.firstPage)}</a>}
            </Pager>
          )}
          {rows.length > 0 && <Takeout view={view} list="petitions" />}
        </div>
      </section>
      <Section id="registers" title={t(words.registers)}>
        <ul className="prose">
          {petitions.map((d) => (
            <li key={d.name}>
              <a href={`/register/${d.path}`}>{t(d.words.many)}</a>
              {mayAdd(d, view.who, tree) && (
                <>
                  {' '}
                  (<a href={`/register/${d.path}/new`}>{t(words.file)}</a>)
                </>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </Shell>
  )
}
