import type { Bundle } from './bundle.ts'
import type { Doc } from './doc.ts'

/** What is to be set: a document, or a summons with all that belongs to it. */
export type Work = { readonly kind: 'doc'; readonly doc: Doc } | { readonly kind: 'bundle'; readonly bundle: Bundle }

/** What the process that sets documents is asked. */
export interface Job {
  readonly id: number
  readonly work: Work
  /** The folder of the municipality's own templates, or null. */
  readonly own: string | null
  /** Bytes of memory that the process may take; it ends when it takes more. */
  readonly memory: number
}

/** What it tells on the way: which attached file it opens now, so that the one that ended it can be named. */
export interface Opening {
  readonly id: number
  readonly opening: string
}

/** Why a template could not be used: which file, on what line (from 1) where that is known, and the compiler's words. */
export interface TemplateTrouble {
  readonly file: string
  readonly line: number | null
  readonly message: string
}

/** What it answers. `folder` says that the folder of own templates could not be read. */
export type Done =
  | { readonly id: number; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly id: number; readonly trouble: readonly TemplateTrouble[] }
  | { readonly id: number; readonly folder: string }
