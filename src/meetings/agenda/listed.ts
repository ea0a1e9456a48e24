import type { Store } from '../../database/connection.ts'
import type { Tx } from '../../database/transact.ts'
import type { Rich } from '../../documents/doc.ts'
import { isDay, longDay } from '../../kernel/day.ts'
import type { Locale, Text } from '../../kernel/text.ts'
import type { Listed } from './proposal.ts'

/** What a notified matter demands of the body, and by when; null of what is for information. Where what is asked is secret, that it demands action. */
export const demandOf = ({ asked, due }: Listed): { readonly mark: Text; readonly what: Text | null } | null => {
  if (asked === undefined) return null
  const parts = (by: string | null) => [asked, by].filter(Boolean).join(', ')
  const what = { sv: parts(due ? `senast ${longDay(due, 'sv')}` : null), en: parts(due ? `by ${longDay(due, 'en')}` : null) }
  return { mark: { sv: 'Kräver åtgärd', en: 'Demands action' }, what: what.sv === '' ? null : what }
}

/** Who decided, its number and the day, as lists tell it. */
export const sourceOf = ({ from, number, day }: Listed, locale: Locale): string =>
  [from, number, day && isDay(day) ? longDay(day, locale) : day].filter(Boolean).join(', ')

/** A listed matter as documents tell it: what, who decided it, and strongly that it demands action. */
export const listedLine = (listed: Listed, locale: Locale): Rich => {
  const demand = demandOf(listed)
  const line = [listed.text, sourceOf(listed, locale)].filter(Boolean).join(', ')
  if (!demand) return line
  return [{ text: `${line}. ` }, { text: demand.mark[locale], strong: true }, { text: demand.what ? `: ${demand.what[locale]}` : '' }]
}

/**
 * Takes from listed matters what may not be told: of a decision that is secret by now stand its paragraph, who decided it and when, and that it
 * demands action, but neither what it is about, what is asked nor by when. For every reader, as what is listed is read by all who sit.
 */
export const withoutSecrets = async (store: Store | Tx, lists: readonly (readonly Listed[])[]): Promise<(listed: Listed) => Listed> => {
  const ids = [...new Set(lists.flat().flatMap((listed) => listed.decisionId ?? []))]
  if (ids.length === 0) return (listed) => listed
  const rows = await store
    .selectFrom('decision')
    .innerJoin('thing', 'thing.id', 'decision.id')
    .select(['decision.id', 'decision.paragraph'])
    .where('decision.id', 'in', ids)
    .where('thing.secrecy', 'is not', null)
    .execute()
  const secret = new Map(rows.map((row) => [row.id, row.paragraph]))
  return (listed) => {
    const paragraph = listed.decisionId === undefined ? undefined : secret.get(listed.decisionId)
    if (paragraph === undefined) return listed
    const { asked, due: _, ...rest } = listed
    return { ...rest, text: paragraph, ...(asked === undefined ? {} : { asked: '' }) }
  }
}
