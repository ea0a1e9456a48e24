import { bodySeatsRule, councilSizeRule, councilSubstitutesRule } from './council/size.ts'
import { internalControlRule, oversightRule } from './council/oversight.ts'
import { termRule } from './council/term.ts'
import { crisisBoardRule } from './delegation/crisis-board.ts'
import { delegationRule, urgentDecisionRule } from './delegation/grant.ts'
import { individualCaseRule } from './delegation/individual-case.ts'
import { delegationReportRule } from './delegation/report.ts'
import { socialDelegationRule } from './delegation/social.ts'
import { ballotOrderRule } from './election/ballot-order.ts'
import { constituenciesRule } from './election/constituencies.ts'
import { councilSeatsRule } from './election/council-seats.ts'
import { demandRule } from './election/demand.ts'
import { electionRule } from './election/election.ts'
import { eligibleRule } from './election/eligible.ts'
import { levellingRule } from './election/levelling.ts'
import { lotRule } from './election/lot.ts'
import { personalVotesRule } from './election/personal-votes.ts'
import { substituteOrderRule } from './election/substitute-order.ts'
import { vacancyRule } from './election/vacancy.ts'
import { wonTwiceRule } from './election/won-twice.ts'
import { boardConflictRule } from './meeting/board-conflict.ts'
import { conveningRule } from './meeting/convening.ts'
import { councilConflictRule } from './meeting/council-conflict.ts'
import { noticeTimeRule, summonsTimeRule } from './meeting/notice-time.ts'
import { opennessRule } from './meeting/openness.ts'
import { preparationRule, unannouncedItemRule } from './meeting/preparation.ts'
import { quorumRule } from './meeting/quorum.ts'
import { remoteRule } from './meeting/remote.ts'
import { servingRule } from './meeting/serving.ts'
import { adjustmentRule, announcementRule } from './minutes/adjustment.ts'
import { appealRule, legalForceRule } from './minutes/appeal.ts'
import { executionRule } from './minutes/execution.ts'
import { noticeBoardRule } from './minutes/notice-board.ts'
import { reviewRule } from './minutes/review.ts'
import { minutesCompleteRule } from './minutes/complete.ts'
import { interpellationRule } from './petitions/interpellation.ts'
import { motionClockRule } from './petitions/motion-clock.ts'
import { citizenProposalRule, initiativeRule, referendumRule } from './petitions/people.ts'
import type { Rule } from './rule.ts'
import { abstainingRule } from './voting/abstaining.ts'
import { proposalAdmissionRule } from './voting/admission.ts'
import { clauseByClauseRule } from './voting/clause-by-clause.ts'
import { majorityRule } from './voting/majority.ts'
import { moverConflictRule } from './voting/mover-conflict.ts'
import { postponementRule } from './voting/postponement.ts'
import { propositionsRule } from './voting/propositions.ts'
import { reservationRule } from './voting/reservation.ts'
import { wouldHaveVotedRule } from './voting/would-have-voted.ts'
import { tabledItemRule } from './voting/tabled-item.ts'
import { voteRule } from './voting/vote.ts'

/** Every rule that can be asked from outside, in the order of a meeting. */
export const rules: readonly Rule[] = [
  conveningRule,
  noticeTimeRule,
  summonsTimeRule,
  preparationRule,
  unannouncedItemRule,
  quorumRule,
  servingRule,
  remoteRule,
  opennessRule,
  councilConflictRule,
  boardConflictRule,
  proposalAdmissionRule,
  moverConflictRule,
  postponementRule,
  tabledItemRule,
  propositionsRule,
  clauseByClauseRule,
  voteRule,
  abstainingRule,
  majorityRule,
  reservationRule,
  wouldHaveVotedRule,
  eligibleRule,
  lotRule,
  demandRule,
  electionRule,
  substituteOrderRule,
  vacancyRule,
  councilSeatsRule,
  constituenciesRule,
  levellingRule,
  personalVotesRule,
  ballotOrderRule,
  wonTwiceRule,
  minutesCompleteRule,
  adjustmentRule,
  announcementRule,
  noticeBoardRule,
  appealRule,
  legalForceRule,
  reviewRule,
  executionRule,
  motionClockRule,
  interpellationRule,
  citizenProposalRule,
  initiativeRule,
  referendumRule,
  delegationRule,
  urgentDecisionRule,
  delegationReportRule,
  socialDelegationRule,
  individualCaseRule,
  crisisBoardRule,
  councilSizeRule,
  bodySeatsRule,
  councilSubstitutesRule,
  termRule,
  oversightRule,
  internalControlRule,
]
