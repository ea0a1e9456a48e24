import { longDay } from '../kernel/day.ts'
import type { OrgNode } from '../organisation/tree.ts'
import { Acts, Button, ButtonLink } from '../web/components/button.tsx'
import { Select } from '../web/components/choices.tsx'
import { type FormState, newForm } from '../web/components/form-state.ts'
import { TextField } from '../web/components/inputs.tsx'
import { Law } from '../web/components/law.tsx'
import { Problems } from '../web/components/problems.tsx'
import { Empty, PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { agendaOf, comingMeetings, Vacancy } from './vacancy-store.ts'
import { named } from './vacancy-store.ts'
import { words } from './words.ts'

/** A vacancy with what the reader may do about it. */
export interface Offered {
  readonly vacancy: Vacancy
  /** The meeting whose agenda has the election already. */
  readonly onAgenda: Awaited<ReturnType<typeof agendaOf>>
  /** Meetings to come of the body that elects; null where the reader may not prepare them. */
  readonly meetings: Awaited<ReturnType<typeof comingMeetings>> | null
  readonly mayOpenCase: boolean
  readonly mayRegister: boolean
  readonly mayAppoint: boolean
  /** Made here, so that a form sent twice does it once. */
  readonly id: string
}

interface Props {
  readonly view: View
  readonly body: OrgNode
  readonly offered: readonly Offered[]
  /** The form that was refused, with the appointment that it was about. */
  readonly form: FormState
}

/** What shall happen in a body whose places have been left: by the rule with its sections, who serves meanwhile, and the election put where it is decided. */
export const VacanciesPage = ({ view, body, offered, form }: Props) => {
  const { t } = view
  return (
    <Shell view={view} title={t(words.vacanciesOf(body.name))} question={1} room="organisation">
      <PageHead
        kicker={
          <>
            <a href={`/bodies/${body.slug}`}>{t(body.name)}</a> · <a href={`/bodies/${body.slug}/people`}>{t(words.toPeople)}</a>
          </>
        }
        title={t(words.vacanciesOf(body.name))}
        lead={t(words.lead(offered.length))}
      />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      {offered.length === 0 && <Empty>{t(words.none)}</Empty>}
      {offered.map((one) => (
        <One key={one.vacancy.left.id} view={view} body={body} one={one} form={form} />
      ))}
    </Shell>
  )
}

const One = ({ view, body, one, form }: Omit<Props, 'offered'> & { readonly one: Offered }) => {
  const { t, locale, today } = view
  const { left, place, ruled } = one.vacancy
  const remedy = ruled.value?.remedy ?? 'none'
  return (
    <Section id={`v-${left.id}`} title={t(words.after(place, named(left)))} intro={t(words.leftOn(left.to, today))}>
      <p>
        <strong>{t(words.remedy[remedy])}.</strong> <a href={`/appointments/${left.id}`}>{t(words.thePost)}</a>
      </p>
      <ol className="because">
        {ruled.reasons.map((r) => (
          <li key={r.text.sv}>
            {t(r.text)} <Law law={r.law} locale={locale} />
          </li>
        ))}
      </ol>
      {one.mayAppoint && remedy === 'recount' && (
        <Acts>
          <ButtonLink kind="second" href={`/posts/${left.postId}/appoint`}>
            {t(words.appointHere)}
          </ButtonLink>
        </Acts>
      )}
      {one.onAgenda && (
        <p>
          <a href={`/meetings/${one.onAgenda.meetingId}`}>{t(words.onAgenda(one.onAgenda.day))}</a>
        </p>
      )}
      {remedy !== 'recount' && !one.onAgenda && (one.meetings || one.mayOpenCase || one.mayRegister) && <Offer view={view} body={body} one={one} form={form} />}
    </Section>
  )
}

/** Puts the election on an agenda, or begins the decision: the same form, two buttons. */
const Offer = ({ view, body, one, form }: Omit<Props, 'offered'> & { readonly one: Offered }) => {
  const { t, locale } = view
  const { left, elector, ruled } = one.vacancy
  // Where the law names who enters, so does the form.
  const inTurn = ruled.value?.remedy === 'substitute_enters' ? ruled.value.meanwhile[0] : undefined
  const own =
    form.values['vacancy']?.[0] === left.id ? form : newForm(locale, { [`meeting.${left.id}`]: one.meetings?.[0]?.id, [`nominated.${left.id}`]: inTurn })
  return (
    <form method="post" action={`/bodies/${body.slug}/vacancies`} className="stack">
      <Csrf view={view} />
      <input type="hidden" name="vacancy" value={left.id} />
      <input type="hidden" name="id" value={own.values['id']?.[0] ?? one.id} />
      <TextField form={own} name={`nominated.${left.id}`} width="m" required={false} label={t(words.nominated)} hint={t(words.nominatedHint)} />
      {one.meetings && one.meetings.length > 0 && (
        <Select
          form={own}
          name={`meeting.${left.id}`}
          width="m"
          empty={null}
          label={t(words.meeting)}
          choices={one.meetings.map((m) => ({ value: m.id, label: `${elector ? t(elector.name) : ''} ${longDay(m.day, locale)} ${m.starts}` }))}
        />
      )}
      {one.meetings?.length === 0 && elector && <p className="hint">{t(words.noMeeting(elector.name))}</p>}
      <Acts>
        {one.meetings && one.meetings.length > 0 && (
          <Button name="do" value="agenda">
            {t(words.put)}
          </Button>
        )}
        {one.mayOpenCase && (
          <Button kind="second" name="do" value="case">
            {t(one.meetings && one.meetings.length > 0 ? words.caseAndPut : words.openCase)}
          </Button>
        )}
        {one.mayRegister && (
          <Button kind="second" name="do" value="draft">
            {t(words.draft)}
          </Button>
        )}
      </Acts>
    </form>
  )
}
