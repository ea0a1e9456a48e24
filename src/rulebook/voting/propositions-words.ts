import type { Text } from '../../kernel/text.ts'
import type { Question } from './propositions-shapes.ts'

const names: Readonly<Record<string, Text>> = {
  postpone: { sv: 'att ärendet skjuts upp', en: 'that the item is postponed' },
  decide_today: { sv: 'att ärendet avgörs i dag', en: 'that the item is decided today' },
  accept: { sv: 'bifall till tillägget', en: 'the addition' },
  reject: { sv: 'avslag på tillägget', en: 'rejecting the addition' },
}
const named = (alternative: string, purpose: Question['purpose']): Text =>
  (purpose === 'formal' || purpose === 'add_on' ? names[alternative] : undefined) ?? { sv: alternative, en: alternative }
const about = (motion: string | null): string => (motion === null ? '' : `${motion}: `)
const list = (words: readonly string[], and: string): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`)

/** What the chair says when the question is put. */
export const questionWords = ({ kind, purpose, motion, alternatives }: Omit<Question, 'text'>): Text => {
  const [yes = '', no = ''] = alternatives
  const [a, b] = [named(yes, purpose), named(no, purpose)]
  const sv = list(
    alternatives.map((x) => named(x, purpose).sv),
    'och',
  )
  const en = list(
    alternatives.map((x) => named(x, purpose).en),
    'and',
  )
  if (kind === 'order') return { sv: `Godkänner mötet propositionsordningen ${sv}?`, en: `Does the meeting approve the order of propositions ${en}?` }
  if (kind === 'ballot') return { sv: `${about(motion)}Ja för ${a.sv}, nej för ${b.sv}.`, en: `${about(motion)}Yes for ${a.en}, no for ${b.en}.` }
  if (kind === 'casting')
    return {
      sv: `${about(motion)}Lika röstetal. Den som leder mötet röstar: ja för ${a.sv}, nej för ${b.sv}.`,
      en: `${about(motion)}A tie. The one who presides votes: yes for ${a.en}, no for ${b.en}.`,
    }
  if (kind === 'lot')
    return { sv: `${about(motion)}Lika röstetal. Dra lott mellan ${a.sv} och ${b.sv}.`, en: `${about(motion)}A tie. Draw a lot between ${a.en} and ${b.en}.` }
  if (purpose === 'counter') return { sv: `Vilket är motförslaget? Proposition på ${sv}.`, en: `Which is the counter-proposal? Put ${en}.` }
  return { sv: `${about(motion)}Proposition på ${sv}. Vad finner ordföranden?`, en: `${about(motion)}Put ${en}. What does the chair find?` }
}
