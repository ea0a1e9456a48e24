import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib'

const textOf = (object: PDFObject | undefined): string | null =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : object instanceof PDFName ? object.decodeText() : null

/** Walks a name tree to its pairs (PDF 1.7, 7.9.6), each branch once: a tree may lead back to itself, by several ways at each step. */
const pairs = (node: PDFDict | undefined, found: Map<string, PDFObject>, seen = new Set<PDFDict>()): void => {
  if (!node || seen.has(node)) return
  seen.add(node)
  const names = node.lookupMaybe(PDFName.of('Names'), PDFArray)
  for (let i = 0, size = names?.size() ?? 0; i + 1 < size; i += 2) {
    const name = textOf(names?.lookup(i))
    const value = names?.lookup(i + 1)
    if (name !== null && value) found.set(name, value)
  }
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
  for (let i = 0, size = kids?.size() ?? 0; i < size; i++) pairs(kids?.lookupMaybe(i, PDFDict), found, seen)
}

const targetOf = (value: PDFObject | undefined): PDFArray | undefined =>
  value instanceof PDFArray ? value : value instanceof PDFDict ? value.lookupMaybe(PDFName.of('D'), PDFArray) : undefined

/**
 * Puts the place itself where a document names one: in annotations, outline and actions. Names of several documents may clash in one
 * file, places cannot.
 */
export const resolveNames = (document: PDFDocument): void => {
  const { catalog, context } = document
  const found = new Map<string, PDFObject>()
  pairs(catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.lookupMaybe(PDFName.of('Dests'), PDFDict), found)
  for (const [name, value] of catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.entries() ?? []) found.set(name.decodeText(), context.lookup(value) ?? value)
  for (const [, object] of context.enumerateIndirectObjects()) if (object instanceof PDFDict) resolveIn(object, found)
}

const resolveIn = (dict: PDFDict, found: ReadonlyMap<string, PDFObject>, depth = 0): void => {
  if (depth > 3) return
  const goes = dict.lookup(PDFName.of('S')) === PDFName.of('GoTo')
  for (const key of [PDFName.of('Dest'), ...(goes ? [PDFName.of('D')] : [])]) {
    const name = textOf(dict.lookup(key))
    if (name === null) continue
    const target = targetOf(found.get(name))
    if (target) dict.set(key, target)
    else dict.delete(key)
  }
  const action = dict.get(PDFName.of('A'))
  if (action instanceof PDFDict) resolveIn(action, found, depth + 1)
}
