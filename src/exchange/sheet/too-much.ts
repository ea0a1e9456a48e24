/** A file that holds more than any list of ours: it is not read to its end. */
export class TooMuch extends Error {}

/** What a list may hold at most. Who writes more has another errand, and would fill the memory with it. */
export const most = {
  rows: 200_000,
  columns: 256,
  /** With something in them, and with the empty ones before them in their rows. */
  cells: 6_000_000,
  places: 20_000_000,
  /** Of all cells together, counted as often as they stand there. */
  characters: 300_000_000,
  /** Of a row with all its cells, and of the parts of a workbook beside its lists. */
  piece: 20_000_000,
} as const

/** Counts what has been read, and throws TooMuch where it is more than a list may hold. */
export const counting = (): { row(): void; cell(characters: number): void; places(n: number): void } => {
  let [rows, cells, characters, places] = [0, 0, 0, 0]
  return {
    row: () => {
      if (++rows > most.rows) throw new TooMuch()
    },
    places: (n) => {
      places += n
      if (places > most.places) throw new TooMuch()
    },
    cell: (length) => {
      characters += length
      if (++cells > most.cells || characters > most.characters) throw new TooMuch()
    },
  }
}

/**
 * Texts as their own, each kept once: what is cut out of a longer text holds on to the whole of it, and so a list would hold on to the
 * file that it was read from.
 */
export const ownTexts = (): ((text: string) => string) => {
  const known = new Map<string, string>()
  return (text) => {
    // So short ones are copied by the machine itself.
    if (text.length < 13) return text
    const there = known.get(text)
    if (there !== undefined) return there
    const own = Buffer.from(text).toString()
    if (known.size < mostKnown) known.set(own, own)
    return own
  }
}

const mostKnown = 100_000
