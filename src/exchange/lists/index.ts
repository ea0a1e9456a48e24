import type { ListOut } from '../list.ts'
import { accessLogList } from './access-log.ts'
import { caseList } from './cases.ts'
import { contradictionList } from './contradictions.ts'
import { decisionList, dispatchList } from './decisions.ts'
import { dueList } from './due.ts'
import { goalList, seriesList } from './figures.ts'
import { historyList } from './history.ts'
import { delegationList } from './mandates.ts'
import { meetingList } from './meetings.ts'
import { reorganisationList } from './organisation.ts'
import { outboxList } from './outbox.ts'
import { peopleList, reportList } from './people.ts'
import { petitionList } from './petitions.ts'
import { potList } from './pots.ts'
import { registerList } from './register.ts'
import { retentionList } from './retention.ts'

/** Every list that can be taken out. */
export const lists: readonly ListOut[] = [
  registerList,
  caseList,
  decisionList,
  dispatchList,
  seriesList,
  goalList,
  reportList,
  peopleList,
  dueList,
  historyList,
  petitionList,
  potList,
  delegationList,
  meetingList,
  contradictionList,
  reorganisationList,
  retentionList,
  accessLogList,
  outboxList,
]
