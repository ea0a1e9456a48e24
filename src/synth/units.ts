import type { Day } from '../kernel/day.ts'
import { placeName, points } from './names.ts'
import type { SectorPlace } from './organisation.ts'
import { chanceOf } from './random.ts'
import type { Size } from './size.ts'
import type { Sketch } from './sketch.ts'

const unitsOfArea = 13

/** A short name for a unit, for columns: the place, cut to what fits. */
export const shortOf = (place: string): string => place.slice(0, 12)

/** Makes each sector's areas and the units under them, on the first day. */
export const makeUnits = (seed: number, size: Size, sketch: Sketch, places: readonly SectorPlace[], from: Day): void => {
  const all = places.reduce((sum, { sector }) => sum + sector.units, 0)
  for (const { sector, departments, areas, units } of places) {
    const chance = chanceOf(seed, `units ${sector.key}`)
    const count = Math.max(2, Math.round((size.units * sector.units) / all))
    const areaCount = Math.max(1, Math.round(count / (unitsOfArea + 1)))
    const department = departments[0]?.id as string
    for (let i = 0; i < areaCount; i++) {
      const where = areaCount <= points.length ? (points[i] as string) : placeName(chance)
      const name = { sv: `${sector.area.sv} ${where}`, en: `${sector.area.en} ${where}` }
      areas.push(sketch.create(`${sector.key}/area/${i}`, { kind: 'unit', name, short: shortOf(where), seats: null, parentId: department, on: from }))
    }
    for (let i = 0; i < count - areaCount; i++) {
      const place = placeName(chance)
      const parentId = areas[i % areaCount] as string
      units.add(sketch.create(`${sector.key}/unit/${i}`, { kind: 'unit', name: sector.unit(place), short: shortOf(place), seats: null, parentId, on: from }))
    }
  }
}
