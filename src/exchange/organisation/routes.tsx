import type { Deps } from '../../database/transact.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { addPersonHindrances } from '../../organisation/add-person.ts'
import { notAllowed } from '../../organisation/message-page.tsx'
import { newForm, refusedForm } from '../../web/components/form-state.ts'
import { flash } from '../../web/flash.ts'
import { type App, type Ctx, first, page, readFields, seeOther } from '../../web/view.ts'
import { largestSheet, readTable } from '../sheet/read-table.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { writeCsv } from '../sheet/write-csv.ts'
import { writeXlsx } from '../sheet/write-xlsx.ts'
import { sheetWords } from '../sheet/words.ts'
import { importOrganisation, type Outcome } from './import-organisation.ts'
import { type ListKind, listKinds, lists } from './lists.ts'
import { ImportPage } from './import-page.tsx'
import { PreviewPage } from './preview-page.tsx'
import { readList, type ReadList } from './read-list.ts'
import { dropFiles, keepFiles, loadFiles, type WaitingFile } from './waiting-file.ts'
import { words } from './words.ts'

/** Persons, units, posts and appointments from spreadsheets: template, preview, all or nothing. */
export const organisationImportRoutes = (app: App, deps: Deps): void => {
  const barred = (c: Ctx): Response | null => {
    const refusals = addPersonHindrances(c.get('who'), c.get('view').today)
    return refusals.length > 0 || c.get('who').personId === null ? notAllowed(c, [{ code: 'import.post', text: words.notYours }, ...refusals]) : null
  }
  const refuse = (c: Ctx, ...refusals: readonly Refusal[]): Response =>
    page(c, <ImportPage view={c.get('view')} form={refusedForm(c.get('view').locale, {}, refusals)} />, 422)

  app.get('/organisation/import', (c) => barred(c) ?? page(c, <ImportPage view={c.get('view')} form={newForm(c.get('view').locale)} />))

  for (const kind of listKinds) {
    app.get(`/organisation/import/${kind}.xlsx`, (c) => template(c, kind, 'xlsx'))
    app.get(`/organisation/import/${kind}.csv`, (c) => template(c, kind, 'csv'))
  }

  app.post('/organisation/import/upload', async (c) => {
    const no = barred(c)
    if (no) return no
    const upload = c.get('upload')
    if (!upload?.whole) return refuse(c, { code: 'import.broken', field: 'files', text: words.broken })
    const files: WaitingFile[] = []
    for (const file of upload.files.filter((f) => f.field === 'files'))
      files.push({ name: file.name, content: await file.read(0, Math.min(file.size, largestSheet + 1)) })
    if (files.length === 0) return refuse(c, { code: 'import.no_file', field: 'files', text: words.noFile })
    return seeOther(c, `/organisation/import/${await keepFiles(deps, c.get('who').personId ?? '', files)}`)
  })

  app.get('/organisation/import/:batch', async (c) => {
    const no = barred(c)
    if (no) return no
    const files = await loadFiles(deps, c.get('who').personId ?? '', c.req.param('batch'))
    if (files.length === 0) return refuse(c, { code: 'import.gone', field: 'files', text: words.gone })
    const outcome = await importOrganisation(deps, c.get('who'), await readFiles(files), null)
    return show(c, outcome, [])
  })

  app.post('/organisation/import/:batch', async (c) => {
    const no = barred(c)
    if (no) return no
    const personId = c.get('who').personId ?? ''
    const files = await loadFiles(deps, personId, c.req.param('batch'))
    if (files.length === 0) return refuse(c, { code: 'import.gone', field: 'files', text: words.gone })
    const digest = first(await readFields(c), 'digest')
    const outcome = await importOrganisation(deps, c.get('who'), await readFiles(files), { digest })
    if (!outcome.done) return show(c, outcome, outcome.problems.length > 0 ? [] : [{ code: 'import.otherwise', text: words.otherwise }])
    await dropFiles(deps, personId, c.req.param('batch'))
    flash(c, 'imported')
    return seeOther(c, '/organisation')
  })
}

const show = (c: Ctx, outcome: Outcome, refusals: readonly Refusal[]): Response => {
  const view = c.get('view')
  const form = refusals.length > 0 ? refusedForm(view.locale, {}, refusals) : newForm(view.locale)
  const status = refusals.length > 0 ? 409 : outcome.problems.length > 0 ? 422 : 200
  return page(c, <PreviewPage view={view} batch={c.req.param('batch') ?? ''} outcome={outcome} form={form} />, status)
}

/** One after the other: each may be large. */
const readFiles = async (files: readonly WaitingFile[]): Promise<readonly ReadList[]> => {
  const read: ReadList[] = []
  for (const file of files) read.push(await readFile(file))
  return read
}

const readFile = async ({ name, content }: WaitingFile): Promise<ReadList> => {
  if (content.length > largestSheet)
    return {
      kind: null,
      rows: [],
      problems: [{ file: name, cell: '', stood: '', refusal: { code: 'sheet.too_large', text: sheetWords.tooLarge(largestSheet) } }],
    }
  const table = await readTable(content)
  return table.ok
    ? readList(name, table.value)
    : { kind: null, rows: [], problems: table.refusals.map((refusal) => ({ file: name, cell: '', stood: '', refusal })) }
}

async function* noRows(): AsyncGenerator<never> {}

const template = async (c: Ctx, kind: ListKind, type: 'xlsx' | 'csv'): Promise<Response> => {
  const { t } = c.get('view')
  const { name, columns } = lists[kind]
  const sheet: Sheet = {
    name: t(name),
    heads: columns.map(({ head }) => t(head)),
    rows: noRows(),
    about: {
      name: t(words.columns),
      lines: columns.map(({ head, hint, needed }) => [t(head), [needed ? t(words.neededMark) : '', t(hint)].filter(Boolean).join('. ')] as const),
    },
  }
  const parts: Buffer[] = []
  for await (const part of type === 'xlsx' ? writeXlsx(sheet) : writeCsv(sheet)) parts.push(part)
  const mime = type === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8'
  return c.body(new Uint8Array(Buffer.concat(parts)), 200, { 'Content-Type': mime, 'Content-Disposition': `attachment; filename="${kind}.${type}"` })
}
