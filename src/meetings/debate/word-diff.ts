/** A run of words that stays, comes or goes. */
export interface DiffRun {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Words, spaces and marks; a number with spaces between its thousands is one word. */
const wordsOf = (text: string): readonly string[] => text.match(/\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []

/** So long texts are not compared word by word: one is shown gone and the other come. */
const longest = 3000

/**
 * How one text becomes another, word by word, by their longest common run of words. Joined, the runs that stay and go give the old
 * text, and those that stay and come the new one.
 */
export const wordDiff = (before: string, after: string): readonly DiffRun[] => {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  if (a.length > longest || b.length > longest)
    return joined([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0)
  const runs: DiffRun[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ kind: 'same', text: a[i++] ?? '' })
      j++
    } else if (j >= b.length || (i < a.length && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)))
      runs.push({ kind: 'removed', text: a[i++] ?? '' })
    else runs.push({ kind: 'added', text: b[j++] ?? '' })
  }
  return joined(runs)
}

/** Runs of one kind put together; between two changes a lone space does not count as kept. */
const joined = (runs: readonly DiffRun[]): readonly DiffRun[] =>
  runs.reduce<DiffRun[]>((all, run) => {
    const last = all.at(-1)
    if (run.text === '') return all
    if (last?.kind === run.kind) all[all.length - 1] = { kind: run.kind, text: last.text + run.text }
    else all.push(run)
    return all
  }, [])
