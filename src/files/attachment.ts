import type { Day } from '../kernel/day.ts'
import { type Refusal, unless, type Verdict } from '../kernel/refusal.ts'
import type { Upload, UploadedFile } from '../web/upload.ts'
import { type FileKind, type Sniffed, sniff } from './file-kind.ts'
import { words } from './words.ts'

/** A file attached to a thing. A newer version supersedes it and lets it be: `supersededBy` is that version's id. */
export interface Attachment {
  readonly id: string
  readonly thingId: string
  readonly sha256: string
  /** The file's name, with its ending. */
  readonly name: string
  /** What readers call it: 'Riskanalys'. */
  readonly title: string
  readonly day: Day
  readonly version: number
  readonly replaces: string | null
  readonly supersededBy: string | null
  readonly size: number
  readonly kind: FileKind
  readonly charset: string | null
}

/** A file that has been looked into and may be kept. */
export interface CheckedFile extends Sniffed {
  readonly content: UploadedFile
  readonly name: string
}

/** A name without folders and characters that no system of files takes, at most 200 characters, its ending kept. */
export const cleanName = (typed: string): string => {
  const bare = typed
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  const ending = /\.[^.]{1,10}$/.exec(bare)?.[0] ?? ''
  return bare.length > 200 ? `${bare.slice(0, 200 - ending.length)}${ending}` : bare
}

/** 'Riskanalys 2022' of 'Riskanalys_2022.pdf'. */
export const titleOf = (name: string): string =>
  name
    .replace(/\.[^.]{1,10}$/, '')
    .replaceAll('_', ' ')
    .trim() || name

/** Looks into every file of a form; each that may not be kept gives its refusal, all at once. */
export const checkFiles = async (upload: Upload | undefined, field: string): Promise<Verdict<readonly CheckedFile[]>> => {
  if (!upload?.whole) return unless([{ code: 'file.broken', field, text: words.broken, mend: words.brokenMend }], [])
  if (upload.files.length === 0) return unless([{ code: 'file.none', field, text: words.noFile }], [])
  const refusals: Refusal[] = []
  const checked: CheckedFile[] = []
  for (const content of upload.files) {
    const name = cleanName(content.name) || 'fil'
    const sniffed = content.cut || content.size === 0 ? null : await sniff(content)
    if (content.size === 0) refusals.push({ code: 'file.empty', field, text: words.empty(name) })
    else if (content.cut) refusals.push({ code: 'file.too_large', field, text: words.tooLarge(name) })
    else if (sniffed === null) refusals.push({ code: 'file.kind', field, text: words.unknownKind(name), mend: words.unknownKindMend })
    else checked.push({ content, name, ...sniffed })
  }
  return unless(refusals, checked)
}
