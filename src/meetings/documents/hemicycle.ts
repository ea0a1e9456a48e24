/** How many seats of each kind there are. */
export interface Seats {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly absent: number
}

const [width, height, middle] = [420, 220, 210]
const inner = 84

/** How many rows a half circle of so many seats has, and how many seats in each: longer rows hold more. */
const rowsOf = (seats: number): readonly number[] => {
  const rows = Math.max(1, Math.min(8, Math.round(Math.sqrt(seats / 4.5))))
  const radii = Array.from({ length: rows }, (_, i) => radiusOf(i, rows))
  const all = radii.reduce((a, b) => a + b, 0)
  const counts = radii.map((r) => Math.floor((seats * r) / all))
  for (let i = rows - 1, left = seats - counts.reduce((a, b) => a + b, 0); left > 0; i = (i - 1 + rows) % rows, left--) counts[i] = (counts[i] ?? 0) + 1
  return counts
}
const radiusOf = (row: number, rows: number): number => (rows === 1 ? 150 : inner + (row * (192 - inner)) / (rows - 1))

const shapes: Record<keyof Seats, (x: string, y: string, r: number) => string> = {
  yes: (x, y, r) => `<circle cx="${x}" cy="${y}" r="${r}" fill="#17212b"/>`,
  no: (x, y, r) => `<circle cx="${x}" cy="${y}" r="${(r - 0.8).toFixed(1)}" fill="#ffffff" stroke="#c0152b" stroke-width="2"/>`,
  abstain: (x, y, r) =>
    `<rect x="${(Number(x) - r * 0.8).toFixed(1)}" y="${(Number(y) - 1.3).toFixed(1)}" width="${(r * 1.6).toFixed(1)}" height="2.6" fill="#46525c"/>`,
  absent: (x, y) => `<circle cx="${x}" cy="${y}" r="1.4" fill="#98a2a9"/>`,
}

/**
 * The half circle of a vote: yes from the left as filled discs, then abstentions as bars and the absent as points, no to the right as
 * rings; told apart by shape as by colour. Attributes only, no text: what it says stands in its alternative. Pure.
 */
export const hemicycle = (seats: Seats): string => {
  const order = (['yes', 'abstain', 'absent', 'no'] as const).flatMap((kind) => Array.from({ length: seats[kind] }, () => kind))
  const counts = rowsOf(order.length)
  const apart = counts.length === 1 ? 60 : (192 - inner) / (counts.length - 1)
  const r = Math.min(13, apart / 2.3, (Math.PI * radiusOf(0, counts.length)) / Math.max(6, (counts[0] ?? 1) * 2.3))
  const places = counts
    .flatMap((count, row) =>
      Array.from({ length: count }, (_, i) => {
        const angle = count === 1 ? Math.PI / 2 : Math.PI * (1 - i / (count - 1))
        const radius = radiusOf(row, counts.length)
        return { angle, x: (middle + radius * Math.cos(angle)).toFixed(1), y: (height - 16 - radius * Math.sin(angle)).toFixed(1) }
      }),
    )
    .toSorted((a, b) => b.angle - a.angle)
  const drawn = places.map((place, i) => shapes[order[i] ?? 'absent'](place.x, place.y, Number(r.toFixed(1))))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${drawn.join('')}</svg>`
}
