/** How large a municipality is made. */
export interface Size {
  readonly name: SizeName
  readonly staff: number
  /** Units below the departments, with areas. */
  readonly units: number
  readonly voters: number
  readonly councilSeats: number
  readonly boardSeats: number
  /** Matters a board opens in a year. */
  readonly matters: number
  /** Only the sectors that even the smallest has. */
  readonly few: boolean
}

export const sizeNames = ['liten', 'borås', 'göteborg'] as const
export type SizeName = (typeof sizeNames)[number]

export const sizes: Readonly<Record<SizeName, Size>> = {
  liten: { name: 'liten', staff: 300, units: 34, voters: 6_400, councilSeats: 31, boardSeats: 7, matters: 5, few: true },
  borås: { name: 'borås', staff: 10_300, units: 450, voters: 86_000, councilSeats: 73, boardSeats: 11, matters: 13, few: false },
  göteborg: { name: 'göteborg', staff: 59_500, units: 4_900, voters: 448_000, councilSeats: 81, boardSeats: 13, matters: 26, few: false },
}
