import { type Day, longDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { ClauseGroup } from './enactment.ts'

const groupWords: Record<ClauseGroup, Text> = {
  begin: { sv: 'Börja något', en: 'Begin something' },
  change: { sv: 'Ändra något', en: 'Change something' },
  end: { sv: 'Avsluta något', en: 'End something' },
  measure: { sv: 'Mål och uppföljning', en: 'Goals and follow-up' },
  money: { sv: 'Pengar och mandat', en: 'Money and mandates' },
  answer: { sv: 'Svara, utan att något ändras', en: 'Answer, changing nothing' },
}

export const words = {
  group: (group: ClauseGroup): Text => groupWords[group],
  clauseNo: (no: number): Text => ({ sv: `Att-sats ${no}`, en: `Clause ${no}` }),

  // refusals of a decision
  bodyNeeded: { sv: 'Välj det organ som beslutar.', en: 'Choose the body that decides.' },
  notBody: { sv: 'Bara organ beslutar: fullmäktige, nämnder, utskott och styrelser.', en: 'Only bodies decide: the council, boards and committees.' },
  dayNeeded: {
    sv: 'Skriv beslutsdagen som år-månad-dag, till exempel 2022-05-17.',
    en: 'Write the day of decision as year-month-day, for example 2022-05-17.',
  },
  dayUnreadable: (typed: string): Text => ({
    sv: `Skriv dagen som år-månad-dag, till exempel 2022-05-17. Du skrev ”${typed}”.`,
    en: `Write the day as year-month-day, for example 2022-05-17. You wrote “${typed}”.`,
  }),
  paragraphNeeded: { sv: 'Skriv paragrafens nummer, till exempel 8.', en: 'Write the number of the paragraph, for example 8.' },
  paragraphUnreadable: (typed: string): Text => ({
    sv: `Skriv bara paragrafens nummer, till exempel 8. Du skrev ”${typed}”.`,
    en: `Write only the number of the paragraph, for example 8. You wrote “${typed}”.`,
  }),
  paragraphTaken: (paragraph: string, day: Day): Text => ({
    sv: `§ ${paragraph} den ${longDay(day, 'sv')} är redan registrerad. Se det beslutet, eller välj en annan paragraf.`,
    en: `§ ${paragraph} of ${longDay(day, 'en')} has already been registered. See that decision, or choose another paragraph.`,
  }),
  titleNeeded: { sv: 'Skriv vad beslutet rör.', en: 'Write what the decision is about.' },
  tooLong: (max: number): Text => ({ sv: `Texten får vara högst ${max} tecken.`, en: `The text may be at most ${max} characters.` }),
  noClauses: { sv: 'Beslutet har ingen att-sats. Lägg till minst en.', en: 'The decision has no clause. Add at least one.' },
  clauseText: { sv: 'Skriv att-satsens lydelse.', en: 'Write the wording of the clause.' },
  unknownCase: { sv: 'Ärendet finns inte.', en: 'There is no such case.' },
  unknownKind: { sv: 'Det finns inget sådant slag av att-sats.', en: 'There is no such kind of clause.' },
  unknownMandate: { sv: 'Mandatet finns inte.', en: 'There is no such mandate.' },
  sectionUnreadable: (typed: string): Text => ({
    sv: `Skriv bestämmelsen som ”OSL 26:1”. Du skrev ”${typed}”.`,
    en: `Write the section as “OSL 26:1”. You wrote “${typed}”.`,
  }),
  bodyOrPost: { sv: 'En befattning kan inte fatta det här beslutet.', en: 'A post cannot make this decision.' },

  // refusals of clauses
  targetNeeded: (one: Text): Text => ({
    sv: `Välj vad att-satsen gäller: ${one.sv.toLowerCase()}.`,
    en: `Choose what the clause is about: ${one.en.toLowerCase()}.`,
  }),
  targetUnknown: { sv: 'Det som att-satsen gäller finns inte.', en: 'What the clause is about does not exist.' },
  notGiver: (giver: string): Text => ({
    sv: `Det här beslutas av ${giver}, eller av kommunfullmäktige.`,
    en: `This is decided by ${giver}, or by the council.`,
  }),
  nothingChanged: { sv: 'Ingenting är ändrat. Ändra minst ett fält.', en: 'Nothing has been changed. Change at least one field.' },
  rulePast: {
    sv: 'Ett val av tillämpning gäller inte bakåt: välj beslutsdagen eller senare.',
    en: 'A choice does not hold backwards: choose the day of decision or later.',
  },
  ruleNode: { sv: 'Välj kommunen eller ett av dess organ.', en: 'Choose the municipality or one of its bodies.' },
  ruleCouncil: {
    sv: 'Kommunens fullmäktige antar arbetsordningen och nämndernas reglementen.',
    en: 'The council of the municipality adopts its rules of procedure and those of its boards.',
  },
  ruleTaken: {
    sv: 'Frågan är redan avgjord från den dagen eller senare. Välj en senare dag.',
    en: 'It is chosen from that day or later already. Choose a later day.',
  },
  unknownNode: { sv: 'Organet eller enheten fanns inte på beslutsdagen.', en: 'The body or unit did not exist on the day of decision.' },
  unknownPost: { sv: 'Befattningen finns inte.', en: 'There is no such post.' },
  unknownThing: { sv: 'Det finns inget sådant. Skriv numret, till exempel M-3.', en: 'There is no such thing. Write its number, for example M-3.' },
  takenIdentity: { sv: 'Beslutet är redan registrerat.', en: 'The decision has already been registered.' },
  frameAbove: {
    sv: 'En nämnd fördelar inom sin egen ram: till sig själv och det som hör till den.',
    en: 'A board distributes within its own frame: to itself and what belongs to it.',
  },
  valueNeeded: { sv: 'Skriv värdet som ska nås.', en: 'Write the value to be reached.' },
  valueUnwanted: {
    sv: 'Ett mål om riktning har inget värde. Töm fältet, eller välj minst eller högst.',
    en: 'A target of direction has no value. Empty the field, or choose at least or at most.',
  },
  toBeforeFrom: { sv: 'Sista dagen ska komma efter den första.', en: 'The last day comes after the first.' },
  noSuchType: {
    sv: 'Organet har ingen gällande punkt med det numret i sin delegationsordning.',
    en: 'The body has no point in force with that number in its scheme of delegation.',
  },
  neverType: { sv: 'Punkten rör något som aldrig får delegeras.', en: 'The point touches what may never be delegated.' },
  onwardHeads: { sv: 'Bara en förvaltningschef får delegera vidare.', en: 'Only the head of a department may hand a mandate on.' },
  bodyGives: { sv: 'Organet ger mandatet självt; ange inget att delegera vidare.', en: 'The body gives the mandate itself; state none to hand on.' },
  urgentMend: {
    sv: 'Skriv varför nämndens beslut inte kan avvaktas, eller låt nämnden besluta.',
    en: 'Write why the board’s decision cannot be awaited, or let the board decide.',
  },
  urgentMandateMend: {
    sv: 'Välj mandatet för brådskande ärenden, eller ta bort skälet om beslutet inte är brådskande.',
    en: 'Choose the mandate for urgent matters, or remove the reason if the decision is not urgent.',
  },
  noMandateHere: { sv: 'Organet har inget gällande mandat med det numret.', en: 'The body has no mandate in force with that number.' },
  mandatePost: {
    sv: 'Organet kan ge mandat till den egna nämndens och förvaltningens befattningar, inte till andras.',
    en: 'The body may give mandates to posts of its own board and department, not to others.',
  },
  reportState: { sv: 'Rapporten är redan godkänd, eller har sänts tillbaka.', en: 'The report has already been approved, or was sent back.' },
  continuationUnknown: (no: number): Text => ({
    sv: `Slutrapporten har ingen punkt ${no} om vad som fortsätter.`,
    en: `The final report has no item ${no} of what continues.`,
  }),
  continuationHalf: {
    sv: 'Ange både vem som tar över och till när, eller skriv att det släpps.',
    en: 'State both who takes over and by when, or write that it is dropped.',
  },
  continuationBoth: { sv: 'Det kan inte både släppas och ha en ägare. Välj ett.', en: 'It cannot both be dropped and have an owner. Choose one.' },

  unknownDecision: { sv: 'Beslutet finns inte.', en: 'There is no such decision.' },
  alreadyNoted: (day: Day): Text => ({
    sv: `Dagen är redan antecknad: ${longDay(day, 'sv')}. Den ändras inte.`,
    en: `The day has already been noted: ${longDay(day, 'en')}. It does not change.`,
  }),

  // dispatch
  potAmount: { sv: 'Ange ett belopp som är större än noll.', en: 'State an amount above zero.' },
  callOffLeft: {
    sv: 'Avropa det som är kvar av potten, som annars förfaller',
    en: 'Call off what is left of the pot, which lapses otherwise',
  },
  noSuchPot: { sv: 'Det finns ingen sådan pott.', en: 'There is no such pot.' },
  secretPot: {
    sv: 'Potten är sekretessbelagd. Då måste beslutet om avropet också vara det.',
    en: 'The pot is secret. Then the decision on the call-off must be so too.',
  },
  dueBefore: { sv: 'Dagen ligger före beslutet.', en: 'The day is before the decision.' },
  dueForInformation: {
    sv: 'En dag kan bara sättas när något krävs av mottagaren.',
    en: 'A day can be set only when something is demanded of the receiver.',
  },
  whatNeeded: { sv: 'Skriv vad mottagaren ska göra.', en: 'Write what the receiver is to do.' },
  receiverTwice: { sv: 'Samma mottagare står två gånger.', en: 'The same receiver stands twice.' },
  receiverUnknown: { sv: 'Mottagaren fanns inte på beslutsdagen.', en: 'The receiver did not exist on the day of decision.' },
  unknownDispatch: { sv: 'Försändelsen finns inte.', en: 'There is no such dispatch.' },
  alreadyReceived: (day: Day): Text => ({
    sv: `Beslutet togs emot redan ${longDay(day, 'sv')}.`,
    en: `The decision was received already on ${longDay(day, 'en')}.`,
  }),
  notReceived: { sv: 'Ta emot beslutet först.', en: 'Receive the decision first.' },
  alreadyFiled: (day: Day): Text => ({ sv: `Beslutet lades till handlingarna ${longDay(day, 'sv')}.`, en: `The decision was filed on ${longDay(day, 'en')}.` }),
  demandsAction: (what: string): Text => ({
    sv: `Beslutet kräver åtgärd: ${what}. Öppna eller koppla ett ärende, eller ta emot uppdraget, innan det läggs till handlingarna.`,
    en: `The decision demands action: ${what}. Open or link a case, or accept the assignment, before it is filed.`,
  }),
  caseOfOther: {
    sv: 'Ärendet hör till ett annat organ. Välj ett av mottagarens egna.',
    en: 'The case belongs to another body. Choose one of the receiver’s own.',
  },
} as const satisfies Record<string, unknown>
