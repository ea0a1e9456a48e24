import { Acts, Button } from '../../web/components/button.tsx'
import { Progress } from '../../web/components/progress.tsx'
import { PageHead } from '../../web/components/section.tsx'
import { Csrf } from '../../web/csrf.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { importWords as words } from './import-words.ts'
import type { Target } from './target.ts'
import type { Progressed, Waiting } from './waiting.ts'

interface LongFileProps {
  readonly view: View
  readonly waiting: Pick<Waiting, 'id' | 'name'>
  readonly target: Target
  readonly progress: Progressed
  /** Does the page ask again by itself? */
  readonly follows: boolean
}

/** How far the work with a long file has come, with a way to stop it; or that it is written, was stopped, or went wrong. */
export const LongFilePage = ({ view, waiting, target, progress, follows }: LongFileProps) => {
  const { work, done, of, ended } = progress
  const title = view.t(ended === null || ended === 'found' ? words.going[work] : words.ended[ended])
  const here = `/import/waiting/${waiting.id}`
  return (
    <Shell view={view} title={title}>
      <PageHead
        kicker={
          <>
            <a href={target.href}>{view.t(target.title)}</a> · {waiting.name}
          </>
        }
        title={title}
        lead={view.t(ended === null ? words.goingLead[work] : ended === 'written' ? words.writtenLead(of) : words.nothingWritten)}
      />
      {ended === null ? (
        <div className="stack">
          <Progress id="how-far" label={view.t(words.rowsOf(done, of))} done={done} of={of}>
            <a href={follows ? `${here}?still=yes` : here} data-turbo="false">
              {view.t(follows ? words.standStill : words.follow)}
            </a>
          </Progress>
          <form method="post" action={`${here}/stop`} data-turbo="false">
            <Csrf view={view} />
            <Acts>
              <Button kind="stop">{view.t(words.stop)}</Button>
            </Acts>
          </form>
        </div>
      ) : ended === 'written' ? (
        <Acts>
          <a href={target.href}>{view.t(words.back)}</a>
        </Acts>
      ) : (
        <form method="post" action={here} data-turbo="false">
          <Csrf view={view} />
          <Acts>
            <Button>{view.t(words.onceMore[work])}</Button>
            <Button kind="second" formAction={`${here}/drop`}>
              {view.t(words.drop)}
            </Button>
          </Acts>
        </form>
      )}
    </Shell>
  )
}
