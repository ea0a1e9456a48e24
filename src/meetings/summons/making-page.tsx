import type { MadeFile } from '../../files/made-file.ts'
import { Acts, Button, ButtonLink } from '../../web/components/button.tsx'
import { Progress } from '../../web/components/progress.tsx'
import { PageHead } from '../../web/components/section.tsx'
import { Csrf } from '../../web/csrf.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { words } from './words.ts'

interface MakingProps {
  readonly view: View
  readonly title: string
  /** The summons' page, and the query that says which version and what of it. */
  readonly href: string
  readonly query: string
  /** Null where nobody has asked for it. */
  readonly made: MadeFile | null
  /** Does the page ask again by itself? */
  readonly follows: boolean
}

/** The one file of a large summons: asked for, being made, there to be fetched, or why it is not. */
export const MakingPage = ({ view, title, href, query, made, follows }: MakingProps) => {
  const { t } = view
  const here = `${href}/making${query}`
  const asks = made === null || (made.ended !== null && made.ended !== 'made')
  const heading = t(made === null ? words.large : made.ended === null ? words.making : words.madeEnded[made.ended])
  return (
    <Shell view={view} title={heading} question={1} room="meetings">
      <PageHead
        kicker={
          <a href={href} lang="sv">
            {title}
          </a>
        }
        title={heading}
        lead={t(made === null ? words.largeLead : made.ended === null ? words.makingLead : made.ended === 'made' ? words.madeLead : words.notMadeLead)}
      >
        {made?.refusals.map((r) => (
          <p key={r.text.sv}>
            {t(r.text)} {r.mend && t(r.mend)}
          </p>
        ))}
      </PageHead>
      <div className="stack">
        {made?.ended === null && (
          <Progress id="how-far" label={t(made.done < made.of - 1 ? words.opened(made.done, made.of - 1) : words.setting)} done={made.done} of={made.of}>
            <a href={follows ? `${here}${query ? '&' : '?'}still=yes` : here} data-turbo="false">
              {t(follows ? words.standStill : words.follow)}
            </a>
          </Progress>
        )}
        {made?.ended === 'made' ? (
          <p>
            <ButtonLink href={`${href}/pdf${query}`}>{t(words.fetch)}</ButtonLink>
          </p>
        ) : (
          (asks || view.who.personId !== null) && (
            <form method="post" action={`${href}/making${asks ? '' : '/stop'}${query}`} data-turbo="false">
              <Csrf view={view} />
              <Acts>{asks ? <Button>{t(words.make)}</Button> : <Button kind="stop">{t(words.stop)}</Button>}</Acts>
            </form>
          )
        )}
      </div>
    </Shell>
  )
}
