import type { Deps } from '../../database/transact.ts'
import { isId } from '../../kernel/identity.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { newForm, refusedForm } from '../../web/components/form-state.ts'
import { flash } from '../../web/flash.ts'
import { type App, type Ctx, first, page, readFields, seeOther } from '../../web/view.ts'
import { largestSheet, readTable } from '../sheet/read-table.ts'
import { sheetWords } from '../sheet/words.ts'
import { importWords as words } from './import-words.ts'
import { askForFile, stopFile } from './long-file.ts'
import { LongFilePage } from './long-file-page.tsx'
import { shownOf } from './problem.ts'
import { PreviewPage } from './preview-page.tsx'
import { type Target, targetOf } from './target.ts'
import { UploadSheetPage } from './upload-page.tsx'
import { dropWaiting, filesOf, keepWaiting, loadWaiting, type Progressed, type Waiting } from './waiting.ts'

/** So many rows are read while the reader waits; more is work for later, of which the page tells how far it has come. */
export const shortFile = 500
/** Seconds between two looks at work that goes on. */
const nextLook = 4

/** Reading a list in: send the file, see what it would change, say yes. Works without script. A file of more than `short` rows is work for later. */
export const importRoutes = (app: App, deps: Deps, short = shortFile): void => {
  app.get('/import/:kind/:part/upload', (c) => withTarget(c, deps, (target) => showUpload(c, target, [])))
  app.post('/import/:kind/:part/upload', (c) => withTarget(c, deps, (target) => take(c, deps, target, short)))
  app.get('/import/waiting/:id', (c) => withWaiting(c, deps, (waiting, target) => preview(c, deps, waiting, target)))
  app.post('/import/waiting/:id', (c) => withWaiting(c, deps, (waiting, target, personId) => confirm(c, deps, waiting, target, personId)))
  app.post('/import/waiting/:id/stop', (c) =>
    withWaiting(c, deps, async (waiting, _, personId) => {
      await stopFile(deps, personId, waiting.id)
      return seeOther(c, `/import/waiting/${waiting.id}`)
    }),
  )
  app.post('/import/waiting/:id/drop', (c) =>
    withWaiting(c, deps, async (waiting, target, personId) => {
      await dropWaiting(deps.store, personId, waiting.id)
      return seeOther(c, target.href)
    }),
  )
}

const withTarget = async (c: Ctx, deps: Deps, then: (target: Target) => Response | Promise<Response>): Promise<Response> => {
  const target = await targetOf(deps, c.get('who'), `${c.req.param('kind')}/${c.req.param('part')}`)
  // One that is sent from elsewhere has a page of its own for that.
  return target?.upload === `/import/${target?.name}/upload` ? then(target) : c.notFound()
}

const withWaiting = async (c: Ctx, deps: Deps, then: (waiting: Waiting, target: Target, personId: string) => Promise<Response>): Promise<Response> => {
  const { personId } = c.get('who')
  const id = c.req.param('id') ?? ''
  const waiting = personId && isId(id) ? await loadWaiting(deps.store, personId, id) : undefined
  const target = waiting && (await targetOf(deps, c.get('who'), waiting.target))
  return waiting && target && personId ? then(waiting, target, personId) : c.notFound()
}

const showUpload = (c: Ctx, target: Target, refusals: readonly Refusal[]): Response => {
  const view = c.get('view')
  const nobody = view.who.personId === null ? [{ code: 'access.nobody', text: words.signInFirst }] : []
  const told = [...refusals, ...nobody]
  const form = told.length > 0 ? refusedForm(view.locale, {}, told) : newForm(view.locale)
  return page(c, <UploadSheetPage view={view} target={target} form={form} />, nobody.length > 0 ? 403 : refusals.length > 0 ? 422 : 200)
}

const take = async (c: Ctx, deps: Deps, target: Target, short: number): Promise<Response> => {
  const { personId } = c.get('who')
  if (!personId) return showUpload(c, target, [])
  const upload = c.get('upload')
  const [file] = upload?.files ?? []
  if (!file) return showUpload(c, target, [{ code: 'import.no_file', field: 'file', text: upload && !upload.whole ? words.brokeOff : words.noFile }])
  if (file.cut || file.size > largestSheet) return showUpload(c, target, [{ code: 'sheet.too_large', field: 'file', text: sheetWords.tooLarge(largestSheet) }])
  if (!upload?.whole) return showUpload(c, target, [{ code: 'import.broke_off', field: 'file', text: words.brokeOff }])
  const content = await file.read(0, file.size)
  const read = await readTable(content)
  if (!read.ok)
    return showUpload(
      c,
      target,
      read.refusals.map((r) => ({ ...r, field: 'file' })),
    )
  const id = await keepWaiting(deps, personId, { target: target.name, name: file.name, content })
  if (read.value.rows.length > short) await askForFile(deps, personId, id, 'look', read.value.rows.length)
  return seeOther(c, `/import/waiting/${id}`)
}

const preview = async (c: Ctx, deps: Deps, waiting: Waiting, target: Target): Promise<Response> => {
  const { progress } = waiting
  if (progress && progress.ended !== 'found') return longFile(c, waiting, target, progress)
  const outcome = progress?.outcome ?? shownOf(await target.run(deps, c.get('who'), await filesOf(deps.store, waiting.id), { apply: false }))
  return page(c, <PreviewPage view={c.get('view')} waiting={waiting} target={target} outcome={outcome} />, outcome.problems.length > 0 ? 422 : 200)
}

const longFile = (c: Ctx, waiting: Waiting, target: Target, progress: Progressed): Response => {
  const follows = c.req.query('still') !== 'yes'
  // Said by the answer's head, so that it works without script; the reader may let the page stand still.
  if (progress.ended === null && follows) c.header('Refresh', String(nextLook))
  return page(c, <LongFilePage view={c.get('view')} waiting={waiting} target={target} progress={progress} follows={follows} />)
}

/** The waiting file goes in the transaction that reads it in: a yes given twice is one. A long one is written as work for later. */
const confirm = async (c: Ctx, deps: Deps, waiting: Waiting, target: Target, personId: string): Promise<Response> => {
  const { progress } = waiting
  if (progress) {
    await askForFile(deps, personId, waiting.id, progress.outcome?.problems.length === 0 ? 'write' : 'look', progress.of)
    return seeOther(c, `/import/waiting/${waiting.id}`)
  }
  const seen = first(await readFields(c), 'seen')
  const settle = (store: Deps['store']) => dropWaiting(store, personId, waiting.id)
  const outcome = await target.run(deps, c.get('who'), await filesOf(deps.store, waiting.id), { apply: true, seen, settle })
  if (!outcome.applied) {
    const conflict = outcome.problems.some((p) => p.refusal.code.endsWith('conflict'))
    return page(c, <PreviewPage view={c.get('view')} waiting={waiting} target={target} outcome={shownOf(outcome)} />, conflict ? 409 : 422)
  }
  flash(c, 'imported')
  return seeOther(c, target.href)
}
