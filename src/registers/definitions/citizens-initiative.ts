import { z } from 'zod'
import { addMonths } from '../../kernel/day.ts'
import { defineRegister } from '../define.ts'
import { count, day, line, text } from '../field.ts'

/** At least a tenth of those with the right to vote, signed within six months before it was handed in (KL 8:2). */
const enough = (e: { readonly signatures?: number | undefined; readonly voters?: number | undefined }): boolean =>
  e.signatures !== undefined && e.voters !== undefined && e.signatures * 10 >= e.voters

/**
 * Citizens' initiatives for a referendum (folkinitiativ). With a tenth of the voters behind it the council tries it promptly, and holds
 * the referendum if the matter is the municipality's, unless two thirds of those present vote against (KL 5:37, 8:2).
 */
export const citizensInitiative = defineRegister({
  name: 'citizens-initiative',
  path: 'initiatives',
  question: 1,
  prefix: 'FI',
  words: {
    one: { sv: 'Folkinitiativ', en: 'Citizens’ initiative' },
    many: { sv: 'Folkinitiativ', en: 'Citizens’ initiatives' },
    the: { sv: 'folkinitiativet', en: 'the citizens’ initiative' },
    by: { sv: 'Lämnat till', en: 'Handed in to' },
  },
  fields: z.object({
    title: line({ label: { sv: 'Rubrik', en: 'Title' } }),
    question: text({ label: { sv: 'Frågan för folkomröstning', en: 'The question of the referendum' } }),
    handedIn: day({ label: { sv: 'Lämnat den', en: 'Handed in on' } }),
    firstSigned: day({ label: { sv: 'Första underskriften', en: 'First signature' } }),
    signatures: count({ max: 10_000_000, label: { sv: 'Godkända underskrifter', en: 'Valid signatures' } }),
    voters: count({ max: 10_000_000, label: { sv: 'Röstberättigade i kommunen', en: 'Voters in the municipality' } }),
  }),
  title: (e) => e.title,
  owner: () => null,
  steering: false,
  free: [],
  check: (e) => [
    ...(e.handedIn && e.firstSigned && e.firstSigned > e.handedIn
      ? [
          {
            code: 'initiative.order',
            field: 'firstSigned',
            text: { sv: 'Den första underskriften kom före inlämnandet.', en: 'The first signature came before it was handed in.' },
          },
        ]
      : []),
    ...(e.handedIn && e.firstSigned && e.firstSigned < addMonths(e.handedIn, -6)
      ? [
          {
            code: 'initiative.age',
            field: 'firstSigned',
            law: 'KL 8:2',
            text: {
              sv: 'Underskrifter äldre än sex månader räknas inte: räkna bort dem och ange den första som räknas.',
              en: 'Signatures older than six months do not count: leave them out and state the first that counts.',
            },
          },
        ]
      : []),
    ...(e.signatures !== undefined && e.voters !== undefined && e.signatures > e.voters
      ? [{ code: 'initiative.voters', field: 'signatures', text: { sv: 'Fler underskrifter än röstberättigade.', en: 'More signatures than voters.' } }]
      : []),
  ],
  lifecycle: {
    initial: 'handed_in',
    states: {
      handed_in: {
        words: { sv: 'Lämnat', en: 'Handed in' },
        mark: 'open',
        open: true,
        says: { sv: 'Initiativet är lämnat och ska kontrolleras.', en: 'The initiative is handed in and to be checked.' },
      },
      valid: {
        words: { sv: 'Har stöd nog', en: 'Has support enough' },
        mark: 'half',
        open: true,
        says: { sv: 'Minst en tiondel av de röstberättigade står bakom initiativet.', en: 'At least a tenth of the voters stand behind the initiative.' },
      },
      insufficient: {
        words: { sv: 'För få underskrifter', en: 'Too few signatures' },
        mark: 'stop',
        open: false,
        says: { sv: 'Initiativet har för få underskrifter.', en: 'The initiative has too few signatures.' },
      },
      referendum: {
        words: { sv: 'Folkomröstning hålls', en: 'Referendum is held' },
        mark: 'done',
        open: false,
        says: { sv: 'Fullmäktige har beslutat om folkomröstning.', en: 'The council has decided on a referendum.' },
      },
      refused: {
        words: { sv: 'Avvisat', en: 'Refused' },
        mark: 'stop',
        open: false,
        says: { sv: 'Fullmäktige har beslutat att inte hålla folkomröstning.', en: 'The council has decided not to hold a referendum.' },
      },
    },
    acts: {
      accept: {
        words: { sv: 'Anteckna att stödet räcker', en: 'Note that the support is enough' },
        from: ['handed_in'],
        to: 'valid',
        by: 'entry.write',
        when: (e) =>
          enough(e)
            ? []
            : [
                {
                  code: 'initiative.tenth',
                  law: 'KL 8:2',
                  text: {
                    sv: `Det krävs minst ${Math.ceil(e.voters / 10)} underskrifter, en tiondel av ${e.voters}; det finns ${e.signatures}.`,
                    en: `At least ${Math.ceil(e.voters / 10)} signatures are needed, a tenth of ${e.voters}; there are ${e.signatures}.`,
                  },
                },
              ],
      },
      dismiss: {
        words: { sv: 'Anteckna att underskrifterna är för få', en: 'Note that the signatures are too few' },
        from: ['handed_in'],
        to: 'insufficient',
        by: 'entry.write',
        needs: 'comment',
        when: (e) =>
          enough(e)
            ? [
                {
                  code: 'initiative.enough',
                  law: 'KL 8:2',
                  text: { sv: 'En tiondel har skrivit under: fullmäktige måste pröva det.', en: 'A tenth have signed: the council must try it.' },
                },
              ]
            : [],
      },
      hold: { words: { sv: 'Håll folkomröstning', en: 'Hold the referendum' }, from: ['valid'], to: 'referendum', by: 'entry.follow', needs: 'clause' },
      refuse: {
        words: { sv: 'Håll inte folkomröstning', en: 'Do not hold the referendum' },
        from: ['valid'],
        to: 'refused',
        by: 'entry.follow',
        needs: 'clause',
      },
    },
  },
  clauses: {
    hold_referendum: { does: 'act', act: 'hold', words: { sv: 'Håll folkomröstning efter ett initiativ', en: 'Hold a referendum after an initiative' } },
    refuse_referendum: {
      does: 'act',
      act: 'refuse',
      words: { sv: 'Håll inte folkomröstning efter ett initiativ (två tredjedelar)', en: 'Do not hold a referendum after an initiative (two thirds)' },
    },
  },
  deadlines: [],
  gaps: [],
  measures: [],
  list: { columns: ['handedIn', 'signatures', 'voters'], filters: [] },
  effect: false,
  secrecy: null,
  retention: { sv: 'Bevaras', en: 'Preserved' },
})
