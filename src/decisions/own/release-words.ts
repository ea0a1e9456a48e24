import type { Text } from '../../kernel/text.ts'
import { electWords } from '../../organisation/elect-words.ts'
import type { ElectedPlace } from '../../rulebook/election/eligible.ts'

const toDo = {
  by_election: { sv: 'Fyllnadsval', en: 'By-election' },
  substitute_enters: { sv: 'Ersättare inträder', en: 'A substitute enters' },
  recount: { sv: 'Anmäl till länsstyrelsen för ny sammanräkning', en: 'Give notice to the county board for a new count' },
} as const satisfies Record<string, Text>

export const releaseWords = {
  why: {
    resigned: { sv: 'Egen begäran', en: 'On request' },
    not_eligible: { sv: 'Inte längre valbar', en: 'No longer eligible' },
    recalled: { sv: 'Uppdraget återkallas', en: 'Recalled' },
  },
  /** What shall be done when somebody has left a place. */
  toDo: (remedy: keyof typeof toDo, place: ElectedPlace, body: Text, person: string): Text => ({
    sv: `${toDo[remedy].sv}: ${electWords.place(place).sv} i ${body.sv} efter ${person}`,
    en: `${toDo[remedy].en}: ${electWords.place(place).en} of ${body.en} after ${person}`,
  }),
} as const
