import { longDay } from '../kernel/day.ts'
import type { Day } from '../kernel/day.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Entry } from '../registers/entry.ts'
import { Acts, Button, DraftStatus } from '../web/components/button.tsx'
import { Radios, Select } from '../web/components/choices.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { DayField, TextArea, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { type ReportKind, stances } from './report.ts'
import { words } from './words.ts'

interface ReportFormProps {
  readonly view: View
  readonly entry: Entry
  readonly entryPath: string
  readonly kind: ReportKind
  readonly form: FormState
  readonly tree: Tree
  /** Key that what is typed is kept under until it is handed in. */
  readonly draft: string
  /** How many rows of what continues are shown. */
  readonly rows: number
}

/** Where a report is written: status, what has been done and what it led to, and for a final report what continues. */
export const ReportForm = ({ view, entry, entryPath, kind, form, tree, draft, rows }: ReportFormProps) => {
  const { t } = view
  const due = entry.due as Day | null
  return (
    <Shell view={view} title={t(words.reportOn(kind, entry.title))} question={3} room="reports">
      <PageHead
        kicker={
          <>
            <a href={entryPath}>{entry.number}</a>
            {due && ` · ${t(words.itemDue).toLowerCase()} ${longDay(due, view.locale)}`}
          </>
        }
        title={t(words.kind(kind))}
        lead={entry.title}
      />
      <Problems form={form} title={(n) => t(words.problems(n))} />
      <form method="post" data-draft={`/drafts/${draft}`}>
        <Csrf view={view} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="_at" value={`${entryPath}/report`} />
        <Section id="status" title={t(words.stanceLabel)} intro={t(words.why)}>
          <Radios
            form={form}
            name="stance"
            label={t(words.stanceLabel)}
            hint={t(words.stanceHint(kind))}
            choices={stances.filter((s) => s !== 'done' || kind === 'final').map((s) => ({ value: s, label: t(words.stance(s)) }))}
          />
          <TextField form={form} name="period" label={t(words.periodLabel)} hint={t(words.periodHint)} required={false} width="s" />
        </Section>
        <Section id="what" title={t(words.report)}>
          <TextArea form={form} name="text" label={t(words.textLabel)} hint={t(words.textHint)} rows={8} />
        </Section>
        {kind === 'final' && <Continues view={view} form={form} tree={tree} entry={entry} rows={rows} />}
        <DraftStatus />
        <Acts>
          <Button>{t(words.handIn)}</Button>
          {kind === 'final' && (
            <Button kind="second" name="more" value={String(rows + 3)}>
              {t(words.more)}
            </Button>
          )}
          <Button kind="second" formAction={`/drafts/${draft}`}>
            {t(words.keep)}
          </Button>
          <a href={entryPath}>{t(words.cancel)}</a>
        </Acts>
      </form>
    </Shell>
  )
}

const Continues = ({ view, form, tree, entry, rows }: Pick<ReportFormProps, 'view' | 'form' | 'tree' | 'entry' | 'rows'>) => {
  const { t } = view
  const owners = [entry.nodeId, ...tree.below(entry.ownerId ?? entry.nodeId)]
  const first = [...new Set(owners)]
  const others = tree.nodes.filter((n) => n.kind !== 'external' && n.kind !== 'municipality' && !first.includes(n.id)).map((n) => n.id)
  const choices = [...first, ...others].flatMap((id) => {
    const node = tree.get(id)
    return node ? [{ value: id, label: t(node.name) }] : []
  })
  return (
    <Section id="continues" title={t(words.continues)} intro={t(words.continuesHint)}>
      <input type="hidden" name="rows" value={rows} />
      {Array.from({ length: rows }, (_, i) => i + 1).map((no) => (
        <fieldset key={no} className="stack--s">
          <legend>{t(words.item(no))}</legend>
          <TextField form={form} name={`continuation-${no}`} label={t(words.itemWhat)} required={false} />
          <div className="field-row">
            <Select form={form} name={`owner-${no}`} label={t(words.itemOwner)} choices={choices} empty={t(words.nobody)} required={false} />
            <DayField form={form} name={`due-${no}`} label={t(words.itemDue)} required={false} />
          </div>
          <TextField form={form} name={`dropped-${no}`} label={t(words.itemDropped)} required={false} />
        </fieldset>
      ))}
    </Section>
  )
}
