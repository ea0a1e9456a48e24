import type { ReactNode } from 'react'

interface PageHeadProps {
  /** Small line over the heading: what kind of page, whose, from when. */
  readonly kicker?: ReactNode | undefined
  readonly title: ReactNode
  /** The opening sentence that a member could read aloud. */
  readonly lead?: ReactNode | undefined
  /** Under the lead: a big number, a mini thread, acts. */
  readonly children?: ReactNode | undefined
  /** Beside the heading: an `<Aside>`. */
  readonly aside?: ReactNode | undefined
}

/** The head of a page: kicker, h1, the opening sentence, and an aside where there is one. */
export const PageHead = ({ kicker, title, lead, children, aside }: PageHeadProps) => {
  const text = (
    <>
      {kicker && <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {lead && <Lead>{lead}</Lead>}
      {children}
    </>
  )
  return aside ? (
    <div className="head head--split">
      <div>{text}</div>
      {aside}
    </div>
  ) : (
    <div className="head">{text}</div>
  )
}

/** The sentence that answers the page; red words by `<Brk>`. */
export const Lead = ({ children, small = false }: { readonly children: ReactNode; readonly small?: boolean | undefined }) => (
  <p className={small ? 'lead lead--s' : 'lead'}>{children}</p>
)

interface SectionProps {
  /** Unique on the page; the heading gets `${id}-h`. */
  readonly id: string
  readonly title: ReactNode
  /** Who reads it, what it rests on: under the side-head. */
  readonly intro?: ReactNode | undefined
  /** 'side' (default): heading in the side column. 'wide': heading over content of full width. 'band': wide, on the threads' quiet ground. */
  readonly kind?: 'side' | 'wide' | 'band' | undefined
  readonly children: ReactNode
}

const kinds = { side: 'sec', wide: 'sec sec--wide', band: 'sec band' } as const

/** A part of the page: ink line, heading, content. */
export const Section = ({ id, title, intro, kind = 'side', children }: SectionProps) => (
  <section className={kinds[kind]} id={id} aria-labelledby={`${id}-h`}>
    <header>
      <h2 id={`${id}-h`}>{title}</h2>
      {intro && <p>{intro}</p>}
    </header>
    <div className="stack">{children}</div>
  </section>
)

interface AsideProps {
  readonly id: string
  readonly title: ReactNode
  /** Set large under the title: '31 maj kl. 13.00'. */
  readonly when?: ReactNode | undefined
  readonly children: ReactNode
}

/** What stands beside the head: next meeting, provenance, facts of a decision. */
export const Aside = ({ id, title, when, children }: AsideProps) => (
  <aside className="aside" aria-labelledby={`${id}-h`}>
    <h2 id={`${id}-h`}>{title}</h2>
    {when && <p className="when">{when}</p>}
    {children}
  </aside>
)

export interface Fact {
  readonly name: ReactNode
  readonly value: ReactNode
}

/** Facts set as a small ledger. Rows without value are left out. */
export const Facts = ({ facts }: { readonly facts: readonly (Fact | false | null)[] }) => (
  <dl className="facts">{facts.filter((f) => f !== false && f !== null).map((f, i) => [<dt key={`t${i}`}>{f.name}</dt>, <dd key={`d${i}`}>{f.value}</dd>])}</dl>
)

/** A remark beside the text: plain, about a gap (red), or about something that stops (carmine). */
export const Note = ({ kind, children }: { readonly kind?: 'gap' | 'stop' | undefined; readonly children: ReactNode }) => (
  <div className={kind ? `note note--${kind}` : 'note'}>{children}</div>
)

/** Folded text or table. */
export const Details = ({ summary, open, children }: { readonly summary: ReactNode; readonly open?: boolean | undefined; readonly children: ReactNode }) => (
  <details open={open}>
    <summary>{summary}</summary>
    {children}
  </details>
)

/** Said instead of a list that has nothing in it: what would stand here, and how it comes to. */
export const Empty = ({ children }: { readonly children: ReactNode }) => <p className="empty">{children}</p>
