import { day } from '../../src/kernel/day.ts'
import { say } from '../../src/kernel/text.ts'
import type { NavRoom, View } from '../../src/web/view.ts'

const room = (question: 1 | 2 | 3 | 4, name: string, sv: string, en: string): NavRoom => ({ question, name, words: { sv, en }, href: `#${name}` })

/** A reader at the desk of the working-life board, for pages that are drawn without a server. */
export const galleryView: View = {
  locale: 'sv',
  today: day('2022-05-17'),
  path: '/',
  csrf: 'gallery',
  who: { personId: '1', name: 'Alva Lindqvist', posts: [] },
  post: 'Nämndsekreterare',
  desk: { slug: 'arbetslivsnamnden', name: 'Arbetslivsnämnden', municipality: 'Borås Stad' },
  demo: true,
  mayStepIn: true,
  nav: [
    room(1, 'cases', 'Ärenden', 'Cases'),
    room(1, 'decisions', 'Beslut', 'Decisions'),
    room(1, 'governing', 'Styrdokument', 'Governing documents'),
    room(2, 'assignments', 'Uppdrag', 'Assignments'),
    room(2, 'agreements', 'Överenskommelser', 'Agreements'),
    room(3, 'reports', 'Återrapporter', 'Reports'),
    room(3, 'due', 'Att lämna', 'Due'),
    room(4, 'series', 'Mått', 'Measures'),
    room(4, 'goals', 'Mål', 'Goals'),
  ],
  assets: { css: 'look.css', js: 'main.js' },
  notice: null,
  t: (text) => say(text, 'sv'),
}
