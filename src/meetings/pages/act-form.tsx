import type { ReactNode } from 'react'
import { Csrf } from '../../web/csrf.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { nameOf, seatOf } from '../attendance/there.ts'
import type { MeetingRecord } from '../record/record.ts'
import type { DeskProps } from './desk-page.tsx'

interface ActButton {
  readonly label: string
  /** What the button says beside the act: field `pressed`. */
  readonly value?: string
  readonly key?: string
}

interface ActFormProps extends Pick<DeskProps, 'view' | 'record' | 'newId'> {
  /** What the form does; the names of its fields begin with it, so that forms on one page do not share ids. */
  readonly act: string
  readonly itemId: string | null
  readonly hidden?: Readonly<Record<string, string>>
  /** For what step it is drawn (`stepKey`), where what it says depends on that. */
  readonly seen?: string
  /** What this form is about, where several of the same act stand on a page: its fields are named by `fieldOf` with it. */
  readonly about?: string
  readonly buttons: readonly ActButton[]
  /** Is its first button the one filled button of the page? `even` where its buttons answer one question: then none is put before another. */
  readonly first?: boolean | 'even'
  readonly children?: ReactNode
}

/** Was a field of the act's form refused, so that its fold stands open? */
export const isRefused = (form: FormState, act: string, about = ''): boolean =>
  form.refusals.some((r) => r.field?.startsWith(`${act}.`) && r.field.endsWith(about))

/** People of the meeting to choose between, with their parties. */
export const peopleChoices = (record: MeetingRecord, ids: readonly string[]) =>
  ids.map((id) => ({ value: id, label: `${nameOf(record, id)} (${seatOf(record, id)?.party ?? '–'})` }))

/** A form that does one act at the meeting. It carries an identity of its own: sent twice on a bad network it is done once. */
export const ActForm = ({ view, record, newId, act, itemId, hidden = {}, seen, about, buttons, first = false, children }: ActFormProps) => (
  <form method="post" action={`/meetings/${record.id}/desk`} className="stack" id={`do-${act}${about ? `-${about}` : ''}`}>
    <Csrf view={view} />
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="actId" value={newId()} />
    {itemId && <input type="hidden" name="item" value={itemId} />}
    {seen && <input type="hidden" name="seen" value={seen} />}
    {about && <input type="hidden" name="about" value={about} />}
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={`${act}.${name}`} value={value} />
    ))}
    {children}
    <p className={first ? 'acts dock' : 'acts'}>
      {buttons.map((b, i) => (
        <button
          key={b.label}
          type="submit"
          className={first === true && i === 0 ? 'btn' : 'btn btn--2'}
          name="pressed"
          value={b.value ?? ''}
          aria-keyshortcuts={b.key}
          data-key={b.key}
        >
          {b.label}
          {b.key && <kbd aria-hidden="true">{b.key}</kbd>}
        </button>
      ))}
    </p>
  </form>
)
