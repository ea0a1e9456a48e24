import { renderToString } from 'react-dom/server'
import type { Deps } from '../../database/transact.ts'
import type { Live, LiveEvent, LiveNews } from '../../kernel/live.ts'
import { type Locale, say } from '../../kernel/text.ts'
import { anybody } from '../../kernel/who.ts'
import type { View } from '../../web/view.ts'
import { topicOf } from '../act.ts'
import { FollowNow } from '../pages/follow-page.tsx'
import { loadRecord } from '../record/record-store.ts'
import type { MeetingRecord } from '../record/record.ts'
import { seenBy } from '../record/seen-by.ts'

type Hear = (news: LiveNews) => void

/** What a screen is given: the common part of the page as Turbo takes it in, and the record it was drawn from, unmasked, for what is the reader's own. */
export interface Picture {
  readonly now: string
  readonly record: MeetingRecord
}

/** Is what was heard a picture? An empty one is sent of a meeting that is not there. */
export const isPicture = (payload: unknown): payload is Picture => typeof payload === 'object' && payload !== null && 'now' in payload

/** The topic of a meeting's pictures: in a language, with the secrets of the body or without. */
export const pictureTopic = (meetingId: string, locale: Locale, inner: boolean): string => `${meetingId}/${locale}/${inner ? 'inner' : 'open'}`

/** What a part of a page is changed to where it stands: only what differs in it is touched. */
export const changed = (id: string, html: string): string =>
  `<turbo-stream action="replace" method="morph" target="${id}"><template>${html}</template></turbo-stream>`

/** What anybody sees of a meeting, drawn once for all screens of a language, and sent to each of them whole. */
interface Room {
  readonly screens: Set<Hear>
  leave(): void
  latest: LiveEvent | null
  drawing: boolean
  again: boolean
}

/** Between ballots the screens need not be told each one; the last is told at once. */
const rest = 250

/**
 * The live picture of meetings for whoever follows them. Each process draws a change once a language and hands it to all its
 * screens; since what is sent is the whole picture, a screen that comes back gets what stands, and nothing can be lost or doubled.
 * Topics are those of `pictureTopic`.
 */
export const broadcastOf = (deps: Deps, live: Live): Live => {
  const rooms = new Map<string, Room>()

  const draw = async (topic: string, room: Room, id: string): Promise<void> => {
    if (room.drawing) {
      room.again = true
      return
    }
    room.drawing = true
    try {
      do {
        room.again = false
        const payload = await picture(deps, topic)
        room.latest = { kind: 'event', id, topic, payload }
        for (const hear of room.screens) hear(room.latest)
        if (room.again) await new Promise((resolve) => setTimeout(resolve, rest))
      } while (room.again)
    } finally {
      room.drawing = false
    }
  }

  const enter = (topic: string): Room => {
    const known = rooms.get(topic)
    if (known) return known
    const room: Room = { screens: new Set(), leave: () => {}, latest: null, drawing: false, again: false }
    const [meetingId = ''] = topic.split('/')
    room.leave = live.subscribe(topicOf(meetingId), (news) => {
      if (news.kind === 'closing') for (const hear of room.screens) hear(news)
      else void draw(topic, room, news.kind === 'event' ? news.id : live.mark()).catch(() => {})
    })
    rooms.set(topic, room)
    return room
  }

  return {
    mark: () => live.mark(),
    subscribe: (topic, hear) => {
      const room = enter(topic)
      room.screens.add(hear)
      if (room.latest) hear(room.latest)
      else void draw(topic, room, live.mark()).catch(() => {})
      return () => {
        room.screens.delete(hear)
        if (room.screens.size > 0) return
        room.leave()
        rooms.delete(topic)
      }
    },
  }
}

const picture = async (deps: Deps, topic: string): Promise<Picture | null> => {
  const [meetingId = '', locale = 'sv', secrets] = topic.split('/')
  const record = await loadRecord(deps.store, meetingId)
  if (!record) return null
  const seen = seenBy(record, secrets === 'inner' ? [record.body.id] : [])
  const item = seen.items.find((i) => i.state === 'open') ?? null
  const html = renderToString(<FollowNow view={drawingView(locale as Locale, deps)} record={seen} item={item} />)
  return { now: changed('now', html), record }
}

/** A view of nobody in particular, for what is drawn once for all. */
const drawingView = (locale: Locale, deps: Deps): View => ({
  locale,
  today: deps.clock.today(),
  path: '/',
  csrf: '',
  who: anybody,
  post: null,
  desk: { slug: '', name: '', municipality: '' },
  demo: false,
  mayStepIn: false,
  nav: [],
  assets: { css: '', js: '' },
  notice: null,
  t: (text) => say(text, locale),
})
