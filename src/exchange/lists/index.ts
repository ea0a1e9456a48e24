import type { ListOut } from '../list.ts'
import { caseList } from './cases.ts'
import { decisionList, dispatchList } from './decisions.ts'
import { goalList, seriesList } from './figures.ts'
import { peopleList, reportList } from './people.ts'
import { registerList } from './register.ts'

/** Every list that can be taken out. */
export const lists: readonly ListOut[] = [registerList, caseList, decisionList, dispatchList, seriesList, goalList, reportList, peopleList]
