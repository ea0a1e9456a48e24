import { type Day, longDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** How many of the clauses change something: 'Båda att-satserna', '1 att-sats av 3'. */
const steers = {
  sv: (n: number, all: number): string =>
    n < all ? `${count(n, 'att-sats', 'att-satser')} av ${all}` : all === 1 ? 'Att-satsen' : all === 2 ? 'Båda att-satserna' : `Alla ${all} att-satser`,
  en: (n: number, all: number): string =>
    n < all
      ? `${count(n, 'clause', 'clauses')} of ${all} ${n === 1 ? 'changes' : 'change'}`
      : all === 1
        ? 'The clause changes'
        : `${all === 2 ? 'Both' : `All ${all}`} clauses change`,
}

export const pageWords = {
  corrections: { sv: 'Rättelser', en: 'Corrections' },
  correctedTo: (before: string, after: string): Text => ({
    sv: `”${before || '–'}” rättat till ”${after || '–'}”.`,
    en: `“${before || '–'}” corrected to “${after || '–'}”.`,
  }),
  correctedOn: (day: string, by: string | null, why: string): Text => ({
    sv: `${day}${by ? `, ${by}` : ''}: ${why}`,
    en: `${day}${by ? `, ${by}` : ''}: ${why}`,
  }),
  decisions: { sv: 'Beslut', en: 'Decisions' },
  decision: { sv: 'Beslut', en: 'Decision' },

  // list
  listSentence: (n: string, body: string | null): Text => ({
    sv: body ? `${body} har fattat ${n} beslut.` : `${n} beslut är ${n === '1' ? 'registrerat' : 'registrerade'}.`,
    en: body ? `${body} has made ${n} ${n === '1' ? 'decision' : 'decisions'}.` : `${n} ${n === '1' ? 'decision has' : 'decisions have'} been registered.`,
  }),
  moreThan: { sv: 'fler än', en: 'more than' },
  counted: (n: string): Text => ({ sv: `${n} beslut`, en: `${n} ${n === '1' ? 'decision' : 'decisions'}` }),
  newestFirst: { sv: 'nyast först', en: 'newest first' },
  caption: { sv: 'Beslut, nyast först', en: 'Decisions, newest first' },
  noneMatch: { sv: 'Inga beslut stämmer med urvalet.', en: 'No decisions match.' },
  search: { sv: 'Sök i rubrik, nummer och att-satser', en: 'Search title, number and clauses' },
  body: { sv: 'Organ', en: 'Body' },
  year: { sv: 'År', en: 'Year' },
  decider: { sv: 'Fattat av', en: 'Made by' },
  deciders: { body: { sv: 'Organet självt', en: 'The body itself' }, post: { sv: 'En befattning, på delegation', en: 'A post, by delegation' } },
  kind: { sv: 'Innehåller en att-sats som', en: 'Has a clause that' },
  title: { sv: 'Rubrik', en: 'Title' },
  number: { sv: 'Nummer', en: 'Number' },
  day: { sv: 'Dag', en: 'Day' },
  onPage: (n: number): Text => ({ sv: `${n} på sidan`, en: `${n} on this page` }),
  firstPage: { sv: 'Till början', en: 'To the start' },
  new: { sv: 'Förbered ett beslut', en: 'Prepare a decision' },
  yourDrafts: { sv: 'Dina utkast', en: 'Your drafts' },
  draftOf: (title: string, clauses: number): Text => ({
    sv: `${title || 'Utan rubrik'}, ${count(clauses, 'att-sats', 'att-satser')}`,
    en: `${title || 'Without a title'}, ${count(clauses, 'clause', 'clauses')}`,
  }),
  gone: { sv: 'Här finns inget beslut', en: 'There is no decision here' },
  goneText: { sv: 'Adressen leder inte till något beslut. Sök i listan i stället.', en: 'The address leads to no decision. Search the list instead.' },
  toList: { sv: 'Till besluten', en: 'To the decisions' },

  // a decision
  sentence: (s: { readonly body: Text; readonly post: Text | null; readonly day: Day; readonly clauses: number; readonly steering: number }): Text => ({
    sv: `${s.post ? `${s.post.sv} beslutade för ${s.body.sv}` : `${s.body.sv} beslutade`} den ${longDay(s.day, 'sv')}. ${
      s.steering === 0 ? 'Beslutet ändrar inget som kommunen styr efter.' : `${steers.sv(s.steering, s.clauses)} ändrar vad kommunen styr efter.`
    }`,
    en: `${s.post ? `${s.post.en} decided for ${s.body.en}` : `${s.body.en} decided`} on ${longDay(s.day, 'en')}. ${
      s.steering === 0
        ? 'The decision changes nothing that the municipality steers by.'
        : `${steers.en(s.steering, s.clauses)} what the municipality steers by.`
    }`,
  }),
  extract: { sv: 'Protokollsutdrag', en: 'Minutes extract' },
  matter: { sv: 'Ärendet', en: 'The matter' },
  decides: (body: string): Text => ({ sv: `${body} beslutar`, en: `${body} decides` }),
  ledTo: { sv: 'Ledde till', en: 'Led to' },
  nothingSteers: { sv: 'Ändrar inget', en: 'Changes nothing' },
  hiddenEffect: { sv: 'Ledde till något sekretessbelagt.', en: 'Led to something secret.' },
  loose: (n: number): Text => ({
    sv: `Lucka: ${count(n, 'punkt som fortsätter saknar ägare', 'punkter som fortsätter saknar ägare')}`,
    en: `Gap: ${count(n, 'item that continues has no owner', 'items that continue have no owner')}`,
  }),
  thingKinds: {
    goal: { sv: 'Mål', en: 'Goal' },
    target: { sv: 'Målvärde', en: 'Target' },
    frame: { sv: 'Budgetram', en: 'Budget frame' },
    mandate: { sv: 'Mandat', en: 'Mandate' },
    report: { sv: 'Rapport', en: 'Report' },
    appointment: { sv: 'Förtroendeuppdrag', en: 'Elected post' },
    rule_choice: { sv: 'Så tillämpas lagen', en: 'How the law is applied' },
  } as Readonly<Record<string, Text>>,
  case: { sv: 'Ärende', en: 'Case' },
  mandate: { sv: 'Fattat inom mandatet', en: 'Made within the mandate' },
  urgentBecause: { sv: 'Därför kunde nämndens beslut inte avvaktas', en: 'Why the board’s decision could not be awaited' },
  adjusted: { sv: 'Justerat', en: 'Adjusted' },
  announced: { sv: 'Tillkännagivet', en: 'Announced' },
  notYet: { sv: 'inte antecknat', en: 'not noted' },
  noteMinutes: { sv: 'Anteckna justering', en: 'Note the adjustment' },
  noteMinutesLead: {
    sv: 'När protokollet justerades, och när justeringen tillkännagavs på anslagstavlan. Dagarna antecknas en gång.',
    en: 'When the minutes were adjusted, and when the adjustment was announced on the notice board. The days are noted once.',
  },
  legal: { sv: 'Laga kraft', en: 'Legal force' },
  legalNotAnnounced: {
    sv: 'Tiden för överklagande löper inte förrän justeringen har tillkännagetts.',
    en: 'The time of appeal does not run until the adjustment has been announced.',
  },
  legalAppealable: (last: Day, from: Day, atEarliest: boolean): Text => ({
    sv: `Kan överklagas till och med ${longDay(last, 'sv')}. Om ingen gör det får beslutet laga kraft ${atEarliest ? 'tidigast ' : ''}${longDay(from, 'sv')}.`,
    en: `May be appealed until ${longDay(last, 'en')}. Unless somebody does, it gains legal force on ${longDay(from, 'en')}${atEarliest ? ' at the earliest' : ''}.`,
  }),
  legalUnconfirmed: (last: Day): Text => ({
    sv: `Tiden att överklaga gick ut ${longDay(last, 'sv')}. Beslutet räknas som laga kraft-vunnet när det är bekräftat att ingen har överklagat.`,
    en: `The time to appeal ran out on ${longDay(last, 'en')}. The decision counts as having legal force when it is confirmed that nobody has appealed.`,
  }),
  legalInForce: (last: Day, from: Day): Text => ({
    sv: `Kunde överklagas till och med ${longDay(last, 'sv')}. Laga kraft ${longDay(from, 'sv')}, om ingen överklagade.`,
    en: `Could be appealed until ${longDay(last, 'en')}. Legal force on ${longDay(from, 'en')}, unless somebody appealed.`,
  }),
  legalPreparatory: {
    sv: 'Gäller beslut som går att överklaga, inte rent förberedande eller verkställande (KL 13:2).',
    en: 'For decisions that may be appealed, not purely preparatory or executive ones (KL 13:2).',
  },
  toPots: { sv: 'Centrala potter och vad som är kvar av dem', en: 'Central pots and what is left of them' },
  dispatched: { sv: 'Expedierat till', en: 'Dispatched to' },
  notDispatched: { sv: 'Beslutet är inte expedierat till någon.', en: 'The decision has not been dispatched to anybody.' },
  receiver: { sv: 'Mottagare', en: 'Receiver' },
  asks: { sv: 'Vad som begärs', en: 'What is asked' },
  forInformation: { sv: 'För kännedom', en: 'For information' },
  demandsAction: { sv: 'Kräver åtgärd', en: 'Demands action' },
  /** What is asked and by when, as far as the reader may know it; '' where neither is told. */
  asked: (what: string, due: Day | null): Text => ({
    sv: [what, due ? `senast ${longDay(due, 'sv')}` : ''].filter(Boolean).join(', '),
    en: [what, due ? `by ${longDay(due, 'en')}` : ''].filter(Boolean).join(', '),
  }),
  where: { sv: 'Läge', en: 'State' },
  sentOn: (d: Day): Text => ({ sv: `Sänt ${longDay(d, 'sv')}`, en: `Sent ${longDay(d, 'en')}` }),
  receivedOn: (d: Day, by: string | null): Text => ({
    sv: `Mottaget ${longDay(d, 'sv')}${by ? ` av ${by}` : ''}`,
    en: `Received ${longDay(d, 'en')}${by ? ` by ${by}` : ''}`,
  }),
  filedOn: (d: Day): Text => ({ sv: `Lagt till handlingarna ${longDay(d, 'sv')}`, en: `Filed ${longDay(d, 'en')}` }),
  receipts: (n: number, received: number, late: number): Text => ({
    sv:
      n === 1
        ? `Mottagaren har ${received === 1 ? '' : 'inte '}bekräftat att beslutet har kommit.${late === 1 ? ' Det borde redan vara gjort.' : ''}`
        : `${received} av ${n} mottagare har bekräftat att beslutet har kommit.${late > 0 ? ` ${late} borde redan ha gjort det.` : ''}`,
    en:
      n === 1
        ? `The receiver has ${received === 1 ? '' : 'not '}confirmed that the decision has come.${late === 1 ? ' That should have been done already.' : ''}`
        : `${received} of ${n} receivers have confirmed that the decision has come.${late > 0 ? ` ${late} should have done so already.` : ''}`,
  }),
  handledIn: { sv: 'Hanteras i', en: 'Handled in' },
  noCaseYet: { sv: 'Inget ärende är öppnat', en: 'No case has been opened' },
  notReceivedSince: (days: number): Text => ({ sv: `Inte mottaget på ${days} dagar`, en: `Not received in ${days} days` }),
  thread: { sv: 'Se beslutets röda tråd', en: 'See the red thread of the decision' },
  history: { sv: 'Historiken', en: 'History' },
  pointedOut: { sv: 'Att lägga märke till', en: 'To be noticed' },
  clauseNo: (no: number): Text => ({ sv: `Att-sats ${no}`, en: `Clause ${no}` }),
} as const satisfies Record<string, unknown>
