import { may } from '../../access/policy.ts'
import type { Deps } from '../../database/transact.ts'
import { DocArticle } from '../../documents/doc-html.tsx'
import type { Doc } from '../../documents/doc.ts'
import { DocLinks, docFormats, sendDocument } from '../../files/send-document.tsx'
import { isId } from '../../kernel/identity.ts'
import { refused, type Verdict } from '../../kernel/refusal.ts'
import { loadTree, type Tree } from '../../organisation/tree.ts'
import { minutesComplete } from '../../rulebook/minutes/complete.ts'
import { type FormState, newForm, refusedForm } from '../../web/components/form-state.ts'
import { Note } from '../../web/components/section.tsx'
import { flash } from '../../web/flash.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther } from '../../web/view.ts'
import { attendanceDoc, extractDoc, noticeDoc, votesDoc } from '../documents/meeting-docs.ts'
import { lateCorrections } from '../documents/corrections.ts'
import { minutesDoc } from '../documents/minutes-doc.ts'
import { MissingMeetingPage } from '../pages/small-pages.tsx'
import { loadRecord } from '../record/record-store.ts'
import type { MeetingRecord } from '../record/record.ts'
import { asSeen, mayReadMinutes } from '../record/as-seen.ts'
import { announceAdjustment } from './announce.ts'
import { editWording } from './edit-wording.ts'
import { type Compose, freezeMinutes, reopenMinutes } from './freeze-minutes.ts'
import { minutesFactsOf } from './minutes-facts.ts'
import { MinutesPage } from './minutes-page.tsx'
import { loadMinutes, type Minutes } from './minutes-store.ts'
import { signMinutes } from './sign-minutes.ts'
import { words } from './words.ts'

/** What a reader may have of a meeting's papers: the record as they may see it, and the minutes once they are theirs to read. */
interface Papers {
  readonly record: MeetingRecord
  readonly minutes: Minutes
  readonly tree: Tree
  /** May the reader keep the minutes? */
  readonly keeps: boolean
  /** A draft is for those who keep it and those who were there; adjusted minutes are for everybody (TF 2:10). */
  readonly reads: boolean
  /** The text: as it was frozen where the reader sees all of it, else told anew of what they may see. */
  readonly doc: Doc
}

/** Minutes are in Swedish whatever the reader's language (språklag 10 §). */
const compose: Compose = (record, wording) => minutesDoc({ record, wording, locale: 'sv' })

const papersOf = async (c: Ctx, deps: Deps): Promise<Papers | null> => {
  const view = c.get('view')
  const id = c.req.param('id') ?? ''
  const whole = isId(id) ? await loadRecord(deps.store, id) : undefined
  if (!whole) return null
  const tree = await loadTree(deps.store, view.today)
  const minutes = await loadMinutes(deps.store, whole.id)
  const keeps = may(view.who, 'meeting.run', { belongsTo: tree.chain(whole.body.id), secrecy: null }, view.today).length === 0
  const reads = mayReadMinutes(view, whole, tree)
  const record = asSeen(view, whole, tree)
  const hides = record.items.some((item) => item.secrecy !== null && item.title === '')
  const signed = minutes.signatures.map(({ personId, role, on }) => ({ personId, role, on }))
  const now = minutesDoc({ record, wording: hides ? {} : minutes.wording, locale: 'sv', signed, digest: minutes.digest })
  const doc = minutes.text !== null && !hides ? (minutes.text as Doc) : now
  // The adjusted text is what was signed; what was corrected afterwards stands after it.
  const late = lateCorrections({ record, locale: 'sv' })
  return { record, minutes, tree, keeps, reads, doc: { ...doc, sections: [...doc.sections, ...late] } }
}

/** The minutes from draft to announcement, and every document of a meeting as PDF and for Word. */
export const minutesRoutes = (app: App, deps: Deps): void => {
  app.get('/meetings/:id/minutes', (c) => show(c, deps, null, 200))
  app.post('/meetings/:id/minutes', async (c) => {
    const view = c.get('view')
    const fields = await readFields(c)
    const meetingId = c.req.param('id')
    if (!isId(meetingId)) return c.notFound()
    const done = await perform(deps, c, meetingId, fields)
    if (!done.ok) return show(c, deps, refusedForm(view.locale, fields, done.refusals), 422)
    flash(c, 'saved')
    return seeOther(c, `/meetings/${meetingId}/minutes`)
  })
  for (const format of docFormats) {
    app.get(`/meetings/:id/minutes/${format}`, async (c) => {
      const papers = await papersOf(c, deps)
      return papers?.reads ? sendDocument(c, papers.doc, format) : missing(c)
    })
    for (const kind of ['attendance', 'votes', 'notice'] as const) {
      app.get(`/meetings/:id/${kind}/${format}`, async (c) => {
        const papers = await papersOf(c, deps)
        const doc = papers && (await other(deps, papers, kind))
        return doc ? sendDocument(c, doc, format) : missing(c)
      })
    }
    app.get(`/meetings/:id/extract/:item/${format}`, async (c) => {
      const papers = await papersOf(c, deps)
      const item = papers?.record.items.find((one) => one.id === c.req.param('item') && one.title !== '')
      if (!papers?.reads || !item) return missing(c)
      const { record, minutes } = papers
      return sendDocument(c, extractDoc({ record, wording: minutes.wording, locale: 'sv' }, item), format)
    })
  }
}

const missing = (c: Ctx): Response => page(c, <MissingMeetingPage view={c.get('view')} />, 404)

/** What tells of what was decided waits for the minutes. */
const other = async (deps: Deps, papers: Papers, kind: 'attendance' | 'votes' | 'notice'): Promise<Doc | null> => {
  const told = { record: papers.record, locale: 'sv' as const }
  if (!papers.reads) return null
  if (kind === 'attendance') return attendanceDoc(told)
  if (kind === 'votes') return votesDoc(told)
  const row = await deps.store
    .selectFrom('board_notice')
    .select('kept_at')
    .where('meeting_id', '=', papers.record.id)
    .where('kind', '=', 'adjustment')
    .where('item_id', 'is', null)
    .executeTakeFirst()
  return noticeDoc({ ...told, keptAt: row?.kept_at ?? null })
}

const perform = async (deps: Deps, c: Ctx, meetingId: string, fields: Fields): Promise<Verdict<unknown>> => {
  const who = c.get('who')
  const seen = Number(first(fields, 'seen')) || 0
  switch (first(fields, 'act')) {
    case 'wording': {
      const wording = Object.fromEntries(
        Object.entries(fields).flatMap(([name, [text = '']]) =>
          name.startsWith('wording.') ? [[name.slice('wording.'.length), text.replaceAll('\r\n', '\n')]] : [],
        ),
      )
      return editWording(deps, who, { meetingId, seen, wording })
    }
    case 'freeze':
      return freezeMinutes(deps, who, { meetingId, seen }, compose)
    case 'reopen':
      return reopenMinutes(deps, who, { meetingId, seen, why: first(fields, 'why') })
    case 'sign':
      return signMinutes(deps, who, { meetingId, personId: who.personId ?? '', digest: first(fields, 'digest') })
    case 'announce':
      return announceAdjustment(deps, who, { meetingId, keptAt: first(fields, 'keptAt').slice(0, 300) })
    default:
      return refused({ code: 'minutes.act', text: words.unknownAct })
  }
}

const show = async (c: Ctx, deps: Deps, refusedState: FormState | null, status: 200 | 422): Promise<Response> => {
  const view = c.get('view')
  const papers = await papersOf(c, deps)
  if (!papers) return missing(c)
  const { record, minutes, keeps, reads, doc } = papers
  const over = record.closedAt !== null
  const complete = over ? minutesComplete(minutesFactsOf(record), record.variants) : null
  const kept = Object.fromEntries(['meeting', ...record.items.map((item) => item.id)].map((at) => [`wording.${at}`, minutes.wording[at]]))
  const address = `/meetings/${record.id}`
  const text = !over ? (
    <Note>
      <p>{view.t(words.meetingOpen)}</p>
    </Note>
  ) : reads ? (
    <DocArticle doc={doc} within>
      <p className="acts no-print">
        <DocLinks view={view} href={`${address}/minutes`} />
      </p>
    </DocArticle>
  ) : (
    <Note>
      <p>{view.t(words.notAdjusted)}</p>
    </Note>
  )
  const form = refusedState ?? newForm(view.locale, kept)
  return page(
    c,
    <MinutesPage
      view={view}
      record={record}
      minutes={minutes}
      lacks={complete && !complete.ok ? complete.refusals : []}
      mayKeep={keeps && over}
      reads={reads}
      form={form}
      text={text}
    />,
    status,
  )
}
