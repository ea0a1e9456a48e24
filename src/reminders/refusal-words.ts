import type { Text } from '../kernel/text.ts'

/** Why settings, calendars and letters are refused. */
export const refusalWords = {
  feedNotYours: {
    sv: 'Kalendern kan du bara ha för ett organ som du har ett uppdrag i.',
    en: 'You can have the calendar only of a body that you hold a post in.',
  },
  feedUnknown: { sv: 'Den kalendern finns inte, eller är redan stängd.', en: 'There is no such calendar, or it is closed already.' },
  badEmail: (typed: string): Text => ({
    sv: `Skriv en e-postadress, som namn@kommunen.se. Du skrev ”${typed}”.`,
    en: `Write an e-mail address, such as name@municipality.org. You wrote “${typed}”.`,
  }),
  noEmail: { sv: 'Skriv en e-postadress, eller välj att inte få brev.', en: 'Write an e-mail address, or choose no letters.' },
  badCadence: { sv: 'Välj hur ofta du vill få brev.', en: 'Choose how often you want letters.' },
  badDays: { sv: 'Välj bland de dagar som står här.', en: 'Choose among the days that stand here.' },
  badLocale: { sv: 'Välj svenska eller engelska.', en: 'Choose Swedish or English.' },
  signIn: { sv: 'Logga in för att välja hur du vill bli påmind.', en: 'Sign in to choose how to be reminded.' },
  unknownThing: { sv: 'Det finns inget sådant att bevaka.', en: 'There is nothing of the kind to follow.' },
}
