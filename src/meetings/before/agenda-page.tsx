import type { AgendaLine } from '../../database/tables/agenda.ts'
import type { OrgNode } from '../../organisation/tree.ts'
import { type AgendaChange, agendaChanges } from '../../rulebook/meeting/agenda-changes.ts'
import type { Reason } from '../../rulebook/reason.ts'
import { longDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { langOf, Written } from '../../web/components/written.tsx'
import { Acts, Button } from '../../web/components/button.tsx'
import { Checkbox, Select } from '../../web/components/choices.tsx'
import { type FormState, newForm } from '../../web/components/form-state.ts'
import { DayField, TextArea, TextField } from '../../web/components/inputs.tsx'
import { Law } from '../../web/components/law.tsx'
import { Problems } from '../../web/components/problems.tsx'
import { Details, Empty, PageHead, Section } from '../../web/components/section.tsx'
import { Brk, Status } from '../../web/components/status.tsx'
import { Csrf } from '../../web/csrf.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { electWords } from '../../organisation/elect-words.ts'
import { electedPlaces } from '../../rulebook/election/eligible.ts'
import { itemKinds, meetingForms, type MeetingHead } from '../record/record.ts'
import { listedShape } from '../agenda/proposal.ts'
import { ListedMatter } from '../pages/listed-matter.tsx'
import type { Standing } from '../preparation/on-agenda.ts'
import { words as preparationWords } from '../preparation/words.ts'
import { LackingPreparation, PreparationField, PreparedLine } from './item-preparation.tsx'
import type { ReadyCase } from './ready-cases.ts'
import type { SentVersion } from '../summons/as-sent.ts'
import { type Paper, type PaperChange, paperChanges, paperId } from '../summons/paper.ts'
import { words } from './words.ts'

/** An item with what is said of its preparation, how it stands (null where that is not asked), and what an election concerns. */
interface AgendaItem extends AgendaLine {
  readonly exempt: string | null
  readonly said: string
  readonly standing: Standing | null
  readonly elects: Readonly<Record<string, string>>
}

export interface AgendaProps {
  readonly view: View
  readonly meeting: MeetingHead
  readonly items: readonly AgendaItem[]
  /** The bodies that the meeting's body elects to. */
  readonly electable: readonly OrgNode[]
  /** For a new item: a form sent twice makes one. */
  readonly newId: string
  readonly cases: readonly ReadyCase[]
  readonly versions: readonly SentVersion[]
  /** What goes with the items as it is now, of what the reader may see; so also in the versions. */
  readonly papers: readonly Paper[]
  /** The law's times for notice and summons, and what is too late already. */
  readonly times: { readonly reasons: readonly Reason[]; readonly late: readonly Refusal[] }
  readonly form: FormState
}

/** The agenda as it is built: its items in order, the cases that wait, the sending, and what has changed since it was sent. */
export const AgendaPage = (props: AgendaProps) => {
  const { view, meeting, items, form } = props
  const { t, locale } = view
  return (
    <Shell view={view} title={`${t(words.title)} ${t(meeting.body.name)} ${meeting.day}`} question={1} room="meetings">
      <PageHead
        kicker={
          <a href={`/meetings/${meeting.id}`}>
            {t(meeting.body.name)} {longDay(meeting.day, locale)}
          </a>
        }
        title={t(words.title)}
        lead={t(words.lead(items.length, meeting.day))}
      />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      <Items {...props} />
      <Cases {...props} />
      <Election {...props} />
      <Other {...props} />
      <Sending {...props} />
    </Shell>
  )
}

const Act = ({
  view,
  meeting,
  act,
  item,
  kind = 'inline',
  children,
}: Pick<AgendaProps, 'view' | 'meeting'> & {
  readonly act: string
  readonly item?: string
  /** 'stack' where what is typed needs the width. */
  readonly kind?: 'inline' | 'stack'
  readonly children: React.ReactNode
}) => (
  <form method="post" action={`/meetings/${meeting.id}/agenda`} className={kind}>
    <Csrf view={view} />
    <input type="hidden" name="act" value={act} />
    {item && <input type="hidden" name="item" value={item} />}
    {children}
  </form>
)

const Items = ({ view, meeting, items, electable, form }: AgendaProps) => {
  const { t } = view
  return (
    <Section id="items" title={t(words.items)}>
      {items.length === 0 ? (
        <Empty>{t(words.none)}</Empty>
      ) : (
        <ol className="cell-list act-list">
          {items.map((item, i) => {
            const own = form.values['item']?.[0] === item.id
            return (
              <li key={item.id} id={`item-${item.id}`}>
                <p>
                  <b>§ {meeting.paragraph + i}</b>{' '}
                  {item.caseId ? (
                    <a href={`/cases/${item.caseId}`} lang={langOf(view.locale)}>
                      {item.title}
                    </a>
                  ) : (
                    <Written locale={view.locale}>{item.title}</Written>
                  )}
                  <span className="sub">
                    {t(words.kinds[item.kind as keyof typeof words.kinds] ?? words.itemKind)}
                    {item.secrecy && `, ${item.secrecy}`}
                    {item.clauses.length > 0 && `: ${item.clauses.map((clause) => `att ${clause}`).join('; ')}`}
                  </span>
                  {item.standing && <PreparedLine view={view} standing={item.standing} />}
                </p>
                <div className="acts no-print">
                  {i > 0 && (
                    <Act view={view} meeting={meeting} act="up" item={item.id}>
                      <button type="submit" className="btn btn--2" aria-label={t(words.up(item.title))}>
                        {t(words.upShort)}
                      </button>
                    </Act>
                  )}
                  {i < items.length - 1 && (
                    <Act view={view} meeting={meeting} act="down" item={item.id}>
                      <button type="submit" className="btn btn--2" aria-label={t(words.down(item.title))}>
                        {t(words.downShort)}
                      </button>
                    </Act>
                  )}
                  {meeting.state === 'planned' && (
                    <Act view={view} meeting={meeting} act="remove" item={item.id}>
                      <Button kind="stop">{t(words.remove)}</Button>
                    </Act>
                  )}
                </div>
                {item.standing && <LackingPreparation view={view} standing={item.standing} caseId={item.caseId} />}
                <Notified view={view} listed={item.listed ?? []} />
                {(item.kind === 'notified' || item.kind === 'delegated') && (
                  <Act view={view} meeting={meeting} act="list" item={item.id}>
                    <button type="submit" className="plain" aria-label={`${t(words.listAgain)}: ${item.title}`}>
                      {t(words.listAgain)}
                    </button>
                  </Act>
                )}
                <Details summary={t(words.change)} open={own && form.refusals.length > 0}>
                  <Act view={view} meeting={meeting} act="change" item={item.id}>
                    <ItemFields
                      view={view}
                      form={own ? form : newForm(view.locale, { title: item.title, kind: item.kind, preparation: item.said })}
                      suffix={item.id}
                      asked={meeting.body.kind === 'council' ? { hasCase: item.caseId !== null, kept: item.exempt } : null}
                    />
                  </Act>
                </Details>
                {item.kind === 'election' && electable.length > 0 && (
                  <Details summary={t(words.whatElection)} open={own && form.values['act']?.[0] === 'election' && form.refusals.length > 0}>
                    <Act view={view} meeting={meeting} act="election" item={item.id} kind="stack">
                      <ElectionFields
                        view={view}
                        electable={electable}
                        form={own ? form : newForm(view.locale, item.elects)}
                        suffix={`election-${item.id}`}
                        save={t(words.save)}
                      />
                    </Act>
                  </Details>
                )}
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}

/** What the item lists, with what demands action marked; nothing of items that list nothing. */
const Notified = ({ view, listed }: { readonly view: View; readonly listed: readonly unknown[] }) => {
  const matters = listed.flatMap((one) => listedShape.safeParse(one).data ?? [])
  if (matters.length === 0) return null
  const demanding = matters.filter((matter) => matter.asked !== undefined).length
  return (
    <Details summary={view.t(words.lists(matters.length, demanding))} open={demanding > 0}>
      <ol className="points">
        {matters.map((matter, i) => (
          <li key={i}>
            <ListedMatter view={view} listed={matter} />
          </li>
        ))}
      </ol>
    </Details>
  )
}

/** The form with the names of its fields kept apart from those of other forms on the page. */
const apartFrom = (form: FormState, suffix: string): FormState => ({
  ...form,
  values: Object.fromEntries(Object.entries(form.values).map(([name, value]) => [name.includes('.') ? name : `${name}.${suffix}`, value])),
  refusals: form.refusals.map((r) => (r.field ? { ...r, field: `${r.field}.${suffix}` } : r)),
})

/** What an election concerns: to what place in which body, and who are nominated. */
const ElectionFields = ({
  view,
  electable,
  form,
  suffix,
  save,
}: Pick<AgendaProps, 'view' | 'electable' | 'form'> & { readonly suffix: string; readonly save: string }) => {
  const { t } = view
  const own = apartFrom(form, suffix)
  return (
    <>
      <Select form={own} name={`body.${suffix}`} label={t(words.electionTo)} choices={electable.map((b) => ({ value: b.id, label: t(b.name) }))} />
      <Select
        form={own}
        name={`place.${suffix}`}
        width="m"
        label={t(words.electionAs)}
        choices={electedPlaces.map((p) => ({ value: p, label: t(electWords.place(p)) }))}
      />
      <TextArea form={own} name={`nominated.${suffix}`} rows={3} required={false} label={t(words.nominated)} hint={t(words.nominatedHint)} />
      <Acts>
        <Button kind="second">{save}</Button>
      </Acts>
    </>
  )
}

/** An election to put on the agenda, with what it concerns. */
const Election = ({ view, meeting, electable, newId, form }: AgendaProps) => {
  const { t } = view
  if (electable.length === 0) return null
  const own = form.values['act']?.[0] === 'election' && !form.values['item']?.[0]
  return (
    <Section id="election" title={t(words.election)} intro={t(words.electionIntro)}>
      <Act view={view} meeting={meeting} act="election" kind="stack">
        <input type="hidden" name="id" value={own ? (form.values['id']?.[0] ?? newId) : newId} />
        <ElectionFields view={view} electable={electable} form={own ? form : newForm(view.locale, {})} suffix="election" save={t(words.putElection)} />
      </Act>
    </Section>
  )
}

interface ItemFieldsProps {
  readonly view: View
  readonly form: FormState
  /** Keeps the ids of several forms on the page apart. */
  readonly suffix: string
  /** What is asked of its preparation; null of a board's item, which needs none. */
  readonly asked: { readonly hasCase: boolean; readonly kept: string | null } | null
}

/** The fields of an item. */
const ItemFields = ({ view, form, suffix, asked }: ItemFieldsProps) => {
  const { t } = view
  const apart = (name: string) => `${name}.${suffix}`
  const moved = apartFrom(form, suffix)
  return (
    <>
      <TextField form={moved} name={apart('title')} label={t(words.itemTitle)} />
      <Select
        form={moved}
        name={apart('kind')}
        width="m"
        empty={null}
        label={t(words.itemKind)}
        choices={itemKinds.map((kind) => ({ value: kind, label: t(words.kinds[kind]) }))}
      />
      {asked && <PreparationField view={view} form={moved} name={apart('preparation')} {...asked} />}
      <Acts>
        <Button kind="second">{t(words.save)}</Button>
      </Acts>
    </>
  )
}

const Cases = ({ view, meeting, cases }: AgendaProps) => {
  const { t } = view
  return (
    <Section id="cases" title={t(words.cases)} intro={t(words.casesIntro)}>
      {cases.length === 0 ? (
        <Empty>{t(words.noCases)}</Empty>
      ) : (
        <ul className="cell-list act-list">
          {cases.map((one) => (
            <li key={one.id}>
              <Status mark={one.ready ? 'half' : 'open'}>
                <a href={`/cases/${one.id}`}>
                  <Written locale={view.locale}>{one.title}</Written>
                </a>{' '}
                {one.number}
                {one.ready && `, ${t(words.ready)}`}
                {one.due && `, ${t(words.waitsSince(one.due))}`}
              </Status>
              <Act view={view} meeting={meeting} act="case" item={one.id}>
                <button type="submit" className="btn btn--2" aria-label={`${t(words.add)}: ${one.title}`}>
                  {t(words.add)}
                </button>
              </Act>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const Other = ({ view, meeting, form }: AgendaProps) => {
  const { t } = view
  const own = form.values['act']?.[0] === 'other'
  return (
    <Section id="other" title={t(words.other)} intro={t(words.otherIntro)}>
      <p className="hint">{t(words.delegatedSince)}</p>
      <Act view={view} meeting={meeting} act="other" kind="stack">
        <ItemFields
          view={view}
          form={own ? form : newForm(view.locale, { kind: 'information' })}
          suffix="new"
          asked={meeting.body.kind === 'council' ? { hasCase: false, kept: null } : null}
        />
      </Act>
    </Section>
  )
}

const Sending = ({ view, meeting, items, versions, papers, times, form }: AgendaProps) => {
  const { t, locale } = view
  const last = versions.at(-1)
  const lacking = items.filter((item) => item.standing?.is === 'lacking')
  return (
    <Section id="send" title={t(last ? words.sendNew : words.send)} intro={t(words.sendIntro)}>
      {lacking[0] && (
        <p>
          <Brk>
            <a href={`#item-${lacking[0].id}`}>{t(preparationWords.lackingCount(lacking.length))}</a>
          </Brk>
        </p>
      )}
      {times.reasons.length > 0 && <h3>{t(words.times)}</h3>}
      <ul className="prose">
        {times.reasons.map((reason) => (
          <li key={reason.text.sv}>
            {t(reason.text)} <Law law={reason.law} locale={locale} />
          </li>
        ))}
        {times.late.map((refusal) => (
          <li key={refusal.code + refusal.text.sv}>
            <Brk>{t(refusal.text)}</Brk>
          </li>
        ))}
      </ul>
      {last && (
        <>
          <h3>{t(words.since(last.no))}</h3>
          <Changes view={view} changes={agendaChanges(last.items, items)} papers={last.digest === null ? [] : paperChanges(last.papers, papers)} />
        </>
      )}
      <Act view={view} meeting={meeting} act="send" kind="stack">
        {last && <TextArea form={form} name="why" rows={2} label={t(words.why)} />}
        <Acts>
          <Button>{t(last ? words.sendNew : words.send)}</Button>
        </Acts>
      </Act>
      {versions.length > 0 && (
        <>
          <h3>{t(words.sent)}</h3>
          <ul className="prose">
            {versions.map((version, i) => (
              <li key={version.no}>
                <a href={`/meetings/${meeting.id}/summons?version=${version.no}`}>{t(words.version(version.no, version.madeOn))}</a>
                {version.why && `: ${version.why}`}
                {i > 0 && (
                  <Changes
                    view={view}
                    changes={agendaChanges(versions[i - 1]?.items ?? [], version.items)}
                    papers={versions[i - 1]?.digest ? paperChanges(versions[i - 1]?.papers ?? [], version.papers) : []}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** What differs between two versions: of the items, then of what goes with them. */
const Changes = ({
  view,
  changes,
  papers,
}: {
  readonly view: View
  readonly changes: readonly AgendaChange<AgendaLine>[]
  readonly papers: readonly PaperChange[]
}) => {
  const { t } = view
  if (changes.length + papers.length === 0) return <p>{t(words.same)}</p>
  return (
    <ul className="prose">
      {changes.map(({ item, what, from, to }) => (
        <li key={item.id}>
          <b>{t(words.changes[what])}:</b> {item.title}, {t(words.place(from, to))}
        </li>
      ))}
      {papers.map(({ paper, what }) => (
        <li key={`${paper.itemId} ${paperId(paper)}`}>
          <b>{t(words.papers[what])}:</b> {paper.title}
        </li>
      ))}
    </ul>
  )
}

interface PlanProps {
  readonly view: View
  readonly bodies: readonly OrgNode[]
  readonly form: FormState
}

/** The form of a meeting to plan. */
export const PlanMeetingPage = ({ view, bodies, form }: PlanProps) => {
  const { t } = view
  return (
    <Shell view={view} title={t(words.plan)} question={1} room="meetings">
      <PageHead title={t(words.plan)} />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      <form method="post" action="/meetings/new">
        <Csrf view={view} />
        <input type="hidden" name="id" value={form.values['id']?.[0] ?? ''} />
        <Section id="plan" title={t(words.plan)}>
          <Select form={form} name="bodyId" label={t(words.body)} choices={bodies.map((body) => ({ value: body.id, label: t(body.name) }))} />
          <div className="field-row">
            <DayField form={form} name="day" label={t(words.day)} />
            <TextField form={form} name="starts" width="xs" label={t(words.starts)} />
          </div>
          <TextField form={form} name="place" label={t(words.where)} />
          <Select
            form={form}
            name="form"
            width="m"
            empty={null}
            label={t(words.form)}
            choices={meetingForms.map((kind) => ({ value: kind, label: t(words.forms[kind]) }))}
          />
          <Checkbox form={form} name="public" required={false} label={t(words.open)} />
          <TextField form={form} name="closedReason" required={false} label={t(words.closedReason)} hint={t(words.closedReasonHint)} />
          <TextField form={form} name="closedBy" width="m" required={false} label={t(words.closedBy)} hint={t(words.closedByHint)} />
          <DayField form={form} name="closedUntil" required={false} label={t(words.closedUntil)} />
          <Acts>
            <Button>{t(words.planIt)}</Button>
          </Acts>
        </Section>
      </form>
    </Shell>
  )
}
