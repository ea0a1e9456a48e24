import type { Text } from '../kernel/text.ts'
import type { ReportKind, Stance } from './report.ts'

const stanceWords: Record<Stance, Text> = {
  on_track: { sv: 'Enligt plan', en: 'On track' },
  at_risk: { sv: 'Risk för försening', en: 'At risk' },
  late: { sv: 'Försenat', en: 'Late' },
  done: { sv: 'Klart att pröva', en: 'Ready to be judged' },
}
const kindWords: Record<ReportKind, Text> = { interim: { sv: 'Delredovisning', en: 'Interim report' }, final: { sv: 'Slutredovisning', en: 'Final report' } }

export const words = {
  stance: (stance: Stance): Text => stanceWords[stance],
  kind: (kind: ReportKind): Text => kindWords[kind],
  reports: { sv: 'Rapporter', en: 'Reports' },
  reportOn: (kind: ReportKind, subject: string): Text => ({ sv: `${kindWords[kind].sv}: ${subject}`, en: `${kindWords[kind].en}: ${subject}` }),
  handIn: { sv: 'Lämna rapporten', en: 'Hand in the report' },
  keep: { sv: 'Spara som utkast', en: 'Save as a draft' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  stanceLabel: { sv: 'Läge', en: 'Status' },
  stanceHint: (kind: ReportKind): Text =>
    kind === 'final'
      ? {
          sv: 'Välj ”Klart att pröva” när uppdragsgivaren kan förklara uppdraget fullgjort.',
          en: 'Choose “Ready to be judged” when the giver can declare it fulfilled.',
        }
      : { sv: 'Som det ser ut nu, till slutdagen.', en: 'As it looks now, towards the final day.' },
  textLabel: { sv: 'Vad har gjorts, och vad har det lett till?', en: 'What has been done, and what has it led to?' },
  textHint: {
    sv: 'Skriv för den som inte kan verksamheten. Det här blir text i rapporten.',
    en: 'Write for somebody outside the field. This becomes the text of the report.',
  },
  why: {
    sv: 'Den som gav uppdraget frågar. Rapporten läses av ledamöter, revisorer och invånare och behöver inte skrivas en gång till.',
    en: 'The giver asks. The report is read by members, auditors and residents and need not be written again.',
  },
  periodLabel: { sv: 'Rapporten gäller', en: 'The report covers' },
  periodHint: {
    sv: 'Till exempel 2022T1 eller 2022. Lämna tomt om den gäller hela uppdraget.',
    en: 'For example 2022T1 or 2022. Leave empty if it covers the whole assignment.',
  },
  continues: { sv: 'Vad fortsätter?', en: 'What continues?' },
  continuesHint: {
    sv: 'Allt som ska fortsätta efter uppdraget behöver någon som äger det och en dag, eller så säger du att det släpps.',
    en: 'Everything that goes on after the assignment needs an owner and a day, or you say that it is dropped.',
  },
  item: (no: number): Text => ({ sv: `Fortsättning ${no}`, en: `Continuation ${no}` }),
  itemWhat: { sv: 'Vad', en: 'What' },
  itemOwner: { sv: 'Ägs av', en: 'Owned by' },
  itemDue: { sv: 'Senast', en: 'By' },
  itemDropped: { sv: 'Släpps, eftersom', en: 'Dropped, because' },
  nobody: { sv: 'Välj organ eller enhet', en: 'Choose body or unit' },
  more: { sv: 'Fler rader', en: 'More rows' },
  chooseStance: { sv: 'Välj läge.', en: 'Choose the status.' },
  writeText: { sv: 'Skriv vad som har gjorts, minst en mening.', en: 'Write what has been done, at least one sentence.' },
  doneIsFinal: {
    sv: '”Klart att pröva” hör till slutredovisningen. Välj ett annat läge, eller lämna slutredovisningen.',
    en: '“Ready to be judged” belongs to the final report. Choose another status, or hand in the final report.',
  },
  badPeriod: (typed: string): Text => ({
    sv: `Skriv perioden som 2022, 2022T1 eller 2022M03. Du skrev ”${typed}”.`,
    en: `Write the period as 2022, 2022T1 or 2022M03. You wrote “${typed}”.`,
  }),
  badDay: (no: number, typed: string): Text => ({
    sv: `Fortsättning ${no}: skriv dagen som år-månad-dag. Du skrev ”${typed}”.`,
    en: `Continuation ${no}: write the day as year-month-day. You wrote “${typed}”.`,
  }),
  continuationWhat: (no: number): Text => ({ sv: `Fortsättning ${no}: skriv vad som fortsätter.`, en: `Continuation ${no}: write what continues.` }),
  continuationOwner: (no: number): Text => ({
    sv: `Fortsättning ${no}: ange både vem som äger den och senaste dag, eller skriv varför den släpps.`,
    en: `Continuation ${no}: give both an owner and a day, or write why it is dropped.`,
  }),
  continuationBoth: (no: number): Text => ({
    sv: `Fortsättning ${no}: antingen äger någon den, eller så släpps den.`,
    en: `Continuation ${no}: either somebody owns it, or it is dropped.`,
  }),
  continuationPast: (no: number): Text => ({
    sv: `Fortsättning ${no}: välj en dag som inte har passerat.`,
    en: `Continuation ${no}: choose a day that has not passed.`,
  }),
  unreportedParts: (titles: readonly string[]): Text => ({
    sv: `${titles.length === 1 ? 'En del är' : `${titles.length} delar är`} inte slutredovisade än: ${titles.join('; ')}.`,
    en: `${titles.length === 1 ? 'One part has' : `${titles.length} parts have`} no final report yet: ${titles.join('; ')}.`,
  }),
  noReportAct: { sv: 'Här kan ingen sådan rapport lämnas nu.', en: 'No such report can be handed in here now.' },
  problems: (n: number): Text => ({
    sv: n === 1 ? 'En sak hindrar att rapporten lämnas' : `${n} saker hindrar att rapporten lämnas`,
    en: n === 1 ? 'One thing hinders the report' : `${n} things hinder the report`,
  }),
  handedInLead: (kind: Text, day: string, stance: Text, post: string | null): Text => ({
    sv: `${kind.sv} lämnad ${day}${post ? ` av ${post}` : ''}. Läget: ${stance.sv.toLowerCase()}.`,
    en: `${kind.en} handed in ${day}${post ? ` by the ${post}` : ''}. Status: ${stance.en.toLowerCase()}.`,
  }),
  gaps: (n: number): Text => ({
    sv: n === 1 ? 'En fortsättning saknar ägare.' : `${n} fortsättningar saknar ägare.`,
    en: n === 1 ? 'One continuation has no owner.' : `${n} continuations have no owner.`,
  }),
  noOwner: { sv: 'Lucka: ingen äger det här, och det är inte släppt', en: 'Gap: nobody owns this, and it is not dropped' },
  ownedBy: (owner: string, due: string): Text => ({ sv: `${owner}, senast ${due}`, en: `${owner}, by ${due}` }),
  dropped: (reason: string): Text => ({ sv: `Släpps: ${reason}`, en: `Dropped: ${reason}` }),
  doneOn: (day: string): Text => ({ sv: `Klart ${day}`, en: `Done ${day}` }),
  takeOn: { sv: 'Utse ägare', en: 'Name an owner' },
  drop: { sv: 'Släpp', en: 'Drop' },
  markDone: { sv: 'Markera som klart', en: 'Mark as done' },
  reason: { sv: 'Varför', en: 'Why' },
  alreadyOwned: {
    sv: 'Någon annan hann före: fortsättningen har redan ägare eller är släppt.',
    en: 'Somebody else was first: it already has an owner or was dropped.',
  },
  ownerNeeded: { sv: 'Välj vem som äger fortsättningen och en dag som inte har passerat.', en: 'Choose who owns it and a day that has not passed.' },
  reasonNeeded: { sv: 'Skriv varför den släpps, minst tio tecken.', en: 'Write why it is dropped, at least ten characters.' },
  continuationDue: (what: string): Text => ({ sv: `Fortsättning: ${what}`, en: `Continuation: ${what}` }),
  ask: { sv: 'Beställ en återrapport', en: 'Ask for a report' },
  askLead: {
    sv: 'Den som utför uppdraget får dagen på sin lista, med vem som frågar.',
    en: 'Whoever carries it out gets the day on their list, with who asks.',
  },
  askWhatLabel: { sv: 'Vad ska rapporteras?', en: 'What is to be reported?' },
  askDayLabel: { sv: 'Senast', en: 'By' },
  askWhat: { sv: 'Skriv vad som ska rapporteras.', en: 'Write what is to be reported.' },
  askDay: { sv: 'Välj en dag som inte har passerat.', en: 'Choose a day that has not passed.' },
  askTwice: { sv: 'En återrapport är redan beställd till den dagen.', en: 'A report is already asked for by that day.' },
  noPost: { sv: 'ingen befattning antecknad', en: 'no post noted' },
  open: { sv: 'Öppna', en: 'Open' },
  secretTitle: { sv: 'Sekretessbelagd rapport', en: 'Secret report' },
  subject: { sv: 'Gäller', en: 'Concerns' },
  about: { sv: 'Om rapporten', en: 'About the report' },
  judged: { sv: 'Prövning', en: 'Judged' },
  approved: { sv: 'Godkänd genom beslut', en: 'Approved by decision' },
  sentBack: { sv: 'Återsänd', en: 'Sent back' },
  waiting: { sv: 'Väntar på att prövas', en: 'Waiting to be judged' },
  thread: { sv: 'Visa tråden', en: 'Show the thread' },
  listLead: (n: number, waiting: number): Text => ({
    sv:
      n === 0
        ? 'Inget har återrapporterats än.'
        : `${n === 1 ? 'En rapport har' : `${n} rapporter har`} lämnats. ${waiting === 0 ? 'Ingen slutredovisning väntar på att prövas.' : waiting === 1 ? 'En slutredovisning väntar på att prövas.' : `${waiting} slutredovisningar väntar på att prövas.`}`,
    en:
      n === 0
        ? 'Nothing has been reported back yet.'
        : `${n === 1 ? 'One report has' : `${n} reports have`} been handed in. ${waiting === 0 ? 'No final report is waiting.' : `${waiting} final report${waiting === 1 ? ' is' : 's are'} waiting to be judged.`}`,
  }),
  day: { sv: 'Dag', en: 'Day' },
  report: { sv: 'Rapport', en: 'Report' },
  state: { sv: 'Läge', en: 'Status' },
  body: { sv: 'Till', en: 'To' },
  older: { sv: 'Äldre rapporter', en: 'Older reports' },
  search: { sv: 'Sök i rapporter', en: 'Search reports' },
  show: { sv: 'Visa', en: 'Show' },
  none: { sv: 'Inga rapporter finns i urvalet.', en: 'No reports match.' },
}
