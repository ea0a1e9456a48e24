import { allDefinitions } from './index.ts'

/** The day on which a central pot lapses: of a frame, which is in no register. */
export const potLapses = 'pot'

/**
 * Dates that pass by themselves (a payment, the last day of notice, the last of a pot), as `register/kind`: over when they have passed, and late for
 * nobody. Things in no register have an empty one, so that one comparison in SQL does: `coalesce(register, '') || '/' || kind`.
 */
export const passing: readonly string[] = [
  ...allDefinitions.flatMap((d) => d.deadlines.filter((x) => !x.metBy?.length).map((x) => `${d.name}/${x.kind}`)),
  `/${potLapses}`,
]
