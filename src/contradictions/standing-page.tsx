import { formatNumber } from '../kernel/number.ts'
import { Written } from '../web/components/written.tsx'
import { Acts, Button } from '../web/components/button.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { TextArea } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { Facts, PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { DataTable } from '../web/components/data-table.tsx'
import type { Finding } from '../rulebook/contradictions/finding.ts'
import { AnswerLine } from './standing-notes.tsx'
import type { Standing } from './standing-store.ts'
import { standingWords as words } from './standing-words.ts'
import { words as reportWords } from './words.ts'

interface Props {
  readonly view: View
  readonly standing: Standing
  /** The things it concerns that the reader may see. */
  readonly things: readonly { readonly id: string; readonly title: string }[]
  /** The form for the answer; null for those who may not. */
  readonly form: FormState | null
}

const decimalsOf = (value: number): number => Math.min(6, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Each number of the finding with the names of where it stands. */
const placed = ({ cells }: Finding): readonly { readonly key: string; readonly name: string; readonly printed: string }[] =>
  cells.map(({ row, statement, column, place, printed }, at) => ({
    key: String(at),
    name: [row ?? statement, column, place].filter((it) => it !== undefined && it !== '').join(', '),
    printed,
  }))

/** One contradiction: both numbers, where they stand, and what somebody answered. */
export const StandingPage = ({ view, standing, things, form }: Props) => {
  const { t, locale } = view
  const { finding } = standing
  const title = capital(t(reportWords.rule[finding.rule]))
  return (
    <Shell view={view} title={title} question={3} room="contradictions">
      <PageHead
        kicker={
          <>
            <a href="/contradictions">{t(words.all)}</a> · {t(words.sureness[finding.sureness])}
          </>
        }
        title={title}
        lead={t(finding.text)}
      />
      {form && <Problems form={form} title={(n) => t(words.hinders(n))} />}
      <Section id="numbers" title={t(words.what)} intro={t(words.about)}>
        <Facts
          facts={[
            { name: t(words.printed), value: t(finding.printed.text) },
            { name: t(words.computed), value: t(finding.computed.text) },
            finding.difference !== null && {
              name: t(words.difference),
              value: `${formatNumber(finding.difference, decimalsOf(finding.difference), locale)} ${finding.unit}`.trim(),
            },
          ]}
        />
        {finding.likely && finding.suspect && (
          <p>{capital(t(reportWords.likely(t(finding.likely.text), finding.suspect.printed, finding.likely.misprint)))}.</p>
        )}
        {finding.cells.length > 1 && (
          <DataTable
            kind="numbers"
            locale={locale}
            caption={t(words.where)}
            columns={[
              { id: 'where', head: t(words.number), rowHead: true, cell: ({ name }) => name },
              { id: 'printed', head: t(words.printed), numeric: true, cell: ({ printed }) => printed },
            ]}
            rows={placed(finding)}
            rowKey={({ key }) => key}
          />
        )}
        {finding.consequences.length > 0 && (
          <ul className="prose">
            {finding.consequences.map((one) => (
              <li key={one.text.sv}>{t(one.text)}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="concerns" title={t(words.concerns)}>
        <ul className="prose">
          {things.map((thing) => (
            <li key={thing.id}>
              <a href={`/thing/${thing.id}`}>
                <Written locale={view.locale}>{thing.title}</Written>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      {(standing.answer || form) && (
        <Section id="answer" title={t(words.answer)}>
          <AnswerLine view={view} standing={standing} />
          {form && (
            <form method="post" className="stack" action={`/contradictions/${standing.id}`}>
              <Csrf view={view} />
              <input type="hidden" name="seen" value={standing.answer?.text ?? ''} />
              <TextArea form={form} name="answer" label={t(words.answerLabel)} hint={t(words.answerHint)} rows={4} />
              <Acts>
                <Button>{t(words.save)}</Button>
              </Acts>
            </form>
          )}
        </Section>
      )}
    </Shell>
  )
}
