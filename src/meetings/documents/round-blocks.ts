import type { Block } from '../../documents/doc.ts'
import { callingOrder, countRound, type Round } from '../election/round.ts'
import { electionWords as words } from '../election/words.ts'
import type { ItemRecord } from '../record/record.ts'
import { people, teller, type Telling } from './telling.ts'

/** A proportional election as the minutes tell it: who demanded it, ballots and seats of each list, each seat with its comparative number, lots; no voter. */
export const roundBlocks = (telling: Telling, item: ItemRecord, round: Round): readonly Block[] => {
  const t = teller(telling)
  const counted = countRound(round)
  const members = item.rounds.find((r) => r.of === 'members')
  const calling = members && round.of === 'substitutes' ? callingOrder(members, round) : []
  return [
    { kind: 'heading', text: t(words.heading(round.of)) },
    { kind: 'paragraph', text: `${t(words.demanded(round.personIds.length, round.required, round.present))} ${people(telling, round.personIds)}.` },
    ...(counted
      ? [
          {
            kind: 'table' as const,
            caption: t(words.votes),
            columns: [
              { head: t(words.list), share: 3 },
              { head: t(words.votes), align: 'end' as const, share: 1 },
              { head: t(words.seatsWon), align: 'end' as const, share: 1 },
            ],
            rows: counted.value.groups.map((g) => ({ cells: [counted.names[g.group - 1] ?? '', String(g.votes), String(g.seats)] })),
          },
          ...(counted.value.uncounted.length > 0
            ? [
                {
                  kind: 'paragraph' as const,
                  text: `${t(words.notCounted)}: ${counted.value.uncounted
                    .map((u) => `${u.count} ${[u.label, u.name].filter(Boolean).join(', ')} (${t(words.uncounted[u.why])})`)
                    .join('; ')}.`,
                },
              ]
            : []),
          {
            kind: 'list' as const,
            ordered: true,
            items: counted.value.steps.map(
              (s) => `${s.name}, ${counted.names[s.group - 1]}, ${t(words.quotient).toLowerCase()} ${s.quotient.exact}${s.byLot ? ` (${t(words.byLot)})` : ''}`,
            ),
          },
          { kind: 'paragraph' as const, text: t(counted.among ? words.waitsForLot(counted.among) : words.result(counted.value.elected, counted.value.vacant)) },
        ]
      : []),
    ...(calling.length > 0
      ? [
          { kind: 'heading' as const, text: t(words.order) },
          { kind: 'list' as const, items: calling.map((c) => `${t(words.orderOf(c.member))}: ${c.order.join(', ')}`) },
        ]
      : []),
  ]
}
