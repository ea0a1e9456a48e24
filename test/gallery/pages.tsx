import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { ChartsPage } from './charts-page.tsx'
import { DocumentPage } from './document-page.tsx'
import { FormPage } from './form-page.tsx'
import { Home } from './home.tsx'
import { RegisterPage } from './register-page.tsx'
import { ThreadPage, ThreadSizes } from './thread-page.tsx'

const pages: Readonly<Record<string, () => ReactElement>> = {
  home: Home,
  thread: ThreadPage,
  'thread-sizes': ThreadSizes,
  form: FormPage,
  register: RegisterPage,
  charts: ChartsPage,
  document: DocumentPage,
}

/** Every page of the gallery as whole HTML. Their style sheet is expected beside them as look.css. */
export const galleryPages = (): readonly { readonly name: string; readonly html: string }[] =>
  Object.entries(pages).map(([name, Page]) => ({ name, html: `<!doctype html>${renderToString(<Page />)}` }))
