import { Written } from '../web/components/written.tsx'
import type { Day } from '../kernel/day.ts'
import { longDay } from '../kernel/day.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { DayField } from '../web/components/inputs.tsx'
import { Acts, Button } from '../web/components/button.tsx'
import { newForm, type FormState } from '../web/components/form-state.ts'
import { Problems } from '../web/components/problems.tsx'
import { Details, Note, PageHead } from '../web/components/section.tsx'
import { Brk } from '../web/components/status.tsx'
import { Shell } from '../web/shell.tsx'
import { ThreadPicture } from '../web/thread/thread-picture.tsx'
import { ThreadWalk } from '../web/thread/thread-walk.tsx'
import type { View } from '../web/view.ts'
import { introsOf } from './answers.ts'
import { drawn } from './draw.ts'
import type { Found } from './load-thread.ts'
import type { Opening } from './opening.ts'
import { questionOf } from './question-of.ts'
import { mainDecision, nameOf } from './scene.ts'
import { words } from './words.ts'

type Shown = Extract<Found, { is: 'thread' }>

interface ThreadPageProps {
  readonly view: View
  readonly found: Shown
  readonly day: Day
  /** The form for another day, with what was wrong with the one typed. */
  readonly form?: FormState
}

/** The red thread of one thing: the sentence, the picture, and the walk with what can be done. */
export const ThreadPage = ({ view, found, day, form = newForm(view.locale, { day }) }: ThreadPageProps) => {
  const { start, scene, thread, opening } = found
  const { t, locale } = view
  const kicker = kickerOf(view, found)
  const past = day < view.today
  const picture = drawn(thread, start.title, locale)
  return (
    <Shell view={view} title={`${start.title}, ${t(words.kicker).toLowerCase()}`} question={questionOf[start.kind]}>
      <Problems form={form} />
      <PageHead kicker={kicker} title={<Written locale={locale}>{start.title}</Written>} lead={<Sentence view={view} opening={opening} />}>
        <Acts>
          <a href={`/thing/${start.id}`}>{t(words.open[start.kind])}</a>
        </Acts>
        {past && (
          <Note>
            <p>
              {t(words.asOfNote(day))} <a href={`/thread/${start.id}`}>{t(words.asOfNow)}</a>
            </p>
          </Note>
        )}
      </PageHead>
      <div className="band">
        <ThreadPicture thread={picture} locale={locale} walkHref="#walk" />
      </div>
      <ThreadWalk thread={picture} locale={locale} intros={introsOf(scene, thread, locale)} />
      {thread.cut && <Note>{t(words.cut(thread.stations.length))}</Note>}
      <Details summary={t(words.asOfLabel)} open={form.refusals.length > 0 || past}>
        <form method="get" action={`/thread/${start.id}`} className="inline">
          <DayField form={form} name="day" label={t(words.asOfLabel)} width="s" />
          <Button kind="second">{t(words.asOfShow)}</Button>
        </form>
      </Details>
    </Shell>
  )
}

/** The opening sentence, red where the thread breaks. */
export const Sentence = ({ view: { t }, opening: { before, broken, after } }: { readonly view: View; readonly opening: Opening }) => (
  <>
    {t(before)}
    {broken && (
      <>
        {' '}
        <Brk>{t(broken)}</Brk>
        {t(after)}
      </>
    )}
  </>
)

const kickerOf = ({ t, locale }: View, { start, scene }: Shown): string => {
  const definition = definitionOf(start.register ?? '')
  const what = definition ? { sv: definition.words.the.sv, en: definition.words.the.en } : words.kind[start.kind]
  const decision = mainDecision(scene)
  const fact = decision && scene.facts.decisions.get(decision.id)
  const origin =
    decision && fact ? `${t(words.paragraph(fact.post ?? nameOf(scene, fact.bodyId), fact.paragraph))}, ${longDay(decision.day, locale)}` : start.number
  return [t(words.kickerFor(what)), origin].filter(Boolean).join(' · ')
}

interface NothingProps {
  readonly view: View
  readonly title: string
  readonly lead: string
  /** Back to where there is something. */
  readonly back?: { readonly href: string; readonly words: string }
}

/** Said where there is no thread to show: unknown, secret, or not yet there on the day. */
export const NoThread = ({ view, title, lead, back = { href: '/', words: view.t(words.home) } }: NothingProps) => (
  <Shell view={view} title={title}>
    <PageHead title={title} lead={lead}>
      <p>
        <a href={back.href}>{back.words}</a>
      </p>
    </PageHead>
  </Shell>
)
