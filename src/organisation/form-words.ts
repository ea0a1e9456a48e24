import type { Text } from '../kernel/text.ts'

/** Texts of the forms that change the organisation. */
export const formWords = {
  create: { sv: 'Nytt organ eller ny enhet', en: 'New body or unit' },
  change: { sv: 'Byt namn eller platser', en: 'Change name or seats' },
  move: { sv: 'Flytta', en: 'Move' },
  split: { sv: 'Dela', en: 'Split' },
  merge: { sv: 'Slå ihop', en: 'Merge' },
  close: { sv: 'Lägg ner', en: 'Close' },
  createPost: { sv: 'Nytt uppdrag', en: 'New post' },
  appoint: { sv: 'Tillsätt', en: 'Appoint' },
  endAppointment: { sv: 'Avsluta uppdraget', en: 'End the appointment' },
  importMany: { sv: 'Importera ur en lista', en: 'Import from a list' },
  addPerson: { sv: 'Ny person', en: 'New person' },

  createLead: {
    sv: 'Det som bildas ur något annat görs genom att dela eller slå ihop, så att tråden mellan dem finns kvar.',
    en: 'What is formed out of something else is made by splitting or merging, so that the thread between them remains.',
  },
  changeLead: (name: Text): Text => ({
    sv: `${name.sv} kan byta namn eller platser från en dag. Det som var förut står kvar.`,
    en: `${name.en} can change name or seats from a day on. What was before remains.`,
  }),
  moveLead: (name: Text): Text => ({
    sv: `${name.sv} flyttas från en dag, med allt som ligger under.`,
    en: `${name.en} is moved from a day on, with everything under it.`,
  }),
  splitLead: (name: Text): Text => ({
    sv: `${name.sv} blir flera från en dag. Andelarna visar hur siffror från förr räknas om.`,
    en: `${name.en} becomes several from a day on. The shares tell how figures of before are restated.`,
  }),
  mergeLead: {
    sv: 'Flera blir en från en dag. Uppdragen i dem som upphör avslutas.',
    en: 'Several become one from a day on. Posts of those that end are no longer held.',
  },
  closeLead: (name: Text): Text => ({
    sv: `${name.sv} upphör utan att någon tar över. Uppdragen avslutas samma dag.`,
    en: `${name.en} ends without anybody taking over. Its posts are no longer held from that day.`,
  }),
  postLead: (name: Text): Text => ({ sv: `Ett uppdrag i ${name.sv}, som ännu ingen har.`, en: `A post of ${name.en}, as yet held by nobody.` }),
  toVacancies: { sv: 'Vakanser och fyllnadsval', en: 'Vacancies and by-elections' },
  appointLead: (title: Text, node: Text, holder: string | null): Text => ({
    sv:
      holder === null
        ? `${title.sv} i ${node.sv} är inte tillsatt.`
        : `${title.sv} i ${node.sv} är nu ${holder}, som lämnar uppdraget den dag någon annan får det.`,
    en:
      holder === null
        ? `${title.en} of ${node.en} is held by nobody.`
        : `${title.en} of ${node.en} is now ${holder}, who leaves the post on the day somebody else is given it.`,
  }),
  endLead: (person: string, title: Text, node: Text): Text => ({
    sv: `${person} lämnar uppdraget som ${lower(title.sv)} i ${node.sv}.`,
    en: `${person} leaves the post as ${lower(title.en)} of ${node.en}.`,
  }),
  personLead: { sv: 'Personen får rättigheter först med ett uppdrag.', en: 'The person has rights only by a post.' },

  what: { sv: 'Vad', en: 'What' },
  where: { sv: 'Var och när', en: 'Where and when' },
  when: { sv: 'När', en: 'When' },
  kind: { sv: 'Slag', en: 'Kind' },
  nameSv: { sv: 'Namn', en: 'Name in Swedish' },
  nameEn: { sv: 'Namn på engelska', en: 'Name in English' },
  short: { sv: 'Förkortning', en: 'Abbreviation' },
  seats: { sv: 'Antal platser', en: 'Number of seats' },
  seatsHint: { sv: 'Bara för organ. Fullmäktige ska ha ett udda antal.', en: 'Only for bodies. A council has an odd number.' },
  parent: { sv: 'Ligger under', en: 'Lies under' },
  newParent: { sv: 'Ska ligga under', en: 'Is to lie under' },
  from: { sv: 'Från och med', en: 'From' },
  firstDayWithout: { sv: 'Första dagen utan', en: 'First day without it' },
  childrenTo: { sv: 'Det som ligger under flyttas till', en: 'What lies under it goes to' },
  nothingUnder: { sv: 'Inget ligger under', en: 'Nothing lies under it' },
  mergeFrom: { sv: 'De som slås ihop', en: 'Those that are merged' },
  mergeOne: (no: number): Text => ({ sv: `Nummer ${no}`, en: `Number ${no}` }),
  mergeInto: { sv: 'Blir', en: 'Become' },
  intoNew: { sv: 'En ny, med namnet nedan', en: 'A new one, named below' },
  newOne: { sv: 'Den nya', en: 'The new one' },
  newOneIntro: { sv: 'Fylls i bara när det blir en ny.', en: 'Only filled in when it becomes a new one.' },
  part: (no: number): Text => ({ sv: `Del ${no}`, en: `Part ${no}` }),
  partIntro: { sv: 'Lämna namnet tomt för en del som inte behövs.', en: 'Leave the name empty for a part that is not needed.' },
  share: { sv: 'Andel', en: 'Share' },
  shareWhy: {
    sv: 'Läses av den som jämför siffror före och efter delningen. Andelarna ska bli 100 tillsammans.',
    en: 'Read by whoever compares figures before and after. The shares make 100 together.',
  },
  shareUnknown: { sv: 'Andelen är inte känd', en: 'The share is not known' },
  shareUnknownHint: {
    sv: 'Siffror från före delningen visas då inte omräknade till den här delen.',
    en: 'Figures from before are then not shown restated to this part.',
  },
  role: { sv: 'Roll', en: 'Role' },
  roleHint: { sv: 'Rättigheterna följer rollen.', en: 'Rights follow the role.' },
  title: { sv: 'Titel', en: 'Title in Swedish' },
  titleEn: { sv: 'Titel på engelska', en: 'Title in English' },
  seat: { sv: 'Plats eller ordning', en: 'Seat or order' },
  seatHint: { sv: 'Platsens nummer, eller ersättarens plats i ordningen.', en: 'Number of the seat, or the substitute’s place in the order.' },
  searchPerson: { sv: 'Sök person', en: 'Search for a person' },
  search: { sv: 'Sök', en: 'Search' },
  choosePerson: { sv: 'Vem', en: 'Who' },
  nobodyFound: { sv: 'Ingen med det namnet.', en: 'Nobody by that name.' },
  someShown: (n: number): Text => ({
    sv: `De ${n} första visas. Sök på namnet för att hitta fler.`,
    en: `The first ${n} are shown. Search by name to find others.`,
  }),
  to: { sv: 'Till och med', en: 'Through' },
  toHint: { sv: 'Lämna tomt för mandatperioden ut, eller tills vidare.', en: 'Leave empty for the rest of the term, or until further notice.' },
  lastDay: { sv: 'Sista dagen', en: 'Last day' },
  givenName: { sv: 'Förnamn', en: 'Given name' },
  familyName: { sv: 'Efternamn', en: 'Family name' },
  party: { sv: 'Parti', en: 'Party' },
  partyHint: { sv: 'Partibeteckning, till exempel S eller M.', en: 'Letters of the party, for example S or M.' },
  email: { sv: 'E-post', en: 'E-mail' },
  save: { sv: 'Spara', en: 'Save' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  hinders: (n: number): Text => ({
    sv: n === 1 ? 'En sak hindrar ändringen' : `${n} saker hindrar ändringen`,
    en: n === 1 ? 'One thing hinders the change' : `${n} things hinder the change`,
  }),
  nothingChosen: { sv: 'Välj ett av alternativen.', en: 'Choose one of the options.' },
}

const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)
