import { longDay } from '../kernel/day.ts'
import { Note } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import type { MeanwhileChange } from './changes-since.ts'
import type { AnyDefinition } from './define.ts'
import { entryWords as words } from './entry-words.ts'
import type { Names } from './names.ts'
import { fieldOf, shownValue } from './shown.ts'

interface Props {
  readonly view: View
  readonly definition: AnyDefinition
  readonly changes: readonly MeanwhileChange[]
  readonly names: Names
}

const time = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' }).format(at)

/** What somebody else changed while this reader wrote: who, when, which fields. */
export const ConflictNote = ({ view, definition, changes, names }: Props) => {
  const { states } = definition.lifecycle
  const stateName = (s: string): string => (states[s] ? view.t(states[s].words) : s)
  return (
    <Note kind="stop">
      <h2 id="conflict">{view.t(words.conflictTitle)}</h2>
      <p>{view.t(words.conflictIntro)}</p>
      {changes.length === 0 && <p>{view.t(words.conflictNothing)}</p>}
      <ul>
        {changes.map((c) => (
          <li key={`${c.at.getTime()} ${c.actor}`}>
            <strong>{c.person ?? view.t(c.actor === 'anybody' ? words.anybody : words.bySystem)}</strong>
            {`, ${longDay(c.day, view.locale)} ${view.t(words.clock(time(c.at)))}`}
            <ul>
              {c.state && (
                <li>
                  {view.t(words.stateLabel)}: {view.t(words.fromTo(stateName(c.state.before), stateName(c.state.after)))}
                </li>
              )}
              {c.fields.map((f) => {
                const meta = fieldOf(definition, f.name)
                const show = (value: unknown): string | null => (meta ? shownValue(meta, value, { names, day: c.day, locale: view.locale }) : null)
                return (
                  <li key={f.name}>
                    {meta ? view.t(meta.label) : f.name}: {view.t(words.fromTo(show(f.before), show(f.after)))}
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
      </ul>
    </Note>
  )
}
