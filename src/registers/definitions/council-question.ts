import { z } from 'zod'
import { defineRegister } from '../define.ts'
import { choice, day, line, post, text } from '../field.ts'

/** Questions to chairs: for information, answered without more debate than between the one who asks and the one who answers (KL 5:64). */
export const councilQuestion = defineRegister({
  name: 'council-question',
  path: 'questions',
  question: 1,
  prefix: 'F',
  words: {
    one: { sv: 'Fråga', en: 'Question' },
    many: { sv: 'Frågor', en: 'Questions' },
    the: { sv: 'frågan', en: 'the question' },
    by: { sv: 'Ställd i', en: 'Put in' },
  },
  fields: z.object({
    title: line({ label: { sv: 'Rubrik', en: 'Title' } }),
    question: text({
      label: { sv: 'Frågan', en: 'The question' },
      hint: { sv: 'Bestämt innehåll, för att få upplysningar.', en: 'Of definite content, to be informed.' },
    }),
    by: line({ label: { sv: 'Ställd av', en: 'Put by' }, hint: { sv: 'En ledamot, med parti.', en: 'A member, with party.' } }),
    to: post({ label: { sv: 'Ställd till', en: 'Put to' } }),
    filed: day({ label: { sv: 'Lämnad den', en: 'Filed on' } }),
    answerBy: day({ label: { sv: 'Besvaras senast', en: 'Answered by' } }).optional(),
    individual: choice(
      { no: { sv: 'Nej', en: 'No' }, yes: { sv: 'Ja', en: 'Yes' } },
      { label: { sv: 'Rör den myndighetsutövning mot någon enskild?', en: 'Is it about authority exercised against an individual?' } },
    ),
  }),
  title: (e) => e.title,
  owner: () => null,
  post: (e) => e.to,
  steering: false,
  free: ['answerBy'],
  check: (e) =>
    e.individual === 'yes'
      ? [
          {
            code: 'question.individual',
            field: 'individual',
            law: 'KL 5:64',
            text: {
              sv: 'En fråga får inte röra myndighetsutövning mot någon enskild.',
              en: 'A question may not be about authority exercised against an individual.',
            },
          },
        ]
      : [],
  lifecycle: {
    initial: 'filed',
    states: {
      filed: { words: { sv: 'Ställd', en: 'Put' }, mark: 'open', open: true, says: { sv: 'Frågan väntar på svar.', en: 'The question waits for its answer.' } },
      answered: { words: { sv: 'Besvarad', en: 'Answered' }, mark: 'done', open: false, says: { sv: 'Frågan är besvarad.', en: 'The question is answered.' } },
      lapsed: {
        words: { sv: 'Fick inte ställas, eller återtagen', en: 'Not allowed, or withdrawn' },
        mark: 'stop',
        open: false,
        says: { sv: 'Frågan besvarades inte.', en: 'The question was not answered.' },
      },
    },
    acts: {
      plan: { words: { sv: 'Bestäm när den besvaras', en: 'Set when it is answered' }, from: ['filed'], by: 'entry.write', asks: ['answerBy'] },
      answer: { words: { sv: 'Anteckna svaret', en: 'Note the answer' }, from: ['filed'], to: 'answered', by: 'entry.write', needs: 'comment' },
      lapse: {
        words: { sv: 'Anteckna varför den inte besvaras', en: 'Note why it is not answered' },
        from: ['filed'],
        to: 'lapsed',
        by: 'entry.follow',
        needs: 'comment',
      },
    },
  },
  clauses: {},
  deadlines: [
    { kind: 'answer', words: { sv: 'Svar på fråga', en: 'Answer to a question' }, days: (e) => (e.answerBy ? [e.answerBy] : []), metBy: ['answer', 'lapse'] },
  ],
  gaps: [{ field: 'answerBy', words: { sv: 'utan dag för svar', en: 'without a day for its answer' } }],
  measures: [],
  list: { columns: ['by', 'to', 'filed'], filters: ['to'] },
  effect: false,
  secrecy: null,
  retention: { sv: 'Bevaras', en: 'Preserved' },
})
