import { documentDoc } from '../../cases/document-doc.ts'
import { documentTold } from '../../cases/document-told.ts'
import type { Store } from '../../database/connection.ts'
import type { Bundle, BundleFile, BundlePart } from '../../documents/bundle.ts'
import { kindName } from '../../files/file-kind.ts'
import { contentOf } from '../../files/file-store.ts'
import { sizeText } from '../../files/words.ts'
import type { Tree } from '../../organisation/tree.ts'
import { agendaDoc, type SentAs } from '../documents/meeting-docs.ts'
import { teller, type Telling, titleOf } from '../documents/telling.ts'
import type { SummonsFile, SummonsPart } from './summons-of.ts'

/** The summons as one file is made of it: the agenda as it was `sent`, then for each part its documents and the contents of its PDFs. */
export const bundleOf = async (store: Store, tree: Tree, telling: Telling, sent: SentAs | null, parts: readonly SummonsPart[]): Promise<Bundle> => {
  const t = teller(telling)
  const made: BundlePart[] = []
  for (const { item, documents, files, left } of parts) {
    const told = await Promise.all(documents.map((filed) => documentTold(store, tree, filed, telling)))
    const contents: BundleFile[] = []
    for (const file of files) contents.push(await fileOf(store, telling, file))
    made.push({
      sign: String(item.order),
      title: titleOf(item, telling.locale),
      ...(left.length > 0 ? { about: left.map(t).join(' ') } : {}),
      docs: told.map(documentDoc),
      files: contents,
    })
  }
  return { cover: agendaDoc({ ...telling, sent }), parts: made }
}

const fileOf = async (store: Store, { locale }: Telling, { attachment, apart }: SummonsFile): Promise<BundleFile> => {
  const about = `${kindName(attachment.kind, attachment.name)}, ${sizeText(attachment.size, locale)}`
  if (apart !== null) return { title: attachment.title, about, pdf: null, apart }
  const pieces: Uint8Array[] = []
  for await (const piece of contentOf(store, attachment.sha256)) pieces.push(piece)
  return { title: attachment.title, about, pdf: Buffer.concat(pieces) }
}
