import type { Text } from '../kernel/text.ts'

/** Texts of switching off somebody's sign-in. */
export const shutOutWords = {
  title: { sv: 'Inloggning', en: 'Sign-in' },
  titleOf: (name: string): Text => ({ sv: `Inloggning för ${name}`, en: `Sign-in of ${name}` }),
  on: (sessions: number): Text => ({
    sv: sessions === 0 ? 'Kan logga in. Är inte inloggad nu.' : `Kan logga in. Är inloggad på ${sessions === 1 ? 'ett ställe' : `${sessions} ställen`}.`,
    en: sessions === 0 ? 'May sign in. Is not signed in now.' : `May sign in. Is signed in at ${sessions === 1 ? 'one place' : `${sessions} places`}.`,
  }),
  off: { sv: 'Inloggningen är avstängd.', en: 'The sign-in is switched off.' },
  none: { sv: 'Har inget sätt att logga in.', en: 'Has no way to sign in.' },
  ways: { sv: 'Sätt att logga in', en: 'Ways to sign in' },
  way: { sv: 'Sätt', en: 'Way' },
  as: { sv: 'Som', en: 'As' },
  since: { sv: 'Sedan', en: 'Since' },
  state: { sv: 'Läge', en: 'State' },
  local: { sv: 'Konto här', en: 'Account here' },
  isOn: { sv: 'Öppet', en: 'Open' },
  isOff: { sv: 'Avstängt', en: 'Switched off' },
  change: { sv: 'Stäng av', en: 'Switch off' },
  changeBack: { sv: 'Öppna igen', en: 'Open again' },
  intro: {
    sv: 'Avstängd loggas personen ut överallt på en gång. Kalenderadresser och brev slutar. Uppdragen ligger kvar; de avslutas för sig.',
    en: 'When switched off the person is signed out everywhere at once. Calendar addresses and letters end. Posts stay; they are ended on their own.',
  },
  switchOff: { sv: 'Stäng av inloggningen', en: 'Switch off the sign-in' },
  switchOn: { sv: 'Öppna inloggningen igen', en: 'Open the sign-in again' },
  problems: { sv: 'Det gick inte', en: 'It could not be done' },
  notOneself: { sv: 'Den egna inloggningen stänger någon annan av.', en: 'One’s own sign-in is switched off by somebody else.' },
  noWays: { sv: 'Personen har inget sätt att logga in.', en: 'The person has no way to sign in.' },
  offAlready: { sv: 'Inloggningen är redan avstängd.', en: 'The sign-in is switched off already.' },
  onAlready: { sv: 'Inloggningen är redan öppen.', en: 'The sign-in is open already.' },
}
