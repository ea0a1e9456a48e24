import { createHash } from 'node:crypto'
import { addDays, type Day, weekday } from '../kernel/day.ts'
import type { Ids } from '../kernel/identity.ts'

/** Chance that gives the same answers for the same seed and key, on every machine. */
export interface Chance {
  /** 0 ≤ n < 1. */
  next(): number
  /** A whole number from `from` to `to`, both with. */
  whole(from: number, to: number): number
  /** True with the probability `p`. */
  happens(p: number): boolean
  pick<T>(of: readonly T[]): T
  /** Some of them, each once, in their order. */
  some<T>(of: readonly T[], count: number): T[]
  /** One of them, as often as its weight says. */
  weighted<T>(of: readonly (readonly [T, number])[]): T
}

const bytesOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Chance of its own for a key: what one part of the municipality draws changes nothing for another. The generator is sfc32. */
export const chanceOf = (seed: number, key: string): Chance => {
  const start = bytesOf(`genomslag synth ${seed} ${key}`)
  let [a, b, c, d] = [start.readUInt32LE(0), start.readUInt32LE(4), start.readUInt32LE(8), 1]
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 12; i++) next()
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(of: readonly T[]): T => of[whole(0, of.length - 1)] as T
  return {
    next,
    whole,
    happens: (p) => next() < p,
    pick,
    some: (of, count) => {
      const places = new Set<number>()
      while (places.size < Math.min(count, of.length)) places.add(whole(0, of.length - 1))
      return of.filter((_, place) => places.has(place))
    },
    weighted: (of) => {
      let left = next() * of.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [thing, weight] of of) {
        left -= weight
        if (left < 0) return thing
      }
      return (of.at(-1) as (typeof of)[number])[0]
    },
  }
}

/**
 * Identities of one step of the making: the same for the same seed, key and day, whatever else is made and in whatever order.
 * Ordered by day like those of the program (UUID version 7), so that rows of one time lie together.
 */
export const idsOf = (seed: number, key: string, on: Day): Ids => {
  let n = 0
  return {
    next: () => {
      const bytes = bytesOf(`genomslag synth ${seed} id ${key} ${n}`).subarray(0, 16)
      bytes.writeUIntBE(Date.parse(`${on}T06:00:00Z`) + Math.min(n, 40_000_000), 0, 6)
      n += 1
      bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70
      bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
      const hex = bytes.toString('hex')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    },
  }
}

/** The day itself, or the Monday after it when offices are closed. */
export const workday = (on: Day): Day => (weekday(on) > 5 ? addDays(on, 8 - weekday(on)) : on)
