import { type Day, longDay } from '../../kernel/day.ts'
import { listed, type Text } from '../../kernel/text.ts'
import { exemptWords } from '../../rulebook/meeting/preparation.ts'
import { isGround } from './said.ts'

const listedIn = (names: readonly Text[]): Text => ({
  sv: listed(
    names.map((name) => name.sv),
    'och',
  ),
  en: listed(
    names.map((name) => name.en),
    'and',
  ),
})

/** What is said of how an item of the council is prepared, before the meeting. */
export const words = {
  preparation: { sv: 'Beredning', en: 'Preparation' },
  hint: {
    sv: 'Frågas om beslut. Val, information, anmälningar och frågor behöver ingen beredning.',
    en: 'Asked of decisions. Elections, information, notified matters and questions need no preparation.',
  },
  asCaseTells: { sv: 'Som ärendet visar', en: 'As the case shows' },
  notPrepared: { sv: 'Inte berett', en: 'Not prepared' },
  saidPrepared: { sv: 'Berett, och styrelsen har fått yttra sig', en: 'Prepared, and the executive board has been heard' },
  /** Old words of a ground are told as they were written. */
  ground: (told: string): Text => {
    const { sv, en } = isGround(told) ? exemptWords[told] : { sv: told, en: told }
    return { sv: `Behöver inte beredas: ${sv}`, en: `Needs no preparation: ${en}` }
  },
  by: (names: readonly Text[], heard: readonly Text[]): Text => {
    const [by, also] = [listedIn(names), listedIn(heard)]
    return heard.length === 0
      ? { sv: `Berett av ${by.sv}`, en: `Prepared by ${by.en}` }
      : { sv: `Berett av ${by.sv}. Har fått yttra sig: ${also.sv}`, en: `Prepared by ${by.en}. Heard: ${also.en}` }
  },
  lacking: { sv: 'Ärendet är inte berett', en: 'The item is not prepared' },
  lackingCount: (n: number): Text => ({
    sv: n === 1 ? 'Ett ärende är inte berett.' : `${n} ärenden är inte beredda.`,
    en: n === 1 ? 'One item is not prepared.' : `${n} items are not prepared.`,
  }),
  none: { sv: 'Ingen nämnd eller fullmäktigeberedning har berett det.', en: 'No board or committee of the council has prepared it.' },
  unheard: { sv: 'Styrelsen har inte fått yttra sig.', en: 'The executive board has not been heard.' },
  mayAnswer: (until: Day): Text => ({
    sv: `Styrelsen är tillfrågad men kan svara till och med ${longDay(until, 'sv')}.`,
    en: `The executive board is asked but may answer until ${longDay(until, 'en')}.`,
  }),
  boardUnheard: { sv: 'Ingen nämnd som det rör har fått yttra sig.', en: 'No board that it concerns has been heard.' },
  unsaid: {
    sv: 'Det står inte att en nämnd har berett det och att styrelsen har fått yttra sig.',
    en: 'It is not said that a board has prepared it and that the executive board has been heard.',
  },
  /** What to do, where the item has a case, by what it lacks. */
  sendTo: (lacks: readonly string[]): Text => {
    const to = listedIn([
      ...(lacks.includes('preparation.none') || lacks.includes('preparation.board_unheard')
        ? [{ sv: 'den nämnd som det rör', en: 'the board that it concerns' }]
        : []),
      ...(lacks.includes('preparation.unheard') ? [{ sv: 'styrelsen', en: 'the executive board' }] : []),
    ])
    return { sv: `Sänd det till ${to.sv}:`, en: `Send it to ${to.en}:` }
  },
  toCase: { sv: 'ärendets beredning', en: 'the preparation of the case' },
  sayIt: {
    sv: 'Är det berett, eller behöver det inte beredas, så välj det under Ändra.',
    en: 'If it is prepared, or needs no preparation, choose so under Change.',
  },
  sayGround: { sv: 'Behöver det inte beredas, så välj skälet under Ändra.', en: 'If it needs no preparation, choose the ground under Change.' },
  orUrgent: {
    sv: 'Annars får det avgöras bara om det brådskar och alla närvarande är ense om beslutet.',
    en: 'Otherwise it may be decided only if it is urgent and all present agree to the decision.',
  },
} as const
