import { z } from 'zod'
import { neverDelegated } from '../../rulebook/delegation.ts'
import { defineRegister } from '../define.ts'
import { choice, line, text } from '../field.ts'

/**
 * What a board may let others decide: the points of its scheme of delegation (processes A5; KL 6:37–40, 7:5–8). Points that may
 * never be delegated are kept too, so that whoever asks is told that the board decides itself. Who may is a mandate for the point.
 */
export const decisionType = defineRegister({
  name: 'decision-type',
  path: 'decision-types',
  question: 1,
  prefix: 'DT',
  words: {
    one: { sv: 'Beslutstyp', en: 'Decision type' },
    many: { sv: 'Beslutstyper', en: 'Decision types' },
    the: { sv: 'beslutstypen', en: 'the decision type' },
    by: { sv: 'Antagen av', en: 'Adopted by' },
    nav: { sv: 'Beslutstyper', en: 'Decision types' },
  },
  fields: z.object({
    code: line({ label: { sv: 'Punkt', en: 'Point' }, hint: { sv: 'Till exempel 3.2.', en: 'For example 3.2.' } }),
    area: line({ label: { sv: 'Område', en: 'Area' }, hint: { sv: 'Rubriken som punkten står under.', en: 'The heading that the point stands under.' } }),
    what: line({ label: { sv: 'Beslut', en: 'Decision' }, hint: { sv: 'Till exempel ”anta anbud vid upphandling”.', en: 'For example “accept a tender”.' } }),
    conditions: text({ label: { sv: 'Villkor', en: 'Conditions' } }).optional(),
    law: line({ label: { sv: 'Lagrum', en: 'Section of law' } }).optional(),
    category: choice(
      { delegable: { sv: 'Får delegeras', en: 'May be delegated' }, ...neverDelegated },
      {
        label: { sv: 'Rör det något som aldrig får delegeras?', en: 'Does it touch what may never be delegated?' },
        hint: { sv: 'Prövas mot KL 6:38.', en: 'Tried against KL 6:38.' },
      },
    ),
    reporting: choice(
      {
        reported: { sv: 'Anmäls till nämnden', en: 'Reported to the board' },
        recorded: { sv: 'Protokollförs särskilt och anslås (KL 7:8, 8:10)', en: 'Recorded separately and announced (KL 7:8, 8:10)' },
        neither: { sv: 'Anmäls inte, kan inte överklagas (KL 13:2)', en: 'Not reported, cannot be appealed (KL 13:2)' },
      },
      { label: { sv: 'Hur beslut återredovisas', en: 'How decisions are told of' } },
    ),
  }),
  title: (e) => `${e.code} ${e.what}`,
  owner: () => null,
  steering: true,
  free: [],
  check: () => [],
  lifecycle: {
    initial: 'active',
    states: {
      active: { words: { sv: 'Gäller', en: 'In force' }, mark: 'half', open: true, says: { sv: 'Punkten gäller.', en: 'The point is in force.' } },
      ended: { words: { sv: 'Upphävd', en: 'Repealed' }, mark: 'stop', open: false, says: { sv: 'Punkten är upphävd.', en: 'The point is repealed.' } },
    },
    acts: {
      change: { words: { sv: 'Ändra punkten', en: 'Change the point' }, from: ['active'], by: 'entry.follow', needs: 'clause' },
      end: { words: { sv: 'Upphäv punkten', en: 'Repeal the point' }, from: ['active'], to: 'ended', by: 'entry.follow', needs: 'clause' },
    },
  },
  clauses: {
    adopt_decision_type: { does: 'create', words: { sv: 'Anta en punkt i delegationsordningen', en: 'Adopt a point of the scheme of delegation' } },
    change_decision_type: {
      does: 'change',
      act: 'change',
      words: { sv: 'Ändra en punkt i delegationsordningen', en: 'Change a point of the scheme of delegation' },
    },
    end_decision_type: { does: 'act', act: 'end', words: { sv: 'Upphäv en punkt i delegationsordningen', en: 'Repeal a point of the scheme of delegation' } },
  },
  deadlines: [],
  gaps: [],
  measures: [],
  list: { columns: ['area', 'category', 'reporting'], filters: ['category', 'reporting'] },
  effect: false,
  secrecy: null,
  retention: { sv: 'Bevaras', en: 'Preserved' },
})
