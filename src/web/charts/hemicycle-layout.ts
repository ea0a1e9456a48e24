/** Where a seat is drawn: centre in the picture's units, and its angle from the left end of the half circle, in radians. */
export interface SeatPlace {
  readonly x: number
  readonly y: number
  readonly angle: number
}

export interface HemicycleLayout {
  readonly width: number
  readonly height: number
  readonly radius: number
  /** In order from left to right, as the seats are given: parties lie together as sectors. */
  readonly places: readonly SeatPlace[]
}

/**
 * Places so many seats in a half circle: as few rows as hold them, each with seats in proportion to its length, and all of them
 * ordered by angle so that those who stand together in the list sit together. Pure; from 1 seat and up.
 */
export const hemicycleLayout = (seats: number, width = 360): HemicycleLayout => {
  const rows = seats <= 9 ? 1 : seats <= 25 ? 2 : seats <= 45 ? 3 : seats <= 65 ? 4 : 5
  const outer = width / 2
  const inner = outer * (rows === 1 ? 0.62 : 0.42)
  const gap = rows === 1 ? outer - inner : (outer - inner) / (rows - 0.2)
  const radii = Array.from({ length: rows }, (_, i) => outer - gap / 2 - i * gap)
  const total = radii.reduce((sum, r) => sum + r, 0)
  const counts = radii.map((r) => Math.floor((seats * r) / total))
  for (let left = seats - counts.reduce((sum, n) => sum + n, 0), i = 0; left > 0; left--, i++) counts[i % rows] = (counts[i % rows] ?? 0) + 1
  const closest = Math.min(...radii.map((r, i) => (Math.PI * r) / Math.max(1, counts[i] ?? 1)))
  const radius = Math.min(gap * 0.42, closest * 0.44, 20)
  const centre = outer
  const places = radii
    .flatMap((r, i) => {
      const n = counts[i] ?? 0
      const edge = radius / r
      return Array.from({ length: n }, (_, k): SeatPlace => {
        const angle = n === 1 ? Math.PI / 2 : edge + ((Math.PI - 2 * edge) * k) / (n - 1)
        return { x: round(centre - r * Math.cos(angle)), y: round(centre - r * Math.sin(angle)), angle }
      })
    })
    .toSorted((a, b) => a.angle - b.angle || a.y - b.y)
  return { width, height: Math.ceil(outer + radius * 0.4), radius: round(radius), places }
}

const round = (n: number): number => Math.round(n * 10) / 10
