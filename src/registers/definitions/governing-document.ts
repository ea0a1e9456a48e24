import { z } from 'zod'
import { defineRegister } from '../define.ts'
import { choice, day, days, line, node, text } from '../field.ts'

/**
 * Documents that the municipality steers by (steering system §0, REQ-META-1; register of governing documents). Who adopted it is
 * the body that the entry belongs to, and when is the day of the decision: neither is asked for again.
 */
export const governingDocument = defineRegister({
  name: 'governing-document',
  path: 'governing-documents',
  question: 2,
  prefix: 'S',
  words: {
    one: { sv: 'Styrdokument', en: 'Governing document' },
    many: { sv: 'Styrdokument', en: 'Governing documents' },
    the: { sv: 'styrdokumentet', en: 'the governing document' },
    by: { sv: 'Antaget av', en: 'Adopted by' },
  },
  fields: z.object({
    title: line({ label: { sv: 'Dokumentets namn', en: 'Name of the document' } }),
    type: choice(
      {
        vision: { sv: 'Vision', en: 'Vision' },
        policy: { sv: 'Policy', en: 'Policy' },
        programme: { sv: 'Program', en: 'Programme' },
        plan: { sv: 'Plan', en: 'Plan' },
        guideline: { sv: 'Riktlinje', en: 'Guideline' },
        rule: { sv: 'Regel', en: 'Rule' },
      },
      {
        label: { sv: 'Slag', en: 'Kind' },
        hint: { sv: 'En riktlinje säger hur man bör göra, en regel vad man ska.', en: 'A guideline says how one ought to act, a rule what one must do.' },
      },
    ),
    scope: text({
      label: { sv: 'Gäller för', en: 'Applies to' },
      hint: { sv: 'Till exempel ”alla nämnder, förvaltningar och bolag”.', en: 'For example “all boards, departments and companies”.' },
    }),
    number: line({ label: { sv: 'Diarienummer', en: 'Case number' } }).optional(),
    validFrom: day({ label: { sv: 'Gäller från', en: 'Valid from' } }),
    validTo: day({
      label: { sv: 'Gäller till och med', en: 'Valid to' },
      why: {
        sv: 'Frågas av den som antar dokumentet. Efter den dagen krävs ett beslut om förlängning.',
        en: 'Asked by the adopter. After that day a decision to prolong is needed.',
      },
    }).optional(),
    revisionOwner: node({ label: { sv: 'Ansvarar för revidering', en: 'Owner of revision' } }),
    followUpOwner: node({ label: { sv: 'Ansvarar för uppföljning', en: 'Owner of follow-up' } }),
    followUpTimetable: line({
      label: { sv: 'När det följs upp', en: 'Timetable of follow-up' },
      hint: { sv: 'Till exempel ”varje år i årsredovisningen”.', en: 'For example “each year in the annual report”.' },
    }).optional(),
    followUpDays: days({ label: { sv: 'Dagar för uppföljning', en: 'Days of follow-up' } }).optional(),
    implementation: text({
      label: { sv: 'Skyldighet att införa det', en: 'Duty to implement' },
      hint: { sv: 'Vem ska göra vad för att dokumentet ska få genomslag?', en: 'Who is to do what for the document to take hold?' },
    }).optional(),
    adjustment: line({ label: { sv: 'Får justeras av', en: 'May be adjusted by' } }).optional(),
  }),
  title: (e) => e.title,
  owner: (e) => e.followUpOwner,
  steering: true,
  free: [],
  check: (e) =>
    e.validFrom && e.validTo && e.validTo < e.validFrom
      ? [
          {
            code: 'governing_document.valid',
            field: 'validTo',
            text: { sv: 'Sista dagen ska komma efter den första.', en: 'The last day comes after the first.' },
          },
        ]
      : [],
  lifecycle: {
    initial: 'in_force',
    states: {
      in_force: {
        words: { sv: 'Gäller', en: 'In force' },
        mark: 'half',
        open: true,
        says: { sv: 'Styrdokumentet gäller.', en: 'The governing document is in force.' },
      },
      prolonged: {
        words: { sv: 'Förlängt', en: 'Prolonged' },
        mark: 'half',
        open: true,
        says: { sv: 'Styrdokumentet gäller, efter att ha förlängts.', en: 'The governing document is in force, having been prolonged.' },
      },
      expired: {
        words: { sv: 'Har upphört', en: 'Expired' },
        mark: 'stop',
        open: false,
        says: { sv: 'Styrdokumentets tid har gått ut.', en: 'The time of the governing document has run out.' },
      },
      repealed: {
        words: { sv: 'Upphävt', en: 'Repealed' },
        mark: 'stop',
        open: false,
        says: { sv: 'Styrdokumentet är upphävt.', en: 'The governing document is repealed.' },
      },
    },
    acts: {
      followUp: { words: { sv: 'Anteckna en uppföljning', en: 'Note a follow-up' }, from: ['in_force', 'prolonged'], by: 'entry.write', needs: 'comment' },
      prolong: {
        words: { sv: 'Förläng dokumentet', en: 'Prolong the document' },
        from: ['in_force', 'prolonged', 'expired'],
        to: 'prolonged',
        by: 'entry.follow',
        needs: 'clause',
      },
      repeal: {
        words: { sv: 'Upphäv dokumentet', en: 'Repeal the document' },
        from: ['in_force', 'prolonged', 'expired'],
        to: 'repealed',
        by: 'entry.follow',
        needs: 'clause',
      },
      expire: {
        words: { sv: 'Anteckna att det har upphört', en: 'Note that it has expired' },
        from: ['in_force', 'prolonged'],
        to: 'expired',
        by: 'entry.follow',
        needs: 'comment',
        when: (e, today) =>
          e.validTo !== undefined && e.validTo < today
            ? []
            : [{ code: 'governing_document.still_valid', text: { sv: 'Dess sista dag har inte passerat.', en: 'Its last day has not passed.' } }],
      },
    },
  },
  clauses: {
    adopt_document: { does: 'create', words: { sv: 'Anta ett styrdokument', en: 'Adopt a governing document' } },
    prolong_document: { does: 'change', act: 'prolong', fields: ['validTo'], words: { sv: 'Förläng ett styrdokument', en: 'Prolong a governing document' } },
    repeal_document: { does: 'act', act: 'repeal', words: { sv: 'Upphäv ett styrdokument', en: 'Repeal a governing document' } },
  },
  deadlines: [
    {
      kind: 'valid_to',
      words: { sv: 'Sista giltighetsdag', en: 'Last day of validity' },
      days: (e) => (e.validTo ? [e.validTo] : []),
      metBy: ['prolong', 'repeal', 'expire'],
    },
    { kind: 'follow_up', words: { sv: 'Uppföljning', en: 'Follow-up' }, days: (e) => e.followUpDays ?? [], metBy: ['followUp'] },
  ],
  gaps: [{ field: 'validTo', words: { sv: 'saknar sista giltighetsdag', en: 'without a last day of validity' } }],
  measures: [
    {
      key: 'outdated',
      words: { sv: 'Styrdokument vars tid har gått ut', en: 'Governing documents whose time has run out' },
      unit: { sv: 'dokument', en: 'documents' },
      formula: {
        sv: 'Antal styrdokument som gäller i registret fast deras sista dag har passerat',
        en: 'Number of documents in force in the register though their last day has passed',
      },
      decimals: 0,
      direction: 'down',
      count: (entries, today) =>
        entries.filter((e) => (e.state === 'in_force' || e.state === 'prolonged') && e.data.validTo !== undefined && e.data.validTo < today).length,
    },
  ],
  list: { columns: ['type', 'followUpOwner', 'validTo'], filters: ['type', 'followUpOwner'] },
  effect: false,
  secrecy: null,
  retention: { sv: 'Bevaras', en: 'Preserved' },
})
