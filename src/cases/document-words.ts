import type { Text } from '../kernel/text.ts'

const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)

export const documentWords = {
  kinds: {
    board_paper: { sv: 'Skrivelse', en: 'Board paper' },
    official_opinion: { sv: 'Tjänsteutlåtande', en: 'Official opinion' },
    report: { sv: 'Rapport', en: 'Report' },
    annex: { sv: 'Bilaga', en: 'Annex' },
    minutes_extract: { sv: 'Protokollsutdrag', en: 'Minutes extract' },
    statement: { sv: 'Yttrande', en: 'Statement' },
    agreement: { sv: 'Avtal', en: 'Agreement' },
  },
  parts: {
    decision: { sv: 'Förslag till beslut', en: 'Proposed decision' },
    proposal: { sv: 'Förslag till beslut', en: 'Proposal for decision' },
    summary: { sv: 'Sammanfattning', en: 'Summary' },
    matter: { sv: 'Ärendet i sin helhet', en: 'The matter as a whole' },
    basis: { sv: 'Beslutsunderlag', en: 'Basis of the decision' },
    cooperation: { sv: 'Samverkan', en: 'Union cooperation' },
    dispatchTo: { sv: 'Beslutet expedieras till', en: 'The decision is dispatched to' },
    signatures: { sv: 'Undertecknas av', en: 'Signed by' },
    issued: { sv: 'Utfärdat', en: 'Issued' },
    reference: { sv: 'Diarienummer', en: 'Reference' },
    officer: { sv: 'Handläggare', en: 'Case officer' },
    economic: { sv: 'Ekonomisk dimension', en: 'Economic dimension' },
    ecological: { sv: 'Ekologisk dimension', en: 'Ecological dimension' },
    social: { sv: 'Social dimension', en: 'Social dimension' },
    attachments: { sv: 'Bilagor', en: 'Attachments' },
    assessment: { sv: 'Bedömning', en: 'Assessment' },
    body: { sv: 'Text', en: 'Text' },
  },
  hints: {
    line: null,
    text: null,
    day: { sv: 'År-månad-dag, till exempel 2022-01-25.', en: 'Year-month-day, for example 2022-01-25.' },
    lines: { sv: 'Ett på varje rad.', en: 'One on each line.' },
    clauses: { sv: 'En att-sats på varje rad, utan ordet ”att”.', en: 'One clause on each line, without the word “att”.' },
    assessment: {
      sv: 'Skriv bedömningen, eller kryssa i att ingen fördjupad analys är gjord.',
      en: 'Write the assessment, or tick that no in-depth analysis was made.',
    },
    cooperation: { sv: 'Forum, dag och slag.', en: 'Forum, day and kind.' },
  },
  cooperation: {
    information: { sv: 'Information', en: 'Information' },
    cooperation: { sv: 'Samverkan', en: 'Cooperation' },
    negotiation: { sv: 'Förhandling', en: 'Negotiation' },
  },
  forum: { sv: 'Forum', en: 'Forum' },
  cooperationDay: { sv: 'Dag', en: 'Day' },
  cooperationKind: { sv: 'Slag', en: 'Kind' },
  noneMade: { sv: 'Ingen fördjupad analys är gjord', en: 'No in-depth analysis was made' },
  undatedShort: { sv: 'dag saknas', en: 'no day given' },
  lacks: (part: Text): Text => ({ sv: `${part.sv} saknas.`, en: `${part.en}: missing.` }),
  undated: (forum: string): Text => ({ sv: `Samverkan i ${forum} saknar dag.`, en: `Cooperation in ${forum} has no day.` }),
  noAnalysis: (part: Text): Text => ({ sv: `${part.sv}: ingen fördjupad analys är gjord.`, en: `${part.en}: no in-depth analysis was made.` }),
  badDay: (typed: string): Text => ({
    sv: `Skriv dagen som år-månad-dag, till exempel 2022-01-25. Du skrev ”${typed}”.`,
    en: `Write the day as year-month-day, for example 2022-01-25. You wrote “${typed}”.`,
  }),
  forumNeeded: { sv: 'Skriv i vilket forum samverkan hölls.', en: 'Write in which forum the cooperation was held.' } satisfies Text,
  bothAssessment: (part: Text): Text => ({
    sv: `Du har både skrivit en bedömning och kryssat i att ingen är gjord, för ”${lower(part.sv)}”. Välj ett.`,
    en: `You both wrote an assessment and ticked that none was made, for “${lower(part.en)}”. Choose one.`,
  }),
  tooLong: (part: Text): Text => ({ sv: `”${part.sv}” får vara högst 100 000 tecken.`, en: `“${part.en}” may be at most 100 000 characters.` }),
}
