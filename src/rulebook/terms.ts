import { type Day, day, yearOf } from '../kernel/day.ts'

/** A term of elected posts: from its first day to the first day after it. */
export interface Term {
  readonly from: Day
  readonly to: Day
}

const ordinaryElection = (year: number): boolean => year % 4 === 2

/** The latest ordinary election whose term has begun on the day. */
const electionBefore = (on: Day, startsIn: (election: number) => Day): number => {
  let year = yearOf(on)
  while (!ordinaryElection(year) || startsIn(year) > on) year -= 1
  return year
}

const councilStart = (election: number): Day => day(`${election}-10-15`)
const boardStart = (election: number): Day => day(`${election + 1}-01-01`)

/** The council's term that a day lies in: four years from 15 October of the election year. KL 5:9. As the law has stood since the election of 2014. */
export const councilTerm = (on: Day): Term => {
  const election = electionBefore(on, councilStart)
  return { from: councilStart(election), to: councilStart(election + 4) }
}

/**
 * The executive board's term that a day lies in: four years from 1 January of the year after the election. KL 6:18.
 * The council may let it begin at the meeting that elects it, and sets the terms of other boards itself (KL 6:19); neither is known here.
 */
export const boardTerm = (on: Day): Term => {
  const election = electionBefore(on, boardStart)
  return { from: boardStart(election), to: boardStart(election + 4) }
}

/** The term of posts elected to a body of this kind, or null where no law gives one. */
export const termOf = (kind: string, on: Day): Term | null => {
  if (kind === 'council') return councilTerm(on)
  return kind === 'executive_board' || kind === 'board' || kind === 'committee' ? boardTerm(on) : null
}

/** Is the term one that the law sets (council KL 5:9, executive board KL 6:18), so that nothing may go beyond it? Other boards' is the usual one. */
export const termIsFixed = (kind: string): boolean => kind === 'council' || kind === 'executive_board'
