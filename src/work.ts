import type { Turn, Work } from './jobs/job.ts'
import { passDays } from './registers/pass-deadlines.ts'

/** What comes back by itself: each hour, night or morning. */
const turns: readonly Turn[] = [passDays]

/** All work that this house does for later. A new kind of work takes its place here, and is then run by every process that serves. */
export const work: Work = { jobs: turns.map((turn) => turn.job), turns }
