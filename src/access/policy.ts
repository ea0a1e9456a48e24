/** The policy is a rule like the others and stands in the rulebook, so that rooms left of this one can ask it too. */
export { may, type PolicyAct, type Subject } from '../rulebook/policy.ts'
