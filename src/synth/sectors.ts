import type { Sector } from './sector.ts'
import { careSectors } from './sectors-care.ts'
import { commonSectors } from './sectors-common.ts'
import { placeSectors } from './sectors-place.ts'
import { schoolSectors } from './sectors-school.ts'

/** The sectors of a municipality; the smallest has the basic ones. */
export const sectorsOf = ({ few }: { readonly few: boolean }): readonly Sector[] =>
  [...schoolSectors, ...careSectors, ...placeSectors, ...commonSectors].filter((sector) => !few || sector.basic)
