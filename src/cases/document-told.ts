import type { Store } from '../database/connection.ts'
import type { Attachment } from '../files/attachment.ts'
import { say } from '../kernel/text.ts'
import { municipalityName, type Tree } from '../organisation/tree.ts'
import type { Case } from './case.ts'
import type { FiledDocument } from './case-store.ts'
import type { DocumentTold } from './document-doc.ts'

interface Filed {
  readonly document: FiledDocument
  readonly home: Case
  readonly attachments: readonly Attachment[]
}

/** A document with the names of whose it is and who wrote it. Whether the reader may see it has been asked before. */
export const documentTold = async (
  store: Store,
  tree: Tree,
  { document, home, attachments }: Filed,
  { locale }: Pick<DocumentTold, 'locale'>,
): Promise<DocumentTold> => {
  const author = document.authorId
    ? await store.selectFrom('post').select(['title_sv', 'title_en']).where('id', '=', document.authorId).executeTakeFirst()
    : undefined
  const node = tree.get(document.nodeId)
  return {
    document,
    home,
    attachments,
    authority: node ? say(node.name, locale) : '–',
    author: author ? (locale === 'sv' ? author.title_sv : author.title_en) : null,
    municipality: municipalityName(tree, document.nodeId, locale),
    locale,
  }
}
