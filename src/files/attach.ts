import { type Deps, type Tx, violates } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { type Attachment, type CheckedFile, titleOf } from './attachment.ts'
import { loadAttachment, loadAttachments } from './attachment-store.ts'
import { keepContent } from './file-store.ts'
import { words } from './words.ts'

export interface AttachInput {
  readonly thingId: string
  readonly files: readonly CheckedFile[]
  /** What one file is called; its own name when left out. */
  readonly title?: string | undefined
  /** The attachment that one file is a new version of. */
  readonly replaces?: string | undefined
}

const problems = async (tx: Tx, { thingId, files, title = '', replaces }: AttachInput, old: Attachment | undefined): Promise<readonly Refusal[]> => {
  const there = (await loadAttachments(tx, [thingId])).filter((a) => a.supersededBy === null)
  const same = files.filter((f) => there.some((a) => a.sha256 === f.content.sha256))
  return [
    ...(replaces !== undefined && old?.thingId !== thingId ? [{ code: 'file.unknown_version', text: words.unknownVersion }] : []),
    ...(old?.supersededBy ? [{ code: 'file.superseded', text: words.supersededAlready }] : []),
    ...(replaces !== undefined && files.length > 1 ? [{ code: 'file.one', field: 'files', text: words.oneFile }] : []),
    ...(title.length > 300 ? [{ code: 'file.title', field: 'title', text: words.titleTooLong }] : []),
    ...same.map((f) => ({ code: 'file.same', field: 'files', text: words.same(f.name) })),
  ]
}

/**
 * Attaches files to a thing, within the act of the room that owns the thing and has asked the policy. A new version is a row of
 * its own; the earlier one stays as it was.
 */
export const attach = async (tx: Tx, deps: Deps, input: AttachInput): Promise<Verdict<readonly string[]>> => {
  const { thingId, files, replaces } = input
  const title = input.title?.trim() ?? ''
  const old = replaces === undefined ? undefined : await loadAttachment(tx, replaces)
  const refusals = await problems(tx, { ...input, title }, old)
  if (refusals.length > 0) return refused(...refusals)
  const ids: string[] = []
  for (const file of files) {
    await keepContent(tx, file)
    const id = deps.ids.next()
    await tx
      .insertInto('attachment')
      .values({
        id,
        thing_id: thingId,
        sha256: file.content.sha256,
        name: file.name,
        title: title !== '' && files.length === 1 ? title : titleOf(file.name).slice(0, 300),
        day: deps.clock.today(),
        version: (old?.version ?? 0) + 1,
        replaces: old?.id ?? null,
      })
      .execute()
    ids.push(id)
  }
  return granted(ids)
}

/** Two superseded the same attachment at once: the later one is told, as if it had come afterwards. */
export const orSuperseded = <T>(done: Promise<Verdict<T>>): Promise<Verdict<T>> =>
  done.catch((error: unknown) => {
    if (violates(error, 'attachment_replaces_key')) return refused({ code: 'file.superseded', text: words.supersededAlready })
    throw error
  })
