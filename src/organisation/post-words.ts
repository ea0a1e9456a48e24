import { type Day, longDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import type { Term } from '../rulebook/terms.ts'

/** Why an act on posts, appointments and persons is not allowed. */
export const postWords = {
  unknownPost: { code: 'post.unknown', field: 'postId', text: { sv: 'Uppdraget finns inte.', en: 'There is no such post.' } } satisfies Refusal,
  unknownPerson: {
    code: 'person.unknown',
    field: 'personId',
    text: { sv: 'Välj en person i listan, eller lägg först till personen.', en: 'Choose a person in the list, or add the person first.' },
  } satisfies Refusal,
  unknownAppointment: { code: 'appointment.unknown', text: { sv: 'Tillsättningen finns inte.', en: 'There is no such appointment.' } } satisfies Refusal,
  titleless: { code: 'post.title', field: 'title', text: { sv: 'Skriv vad uppdraget heter.', en: 'Write what the post is called.' } } satisfies Refusal,
  nameless: (field: 'givenName' | 'familyName'): Refusal => ({
    code: 'person.name',
    field,
    text: field === 'givenName' ? { sv: 'Skriv förnamnet.', en: 'Write the given name.' } : { sv: 'Skriv efternamnet.', en: 'Write the family name.' },
  }),
  badEmail: (typed: string): Refusal => ({
    code: 'person.email',
    field: 'email',
    text: {
      sv: `Skriv e-postadressen som namn@exempel.se. Du skrev ”${typed}”.`,
      en: `Write the e-mail address like name@example.se. You wrote “${typed}”.`,
    },
  }),
  roleUnfit: {
    code: 'post.role',
    field: 'role',
    text: { sv: 'Ett sådant uppdrag finns inte i den här sortens organ eller enhet.', en: 'This sort of body or unit has no such post.' },
  } satisfies Refusal,
  noSeatLeft: (seats: number): Refusal => ({
    code: 'post.seats',
    field: 'role',
    text: { sv: `Alla ${seats} platser har redan ett uppdrag.`, en: `All ${seats} seats have a post already.` },
  }),
  noSuchSeat: (seats: number): Refusal => ({
    code: 'post.no_seat',
    field: 'seat',
    text: { sv: `Platserna är numrerade 1 till ${seats}.`, en: `The seats are numbered 1 to ${seats}.` },
  }),
  seatTaken: (seat: number): Refusal => ({
    code: 'post.seat_taken',
    field: 'seat',
    text: { sv: `Plats ${seat} hör redan till ett annat uppdrag.`, en: `Seat ${seat} belongs to another post already.` },
  }),
  noBody: (name: Text, on: Day): Refusal => ({
    code: 'appointment.no_body',
    field: 'from',
    text: { sv: `${name.sv} finns inte den ${longDay(on, 'sv')}.`, en: `${name.en} does not exist on ${longDay(on, 'en')}.` },
  }),
  bodyEnds: (name: Text, to: Day): Refusal => ({
    code: 'appointment.body_ends',
    field: 'to',
    text: { sv: `${name.sv} upphör den ${longDay(to, 'sv')}.`, en: `${name.en} ends on ${longDay(to, 'en')}.` },
  }),
  endsBeforeItBegins: {
    code: 'appointment.order',
    field: 'to',
    text: { sv: 'Uppdraget måste sluta efter att det har börjat.', en: 'The appointment must end after it has begun.' },
  } satisfies Refusal,
  beyondTerm: (term: Term, law: string): Refusal => ({
    code: 'appointment.term',
    field: 'to',
    law,
    text: { sv: `Mandatperioden tar slut den ${longDay(term.to, 'sv')}.`, en: `The term is over on ${longDay(term.to, 'en')}.` },
  }),
  taken: (person: string, from: Day): Refusal => ({
    code: 'appointment.taken',
    field: 'from',
    text: {
      sv: `${person} har uppdraget från den ${longDay(from, 'sv')}. Välj en sista dag före det, eller avsluta det först.`,
      en: `${person} holds the post from ${longDay(from, 'en')}. Choose an end before that, or end it first.`,
    },
  }),
  twoSeats: (person: string, title: Text): Refusal => ({
    code: 'appointment.two_seats',
    field: 'personId',
    text: {
      sv: `${person} är redan ${title.sv.toLowerCase()} här de dagarna. Avsluta det uppdraget först.`,
      en: `${person} is ${title.en.toLowerCase()} here on those days already. End that appointment first.`,
    },
  }),
  endsTooEarly: (from: Day): Refusal => ({
    code: 'appointment.too_early',
    field: 'on',
    text: {
      sv: `Uppdraget började den ${longDay(from, 'sv')}. Välj en senare dag.`,
      en: `The appointment began on ${longDay(from, 'en')}. Choose a later day.`,
    },
  }),
  endsAlready: (to: Day): Refusal => ({
    code: 'appointment.ends_already',
    field: 'on',
    text: { sv: `Uppdraget upphör redan den ${longDay(to, 'sv')}.`, en: `The appointment already ends on ${longDay(to, 'en')}.` },
  }),
}
