import { type Day, longDay, readDay } from '../kernel/day.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import { Button } from '../web/components/button.tsx'
import { Field, tie } from '../web/components/field.tsx'
import { type FormState, valueOf } from '../web/components/form-state.ts'
import type { View } from '../web/view.ts'
import { type Tense, words } from './words.ts'

/** The day that a page is asked about: `?day=`, today without it. */
export const readAsOf = (typed: string | undefined, today: Day): Verdict<Day> => {
  const wanted = (typed ?? '').trim()
  const day = wanted === '' ? today : readDay(wanted)
  return day === null ? refused({ code: 'day.unreadable', field: 'day', text: words.badDay(wanted) }) : granted(day)
}

/** How a day is spoken of: as now, as past, or as to come. */
export const tenseOf = (on: Day, today: Day): Tense => (on === today ? 'now' : on < today ? 'past' : 'future')

/** Both spellings of a day, for sentences in words.ts. */
export const spelled = (on: Day): readonly [sv: string, en: string] => [longDay(on, 'sv'), longDay(on, 'en')]

/** '' or '?day=…' when the page is not about today. */
export const dayQuery = (on: Day, today: Day): string => (on === today ? '' : `?day=${on}`)

interface AsOfProps {
  readonly view: View
  readonly form: FormState
  readonly action: string
  readonly on: Day
}

/** Asks for the page as it was on another day. */
export const AsOfForm = ({ view, form, action, on }: AsOfProps) => {
  const field = { form, name: 'day', label: view.t(words.day), width: 's' } as const
  return (
    <form method="get" action={action} className="stack--s">
      <Field {...field}>
        <input {...tie(field, 'num')} type="date" defaultValue={valueOf(form, 'day')} />
      </Field>
      <p className="acts">
        <Button kind="second">{view.t(words.showDay)}</Button>
        {on !== view.today && <a href={action}>{view.t(words.backToToday)}</a>}
      </p>
    </form>
  )
}
