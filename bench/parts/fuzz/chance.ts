/** Chance that can be repeated: the same seed gives the same. */
export interface Chance {
  /** A whole number from 0, below. */
  below(n: number): number
  pick<T>(of: readonly T[]): T
  /** Once in so many times. */
  once(times: number): boolean
}

/** Mulberry32, by its published constants. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, pick: (of) => of[below(of.length)] as (typeof of)[number], once: (times) => below(times) === 0 }
}
