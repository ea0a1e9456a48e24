import { Readable } from 'node:stream'
import type { Store } from '../database/connection.ts'
import type { Ctx } from '../web/view.ts'
import type { Attachment } from './attachment.ts'
import { isShown, mediaTypeOf } from './file-kind.ts'
import { contentOf } from './file-store.ts'

/**
 * What a file may do in the window it is opened in: nothing. A PDF is shown by the browser's own reader, which Chromium
 * does not start in a sandbox; it cannot run script with us either way, since what it is was told by its content.
 */
const policyOf = ({ kind }: Attachment): string =>
  `default-src 'none'; ${kind === 'png' || kind === 'jpeg' ? "img-src 'self'; " : ''}frame-ancestors 'none'${kind === 'pdf' ? '' : '; sandbox'}`

/** RFC 6266 with RFC 8187: the name in letters of every kind, and a plain one for what does not know them. */
export const dispositionOf = (how: 'inline' | 'attachment', name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\u0020-\u007e]/g, '')
    .replace(/["\\%]/g, '_')
  const coded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${coded}`
}

/** The answer that sends a file, piece by piece. The reader is known to be allowed it. */
export const downloadOf = (c: Ctx, store: Store, attachment: Attachment): Response => {
  const { sha256, name, kind, size } = attachment
  const tag = `"${sha256}"`
  const headers = {
    'Content-Type': mediaTypeOf(attachment),
    'Content-Disposition': dispositionOf(isShown(kind) ? 'inline' : 'attachment', name),
    'Content-Security-Policy': policyOf(attachment),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-cache',
    ETag: tag,
  }
  if (c.req.header('if-none-match')?.includes(tag)) return new Response(null, { status: 304, headers })
  const body = c.req.method === 'HEAD' ? null : Readable.toWeb(Readable.from(contentOf(store, sha256), { highWaterMark: 1 }))
  return new Response(body as BodyInit | null, { headers: { ...headers, 'Content-Length': String(size) } })
}
