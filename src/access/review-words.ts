import type { Text } from '../kernel/text.ts'
import type { HintKind } from '../rulebook/access-review.ts'
import type { How } from './access-log.ts'

const times = (n: number): Text => ({ sv: n === 1 ? 'en gång' : `${n} gånger`, en: n === 1 ? 'once' : `${n} times` })

/** Texts of the log of who has read what is secret, and of its review. */
export const words = {
  title: { sv: 'Läst med sekretess', en: 'Read under secrecy' },
  lead: (looks: number, people: number, from: string, to: string): Text => ({
    sv:
      looks === 0
        ? `Ingen har läst något sekretessbelagt ${from} – ${to}.`
        : `${people === 1 ? 'En person' : `${people} personer`} har läst det sekretessbelagda ${times(looks).sv}, ${from} – ${to}.`,
    en:
      looks === 0
        ? `Nobody has read anything secret, ${from} – ${to}.`
        : `${people === 1 ? 'One person has' : `${people} people have`} read what is secret ${times(looks).en}, ${from} – ${to}.`,
  }),
  gap: (since: string, late: boolean, months: number): Text => ({
    sv: late ? `Inte granskat sedan den ${since}. Det ska ske var ${months}:e månad.` : `Nästa granskning börjar från den ${since}.`,
    en: late ? `Not reviewed since ${since}. It is to be done every ${months} months.` : `The next review begins from ${since}.`,
  }),
  allReviewed: { sv: 'Allt till i dag är granskat.', en: 'Everything until today has been reviewed.' },
  refusedLead: {
    sv: 'Vem som läst det sekretessbelagda granskas av dem som har det i uppdrag.',
    en: 'Who has read what is secret is reviewed by those whose task it is.',
  },

  which: { sv: 'Vad som granskas', en: 'What is reviewed' },
  body: { sv: 'Organ eller enhet', en: 'Body or unit' },
  from: { sv: 'Från och med', en: 'From' },
  to: { sv: 'Till och med', en: 'Through' },
  show: { sv: 'Visa', en: 'Show' },

  readers: { sv: 'Vilka som läst', en: 'Who has read' },
  readersIntro: {
    sv: 'Det som sticker ut är något att fråga om, inte mer. Om någon läst om en släkting eller granne kan systemet inte veta.',
    en: 'What stands out is something to ask about, no more. Whether somebody has read about a relative or neighbour the system cannot know.',
  },
  person: { sv: 'Person', en: 'Person' },
  looks: { sv: 'Gånger', en: 'Times' },
  things: { sv: 'Saker', en: 'Things' },
  toAsk: { sv: 'Att fråga om', en: 'To ask about' },
  hint: {
    many: (n: number): Text => ({ sv: `ovanligt många saker: ${n}`, en: `unusually many things: ${n}` }),
    outside: (n: number): Text => ({ sv: `utanför egna uppdrag ${times(n).sv}`, en: `outside own posts ${times(n).en}` }),
    refused: (n: number): Text => ({ sv: `försökte utan rätt ${times(n).sv}`, en: `tried without right ${times(n).en}` }),
    nightly: (n: number): Text => ({ sv: `nattetid ${times(n).sv}`, en: `at night ${times(n).en}` }),
    gathered: (n: number): Text => ({ sv: `i sökning eller export ${times(n).sv}`, en: `in a search or export ${times(n).en}` }),
  } satisfies Record<HintKind, (n: number) => Text>,

  list: { sv: 'Läsningarna', en: 'The looks' },
  listIntro: {
    sv: 'Bara numret visas: den som granskar får inte alltid läsa. Samma sak inom fem minuter räknas en gång.',
    en: 'Only the number is shown: whoever reviews may not always read. The same thing within five minutes counts once.',
  },
  when: { sv: 'När', en: 'When' },
  thing: { sv: 'Vad', en: 'What' },
  unnumbered: { sv: 'handling utan nummer', en: 'document without number' },
  where: { sv: 'Hör till', en: 'Belongs to' },
  section: { sv: 'Sekretess', en: 'Secrecy' },
  how: { sv: 'Hur', en: 'How' },
  hows: {
    look: { sv: 'öppnade sidan', en: 'opened the page' },
    search: { sv: 'träff i sökning', en: 'found in a search' },
    export: { sv: 'tog ut i en fil', en: 'taken out in a file' },
    refused: { sv: 'nekades', en: 'was refused' },
  } satisfies Record<How, Text>,
  none: { sv: 'Inget har lästs i perioden.', en: 'Nothing was read in the period.' },
  shown: (n: number, first: boolean): Text => ({ sv: first ? `de ${n} senaste` : `${n} till`, en: first ? `the latest ${n}` : `${n} more` }),

  review: { sv: 'Anteckna granskningen', en: 'Note the review' },
  reviewIntro: (body: Text, from: string, to: string): Text => ({
    sv: `${body.sv}, ${from} – ${to}. Anteckningen kan inte ändras.`,
    en: `${body.en}, ${from} – ${to}. The note cannot be changed.`,
  }),
  comment: { sv: 'Vad du gick igenom och fann', en: 'What you went through and found' },
  remarks: { sv: 'Läsningar att följa upp', en: 'Looks to follow up' },
  remarksHint: { sv: '0 om inget behöver följas upp.', en: '0 if nothing needs to be followed up.' },
  problems: { sv: 'Granskningen är inte antecknad', en: 'The review is not noted' },
  earlier: { sv: 'Tidigare granskningar', en: 'Earlier reviews' },
  neverReviewed: { sv: 'Ingen granskning är antecknad.', en: 'No review has been noted.' },
  period: { sv: 'Period', en: 'Period' },
  found: { sv: 'Vad som fanns', en: 'What was found' },
  foundLine: (looks: number, remarks: number): Text => ({
    sv: `${times(looks).sv} läst, ${remarks === 0 ? 'inget att följa upp' : `${remarks} att följa upp`}`,
    en: `read ${times(looks).en}, ${remarks === 0 ? 'nothing to follow up' : `${remarks} to follow up`}`,
  }),
  by: { sv: 'Granskad av', en: 'Reviewed by' },

  interval: { sv: 'Hur ofta', en: 'How often' },
  intervalIntro: { sv: 'Gäller hela kommunen.', en: 'For the whole municipality.' },
  months: { sv: 'Månader mellan granskningar', en: 'Months between reviews' },
  save: { sv: 'Spara', en: 'Save' },

  noBody: { sv: 'Välj ett organ eller en enhet.', en: 'Choose a body or unit.' },
  endsBefore: { sv: 'Perioden slutar innan den börjar.', en: 'The period ends before it begins.' },
  notYet: { sv: 'Perioden kan inte sluta senare än i dag.', en: 'The period cannot end later than today.' },
  noComment: { sv: 'Skriv vad du gick igenom och fann.', en: 'Write what you went through and found.' },
  badRemarks: { sv: 'Skriv ett helt tal, 0 eller mer.', en: 'Write a whole number, 0 or more.' },
  badMonths: { sv: 'Skriv 1–24 månader.', en: 'Write 1–24 months.' },
  badDay: (typed: string): Text => ({ sv: `”${typed}” är ingen dag.`, en: `“${typed}” is no day.` }),
}
