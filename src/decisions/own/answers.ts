import { z } from 'zod'
import { granted, type Refusal } from '../../kernel/refusal.ts'
import { day, line, node, text } from '../../registers/field.ts'
import { defineEnactment } from '../enactment.ts'
import { words } from '../words.ts'

const dueWithoutWhat: Refusal = { code: 'send_on.what', field: 'what', text: words.whatNeeded }

// Clauses that answer without steering: what they say is said by the decision itself, and nothing else changes.

/** Takes note of something. */
export const note = defineEnactment({
  words: { sv: 'Anteckna', en: 'Take note' },
  group: 'answer',
  hasEffect: false,
  fields: z.object({}),
  enact: async () => granted(null),
  describe: () => ({ sv: 'antecknar något och ändrar ingenting', en: 'takes note and changes nothing' }),
})

/** Sends something on to a body, which becomes a receiver of the decision. */
export const sendOn = defineEnactment({
  words: { sv: 'Översända', en: 'Send on' },
  group: 'answer',
  hasEffect: false,
  fields: z.object({
    receiver: node({ label: { sv: 'Till', en: 'To' } }),
    what: line({
      label: { sv: 'Vad mottagaren väntas göra', en: 'What the receiver is expected to do' },
      hint: { sv: 'Lämna tomt när det är för kännedom.', en: 'Leave empty when it is for information.' },
    }).optional(),
    due: day({ label: { sv: 'Senast', en: 'By' }, hint: { sv: 'Där beslutet säger det.', en: 'Where the decision says so.' } }).optional(),
  }),
  problems: ({ what, due }, decided) => [
    ...(due !== undefined && what === undefined ? [dueWithoutWhat] : []),
    ...(due !== undefined && due < decided ? [{ code: 'send_on.due', field: 'due', text: words.dueBefore }] : []),
  ],
  enact: async () => granted(null),
  describe: ({ receiver }, names) => ({ sv: `översänder till ${names.node(receiver, 'sv')}`, en: `sends on to ${names.node(receiver, 'en')}` }),
  receivers: ({ receiver, what, due }) => [{ nodeId: receiver, demandsAction: what !== undefined, what: what ?? '', ...(due ? { due } : {}) }],
})

/** Rejects a proposal, which is named. */
export const reject = defineEnactment({
  words: { sv: 'Avslå', en: 'Reject' },
  group: 'answer',
  hasEffect: false,
  fields: z.object({ proposal: text({ label: { sv: 'Vilket förslag eller yrkande', en: 'Which proposal' } }) }),
  enact: async () => granted(null),
  describe: ({ proposal }) => ({ sv: `avslår: ${proposal}`, en: `rejects: ${proposal}` }),
})
