import { PDFCrossRefStream, type PDFRef } from '@cantoo/pdf-lib'

interface Entry {
  readonly ref: PDFRef
}

/** Where an entry belongs among those there, which stand in the order of their numbers. */
const placeOf = (entries: readonly Entry[], number: number): number => {
  let [from, to] = [0, entries.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((entries[middle] as Entry).ref.objectNumber > number) to = middle
    else from = middle + 1
  }
  return from
}

/**
 * Lets the table of a file's objects be written in a time that grows with them: pdf-lib looks through all entries for each new one's place,
 * which of a bundle's hundred thousand objects takes longer than everything else. The entries are the same, in the same order.
 */
export const appendQuickly = (): void => {
  Object.defineProperty(PDFCrossRefStream.prototype, 'appendEntry', {
    value(this: { readonly entries: Entry[] }, entry: Entry): void {
      this.entries.splice(placeOf(this.entries, entry.ref.objectNumber), 0, entry)
    },
    writable: true,
    configurable: true,
  })
}
