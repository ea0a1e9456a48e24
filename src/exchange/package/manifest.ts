import { createHash } from 'node:crypto'
import { z } from 'zod'

/** The version of the package's own form: what the files are called and how lines are written. Not of the tables; those follow the layout. */
export const packageVersion = 1

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const file = z.strictObject({ name: z.string().regex(/^(tables|schema|checksums|files)\/[a-z0-9_.]{1,80}$/), size: count, sha256: digest })

const manifestShape = z.strictObject({
  format: z.literal('genomslag-package'),
  version: z.literal(packageVersion),
  /** The identity of the database that it was written from; empty when it had none yet. */
  instance: z.union([z.uuid(), z.literal('')]),
  /** The migrations that laid out its tables. */
  layout: z.array(z.strictObject({ name: z.string().max(200), checksum: digest })).max(10_000),
  /** Where the chain of the history stood. */
  chain: z.strictObject({ position: count, digest: z.string().regex(/^([0-9a-f]{64})?$/) }),
  tables: z.array(z.strictObject({ name: z.string().regex(/^(public|history)\.[a-z0-9_]+$/), rows: count })).max(1000),
  files: z.array(file).max(10_000_000),
  /** Of all that stands above. */
  digest,
})

export type Manifest = z.output<typeof manifestShape>
export type PackageFile = z.output<typeof file>

/** The digest of a package: of everything its manifest says, and so of every byte of every file. */
export const digestOf = (manifest: Omit<Manifest, 'digest'>): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...manifest, digest: undefined }))
    .digest('hex')

/** The manifest as its file holds it: one entry a line, so that two can be compared. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`

/** Reads a manifest's text; null when it is no manifest of this form, or when it does not agree with its own digest. */
export const readManifest = (text: string): Manifest | null => {
  try {
    const read = manifestShape.safeParse(JSON.parse(text))
    return read.success && digestOf(read.data) === read.data.digest && manifestText(read.data) === text ? read.data : null
  } catch {
    return null
  }
}
