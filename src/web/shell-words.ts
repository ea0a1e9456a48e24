import type { Text } from '../kernel/text.ts'

export const shellWords = {
  skip: { sv: 'Hoppa till innehållet', en: 'Skip to the content' },
  home: { sv: 'Genomslag, till startsidan', en: 'Genomslag, to the start page' },
  find: { sv: 'Sök', en: 'Search' },
  fourQuestions: { sv: 'De fyra frågorna', en: 'The four questions' },
  question: {
    1: { sv: 'Hur fattades det?', en: 'How was it reached?' },
    2: { sv: 'Genomförs det?', en: 'Is it being carried out?' },
    3: { sv: 'Vad har återrapporterats?', en: 'What has been reported back?' },
    4: { sv: 'Fick det effekt?', en: 'Did it have effect?' },
  },
  questionShort: {
    1: { sv: 'Beslut', en: 'Decision' },
    2: { sv: 'Genomförs', en: 'Carried out' },
    3: { sv: 'Rapporter', en: 'Reports' },
    4: { sv: 'Effekt', en: 'Effect' },
  },
  signIn: { sv: 'Logga in', en: 'Sign in' },
  signOut: { sv: 'Logga ut', en: 'Sign out' },
  drafts: { sv: 'Utkast', en: 'Drafts' },
  stepIn: { sv: 'Prova en roll', en: 'Try a role' },
  changeRole: { sv: 'Byt roll', en: 'Change role' },
  guide: { sv: 'Handbok', en: 'Guide' },
  notices: { sv: 'Anslagstavla', en: 'Notice board' },
  accessibility: { sv: 'Tillgänglighet', en: 'Accessibility' },
  retention: { sv: 'Gallring', en: 'Destruction' },
  procedure: { sv: 'Så tillämpas lagen', en: 'How the law is applied' },
  accessLog: { sv: 'Läst med sekretess', en: 'Read under secrecy' },
  history: { sv: 'Historiken', en: 'History' },
  api: { sv: 'API', en: 'API' },
  demo: (sv: string, en: string): Text => ({
    sv: `Demonstration. I dag är ${sv}. Beslut, belopp och mått kommer ur handlingar från Borås och Göteborg; personer, och det som är märkt påhittat, är påhittade.`,
    en: `Demonstration. Today is ${en}. Decisions, amounts and measures come from documents of Borås and Göteborg; persons, and what is marked invented, are invented.`,
  }),
}
