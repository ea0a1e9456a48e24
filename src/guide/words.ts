import type { Text } from '../kernel/text.ts'

/** What stands around the user guide; the guide itself is in Swedish (docs/guide). */
export const words = {
  title: { sv: 'Handbok', en: 'User guide' },
  lead: { sv: 'Så arbetar du i Genomslag, uppgift för uppgift.', en: 'How to work in Genomslag, task by task. The guide is in Swedish.' },
  chapters: { sv: 'Kapitel', en: 'Chapters' },
  next: (title: string): Text => ({ sv: `Nästa: ${title}`, en: `Next: ${title}` }),
  before: (title: string): Text => ({ sv: `Föregående: ${title}`, en: `Previous: ${title}` }),
  pages: { sv: 'Bläddra i handboken', en: 'Turn the pages of the guide' },
} as const
