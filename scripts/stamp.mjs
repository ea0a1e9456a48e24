// Has anything changed since the build? Answered from names, times and sizes alone, in a few milliseconds.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
export const buildFolder = path.join(root, 'build')
export const stampFile = path.join(buildFolder, 'stamp')

const isBuilt = (file) => !/\.test\.tsx?$|\.sql$|\.md$/.test(file)

/** One line for the state of everything that the build reads. */
export const stampNow = () => {
  const files = readdirSync(path.join(root, 'src'), { recursive: true })
    .map((file) => path.join('src', file))
    .filter(isBuilt)
    .toSorted()
  const hash = createHash('sha256')
  for (const file of [...files, 'package.json', 'package-lock.json', 'scripts/build.mjs']) {
    const { mtimeMs, size } = statSync(path.join(root, file), { throwIfNoEntry: false }) ?? {}
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

/** Is the build made of what lies in src now? */
export const isFresh = () => {
  try {
    return readFileSync(stampFile, 'utf8') === stampNow()
  } catch {
    return false
  }
}
