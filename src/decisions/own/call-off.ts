import { z } from 'zod'
import { formatAmount } from '../../kernel/amount.ts'
import { granted, refused } from '../../kernel/refusal.ts'
import { potLapses } from '../../registers/definitions/passing.ts'
import { line, node, thing } from '../../registers/field.ts'
import { met } from '../../registers/owed.ts'
import type { Tree } from '../../organisation/tree.ts'
import { callOffHinders, leftOf } from '../../rulebook/pot.ts'
import { defineEnactment } from '../enactment.ts'
import { lockPot } from '../pots/pot-store.ts'
import { words } from '../words.ts'
import { makeFrame, moneyFields, seriesHinders } from './money.ts'
import { linkThings } from './numbered-thing.ts'

/** Calls money off from a central pot: the receiver gets a frame in the pot's period, financed from the pot (processes C8). */
export const callOff = defineEnactment({
  words: { sv: 'Avropa ur en central pott', en: 'Call off from a central pot' },
  group: 'money',
  hasEffect: true,
  fields: z.object({
    pot: thing(['frame'], {
      label: { sv: 'Pott', en: 'Pot' },
      hint: { sv: 'Pottens nummer, till exempel R-12.', en: 'The number of the pot, such as R-12.' },
    }),
    receiver: node({ label: { sv: 'Till', en: 'To' } }),
    amount: moneyFields.amount,
    purpose: line({ label: { sv: 'Vad pengarna används till', en: 'What the money is used for' } }),
    series: moneyFields.series,
  }),
  enact: async (tx, deps, context, { pot: potId, receiver, amount: sum, purpose, series }) => {
    const { decision, tree } = context
    const { body, day } = decision
    const found = tree.get(receiver)
    if (!found) return refused({ code: 'frame.node', field: 'receiver', text: words.unknownNode })
    const unmeasured = await seriesHinders(tx, series)
    if (unmeasured.length > 0) return refused(...unmeasured)
    const pot = await lockPot(tx, potId)
    if (!pot) return refused({ code: 'call_off.pot', field: 'pot', text: words.noSuchPot })
    if (pot.secrecy !== null && decision.secrecy === null) return refused({ code: 'call_off.secret', field: 'pot', law: 'OSL 5:5', text: words.secretPot })
    const anybody = pot.callers.length === 0
    const named = (locale: 'sv' | 'en'): string => pot.callers.map((id) => tree.get(id)?.name[locale] ?? '–').join(', ')
    const hinders = callOffHinders(
      { ...pot, callers: { sv: named('sv'), en: named('en') } },
      {
        amount: sum,
        day,
        receiverMay: anybody || pot.callers.some((caller) => tree.below(caller).includes(receiver)),
        deciderMay:
          body.kind === 'council' || body.kind === 'executive_board' || anybody || [pot.nodeId, ...pot.callers].some((id) => isOver(tree, body.id, id)),
      },
    )
    if (hinders.length > 0) return refused(...hinders)
    const title = `${found.name.sv}, avrop: ${purpose}`
    const financing = `Avrop ur ${pot.number}`
    await makeFrame(tx, deps, context, { title, nodeId: receiver, period: pot.period, amount: sum, purpose, financing, series })
    await tx.insertInto('call_off').values({ id: context.creates, pot_id: potId }).execute()
    await linkThings(tx, deps, potId, context.creates, 'part')
    if (sum === leftOf(pot)) await met(tx, potId, potLapses, day)
    return granted(null)
  },
  describe: ({ receiver, amount: sum, purpose }, names) => ({
    sv: `avropar ${formatAmount(sum, 'tkr', 'sv')} ur en central pott till ${names.node(receiver, 'sv')}: ${purpose}`,
    en: `calls off ${formatAmount(sum, 'tkr', 'en')} from a central pot for ${names.node(receiver, 'en')}: ${purpose}`,
  }),
  receivers: ({ receiver }) => [{ nodeId: receiver, demandsAction: false, what: '' }],
})

/** Is it the body itself, or a unit of its? */
const isOver = (tree: Tree, bodyId: string, id: string): boolean => tree.below(bodyId).includes(id)
