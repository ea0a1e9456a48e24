import type { Store } from '../database/connection.ts'
import type { Text } from '../kernel/text.ts'
import { Acts, ButtonLink } from '../web/components/button.tsx'
import { Section } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import { composeWords as words } from './compose-words.ts'

interface Named {
  readonly slug: string
  readonly name: Text
  readonly sign: number
}

/** What a series is made of, and what it is a part of. */
export interface Composition {
  readonly parts: readonly Named[]
  readonly wholes: readonly Named[]
}

/** Both sides of the series, those that are open to everybody. */
export const loadComposition = async (store: Store, seriesId: string): Promise<Composition> => {
  const side = async (own: 'whole_id' | 'part_id', other: 'whole_id' | 'part_id'): Promise<readonly Named[]> => {
    const rows = await store
      .selectFrom('series_part')
      .innerJoin('series', 'series.id', `series_part.${other}`)
      .innerJoin('thing', 'thing.id', 'series.id')
      .select(['series.slug', 'series.name_sv', 'series.name_en', 'series_part.sign'])
      .where(`series_part.${own}`, '=', seriesId)
      .where('thing.secrecy', 'is', null)
      .orderBy('series_part.id')
      .execute()
    return rows.map((row) => ({ slug: row.slug, name: { sv: row.name_sv, en: row.name_en }, sign: row.sign }))
  }
  return { parts: await side('whole_id', 'part_id'), wholes: await side('part_id', 'whole_id') }
}

/** The section of a measure's page that tells what it is made of; nothing where nobody has said and the reader may not say. */
export const MadeOf = ({
  view,
  slug,
  composition: { parts, wholes },
  mayChange,
}: {
  readonly view: View
  readonly slug: string
  readonly composition: Composition
  readonly mayChange: boolean
}) => {
  const { t } = view
  if (parts.length === 0 && wholes.length === 0 && !mayChange) return null
  const list = (named: readonly Named[]) => (
    <ul className="prose">
      {named.map((one) => (
        <li key={one.slug}>
          {one.sign < 0 && `${t(words.minus)} `}
          <a href={`/series/${one.slug}`}>{t(one.name)}</a>
        </li>
      ))}
    </ul>
  )
  return (
    <Section id="made-of" title={t(words.madeOf)} intro={parts.length > 0 ? t(words.madeOfIntro) : undefined}>
      {list(parts)}
      {wholes.length > 0 && (
        <>
          <h3>{t(words.partIn)}</h3>
          {list(wholes)}
        </>
      )}
      {mayChange && (
        <div className="no-print">
          <Acts>
            <ButtonLink kind="second" href={`/series/${slug}/parts`}>
              {t(words.change)}
            </ButtonLink>
          </Acts>
        </div>
      )}
    </Section>
  )
}
