import type { Doc } from './doc.ts'
import { docData, type Setter } from './typst-data.ts'

/** A file that goes with a part. `pdf` is null where it stays outside: it is told of in the index, with why (`apart`). */
export interface BundleFile {
  readonly title: string
  /** 'XLSX, 312 kB'. */
  readonly about: string
  readonly pdf: Uint8Array | null
  /** Why it is fetched apart: of another kind (where nothing is said), or more than the bundle has room for. */
  readonly apart?: Apart | undefined
}

export type Apart = 'kind' | 'large'

/** A case of a bundle: its documents and files, under the sign it has on the agenda. */
export interface BundlePart {
  readonly sign: string
  readonly title: string
  /** What the reader has to know of it, in the index and on its sheet: why something of it is not here. */
  readonly about?: string | undefined
  readonly docs: readonly Doc[]
  readonly files: readonly BundleFile[]
}

/** A summons with everything that belongs to it. Its index is made of `parts` and of nothing else, on the page as on paper. */
export interface Bundle {
  readonly cover: Doc
  readonly parts: readonly BundlePart[]
}

/** Why a file stands in the index but not among the pages. */
type Outside = Apart | 'unreadable'

/** A line of the index: a part, or one of its documents or files. `place` is where it leads in the file. */
export interface IndexEntry {
  readonly place: string
  readonly level: 1 | 2
  readonly sign: string
  readonly title: string
  readonly about: string | null
  readonly outside: Outside | null
}

/** How many pages each file of each part has, null where it cannot be read; and whether it tells its structure. */
export type FilePages = readonly (readonly ({ readonly pages: number; readonly tagged: boolean } | null)[])[]

const outsideOf = (file: BundleFile, pages: FilePages[number][number] | undefined): Outside | null =>
  file.pdf === null ? (file.apart ?? 'kind') : pages === null ? 'unreadable' : null

/** The index of a bundle: what its page shows and what its PDF begins with. Pure. */
export const bundleIndex = ({ parts }: Bundle, pages?: FilePages): readonly IndexEntry[] =>
  parts.flatMap((part, p): readonly IndexEntry[] => [
    { place: `part-${p}`, level: 1, sign: part.sign, title: part.title, about: part.about ?? null, outside: null },
    ...part.docs.map((doc, d): IndexEntry => ({ place: `part-${p}-doc-${d}`, level: 2, sign: '', title: doc.title, about: doc.sort, outside: null })),
    ...part.files.map(
      (file, f): IndexEntry => ({
        place: `part-${p}-file-${f}`,
        level: 2,
        sign: `${part.sign}.${f + 1}`,
        title: file.title,
        about: file.about,
        outside: outsideOf(file, pages?.[p]?.[f]),
      }),
    ),
  ])

/** The bundle as its template reads it: the index, then every sheet in order; `skip` pages of a file stand before a sheet. */
export const bundleData = (bundle: Bundle, pages: FilePages, set: Setter) => {
  let skip = 0
  const take = (): number => {
    const before = skip
    skip = 0
    return before
  }
  const sheets = bundle.parts.flatMap((part, p) => [
    { kind: 'part', place: `part-${p}`, sign: set(part.sign), title: set(part.title), about: part.about === undefined ? null : set(part.about), skip: take() },
    ...part.docs.map((doc, d) => ({ kind: 'doc', place: `part-${p}-doc-${d}`, doc: docData(doc, set, `p${p}d${d}-`), skip: take() })),
    ...part.files.map((file, f) => {
      const counted = pages[p]?.[f] ?? null
      const before = take()
      skip = counted?.pages ?? 0
      return {
        kind: 'file',
        place: `part-${p}-file-${f}`,
        sign: set(`${part.sign}.${f + 1}`),
        title: set(file.title),
        about: set(file.about),
        pages: counted?.pages ?? 0,
        tagged: counted?.tagged ?? false,
        outside: outsideOf(file, counted),
        part: p,
        file: f,
        skip: before,
      }
    }),
  ])
  const index = bundleIndex(bundle, pages).map((e) => ({ ...e, sign: set(e.sign), title: set(e.title), about: e.about === null ? null : set(e.about) }))
  return { cover: docData(bundle.cover, set, 'cover-'), index, sheets, trailing: skip }
}
