import type { Cadence, MailState } from '../database/tables/jobs.ts'
import { type Day, longDay } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import type { Locale, Text } from '../kernel/text.ts'

const both = (make: (l: Locale) => string): Text => ({ sv: make('sv'), en: make('en') })
const count = (n: number, l: Locale): string => formatNumber(n, 0, l)

/** Texts of reminders, calendars and the outbox. */
export const reminderWords = {
  aDay: { sv: 'En dag att hålla', en: 'A day to keep' },
  meetingOf: (body: Text): Text => ({ sv: `Sammanträde: ${body.sv}`, en: `Meeting: ${body.en}` }),

  title: { sv: 'Påminnelser och kalender', en: 'Reminders and calendar' },
  lead: (email: string | null, cadence: Cadence): Text => {
    const to = email ?? ''
    if (cadence === 'never')
      return {
        sv: 'Du får inga brev. Allt som väntar på dig står ändå under Att lämna.',
        en: 'You get no letters. What waits for you still stands under To hand in.',
      }
    if (email === null) return { sv: 'Du har ingen e-postadress här, och får därför inga brev.', en: 'You have no e-mail address here, and so get no letters.' }
    return {
      at_once: {
        sv: `Det som kommer till dig sänds genast till ${to}. Påminnelser sänds på vardagsmorgnar.`,
        en: `What comes to you is sent at once to ${to}. Reminders are sent on weekday mornings.`,
      },
      daily: {
        sv: `På vardagsmorgnar sänds ett brev till ${to}, när det finns något att säga.`,
        en: `On weekday mornings a letter is sent to ${to}, when there is something to tell.`,
      },
      weekly: {
        sv: `En gång i veckan sänds ett brev till ${to}, när det finns något att säga.`,
        en: `Once a week a letter is sent to ${to}, when there is something to tell.`,
      },
    }[cadence]
  },
  problems: { sv: 'Inställningarna är inte sparade', en: 'The settings are not saved' },
  letters: { sv: 'Brev', en: 'Letters' },
  lettersIntro: {
    sv: 'Breven säger vad som kommit till dig, vilka dagar som närmar sig och vad som ändrats i det du bevakar. Hemliga saker nämns bara med nummer.',
    en: 'The letters tell what has come to you, which days come near and what has changed in what you follow. Secret matters are named by number only.',
  },
  email: { sv: 'E-postadress', en: 'E-mail address' },
  emailWhy: { sv: 'Används bara för breven.', en: 'Used for the letters only.' },
  howOften: { sv: 'Hur ofta', en: 'How often' },
  cadence: {
    at_once: { sv: 'Genast', en: 'At once' },
    daily: { sv: 'Varje vardagsmorgon', en: 'Each weekday morning' },
    weekly: { sv: 'En gång i veckan', en: 'Once a week' },
    never: { sv: 'Aldrig', en: 'Never' },
  } satisfies Record<Cadence, Text>,
  cadenceHint: {
    at_once: { sv: 'Det nya när det kommer. Påminnelserna på morgonen.', en: 'What is new when it comes. Reminders in the morning.' },
    daily: { sv: 'Ett brev med allt, ungefär halv sju.', en: 'One letter with everything, about half past six.' },
    weekly: { sv: 'Ett brev med allt, på veckans första vardag.', en: 'One letter with everything, on the first weekday of the week.' },
    never: { sv: 'Att lämna visar ändå allt som väntar på dig.', en: 'To hand in still shows everything that waits for you.' },
  } satisfies Record<Cadence, Text>,
  remindMe: { sv: 'Påminn mig om en dag att hålla', en: 'Remind me of a day to keep' },
  day: (n: number): Text =>
    both((l) => {
      const sv = l === 'sv'
      if (n === 0) return sv ? 'på dagen' : 'on the day'
      const size = Math.abs(n)
      const days = sv ? `${size} ${size === 1 ? 'dag' : 'dagar'}` : `${size} ${size === 1 ? 'day' : 'days'}`
      return n < 0 ? (sv ? `${days} före` : `${days} before`) : sv ? `${days} efter, om den inte är hållen` : `${days} after, if it is not kept`
    }),
  language: { sv: 'Brevens språk', en: 'Language of the letters' },
  languages: { sv: { sv: 'Svenska', en: 'Swedish' }, en: { sv: 'Engelska', en: 'English' } },
  save: { sv: 'Spara', en: 'Save' },

  calendars: { sv: 'Kalendrar att prenumerera på', en: 'Calendars to subscribe to' },
  calendarsIntro: {
    sv: 'En hemlig adress som ditt kalenderprogram läser. Den som har adressen kan läsa kalendern, så dela den inte. Din egen kalender nämner hemliga saker med nummer, organens kalendrar har inga.',
    en: 'A secret address that your calendar program reads. Whoever has the address can read the calendar, so do not share it. Your own calendar names secret matters by number; those of bodies have none.',
  },
  ownCalendar: { sv: 'Dina egna dagar', en: 'Your own days' },
  calendar: { sv: 'Kalender', en: 'Calendar' },
  calendarsCaption: { sv: 'Kalendrar du kan prenumerera på', en: 'Calendars you can subscribe to' },
  made: { sv: 'Adressen gjord', en: 'Address made' },
  notMade: { sv: 'ingen adress', en: 'no address' },
  make: { sv: 'Gör en adress', en: 'Make an address' },
  renew: { sv: 'Byt adress', en: 'Change address' },
  revoke: { sv: 'Stäng', en: 'Close' },
  what: { sv: 'Vad du kan göra', en: 'What you can do' },
  madeTitle: (of: Text): Text => ({ sv: `Adressen till kalendern: ${of.sv}`, en: `The address of the calendar: ${of.en}` }),
  madeOnce: {
    sv: 'Adressen visas bara nu. Kopiera den till ditt kalenderprogram (”prenumerera via webbadress”). En tidigare adress gäller inte längre.',
    en: 'The address is shown only now. Copy it to your calendar program (“subscribe from web address”). An earlier address no longer works.',
  },
  address: { sv: 'Adress', en: 'Address' },

  yourLetters: { sv: 'Dina senaste brev', en: 'Your latest letters' },
  yourLettersIntro: { sv: 'Ett brev skrivs av det som gäller när det sänds.', en: 'A letter is written from what holds when it is sent.' },
  noLetters: { sv: 'Inga brev än.', en: 'No letters yet.' },
  noServer: {
    sv: 'Ingen e-postserver är inställd här, så breven väntar. Inget sänds.',
    en: 'No mail server is configured here, so the letters wait. Nothing is sent.',
  },
  letterOf: (day: Day): Text => both((l) => (l === 'sv' ? `Brevet ${longDay(day, l)}` : `The letter of ${longDay(day, l)}`)),
  letter: { sv: 'Brev', en: 'Letter' },
  state: { sv: 'Läge', en: 'Status' },
  states: {
    waiting: { sv: 'väntar', en: 'waiting' },
    sending: { sv: 'sänds', en: 'being sent' },
    handing: { sv: 'sänds', en: 'being sent' },
    sent: { sv: 'sänt', en: 'sent' },
    unsure: { sv: 'osäkert', en: 'unsure' },
    refused: { sv: 'avvisat', en: 'refused' },
    dropped: { sv: 'inget kvar att säga', en: 'nothing left to tell' },
  } satisfies Record<MailState, Text>,
  letterLead: { sv: 'Så skulle brevet se ut om det sändes nu.', en: 'This is what the letter would be if it were sent now.' },
  letterEmpty: { sv: 'Det brevet har inget kvar att säga: allt i det är gjort.', en: 'The letter has nothing left to tell: all in it is done.' },
  subject: { sv: 'Ämne', en: 'Subject' },
  to: { sv: 'Till', en: 'To' },
  unknownLetter: { sv: 'Det brevet finns inte', en: 'There is no such letter' },
  unknownLetterLead: { sv: 'Brev kan bara läsas av den de är till.', en: 'Letters can be read only by those they are to.' },
  back: { sv: 'Påminnelser och kalender', en: 'Reminders and calendar' },

  outbox: { sv: 'Utkorgen', en: 'The outbox' },
  outboxLead: (waiting: number, trouble: number): Text =>
    both((l) => {
      const sv = l === 'sv'
      if (waiting + trouble === 0) return sv ? 'Inget väntar i utkorgen.' : 'Nothing waits in the outbox.'
      const first = sv ? `${count(waiting, l)} brev väntar.` : `${count(waiting, l)} ${waiting === 1 ? 'letter waits' : 'letters wait'}.`
      const second = trouble === 0 ? '' : sv ? ` ${count(trouble, l)} kom kanske inte fram.` : ` ${count(trouble, l)} may not have arrived.`
      return first + second
    }),
  outboxIntro: {
    sv: 'Bara mottagare och läge. Vad breven säger ser bara den de är till.',
    en: 'Recipient and status only. What the letters say is seen only by those they are to.',
  },
  outboxCaption: { sv: 'Breven, de senaste först', en: 'The letters, latest first' },
  inStates: { sv: 'Brev efter läge', en: 'Letters by status' },
  number: { sv: 'Antal', en: 'Number' },
  person: { sv: 'Till', en: 'To' },
  how: { sv: 'Slag', en: 'Kind' },
  attempts: { sv: 'Försök', en: 'Attempts' },
  why: { sv: 'Serverns svar', en: 'The server’s answer' },
  sendAgain: { sv: 'Sänd igen', en: 'Send again' },
  unsureNote: {
    sv: 'Osäkert: linjen bröts medan brevet lämnades över. Det kan ha kommit fram, och sänds därför inte igen av sig självt.',
    en: 'Unsure: the line broke while the letter was handed over. It may have arrived, and so is not sent again by itself.',
  },
  work: { sv: 'Arbete i kö', en: 'Work in the queue' },
  workCaption: { sv: 'Vad programmet ska göra, efter slag', en: 'What the program is to do, by kind' },
  workKind: { sv: 'Slag', en: 'Kind' },
  running: { sv: 'Pågår', en: 'Running' },
  waiting: { sv: 'Väntar', en: 'Waiting' },
  failed: { sv: 'Uppgivet', en: 'Given up' },
  noWork: { sv: 'Inget arbete väntar.', en: 'No work waits.' },
  older: { sv: 'Äldre', en: 'Older' },

  unsubscribe: { sv: 'Inga fler brev', en: 'No more letters' },
  unsubscribeLead: {
    sv: 'Vill du sluta få brev från Genomslag? Det som väntar på dig står ändå under Att lämna.',
    en: 'Do you want no more letters from Genomslag? What waits for you still stands under To hand in.',
  },
  unsubscribeDone: {
    sv: 'Du får inga fler brev. Du kan ändra dig under Påminnelser och kalender på ditt konto.',
    en: 'You get no more letters. You can change your mind under Reminders and calendar on your account.',
  },
  unsubscribeAct: { sv: 'Sluta sända brev', en: 'Stop sending letters' },
  unsubscribeUnknown: { sv: 'Den länken hör inte till något brev.', en: 'The link belongs to no letter.' },
  calendarTooMany: { sv: 'För många frågor från den här adressen. Försök igen om en stund.', en: 'Too many requests from this address. Try again in a while.' },
}
