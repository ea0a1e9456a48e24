import { renderToString } from 'react-dom/server'
import type { Deps } from '../../database/transact.ts'
import type { Live } from '../../kernel/live.ts'
import { newForm } from '../../web/components/form-state.ts'
import type { View } from '../../web/view.ts'
import { foresee } from '../debate/foresee.ts'
import { atDesk, deskParts } from '../pages/desk-page.tsx'
import type { MeetingRecord } from '../record/record.ts'
import { changed, isPicture } from './broadcast.tsx'

/** Stands where the forms' identities come, so that a part that is the same is known as the same. */
const toCome = '00000000-0000-0000-0000-00000000d0d0'

/**
 * The desk of one reader as it goes on: of each picture of the meeting it is sent the parts that differ from those it was sent last.
 * `itemId` is the item that the page shows; null where it follows the one at hand.
 */
export const deskScreen = (deps: Deps, broadcast: Live, view: View, itemId: string | null): Live => ({
  mark: () => broadcast.mark(),
  subscribe: (topic, hear) => {
    const sent = new Map<string, string>()
    let drawing: Promise<void> = Promise.resolve()
    return broadcast.subscribe(topic, (news) => {
      if (news.kind !== 'event') return hear(news)
      const { payload } = news
      if (!isPicture(payload)) return
      drawing = drawing
        .then(async () => {
          const parts = (await draw(deps, view, payload.record, itemId)).filter(([id, html]) => sent.get(id) !== html)
          for (const [id, html] of parts) sent.set(id, html)
          const html = parts
            .map(([id, part]) =>
              changed(
                id,
                part.replaceAll(toCome, () => deps.ids.next()),
              ),
            )
            .join('')
          if (html) hear({ ...news, payload: html })
        })
        .catch(() => {})
    })
  },
})

const draw = async (deps: Deps, view: View, record: MeetingRecord, itemId: string | null): Promise<readonly (readonly [string, string])[]> => {
  const item = atDesk(record, itemId)
  const foreseen = item ? await foresee(deps, view.who, record, item) : []
  return deskParts({ view, record, item, foreseen, form: newForm(view.locale), newId: () => toCome }).map(([id, part]) => [id, renderToString(part)])
}
