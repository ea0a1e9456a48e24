import { daysBetween, longDay } from '../kernel/day.ts'
import { Written } from '../web/components/written.tsx'
import { Button } from '../web/components/button.tsx'
import { refusedForm } from '../web/components/form-state.ts'
import { Problems } from '../web/components/problems.tsx'
import { PageHead } from '../web/components/section.tsx'
import { Brk, Status } from '../web/components/status.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { MeanwhileChange } from './changes-since.ts'
import { ConflictNote } from './conflict-note.tsx'
import type { AnyDefinition } from './define.ts'
import type { Entry } from './entry.ts'
import { EntryActs, FreeFields, prefixed, type Tried } from './entry-acts.tsx'
import { EntryDeadlines, EntryEvents, EntryFacts, EntryLinks } from './entry-parts.tsx'
import { entryWords as words } from './entry-words.ts'
import { LifecycleSection } from './lifecycle-section.tsx'
import type { LoadedEntry } from './load-entry-page.ts'
import type { Names } from './names.ts'
import { standing } from './standing.ts'

interface EntryPageProps {
  readonly view: View
  readonly loaded: LoadedEntry
  readonly tried?: Tried | null
  /** What others changed meanwhile, when the form that was tried is refused for that. */
  readonly conflict?: { readonly changes: readonly MeanwhileChange[]; readonly names: Names } | null
}

/** One entry: how it stands, its particulars, what can be done, the days to keep, what it hangs together with, what has happened. */
export const EntryPage = ({ view, loaded, tried = null, conflict = null }: EntryPageProps) => {
  const { definition, entry } = loaded
  const form = refusedForm(view.locale, {}, tried ? prefixed(tried, tried.form) : [])
  const state = definition.lifecycle.states[entry.state]
  const list = `/register/${definition.path}`
  return (
    <Shell view={view} title={entry.title} question={definition.question} room={definition.name}>
      <PageHead
        kicker={
          <>
            <a href={list}>{view.t(definition.words.many)}</a> · {entry.number}
          </>
        }
        title={<Written locale={view.locale}>{entry.title}</Written>}
        lead={<StateSentence view={view} loaded={loaded} />}
      >
        {state && (
          <p>
            <Status mark={state.mark}>{view.t(state.words)}</Status>
          </p>
        )}
        <Follow view={view} loaded={loaded} />
      </PageHead>
      {conflict ? (
        <ConflictNote view={view} definition={definition} {...conflict} />
      ) : (
        <Problems form={form} title={(n) => view.t(words.problems(n, definition.words.the))} />
      )}
      <EntryFacts view={view} loaded={loaded} />
      <EntryActs view={view} loaded={loaded} tried={tried} />
      <FreeFields view={view} loaded={loaded} tried={tried} />
      <EntryDeadlines view={view} loaded={loaded} />
      <EntryLinks view={view} loaded={loaded} />
      <EntryEvents view={view} loaded={loaded} />
      <LifecycleSection view={view} definition={definition} state={entry.state} />
    </Shell>
  )
}

/** 'Uppdraget pågår. Slutredovisning sker senast 14 september 2022, om 120 dagar.' */
const StateSentence = ({ view, loaded: { definition, entry, deadlines } }: { readonly view: View; readonly loaded: LoadedEntry }) => {
  const state = definition.lifecycle.states[entry.state]
  const { broken } = standing(definition, entry, view.today)
  const next = deadlines.find((d) => d.doneOn === null)
  return (
    <>
      {state && view.t(state.says)}{' '}
      {next &&
        state?.open &&
        view.t(words.nextDay(next.label, { sv: longDay(next.due, 'sv'), en: longDay(next.due, 'en') }, daysBetween(view.today, next.due)))}{' '}
      {broken.length > 0 && (
        <>
          <Brk>{view.t(words.brokenHere)}</Brk>: {broken.map((b) => view.t(b).toLowerCase()).join(', ')}.
        </>
      )}
    </>
  )
}

/** Following is one's own affair: a letter tells what happens with the entry (reminders). */
const Follow = ({ view, loaded: { definition, entry, followed } }: { readonly view: View; readonly loaded: LoadedEntry }) =>
  followed !== null && (
    <form method="post" action={`/follow/${entry.id}`} className="acts">
      <Csrf view={view} />
      <input type="hidden" name="back" value={`/register/${definition.path}/${entry.id}`} />
      <Button kind="second" name="follow" value={followed ? 'no' : 'yes'}>
        {view.t(followed ? words.unfollow : words.follow)}
      </Button>
      {followed && <span className="hint">{view.t(words.followed)}</span>}
    </form>
  )

interface SecretEntryProps {
  readonly view: View
  readonly definition: AnyDefinition
  readonly entry: Pick<Entry, 'number'>
  readonly why: string
}

/** What somebody is told who knows the address of a secret entry but may not read it: its number, never its title. */
export const SecretEntry = ({ view, definition, entry, why }: SecretEntryProps) => {
  const title = view.t(words.secretTitle(entry.number))
  return (
    <Shell view={view} title={title} question={definition.question} room={definition.name}>
      <PageHead kicker={<a href={`/register/${definition.path}`}>{view.t(definition.words.many)}</a>} title={title} lead={why} />
    </Shell>
  )
}
