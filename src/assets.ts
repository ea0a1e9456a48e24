import { readFileSync } from 'node:fs'
import path from 'node:path'
import { packageRoot } from './database/package-root.ts'

/** Addresses of the built script and style sheet, with their content in the name so that browsers may keep them for ever. */
export interface Assets {
  readonly css: string
  readonly js: string
}

/** Folder of what the build made. */
export const buildFolder = path.join(packageRoot, 'build')

/** Reads the build's manifest. Throws when nothing has been built: a defect of the start. */
export const readAssets = (): Assets => JSON.parse(readFileSync(path.join(buildFolder, 'manifest.json'), 'utf8')) as Assets
