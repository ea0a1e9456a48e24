import type { ReactNode } from 'react'

interface ProgressProps {
  readonly id: string
  /** What is being done: 'Kallelsen sätts samman'. */
  readonly label: ReactNode
  /** Steps done of `of`; null while it is not known how far there is to go. */
  readonly done: number | null
  readonly of: number
  /** 'Du kan lämna sidan; arbetet fortsätter.' */
  readonly children?: ReactNode | undefined
}

/** Long work and how far it has come. The page refreshes itself by the shell's stream, or when the reader reloads. */
export const Progress = ({ id, label, done, of, children }: ProgressProps) => (
  <div className="progress" role="status">
    <label htmlFor={id}>{label}</label>
    <progress id={id} max={of} value={done ?? undefined} />
    {children && <p className="hint">{children}</p>}
  </div>
)
