import type { Doc } from '../../documents/doc.ts'
import { longDay } from '../../kernel/day.ts'
import { type Locale, say, type Text } from '../../kernel/text.ts'
import { seatOf } from '../attendance/there.ts'
import type { ItemRecord, MeetingRecord, Moment } from '../record/record.ts'
import { docWords as words } from './words.ts'

/** How the documents of a meeting are told: what of the record the reader may see, in whose words. */
export interface Telling {
  readonly record: MeetingRecord
  readonly locale: Locale
}

/** Says texts in the language of the document. */
export const teller =
  ({ locale }: Pick<Telling, 'locale'>) =>
  (text: Text): string =>
    say(text, locale)

/** 'Anna Ek (S)'. */
export const personName = (record: MeetingRecord, id: string): string => {
  const party = seatOf(record, id)?.party
  return `${record.names[id] ?? '–'}${party ? ` (${party})` : ''}`
}

/** 'Anna Ek (S) och Bo Al (M)'. */
export const people = ({ record, locale }: Pick<Telling, 'record' | 'locale'>, ids: readonly string[]): string => {
  const names = ids.map((id) => personName(record, id))
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${locale === 'sv' ? 'och' : 'and'} ${names.at(-1)}`
}

/** '§ 24', or the item's place on the agenda before it has a paragraph. */
export const signOf = (item: Pick<ItemRecord, 'paragraph' | 'order'>): string => (item.paragraph ? `§\u00a0${item.paragraph}` : String(item.order))

/** A secret item that the reader may not see has no title (seenBy): it is told by its section alone. */
export const isMasked = (item: Pick<ItemRecord, 'title' | 'secrecy'>): boolean => item.secrecy !== null && item.title === ''
/** The title of an item, or for a masked one that it is secret and by what section. */
export const titleOf = (item: Pick<ItemRecord, 'title' | 'secrecy'>, locale: Locale): string =>
  isMasked(item) ? say(words.secretItem(item.secrecy ?? 'OSL'), locale) : item.title

/** '13.05' where the meeting is held. */
export const clockTime = ({ at }: Pick<Moment, 'at'>): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' }).format(new Date(at)).replace(':', '.')

/** When it was held: '13.00–15.20', or when it begins. */
export const timeOf = ({ starts, openedAt, closedAt }: MeetingRecord): string =>
  openedAt ? `${clockTime({ at: openedAt })}${closedAt ? `–${clockTime({ at: closedAt })}` : ''}` : starts.slice(0, 5).replace(':', '.')

/** What every document of a meeting begins with. */
export const headOf = (telling: Telling): Pick<Doc, 'language' | 'authority' | 'municipality' | 'margin'> => {
  const { record, locale } = telling
  return {
    language: locale,
    authority: say(record.body.name, locale),
    municipality: say(record.municipality, locale),
    margin: [record.body.short, longDay(record.day, locale)],
  }
}
