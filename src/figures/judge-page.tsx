import { periodLabel } from '../kernel/period.ts'
import { lights } from '../rulebook/light.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { Radios } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { TextArea } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { Empty, Note, PageHead, Section } from '../web/components/section.tsx'
import { Light, signOf } from '../web/components/status.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { formWords } from './form-words.ts'
import { pageWords } from './page-words.ts'
import type { SeriesRow } from './standing.ts'
import { textOfDay } from './value.tsx'

interface Props {
  readonly view: View
  readonly row: SeriesRow
  readonly nodeSlug: string
  readonly form: FormState
}
const words = formWords.override

/** The form for judging the light of the latest outcome otherwise than the rule does. */
export const JudgePage = ({ view, row, nodeSlug, form }: Props) => {
  const { t, locale } = view
  const { series, latest, judged } = row
  const back = `/series/${series.slug}?node=${nodeSlug}`
  return (
    <Shell view={view} title={`${t(words.title)}: ${t(series.name)}`} question={4} room="series">
      <PageHead
        kicker={t(series.name)}
        title={t(words.title)}
        {...(latest && { lead: t(words.lead({ sv: periodLabel(latest.period, 'sv'), en: periodLabel(latest.period, 'en') }, judged.rule.words)) })}
      />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      {latest ? (
        <form method="post" action={`/series/${series.slug}/judge?node=${nodeSlug}`}>
          <Csrf view={view} />
          <input type="hidden" name="seen" value={form.values['seen']?.[0] ?? ''} />
          <input type="hidden" name="period" value={latest.period} />
          <Section id="judgement" title={t(words.section)} intro={t(words.intro)}>
            <Radios
              form={form}
              name="light"
              label={t(words.light)}
              choices={lights.map((light) => ({
                value: light,
                label: (
                  <Light sign={signOf(light)} locale={locale}>
                    {t(light === judged.rule.light ? words.byRule(pageWords.light[light]) : pageWords.light[light])}
                  </Light>
                ),
              }))}
            />
            {judged.override && (
              <Note>
                {t(
                  pageWords.judgedOtherwise(
                    judged.override.personName ?? t(pageWords.somebody),
                    textOfDay(judged.override.day),
                    pageWords.light[judged.override.light],
                  ),
                )}
                : {judged.override.reason}
              </Note>
            )}
            <TextArea form={form} name="reason" label={t(words.reason)} hint={t(words.reasonHint)} />
            <Acts>
              <Button>{t(words.save)}</Button>
              <a href={back}>{t(formWords.cancel)}</a>
            </Acts>
          </Section>
        </form>
      ) : (
        <Empty>
          {t(words.nothing)} <a href={back}>{t(formWords.cancel)}</a>
        </Empty>
      )}
    </Shell>
  )
}
