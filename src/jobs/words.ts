/** Texts about the mail server, for whoever runs the program. */
export const words = {
  badSmtpUrl: {
    sv: 'SMTP_URL går inte att tyda. Skriv den som smtp://användare:lösenord@server:587 eller smtps://server.',
    en: 'SMTP_URL cannot be understood. Write it as smtp://user:password@server:587 or smtps://server.',
  },
  badMailFrom: {
    sv: 'MAIL_FROM saknas eller är ingen e-postadress. Den behövs när SMTP_URL är satt.',
    en: 'MAIL_FROM is missing or no e-mail address. It is needed when SMTP_URL is set.',
  },
}
