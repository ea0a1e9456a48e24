import type { Text } from '../kernel/text.ts'
import type { ItemState } from './record/record.ts'

const itemStateWords: Record<ItemState, Text> = {
  waiting: { sv: 'väntar', en: 'waiting' },
  open: { sv: 'behandlas', en: 'at hand' },
  closed: { sv: 'avgjord', en: 'dealt with' },
  tabled: { sv: 'bordlagd', en: 'tabled' },
  referred: { sv: 'återremitterad', en: 'referred back' },
}

export const words = {
  itemState: itemStateWords,
  unknownMeeting: { sv: 'Sammanträdet finns inte.', en: 'There is no such meeting.' },
  unknownItem: { sv: 'Ärendet finns inte på sammanträdet.', en: 'The item is not on the agenda.' },
  itemNotOpen: (state: ItemState): Text => ({
    sv: state === 'waiting' ? 'Ärendet är inte öppnat än. Öppna det först.' : `Ärendet är ${itemStateWords[state].sv} och ändras inte mer. Gör en rättelse.`,
    en: state === 'waiting' ? 'The item is not opened yet. Open it first.' : `The item is ${itemStateWords[state].en} and stands. Make a correction.`,
  }),
  noBody: { sv: 'Organet finns inte den dagen.', en: 'There is no such body on that day.' },
  dayNeeded: { sv: 'Skriv vilken dag sammanträdet hålls.', en: 'Write the day of the meeting.' },
  startsNeeded: { sv: 'Skriv klockslaget som 13:00.', en: 'Write the time as 13:00.' },
  placeNeeded: { sv: 'Skriv var sammanträdet hålls.', en: 'Write where the meeting is held.' },
  closedReasonNeeded: {
    sv: 'Fullmäktiges sammanträden är offentliga. Skriv varför det här hålls inom stängda dörrar.',
    en: 'Write why the meeting is closed.',
  },
  noSeats: { sv: 'Organet har inga ledamöter den dagen.', en: 'The body has no members on that day.' },
  meetingTaken: { sv: 'Organet har redan ett sammanträde den dagen och tiden.', en: 'The body has a meeting then already.' },
  titleNeeded: { sv: 'Skriv ärendets rubrik.', en: 'Write the title of the item.' },
  itemsFixed: { sv: 'Sammanträdet är över.', en: 'The meeting is over.' },
} as const
