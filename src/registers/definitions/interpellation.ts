import { z } from 'zod'
import { defineRegister } from '../define.ts'
import { choice, day, line, post, text } from '../field.ts'

/**
 * Interpellations to chairs and to others whom the council names: definite, reasoned, and not about authority exercised against an
 * individual. The council decides without debate whether it may be put (KL 5:59–63).
 */
export const interpellation = defineRegister({
  name: 'interpellation',
  path: 'interpellations',
  question: 1,
  prefix: 'I',
  words: {
    one: { sv: 'Interpellation', en: 'Interpellation' },
    many: { sv: 'Interpellationer', en: 'Interpellations' },
    the: { sv: 'interpellationen', en: 'the interpellation' },
    by: { sv: 'Lämnad till', en: 'Filed with' },
  },
  fields: z.object({
    title: line({ label: { sv: 'Rubrik', en: 'Title' } }),
    question: text({
      label: { sv: 'Frågor', en: 'Questions' },
      hint: { sv: 'Bestämt innehåll; en fråga på varje rad.', en: 'Of definite content; one question a line.' },
    }),
    reasons: text({ label: { sv: 'Motivering', en: 'Reasons' } }),
    by: line({ label: { sv: 'Ställd av', en: 'Put by' }, hint: { sv: 'En ledamot, med parti.', en: 'A member, with party.' } }),
    to: post({
      label: { sv: 'Ställd till', en: 'Put to' },
      hint: { sv: 'Ordföranden i en nämnd, eller annan som fullmäktige har bestämt.', en: 'The chair of a board, or another whom the council has named.' },
    }),
    filed: day({ label: { sv: 'Lämnad den', en: 'Filed on' } }),
    answerBy: day({
      label: { sv: 'Besvaras senast', en: 'Answered by' },
      hint: { sv: 'Sammanträdet efter det då den ställdes.', en: 'The meeting after the one where it was put.' },
    }).optional(),
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
  check: (e) => [
    ...(e.individual === 'yes'
      ? [
          {
            code: 'interpellation.individual',
            field: 'individual',
            law: 'KL 5:60',
            text: {
              sv: 'En interpellation får inte röra myndighetsutövning mot någon enskild.',
              en: 'An interpellation may not be about authority exercised against an individual.',
            },
          },
        ]
      : []),
    ...(e.filed && e.answerBy && e.answerBy < e.filed
      ? [
          {
            code: 'interpellation.answer',
            field: 'answerBy',
            text: { sv: 'Svaret kommer efter att den lämnades.', en: 'The answer comes after it was filed.' },
          },
        ]
      : []),
  ],
  lifecycle: {
    initial: 'filed',
    states: {
      filed: {
        words: { sv: 'Lämnad', en: 'Filed' },
        mark: 'open',
        open: true,
        says: {
          sv: 'Interpellationen väntar på att fullmäktige beslutar om den får ställas.',
          en: 'The interpellation waits for the council to decide whether it may be put.',
        },
      },
      put: {
        words: { sv: 'Ställd', en: 'Put' },
        mark: 'half',
        open: true,
        says: { sv: 'Interpellationen är ställd och väntar på svar.', en: 'The interpellation is put and waits for its answer.' },
      },
      answered: {
        words: { sv: 'Besvarad', en: 'Answered' },
        mark: 'done',
        open: false,
        says: { sv: 'Interpellationen är besvarad.', en: 'The interpellation is answered.' },
      },
      refused: {
        words: { sv: 'Fick inte ställas', en: 'Not allowed' },
        mark: 'stop',
        open: false,
        says: { sv: 'Fullmäktige lät inte interpellationen ställas.', en: 'The council did not allow the interpellation.' },
      },
      withdrawn: {
        words: { sv: 'Återtagen', en: 'Withdrawn' },
        mark: 'stop',
        open: false,
        says: { sv: 'Interpellationen är återtagen.', en: 'The interpellation is withdrawn.' },
      },
    },
    acts: {
      plan: { words: { sv: 'Bestäm när den besvaras', en: 'Set when it is answered' }, from: ['filed', 'put'], by: 'entry.write', asks: ['answerBy'] },
      admit: { words: { sv: 'Låt den ställas', en: 'Allow it' }, from: ['filed'], to: 'put', by: 'entry.follow', needs: 'clause' },
      refuse: { words: { sv: 'Låt den inte ställas', en: 'Do not allow it' }, from: ['filed'], to: 'refused', by: 'entry.follow', needs: 'clause' },
      answer: { words: { sv: 'Anteckna svaret', en: 'Note the answer' }, from: ['put'], to: 'answered', by: 'entry.write', needs: 'comment' },
      withdraw: {
        words: { sv: 'Anteckna att den är återtagen', en: 'Note that it is withdrawn' },
        from: ['filed', 'put'],
        to: 'withdrawn',
        by: 'entry.write',
        needs: 'comment',
      },
    },
  },
  clauses: {
    admit_interpellation: { does: 'act', act: 'admit', words: { sv: 'Låt en interpellation ställas', en: 'Allow an interpellation' } },
    refuse_interpellation: { does: 'act', act: 'refuse', words: { sv: 'Låt en interpellation inte ställas', en: 'Do not allow an interpellation' } },
  },
  deadlines: [
    {
      kind: 'answer',
      words: { sv: 'Svar på interpellation', en: 'Answer to an interpellation' },
      days: (e) => (e.answerBy ? [e.answerBy] : []),
      metBy: ['answer', 'refuse', 'withdraw'],
    },
  ],
  gaps: [{ field: 'answerBy', words: { sv: 'utan dag för svar', en: 'without a day for its answer' } }],
  measures: [],
  list: { columns: ['by', 'to', 'filed'], filters: ['to'] },
  effect: false,
  secrecy: null,
  retention: { sv: 'Bevaras', en: 'Preserved' },
})
