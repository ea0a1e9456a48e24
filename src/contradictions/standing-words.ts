import type { Text } from '../kernel/text.ts'
import type { Sureness } from '../rulebook/contradictions/finding.ts'

const sureness: Readonly<Record<Sureness, Text>> = {
  error: { sv: 'Fel', en: 'Error' },
  contradiction: { sv: 'Motsägelse', en: 'Contradiction' },
  ask: { sv: 'Fråga', en: 'Question' },
}

/** What the pages say of contradictions that stand. */
export const standingWords = {
  sureness,
  title: { sv: 'Motsägelser', en: 'Contradictions' },
  lead: (errors: number, contradictions: number, asks: number): Text => {
    const all = errors + contradictions + asks
    if (all === 0) return { sv: 'Inga tal eller dagar i kommunen motsäger varandra.', en: 'No numbers or days of the municipality contradict each other.' }
    const kinds = [
      { n: errors, sv: 'fel', en: errors === 1 ? 'error' : 'errors' },
      { n: contradictions, sv: contradictions === 1 ? 'motsägelse' : 'motsägelser', en: contradictions === 1 ? 'contradiction' : 'contradictions' },
      { n: asks, sv: asks === 1 ? 'fråga' : 'frågor', en: asks === 1 ? 'question' : 'questions' },
    ].filter(({ n }) => n > 0)
    return {
      sv: `${all} ${all === 1 ? 'uppgift går' : 'uppgifter går'} inte ihop: ${kinds.map(({ n, sv }) => `${n} ${sv}`).join(', ')}.`,
      en: `${all} ${all === 1 ? 'thing does' : 'things do'} not add up: ${kinds.map(({ n, en }) => `${n} ${en}`).join(', ')}.`,
    }
  },
  about: {
    sv: 'Reglerna läser kommunens egna mått, beslut och handlingar. De visar båda talen och frågar; de säger aldrig vilket som är rätt.',
    en: 'The rules read the municipality’s own measures, decisions and documents. They show both numbers and ask; they never say which is right.',
  },
  here: (n: number): Text => ({
    sv: n === 1 ? 'En uppgift går inte ihop' : `${n} uppgifter går inte ihop`,
    en: n === 1 ? 'One thing does not add up' : `${n} things do not add up`,
  }),
  printed: { sv: 'Står', en: 'Printed' },
  computed: { sv: 'Blir', en: 'Computed' },
  difference: { sv: 'Skillnad', en: 'Difference' },
  found: { sv: 'Funnen', en: 'Found' },
  concerns: { sv: 'Gäller', en: 'Concerns' },
  what: { sv: 'Vad som inte går ihop', en: 'What does not add up' },
  where: { sv: 'Talen och var de står', en: 'The numbers and where they stand' },
  number: { sv: 'Var', en: 'Where' },
  howSure: { sv: 'Hur säkert', en: 'How sure' },
  state: { sv: 'Läge', en: 'State' },
  open: { sv: 'Obesvarad', en: 'Unanswered' },
  answered: { sv: 'Besvarad', en: 'Answered' },
  body: { sv: 'Organ', en: 'Body' },
  answer: { sv: 'Svara', en: 'Answer' },
  changeAnswer: { sv: 'Ändra svaret', en: 'Change the answer' },
  answerLabel: { sv: 'Vad förklarar skillnaden, eller vad görs åt den?', en: 'What explains the difference, or what is done about it?' },
  answerHint: {
    sv: 'Svaret visas på alla sidor som saken gäller. Den står kvar tills talen stämmer, men frågas inte igen.',
    en: 'The answer is shown on every page it concerns. It stands until the numbers agree, but is not asked again.',
  },
  save: { sv: 'Spara svaret', en: 'Save the answer' },
  hinders: (n: number): Text => ({
    sv: n === 1 ? 'Ett hinder för att spara svaret' : `${n} hinder för att spara svaret`,
    en: n === 1 ? 'One thing hinders saving the answer' : `${n} things hinder saving the answer`,
  }),
  by: (name: string | null, day: Text): Text => ({ sv: `${name ? `${name}, ` : ''}${day.sv}`, en: `${name ? `${name}, ` : ''}${day.en}` }),
  goneAlready: { sv: 'Den finns inte längre: talen stämmer nu.', en: 'It stands no more: the numbers agree now.' },
  answerNeeded: { sv: 'Skriv svaret med minst tio tecken.', en: 'Write the answer with at least ten characters.' },
  answerTooLong: { sv: 'Svaret får ha högst 2 000 tecken.', en: 'The answer may have at most 2,000 characters.' },
  answeredMeanwhile: (text: string): Text => ({
    sv: `Någon har svarat under tiden: ”${text}”. Spara igen om ditt svar ska gälla i stället.`,
    en: `Somebody has answered meanwhile: “${text}”. Save again if yours shall stand instead.`,
  }),
  none: {
    sv: 'Inget att visa här. Det som inte går ihop visas på sidan för den sak det gäller.',
    en: 'Nothing to show here. What does not add up is shown on the page it concerns.',
  },
  counted: (n: number): Text => ({ sv: `${n} på sidan`, en: `${n} on this page` }),
  sorted: { sv: 'Nyaste först', en: 'Newest first' },
  firstPage: { sv: 'Till första sidan', en: 'To the first page' },
  unknown: { sv: 'Här finns ingen motsägelse', en: 'There is no contradiction here' },
  all: { sv: 'Alla motsägelser', en: 'All contradictions' },
} as const
