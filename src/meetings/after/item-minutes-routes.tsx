import { may } from '../../access/policy.ts'
import type { Deps } from '../../database/transact.ts'
import { DocArticle } from '../../documents/doc-html.tsx'
import type { Doc } from '../../documents/doc.ts'
import { DocLinks, docFormats, sendDocument } from '../../files/send-document.tsx'
import { isId } from '../../kernel/identity.ts'
import { refused, type Verdict } from '../../kernel/refusal.ts'
import { loadTree } from '../../organisation/tree.ts'
import { type FormState, newForm, refusedForm } from '../../web/components/form-state.ts'
import { Note } from '../../web/components/section.tsx'
import { flash } from '../../web/flash.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther } from '../../web/view.ts'
import { lateCorrections } from '../documents/corrections.ts'
import { extractDoc } from '../documents/meeting-docs.ts'
import { MissingMeetingPage } from '../pages/small-pages.tsx'
import { asSeen, mayReadMinutes } from '../record/as-seen.ts'
import { loadRecord } from '../record/record-store.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { announceItem, type ComposeItem, freezeItem, signItem, takeBackItem } from './item-minutes.ts'
import { ItemMinutesPage } from './item-minutes-page.tsx'
import { loadItemSignatures, loadItemText } from './item-minutes-store.ts'
import { loadMinutes } from './minutes-store.ts'
import { words } from './words.ts'

/** Minutes are in Swedish whatever the reader's language (språklag 10 §). */
const compose: ComposeItem = (record, item, wording) => extractDoc({ record, wording, locale: 'sv' }, item)

interface Paragraph {
  readonly record: MeetingRecord
  readonly item: ItemRecord
  readonly keeps: boolean
  /** May the reader have the text? */
  readonly reads: boolean
  readonly doc: Doc
  readonly posted: Awaited<ReturnType<typeof loadItemText>>
}

/** A settled paragraph. Its text is for those who may read the minutes, and for everybody when it is adjusted; while it waits, that it does. */
const paragraphOf = async (c: Ctx, deps: Deps): Promise<Paragraph | null> => {
  const view = c.get('view')
  const id = c.req.param('id') ?? ''
  const whole = isId(id) ? await loadRecord(deps.store, id) : undefined
  if (!whole) return null
  const tree = await loadTree(deps.store, view.today)
  const record = asSeen(view, whole, tree)
  const item = record.items.find((one) => one.id === c.req.param('item') && one.title !== '')
  if (!item || item.state === 'waiting' || item.state === 'open') return null
  const reads = mayReadMinutes(view, whole, tree) || Boolean(item.immediate?.adjusted)
  if (!reads && !item.immediate) return null
  const posted = await loadItemText(deps.store, item.id)
  const text = posted ? (posted.text as Doc) : (compose(record, item, (await loadMinutes(deps.store, record.id)).wording) as Doc)
  const late = lateCorrections({ record: { ...record, corrections: record.corrections.filter((one) => one.itemId === item.id) }, locale: 'sv' })
  const keeps = may(view.who, 'meeting.run', { belongsTo: tree.chain(record.body.id), secrecy: null }, view.today).length === 0
  return { record, item, keeps, reads, posted, doc: { ...text, sections: [...text.sections, ...late] } }
}

const missing = (c: Ctx): Response => page(c, <MissingMeetingPage view={c.get('view')} />, 404)

const show = async (c: Ctx, deps: Deps, form: FormState, status: 200 | 422): Promise<Response> => {
  const view = c.get('view')
  const found = await paragraphOf(c, deps)
  if (!found) return missing(c)
  const { record, item, keeps, reads, doc, posted } = found
  const text = reads ? (
    <DocArticle doc={doc} within>
      <p className="acts no-print">
        <DocLinks view={view} href={`/meetings/${record.id}/items/${item.id}/minutes`} />
      </p>
    </DocArticle>
  ) : (
    <Note>
      <p>{view.t(words.paragraphWaits)}</p>
    </Note>
  )
  const signatures = await loadItemSignatures(deps.store, item)
  return page(
    c,
    <ItemMinutesPage
      view={view}
      record={record}
      item={item}
      signatures={signatures}
      posted={posted?.posted ?? null}
      mayKeep={keeps && (record.adjusted === null || item.immediate !== null)}
      form={form}
      text={text}
    />,
    status,
  )
}

const perform = (deps: Deps, c: Ctx, on: { readonly meetingId: string; readonly itemId: string }, fields: Fields): Promise<Verdict<unknown>> => {
  const who = c.get('who')
  switch (first(fields, 'act')) {
    case 'freeze':
      return freezeItem(deps, who, on, compose)
    case 'take_back':
      return takeBackItem(deps, who, { ...on, why: first(fields, 'why') })
    case 'sign':
      return signItem(deps, who, { ...on, personId: who.personId ?? '', digest: first(fields, 'digest') })
    case 'announce':
      return announceItem(deps, who, { ...on, keptAt: first(fields, 'keptAt').slice(0, 300) })
    default:
      return Promise.resolve(refused({ code: 'minutes.act', text: words.unknownAct }))
  }
}

/** A paragraph that is adjusted at once: its page, its acts, and its text as PDF and for Word. */
export const itemMinutesRoutes = (app: App, deps: Deps): void => {
  app.get('/meetings/:id/items/:item/minutes', (c) => show(c, deps, newForm(c.get('view').locale), 200))
  app.post('/meetings/:id/items/:item/minutes', async (c) => {
    const [meetingId, itemId] = [c.req.param('id'), c.req.param('item')]
    if (!isId(meetingId) || !isId(itemId)) return c.notFound()
    const fields = await readFields(c)
    const done = await perform(deps, c, { meetingId, itemId }, fields)
    if (!done.ok) return show(c, deps, refusedForm(c.get('view').locale, fields, done.refusals), 422)
    flash(c, 'saved')
    return seeOther(c, `/meetings/${meetingId}/items/${itemId}/minutes`)
  })
  for (const format of docFormats) {
    app.get(`/meetings/:id/items/:item/minutes/${format}`, async (c) => {
      const found = await paragraphOf(c, deps)
      return found?.reads ? sendDocument(c, found.doc, format) : missing(c)
    })
  }
}
