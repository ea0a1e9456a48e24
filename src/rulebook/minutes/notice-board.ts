import { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'

/** What the board holds, or may hold, and where it stands; all else is out. */
const contents = {
  council_meeting: { law: 'KL 8:10', must: true, sv: 'tillkännagivande av fullmäktiges sammanträde', en: 'the announcement of a council meeting' },
  adjusted: { law: 'KL 8:10', must: true, sv: 'tillkännagivande av ett justerat protokoll', en: 'the announcement of adjusted minutes' },
  delegated_decision: {
    law: 'KL 8:10',
    must: true,
    sv: 'tillkännagivande av ett delegationsbeslut som inte anmäls till nämnden',
    en: 'the announcement of a delegated decision that is not reported to the board',
  },
  minutes: { law: 'KL 8:10', must: false, sv: 'ett justerat protokoll', en: 'adjusted minutes' },
  appeal_information: { law: 'KL 8:10', must: true, sv: 'upplysning om hur beslut överklagas', en: 'information on how to appeal' },
  by_law: { law: 'KL 8:10', must: true, sv: 'det som enligt lag ska meddelas på anslagstavlan', en: 'what by law is to be announced on the board' },
  board_meeting: { law: 'KL 8:11', must: false, sv: 'tillkännagivande av en nämnds sammanträde', en: 'the announcement of a board’s meeting' },
  meeting_documents: { law: 'KL 8:11', must: false, sv: 'beslutsunderlag inför ett sammanträde', en: 'documents for a meeting' },
} as const satisfies Record<string, Text & { readonly law: string; readonly must: boolean }>
type Content = keyof typeof contents

const factsShape = z.strictObject({
  content: z.enum([...(Object.keys(contents) as [Content, ...Content[]]), 'other']).meta({
    description: 'minutes: the adjusted minutes themselves; by_law: another announcement that a law wants there; other: all else, an event or an advertisement',
  }),
  contraryToLaw: z.boolean().optional().meta({ description: 'minutes, meeting_documents: would it break secrecy or another law to publish it? default false' }),
  onWebsite: z.boolean().optional().meta({ description: 'is the board on the municipality’s website? default true' }),
  easilyAccessible: z.boolean().optional().meta({ description: 'default true' }),
  separable: z.boolean().optional().meta({ description: 'can it be told from the rest of the website? default true' }),
  shownInPremises: z.boolean().optional().meta({ description: 'can the public also see it in the municipality’s premises or another place? default true' }),
})
const valueShape = z.strictObject({
  mayStand: z.boolean().meta({ description: 'may the content stand on the board?' }),
  must: z.boolean().meta({ description: 'must it stand there?' }),
})
type Facts = Of<typeof factsShape>

/**
 * What may stand on the municipal notice board, and what the board must be. It is on the website, easily accessible and separable (KL
 * 8:9), holds what 8:10 lists, may hold meetings and documents of boards (8:11), and nothing else.
 */
export const noticeBoard = ({ content, contraryToLaw = false, ...place }: Facts): Ruling<Of<typeof valueShape>> => {
  const { onWebsite = true, easilyAccessible = true, separable = true, shownInPremises = true } = place
  const listed = content === 'other' ? null : contents[content]
  const barred = contraryToLaw && (content === 'minutes' || content === 'meeting_documents')
  const about = (holds: boolean, field: keyof typeof place, sv: string, en: string) =>
    when(!holds, () => refusal(`notice_board.${field}`, 'KL 8:9', sv, en, field))
  return ruling(
    { mayStand: listed !== null && !barred, must: listed?.must ?? false },
    [
      ...when(listed === null, () =>
        refusal(
          'notice_board.other',
          'KL 8:11',
          'Anslagstavlan får inte innehålla annat än det som lagen räknar upp.',
          'The notice board may not hold anything but what the law lists.',
          'content',
        ),
      ),
      ...when(barred, () =>
        refusal(
          'notice_board.contrary_to_law',
          listed?.law ?? 'KL 8:10',
          'Det får inte publiceras om det strider mot lag.',
          'It may not be published where that breaks a law.',
          'contraryToLaw',
        ),
      ),
      ...about(onWebsite, 'onWebsite', 'Anslagstavlan ska finnas på kommunens webbplats.', 'The board is on the municipality’s website.'),
      ...about(easilyAccessible, 'easilyAccessible', 'Anslagstavlan ska vara lättillgänglig.', 'The board is easily accessible.'),
      ...about(separable, 'separable', 'Anslagstavlan ska kunna skiljas från övrigt innehåll.', 'The board can be told from other content.'),
      ...about(shownInPremises, 'shownInPremises', 'Allmänheten ska kunna ta del av den även på plats.', 'The public can see it on the spot too.'),
    ],
    [
      listed === null
        ? because('KL 8:10–11', 'Innehållet hör inte till det som får stå där.', 'The content is not among what may stand there.')
        : because(listed.law, `Det är ${listed.sv}.`, `It is ${listed.en}.`),
    ],
  )
}

/** `notice-board`: may the content stand on the notice board (`mayStand`), must it (`must`)? KL 8:9–11. */
export const noticeBoardRule = rule({
  name: 'notice-board',
  law: 'KL 8:9–11',
  words: { sv: 'får det stå på anslagstavlan?', en: 'may it stand on the notice board?' },
  okMeans: 'the content may stand there, and the board is as the law wants it',
  facts: factsShape,
  value: valueShape,
  example: { content: 'adjusted' },
  judge: noticeBoard,
})
