import { longDay } from '../../kernel/day.ts'
import { type Locale, say } from '../../kernel/text.ts'
import { DataTable } from '../components/data-table.tsx'
import { marks } from '../components/mark.tsx'
import { Details } from '../components/section.tsx'
import { Legend, Status } from '../components/status.tsx'
import { threadWords as words, webWords } from '../words.ts'
import { Draw } from './draw.tsx'
import { hasGap, inOrder, type Question, type Thread, withEmptyQuestions } from './model.ts'
import { drawNarrow } from './narrow.ts'
import { stopsOf } from './stops.ts'
import { drawWide, type PictureWords } from './wide.ts'

interface ThreadPictureProps {
  readonly thread: Thread
  readonly locale: Locale
  /** Where the same stations stand as text; default the walk on the same page. */
  readonly walkHref?: string | undefined
  /** What is missing in a question without stations: `{ 4: 'inget mått är knutet' }`. Questions without words stay empty. */
  readonly emptyZones?: Partial<Record<Question, string>> | undefined
}

/** The words that a picture in one language needs. */
export const pictureWords = (thread: Thread, locale: Locale, walkHref: string): PictureWords => ({
  headings: { 1: say(words.question[1], locale), 2: say(words.question[2], locale), 3: say(words.question[3], locale), 4: say(words.question[4], locale) },
  gap: say(webWords.gap, locale),
  today: say(words.today, locale),
  day: longDay(thread.today, locale),
  walkHref,
  more: (count) => say(words.more(count), locale),
  moreGaps: (count) => (count === 0 ? '' : say(words.moreGaps(count), locale)),
  moreLanes: (count) => say(words.moreLanes(count), locale),
})

/** The red thread as a picture: wide for desks, upright for phones and paper, with its key and its table. */
export const ThreadPicture = ({ thread: told, locale, walkHref = '#walk', emptyZones = {} }: ThreadPictureProps) => {
  const thread = withEmptyQuestions(told, emptyZones)
  const own = pictureWords(thread, locale, walkHref)
  const stops = stopsOf(thread)
  if (stops.length === 0) return <p className="empty">{say(words.nowhere, locale)}</p>
  const stations = inOrder(thread)
  const label = `${say(words.picture(thread.title), locale)}. ${say(words.summary(stations.length, stops.filter(hasGap).length), locale)}`
  const used = marks.filter((m) => stops.some((s) => s.mark === m) || (m === 'gap' && stops.some(hasGap)))
  return (
    <figure className="pic thread-pic">
      <figcaption className="vh">{say(words.picture(thread.title), locale)}</figcaption>
      <Draw drawing={drawWide(stops, own)} className="wide" label={label} />
      <Draw drawing={drawNarrow(stops, own)} className="narrow" label={label} />
      <Legend locale={locale} marks={used} />
      <Details summary={say(webWords.pictureAsTable, locale)}>
        <DataTable
          locale={locale}
          caption={say(words.tableCaption(thread.title), locale)}
          captionHidden
          rows={stations}
          rowKey={(s) => s.id}
          columns={[
            { id: 'question', head: say(words.column.question, locale), cell: (s) => say(words.question[s.question], locale) },
            { id: 'station', head: say(words.column.station, locale), rowHead: true, cell: (s) => (s.lane ? `${s.title} (${s.lane})` : s.title) },
            { id: 'day', head: say(words.column.day, locale), nowrap: true, cell: (s) => s.when ?? '–' },
            { id: 'state', head: say(words.column.state, locale), cell: (s) => <Status mark={s.mark}>{say(webWords.mark[s.mark], locale)}</Status> },
            { id: 'missing', head: say(words.column.missing, locale), label: `${say(webWords.gap, locale)}:`, cell: (s) => s.gap ?? '' },
          ]}
        />
      </Details>
    </figure>
  )
}
