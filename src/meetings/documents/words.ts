import { type Day, longDay } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import type { Choice, MotionKind, OrderWay } from '../record/fact.ts'
import type { ItemRecord, MeetingForm, Office } from '../record/record.ts'

const choiceWords: Record<Choice, Text> = { yes: { sv: 'Ja', en: 'Yes' }, no: { sv: 'Nej', en: 'No' }, abstain: { sv: 'Avstår', en: 'Abstains' } }
const formWords: Record<MeetingForm, Text> = {
  physical: { sv: 'på plats', en: 'on site' },
  digital: { sv: 'på distans', en: 'remotely' },
  hybrid: { sv: 'på plats och på distans', en: 'on site and remotely' },
}
/** What somebody moves, after 'Anna Ek yrkar'. */
const motionWords: Record<MotionKind, Text> = {
  approve: { sv: 'bifall', en: 'approval' },
  reject: { sv: 'avslag', en: 'rejection' },
  amend: { sv: 'ändring', en: 'an amendment' },
  add: { sv: 'tillägg', en: 'an addition' },
  refer: { sv: 'återremiss', en: 'referral back' },
  table: { sv: 'bordläggning', en: 'tabling' },
  other: { sv: 'särskilt', en: 'separately' },
}
const officeWords: Record<Office, Text> = {
  chair: { sv: 'ordförande', en: 'chair' },
  vice_chair: { sv: '1:e vice ordförande', en: 'first vice chair' },
  second_vice_chair: { sv: '2:e vice ordförande', en: 'second vice chair' },
}

/** How an item of a kind that nothing is decided in is told when it is dealt with. */
const notedWords: Partial<Record<ItemRecord['kind'], Text>> = {
  information: { sv: 'Informationen antecknas.', en: 'The information is noted.' },
  question: { sv: 'Informationen antecknas.', en: 'The information is noted.' },
  notified: { sv: 'Anmälningarna antecknas.', en: 'What was notified is noted.' },
  delegated: { sv: 'Redovisningen av delegationsbesluten antecknas.', en: 'The report of delegated decisions is noted.' },
}

/** The words of the documents of a meeting. */
export const docWords = {
  choice: (choice: Choice): Text => choiceWords[choice],
  choices: { yes: { sv: 'ja', en: 'yes' }, no: { sv: 'nej', en: 'no' }, abstain: { sv: 'avstår', en: 'abstain' }, absent: { sv: 'frånvarande', en: 'absent' } },
  form: (form: MeetingForm): Text => formWords[form],
  office: (office: Office): Text => officeWords[office],
  minutes: { sv: 'Protokoll', en: 'Minutes' },
  minutesOf: (day: Day): Text => ({ sv: `Sammanträde ${longDay(day, 'sv')}`, en: `Meeting on ${longDay(day, 'en')}` }),
  extract: { sv: 'Protokollsutdrag', en: 'Minutes extract' },
  agenda: { sv: 'Kallelse', en: 'Summons' },
  agendaOf: (day: Day): Text => ({ sv: `Kallelse till sammanträde ${longDay(day, 'sv')}`, en: `Summons to the meeting on ${longDay(day, 'en')}` }),
  attendance: { sv: 'Närvarolista', en: 'Attendance list' },
  attendanceOf: (day: Day): Text => ({ sv: `Närvaro ${longDay(day, 'sv')}`, en: `Attendance on ${longDay(day, 'en')}` }),
  votes: { sv: 'Omröstningslista', en: 'Vote list' },
  votesOf: (day: Day): Text => ({ sv: `Omröstningar ${longDay(day, 'sv')}`, en: `Votes on ${longDay(day, 'en')}` }),
  noVotes: { sv: 'Ingen omröstning har hållits.', en: 'No vote was taken.' },
  notice: { sv: 'Anslagsbevis', en: 'Notice of adjustment' },
  noticeOf: (day: Day): Text => ({ sv: `Justerat protokoll från ${longDay(day, 'sv')}`, en: `Adjusted minutes of ${longDay(day, 'en')}` }),

  place: { sv: 'Plats', en: 'Place' },
  time: { sv: 'Tid', en: 'Time' },
  paragraphs: { sv: 'Paragrafer', en: 'Paragraphs' },
  chair: { sv: 'Ordförande', en: 'Chair' },
  secretary: { sv: 'Sekreterare', en: 'Secretary' },
  adjusters: { sv: 'Justerare', en: 'Adjusters' },
  deciders: { sv: 'Beslutande', en: 'Deciding' },
  members: { sv: 'Ledamöter', en: 'Members' },
  serving: { sv: 'Tjänstgörande ersättare', en: 'Serving substitutes' },
  substitutes: { sv: 'Ersättare', en: 'Substitutes' },
  others: { sv: 'Övriga deltagare', en: 'Others present' },
  nobody: { sv: 'ingen', en: 'nobody' },
  servesFor: (name: string): Text => ({ sv: `för ${name}`, en: `for ${name}` }),
  vacantSeat: { sv: 'på vakant plats', en: 'in a vacant seat' },
  noParagraph: { sv: 'deltog inte i något ärende', en: 'took part in no item' },
  and: { sv: 'och', en: 'and' },
  remote: { sv: 'på distans', en: 'remotely' },
  closedDoors: (reason: string): Text => ({
    sv: `Sammanträdet hölls inom stängda dörrar: ${reason}`,
    en: `The meeting was held behind closed doors: ${reason}`,
  }),
  closedBy: ({ number, until }: { readonly number: string; readonly until: Day | null }): Text => ({
    sv: `Beslut ${number}${until ? `, som gäller till och med ${longDay(until, 'sv')}` : ''}.`,
    en: `Decision ${number}${until ? `, which holds until ${longDay(until, 'en')}` : ''}.`,
  }),
  doors: { sv: 'Öppenhet', en: 'Openness' },
  pause: { sv: 'Ajournering', en: 'Adjournment' },

  secretItem: (section: string): Text => ({ sv: `Sekretessbelagt ärende (${section})`, en: `Secret item (${section})` }),
  secretText: { sv: 'Ärendet är sekretessbelagt och återges inte här.', en: 'The item is secret and is not told here.' },
  decision: { sv: 'Beslut', en: 'Decision' },
  adjustedAtOnce: (on: Day, digest: string, announced: Day | null): Text => ({
    sv: `Paragrafen justerades omedelbart ${longDay(on, 'sv')}${announced ? ` och tillkännagavs ${longDay(announced, 'sv')}` : ''}. Textens digest: ${digest}`,
    en: `The paragraph was adjusted at once on ${longDay(on, 'en')}${announced ? ` and announced on ${longDay(announced, 'en')}` : ''}. Digest of the text: ${digest}`,
  }),
  proposal: { sv: 'Förslag till beslut', en: 'Proposed decision' },
  proposalFrom: (from: string): Text => ({ sv: `Förslag från ${from}`, en: `Proposal of ${from}` }),
  matter: { sv: 'Ärendet', en: 'The matter' },
  motions: { sv: 'Yrkanden', en: 'Motions' },
  moves: (who: string): Text => ({ sv: `${who} yrkar `, en: `${who} moves ` }),
  moved: (kind: MotionKind): Text => motionWords[kind],
  clauseBecomes: (no: number, text: string): Text => ({ sv: `Att-sats ${no} ändras till: ${text}`, en: `Clause ${no} becomes: ${text}` }),
  clauseStruck: (no: number): Text => ({ sv: `Att-sats ${no} utgår.`, en: `Clause ${no} is struck out.` }),
  clauseAdded: (text: string): Text => ({ sv: `Ny att-sats: ${text}`, en: `A new clause: ${text}` }),
  otherwise: { sv: ', i övrigt bifall till förslaget', en: ', otherwise approval of the proposal' },
  withdrawn: { sv: ' (återtaget)', en: ' (withdrawn)' },
  fallenMotion: (who: string): Text => ({
    sv: ` Yrkandet föll: ${who} är jävig i ärendet, och ingen annan upprätthöll det.`,
    en: ` The motion fell: ${who} is in conflict of interest in the item, and nobody else upheld it.`,
  }),
  upheldMotion: (who: string, by: string): Text => ({
    sv: ` ${by} upprätthåller yrkandet, eftersom ${who} är jävig i ärendet.`,
    en: ` ${by} uphold the motion, as ${who} is in conflict of interest in the item.`,
  }),
  refusedMotion: (why: string): Text => ({ sv: ` Ordföranden ställer inte proposition på yrkandet: ${why}`, en: ` The chair does not put the motion: ${why}` }),
  order: { sv: 'Propositionsordning', en: 'Order of propositions' },
  orderOf: (list: string, way: OrderWay, main: string): Text => {
    const told = {
      elimination: { sv: '', en: '' },
      fixed_main: { sv: ` Huvudförslag är ${main}.`, en: ` The main proposal is ${main}.` },
      ladder: {
        sv: ' Förslagen ställs mot varandra i den följden, vinnaren mot nästa.',
        en: ' They are put against each other in that sequence, the winner against the next.',
      },
    }[way]
    return { sv: `Proposition ställs på ${list}.${told.sv} Ordningen godkänns.`, en: `The propositions put are ${list}.${told.en} The order is approved.` }
  },
  oneByOne: (points: Text, rest: boolean): Text => ({
    sv: `Sammanträdet beslutar att ${points.sv} i förslaget ställs för sig${rest ? ' och övriga tillsammans därefter' : ', en i taget'}.`,
    en: `The meeting decides that ${points.en} of the proposal ${points.en.startsWith('clauses') ? 'are' : 'is'} put separately${rest ? ', and the rest together after that' : ', one at a time'}.`,
  }),
  foundFor: (what: string, asked: boolean): Text => ({
    sv: `Ordföranden finner ${what}.${asked ? ' Omröstning begärs.' : ''}`,
    en: `The chair finds ${what}.${asked ? ' A vote is requested.' : ''}`,
  }),
  vote: (no: number | null): Text => ({ sv: no === null ? 'Omröstning' : `Omröstning ${no}`, en: no === null ? 'Vote' : `Vote ${no}` }),
  votesFor: (name: string, votes: number): Text => ({
    sv: `${name}: ${votes === 1 ? 'en röst' : `${votes} röster`}`,
    en: `${name}: ${votes === 1 ? 'one vote' : `${votes} votes`}`,
  }),
  yesFor: (what: string): Text => ({ sv: `Ja för ${what}.`, en: `Yes is for ${what}.` }),
  noFor: (what: string): Text => ({ sv: `Nej för ${what}.`, en: `No is for ${what}.` }),
  onSlips: { sv: 'Omröstningen sker med valsedlar.', en: 'The vote is taken on slips.' },
  blankVotes: (n: number): Text => ({ sv: `Blanka röster: ${n}`, en: `Blank votes: ${n}` }),
  invalidVotes: (n: number, why: Text): Text => ({ sv: `Ogiltiga röster, ${why.sv}: ${n}`, en: `Invalid votes, ${why.en}: ${n}` }),
  closedVote: { sv: 'Omröstningen är sluten. Hur var och en röstade antecknas inte.', en: 'The vote is closed. How each voted is not noted.' },
  castingVote: { sv: 'Ordförandens röst avgör.', en: 'The casting vote of the chair decides.' },
  byLot: { sv: 'Lotten avgör.', en: 'The lot decides.' },
  byMinority: { sv: 'Minst en tredjedel av de närvarande begär det.', en: 'At least a third of those present ask for it.' },
  howVoted: { sv: 'Så röstade var och en', en: 'How each voted' },
  name: { sv: 'Namn', en: 'Name' },
  party: { sv: 'Parti', en: 'Party' },
  ballot: { sv: 'Röst', en: 'Vote' },
  sum: { sv: 'Summa', en: 'Sum' },
  lot: (drawn: string): Text => ({ sv: `Lotten faller på ${drawn}.`, en: `The lot falls on ${drawn}.` }),
  elected: { sv: 'Valda', en: 'Elected' },
  until: (day: string): Text => ({ sv: `till och med ${day}`, en: `until ${day}` }),
  conflicts: { sv: 'Jäv', en: 'Conflict of interest' },
  conflict: (who: string, ground: string): Text => ({
    sv: `${who} deltar inte i ärendet på grund av jäv: ${ground}`,
    en: `${who} does not take part because of a conflict of interest: ${ground}`,
  }),
  noConflict: (who: string): Text => ({
    sv: `Jäv prövas för ${who}. Jäv bedöms inte föreligga.`,
    en: `Conflict of interest is tried for ${who}. There is none.`,
  }),
  urgent: ({ announced, urgent }: Pick<ItemRecord, 'announced' | 'urgent'>): Text => {
    const admitted = urgent?.admitted ?? urgent?.unanimous ?? false
    const why = urgent?.why ? { sv: ` Skäl: ${urgent.why}`, en: ` Reason: ${urgent.why}` } : { sv: '', en: '' }
    const lacks = announced
      ? { sv: 'Ärendet är inte berett.', en: 'The item was not prepared.' }
      : { sv: 'Ärendet är inte kungjort.', en: 'The item was not announced.' }
    const decided = !admitted
      ? { sv: 'Sammanträdet beslutar inte att det behandlas.', en: 'The meeting does not decide that it is handled.' }
      : urgent?.unanimous
        ? { sv: 'Samtliga närvarande beslutar att det behandlas.', en: 'All present decide that it is handled.' }
        : { sv: 'Sammanträdet beslutar att det behandlas.', en: 'The meeting decides that it is handled.' }
    return { sv: `${lacks.sv} ${decided.sv}${why.sv}`, en: `${lacks.en} ${decided.en}${why.en}` }
  },
  participants: { sv: 'Deltar i beslutet', en: 'Taking part in the decision' },
  reservations: { sv: 'Reservationer', en: 'Reservations' },
  notes: { sv: 'Anteckningar till protokollet', en: 'Notes to the minutes' },
  statements: { sv: 'Protokollsyttranden', en: 'Statements' },
  reserves: (who: string, one: boolean, motion: string | null, points: Text | null = null): Text => ({
    sv: `${who} reserverar sig${points ? ` mot beslutet i ${points.sv}` : ''}${motion ? ` till förmån för ${motion}` : ''}.`,
    en: `${who} ${one ? 'enters a reservation' : 'enter reservations'}${points ? ` against the decision in ${points.en}` : ''}${motion ? ` for ${motion}` : ''}.`,
  }),
  receivers: { sv: 'Beslutet skickas till', en: 'The decision is sent to' },
  wouldHaveVoted: { sv: 'Anteckning, utan rösträtt', en: 'Note, without vote' },
  listed: { sv: 'Anmälda', en: 'Notified' },
  outcome: ({ outcome, kind }: Pick<ItemRecord, 'kind'> & { readonly outcome: NonNullable<ItemRecord['outcome']>['outcome'] }): Text | null =>
    ({
      tabled: { sv: 'Ärendet bordläggs.', en: 'The item is tabled.' },
      referred: { sv: 'Ärendet återremitteras.', en: 'The item is referred back.' },
      noted: notedWords[kind] ?? { sv: 'Ärendet avslutas utan beslut.', en: 'The item is closed without a decision.' },
      decided: null,
    })[outcome],
  corrections: { sv: 'Rättelser', en: 'Corrections' },
  correction: (why: string, by: string | null, day: string): Text => ({
    sv: `Rättat ${day}${by ? ` av ${by}` : ''}: ${why}`,
    en: `Corrected ${day}${by ? ` by ${by}` : ''}: ${why}`,
  }),
  lateCorrections: { sv: 'Rättelser efter justeringen', en: 'Corrections after the adjustment' },
  lateCorrectionsBy: {
    sv: 'Den justerade texten står kvar. Uppenbara fel rättas så här, efter grunderna i 36 § förvaltningslagen.',
    en: 'The adjusted text stands. Plain errors are corrected thus, by the principles of FL 36.',
  },
  signatures: { sv: 'Underskrifter', en: 'Signatures' },
  signedOn: (day: Day): Text => ({ sv: `Justerat digitalt ${longDay(day, 'sv')}`, en: `Signed digitally on ${longDay(day, 'en')}` }),
  notSigned: { sv: 'inte justerat än', en: 'not yet signed' },
  digest: { sv: 'Textens fingeravtryck', en: 'Digest of the text' },
  sentOn: { sv: 'Sänd', en: 'Sent' },
  versionNo: (no: number): Text => ({ sv: `version ${no}`, en: `version ${no}` }),
  sentDigest: { sv: 'Fingeravtryck av det som sändes', en: 'Digest of what was sent' },

  body: { sv: 'Organ', en: 'Body' },
  meetingDay: { sv: 'Sammanträdesdag', en: 'Day of the meeting' },
  adjustedDay: { sv: 'Justerat', en: 'Adjusted' },
  posted: { sv: 'Anslaget sattes upp', en: 'Notice put up' },
  taken: { sv: 'Anslaget tas ned tidigast', en: 'Notice taken down at the earliest' },
  keptAt: { sv: 'Protokollet förvaras hos', en: 'The minutes are kept at' },
  notYet: { sv: 'inte än', en: 'not yet' },
  appeal: (last: Day): Text => ({
    sv: `Den som är medlem i kommunen kan överklaga besluten till förvaltningsrätten. Överklagandet ska ha kommit in senast ${longDay(last, 'sv')} (KL 13:5).`,
    en: `Whoever is a member of the municipality may appeal to the administrative court. The appeal must arrive by ${longDay(last, 'en')} (KL 13:5).`,
  }),
  item: { sv: 'Ärende', en: 'Item' },
  items: { sv: 'Ärenden', en: 'Items' },
  case: { sv: 'Diarienummer', en: 'Case number' },
  present: { sv: 'Närvarande', en: 'Present' },
  role: { sv: 'Uppdrag', en: 'Seat' },
  when: { sv: 'När', en: 'When' },
  member: { sv: 'ledamot', en: 'member' },
  substitute: { sv: 'ersättare', en: 'substitute' },
  notPresent: { sv: 'frånvarande', en: 'absent' },
  leftFor: (reason: string): Text => ({ sv: `lämnade: ${reason}`, en: `left: ${reason}` }),
  hemicycle: (yes: number, no: number, abstain: number, absent: number): Text => ({
    sv: `Halvcirkel med en plats för var och en: ${yes} ja, ${no} nej, ${abstain} avstår, ${absent} frånvarande.`,
    en: `A half circle with a seat for each: ${yes} yes, ${no} no, ${abstain} abstain, ${absent} absent.`,
  }),
}
