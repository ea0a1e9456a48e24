import { Readable } from 'node:stream'
import type { Deps } from '../database/transact.ts'
import type { App, Ctx } from '../web/view.ts'
import { importRoutes } from './import/routes.tsx'
import type { ListOut } from './list.ts'
import { lists } from './lists/index.ts'
import type { Sheet } from './sheet/sheet.ts'
import { writeCsv } from './sheet/write-csv.ts'
import { writeXlsx } from './sheet/write-xlsx.ts'

/** Lists out, as the page shows them; and in again. */
export const exchangeRoutes = (app: App, deps: Deps): void => {
  for (const list of lists) {
    app.get(`/export/:file{${list.name}\\.(?:xlsx|csv)}`, (c) => send(c, deps, list, ''))
    app.get(`/export/${list.name}/:file{.+\\.(?:xlsx|csv)}`, (c) => send(c, deps, list, c.req.param('file').replace(/\.\w+$/, '')))
  }
  importRoutes(app, deps)
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
} as const

const send = async (c: Ctx, deps: Deps, list: ListOut, part: string): Promise<Response> => {
  const sheet = await list.sheet(c, deps, part)
  if (!sheet) return c.notFound()
  const ending = c.req.path.endsWith('.csv') ? 'csv' : 'xlsx'
  const bytes = ending === 'csv' ? writeCsv(sheet) : writeXlsx(sheet)
  const name = `${fileName(sheet)} ${c.get('view').today}.${ending}`
  return new Response(Readable.toWeb(Readable.from(bytes)) as unknown as BodyInit, {
    headers: {
      'Content-Type': types[ending],
      'Content-Disposition': `attachment; filename="${name.normalize('NFD').replaceAll(/[^\x20-\x7e]/g, '')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}

const fileName = ({ name }: Sheet): string =>
  name
    .replaceAll(/[^\p{L}\p{N} ,.-]/gu, ' ')
    .trim()
    .slice(0, 80)
