import type { ReactNode } from 'react'
import { addDays, type Day, longDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { DocLinks } from '../../files/send-document.tsx'
import { latestAnnouncement } from '../../rulebook/minutes/adjustment.ts'
import { lastAppealDay } from '../../rulebook/legal-force.ts'
import { Acts, Button, ButtonLink } from '../../web/components/button.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { TextArea, TextField } from '../../web/components/inputs.tsx'
import { Law } from '../../web/components/law.tsx'
import { Problems } from '../../web/components/problems.tsx'
import { Note, PageHead, Section } from '../../web/components/section.tsx'
import { Brk, Status } from '../../web/components/status.tsx'
import { Csrf } from '../../web/csrf.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import type { MeetingRecord } from '../record/record.ts'
import type { Minutes } from './minutes-store.ts'
import { signersOf } from './signers.ts'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly record: MeetingRecord
  readonly minutes: Minutes
  /** What the law demands and the record lacks. */
  readonly lacks: readonly Refusal[]
  readonly mayKeep: boolean
  /** May the reader have the papers? A draft's are for those who keep it and those who were there. */
  readonly reads: boolean
  readonly form: FormState
  /** The text itself, set to be read. */
  readonly text: ReactNode
}

/** The minutes on their way: wording, what is lacking, signatures, the announcement; and the text itself. */
export const MinutesPage = (props: Props) => {
  const { view, record, minutes, mayKeep, form } = props
  const { t, locale } = view
  const meeting = `${t(record.body.name)} ${longDay(record.day, locale)}`
  return (
    <Shell view={view} title={`${t(words.minutes)} ${meeting}`} question={1} room="meetings">
      <PageHead
        kicker={
          <a href={`/meetings/${record.id}`}>
            {t(record.body.name)} {longDay(record.day, locale)}
          </a>
        }
        title={t(words.minutes)}
        lead={t(words.lead(meeting, minutes.state))}
      />
      <Problems form={form} title={(n) => t(words.hinders(n))} />
      <Adjustment {...props} />
      {record.closedAt !== null && props.reads && (
        <div className="no-print">
          <Papers {...props} />
        </div>
      )}
      {mayKeep && minutes.state === 'draft' && <WordingForm {...props} />}
      {props.text}
    </Shell>
  )
}

const Adjustment = ({ view, record, minutes, lacks, mayKeep, form }: Props) => {
  const { t, locale } = view
  const latest = addDays(record.day, 14)
  const late = minutes.adjusted === null && view.today > latest
  return (
    <Section id="adjustment" title={t(words.adjustment)} intro={<Law law="KL 5:69" locale={locale} />}>
      {minutes.state === 'draft' && mayKeep && (
        <>
          <h3>{t(words.complete)}</h3>
          {lacks.length === 0 ? (
            <p>{t(words.completeOk)}</p>
          ) : (
            <ul className="prose">
              {lacks.map((lack) => (
                <li key={lack.code + lack.text.sv}>
                  {t(lack.text)} {lack.law && <Law law={lack.law} locale={locale} />}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {minutes.adjusted === null && (
        <p>
          {t(words.latest(latest))} {late && <Brk>{t(words.late)}</Brk>}
        </p>
      )}
      <ul className="cell-list">
        {signersOf(record).map((signer) => {
          const signature = minutes.signatures.find((s) => s.personId === signer.personId && s.role === signer.role)
          const earlier = minutes.outdated.findLast((s) => s.personId === signer.personId && s.role === signer.role)
          const stands = signature ? words.signed(signature.on) : earlier ? words.signedEarlier(earlier.on) : words.notSigned
          const role = `${t(words[signer.role])}${signer.place === 'substitute' ? ` (${t(words.substitute)})` : ''}`
          return (
            <li key={`${signer.role} ${signer.personId}`}>
              <Status mark={signature ? 'done' : 'open'}>
                {role}: <strong>{record.names[signer.personId] ?? '–'}</strong> {t(stands)}
              </Status>
            </li>
          )
        })}
      </ul>
      {minutes.digest && (
        <p className="hint">
          {t(words.digest)}: <code>{minutes.digest}</code>
        </p>
      )}
      <AdjustmentActs view={view} record={record} minutes={minutes} mayKeep={mayKeep} form={form} />
      {record.announced && (
        <Note>
          <p>{t(words.announcedOn(record.announced, lastAppealDay(record.announced as Day)))}</p>
          <p className="ui">
            <a href="/notices">{t(words.board)}</a>
          </p>
        </Note>
      )}
    </Section>
  )
}

/** Every document of the meeting, and the extract of each paragraph. */
const Papers = ({ view, record }: Props) => {
  const { t } = view
  const address = `/meetings/${record.id}`
  const kinds = [
    ['attendance', words.attendanceList],
    ['votes', words.voteList],
    ['notice', words.proof],
  ] as const
  return (
    <Section id="papers" title={t(words.papers)}>
      <ul className="cell-list">
        {kinds.map(([kind, name]) => (
          <li key={kind}>
            {t(name)}{' '}
            <span className="acts">
              <DocLinks view={view} href={`${address}/${kind}`} />
            </span>
          </li>
        ))}
        {record.items
          .filter((item) => item.paragraph !== null && item.decision !== null)
          .map((item) => (
            <li key={item.id}>
              {t(words.extractOf(item.paragraph ?? ''))} {item.title}{' '}
              <span className="acts">
                <DocLinks view={view} href={`${address}/extract/${item.id}`} />
              </span>
            </li>
          ))}
      </ul>
    </Section>
  )
}

const AdjustmentActs = ({ view, record, minutes, mayKeep, form }: Pick<Props, 'view' | 'record' | 'minutes' | 'mayKeep' | 'form'>) => {
  const { t } = view
  const action = `/meetings/${record.id}/minutes`
  const signs = signersOf(record).some((s) => s.personId === view.who.personId)
  const signed = minutes.signatures.some((s) => s.personId === view.who.personId)
  const hidden = (act: string) => (
    <>
      <Csrf view={view} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="seen" value={minutes.version} />
    </>
  )
  return (
    <>
      {minutes.state === 'draft' && mayKeep && (
        <form method="post" action={action} className="stack">
          {hidden('freeze')}
          <Acts>
            <Button>{t(words.freeze)}</Button>
          </Acts>
        </form>
      )}
      {minutes.state === 'frozen' && signs && !signed && (
        <form method="post" action={action} className="stack">
          {hidden('sign')}
          <input type="hidden" name="digest" value={minutes.digest ?? ''} />
          <Acts>
            <Button>{t(words.sign)}</Button>
          </Acts>
        </form>
      )}
      {minutes.state === 'frozen' && mayKeep && (
        <form method="post" action={action} className="stack">
          {hidden('reopen')}
          <TextField form={form} name="why" label={t(words.why)} />
          <Acts>
            <Button kind="second">{t(words.reopen)}</Button>
          </Acts>
        </form>
      )}
      {record.state === 'adjusted' && mayKeep && (
        <form method="post" action={action} className="stack">
          {hidden('announce')}
          {record.adjusted && (
            <p className="hint">
              {t(words.announceBy(latestAnnouncement(record.adjusted, record.variants)))} <Law law="KL 8:12" locale={view.locale} />
            </p>
          )}
          <TextField form={form} name="keptAt" label={t(words.keptAt)} hint={t(words.keptAtHint)} />
          <Acts>
            <Button>{t(words.announce)}</Button>
          </Acts>
        </form>
      )}
      <p className="ui">
        <ButtonLink kind="second" href={`/meetings/${record.id}`}>
          {t(words.toMeeting)}
        </ButtonLink>
      </p>
    </>
  )
}

const WordingForm = ({ view, record, minutes, form }: Props) => {
  const { t } = view
  return (
    <Section id="wording" title={t(words.wording)} intro={t(words.wordingIntro)}>
      <form method="post" action={`/meetings/${record.id}/minutes`}>
        <Csrf view={view} />
        <input type="hidden" name="act" value="wording" />
        <input type="hidden" name="seen" value={minutes.version} />
        <TextArea form={form} name="wording.meeting" required={false} rows={3} label={t(words.wordingOfMeeting)} />
        {record.items.map((item) => (
          <TextArea
            key={item.id}
            form={form}
            name={`wording.${item.id}`}
            required={false}
            rows={3}
            label={`${item.paragraph ? `§ ${item.paragraph} ` : ''}${item.title}`}
          />
        ))}
        <Acts>
          <Button>{t(words.saveWording)}</Button>
        </Acts>
      </form>
    </Section>
  )
}
