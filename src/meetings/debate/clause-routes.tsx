import { may } from '../../access/policy.ts'
import { seesSecretsOf } from '../../access/visible.ts'
import type { Deps } from '../../database/transact.ts'
import { askedClause, showClauseForm, targetOf, typedClause } from '../../decisions/clause-form.tsx'
import type { ClausePlace } from '../../decisions/clause-pages.tsx'
import type { Typed } from '../../decisions/draft.ts'
import { isClauseKind } from '../../decisions/enactments.ts'
import type { Reading } from '../../decisions/read-draft.ts'
import { isId } from '../../kernel/identity.ts'
import { loadTree } from '../../organisation/tree.ts'
import { newForm, refusedForm } from '../../web/components/form-state.ts'
import { flash } from '../../web/flash.ts'
import { type App, type Ctx, page, readFields, seeOther } from '../../web/view.ts'
import type { ProposedClause } from '../agenda/proposal.ts'
import { MissingMeetingPage } from '../pages/small-pages.tsx'
import { pageWords } from '../pages/words.ts'
import { loadRecord } from '../record/record-store.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { clauseOf, shapeClause, wordingStands } from './shape-clause.ts'

/** A clause of an open item at the desk of somebody who keeps the meeting. */
interface AtClause {
  readonly record: MeetingRecord
  readonly item: ItemRecord
  readonly of: string
  readonly no: number
  readonly clause: ProposedClause
  readonly reading: Reading
  readonly place: ClausePlace
}

const deskAt = (meetingId: string, itemId: string): string => `/meetings/${meetingId}/desk?item=${itemId}`

const atClause = async (c: Ctx, deps: Deps, show: (at: AtClause) => Promise<Response>): Promise<Response> => {
  const view = c.get('view')
  const missing = () => page(c, <MissingMeetingPage view={view} />, 404)
  const [id = '', itemId = '', of = '', number = ''] = ['id', 'item', 'of', 'no'].map((name) => c.req.param(name))
  const record = isId(id) ? await loadRecord(deps.store, id) : undefined
  if (!record) return missing()
  const today = await loadTree(deps.store, view.today)
  if (may(view.who, 'meeting.run', { belongsTo: today.chain(record.body.id), secrecy: null }, view.today).length > 0) return missing()
  const item = record.items.find((i) => i.id === itemId)
  const no = Number(number)
  const clause = item && clauseOf(item, of, no)
  // Withdrawn or decided meanwhile: the desk tells how it stands.
  if (!item || !clause || item.state !== 'open') return seeOther(c, item ? deskAt(record.id, item.id) : `/meetings/${record.id}/desk`)
  const tree = await loadTree(deps.store, record.day)
  return show({
    record,
    item,
    of,
    no,
    clause,
    reading: { store: deps.store, tree, today: view.today, secrets: seesSecretsOf(view.who, today, view.today) },
    place: {
      address: `/meetings/${record.id}/desk/clauses/${item.id}/${of}/${no}`,
      back: { href: deskAt(record.id, item.id), words: pageWords.backToMeeting },
      kept: null,
      wording: wordingStands(item, of) ? clause.text : null,
    },
  })
}

/** What the form begins with: as it was typed last, as the clause came, or as the clause of the proposal that it stands in the place of. */
const knownOf = async ({ record, item, of, no, clause, reading }: AtClause): Promise<{ readonly clause: ProposedClause; readonly typed: Typed } | null> => {
  const last = record.journal.findLast((f) => f.kind === 'clause_shaped' && f.itemId === item.id && f.data.of === of && f.data.clause.no === no)
  if (last?.kind === 'clause_shaped') return { clause: last.data.clause, typed: last.data.typed }
  const replaced = item.motions.find((m) => m.id === of)?.otherwiseApprove ? item.proposal.clauses.find((c) => c.no === no) : undefined
  const like = clause.kind === 'note' ? replaced : clause
  if (!like || like.kind === 'note' || !isClauseKind(like.kind)) return null
  return { clause: like, typed: { ...(await typedClause(reading, like.kind, like.data)), text: [clause.text] } }
}

const show = async (c: Ctx, at: AtClause): Promise<Response> => {
  const { locale } = c.get('view')
  const known = c.req.query('kind') || c.req.query('choose') ? null : await knownOf(at)
  if (known && isClauseKind(known.clause.kind)) {
    const { kind, target = null } = known.clause
    const address = `${at.place.address}?kind=${kind}${target ? `&entry=${target}` : ''}`
    return showClauseForm(c, at.reading, at.place, { kind, target, action: address }, newForm(locale, { ...known.typed, text: at.clause.text }), 200)
  }
  const asked = await askedClause(c, at.reading, at.place)
  if (asked instanceof Response) return asked
  return showClauseForm(c, at.reading, at.place, { ...asked, action: null }, newForm(locale, { ...asked.known, text: at.clause.text }), 200)
}

const save = async (c: Ctx, deps: Deps, at: AtClause): Promise<Response> => {
  const view = c.get('view')
  const kind = c.req.query('kind') ?? ''
  if (!isClauseKind(kind)) return show(c, at)
  const target = await targetOf(at.reading, kind, c.req.query('entry') ?? '')
  const { _csrf: _, ...typed } = await readFields(c)
  const { record, item, of, no } = at
  const done = await shapeClause(deps, view.who, { id: deps.ids.next(), meetingId: record.id, itemId: item.id, of, no, kind, target, typed })
  if (!done.ok) return showClauseForm(c, at.reading, at.place, { kind, target, action: null }, refusedForm(view.locale, typed, done.refusals), 422)
  flash(c, 'saved')
  return seeOther(c, at.place.back.href)
}

/** What a clause of the debate is to do: its kind, what it is about, its form. Without script as everywhere. */
export const deskClauseRoutes = (app: App, deps: Deps): void => {
  app.get('/meetings/:id/desk/clauses/:item/:of/:no', (c) => atClause(c, deps, (at) => show(c, at)))
  app.post('/meetings/:id/desk/clauses/:item/:of/:no', (c) => atClause(c, deps, (at) => save(c, deps, at)))
}
