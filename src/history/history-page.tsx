import { type Day, longDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { Button } from '../web/components/button.tsx'
import { DataTable, Pager } from '../web/components/data-table.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { Empty, Facts, PageHead, Section } from '../web/components/section.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { type Touched, touched } from './change.ts'
import type { Change } from './history-store.ts'
import { instantOf, toldValue } from './told-value.ts'
import { words } from './words.ts'

type Names = ReadonlyMap<string, string>

/** Who did it, by name where it is known. */
export const actorWords = (actor: string, names: Names): Text =>
  actor.startsWith('system:') ? words.system(actor.slice(7)) : { sv: names.get(actor) ?? actor, en: names.get(actor) ?? actor }

const FieldsTouched = ({
  view,
  fields,
  names,
  op,
}: {
  readonly view: View
  readonly fields: readonly Touched[]
  readonly names: Names
  readonly op: Change['op']
}) => (
  <ul className="bare ui">
    {fields.map((f) => (
      <li key={f.name}>
        <span className="q3">{view.t(f.label)}:</span> {op === 'update' && <del>{toldValue(f, f.before, { names, locale: view.locale })}</del>}{' '}
        <ins>{toldValue(f, f.after, { names, locale: view.locale })}</ins>
      </li>
    ))}
  </ul>
)

const ChangeTable = ({
  view,
  changes,
  names,
  register = null,
}: {
  readonly view: View
  readonly changes: readonly Change[]
  readonly names: Names
  readonly register?: string | null
}) => (
  <DataTable
    locale={view.locale}
    caption={view.t(words.changes)}
    captionHidden
    // What touched nothing that a reader sees only counted up a version.
    rows={changes.filter((c) => c.op === 'delete' || touched(c, register).length > 0)}
    rowKey={(c) => String(c.id)}
    columns={[
      { id: 'day', head: view.t(words.when), nowrap: true, cell: (c) => longDay(c.day, view.locale) },
      {
        id: 'what',
        head: view.t(words.what),
        rowHead: true,
        cell: (c) => (
          <>
            {view.t(words.relation(c.relation))}: {view.t(words.op(c.op)).toLowerCase()}
            <FieldsTouched view={view} fields={touched(c, register)} names={names} op={c.op} />
          </>
        ),
      },
      {
        id: 'who',
        head: view.t(words.who),
        cell: (c) => (
          <>
            {view.t(actorWords(c.actor, names))}
            {c.clauseId && (
              <span className="sub">
                <a href={`/thing/${c.clauseId}`}>{view.t(words.byDecision)}</a>
              </span>
            )}
          </>
        ),
      },
      { id: 'recorded', head: view.t(words.recorded), nowrap: true, cell: (c) => <span className="q3">{instantOf(c.recordedAt, view.locale)}</span> },
      { id: 'place', head: view.t(words.place), numeric: true, label: `${view.t(words.place)}:`, cell: (c) => c.position ?? '' },
    ]}
  />
)

interface ThingHistoryProps {
  readonly view: View
  readonly id: string
  readonly title: string
  /** The register of an entry. */
  readonly register: string | null
  readonly changes: readonly Change[]
  readonly names: Names
  readonly next: string | null
  readonly form: FormState
  /** The thing as it was on the day asked for: its fields, 'absent' when it was not there, null when no day was asked for. */
  readonly asOf: { readonly day: Day; readonly fields: readonly Touched[] } | null
}

/** Everything that has been changed in a thing, and the thing as it was on any day. */
export const ThingHistory = ({ view, id, title, register, changes, names, next, form, asOf }: ThingHistoryProps) => {
  const { t } = view
  const first = changes.at(-1)
  return (
    <Shell view={view} title={t(words.historyOf(title))}>
      <PageHead
        kicker={<a href={`/thing/${id}`}>{t(words.toThing)}</a>}
        title={t(words.historyOf(title))}
        lead={t(words.leadOf(changes.length, next !== null, first ? longDay(first.day, view.locale) : ''))}
      />
      <Problems form={form} after={null} />
      <Section id="as-of" title={t(words.asOf)}>
        <form method="get" className="field-row">
          <DayField form={form} name="day" label={t(words.asOf)} hint={t(words.asOfHint)} />
          <Button kind="second">{t(words.show)}</Button>
        </form>
        {asOf && <AsOf view={view} asOf={asOf} names={names} />}
      </Section>
      <Section id="changes" title={t(words.changes)} kind="wide">
        <ChangeTable view={view} changes={changes} names={names} register={register} />
        <Takeout view={view} list={`history/${id}`} />
        {next && <Pager locale={view.locale} count={t(words.older)} next={next} />}
      </Section>
    </Shell>
  )
}

const AsOf = ({ view, asOf, names }: { readonly view: View; readonly asOf: NonNullable<ThingHistoryProps['asOf']>; readonly names: Names }) => {
  const day = longDay(asOf.day, view.locale)
  if (asOf.fields.length === 0) return <Empty>{view.t(words.notYet(day))}</Empty>
  return (
    <>
      <h3>{view.t(words.asOfTitle(day))}</h3>
      <Facts facts={asOf.fields.map((f) => ({ name: view.t(f.label), value: toldValue(f, f.after, { names, locale: view.locale }) }))} />
    </>
  )
}

interface WholeHistoryProps {
  readonly view: View
  readonly changes: readonly Change[] | null
  readonly refusals: readonly Refusal[]
  readonly names: Names
  readonly next: string | null
  readonly head: { readonly position: number; readonly chain: string } | null
}

/** The history as a whole: how much it holds, its last seal, and for those who may, the latest changes. */
export const WholeHistory = ({ view, changes, refusals, names, next, head }: WholeHistoryProps) => {
  const { t } = view
  return (
    <Shell view={view} title={t(words.title)}>
      <PageHead title={t(words.title)} lead={t(words.lead(head?.position ?? 0))} />
      <Section id="chain" title={t(words.chain)}>
        <p className="prose">{t(words.chainText)}</p>
        {head && <Facts facts={[{ name: t(words.lastSeal), value: <code className="seal">{`${head.position}:${head.chain}`}</code> }]} />}
      </Section>
      <Section id="latest" title={t(words.latest)} kind={changes ? 'wide' : 'side'}>
        {changes ? <ChangeTable view={view} changes={changes} names={names} /> : <Empty>{t(refusals.length > 0 ? words.onlySome : words.nothing)}</Empty>}
        {changes && <Takeout view={view} list="history" />}
        {next && <Pager locale={view.locale} count={t(words.older)} next={next} />}
      </Section>
    </Shell>
  )
}
