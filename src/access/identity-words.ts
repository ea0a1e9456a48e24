import { type Text, upper } from '../kernel/text.ts'

/** Texts of sign-in by other providers than ourselves, and of its configuration. */
export const words = {
  configNotJson: (why: string): Text => ({
    sv: `Inställningen för inloggning (GENOMSLAG_IDENTITY) är inte JSON: ${why}`,
    en: `The configuration of sign-in (GENOMSLAG_IDENTITY) is not JSON: ${why}`,
  }),
  configUnreadable: (file: string, why: string): Text => ({
    sv: `Inställningen för inloggning kan inte läsas (${file}): ${why}`,
    en: `The configuration of sign-in cannot be read (${file}): ${why}`,
  }),
  configBad: (places: readonly string[]): Text => ({
    sv: `Inställningen för inloggning (GENOMSLAG_IDENTITY) är fel på ${places.length === 1 ? 'ett ställe' : `${places.length} ställen`}. Se docs/identity.md.\n${places.map((p) => `  ${p}`).join('\n')}`,
    en: `The configuration of sign-in (GENOMSLAG_IDENTITY) is wrong in ${places.length === 1 ? 'one place' : `${places.length} places`}. See docs/identity.md.\n${places.map((p) => `  ${p}`).join('\n')}`,
  }),
  badUrl: (typed: string): Text => ({
    sv: `GENOMSLAG_URL ska vara en adress utan sökväg, till exempel https://genomslag.example.se. Nu står det ”${typed}”.`,
    en: `GENOMSLAG_URL must be an address without a path, such as https://genomslag.example.se. It is “${typed}”.`,
  }),

  onwardTo: (name: Text): Text => ({ sv: `Fortsätt till ${name.sv}`, en: `Continue to ${name.en}` }),
  ways: { sv: 'Med ditt vanliga konto', en: 'With your usual account' },
  waysIntro: { sv: 'Du skickas dit och tillbaka hit.', en: 'You are sent there and back here.' },
  local: { sv: 'Med ett konto här', en: 'With an account here' },
  localIntro: {
    sv: 'För den som har fått användarnamn och lösenord till Genomslag.',
    en: 'For those who have been given a username and password to Genomslag.',
  },
  onlyElsewhere: {
    sv: 'Här loggar man in med kommunens inloggning, inte med användarnamn och lösenord.',
    en: 'Here one signs in with the municipality’s sign-in, not with a username and password.',
  },

  away: (name: Text): Text => ({ sv: `${upper(name.sv)} svarar inte just nu.`, en: `${upper(name.en)} does not answer at the moment.` }),
  awayMend: {
    sv: 'Försök igen om en stund. Allt som är öppet kan läsas under tiden.',
    en: 'Try again in a while. Everything that is open can be read in the meantime.',
  },
  awayMendLocal: {
    sv: 'Försök igen om en stund, eller logga in med ett konto här om du har ett.',
    en: 'Try again in a while, or sign in with an account here if you have one.',
  },
  declined: (name: Text): Text => ({
    sv: `Inloggningen hos ${name.sv} avbröts eller godkändes inte där.`,
    en: `The sign-in at ${name.en} was broken off or not approved there.`,
  }),
  wrong: (name: Text): Text => ({
    sv: `Svaret från ${name.sv} gick inte att lita på, och ingen har loggats in.`,
    en: `The answer from ${name.en} could not be trusted, and nobody has been signed in.`,
  }),
  wrongMend: {
    sv: 'Försök igen från början. Händer det igen, säg till den som sköter systemet.',
    en: 'Try again from the beginning. If it happens again, tell whoever runs the system.',
  },
  stale: {
    sv: 'Den inloggningen är redan använd, påbörjad i en annan webbläsare eller för gammal.',
    en: 'That sign-in has been used already, was begun in another browser, or is too old.',
  },
  again: { sv: 'Logga in igen från början.', en: 'Sign in again from the beginning.' },
  disabled: { sv: 'Inloggningen är avstängd för dig här.', en: 'Your sign-in here has been switched off.' },
  askOperator: { sv: 'Hör av dig till den som sköter systemet.', en: 'Turn to whoever runs the system.' },
  severalHere: {
    sv: 'Flera personer här har den e-postadressen. Därför går det inte att veta vem av dem du är.',
    en: 'Several people here have that e-mail address, so it cannot be known which of them you are.',
  },
  otherSubject: (name: Text): Text => ({
    sv: `Personen här är redan någon annan hos ${name.sv}.`,
    en: `The person here is already somebody else at ${name.en}.`,
  }),
  nameless: (name: Text): Text => ({
    sv: `${upper(name.sv)} talade inte om vad du heter, och du finns inte här sedan förut.`,
    en: `${upper(name.en)} did not tell your name, and you are not here from before.`,
  }),

  noSuchPost: (slug: string): Text => ({ sv: `Uppdraget ”${slug}” finns inte.`, en: `There is no post “${slug}”.` }),
  noSuchBody: (slug: string): Text => ({ sv: `Organet eller enheten ”${slug}” finns inte.`, en: `There is no body or unit “${slug}”.` }),
  heldByAnother: (title: Text): Text => ({ sv: `Uppdraget ${title.sv} innehas av någon annan.`, en: `The post ${title.en} is held by somebody else.` }),
  heldMend: {
    sv: 'Den som tillsätter uppdrag där kan avsluta det andra först. Sedan får du det nästa gång du loggar in.',
    en: 'Whoever appoints there can end the other one first. Then you get it the next time you sign in.',
  },
  electedPost: (title: Text): Text => ({
    sv: `Uppdraget ${title.sv} fås genom val, inte genom inloggning.`,
    en: `The post ${title.en} is given by election, not by signing in.`,
  }),

  signedIn: { sv: 'Du är inloggad', en: 'You are signed in' },
  notGivenLead: (n: number): Text => ({
    sv: n === 1 ? 'Men ett uppdrag som din inloggning pekar på kunde inte ges.' : `Men ${n} uppdrag som din inloggning pekar på kunde inte ges.`,
    en: n === 1 ? 'But one post that your sign-in points to could not be given.' : `But ${n} posts that your sign-in points to could not be given.`,
  }),
  notGiven: (n: number): Text => ({
    sv: n === 1 ? 'Uppdraget som inte gavs' : 'Uppdragen som inte gavs',
    en: n === 1 ? 'The post that was not given' : 'The posts that were not given',
  }),
  goOn: { sv: 'Gå vidare', en: 'Go on' },

  signedOut: { sv: 'Du är utloggad här', en: 'You are signed out here' },
  signOutAt: (name: Text): Text => ({ sv: `Logga ut även hos ${name.sv}`, en: `Sign out at ${name.en} too` }),
  signOutAtLead: (name: Text): Text => ({
    sv: `Nu skickas du till ${name.sv} för att loggas ut även där. Sker det inte av sig självt, följ länken.`,
    en: `You are now sent to ${name.en} to be signed out there too. If that does not happen by itself, follow the link.`,
  }),
  toStart: { sv: 'Till startsidan', en: 'To the start page' },

  byProvider: (name: Text): Text => ({ sv: `Du loggar in med ${name.sv}.`, en: `You sign in with ${name.en}.` }),
  byClaim: (name: Text, since: string): Text => ({
    sv: `följer av inloggningen med ${name.sv}, sedan den ${since}`,
    en: `follows from the sign-in with ${name.en}, since ${since}`,
  }),
}
