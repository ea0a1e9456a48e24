import { summed } from './combine.ts'
import type { Draft, Sureness } from './finding.ts'
import { type Axis, families, type Line } from './grid.ts'
import { below, type Interval, times } from './interval.ts'
import { axisPlace, differenceIn, lineName, toldPrinted } from './place.ts'
import type { Printed } from './printed.ts'
import { sentences } from './sentences.ts'

type Value = Extract<Printed, { state: 'value' }>

/** Amounts that may hold both signs within: a part of a result may honestly be larger than the result. */
const balances = /resultat|netto|eget kapital|kassaflöde|avvikelse|förändring|överskott|underskott|saldo|result|equity|balance/i

const beyond = (whole: Interval, part: Interval): boolean =>
  whole.mid < 0 && part.mid < 0 ? below(times(whole, -1), times(part, -1)) : part.mid > 0 && whole.mid >= 0 && below(whole, part)

/** A count can be no more than what it is counted among; money can where other parts go the other way. */
const surenessOf = (line: Line, whole: Line, part: Value): Sureness => {
  if (part.unit.count !== null) return line.guessed ? 'contradiction' : 'error'
  if (whole.role === 'net' || whole.role === 'change' || balances.test(whole.label)) return 'ask'
  return part.unit.dimension === 'kr' || whole.role === 'cost' || whole.role === 'income' ? 'contradiction' : 'ask'
}

/** 'Varav' lines are at most what they are part of. */
export const ofWhich = (axis: Axis): readonly Draft[] =>
  families(axis).flatMap((family) => {
    let above: Line | undefined
    return family.flatMap((line) => {
      if (line.role !== 'of-which') {
        above = line
        return []
      }
      const whole = above ?? (line.family === '' ? undefined : axis.lines.find((other) => other.children.includes(line)))
      if (!whole) return []
      return summed(axis).flatMap((crossing): readonly Draft[] => {
        const [part, all] = [axis.at(line, crossing), axis.at(whole, crossing)]
        if (part.state !== 'value' || all.state !== 'value' || part.unit.dimension !== all.unit.dimension || !part.unit.additive || crossing.role === 'change')
          return []
        if (!beyond(all.value, part.value)) return []
        const places = [axisPlace(axis, line, crossing), axisPlace(axis, whole, crossing)]
        const [printed, computed] = [toldPrinted(part), toldPrinted(all)]
        return [
          {
            rule: 'sum',
            sureness: surenessOf(line, whole, part),
            cells: places.map(({ place }) => place),
            keys: places.map(({ key }) => key),
            printed,
            computed,
            difference: differenceIn(part.value, all.value, part.unit),
            unit: part.unit.text,
            text: sentences.ofWhich(lineName(line), lineName(whole), lineName(crossing), printed.text, computed.text),
            root: null,
          },
        ]
      })
    })
  })
