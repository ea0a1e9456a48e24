import type { ReactElement } from 'react'
import type { Refusal, Verdict } from '../kernel/refusal.ts'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { flash, type NoticeCode } from '../web/flash.ts'
import { type App, type Ctx, type Fields, page, readFields, seeOther } from '../web/view.ts'
import { notAllowed } from './message-page.tsx'
import { Reading } from './reading.ts'

/** A page that is one form about one thing: how it is found, who may, how it looks, what it does. */
export interface FormRoute<Subject, Done> {
  readonly path: string
  /** What the form is about, or the answer that says that it is not there. */
  readonly load: (c: Ctx) => Promise<Subject | Response>
  /** Why the reader may not. The same is asked again by the act. */
  readonly barred: (c: Ctx, subject: Subject) => readonly Refusal[]
  readonly initial: (subject: Subject, c: Ctx) => Parameters<typeof newForm>[1]
  readonly draw: (c: Ctx, subject: Subject, form: FormState) => ReactElement | Promise<ReactElement>
  readonly act: (c: Ctx, subject: Subject, reading: Reading) => Promise<Verdict<Done>>
  readonly notice: NoticeCode
  /** Where to go when it is done. */
  readonly after: (subject: Subject, done: Done, c: Ctx) => string
}

/** Opens the form's address: shown by GET, done by POST; a refused one comes back with everything typed. */
export const formRoute = <Subject, Done>(app: App, route: FormRoute<Subject, Done>): void => {
  app.get(route.path, async (c) => {
    const subject = await route.load(c)
    if (subject instanceof Response) return subject
    const barred = route.barred(c, subject)
    if (barred.length > 0) return notAllowed(c, barred)
    return page(c, await route.draw(c, subject, newForm(c.get('view').locale, route.initial(subject, c))))
  })

  app.post(route.path, async (c) => {
    const subject = await route.load(c)
    if (subject instanceof Response) return subject
    const barred = route.barred(c, subject)
    if (barred.length > 0) return notAllowed(c, barred)
    const fields: Fields = await readFields(c)
    const { today, locale } = c.get('view')
    const verdict = await route.act(c, subject, new Reading(fields, today))
    if (!verdict.ok) return page(c, await route.draw(c, subject, refusedForm(locale, fields, verdict.refusals)), 422)
    flash(c, route.notice)
    return seeOther(c, route.after(subject, verdict.value, c))
  })
}
