import { Readable } from 'node:stream'
import { noteSecrets } from '../access/access-log.ts'
import type { Deps } from '../database/transact.ts'
import { isId } from '../kernel/identity.ts'
import type { Who } from '../kernel/who.ts'
import type { App, Ctx } from '../web/view.ts'
import { importRoutes } from './import/routes.tsx'
import type { ListOut } from './list.ts'
import { lists } from './lists/index.ts'
import type { Sheet, SheetCell } from './sheet/sheet.ts'
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
  const found = await list.sheet(c, deps, part)
  if (!found) return c.notFound()
  const sheet = { ...found, rows: noted(deps, c.get('who'), found, `/export/${list.name}`) }
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

/** So many rows are noted at once: as many as a page of a list that is taken out. */
const some = 500

/** The rows as they come, the secret things among them noted in the access log before they are given out. */
async function* noted(deps: Deps, who: Who, { rows }: Sheet, route: string): AsyncGenerator<readonly SheetCell[]> {
  let held: (readonly SheetCell[])[] = []
  const note = (): Promise<void> => {
    const ids = held.flatMap((cells) => cells.flatMap((c) => (c?.kind === 'text' ? [c.of ?? c.text].filter(isId) : [])))
    return noteSecrets(deps, who, 'export', ids, route)
  }
  for await (const cells of rows) {
    held.push(cells)
    if (held.length < some) continue
    await note()
    yield* held
    held = []
  }
  await note()
  yield* held
}

const fileName = ({ name }: Sheet): string =>
  name
    .replaceAll(/[^\p{L}\p{N} ,.-]/gu, ' ')
    .trim()
    .slice(0, 80)
