import type { ReactNode } from 'react'
import { fullDay } from '../kernel/day.ts'
import { locales, type Text } from '../kernel/text.ts'
import type { Role } from '../kernel/who.ts'
import { MarkSprite } from './components/mark.tsx'
import { Csrf } from './csrf.tsx'
import { shellWords as words } from './shell-words.ts'
import type { NavRoom, View } from './view.ts'

interface ShellProps {
  readonly view: View
  readonly title: string
  /** Which of the four questions the page answers; null for rooms beside the thread. */
  readonly question?: 1 | 2 | 3 | 4 | null
  /** Name of the room in the navigation (`NavRoom.name`). */
  readonly room?: string
  readonly children: ReactNode
}

const questions = [1, 2, 3, 4] as const

/** The frame of every page: head with the four questions as navigation, the page, the foot. Works without script. */
export const Shell = ({ view, title, question = null, room, children }: ShellProps) => (
  <html lang={view.locale}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="turbo-refresh-method" content="morph" />
      <title>{`${title} · ${view.desk.name} · Genomslag`}</title>
      <link rel="stylesheet" href={view.assets.css} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <script type="module" src={view.assets.js} />
    </head>
    <body>
      <MarkSprite />
      <a className="skip" href="#content">
        {view.t(words.skip)}
      </a>
      <Head view={view} question={question} room={room} />
      <main id="content" className="wrap" tabIndex={-1}>
        {view.notice && (
          <p className="notice" role="status">
            {view.t(view.notice)}
          </p>
        )}
        {children}
      </main>
      <Foot view={view} />
    </body>
  </html>
)

const Head = ({ view, question, room }: { readonly view: View; readonly question: number | null; readonly room: string | undefined }) => (
  <header className="top">
    <div className="wrap top-row">
      <a className="brand" href="/" aria-label={view.t(words.home)}>
        <svg viewBox="0 0 38 12" aria-hidden="true">
          <path d="M10 6h18" stroke="currentColor" strokeWidth="2" />
          <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <circle cx="32" cy="6" r="5.5" fill="currentColor" />
        </svg>
        Genomslag
      </a>
      <p className="where">
        <a href="/organisation">{view.desk.municipality}</a>
        {view.desk.slug && (
          <>
            {' '}
            <span aria-hidden="true">/</span>{' '}
            <a href={`/bodies/${view.desk.slug}`}>
              <b>{view.desk.name}</b>
            </a>
          </>
        )}
      </p>
      <form className="find" role="search" action="/search" method="get">
        <label className="vh" htmlFor="find">
          {view.t(words.find)}
        </label>
        <input id="find" name="q" type="search" placeholder={view.t(words.find)} aria-keyshortcuts="/" />
      </form>
      <Reader view={view} />
    </div>
    <nav className="four wrap" aria-label={view.t(words.fourQuestions)}>
      <ol>
        {questions.map((q) => (
          <Question key={q} view={view} question={q} here={q === question} room={room} rooms={view.nav.filter((n) => n.question === q)} />
        ))}
      </ol>
    </nav>
  </header>
)

interface QuestionProps {
  readonly view: View
  readonly question: 1 | 2 | 3 | 4
  readonly here: boolean
  readonly room: string | undefined
  readonly rooms: readonly NavRoom[]
}

const Question = ({ view, question, here, room, rooms }: QuestionProps) => (
  <li className={here ? 'here' : undefined}>
    <a className="q" href={rooms[0]?.href ?? '/'} aria-current={here ? 'true' : undefined}>
      <span className="long">{view.t(words.question[question])}</span>
      <span className="short">{view.t(words.questionShort[question])}</span>
    </a>
    <ul className="rooms">
      {rooms.map((r) => (
        <li key={r.name}>
          <a href={r.href} aria-current={r.name === room ? 'page' : undefined}>
            {view.t(r.words)}
          </a>
        </li>
      ))}
    </ul>
  </li>
)

/** Who reads, in which post, and the way in or out. In the demonstration a menu of roles to step into. */
const Reader = ({ view }: { readonly view: View }) => (
  <div className="who">
    {view.mayStepIn && <a href="/demo">{view.t(view.who.personId ? words.changeRole : words.stepIn)}</a>}
    {view.who.personId ? (
      <>
        <a href="/account" className="me">
          {view.who.name}
          {view.post && <span className="sub">{view.post}</span>}
        </a>
        <a href="/drafts">{view.t(words.drafts)}</a>
        {/* Signing out may lead on to where one signed in, which only the browser itself can follow. */}
        <form method="post" action="/sign-out" data-turbo="false">
          <Csrf view={view} />
          <button type="submit" className="plain">
            {view.t(words.signOut)}
          </button>
        </form>
      </>
    ) : (
      <a href={`/sign-in?back=${encodeURIComponent(view.path)}`}>{view.t(words.signIn)}</a>
    )}
  </div>
)

const languageName: Record<(typeof locales)[number], Text> = { sv: { sv: 'Svenska', en: 'Svenska' }, en: { sv: 'English', en: 'English' } }

/** Who meets the log of what was read under secrecy in the foot; the page itself asks the policy. */
const reviewers: readonly Role[] = ['auditor', 'chief_executive', 'registrar']

const Foot = ({ view }: { readonly view: View }) => (
  <footer className="foot">
    <div className="wrap">
      {view.demo && <p>{view.t(words.demo(fullDay(view.today, 'sv'), fullDay(view.today, 'en')))}</p>}
      <ul className="bare foot-links">
        {locales
          .filter((l) => l !== view.locale)
          .map((l) => (
            <li key={l}>
              <a href={`/language/${l}?back=${encodeURIComponent(view.path)}`} lang={l} hrefLang={l} data-turbo="false">
                {view.t(languageName[l])}
              </a>
            </li>
          ))}
        <li>
          <a href="/guide">{view.t(words.guide)}</a>
        </li>
        <li>
          <a href="/notices">{view.t(words.notices)}</a>
        </li>
        <li>
          <a href="/accessibility">{view.t(words.accessibility)}</a>
        </li>
        <li>
          <a href="/history">{view.t(words.history)}</a>
        </li>
        <li>
          <a href="/retention">{view.t(words.retention)}</a>
        </li>
        <li>
          <a href="/procedure">{view.t(words.procedure)}</a>
        </li>
        {reviewers.some((role) => view.who.posts.some((post) => post.role === role)) && (
          <li>
            <a href="/access-log">{view.t(words.accessLog)}</a>
          </li>
        )}
        <li>
          <a href="/api">{view.t(words.api)}</a>
        </li>
      </ul>
    </div>
  </footer>
)
