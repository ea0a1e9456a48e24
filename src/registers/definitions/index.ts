import type { AnyDefinition } from '../define.ts'
import { agreement } from './agreement.ts'
import { assignment } from './assignment.ts'
import { bill } from './bill.ts'
import { citizenProposal } from './citizen-proposal.ts'
import { citizensInitiative } from './citizens-initiative.ts'
import { councilQuestion } from './council-question.ts'
import { decisionType } from './decision-type.ts'
import { governingDocument } from './governing-document.ts'
import { interpellation } from './interpellation.ts'

/** Every process of the municipality. A new one is its own file and its line here. */
export const definitions = {
  assignment,
  'governing-document': governingDocument,
  agreement,
  'decision-type': decisionType,
  bill,
  interpellation,
  'council-question': councilQuestion,
  'citizen-proposal': citizenProposal,
  'citizens-initiative': citizensInitiative,
} as const

/** Kinds of clause that registers declare; enactments cover them by the definitions themselves. */
export type RegisterClauseKind = { [N in keyof typeof definitions]: keyof (typeof definitions)[N]['clauses'] }[keyof typeof definitions] & string

const byName: Readonly<Record<string, AnyDefinition>> = definitions
const byPath = new Map(Object.values(byName).map((d) => [d.path, d]))

/** The definitions in the order they are listed. */
export const allDefinitions: readonly AnyDefinition[] = Object.values(byName)
/** The definition of a register's name, or undefined. */
export const definitionOf = (name: string): AnyDefinition | undefined => (Object.hasOwn(byName, name) ? byName[name] : undefined)
/** The definition at an address, or undefined. */
export const definitionAt = (path: string): AnyDefinition | undefined => byPath.get(path)
