import type { Kept } from '../decisions/own/retention-facts.ts'
import { type Day, longDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { fileConcerns } from '../rulebook/social-file.ts'
import { socialFile } from '../rulebook/retention.ts'
import { Acts, Button, ButtonLink, ClosedAct } from '../web/components/button.tsx'
import { Radios, Select } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { Facts, Note, PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { keepWords as k } from './keep-words.ts'
import { words } from './words.ts'

/** The latest delivery to the archive authority. */
export interface Delivery {
  readonly day: Day
  readonly manifest: string
  readonly acknowledged: Day | null
  readonly reference: string | null
}

interface KeepProps {
  readonly view: View
  readonly kept: Kept
  readonly days: { readonly from: Day; readonly by: Day | null } | null
  readonly hinders: readonly Refusal[]
  readonly delivery: Delivery | null
  /** Why this reader may not note, deliver, acknowledge; empty where they may. */
  readonly barred: { readonly note: readonly Refusal[]; readonly deliver: readonly Refusal[]; readonly acknowledge: readonly Refusal[] }
  /** May the reader draft the decision to destroy it? */
  readonly mayPropose: boolean
  readonly form: FormState
}

/** One case between use and destruction: what the rules say today, what they must know, and its delivery to the archive. */
export const KeepPage = (props: KeepProps) => {
  const { view, kept, days, hinders, form } = props
  const { t, locale } = view
  return (
    <Shell view={view} title={t(k.title(kept.number ?? ''))}>
      <PageHead
        kicker={<a href={`/thing/${kept.id}`}>{`${kept.number ?? ''} ${kept.title}`}</a>}
        title={t(k.short)}
        lead={t(hinders.length === 0 ? k.may : k.mayNot)}
      />
      <Problems form={form} title={(n) => t(k.problems(n))} />
      <Section id="trial" title={t(k.hinders)}>
        <Facts
          facts={[
            { name: t(words.rule), value: kept.rule.keep === 'years' ? t(words.years(kept.rule.years, kept.rule.law)) : t(words.preserved) },
            { name: t(words.last), value: longDay(kept.last, locale) },
            days && { name: t(words.from), value: longDay(days.from, locale) },
            days?.by ? { name: t(words.by), value: longDay(days.by, locale) } : null,
          ]}
        />
        {hinders.map((h) => (
          <Note key={h.code} kind={h.code === 'destroy.unknown' || h.code === 'destroy.municipality' ? 'gap' : 'stop'}>
            {t(h.text)} {h.law && <span className="sub">{h.law}</span>}
          </Note>
        ))}
        {hinders.length === 0 && props.mayPropose && (
          <p>
            <ButtonLink href={`/decisions/new?clause=destroy&of=${kept.id}`}>{t(words.draft)}</ButtonLink>
          </p>
        )}
      </Section>
      {kept.rule === socialFile && <PersonalFile {...props} />}
      <Archive {...props} />
    </Shell>
  )
}

const PersonalFile = ({ view, kept, form, barred }: KeepProps) => {
  const { t, locale } = view
  return (
    <Section id="file" title={t(k.file)} intro={t(k.fileIntro)}>
      {barred.note[0] ? (
        <>
          {kept.file && (
            <Facts
              facts={[
                { name: t(k.concerns), value: t(k.concern[kept.file.concerns]) },
                { name: t(k.born), value: longDay(kept.file.born, locale) },
                { name: t(k.compilation), value: t(kept.file.inCompilation ? k.yes : k.no) },
              ]}
            />
          )}
          <ClosedAct id="note" label={t(k.save)}>
            {t(barred.note[0].text)}
          </ClosedAct>
        </>
      ) : (
        <form method="post" action={`/retention/${kept.id}/file`} className="stack">
          <Csrf view={view} />
          <Select form={form} name="concerns" label={t(k.concerns)} choices={fileConcerns.map((c) => ({ value: c, label: t(k.concern[c]) }))} />
          <DayField form={form} name="born" label={t(k.born)} hint={t(k.bornHint)} />
          <Radios
            form={form}
            name="compilation"
            label={t(k.compilation)}
            choices={[
              { value: 'no', label: t(k.no) },
              { value: 'yes', label: t(k.yes) },
            ]}
          />
          <Acts>
            <Button kind="second">{t(k.save)}</Button>
          </Acts>
        </form>
      )}
    </Section>
  )
}

const Archive = ({ view, kept, delivery, barred, form }: KeepProps) => {
  const { t, locale } = view
  const changed = kept.delivered?.unchanged === false
  return (
    <Section id="archive" title={t(k.archive)} intro={t(k.archiveIntro)}>
      {delivery && (
        <Facts
          facts={[
            { name: t(k.delivered), value: longDay(delivery.day, locale) },
            { name: t(k.manifest), value: <code className="seal">{delivery.manifest}</code> },
            {
              name: t(k.receipt),
              value: delivery.acknowledged ? t(k.receiptOf(longDay(delivery.acknowledged, locale), delivery.reference ?? '')) : t(k.noReceipt),
            },
          ]}
        />
      )}
      {changed && <Note kind="gap">{t(k.changed)}</Note>}
      {delivery && !changed && barred.deliver.length === 0 && (
        <p>
          <ButtonLink kind="second" href={`/retention/${kept.id}/package`}>
            {t(k.fetch)}
          </ButtonLink>
        </p>
      )}
      {(!delivery || changed) &&
        (barred.deliver[0] || !kept.over ? (
          <ClosedAct id="deliver" label={t(k.make)}>
            {t(barred.deliver[0]?.text ?? k.notClosed)}
          </ClosedAct>
        ) : (
          <form method="post" action={`/retention/${kept.id}/deliver`}>
            <Csrf view={view} />
            <Button kind="second">{t(changed ? k.again : k.make)}</Button>
          </form>
        ))}
      {delivery &&
        !delivery.acknowledged &&
        !changed &&
        (barred.acknowledge[0] ? (
          <ClosedAct id="acknowledge" label={t(k.acknowledge)}>
            {t(barred.acknowledge[0].text)}
          </ClosedAct>
        ) : (
          <form method="post" action={`/retention/${kept.id}/acknowledge`} className="stack">
            <Csrf view={view} />
            <TextField form={form} name="reference" label={t(k.reference)} width="m" />
            <TextField form={form} name="digest" label={t(k.digest)} hint={t(k.digestHint)} />
            <Acts>
              <Button kind="second">{t(k.acknowledge)}</Button>
            </Acts>
          </form>
        ))}
    </Section>
  )
}
