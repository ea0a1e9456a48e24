import { z } from 'zod'
import { addMonths } from '../../kernel/day.ts'
import { defineRegister } from '../define.ts'
import { choice, day, line, node, text } from '../field.ts'

const waiting = ['filed', 'handed_over', 'delayed'] as const

/**
 * Proposals of residents (medborgarförslag), where the council has introduced them (KL 8:1). The council may hand the decision to a
 * board, which may not hand it on (KL 5:23, 6:38); it is answered within a year or reported (KL 5:35), and the council informed.
 */
export const citizenProposal = defineRegister({
  name: 'citizen-proposal',
  path: 'citizen-proposals',
  question: 1,
  prefix: 'MF',
  words: {
    one: { sv: 'Medborgarförslag', en: 'Citizen proposal' },
    many: { sv: 'Medborgarförslag', en: 'Citizen proposals' },
    the: { sv: 'medborgarförslaget', en: 'the citizen proposal' },
    by: { sv: 'Lämnat till', en: 'Filed with' },
  },
  fields: z.object({
    title: line({ label: { sv: 'Rubrik', en: 'Title' } }),
    proposal: text({
      label: { sv: 'Förslaget', en: 'The proposal' },
      hint: { sv: 'Ämnen av olika slag får inte tas upp i samma förslag.', en: 'Matters of different kinds may not be in one proposal.' },
    }),
    resident: choice(
      {
        yes: { sv: 'Folkbokförd i kommunen', en: 'Registered in the municipality' },
        eu: { sv: 'Unionsmedborgare med rösträtt här', en: 'Union citizen with the right to vote here' },
        no: { sv: 'Nej', en: 'No' },
      },
      {
        label: { sv: 'Är förslagsställaren folkbokförd här?', en: 'Is the proposer registered here?' },
        hint: { sv: 'Ålder spelar ingen roll.', en: 'Age does not matter.' },
      },
    ),
    filed: day({ label: { sv: 'Lämnat den', en: 'Filed on' } }),
    handedTo: node({ label: { sv: 'Avgörs av', en: 'Decided by' }, nodes: ['executive_board', 'board'] }).optional(),
  }),
  title: (e) => e.title,
  owner: (e) => e.handedTo ?? null,
  steering: false,
  free: [],
  check: (e) =>
    e.resident === 'no'
      ? [
          {
            code: 'citizen_proposal.resident',
            field: 'resident',
            law: 'KL 8:1',
            text: {
              sv: 'Bara den som är folkbokförd i kommunen, eller unionsmedborgare med rösträtt här, får lämna medborgarförslag.',
              en: 'Only those registered in the municipality, or Union citizens who may vote here, may make citizen proposals.',
            },
          },
        ]
      : [],
  lifecycle: {
    initial: 'filed',
    states: {
      filed: { words: { sv: 'Lämnat', en: 'Filed' }, mark: 'open', open: true, says: { sv: 'Förslaget är lämnat.', en: 'The proposal is filed.' } },
      handed_over: {
        words: { sv: 'Överlåtet till nämnd', en: 'Handed over to a board' },
        mark: 'half',
        open: true,
        says: { sv: 'Fullmäktige har överlåtit beslutet till en nämnd.', en: 'The council has handed the decision to a board.' },
      },
      delayed: {
        words: { sv: 'Fördröjt, anmält till fullmäktige', en: 'Delayed, reported to the council' },
        mark: 'half',
        open: true,
        says: { sv: 'Fullmäktige har fått veta varför förslaget inte är avgjort.', en: 'The council has been told why the proposal is not decided.' },
      },
      approved: {
        words: { sv: 'Bifallet', en: 'Approved' },
        mark: 'done',
        open: false,
        says: { sv: 'Förslaget är bifallet.', en: 'The proposal was approved.' },
      },
      rejected: {
        words: { sv: 'Avslaget', en: 'Rejected' },
        mark: 'stop',
        open: false,
        says: { sv: 'Förslaget är avslaget.', en: 'The proposal was rejected.' },
      },
      written_off: {
        words: { sv: 'Avskrivet', en: 'Written off' },
        mark: 'stop',
        open: false,
        says: { sv: 'Förslaget är avskrivet.', en: 'The proposal was written off.' },
      },
    },
    acts: {
      handOver: {
        words: { sv: 'Överlåt beslutet till en nämnd', en: 'Hand the decision to a board' },
        from: ['filed'],
        to: 'handed_over',
        by: 'entry.follow',
        needs: 'clause',
      },
      inform: {
        words: { sv: 'Informera fullmäktige om läget', en: 'Inform the council how it stands' },
        from: ['handed_over'],
        by: 'entry.write',
        needs: 'comment',
      },
      reportDelay: {
        words: { sv: 'Anmäl till fullmäktige varför det inte är avgjort', en: 'Report to the council why it is not decided' },
        from: waiting,
        to: 'delayed',
        by: 'entry.follow',
        needs: 'comment',
      },
      approve: { words: { sv: 'Bifall förslaget', en: 'Approve the proposal' }, from: waiting, to: 'approved', by: 'entry.follow', needs: 'clause' },
      reject: { words: { sv: 'Avslå förslaget', en: 'Reject the proposal' }, from: waiting, to: 'rejected', by: 'entry.follow', needs: 'clause' },
      writeOff: { words: { sv: 'Avskriv förslaget', en: 'Write the proposal off' }, from: ['delayed'], to: 'written_off', by: 'entry.follow', needs: 'clause' },
    },
  },
  clauses: {
    hand_over_proposal: {
      does: 'change',
      act: 'handOver',
      fields: ['handedTo'],
      words: { sv: 'Överlåt ett medborgarförslag till en nämnd', en: 'Hand a citizen proposal over to a board' },
    },
    approve_proposal: { does: 'act', act: 'approve', words: { sv: 'Bifall ett medborgarförslag', en: 'Approve a citizen proposal' } },
    reject_proposal: { does: 'act', act: 'reject', words: { sv: 'Avslå ett medborgarförslag', en: 'Reject a citizen proposal' } },
    write_off_proposal: { does: 'act', act: 'writeOff', words: { sv: 'Avskriv ett medborgarförslag', en: 'Write off a citizen proposal' } },
  },
  deadlines: [
    {
      kind: 'year',
      words: { sv: 'Avgörs, eller anmäls varför inte', en: 'Decided, or reported why not' },
      source: 'KL 5:35',
      days: (e) => [addMonths(e.filed, 12)],
      metBy: ['approve', 'reject', 'writeOff', 'reportDelay'],
    },
  ],
  gaps: [],
  measures: [],
  list: { columns: ['filed', 'handedTo'], filters: ['handedTo'] },
  effect: false,
  secrecy: null,
  retention: { sv: 'Bevaras', en: 'Preserved' },
})
