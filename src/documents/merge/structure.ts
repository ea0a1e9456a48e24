import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)
const dictOf = (object: PDFObject | undefined): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined

/** The structure tree that others are hung into: its first element, and the next free key of its parent tree. */
export interface Trunk {
  readonly root: PDFDict
  readonly top: PDFRef
  readonly numbers: PDFArray
  next: number
}

/** The pairs of a number tree, flat (PDF 1.7, 7.9.7), each branch once: a tree may lead back to itself. */
const numbersOf = (node: PDFDict | undefined, seen = new Set<PDFDict>()): [number, PDFObject][] => {
  if (!node || seen.has(node)) return []
  seen.add(node)
  const nums = node.lookupMaybe(name('Nums'), PDFArray)
  const own: [number, PDFObject][] = []
  for (let i = 0, size = nums?.size() ?? 0; i + 1 < size; i += 2) {
    const key = nums?.lookup(i)
    const value = nums?.get(i + 1)
    if (key instanceof PDFNumber && value) own.push([key.asNumber(), value])
  }
  const kids = node.lookupMaybe(name('Kids'), PDFArray)
  const below = Array.from({ length: kids?.size() ?? 0 }, (_, i) => numbersOf(kids?.lookupMaybe(i, PDFDict), seen))
  return [...own, ...below.flat()]
}

/** Makes ready to hang other trees into a document's own. Typst's documents always have one. */
export const trunkOf = (context: PDFContext, root: PDFDict): Trunk => {
  const pairs = numbersOf(root.lookupMaybe(name('ParentTree'), PDFDict))
  const numbers = context.obj(pairs.flatMap(([key, value]) => [PDFNumber.of(key), value]))
  root.set(name('ParentTree'), context.register(context.obj({ Nums: numbers })))
  const kids = root.get(name('K'))
  const first = kids instanceof PDFRef ? kids : root.lookupMaybe(name('K'), PDFArray)?.get(0)
  if (!(first instanceof PDFRef)) throw new Error('the document has no structure')
  return { root, top: first, numbers, next: Math.max(-1, ...pairs.map(([key]) => key)) + 1 }
}

const addKid = (context: PDFContext, parent: PDFDict, kid: PDFObject): void => {
  const kids = parent.lookup(name('K'))
  if (kids instanceof PDFArray) kids.push(kid)
  else parent.set(name('K'), context.obj([...(kids ? [parent.get(name('K')) as PDFObject] : []), kid]))
}

/** A part of the whole for one attached file, titled as it is in the index. */
const newPart = (context: PDFContext, trunk: Trunk, title: string): PDFRef => {
  const part = context.register(context.obj({ Type: 'StructElem', S: 'Part', P: trunk.top, T: PDFHexString.fromText(title) }))
  addKid(context, context.lookup(trunk.top, PDFDict), part)
  return part
}

/** What a role of the file's own stands for among the standard ones (PDF 1.7, 14.7.3). */
const standardRole = (role: PDFName, roles: PDFDict | undefined): PDFName => {
  let found = role
  for (let i = 0; i < 10; i++) {
    const next = roles?.lookup(found)
    if (!(next instanceof PDFName) || next === found) return found
    found = next
  }
  return found
}

/**
 * Hangs the structure tree of a file, copied as `rootRef`, into the trunk as a part of its own. `copied` are all objects that came with
 * the file: their keys into the parent tree are moved beyond those in use, and roles of its own become standard ones.
 */
export const hangTree = (context: PDFContext, trunk: Trunk, rootRef: PDFRef, copied: readonly PDFObject[], title: string): void => {
  const root = context.lookup(rootRef, PDFDict)
  const roles = root.lookupMaybe(name('RoleMap'), PDFDict)
  const part = newPart(context, trunk, title)
  const kids = root.lookup(name('K'))
  const refs = kids instanceof PDFArray ? kids.asArray() : [root.get(name('K'))]
  for (const ref of refs) {
    const kid = ref && context.lookup(ref)
    if (!(ref instanceof PDFRef) || !(kid instanceof PDFDict)) continue
    kid.set(name('P'), part)
    addKid(context, context.lookup(part, PDFDict), ref)
  }
  for (const object of copied) {
    const dict = dictOf(object)
    if (!dict) continue
    for (const key of ['StructParents', 'StructParent']) {
      const at = dict.get(name(key))
      if (at instanceof PDFNumber) dict.set(name(key), PDFNumber.of(at.asNumber() + trunk.next))
    }
    const role = dict.get(name('S'))
    if (dict.has(name('P')) && role instanceof PDFName) dict.set(name('S'), standardRole(role, roles))
  }
  const pairs = numbersOf(root.lookupMaybe(name('ParentTree'), PDFDict))
  for (const [key, value] of pairs.toSorted((a, b) => a[0] - b[0])) {
    trunk.numbers.push(PDFNumber.of(key + trunk.next))
    trunk.numbers.push(value)
  }
  trunk.next += Math.max(-1, ...pairs.map(([key]) => key)) + 1
  context.delete(rootRef)
}

/** A page without structure is read in the order in which it was drawn: all of it becomes one paragraph of the file's part. */
export const hangPages = (context: PDFContext, trunk: Trunk, pages: readonly PDFRef[], title: string): void => {
  const part = newPart(context, trunk, title)
  const begin = context.register(context.stream('/P <</MCID 0>> BDC\nq\n'))
  const end = context.register(context.stream('\nQ\nEMC\n'))
  for (const ref of pages) {
    const page = context.lookup(ref, PDFDict)
    const contents = page.lookup(name('Contents'))
    const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [page.get(name('Contents')) as PDFObject] : []
    page.set(name('Contents'), context.obj([begin, ...streams, end]))
    const element = context.register(context.obj({ Type: 'StructElem', S: 'P', P: part, Pg: ref, K: 0 }))
    addKid(context, context.lookup(part, PDFDict), element)
    page.set(name('StructParents'), PDFNumber.of(trunk.next))
    trunk.numbers.push(PDFNumber.of(trunk.next))
    trunk.numbers.push(context.obj([element]))
    trunk.next += 1
  }
}
