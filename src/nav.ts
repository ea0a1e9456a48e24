import { allDefinitions } from './registers/definitions/index.ts'
import type { NavRoom } from './web/view.ts'

/** The rooms under each of the four questions, as the head of every page lists them. Registers come from their definitions. */
export const nav: readonly NavRoom[] = [
  { question: 1, name: 'decisions', words: { sv: 'Beslut', en: 'Decisions' }, href: '/decisions' },
  { question: 1, name: 'meetings', words: { sv: 'Sammanträden', en: 'Meetings' }, href: '/meetings' },
  { question: 1, name: 'cases', words: { sv: 'Ärenden', en: 'Cases' }, href: '/cases' },
  { question: 1, name: 'dispatch', words: { sv: 'Inkommet', en: 'Received' }, href: '/dispatch' },
  { question: 1, name: 'petitions', words: { sv: 'Obesvarat', en: 'Unanswered' }, href: '/petitions' },
  { question: 1, name: 'delegation', words: { sv: 'Delegation', en: 'Delegation' }, href: '/delegation' },
  ...allDefinitions
    .filter((d) => d.question !== 1)
    .map((d): NavRoom => ({ question: d.question, name: d.name, words: d.words.nav ?? d.words.many, href: `/register/${d.path}` })),
  { question: 3, name: 'reports', words: { sv: 'Rapporter', en: 'Reports' }, href: '/reports' },
  { question: 3, name: 'contradictions', words: { sv: 'Motsägelser', en: 'Contradictions' }, href: '/contradictions' },
  { question: 3, name: 'due', words: { sv: 'Att lämna', en: 'To hand in' }, href: '/due' },
  { question: 4, name: 'series', words: { sv: 'Mått', en: 'Measures' }, href: '/series' },
  { question: 4, name: 'goals', words: { sv: 'Mål', en: 'Goals' }, href: '/goals' },
]
