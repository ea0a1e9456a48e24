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

/** Why a decision that is reported could not await the board, with its section; null of one that was not urgent. */
export const urgencyOf = ({ because }: Listed): Text | null =>
  because ? { sv: `Nämndens beslut kunde inte avvaktas (KL 6:39): ${because}`, en: `The board’s decision could not be awaited (KL 6:39): ${because}` } : null

/** Who decided, its number and the day, as lists tell it. */
export const sourceOf = ({ from, number, day }: Listed, locale: Locale): string =>
  [from, number, day && isDay(day) ? longDay(day, locale) : day].filter(Boolean).join(', ')

/** A listed matter as documents tell it: what, who decided it, why it could not wait, and strongly that it demands action. */
export const listedLine = (listed: Listed, locale: Locale): Rich => {
  const demand = demandOf(listed)
  const line = [listed.text, sourceOf(listed, locale)].filter(Boolean).join(', ')
  const urgency = urgencyOf(listed)
  if (!demand) return urgency ? `${line}. ${urgency[locale]}` : line
  return [{ text: `${line}. ` }, { text: demand.mark[locale], strong: true }, { text: demand.what ? `: ${demand.what[locale]}` : '' }]
}

/**
 * Takes from listed matters what may not be told: of a decision that is secret by now stand its paragraph, who decided it and when, and that it
 * demands action, but neither what it is about, what is asked, by when nor why it could not wait. For every reader, as what is listed is read by all who sit.
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
    const { asked, text: _, due: __, because: ___, ...rest } = listed
    return { ...rest, text: paragraph, ...(asked === undefined ? {} : { asked: '' }) }
  }
}
