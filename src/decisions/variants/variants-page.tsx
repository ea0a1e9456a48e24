import type { ChosenVariant } from '../../organisation/chosen-variants.ts'
import type { OrgNode } from '../../organisation/tree.ts'
import { rules } from '../../rulebook/rules.ts'
import { variantWords } from '../../rulebook/variant-words.ts'
import { choosableVariants, defaultVariants, type VariantName } from '../../rulebook/variants.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { type Column, DataTable } from '../../web/components/data-table.tsx'
import { FilterColumn } from '../../web/components/filter-column.tsx'
import { Law } from '../../web/components/law.tsx'
import { Empty, PageHead, Section } from '../../web/components/section.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import type { Text } from '../../kernel/text.ts'
import type { Choice } from './variants-store.ts'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly body: OrgNode
  readonly bodies: readonly OrgNode[]
  /** What was chosen and holds here today; the others are as by default. */
  readonly chosen: readonly ChosenVariant[]
  /** All choices that touch the body, of any time. */
  readonly choices: readonly Choice[]
  readonly nameOf: (nodeId: string) => Text
  readonly mayPropose: boolean
}

const answerOf = (variant: VariantName, value: string | boolean): Text =>
  variantWords[variant].answers[String(value)] ?? { sv: String(value), en: String(value) }
const upper = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)
const isVariant = (name: string): name is VariantName => Object.hasOwn(variantWords, name)

/** Each question that the law leaves open: what holds in the body, the default, the section, and the decision that chose. */
export const VariantsPage = ({ view, body, bodies, chosen, choices, nameOf, mayPropose }: Props) => {
  const { t, locale } = view
  const inForce = new Map(chosen.map((c) => [c.variant, c]))
  const others = choices.filter((c) => !chosen.some((now) => now.id === c.id))
  const columns: readonly Column<VariantName>[] = [
    {
      id: 'question',
      head: t(words.question),
      rowHead: true,
      cell: (variant) => (
        <>
          {t(variantWords[variant].asks)} <Law law={variantWords[variant].law} locale={locale} />
          <span className="sub">{t(words.askedBy(askers(variant)))}</span>
        </>
      ),
    },
    {
      id: 'holds',
      head: t(words.holds),
      label: `${t(words.holds)}:`,
      cell: (variant) => {
        const now = inForce.get(variant)
        return (
          <>
            {now ? <strong>{upper(t(answerOf(variant, now.value)))}</strong> : upper(t(answerOf(variant, defaultVariants[variant])))}
            {now && <span className="sub">{t(words.defaultIs(answerOf(variant, defaultVariants[variant])))}</span>}
          </>
        )
      },
    },
    {
      id: 'by',
      head: t(words.chosenBy),
      label: `${t(words.chosenBy)}:`,
      cell: (variant) => {
        const now = inForce.get(variant)
        if (!now) return t(words.byDefault)
        const choice = choices.find((c) => c.id === now.id)
        return (
          <>
            <Decision view={view} choice={choice} />
            <span className="sub">{t(words.since(now.from, nameOf(now.nodeId)))}</span>
          </>
        )
      },
    },
  ]
  return (
    <Shell view={view} title={t(words.title)} question={1} room="decisions">
      <PageHead
        title={t(words.titleOf(body.name))}
        lead={t(words.lead(chosen.filter((c) => choosableVariants.includes(c.variant)).length, choosableVariants.length))}
      >
        <p className="ui">{t(words.about)}</p>
        {mayPropose && (
          <p>
            <ButtonLink kind="second" href="/decisions/new?clause=choose_rule">
              {t(words.propose)}
            </ButtonLink>
          </p>
        )}
      </PageHead>
      <section className="sec" aria-label={t(words.title)}>
        <FilterColumn
          locale={locale}
          action="/procedure"
          filters={[
            { kind: 'select', name: 'body', label: t(words.body), options: bodies.map((b) => ({ value: b.slug, label: t(b.name), chosen: b.id === body.id })) },
          ]}
        />
        <DataTable locale={locale} caption={t(words.title)} captionHidden columns={columns} rows={choosableVariants} rowKey={(v) => v} />
      </section>
      <Section id="other" title={t(words.other)}>
        {others.length === 0 ? (
          <Empty>{t(words.none)}</Empty>
        ) : (
          <ul className="cell-list">
            {others.map((c) => (
              <li key={c.id}>
                {isVariant(c.variant) ? `${t(variantWords[c.variant].asks)} ${t(answerOf(c.variant, c.value))}` : c.variant}
                <span className="sub">
                  {t(nameOf(c.nodeId))}, {t(words.span(c.from, c.to))}. <Decision view={view} choice={c} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Shell>
  )
}

/** What the variant has a say in, as the rules that ask it put their question. */
const askers = (variant: VariantName): Text => {
  const asked = rules.filter((rule) => rule.variants.includes(variant))
  return { sv: asked.map((rule) => rule.words.sv).join(' '), en: asked.map((rule) => rule.words.en).join(' ') }
}

const Decision = ({ view, choice }: { readonly view: View; readonly choice: Choice | undefined }) =>
  choice?.decision ? (
    <a href={`/decisions/${choice.decision.id}#clause-${choice.decision.no}`}>
      {choice.decision.number} {choice.decision.title}
    </a>
  ) : (
    <>{view.t(words.secret)}</>
  )
