import { addDays, type Day, longDay } from '../kernel/day.ts'
import { type Text, upper } from '../kernel/text.ts'
import { electWords } from '../organisation/elect-words.ts'
import type { ElectedPlace } from '../rulebook/election/eligible.ts'

export const words = {
  // vacancies
  vacancies: { sv: 'Vakanser', en: 'Vacancies' },
  vacanciesOf: (body: Text): Text => ({ sv: `Vakanser i ${body.sv}`, en: `Vacancies in ${body.en}` }),
  lead: (n: number): Text =>
    n === 0
      ? { sv: 'Alla platser är besatta, eller deras tid är ute.', en: 'All places are held, or their time is over.' }
      : n === 1
        ? { sv: 'En plats lämnas före sin tid.', en: 'One place is left before its time.' }
        : { sv: `${n} platser lämnas före sin tid.`, en: `${n} places are left before their time.` },
  none: { sv: 'Ingen plats är vakant.', en: 'No place is vacant.' },
  toVacancies: { sv: 'Vad som ska hända', en: 'What shall happen' },
  after: (place: ElectedPlace, person: string): Text => ({
    sv: `${upper(electWords.place(place).sv)} efter ${person}`,
    en: `${upper(electWords.place(place).en)} after ${person}`,
  }),
  leftOn: (on: Day, today: Day): Text => ({
    sv: `Sista dag ${on > today ? 'är' : 'var'} ${longDay(addDays(on, -1), 'sv')}.`,
    en: `The last day ${on > today ? 'is' : 'was'} ${longDay(addDays(on, -1), 'en')}.`,
  }),
  remedy: {
    by_election: { sv: 'Fyllnadsval', en: 'By-election' },
    substitute_enters: { sv: 'Ersättare inträder', en: 'A substitute enters' },
    recount: { sv: 'Ny sammanräkning hos länsstyrelsen', en: 'New count at the county board' },
    none: { sv: 'Ordinarie val', en: 'Ordinary election' },
  },
  itemTitle: (place: ElectedPlace, body: Text, person: string): Text => ({
    sv: `Fyllnadsval: ${electWords.place(place).sv} i ${body.sv} efter ${person}`,
    en: `By-election: ${electWords.place(place).en} of ${body.en} after ${person}`,
  }),
  onAgenda: (on: Day): Text => ({ sv: `Valet står på dagordningen ${longDay(on, 'sv')}`, en: `The election is on the agenda of ${longDay(on, 'en')}` }),
  put: { sv: 'Sätt upp valet på dagordningen', en: 'Put the election on the agenda' },
  meeting: { sv: 'Sammanträde', en: 'Meeting' },
  noMeeting: (body: Text): Text => ({ sv: `${body.sv} har inget planerat sammanträde.`, en: `${body.en} has no meeting planned.` }),
  chooseMeeting: {
    sv: 'Välj ett sammanträde som inte har börjat, med det organ som väljer.',
    en: 'Choose a meeting that has not begun, of the body that elects.',
  },
  nominated: { sv: 'Nominerad', en: 'Nominated' },
  nominatedHint: {
    sv: 'Namn och parti: ”Asta Ek (S)”. Får lämnas tomt till mötet.',
    en: 'Name and party: “Asta Ek (S)”. May be left empty until the meeting.',
  },
  openCase: { sv: 'Öppna ett ärende', en: 'Open a case' },
  caseAndPut: { sv: 'Öppna ett ärende och sätt upp det', en: 'Open a case and put it on the agenda' },
  draft: { sv: 'Skriv beslutet utan möte', en: 'Write the decision without a meeting' },
  tooManyDrafts: { sv: 'Du har för många utkast. Kasta något först.', en: 'You have too many drafts. Discard one first.' },
  hinders: (n: number): Text => ({
    sv: n === 1 ? 'En sak behöver rättas' : `${n} saker behöver rättas`,
    en: n === 1 ? 'One thing must be mended' : `${n} things must be mended`,
  }),
  toPeople: { sv: 'Personer', en: 'People' },
  thePost: { sv: 'Om uppdraget', en: 'About the post' },
  person: { sv: 'Person', en: 'Person' },
  appointHere: { sv: 'Anteckna vem länsstyrelsen har utsett', en: 'Note whom the county board has appointed' },
  gone: { sv: 'Platsen är inte längre vakant.', en: 'The place is no longer vacant.' },

  // an elected post
  electedPost: { sv: 'Förtroendeuppdrag', en: 'Elected post' },
  from: (from: Day, last: Day | null): Text => ({
    sv: `${longDay(from, 'sv')} – ${last ? longDay(last, 'sv') : 'tills vidare'}`,
    en: `${longDay(from, 'en')} – ${last ? longDay(last, 'en') : 'until further notice'}`,
  }),
  electedBy: { sv: 'Vald genom', en: 'Elected by' },
  notByDecision: {
    sv: 'Inget beslut i systemet: uppdraget fanns innan, eller är fastställt av länsstyrelsen.',
    en: 'No decision in the system: the post was there before, or is established by the county board.',
  },
  list: { sv: 'Lista', en: 'List' },
  listVotes: (label: string, votes: number): Text => ({ sv: `${label}, ${votes} valsedlar`, en: `${label}, ${votes} ballots` }),
  instead: { sv: 'Efter', en: 'After' },
  succeeded: { sv: 'Efterträdd av', en: 'Succeeded by' },
  ended: { sv: 'Lämnade', en: 'Left' },
  endedWhy: {
    resigned: { sv: 'på egen begäran', en: 'on request' },
    not_eligible: { sv: 'inte längre valbar', en: 'no longer eligible' },
    recalled: { sv: 'uppdraget återkallades', en: 'recalled' },
    moved: { sv: 'vald till en annan plats i organet', en: 'elected to another place in the body' },
  },
  thread: { sv: 'Den röda tråden', en: 'The red thread' },
  secretDecision: { sv: 'ett beslut med sekretess', en: 'a secret decision' },
  unknown: { sv: 'Adressen leder inte till något förtroendeuppdrag.', en: 'The address leads to no elected post.' },
} as const
