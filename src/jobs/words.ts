/** Texts about the mail server, for whoever runs the program. */
export const words = {
  badSmtpUrl: {
    sv: 'SMTP_URL går inte att tyda. Skriv den som smtp://användare:lösenord@server:587 eller smtps://server.',
    en: 'SMTP_URL cannot be understood. Write it as smtp://user:password@server:587 or smtps://server.',
  },
  badAddress: {
    sv: 'GENOMSLAG_URL saknas eller är ingen adress. Breven länkar dit: skriv den som https://genomslag.kommunen.se.',
    en: 'GENOMSLAG_URL is missing or no address. Letters link to it: write it as https://genomslag.municipality.org.',
  },
  badMailFrom: {
    sv: 'MAIL_FROM saknas eller är ingen e-postadress. Den behövs när SMTP_URL är satt.',
    en: 'MAIL_FROM is missing or no e-mail address. It is needed when SMTP_URL is set.',
  },
}
