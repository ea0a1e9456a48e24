import type { Foreseen } from '../debate/foresee.ts'
import { enactments, isClauseKind } from '../../decisions/enactments.ts'
import { draftWords } from '../../decisions/draft-words.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { Law } from '../../web/components/law.tsx'
import { Details, Note } from '../../web/components/section.tsx'
import type { View } from '../../web/view.ts'
import type { ProposedClause } from '../agenda/proposal.ts'
import type { ItemRecord } from '../record/record.ts'
import { standing } from '../voting/parts.ts'
import { motionName, movers } from '../voting/sentences.ts'
import type { DeskProps } from './desk-page.tsx'
import { deskWords as words } from './desk-words.ts'

type WithItem = DeskProps & { readonly item: ItemRecord }

const kindOf = (kind: string) => (isClauseKind(kind) ? enactments[kind].words : words.unknownKind)

interface ShapeLinkProps extends Pick<WithItem, 'view' | 'record' | 'item'> {
  readonly of: string
  readonly clause: Pick<ProposedClause, 'text'>
  readonly no: number
}

/** To the form of what a clause does. */
const ShapeLink = ({ view, record, item, of, clause, no }: ShapeLinkProps) => (
  <a href={`/meetings/${record.id}/desk/clauses/${item.id}/${of}/${no}`}>
    {view.t(words.shape)}
    <span className="vh">: {clause.text}</span>
  </a>
)

const Hinders = ({ view, hinders }: { readonly view: View; readonly hinders: readonly Refusal[] }) =>
  hinders.length === 0 ? null : (
    <Note kind="gap">
      <h4>{view.t(words.hindersGavel(hinders.length))}</h4>
      <ul>
        {hinders.map((r) => (
          <li key={`${r.code} ${r.field} ${r.text.sv}`}>
            {numberOf(r) && `${view.t(words.clauseNo(numberOf(r) ?? ''))}: `}
            {view.t(r.text)} {r.law && <Law law={r.law} locale={view.locale} />} {r.mend && view.t(r.mend)}
          </li>
        ))}
      </ul>
    </Note>
  )

/** The number of the clause that a hindrance is about. */
const numberOf = ({ field }: Refusal): string | null => /^clauses\.(\d+)\./.exec(field ?? '')?.[1] ?? null

/** What the gavel would do: each clause with what it brings about, and what hinders it. */
export const Becomes = ({ foreseen, ...props }: Pick<WithItem, 'view' | 'record' | 'item'> & { readonly foreseen: Foreseen }) => {
  const { view } = props
  const { t } = view
  return (
    <>
      <h3>{t(words.becomes)}</h3>
      <ol className="points">
        {foreseen.clauses.map(({ clause, of, no, effect }) => (
          <li key={clause.no}>
            {clause.text}
            <span className="sub">
              {effect ? t(draftWords.preview(clause.no, effect)) : clause.kind === 'note' ? t(words.noEffect) : t(kindOf(clause.kind))}{' '}
              {of && <ShapeLink {...props} of={of} clause={clause} no={no} />}
            </span>
          </li>
        ))}
      </ol>
      <Hinders view={view} hinders={foreseen.hinders} />
    </>
  )
}

/** What the clauses of the proposal and of each motion do, to choose while they are debated; with what would hinder those that do something. */
export const ShapeClauses = (props: WithItem & { readonly all: readonly Foreseen[] }) => {
  const { view, record, item, all } = props
  const { t } = view
  const motions = standing(item).filter((m) => m.clauses.length > 0)
  const proposals = [
    { of: 'proposal', name: t(words.ofProposal), clauses: item.proposal.clauses },
    ...motions.map((m) => ({ of: m.id, name: `${t(motionName[m.kind])}, ${movers(record, m, t({ sv: 'och', en: 'and' }))}`, clauses: m.clauses })),
  ].filter((p) => p.clauses.length > 0)
  if (proposals.length === 0) return null
  return (
    <Details summary={t(words.whatClausesDo)}>
      <p className="hint">{t(words.whatClausesDoHint)}</p>
      {proposals.map(({ of, name, clauses }) => (
        <section key={of} aria-label={name}>
          <h4>{name}</h4>
          <ol className="points">
            {clauses
              .filter((clause) => clause.kind !== 'strike')
              .map((clause) => (
                <li key={clause.no}>
                  {clause.text}
                  <span className="sub">
                    {t(kindOf(clause.kind))}. <ShapeLink view={view} record={record} item={item} of={of} clause={clause} no={clause.no} />
                  </span>
                </li>
              ))}
          </ol>
          <Hinders view={view} hinders={all.find((f) => f.winner === of)?.hinders ?? []} />
        </section>
      ))}
    </Details>
  )
}
