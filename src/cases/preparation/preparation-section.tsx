import { type Day, longDay, shortDay } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tree } from '../../organisation/tree.ts'
import { Acts, Button, ButtonLink } from '../../web/components/button.tsx'
import { type FormState, newForm } from '../../web/components/form-state.ts'
import { TextArea } from '../../web/components/inputs.tsx'
import type { MarkName } from '../../web/components/mark.tsx'
import { Problems } from '../../web/components/problems.tsx'
import { Empty, Section } from '../../web/components/section.tsx'
import { Brk, Status } from '../../web/components/status.tsx'
import { Csrf } from '../../web/csrf.tsx'
import type { View } from '../../web/view.ts'
import type { Referral, Step } from './preparation-store.ts'
import { words } from './words.ts'

/** Everything that the case's page shows of its preparation. */
export interface PreparationView {
  readonly caseId: string
  readonly steps: readonly Step[]
  readonly referrals: readonly Referral[]
  readonly tree: Tree
  /** May the reader plan and refer? */
  readonly mayPlan: boolean
  /** May the reader pass the open step on? */
  readonly mayPass: boolean
  readonly mayAnswer: (referral: Referral) => boolean
  /** The form of the open step when it came back. */
  readonly form?: FormState | undefined
}

const marks: Readonly<Record<Step['state'], MarkName>> = { waiting: 'open', open: 'half', done: 'done', returned: 'stop' }
const dayText = (day: Day): Text => ({ sv: longDay(day, 'sv'), en: longDay(day, 'en') })

const By = ({ view, due, open }: { readonly view: View; readonly due: Day; readonly open: boolean }) => {
  const told = `${view.t(words.by).toLowerCase()} ${shortDay(due, view.today, view.locale)}`
  return open && due < view.today ? (
    <Brk>
      {told}, {view.t(words.late)}
    </Brk>
  ) : (
    <>{told}</>
  )
}

/** The chain as it has been and will be, with the act of the step where the case is now; then the opinions asked for. */
export const PreparationSection = ({ view, preparation }: { readonly view: View; readonly preparation: PreparationView }) => {
  const { t, locale } = view
  const { caseId, steps, tree, mayPlan, mayPass } = preparation
  const open = steps.find((step) => step.state === 'open')
  const form = preparation.form ?? newForm(locale)
  return (
    <Section id="preparation" title={t(words.title)} intro={t(words.intro)}>
      {steps.length === 0 ? (
        <Empty>{t(words.notPlanned)}</Empty>
      ) : (
        <ol className="cell-list">
          {steps.map((step) => (
            <li key={step.id} aria-current={step.state === 'open' ? 'step' : undefined}>
              <Status mark={marks[step.state]}>
                <strong>{t(tree.get(step.nodeId)?.name ?? words.none)}</strong> {t(words.kinds[step.kind]).toLowerCase()}
                {'. '}
                {t(words.state[step.state])}
                {step.doneOn && ` ${shortDay(step.doneOn, view.today, locale)}`}
                {step.due && (step.state === 'open' || step.state === 'waiting') && (
                  <>
                    {', '}
                    <By view={view} due={step.due} open={step.state === 'open'} />
                  </>
                )}
                {step.note && <span className="sub">{step.note}</span>}
              </Status>
            </li>
          ))}
        </ol>
      )}
      {open && mayPass && (
        <form method="post" action={`/cases/${caseId}/preparation/step`}>
          <Csrf view={view} />
          <Problems form={form} title={(n) => t(words.hinders(n))} />
          <input type="hidden" name="step" value={open.id} />
          <TextArea form={form} name="note" label={t(words.note)} hint={t(words.noteHint)} required={false} rows={2} />
          <Acts>
            <Button name="act" value="pass">
              {t(steps.some((s) => s.state === 'waiting') ? words.passOn : words.finish)}
            </Button>
            <Button name="act" value="back" kind="second">
              {t(words.sendBack)}
            </Button>
          </Acts>
        </form>
      )}
      {mayPlan && (
        <p className="no-print">
          <a href={`/cases/${caseId}/preparation`}>{t(steps.length === 0 ? words.plan : words.planAnew)}</a>
        </p>
      )}
      <h3>{t(words.referrals)}</h3>
      <Referrals view={view} preparation={preparation} />
      {mayPlan && (
        <div className="no-print">
          <Acts>
            <ButtonLink kind="second" href={`/cases/${caseId}/refer`}>
              {t(words.refer)}
            </ButtonLink>
          </Acts>
        </div>
      )}
    </Section>
  )
}

const Referrals = ({ view, preparation: { caseId, referrals, tree, mayAnswer } }: { readonly view: View; readonly preparation: PreparationView }) => {
  const { t } = view
  if (referrals.length === 0) return <Empty>{t(words.noReferrals)}</Empty>
  return (
    <ul className="cell-list">
      {referrals.map((referral) => {
        const late = referral.answeredOn === null && referral.due < view.today
        return (
          <li key={referral.id}>
            <Status mark={referral.answeredOn ? 'done' : late ? 'gap' : 'open'}>
              <strong>{t(tree.get(referral.nodeId)?.name ?? words.none)}</strong>
              {'. '}
              {referral.answeredOn ? t(words.answered(dayText(referral.answeredOn))) : t(words.waits(dayText(referral.due)))}
              {late && `, ${t(words.late)}`}
              {'. '}
              {referral.answerId && <a href={`/documents/${referral.answerId}`}>{t(words.readAnswer)}</a>}
              {referral.answeredOn === null && mayAnswer(referral) && <a href={`/cases/${caseId}/referrals/${referral.id}`}>{t(words.answer)}</a>}
              <span className="sub">{referral.answer ?? referral.asks}</span>
            </Status>
          </li>
        )
      })}
    </ul>
  )
}
