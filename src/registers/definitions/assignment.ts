import { z } from 'zod'
import { defineRegister } from '../define.ts'
import { amount, choice, day, line, node, nodes, post, text } from '../field.ts'

/** Assignments that the council and boards give (steering system UP-1–UP-6; law: KL 5:4, 6:5). Overdue and done are told by deadline and state. */
export const assignment = defineRegister({
  name: 'assignment',
  path: 'assignments',
  question: 2,
  prefix: 'U',
  words: {
    one: { sv: 'Uppdrag', en: 'Assignment' },
    many: { sv: 'Uppdrag', en: 'Assignments' },
    the: { sv: 'uppdraget', en: 'the assignment' },
    by: { sv: 'Givet av', en: 'Given by' },
  },
  fields: z.object({
    title: line({ label: { sv: 'Uppdraget i en mening', en: 'The assignment in one sentence' } }),
    purpose: text({
      label: { sv: 'Syfte', en: 'Purpose' },
      hint: { sv: 'Vad ska bli bättre, och för vem?', en: 'What shall be better, and for whom?' },
      why: {
        sv: 'Frågas av den som ger uppdraget. Läses av den som utför det och av den som bedömer effekten.',
        en: 'Asked by the giver. Read by those who carry it out and those who judge its effect.',
      },
    }),
    deliverable: text({
      label: { sv: 'Vad som ska uppnås eller utföras', en: 'What is to be achieved or carried out' },
      hint: { sv: 'Så konkret att det går att se när det är klart.', en: 'So concrete that one can see when it is done.' },
    }),
    finalReport: day({ label: { sv: 'Slutredovisas senast', en: 'Final report by' } }),
    interimReport: day({ label: { sv: 'Delredovisas', en: 'Interim report by' } }).optional(),
    recipient: node({ label: { sv: 'Ges till', en: 'Given to' } }),
    coRecipients: nodes({
      label: { sv: 'Tillsammans med', en: 'Together with' },
      hint: { sv: 'Organ som utför uppdraget tillsammans med den som får det.', en: 'Bodies that carry it out together with the recipient.' },
      nodes: ['executive_board', 'board', 'company', 'joint_authority'],
    }).optional(),
    responsible: post({ label: { sv: 'Ansvarig', en: 'Responsible' }, hint: { sv: 'Befattning, inte person.', en: 'A post, not a person.' } }).optional(),
    origin: choice(
      { budget: { sv: 'Budgetbeslut', en: 'Budget decision' }, ongoing: { sv: 'Löpande under året', en: 'During the year' } },
      { label: { sv: 'Ges i', en: 'Given in' } },
    ),
    kind: choice(
      { basic: { sv: 'Grunduppdrag', en: 'Basic mission' }, development: { sv: 'Utvecklingsuppdrag', en: 'Development' }, other: { sv: 'Annat', en: 'Other' } },
      { label: { sv: 'Slag', en: 'Kind' } },
    ),
    resources: amount({
      label: { sv: 'Resurser', en: 'Resources' },
      hint: { sv: 'Krävs när en nämnd ger uppdraget utanför budgeten.', en: 'Required when a board gives it outside the budget.' },
    }).optional(),
    financing: line({
      label: { sv: 'Finansiering', en: 'Financing' },
      hint: { sv: 'Till exempel ”höjt kommunbidrag”.', en: 'For example “raised grant”.' },
    }).optional(),
  }),
  title: (e) => e.title,
  owner: (e) => e.recipient,
  post: (e) => e.responsible ?? null,
  steering: true,
  free: ['responsible'],
  check: (e) => [
    ...(e.resources !== undefined && !e.financing
      ? [
          {
            code: 'assignment.financing',
            field: 'financing',
            law: 'KL 11:15',
            text: { sv: 'Ange hur utgiften ska finansieras.', en: 'State how the expenditure is financed.' },
          },
        ]
      : []),
    ...(e.interimReport && e.finalReport && e.interimReport >= e.finalReport
      ? [
          {
            code: 'assignment.interim',
            field: 'interimReport',
            text: { sv: 'Delredovisningen ska komma före slutredovisningen.', en: 'The interim report comes before the final report.' },
          },
        ]
      : []),
  ],
  lifecycle: {
    initial: 'given',
    states: {
      given: {
        words: { sv: 'Givet', en: 'Given' },
        mark: 'open',
        open: true,
        says: { sv: 'Uppdraget är givet men ännu inte mottaget.', en: 'The assignment has been given and not yet accepted.' },
      },
      accepted: { words: { sv: 'Pågår', en: 'Under way' }, mark: 'half', open: true, says: { sv: 'Uppdraget pågår.', en: 'The assignment is under way.' } },
      reported: {
        words: { sv: 'Slutredovisat', en: 'Final report in' },
        mark: 'half',
        open: true,
        says: {
          sv: 'Uppdraget är slutredovisat och väntar på att prövas av den som gav det.',
          en: 'The final report is in and waits to be tried by the giver.',
        },
      },
      fulfilled: {
        words: { sv: 'Fullgjort', en: 'Fulfilled' },
        mark: 'done',
        open: false,
        says: { sv: 'Uppdraget är fullgjort.', en: 'The assignment is fulfilled.' },
      },
      ended: {
        words: { sv: 'Avslutat utan att fullgöras', en: 'Ended, not fulfilled' },
        mark: 'stop',
        open: false,
        says: { sv: 'Uppdraget är avslutat utan att ha fullgjorts.', en: 'The assignment was ended without being fulfilled.' },
      },
    },
    acts: {
      accept: { words: { sv: 'Ta emot uppdraget', en: 'Accept the assignment' }, from: ['given'], to: 'accepted', by: 'entry.carry_out' },
      note: { words: { sv: 'Anteckna läget', en: 'Note how it goes' }, from: ['accepted'], by: 'entry.carry_out', needs: 'comment' },
      report: { words: { sv: 'Lämna återrapport', en: 'Report back' }, from: ['accepted'], by: 'entry.carry_out', needs: 'report' },
      finalReport: {
        words: { sv: 'Slutredovisa', en: 'Hand in the final report' },
        from: ['accepted'],
        to: 'reported',
        by: 'entry.carry_out',
        needs: 'final_report',
      },
      sendBack: {
        words: { sv: 'Sänd tillbaka', en: 'Send back' },
        from: ['reported'],
        to: 'accepted',
        by: 'entry.follow',
        needs: 'comment',
        returnsReport: true,
      },
      appoint: { words: { sv: 'Utse ansvarig', en: 'Name who is responsible' }, from: ['given', 'accepted'], by: 'entry.carry_out', asks: ['responsible'] },
      change: { words: { sv: 'Ändra uppdraget', en: 'Change the assignment' }, from: ['given', 'accepted'], by: 'entry.follow', needs: 'clause' },
      declareFulfilled: {
        words: { sv: 'Förklara fullgjort', en: 'Declare fulfilled' },
        from: ['reported'],
        to: 'fulfilled',
        by: 'entry.follow',
        needs: 'clause',
      },
      end: {
        words: { sv: 'Avsluta uppdraget', en: 'End the assignment' },
        from: ['given', 'accepted', 'reported'],
        to: 'ended',
        by: 'entry.follow',
        needs: 'clause',
      },
    },
  },
  clauses: {
    give_assignment: { does: 'create', words: { sv: 'Ge ett uppdrag', en: 'Give an assignment' } },
    change_assignment: { does: 'change', act: 'change', words: { sv: 'Ändra ett uppdrag', en: 'Change an assignment' } },
    end_assignment: { does: 'act', act: 'end', words: { sv: 'Avsluta ett uppdrag', en: 'End an assignment' } },
    declare_fulfilled: { does: 'act', act: 'declareFulfilled', words: { sv: 'Förklara ett uppdrag fullgjort', en: 'Declare an assignment fulfilled' } },
  },
  doors: [{ to: 'split', words: { sv: 'Dela uppdraget', en: 'Split the assignment' }, from: ['accepted'], by: 'entry.carry_out' }],
  deadlines: [
    {
      kind: 'interim',
      words: { sv: 'Delredovisning', en: 'Interim report' },
      days: (e) => (e.interimReport ? [e.interimReport] : []),
      metBy: ['report', 'finalReport'],
    },
    { kind: 'final', words: { sv: 'Slutredovisning', en: 'Final report' }, days: (e) => [e.finalReport], metBy: ['finalReport'], reopenedBy: ['sendBack'] },
  ],
  gaps: [{ field: 'responsible', words: { sv: 'saknar ansvarig', en: 'without anybody responsible' } }],
  measures: [
    {
      key: 'overdue',
      words: { sv: 'Uppdrag vars dag har passerat', en: 'Assignments past their day' },
      unit: { sv: 'uppdrag', en: 'assignments' },
      formula: { sv: 'Antal uppdrag vars nästa dag har passerat', en: 'Number of assignments whose next day has passed' },
      decimals: 0,
      direction: 'down',
      count: (entries, today) => entries.filter((e) => e.due !== null && e.due < today).length,
    },
    {
      key: 'fulfilled_share',
      words: { sv: 'Andel uppdrag som förklarats fullgjorda', en: 'Share of assignments declared fulfilled' },
      unit: { sv: '%', en: '%' },
      formula: { sv: 'Uppdrag som förklarats fullgjorda / alla uppdrag × 100', en: 'Assignments declared fulfilled / all assignments × 100' },
      decimals: 0,
      direction: 'up',
      count: (entries) => (entries.length === 0 ? null : (100 * entries.filter((e) => e.state === 'fulfilled').length) / entries.length),
    },
  ],
  list: { columns: ['recipient', 'responsible'], filters: ['recipient', 'kind', 'origin'] },
  effect: true,
  secrecy: null,
  retention: { sv: 'Bevaras', en: 'Preserved' },
})
