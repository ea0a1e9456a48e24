import type { Text } from '../kernel/text.ts'

/** Texts of an address that is changed: letters and pages. */
export const addressWords = {
  confirmSubject: { sv: 'Bekräfta din e-postadress', en: 'Confirm your e-mail address' },
  confirm: {
    sv: 'Någon har angett den här adressen för sina brev från Genomslag. Är det du, öppna länken och bekräfta. Den gäller i tre dygn.',
    en: 'Somebody has given this address for their letters from Genomslag. If it is you, open the link and confirm. It is good for three days.',
  },
  ignore: { sv: 'Är det inte du behöver du inte göra något. Inga fler brev kommer.', en: 'If it is not you, you need do nothing. No more letters will come.' },
  changedSubject: { sv: 'Din e-postadress byts', en: 'Your e-mail address is being changed' },
  changed: {
    sv: 'Du har bett om att få dina brev från Genomslag till en annan adress, eller inga alls. Hit kommer inga brev när bytet är bekräftat. Inställningarna finns här:',
    en: 'You have asked for your letters from Genomslag at another address, or for none. No letters come here when the change is confirmed. The settings are here:',
  },
  notYou: {
    sv: 'Var det inte du: logga in, byt lösenord och säg till den som sköter systemet.',
    en: 'If it was not you: sign in, change your password and tell whoever runs the system.',
  },
  title: { sv: 'Bekräfta adressen', en: 'Confirm the address' },
  asked: (email: string): Text => ({ sv: `Ska dina brev gå till ${email}?`, en: `Shall your letters go to ${email}?` }),
  act: { sv: 'Bekräfta', en: 'Confirm' },
  done: { sv: 'Adressen är bekräftad. Dina brev går dit.', en: 'The address is confirmed. Your letters go there.' },
  unknown: {
    sv: 'Länken gäller inte längre. Ange adressen igen i inställningarna.',
    en: 'The link is no longer good. Give the address again in the settings.',
  },
  waits: (email: string): Text => ({
    sv: `${email} väntar på att bekräftas: öppna länken i brevet dit. Till dess används den gamla.`,
    en: `${email} waits to be confirmed: open the link in the letter sent there. Until then the old one is used.`,
  }),
}
