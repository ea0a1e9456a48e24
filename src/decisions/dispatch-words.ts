import { type Day, longDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Box } from './dispatch-store.ts'

interface Count {
  readonly demands: number
  readonly late: number
}

const inSentence = (desk: string, n: number, { demands, late }: Count): Text => ({
  sv:
    n === 0
      ? `Inget beslut från andra väntar på ${desk}.`
      : `${n} beslut från andra väntar på ${desk}. ${demands === 0 ? 'Inget kräver åtgärd' : `${demands} kräver åtgärd`}${late === 0 ? '' : `, ${late} borde redan ha tagits emot`}.`,
  en:
    n === 0
      ? `No decision of others waits for ${desk}.`
      : `${n} decisions of others wait for ${desk}. ${demands === 0 ? 'None demands action' : `${demands} demand action`}${late === 0 ? '' : `, ${late} should have been received already`}.`,
})

export const dispatchWords = {
  mail: { sv: 'Anmälningsärenden', en: 'Notified matters' },
  boxesLabel: { sv: 'Lådor', en: 'Boxes' },
  boxes: {
    in: { sv: 'Väntar', en: 'Waiting' },
    filed: { sv: 'Lagt till handlingarna', en: 'Filed' },
    out: { sv: 'Sänt', en: 'Sent' },
  } satisfies Record<Box, Text>,
  sentence: (desk: string, box: Box, n: number, count: Count): Text => {
    if (box === 'in') return inSentence(desk, n, count)
    if (box === 'filed') return { sv: `Beslut från andra som ${desk} har lagt till handlingarna.`, en: `Decisions of others that ${desk} has filed.` }
    return {
      sv: `Beslut som ${desk} har sänt${count.late === 0 ? '' : `. ${count.late} har inte tagits emot`}.`,
      en: `Decisions that ${desk} has sent${count.late === 0 ? '' : `. ${count.late} have not been received`}.`,
    }
  },
  empty: {
    in: { sv: 'Inget väntar.', en: 'Nothing waits.' },
    filed: { sv: 'Inget är lagt till handlingarna.', en: 'Nothing has been filed.' },
    out: { sv: 'Inget är sänt.', en: 'Nothing has been sent.' },
  } satisfies Record<Box, Text>,
  decision: { sv: 'Beslut', en: 'Decision' },
  from: { sv: 'Från', en: 'From' },
  to: { sv: 'Till', en: 'To' },
  asks: { sv: 'Vad som begärs', en: 'What is asked' },
  by: { sv: 'Senast', en: 'By' },
  where: { sv: 'Läge', en: 'State' },
  onPage: (n: number): Text => ({ sv: `${n} på sidan`, en: `${n} on this page` }),
  firstPage: { sv: 'Till början', en: 'To the start' },
  secretTitle: (number: string): Text => ({ sv: `Sekretessbelagt (${number})`, en: `Secret (${number})` }),
  lead: (from: string, sent: Day, demands: boolean, what: string | null, due: Day | null): Text => ({
    sv: `${from} sände beslutet ${longDay(sent, 'sv')}${demands ? ` och väntar sig åtgärd${due ? ` senast ${longDay(due, 'sv')}` : ''}${what ? `: ${what}` : ''}` : ' för kännedom'}.`,
    en: `${from} sent the decision on ${longDay(sent, 'en')}${demands ? ` and expects action${due ? ` by ${longDay(due, 'en')}` : ''}${what ? `: ${what}` : ''}` : ' for information'}.`,
  }),
  read: { sv: 'Läs beslutet', en: 'Read the decision' },
  receive: { sv: 'Ta emot', en: 'Receive' },
  receiveIntro: {
    sv: 'Avsändaren ser att beslutet har kommit fram, och var det hanteras.',
    en: 'The sender sees that the decision has come, and where it is handled.',
  },
  takeUp: { sv: 'Ge det ett ärende', en: 'Give it a case' },
  how: { sv: 'Vad händer med det?', en: 'What happens to it?' },
  openCase: { sv: 'Öppna ett nytt ärende', en: 'Open a new case' },
  linkCase: { sv: 'Lägg det i ett ärende som finns', en: 'Put it in a case that exists' },
  noteOnly: { sv: 'Bara ta emot, utan ärende', en: 'Only receive, without a case' },
  caseTitle: { sv: 'Vad det nya ärendet rör', en: 'What the new case is about' },
  caseTitleHint: { sv: 'Behövs när ett nytt ärende öppnas.', en: 'Needed when a new case is opened.' },
  caseNumber: { sv: 'Ärendets nummer', en: 'Number of the case' },
  caseNumberHint: { sv: 'Behövs när det läggs i ett ärende som finns.', en: 'Needed when it is put in a case that exists.' },
  file: { sv: 'Lägg till handlingarna', en: 'File' },
  fileIntro: {
    sv: 'Beslutet kräver åtgärd. Det läggs till handlingarna när något är gjort.',
    en: 'The decision demands action. It is filed when something has been done.',
  },
  onlyOffice: { sv: 'Mottagarens sekreterare eller registrator tar emot beslutet.', en: 'The receiver’s secretary or registrar receives the decision.' },
  hinders: (n: number): Text => ({
    sv: n === 1 ? 'En sak hindrar det' : `${n} saker hindrar det`,
    en: n === 1 ? 'One thing hinders it' : `${n} things hinder it`,
  }),
  chooseHow: { sv: 'Välj vad som händer med beslutet.', en: 'Choose what happens to the decision.' },
  gone: { sv: 'Försändelsen finns inte', en: 'There is no such dispatch' },
  goneText: { sv: 'Adressen leder inte till någon försändelse.', en: 'The address leads to no dispatch.' },
  toMail: { sv: 'Till anmälningsärendena', en: 'To the notified matters' },
} as const satisfies Record<string, unknown>
