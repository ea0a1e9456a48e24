import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { type App, page } from '../web/view.ts'
import { chapters, guideFolder } from './chapters.ts'
import { ChapterPage, GuidePage } from './guide-pages.tsx'

/** The user guide inside the product: the same text and pictures as in docs/guide. */
export const guideRoutes = (app: App): void => {
  app.get('/guide', (c) => page(c, <GuidePage view={c.get('view')} all={chapters()} />))
  app.get('/guide/pictures/:name', (c) => {
    const name = c.req.param('name')
    const file = path.join(guideFolder, 'pictures', name)
    if (!/^[a-z0-9-]+\.png$/.test(name) || !existsSync(file)) return c.notFound()
    return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600' })
  })
  app.get('/guide/:slug', (c) => {
    const all = chapters()
    const chapter = all.find((one) => one.slug === c.req.param('slug'))
    return chapter ? page(c, <ChapterPage view={c.get('view')} chapter={chapter} all={all} />) : c.notFound()
  })
}
