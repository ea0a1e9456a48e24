import type { FormState } from '../../web/components/form-state.ts'
import { Select } from '../../web/components/choices.tsx'
import { Law } from '../../web/components/law.tsx'
import { Brk } from '../../web/components/status.tsx'
import type { View } from '../../web/view.ts'
import type { Standing } from '../preparation/on-agenda.ts'
import { grounds, isGround, saidPrepared } from '../preparation/said.ts'
import { words } from '../preparation/words.ts'

/** Under an item's title: by whom it is prepared, or on what ground it need not be; nothing where it lacks, or where it only was said. */
export const PreparedLine = ({ view, standing }: { readonly view: View; readonly standing: Standing }) => {
  const { t, locale } = view
  if (standing.is === 'exempt')
    return (
      <span className="sub">
        {t(words.ground(standing.ground))}. <Law law="KL 5:29–32" locale={locale} />
      </span>
    )
  if (standing.is === 'lacking' || standing.prepared === null) return null
  const [by, heard] = [standing.prepared.by, standing.prepared.heard].map((bodies) => bodies.map((body) => body.name))
  return <span className="sub">{t(words.by(by ?? [], heard ?? []))}.</span>
}

interface LackingProps {
  readonly view: View
  readonly standing: Standing
  readonly caseId: string | null
}

/** What preparation an item lacks, and what can be done. It hinders nothing. */
export const LackingPreparation = ({ view, standing, caseId }: LackingProps) => {
  const { t, locale } = view
  if (standing.is !== 'lacking') return null
  const { lacks } = standing
  return (
    <div className="warns">
      <p>
        <Brk>{t(words.lacking)}</Brk>
      </p>
      <ul>
        {lacks.map((lack) => (
          <li key={lack.code}>
            {t(lack.text)} {lack.law && <Law law={lack.law} locale={locale} />}
          </li>
        ))}
      </ul>
      <p>
        {caseId && (
          <>
            {t(words.sendTo(lacks.map((lack) => lack.code)))} <a href={`/cases/${caseId}#preparation`}>{t(words.toCase)}</a>.{' '}
          </>
        )}
        {t(caseId ? words.sayGround : words.sayIt)} <Law law="KL 5:29–32" locale={locale} />
      </p>
      <p>
        {t(words.orUrgent)} <Law law="KL 5:33" locale={locale} />
      </p>
    </div>
  )
}

/** The choice of what is said of an item's preparation, for the council's. `kept`: what the item has, where it is old words. */
export const PreparationField = ({
  view,
  form,
  name,
  hasCase,
  kept,
}: {
  readonly view: View
  readonly form: FormState
  readonly name: string
  readonly hasCase: boolean
  readonly kept: string | null
}) => {
  const { t } = view
  const old = kept !== null && !isGround(kept) ? [kept] : []
  return (
    <Select
      form={form}
      name={name}
      required={false}
      empty={t(hasCase ? words.asCaseTells : words.notPrepared)}
      label={t(words.preparation)}
      hint={
        <>
          {t(words.hint)} <Law law="KL 5:26–33" locale={view.locale} />
        </>
      }
      choices={[
        ...(hasCase ? [] : [{ value: saidPrepared, label: t(words.saidPrepared) }]),
        ...[...old, ...grounds].map((ground) => ({ value: ground, label: t(words.ground(ground)) })),
      ]}
    />
  )
}
