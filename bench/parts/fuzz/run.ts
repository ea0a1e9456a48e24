import { chanceOf } from './chance.ts'
import type { Became, Reader } from './readers.ts'

export interface FuzzCount {
  readonly reader: string
  readonly inputs: number
  readonly taken: number
  readonly refused: number
  /** What must never be, with the seed that gives it again. */
  readonly defects: readonly string[]
  /** Milliseconds of the slowest. */
  readonly slowest: number
}

/** Longer than this for an input of some kilobytes is a hang. */
const longest = 60_000
const mostDefects = 20

/** Tries so many inputs on a reader, one after the other, each by a seed of its own. */
export const fuzz = async (reader: Reader, inputs: number, firstSeed: number, progress: (done: number) => void = () => {}): Promise<FuzzCount> => {
  let [taken, refused, slowest] = [0, 0, 0]
  const defects: string[] = []
  for (let seed = firstSeed; seed < firstSeed + inputs && defects.length < mostDefects; seed++) {
    const began = performance.now()
    try {
      const became = await reader.attempt(chanceOf(seed))
      if (became === 'taken') taken++
      else {
        refused++
        const wrong = unplain(became)
        if (wrong) defects.push(`seed ${seed}: ${wrong}`)
      }
    } catch (error) {
      defects.push(`seed ${seed}: ${(error as Error).stack?.split('\n').slice(0, 3).join(' | ') ?? String(error)}`)
    }
    const took = performance.now() - began
    slowest = Math.max(slowest, took)
    if (took > longest) defects.push(`seed ${seed}: took ${Math.round(took)} ms`)
    if ((seed - firstSeed) % 5000 === 0) progress(seed - firstSeed)
  }
  return { reader: reader.name, inputs, taken, refused, defects, slowest }
}

/** A refusal has a code and says in both languages why. */
const unplain = (became: Exclude<Became, 'taken'>): string | null => {
  if (became.length === 0) return 'refused without a reason'
  const bad = became.find(({ code, text }) => code === '' || text.sv.trim() === '' || text.en.trim() === '' || /undefined|\[object/.test(text.sv.slice(0, 60)))
  return bad ? `not plain: ${JSON.stringify(bad).slice(0, 200)}` : null
}
