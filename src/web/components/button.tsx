import type { ReactNode } from 'react'

interface ButtonProps {
  readonly children: ReactNode
  /** 'first': the one filled button of the page. 'second': the others. 'stop': ends or removes something. */
  readonly kind?: 'first' | 'second' | 'stop' | undefined
  /** Sent with the form when this button is pressed. */
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Sends the form elsewhere: for 'Spara som utkast'. */
  readonly formAction?: string | undefined
  /** The key that presses it, shown beside its words. */
  readonly shortcut?: string | undefined
  readonly form?: string | undefined
}

const kinds = { first: 'btn', second: 'btn btn--2', stop: 'btn btn--stop' } as const

/** Sends a form. */
export const Button = ({ children, kind = 'first', name, value, formAction, shortcut, form }: ButtonProps) => (
  <button type="submit" className={kinds[kind]} name={name} value={value} formAction={formAction} form={form} aria-keyshortcuts={shortcut} data-key={shortcut}>
    {children}
    {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
  </button>
)

/** A link that looks like the act it leads to: 'Nytt uppdrag'. */
export const ButtonLink = ({
  href,
  kind = 'first',
  children,
}: {
  readonly href: string
  readonly kind?: 'first' | 'second' | undefined
  readonly children: ReactNode
}) => (
  <a className={kinds[kind]} href={href}>
    {children}
  </a>
)

/** An act that is not allowed now keeps its place and says why: the refusals that the rule gave, in words. */
export const ClosedAct = ({ id, label, children }: { readonly id: string; readonly label: ReactNode; readonly children: ReactNode }) => (
  <div className="stack--s">
    <button type="button" className="btn" aria-disabled="true" aria-describedby={`${id}-why`}>
      {label}
    </button>
    <p className="hint" id={`${id}-why`}>
      {children}
    </p>
  </div>
)

/** A row of acts. `dock` keeps it in reach at the bottom of a long page. */
export const Acts = ({ children, dock = false }: { readonly children: ReactNode; readonly dock?: boolean | undefined }) => (
  <div className={dock ? 'acts dock' : 'acts'}>{children}</div>
)

/** Where the drafts' autosave tells that it has saved. Put it inside a form with `data-draft`. */
export const DraftStatus = ({ children }: { readonly children?: ReactNode | undefined }) => (
  <p className="draft-status" role="status" data-draft-status="">
    {children}
  </p>
)
