import type { Deps } from '../../database/transact.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { addPersonHindrances } from '../../organisation/add-person.ts'
import { notAllowed } from '../../organisation/message-page.tsx'
import { newForm, refusedForm } from '../../web/components/form-state.ts'
import { type App, type Ctx, page, seeOther } from '../../web/view.ts'
import { askForFile } from '../import/long-file.ts'
import { shortFile } from '../import/routes.tsx'
import { keepFiles, type WaitingFile } from '../import/waiting-files.ts'
import { keepWaiting } from '../import/waiting.ts'
import { largestSheet } from '../sheet/read-table.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { writeCsv } from '../sheet/write-csv.ts'
import { writeXlsx } from '../sheet/write-xlsx.ts'
import { type ListKind, listKinds, lists } from './lists.ts'
import { ImportPage } from './import-page.tsx'
import { organisationLists, readLists } from './organisation-target.ts'
import { words } from './words.ts'

/**
 * Persons, units, posts and appointments from spreadsheets: templates, and the files that are sent, which then wait as every list that is
 * read in (`importRoutes`): a preview, all or nothing. More than `short` rows are work for later.
 */
export const organisationImportRoutes = (app: App, deps: Deps, short = shortFile): void => {
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
    const personId = c.get('who').personId ?? ''
    const rows = (await readLists(files)).reduce((n, list) => n + list.rows.length, 0)
    const name = files.map((file) => file.name).join(', ')
    const id = await keepWaiting(deps, personId, { target: organisationLists, name, content: Buffer.alloc(0) })
    await keepFiles(deps, personId, id, files)
    if (rows > short) await askForFile(deps, personId, id, 'look', rows)
    return seeOther(c, `/import/waiting/${id}`)
  })
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
