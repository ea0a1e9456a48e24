import { createReadStream, lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** The files of a package that is read, wherever they are. */
export interface PackageFiles {
  /** What the package is called where it is told of. */
  readonly name: string
  /** Everything that is there. `plain` is false for what leads elsewhere or never ends. */
  all(): readonly { readonly name: string; readonly plain: boolean }[]
  /** In bytes; null where no plain file has the name. */
  size(name: string): number | null
  read(name: string): AsyncIterable<Buffer>
}

/** The files of a folder, by their names with slashes. */
export const filesIn = (folder: string): PackageFiles => ({
  name: folder,
  all: () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => ({ plain: entry.isFile(), name: path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/') })),
  size: (name) => {
    const found = lstatSync(path.join(folder, name), { throwIfNoEntry: false })
    return found?.isFile() ? found.size : null
  },
  read: (name) => createReadStream(path.join(folder, name), { highWaterMark: 1 << 20 }),
})
