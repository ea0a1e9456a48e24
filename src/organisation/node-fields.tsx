import type { Day } from '../kernel/day.ts'
import type { FormState } from '../web/components/form-state.ts'
import { Select } from '../web/components/choices.tsx'
import { NumberField, TextField } from '../web/components/inputs.tsx'
import type { View } from '../web/view.ts'
import { formWords as words } from './form-words.ts'
import { lastVersion, type Timeline, treeOn } from './timeline.ts'
import type { OrgNode, Tree } from './tree.ts'

interface Option {
  readonly value: string
  readonly label: string
}

const indent = '\u00a0\u00a0\u00a0'

/** Every body and unit that is there today or is to come, as the tree stands: the depth shows in the words, since a list of options has no other way. */
export const nodeOptions = (timeline: Timeline, today: Day, view: View): readonly Option[] => {
  const tree = treeOn(timeline, today)
  const branch = (node: OrgNode, depth: number): Option[] => [
    { value: node.id, label: `${indent.repeat(depth)}${view.t(node.name)}` },
    ...tree.children(node.id).flatMap((child) => branch(child, depth + 1)),
  ]
  return [...rootsOf(tree).flatMap((root) => branch(root, 0)), ...toCome(timeline, today, view)]
}

const rootsOf = (tree: Tree): readonly OrgNode[] => tree.nodes.filter((node) => node.parentId === null)

const toCome = (timeline: Timeline, today: Day, view: View): readonly Option[] =>
  [...timeline.values()].filter((life) => (life.versions[0]?.from ?? today) > today).map((life) => ({ value: life.id, label: view.t(lastVersion(life).name) }))

interface FieldsProps {
  readonly view: View
  readonly form: FormState
  /** Tells several drafts of one form apart: '.1'. */
  readonly suffix?: string
  readonly required?: boolean
  /** False for departments and units, which have no seats. */
  readonly seated?: boolean
}

/** Name, abbreviation and seats of a body or unit. */
export const DraftFields = ({ view, form, suffix = '', required = true, seated = true }: FieldsProps) => (
  <>
    <TextField form={form} name={`name${suffix}`} label={view.t(words.nameSv)} required={required} />
    <TextField form={form} name={`nameEn${suffix}`} label={view.t(words.nameEn)} required={false} />
    <div className="field-row">
      <TextField form={form} name={`short${suffix}`} label={view.t(words.short)} width="s" required={required} />
      {seated && <NumberField form={form} name={`seats${suffix}`} label={view.t(words.seats)} hint={view.t(words.seatsHint)} required={false} />}
    </div>
  </>
)

interface NodeSelectProps extends FieldsProps {
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
  readonly empty?: string
}

/** Chooses a body or unit. */
export const NodeSelect = ({ form, name, label, options, empty, required = true }: NodeSelectProps) => (
  <Select form={form} name={name} label={label} choices={options} required={required} {...(empty === undefined ? {} : { empty })} />
)
