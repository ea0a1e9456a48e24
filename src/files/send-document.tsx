import { Readable } from 'node:stream'
import type { Bundle } from '../documents/bundle.ts'
import type { Doc } from '../documents/doc.ts'
import { renderDocx } from '../documents/render-docx.ts'
import { theBundler, theRenderer } from '../documents/renderer.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { PageHead } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import { type Ctx, page, type View } from '../web/view.ts'
import { cleanName } from './attachment.ts'
import { dispositionOf } from './download.ts'
import { mediaTypeOf } from './file-kind.ts'
import { words } from './words.ts'

/** The forms that a document can be fetched in, beside its page. */
export const docFormats = ['pdf', 'docx'] as const
export type DocFormat = (typeof docFormats)[number]

/** Sends a document as PDF or for Word. A template that cannot be used gives a page that says which line is wrong, never another look. */
export const sendDocument = async (c: Ctx, doc: Doc, format: DocFormat): Promise<Response> => {
  if (format === 'docx') return sendBytes(c, await renderDocx(doc), 'docx', doc.title)
  const done = await theRenderer().pdf(doc)
  return done.ok ? sendBytes(c, done.value.bytes, 'pdf', doc.title) : notMade(c, done.refusals)
}

/** Sends a summons with all that belongs to it as one PDF. Whoever stops waiting for it stops it. */
export const sendBundle = async (c: Ctx, bundle: Bundle): Promise<Response> => {
  const done = await theBundler().bundle(bundle, c.req.raw.signal)
  return done.ok ? sendBytes(c, done.value.bytes, 'pdf', bundle.cover.title) : notMade(c, done.refusals)
}

const notMade = (c: Ctx, refusals: readonly Refusal[]): Response => {
  const view = c.get('view')
  return page(
    c,
    <Shell view={view} title={view.t(words.notMade)}>
      <PageHead title={view.t(words.notMade)}>
        {refusals.map((r) => (
          <p key={r.text.sv}>
            {view.t(r.text)} {r.mend && view.t(r.mend)}
          </p>
        ))}
      </PageHead>
    </Shell>,
    500,
  )
}

/** A finished document under its title: shown as PDF, saved for Word. */
export const sendBytes = (c: Ctx, bytes: Uint8Array, kind: DocFormat, title: string): Response => {
  const name = cleanName(`${title.replace(/[/\\:*?"<>|]+/g, ' ')}.${kind}`)
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': mediaTypeOf({ kind, charset: null, name }),
    'Content-Disposition': dispositionOf(kind === 'pdf' ? 'inline' : 'attachment', name),
    'Cache-Control': 'private, no-cache',
  })
}

/** A finished PDF piece by piece, as it is read. */
export const sendPieces = (c: Ctx, pieces: AsyncIterable<Uint8Array>, title: string): Response => {
  const empty = sendBytes(c, new Uint8Array(), 'pdf', title)
  return new Response(Readable.toWeb(Readable.from(pieces)) as unknown as BodyInit, { headers: empty.headers })
}

/** The links to a page's document in its other forms. `href` is the page's own address, with its query where it has one. */
export const DocLinks = ({ view, href }: { readonly view: View; readonly href: string }) => {
  const [path = '', query] = href.split('?')
  return docFormats.map((format) => (
    <a key={format} href={`${path}/${format}${query ? `?${query}` : ''}`} data-turbo="false">
      {view.t(words.formats[format])}
    </a>
  ))
}
