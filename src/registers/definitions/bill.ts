import { z } from 'zod'
import { addMonths } from '../../kernel/day.ts'
import { defineRegister } from '../define.ts'
import { day, line, node, text } from '../field.ts'

const waiting = ['filed', 'preparing', 'prepared', 'delayed'] as const

/** Members' bills (motioner). The council answers within a year, or is told why not and may then write the bill off (KL 5:22, 5:35). */
export const bill = defineRegister({
  name: 'bill',
  path: 'bills',
  question: 1,
  prefix: 'MO',
  words: {
    one: { sv: 'Motion', en: 'Member’s bill' },
    many: { sv: 'Motioner', en: 'Members’ bills' },
    the: { sv: 'motionen', en: 'the bill' },
    by: { sv: 'Lämnad till', en: 'Filed with' },
  },
  fields: z.object({
    title: line({ label: { sv: 'Rubrik', en: 'Title' } }),
    proposal: text({
      label: { sv: 'Förslag till beslut', en: 'Proposed decision' },
      hint: { sv: 'Ett ämne i varje motion; en att-sats på varje rad.', en: 'One subject in each bill; one clause a line.' },
    }),
    reasons: text({ label: { sv: 'Skäl', en: 'Reasons' } }).optional(),
    by: line({ label: { sv: 'Lämnad av', en: 'Filed by' }, hint: { sv: 'En eller flera ledamöter, med parti.', en: 'One or more members, with party.' } }),
    filed: day({ label: { sv: 'Lämnad den', en: 'Filed on' } }),
    preparedBy: node({ label: { sv: 'Bereds av', en: 'Prepared by' }, nodes: ['executive_board', 'board', 'committee'] }).optional(),
    preparedUntil: day({ label: { sv: 'Svar från beredningen senast', en: 'Answer of the preparation by' } }).optional(),
  }),
  title: (e) => e.title,
  owner: (e) => e.preparedBy ?? null,
  steering: false,
  free: ['preparedBy', 'preparedUntil'],
  check: (e) =>
    e.filed && e.preparedUntil && e.preparedUntil <= e.filed
      ? [
          {
            code: 'bill.prepared',
            field: 'preparedUntil',
            text: { sv: 'Svaret kommer efter att motionen lämnades.', en: 'The answer comes after the bill was filed.' },
          },
        ]
      : [],
  lifecycle: {
    initial: 'filed',
    states: {
      filed: { words: { sv: 'Lämnad', en: 'Filed' }, mark: 'open', open: true, says: { sv: 'Motionen är lämnad.', en: 'The bill is filed.' } },
      preparing: {
        words: { sv: 'Bereds', en: 'Being prepared' },
        mark: 'half',
        open: true,
        says: { sv: 'Motionen bereds.', en: 'The bill is being prepared.' },
      },
      prepared: {
        words: { sv: 'Beredd', en: 'Prepared' },
        mark: 'half',
        open: true,
        says: { sv: 'Motionen är beredd och väntar på svar.', en: 'The bill is prepared and waits for its answer.' },
      },
      delayed: {
        words: { sv: 'Fördröjd, anmäld till fullmäktige', en: 'Delayed, reported to the council' },
        mark: 'half',
        open: true,
        says: {
          sv: 'Fullmäktige har fått veta varför motionen inte är besvarad inom ett år.',
          en: 'The council has been told why the bill was not answered within a year.',
        },
      },
      approved: { words: { sv: 'Bifallen', en: 'Approved' }, mark: 'done', open: false, says: { sv: 'Motionen är bifallen.', en: 'The bill was approved.' } },
      rejected: { words: { sv: 'Avslagen', en: 'Rejected' }, mark: 'stop', open: false, says: { sv: 'Motionen är avslagen.', en: 'The bill was rejected.' } },
      answered: { words: { sv: 'Besvarad', en: 'Answered' }, mark: 'done', open: false, says: { sv: 'Motionen är besvarad.', en: 'The bill was answered.' } },
      written_off: {
        words: { sv: 'Avskriven', en: 'Written off' },
        mark: 'stop',
        open: false,
        says: { sv: 'Motionen är avskriven.', en: 'The bill was written off.' },
      },
    },
    acts: {
      send: {
        words: { sv: 'Sänd till beredning', en: 'Send for preparation' },
        from: ['filed', 'preparing'],
        to: 'preparing',
        by: 'entry.write',
        asks: ['preparedBy', 'preparedUntil'],
      },
      prepare: {
        words: { sv: 'Lämna beredningens svar', en: 'Hand in the answer of the preparation' },
        from: ['preparing'],
        to: 'prepared',
        by: 'entry.write',
        needs: 'comment',
      },
      reportDelay: {
        words: { sv: 'Anmäl till fullmäktige varför den inte är besvarad', en: 'Report to the council why it is not answered' },
        from: waiting,
        to: 'delayed',
        by: 'entry.follow',
        needs: 'comment',
      },
      approve: { words: { sv: 'Bifall motionen', en: 'Approve the bill' }, from: waiting, to: 'approved', by: 'entry.follow', needs: 'clause' },
      reject: { words: { sv: 'Avslå motionen', en: 'Reject the bill' }, from: waiting, to: 'rejected', by: 'entry.follow', needs: 'clause' },
      answer: {
        words: { sv: 'Förklara motionen besvarad', en: 'Declare the bill answered' },
        from: waiting,
        to: 'answered',
        by: 'entry.follow',
        needs: 'clause',
      },
      // KL 5:35 second paragraph: written off only once the council has been told why.
      writeOff: { words: { sv: 'Avskriv motionen', en: 'Write the bill off' }, from: ['delayed'], to: 'written_off', by: 'entry.follow', needs: 'clause' },
    },
  },
  clauses: {
    approve_bill: { does: 'act', act: 'approve', words: { sv: 'Bifall en motion', en: 'Approve a member’s bill' } },
    reject_bill: { does: 'act', act: 'reject', words: { sv: 'Avslå en motion', en: 'Reject a member’s bill' } },
    answer_bill: { does: 'act', act: 'answer', words: { sv: 'Förklara en motion besvarad', en: 'Declare a member’s bill answered' } },
    write_off_bill: { does: 'act', act: 'writeOff', words: { sv: 'Avskriv en motion', en: 'Write off a member’s bill' } },
  },
  deadlines: [
    {
      kind: 'preparation',
      words: { sv: 'Beredningens svar', en: 'Answer of the preparation' },
      days: (e) => (e.preparedUntil ? [e.preparedUntil] : []),
      metBy: ['prepare', 'approve', 'reject', 'answer', 'writeOff'],
    },
    {
      kind: 'year',
      words: { sv: 'Besvaras, eller anmäls varför inte', en: 'Answered, or reported why not' },
      source: 'KL 5:35',
      days: (e) => [addMonths(e.filed, 12)],
      metBy: ['approve', 'reject', 'answer', 'writeOff', 'reportDelay'],
    },
  ],
  gaps: [{ field: 'preparedBy', words: { sv: 'bereds av ingen', en: 'prepared by nobody' } }],
  measures: [
    {
      key: 'over_a_year',
      words: { sv: 'Motioner äldre än ett år utan svar', en: 'Bills older than a year without an answer' },
      unit: { sv: 'motioner', en: 'bills' },
      formula: { sv: 'Antal obesvarade motioner som lämnades för mer än ett år sedan', en: 'Number of unanswered bills filed more than a year ago' },
      decimals: 0,
      direction: 'down',
      count: (entries, today) => entries.filter((e) => waiting.some((s) => s === e.state) && addMonths(e.data.filed, 12) < today).length,
    },
  ],
  list: { columns: ['by', 'filed', 'preparedBy'], filters: ['preparedBy'] },
  effect: false,
  secrecy: null,
  retention: { sv: 'Bevaras', en: 'Preserved' },
})
