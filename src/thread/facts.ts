import type { Amount } from '../kernel/amount.ts'
import type { Day } from '../kernel/day.ts'
import type { Period } from '../kernel/period.ts'
import type { Text } from '../kernel/text.ts'
import type { EntryData } from '../registers/define.ts'
import type { ReportKind, Stance } from '../reports/report.ts'
import type { Judgement, Outcome } from '../rulebook/light.ts'
import type { Notation } from '../rulebook/notation.ts'

/** What the stations tell of each kind of thing, as it was on the thread's day. Maps are by thing id unless said otherwise. */
export interface Facts {
  readonly cases: ReadonlyMap<string, CaseFact>
  readonly documents: ReadonlyMap<string, DocumentFact>
  readonly decisions: ReadonlyMap<string, DecisionFact>
  readonly clauses: ReadonlyMap<string, ClauseFact>
  /** By decision. */
  readonly dispatches: ReadonlyMap<string, readonly DispatchFact[]>
  readonly entries: ReadonlyMap<string, EntryFact>
  readonly reports: ReadonlyMap<string, ReportFact>
  /** Documents of each case, counted also where the walk did not reach them. */
  readonly preparations: ReadonlyMap<string, number>
  /** By thing. */
  readonly deadlines: ReadonlyMap<string, readonly DeadlineFact[]>
  readonly goals: ReadonlyMap<string, GoalFact>
  readonly targets: ReadonlyMap<string, TargetFact>
  readonly frames: ReadonlyMap<string, FrameFact>
  readonly series: ReadonlyMap<string, SeriesFact>
}

export interface CaseFact {
  readonly closed: Day | null
}

export interface DocumentFact {
  readonly caseId: string
  readonly kind: 'board_paper' | 'official_opinion' | 'report' | 'annex' | 'minutes_extract' | 'statement' | 'agreement'
}

export interface DecisionFact {
  readonly bodyId: string
  readonly caseId: string | null
  /** The post that decided, where a body did not. */
  readonly post: Text | null
  readonly paragraph: string
  readonly adjusted: Day | null
}

export interface ClauseFact {
  readonly decisionId: string
  readonly no: number
  readonly kind: string
  readonly text: string
}

export interface DispatchFact {
  readonly id: string
  readonly receiverId: string
  readonly demandsAction: boolean
  readonly sent: Day
  readonly received: Day | null
  readonly caseId: string | null
}

export interface EntryFact {
  readonly register: string
  readonly state: string
  /** The day it came into its state. */
  readonly since: Day
  readonly data: EntryData
  readonly ownerId: string | null
  readonly responsible: Text | null
  readonly parentId: string | null
  /** Why no measure of effect is needed, where somebody has noted it. */
  readonly noMeasure: string | null
}

export interface ReportFact {
  readonly subjectId: string
  readonly kind: ReportKind
  readonly stance: Stance
  readonly period: Period | null
  readonly text: string
  readonly post: Text | null
  readonly state: 'handed_in' | 'approved' | 'sent_back'
  readonly continuation: readonly ContinuationFact[]
}

export interface ContinuationFact {
  readonly what: string
  readonly nodeId: string | null
  readonly post: Text | null
  readonly due: Day | null
  readonly dropped: boolean
  readonly doneOn: Day | null
}

export interface DeadlineFact {
  readonly kind: string
  readonly label: Text
  readonly due: Day
  readonly doneOn: Day | null
  readonly askedBy: string | null
}

export interface GoalFact {
  readonly area: string | null
  readonly text: string
}

export interface TargetFact {
  readonly seriesId: string
  readonly goalId: string | null
  readonly nodeId: string
  readonly period: Period
  readonly rule: 'at_least' | 'at_most' | 'increase' | 'decrease' | 'hold'
  readonly value: number | null
}

export interface FrameFact {
  readonly nodeId: string
  readonly period: Period
  readonly amount: Amount
  readonly purpose: string
}

/** A series as it stood on the day, judged as its own page judges it. */
export interface SeriesFact {
  readonly slug: string
  readonly name: Text
  readonly unit: Text
  readonly notation: Notation
  /** The latest outcome that has a value; null when none has. */
  readonly outcome: Outcome | null
  readonly judged: Judgement
  readonly target: Pick<TargetFact, 'rule' | 'period' | 'value'> | null
}
