import { existsSync } from 'node:fs'
import path from 'node:path'

const find = (from: string): string => {
  if (existsSync(path.join(from, 'package.json'))) return from
  const above = path.dirname(from)
  if (above === from) throw new Error('no package.json above the program')
  return find(above)
}

/** The folder of package.json, the same for source files and for the bundle in build/. */
export const packageRoot = find(import.meta.dirname)
