import type { ReactElement } from 'react'
import type { Text } from '../../kernel/text.ts'
import { Law } from '../../web/components/law.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { Problems } from '../../web/components/problems.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { isPaused } from '../act.ts'
import { asksToBeAdmitted, unannouncedHinders } from '../agenda/admit-urgent.ts'
import { presentNow, presidingNow, quorumNow, servingProposed } from '../attendance/there.ts'
import type { Foreseen } from '../debate/foresee.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { lacksPreparation } from '../preparation/item-preparation.ts'
import { lastFactOf, mayUndo } from '../record/undo.ts'
import { ActForm } from './act-form.tsx'
import { MeetingCorrections } from './correction-forms.tsx'
import { AfterForms, AttendanceForms, DebateForms, PauseForm } from './desk-forms.tsx'
import { deskWords } from './desk-words.ts'
import { ShapeClauses } from './foreseen.tsx'
import { MeetingHeading } from './follow-page.tsx'
import { ItemBody, ItemHead, ItemRemarks } from './item-view.tsx'
import { OpenForm } from './open-form.tsx'
import { AgendaList, PresenceLists } from './parts.tsx'
import { StepForm } from './step-form.tsx'
import { TypedText } from './typed-text.tsx'
import { AdmitForm, NewItemForm } from './urgent-forms.tsx'
import { pageWords as words } from './words.ts'

/** What the desk's parts are given. */
export interface DeskProps {
  readonly view: View
  readonly record: MeetingRecord
  readonly item: ItemRecord | null
  readonly form: FormState
  /** What the gavel would do in the item, told before it falls. */
  readonly foreseen: readonly Foreseen[]
  /** New identities for the forms: each sent twice is done once. */
  readonly newId: () => string
}

/** The item that the desk shows: the one that was chosen, else the one at hand, the next, or the last. */
export const atDesk = (record: MeetingRecord, itemId: string | null): ItemRecord | null =>
  record.items.find((i) => i.id === itemId) ??
  record.items.find((i) => i.state === 'open') ??
  record.items.find((i) => i.state === 'waiting') ??
  record.items.at(-1) ??
  null

/** The parts of the desk that change while the meeting goes on, by their ids: each is changed by itself, and what is written in the others stays. */
export const deskParts = (props: DeskProps): readonly (readonly [id: string, part: ReactElement])[] => {
  const { view, record, item } = props
  const { t } = view
  // While it is adjourned nothing is settled: what comes next is that it is taken up again.
  const paused = record.state === 'open' && isPaused(record)
  const over = item !== null && item.state !== 'open' && item.state !== 'waiting'
  return [
    [
      'desk-head',
      <div id="desk-head" key="desk-head">
        <MeetingHeading view={view} record={record} item={item} />
      </div>,
    ],
    [
      'desk-agenda',
      <div id="desk-agenda" key="desk-agenda">
        <AgendaList view={view} record={record} base={`/meetings/${record.id}/desk`} shown={item?.id ?? null} />
      </div>,
    ],
    [
      'desk-step',
      <div id="desk-step" key="desk-step" className="part">
        {item && <ItemHead view={view} item={item} />}
        {item && <Warnings view={view} record={record} item={item} />}
        {paused && <PauseForm {...props} />}
        {item?.state === 'open' && !paused && <StepForm {...props} item={item} />}
        {item?.state === 'waiting' && !paused && <TakeUp {...props} item={item} />}
      </div>,
    ],
    [
      'desk-body',
      <div id="desk-body" key="desk-body" className="part">
        {item && <ItemBody view={view} record={record} item={item} />}
        {item && <ItemRemarks view={view} record={record} item={item} />}
      </div>,
    ],
    [
      'desk-forms',
      <div id="desk-forms" key="desk-forms" className="part">
        {item?.state === 'open' && <ShapeClauses {...props} item={item} all={props.foreseen} />}
        {item?.state === 'open' && <DebateForms {...props} item={item} />}
        {item && over && <AfterForms {...props} item={item} />}
        {item?.state === 'open' && <UndoForm {...props} item={item} />}
        {!paused && <End {...props} />}
        {record.state === 'open' && <NewItemForm {...props} />}
      </div>,
    ],
    [
      'desk-there',
      <div id="desk-there" key="desk-there" className="part">
        <h2 id="there-h" className="col-h">
          {t(words.attendance)}
        </h2>
        {record.state === 'open' && <AttendanceForms {...props} />}
        <PresenceLists view={view} record={record} item={item} />
        <MeetingCorrections {...props} />
      </div>,
    ],
  ]
}

/** Where the secretary and the chair keep the meeting: who is there, the item at hand, and what comes next. */
export const DeskPage = ({ stream, ...props }: DeskProps & { readonly stream: string | null }) => {
  const { view, record, item, form } = props
  const { t } = view
  const [head, agenda, ...rest] = deskParts(props).map(([, part]) => part)
  return (
    <Shell view={view} title={t(words.title(record.day))} question={1} room="meetings">
      {stream && <turbo-stream-source src={stream} />}
      <Problems form={form} title={(n) => t(words.problems(n))} />
      <TypedText view={view} form={form} />
      {record.openedAt === null ? (
        <>
          <MeetingHeading view={view} record={record} item={item} />
          <OpenForm {...props} />
        </>
      ) : (
        <>
          {head}
          <div className="live">
            {agenda}
            <article className="item" id="item">
              {rest.slice(0, -1)}
            </article>
            <aside aria-labelledby="there-h">{rest.at(-1)}</aside>
          </div>
        </>
      )}
      <p>
        <a href={`/meetings/${record.id}`}>{t(words.toFollow)}</a>
      </p>
    </Shell>
  )
}

/** What the chair ought to know before going on, with its section: told, not forbidden, where the law leaves it to the chair. */
const Warnings = ({ view, record, item }: { readonly view: View; readonly record: MeetingRecord; readonly item: ItemRecord }) => {
  if (record.state !== 'open' || (item.state !== 'open' && item.state !== 'waiting')) return null
  const quorum = quorumNow(record, item)
  const chair = presidingNow(record)
  const chairHere = presentNow(record).some((p) => p.personId === chair && p.seen) && !item.conflicts.some((c) => c.personId === chair && c.outcome !== 'none')
  const warnings: readonly { readonly text: Text; readonly law: string; readonly href?: string }[] = [
    ...(quorum.ok ? [] : quorum.refusals.map((r) => ({ text: r.text, law: r.law ?? 'KL 5:45' }))),
    ...(chairHere ? [] : [{ text: deskWords.chairAway, law: 'KL 5:11' }]),
    ...(servingProposed(record, item).length > 0 ? [{ text: deskWords.servingDiffers, law: 'KL 5:17–19', href: '#there-h' }] : []),
    ...(lacksPreparation(record, item) && !item.urgent?.unanimous ? [{ text: deskWords.unprepared, law: 'KL 5:26–32' }] : []),
  ]
  return warnings.length === 0 ? null : (
    <ul className="warns">
      {warnings.map((w) => (
        <li key={w.text.sv}>
          {w.href ? <a href={w.href}>{view.t(w.text)}</a> : view.t(w.text)} <Law law={w.law} locale={view.locale} />
        </li>
      ))}
    </ul>
  )
}

const TakeUp = ({ item, ...props }: DeskProps & { readonly item: ItemRecord }) => {
  const { view, record } = props
  if (record.state !== 'open' || record.items.some((i) => i.state === 'open')) return null
  return (
    <div className={asksToBeAdmitted(record, item) && !item.urgent ? 'step' : undefined}>
      <AdmitForm {...props} item={item} />
      {unannouncedHinders(record, item).length === 0 && (
        <ActForm {...props} act="take_up" itemId={item.id} buttons={[{ label: view.t(deskWords.takeUp), key: 'k' }]} first />
      )}
    </div>
  )
}

const UndoForm = ({ item, ...props }: DeskProps & { readonly item: ItemRecord }) => {
  const last = lastFactOf(props.record.journal, item)
  const fact = last && props.record.journal.find((f) => f.id === last.id)
  return fact && mayUndo(item, fact) ? (
    <ActForm
      {...props}
      act="undo"
      itemId={item.id}
      hidden={{ fact: fact.id }}
      buttons={[{ label: props.view.t(deskWords.undo(props.view.t(deskWords.fact(fact.kind)))), key: 'z' }]}
    />
  ) : null
}

/** The next item, or the end of the meeting when all are dealt with. */
const End = (props: DeskProps) => {
  const { view, record, item } = props
  if (record.state !== 'open') return null
  const waiting = record.items.find((i) => i.state === 'waiting')
  if (waiting) {
    return item?.id === waiting.id || item?.state === 'open' ? null : (
      <p className="acts dock">
        <a className="btn" href={`/meetings/${record.id}/desk?item=${waiting.id}`} data-key="n">
          {view.t(deskWords.nextItem)}
          <kbd aria-hidden="true">n</kbd>
        </a>
      </p>
    )
  }
  return record.items.some((i) => i.state === 'open') ? null : (
    <div className="step">
      <p className="hint">{view.t(deskWords.closeMeetingHint)}</p>
      <ActForm {...props} act="close_meeting" itemId={null} buttons={[{ label: view.t(deskWords.closeMeeting) }]} first />
    </div>
  )
}
