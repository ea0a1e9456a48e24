import type { ReactNode } from 'react'
import { type Locale, say } from '../../kernel/text.ts'
import { Mark, type MarkName } from '../components/mark.tsx'
import { threadWords as words, webWords } from '../words.ts'
import { lineBetween } from './edges.ts'

interface HeadStation {
  readonly id: string
  readonly mark: MarkName
  readonly title: ReactNode
  /** Day or state under the title. */
  readonly sub?: ReactNode
  readonly href?: string | undefined
  /** The page is about this one. */
  readonly current?: boolean | undefined
  /** What is missing after it. */
  readonly gap?: string | undefined
}

/** The thread in its smallest size, under a title: where the page's matter comes from and goes on to. Three to six stations. */
export const ThreadHead = ({ stations, locale }: { readonly stations: readonly HeadStation[]; readonly locale: Locale }) => (
  <ol className="mini" aria-label={say(words.thread, locale)}>
    {stations.map((s, i) => {
      const to = stations[i + 1]
      const line = to ? lineBetween(s, to) : 'none'
      return (
        <li key={s.id} className={`to-${line === 'broken' ? 'cut' : line === 'resume' ? 'none' : line}`} aria-current={s.current ? 'step' : undefined}>
          <Mark name={s.mark} />
          <span className="vh">({say(webWords.mark[s.mark], locale)}) </span>
          {s.href && !s.current ? <a href={s.href}>{s.title}</a> : s.title}
          {s.sub && <span className="sub">{s.sub}</span>}
        </li>
      )
    })}
  </ol>
)
