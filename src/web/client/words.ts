/** What the script itself says. The pages' words stay on the server. */
const words = {
  sv: {
    saved: (time: string) => `Utkast sparat kl. ${time}`,
    notSaved: 'Utkastet kunde inte sparas nu. Det du har skrivit finns kvar på sidan.',
    lineLost: 'Det kom inte fram: förbindelsen bröts. Försök igen. Det som redan har lagrats görs inte två gånger.',
    keys: 'Tangenter',
    use: 'Använd tangenterna',
    close: 'Stäng',
    list: [
      ['/', 'Sök'],
      ['1 – 4', 'De fyra frågorna'],
      ['J K', 'Nästa och föregående rad'],
      ['?', 'Den här listan'],
    ],
  },
  en: {
    saved: (time: string) => `Draft saved at ${time}`,
    notSaved: 'The draft could not be saved just now. What you have written is still on the page.',
    lineLost: 'It did not arrive: the connection was lost. Try again. What is stored already is not done twice.',
    keys: 'Keys',
    use: 'Use the keys',
    close: 'Close',
    list: [
      ['/', 'Search'],
      ['1 – 4', 'The four questions'],
      ['J K', 'Next and previous row'],
      ['?', 'This list'],
    ],
  },
} as const

/** In the language of the page. */
export const say = (): (typeof words)['sv'] | (typeof words)['en'] => (document.documentElement.lang === 'en' ? words.en : words.sv)
