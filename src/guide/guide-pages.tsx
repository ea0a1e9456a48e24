import { PageHead, Section } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Chapter } from './chapters.ts'
import { words } from './words.ts'

/** The chapters of the guide, each with its first sentence. */
export const GuidePage = ({ view, all }: { readonly view: View; readonly all: readonly Chapter[] }) => (
  <Shell view={view} title={view.t(words.title)} room="guide">
    <PageHead title={view.t(words.title)} lead={view.t(words.lead)} />
    <Section id="chapters" title={view.t(words.chapters)}>
      <ol className="prose" lang="sv">
        {all.map((chapter) => (
          <li key={chapter.slug}>
            <a href={`/guide/${chapter.slug}`}>{chapter.title}</a>
            <br />
            {chapter.lead}
          </li>
        ))}
      </ol>
    </Section>
  </Shell>
)

/** One chapter, set to be read. */
export const ChapterPage = ({ view, chapter, all }: { readonly view: View; readonly chapter: Chapter; readonly all: readonly Chapter[] }) => {
  const at = all.indexOf(chapter)
  const [before, next] = [all[at - 1], all[at + 1]]
  return (
    <Shell view={view} title={chapter.title} room="guide">
      <article lang="sv">
        <PageHead kicker={<a href="/guide">{view.t(words.title)}</a>} title={chapter.title} lead={chapter.lead} />
        <div className="guide" dangerouslySetInnerHTML={{ __html: chapter.html }} />
      </article>
      <nav className="guide-turn ui" aria-label={view.t(words.pages)}>
        {before && <a href={`/guide/${before.slug}`}>{view.t(words.before(before.title))}</a>}
        {next && <a href={`/guide/${next.slug}`}>{view.t(words.next(next.title))}</a>}
      </nav>
    </Shell>
  )
}
