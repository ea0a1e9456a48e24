import { type Day, longDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import type { ElectedPlace } from '../rulebook/election/eligible.ts'

const places: Readonly<Record<ElectedPlace, Text>> = {
  chair: { sv: 'ordförande', en: 'chair' },
  vice_chair: { sv: '1:e vice ordförande', en: 'first vice chair' },
  second_vice_chair: { sv: '2:e vice ordförande', en: 'second vice chair' },
  member: { sv: 'ledamot', en: 'member' },
  substitute: { sv: 'ersättare', en: 'substitute' },
}

/** What is wrong in an election, and what its places are called. */
export const electWords = {
  place: (place: ElectedPlace): Text => places[place],
  unreadable: (line: string): Text => ({
    sv: `Raden går inte att läsa: ”${line}”. Skriv ”Asta Ek (S)”.`,
    en: `The line cannot be read: “${line}”. Write “Asta Ek (S)”.`,
  }),
  nobody: { sv: 'Skriv vem som är vald, en på varje rad.', en: 'Write who is elected, one a line.' },
  listUnreadable: (line: string): Text => ({
    sv: `Raden går inte att läsa: ”${line}”. Skriv antalet valsedlar och beteckningen: ”29 Valsamverkan”.`,
    en: `The line cannot be read: “${line}”. Write the ballots and the label: “29 Alliance”.`,
  }),
  unknownPerson: (line: string, field: string): Refusal => ({
    code: 'elect.unknown_person',
    field,
    text: { sv: `${line} finns inte bland personerna.`, en: `${line} is not among the people.` },
    mend: {
      sv: 'Lägg till personen under Organisationen, eller rätta namnet och partiet.',
      en: 'Add the person under Organisation, or mend the name and party.',
    },
  }),
  manyPersons: (line: string, field: string): Refusal => ({
    code: 'elect.many_persons',
    field,
    text: { sv: `Flera personer heter som ${line}.`, en: `Several people are called ${line}.` },
    mend: {
      sv: 'Skriv partiet, eller e-postadressen sist: ”Asta Ek <asta.ek@exempel.se>”.',
      en: 'Write the party, or the address last: “Asta Ek <asta.ek@example.se>”.',
    },
  }),
  twice: (line: string): Text => ({ sv: `${line} står två gånger.`, en: `${line} stands twice.` }),
  notHere: (line: string, field: string, on: Day): Refusal => ({
    code: 'elect.not_here',
    field,
    text: { sv: `${line} har ingen plats i organet den ${longDay(on, 'sv')}.`, en: `${line} holds no place in the body on ${longDay(on, 'en')}.` },
  }),
  noSeatFree: (free: number, seats: number): Refusal => ({
    code: 'elect.no_seat',
    field: 'persons',
    law: 'KL 6:16',
    text:
      free === 0
        ? { sv: `Alla ${seats} platser är besatta de dagarna.`, en: `All ${seats} seats are held on those days.` }
        : { sv: `Bara ${free} av ${seats} platser är lediga de dagarna.`, en: `Only ${free} of ${seats} seats are free on those days.` },
    mend: { sv: 'Befria den som avgår först, eller välj färre.', en: 'Release the one who leaves first, or elect fewer.' },
  }),
  onlyOne: { sv: 'Till presidiet väljs en i taget.', en: 'To the presidium one is elected at a time.' },
  officeTaken: (name: string, place: ElectedPlace, to: Day | null): Refusal => ({
    code: 'elect.taken',
    field: 'role',
    law: 'KL 6:21',
    text: {
      sv: `${name} är ${places[place].sv}${to ? ` till den ${longDay(to, 'sv')}` : ''}. Befria från uppdraget först.`,
      en: `${name} is ${places[place].en}${to ? ` until ${longDay(to, 'en')}` : ''}. Release from the office first.`,
    },
  }),
  past: { sv: 'Ett val gäller inte bakåt: välj beslutsdagen eller senare.', en: 'An election does not hold backwards: choose the day of decision or later.' },
  releasePast: {
    sv: 'Uppdraget kan inte upphöra före beslutet: välj dagen före beslutsdagen eller senare.',
    en: 'The post cannot end before the decision: choose the day before it or later.',
  },
  noVoters: {
    sv: 'Fullmäktiges ledamöter och ersättare väljs av väljarna; länsstyrelsen fastställer dem.',
    en: 'The members and substitutes of the council are elected by the voters; the county board establishes them.',
  },
  electorCouncil: { sv: 'Det här valet gör kommunens fullmäktige.', en: 'This election is made by the council of the municipality.' },
  electorBoard: { sv: 'Ett utskott väljs av den nämnd som det hör till.', en: 'A committee is elected by the board that it belongs to.' },
  noBody: { sv: 'Organet fanns inte på beslutsdagen.', en: 'The body did not exist on the day of decision.' },
  labelMissing: (line: string): Text => ({
    sv: `Skriv listans beteckning först: ”Valsamverkan: ${line}”.`,
    en: `Write the label of the list first: “Alliance: ${line}”.`,
  }),
  labelUnknown: (label: string): Text => ({
    sv: `Listan ”${label}” står inte bland listorna.`,
    en: `The list “${label}” is not among the lists.`,
  }),
  needsElection: (since: Day): Refusal => ({
    code: 'appointment.needs_election',
    field: 'from',
    law: 'KL 5:1, 6:16',
    text: {
      sv: `Ett förtroendeuppdrag ges genom val. Det som började före den ${longDay(since, 'sv')}, då besluten började föras här, får skrivas in som det var.`,
      en: `An elected post is given by an election. What began before ${longDay(since, 'en')}, when the decisions began to be kept here, may be entered as it was.`,
    },
    mend: { sv: 'Registrera beslutet med att-satsen ”Välja till ett organ”.', en: 'Register the decision with the clause “Elect to a body”.' },
  }),
  byDecision: {
    code: 'appointment.by_decision',
    law: 'KL 6:16, 6:20',
    text: {
      sv: 'Uppdraget gavs genom ett beslut och ändras bara genom ett nytt.',
      en: 'The post was given by a decision and changes only by a new one.',
    },
    mend: { sv: 'Registrera ett beslut som befriar från uppdraget.', en: 'Register a decision that releases from the post.' },
  } satisfies Refusal,
} as const
