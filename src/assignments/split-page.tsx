import { longDay, type Day } from '../kernel/day.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Entry } from '../registers/entry.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { Select } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField, TextArea, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { unitsOf } from './split-assignment.ts'
import { words } from './words.ts'

interface SplitPageProps {
  readonly view: View
  readonly whole: Entry
  readonly wholePath: string
  readonly tree: Tree
  readonly form: FormState
}

/** Where a part of an assignment is given to a unit of whoever carries it out. */
export const SplitPage = ({ view, whole, wholePath, tree, form }: SplitPageProps) => {
  const { t, locale } = view
  const last = longDay(String(whole.data['finalReport']) as Day, locale)
  const units = unitsOf(whole, tree).flatMap((id) => {
    const node = tree.get(id)
    return node ? [{ value: id, label: t(node.name) }] : []
  })
  return (
    <Shell view={view} title={t(words.split)} question={2} room="assignment">
      <PageHead kicker={<a href={wholePath}>{whole.number}</a>} title={t(words.split)} lead={t(words.splitLead(whole.title, last))} />
      <Problems form={form} title={(n) => t(words.problems(n))} />
      <form method="post">
        <Csrf view={view} />
        <Section id="part" title={t(words.split)}>
          <TextField form={form} name="title" label={t(words.title)} />
          <TextArea form={form} name="deliverable" label={t(words.deliverable)} />
          <Select form={form} name="nodeId" label={t(words.unit)} choices={units} empty={t(words.choose)} />
          <DayField form={form} name="finalReport" label={t(words.day)} />
          <Acts>
            <Button>{t(words.save)}</Button>
            <a href={wholePath}>{t(words.cancel)}</a>
          </Acts>
        </Section>
      </form>
    </Shell>
  )
}
