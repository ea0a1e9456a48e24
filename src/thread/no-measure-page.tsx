import { Acts, Button } from '../web/components/button.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { TextArea } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { WalkedThing } from './walk.ts'
import { words } from './words.ts'

/** Asks why no measure of effect is needed. */
export const NoMeasurePage = ({ view, thing, form }: { readonly view: View; readonly thing: WalkedThing; readonly form: FormState }) => {
  const { t } = view
  const w = words.noMeasure
  return (
    <Shell view={view} title={t(w.title)} question={4}>
      <Problems form={form} />
      <PageHead kicker={thing.number} title={t(w.title)} lead={t(w.lead(thing.title))} />
      <form method="post" action={`/thread/${thing.id}/no-measure`}>
        <Csrf view={view} />
        <TextArea form={form} name="reason" label={t(w.label)} hint={t(w.hint)} why={t(w.why)} rows={4} />
        <Acts>
          <Button>{t(w.save)}</Button>
          <a href={`/thread/${thing.id}`}>{t(w.cancel)}</a>
        </Acts>
      </form>
    </Shell>
  )
}
