import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../database/package-root.ts'

const markdown = (folder: string): readonly string[] =>
  readdirSync(path.join(packageRoot, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? markdown(path.join(folder, entry.name)) : entry.name.endsWith('.md') ? [path.join(folder, entry.name)] : [],
  )

/** A heading as the address within its page: as GitHub and the guide make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const readable = (file: string): string => readFileSync(path.join(packageRoot, file), 'utf8')

it('every link between the documents leads to a file that there is, and to a heading in it', () => {
  const files = ['README.md', 'CONTRIBUTING.md', 'data/README.md', ...markdown('docs')]
  const dead = files.flatMap((file) =>
    [...readable(file).matchAll(/\]\((?!https?:|mailto:|\/)([^)\s]+)\)/g)].flatMap(([, link = '']) => {
      const [to = '', anchor] = decodeURI(link).split('#')
      const target = to === '' ? file : path.join(path.dirname(file), to)
      if (!existsSync(path.join(packageRoot, target))) return [`${file}: ${link}`]
      if (!anchor || !target.endsWith('.md')) return []
      return [...readable(target).matchAll(/^#+\s+(.*)$/gm)].some(([, heading = '']) => anchorOf(heading) === anchor) ? [] : [`${file}: ${link}`]
    }),
  )
  expect(dead).toEqual([])
})
