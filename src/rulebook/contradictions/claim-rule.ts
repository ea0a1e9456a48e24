import { comparison, extreme, target } from './claim-compared.ts'
import { change, share } from './claim-growth.ts'
import { each, type Judgement, name, pairs } from './claim-judgement.ts'
import { claimWords } from './claim-words.ts'
import { statementPlace } from './facts.ts'
import type { Draft, Found } from './finding.ts'
import type { DocumentInput, Relation, StatementInput } from './material.ts'
import { type Atlas, ownPointer, pointAt, type Target } from './point.ts'
import { readPrinted } from './printed.ts'

const judge = (statement: StatementInput, document: DocumentInput, atlas: Atlas): Judgement => {
  const at = (pointer: StatementInput['a']): readonly Target[] => pointAt(atlas, document.id, pointer, statement)
  const printed = readPrinted(statement.value, statement.unit, statement)
  if (statement.claim === 'change')
    return printed.state === 'value' ? each(pairs(at(statement.from), at(statement.to)), (a, b) => change(statement, printed, a, b)) : 'unchecked'
  if (statement.claim === 'share')
    return printed.state === 'value' ? each(pairs(at(statement.part), at(statement.whole)), (a, b) => share(statement, printed, a, b)) : 'unchecked'
  if (statement.claim === 'comparison')
    return statement.relation
      ? each(pairs(at(statement.a), at(statement.b)), (a, b) => comparison(statement, statement.relation as Relation, a, b))
      : 'unchecked'
  if (statement.claim === 'target') return target(statement, at(statement.of ?? ownPointer(statement, statement.period)))
  return extreme(statement, atlas)
}

/** Claims in words that the printed numbers contradict: growth, share, more and less, target, highest since. */
export const claimRule = (documents: readonly DocumentInput[], atlas: Atlas): Found => {
  const findings: Draft[] = []
  const notes: Found['notes'][number][] = []
  for (const document of documents) {
    for (const [at, statement] of (document.statements ?? []).entries()) {
      if ((statement.claim ?? 'value') === 'value') continue
      const judgement = judge(statement, document, atlas)
      const own = { place: statementPlace(document, statement), key: `${document.id}/statement/${at}` }
      if (judgement === 'holds') continue
      if (judgement === 'unchecked') {
        notes.push({ place: own.place, text: claimWords.unchecked(name(statement)) })
        continue
      }
      const cells = [own, ...judgement.cells]
      findings.push({
        rule: 'claim',
        sureness: judgement.ask ? 'ask' : 'contradiction',
        cells: cells.map(({ place }) => place),
        keys: cells.map(({ key }) => key),
        printed: judgement.printed,
        computed: judgement.computed,
        difference: judgement.difference,
        unit: judgement.unit.text,
        text: judgement.text,
        root: judgement.root,
      })
    }
  }
  return { findings, notes }
}
