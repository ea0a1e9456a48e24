import type { DocumentInput } from '../cases/add-document.ts'
import type { Chance } from './random.ts'

const summaries = [
  'Förvaltningen har utrett frågan och föreslår att nämnden beslutar enligt nedan.',
  'Ärendet har beretts tillsammans med berörda verksamheter och fackliga organisationer.',
  'Frågan har väckts i flera sammanhang under året. Förvaltningen ser att behovet är tydligt.',
]

/** The paper that a board decides by. */
export const paper = (
  chance: Chance,
  {
    id,
    caseId,
    title,
    matter,
    proposal,
  }: { readonly id: string; readonly caseId: string; readonly title: string; readonly matter: string; readonly proposal: string },
): Omit<Extract<DocumentInput, { kind: 'board_paper' }>, 'day'> => ({
  id,
  caseId,
  kind: 'board_paper',
  title: `Tjänsteskrivelse: ${title}`.slice(0, 300),
  authorId: null,
  parts: { decision: [proposal], summary: chance.pick(summaries), matter, signatures: ['Förvaltningschef'] },
})
