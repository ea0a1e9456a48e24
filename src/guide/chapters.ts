import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { marked } from 'marked'
import { packageRoot } from '../database/package-root.ts'

/** A chapter of the user guide: its address word, title, first sentence, and text as HTML of our own writing. */
export interface Chapter {
  readonly slug: string
  readonly title: string
  readonly lead: string
  readonly html: string
}

/** Where the guide's text and pictures lie: read here, and on any page that shows Markdown. */
export const guideFolder = path.join(packageRoot, 'docs', 'guide')
const named = /^\d{2}-([a-z0-9-]+)\.md$/

/** Links between chapters and to pictures are written as files, so that they lead right in the folder too. */
const asAddresses = (html: string): string =>
  html
    .replaceAll(/href="\d{2}-([a-z0-9-]+)\.md(#[^"]*)?"/g, (_, slug: string, at: string | undefined) => `href="/guide/${slug}${at ?? ''}"`)
    .replaceAll(/src="pictures\/([a-z0-9-]+\.png)"/g, (_, name: string) => `src="/guide/pictures/${name}" loading="lazy"`)

const read = (file: string): Chapter => {
  const text = readFileSync(path.join(guideFolder, file), 'utf8')
  const [heading = '', lead = '', ...rest] = text.split(/\n\s*\n/)
  return {
    slug: named.exec(file)?.[1] ?? file,
    title: heading.replace(/^#\s+/, '').trim(),
    lead: lead.trim(),
    html: asAddresses(marked.parse(rest.join('\n\n'), { async: false })),
  }
}

let all: readonly Chapter[] | null = null

/** Every chapter in order, read once. */
export const chapters = (): readonly Chapter[] =>
  (all ??= existsSync(guideFolder)
    ? readdirSync(guideFolder)
        .filter((file) => named.test(file))
        .toSorted()
        .map(read)
    : [])
