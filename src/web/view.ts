import type { Context, Hono } from 'hono'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import type { Day } from '../kernel/day.ts'
import type { Locale, Text } from '../kernel/text.ts'
import type { Who } from '../kernel/who.ts'
import type { Upload } from './upload.ts'

/** The body or unit whose desk the reader sits at: shown in the head, and where its links lead. */
export interface Desk {
  readonly slug: string
  readonly name: string
  readonly municipality: string
}

/** A room in the head's navigation, under one of the four questions. */
export interface NavRoom {
  readonly question: 1 | 2 | 3 | 4
  readonly name: string
  readonly words: Text
  readonly href: string
}

/** What every page knows of its reader and its moment. */
export interface View {
  readonly locale: Locale
  readonly today: Day
  /** Path with query, for the language switch and for coming back after sign-in. */
  readonly path: string
  /** Token that every form carries in a hidden field `_csrf`. */
  readonly csrf: string
  readonly who: Who
  /** Words for the reader's post, as shown in the head: 'Nämndsekreterare'. */
  readonly post: string | null
  readonly desk: Desk
  readonly demo: boolean
  /** True where the demonstration lets the visitor step into a role: on a loopback address only. */
  readonly mayStepIn: boolean
  readonly nav: readonly NavRoom[]
  readonly assets: { readonly css: string; readonly js: string }
  /** What just happened, told once at the top of the next page. */
  readonly notice: Text | null
  t(text: Text): string
}

export interface Env {
  /** `upload`: what a form with files carried, where the address takes files (web/upload.ts). */
  Variables: { view: View; who: Who; upload?: Upload }
}
export type App = Hono<Env>
export type Ctx = Context<Env>

/** Sends a page. 422 for a form that was refused, 403 and 404 for refusals to show. */
export const page = (c: Ctx, element: ReactNode, status: 200 | 403 | 404 | 409 | 410 | 422 | 429 | 500 | 503 = 200): Response =>
  c.html(`<!doctype html>${renderToString(element)}`, status) as Response

/** After a done act: the reader is sent to the page that shows it. */
export const seeOther = (c: Ctx, path: string): Response => c.redirect(path, 303)

/** The fields of a submitted form, each as the list of its values; files are left out. */
export type Fields = Readonly<Record<string, readonly string[]>>

/** Reads the submitted form. NUL characters, which no text of ours can hold, are left out. */
export const readFields = async (c: Ctx): Promise<Fields> => {
  const upload = c.get('upload')
  if (upload) return upload.fields
  const body = await c.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string').map((v) => v.replaceAll('\u0000', '')),
    ]),
  )
}

/** The first value of a field, or '' when it is absent. */
export const first = (fields: Fields, name: string): string => fields[name]?.[0] ?? ''
