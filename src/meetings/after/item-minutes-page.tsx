import type { ReactNode } from 'react'
import { type Day, longDay } from '../../kernel/day.ts'
import { lastAppealDay } from '../../rulebook/legal-force.ts'
import { Acts, Button } from '../../web/components/button.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { TextField } from '../../web/components/inputs.tsx'
import { Law } from '../../web/components/law.tsx'
import { Problems } from '../../web/components/problems.tsx'
import { Note, PageHead, Section } from '../../web/components/section.tsx'
import { Status } from '../../web/components/status.tsx'
import { Csrf } from '../../web/csrf.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { itemSigners } from './item-minutes-store.ts'
import type { Signature } from './minutes-store.ts'
import { words } from './words.ts'

interface ItemMinutesProps {
  readonly view: View
  readonly record: MeetingRecord
  readonly item: ItemRecord
  readonly signatures: readonly Signature[]
  /** When its notice was put up. */
  readonly posted: Day | null
  readonly mayKeep: boolean
  readonly form: FormState
  readonly text: ReactNode
}

/** One paragraph on its way to be adjusted at once: its text, who signs, its own announcement. */
export const ItemMinutesPage = (props: ItemMinutesProps) => {
  const { view, record, item, form, posted } = props
  const { t, locale } = view
  const meeting = `${t(record.body.name)} ${longDay(record.day, locale)}`
  return (
    <Shell view={view} title={`${t(words.immediate)} § ${item.paragraph ?? item.order}`} question={1} room="meetings">
      <PageHead
        kicker={<a href={`/meetings/${record.id}?item=${item.id}`}>{meeting}</a>}
        title={`${t(words.immediate)}: § ${item.paragraph ?? item.order} ${item.title}`}
        lead={t(words.immediateLead(item.immediate))}
      />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      <Section id="adjustment" title={t(words.adjustment)} intro={<Law law="KL 5:69" locale={locale} />}>
        <ul className="cell-list">
          {itemSigners(record, item).map((signer) => {
            const signature = props.signatures.find((s) => s.personId === signer.personId)
            return (
              <li key={`${signer.role} ${signer.personId}`}>
                <Status mark={signature ? 'done' : 'open'}>
                  {t(words[signer.role])}: <strong>{record.names[signer.personId] ?? '–'}</strong>{' '}
                  {signature ? t(words.signed(signature.on)) : t(words.notSigned)}
                </Status>
              </li>
            )
          })}
        </ul>
        {item.immediate && (
          <p className="hint">
            {t(words.digest)}: <code>{item.immediate.digest}</code>
          </p>
        )}
        <ItemActs {...props} />
        {posted && (
          <Note>
            <p>{t(words.announcedOn(posted, lastAppealDay(posted)))}</p>
            <p className="ui">
              <a href="/notices">{t(words.board)}</a>
            </p>
          </Note>
        )}
      </Section>
      {props.text}
    </Shell>
  )
}

const ItemActs = ({ view, record, item, signatures, posted, mayKeep, form }: ItemMinutesProps) => {
  const { t } = view
  const me = view.who.personId
  const signs = itemSigners(record, item).some((s) => s.personId === me) && !signatures.some((s) => s.personId === me)
  const lies = item.immediate !== null && item.immediate.adjusted === null
  const act = (name: string, children: ReactNode) => (
    <form method="post" action={`/meetings/${record.id}/items/${item.id}/minutes`}>
      <Csrf view={view} />
      <input type="hidden" name="act" value={name} />
      {children}
    </form>
  )
  const button = (label: string, kind?: 'second') => (
    <Acts>
      <Button kind={kind}>{label}</Button>
    </Acts>
  )
  return (
    <>
      {mayKeep && !item.immediate && act('freeze', button(t(words.freezeItem)))}
      {lies &&
        signs &&
        act(
          'sign',
          <>
            <input type="hidden" name="digest" value={item.immediate?.digest ?? ''} />
            {button(t(words.sign))}
          </>,
        )}
      {lies &&
        mayKeep &&
        act(
          'take_back',
          <>
            <TextField form={form} name="why" label={t(words.why)} />
            {button(t(words.reopen), 'second')}
          </>,
        )}
      {item.immediate?.adjusted &&
        mayKeep &&
        posted === null &&
        act(
          'announce',
          <>
            <TextField form={form} name="keptAt" label={t(words.keptAt)} hint={t(words.keptAtHint)} />
            {button(t(words.announce))}
          </>,
        )}
    </>
  )
}
